import { divide, number } from '../../formula/expression'
import type { Term } from '../../formula/expression'
import type { At } from './derived'
import type { OwnContext } from './own-context'
import { here, numberIn, placeOf } from './place'
import type { OwnColumn } from './own-table'

/** 90 under 收缴率 is a share too, and so is 0.5 under 缴费比例（%） or beside 16. */
export function shareOf({ own, line }: At, share: OwnColumn, context: OwnContext): Term {
  const place = placeOf(own, line, share), isShown = context.formatAt(own.sheet, place.row, place.column).includes('%')
  const isOver = own.lines.some(each => each.role === 'leaf' && (numberIn(context, own, each, share) ?? 0) > 1)
  const inPercent = !isShown && (isOver || share.levels.some(level => /[%％]/.test(level)))
  return inPercent ? divide(here(own, line, share), number(100)) : here(own, line, share)
}
