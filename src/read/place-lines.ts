import { isBlank } from '../core/cell'
import type { CellValue } from '../core/cell'
import { isCommunityLabel } from '../vocabulary/communities'
import { normalise, textOf } from '../vocabulary/normalise'
import { isPlaceLabel } from './section-words'

/** More cells than these are no line of labels and values. */
const MOST_CELLS = 10
/** What stands beside a place and its name: 联系人, 书记, 电话, 人数, 填报日期. */
const BESIDE = /(?:人|人数|电话|手机|方式|号码|书记|主任|站长|日期|时间|地址|邮编|单位|编码|代码|户数|面积)$/

/**
 * 单位名称 | 清泉社区 | 联系人 | 王某 | 电话 | 139…: labels and values by turns, of which the first names a place.
 * Over lists side by side each has such labels.
 * @returns the first label and its value as one line (`单位名称：清泉社区`), with a second place beside it the row as it is; `null` for any other row
 */
export function placeLine(cells: readonly CellValue[], left: number, right: number): string | null {
  const filled: CellValue[] = []
  for (let column = left; column <= right && column <= cells.length; column++) {
    const value = cells[column - 1]
    if (value === undefined || isBlank(value)) continue
    if (filled.length === MOST_CELLS) return null
    filled.push(value)
  }
  const [label, place] = filled
  if (typeof label !== 'string' || typeof place !== 'string' || !isPlaceLabel(label)) return null
  if (!isCommunityLabel(normalise(place))) return null
  const labels = filled.filter((_, at) => at % 2 === 0)
  if (!labels.slice(1).every(each => typeof each === 'string' && (BESIDE.test(normalise(each).replace(/[:：]$/, '')) || isPlaceLabel(each)))) return null
  if (labels.slice(1).some(each => typeof each === 'string' && isPlaceLabel(each))) return filled.map(value => textOf(value)).join(' ')
  return `${normalise(label).replace(/[:：]$/, '')}：${normalise(place)}`
}
