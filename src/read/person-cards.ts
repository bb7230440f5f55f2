import type { CellValue } from '../core/cell'
import type { ColumnKey } from '../core/reading'
import type { SheetSnapshot } from '../core/snapshot'
import { readBirth } from '../vocabulary/dates'
import { readEducation } from '../vocabulary/education'
import { readEmployment } from '../vocabulary/employment'
import { readId } from '../vocabulary/ids'
import { normalise, textOf } from '../vocabulary/normalise'
import { readPolitics } from '../vocabulary/politics'
import type { FilledCell } from './grid'
import { filledCells, lastColumn } from './grid'
import { headerCell } from './header-cells'

/** Rows in which a first card must begin, and rows that one card may have. */
const ROWS_LOOKED_AT = 40, CARD_ROWS = 20
/** Labels with a value of their own beside 姓名 that make a card. */
const FEWEST_PAIRS = 3

/** What a value must look like to answer a label of a card. Without an entry the label says nothing. */
export const ANSWERS: Partial<Record<ColumnKey, (value: CellValue) => boolean>> = {
  sex: value => /^[男女](?:性)?$/.test(normalise(textOf(value))),
  birth: value => readBirth(value, 1900).birth !== 0,
  id: value => readId(value).birth !== 0,
  nation: value => /^(?:汉|[\u4e00-\u9fff]{1,5}族)$/.test(normalise(textOf(value))),
  education: isEducation, educationFullTime: isEducation,
  politics: value => { const { note, partyOrLeague } = readPolitics(value, ''); return note === null && partyOrLeague !== 'blank' },
  employment: value => readEmployment(value, '').employment !== 'unknown',
  position: value => POST.test(normalise(textOf(value))),
}

/** 书记, 社区工作者, 综治专干: posts, though some head columns elsewhere. */
const POST = /^[\u4e00-\u9fff、,/兼]{0,10}(?:书记|主任|委员|专干|干事|文书|会计|出纳|网格员|网格长|调解员|协理员|社工|社区工作者|工作人员|主席|站长|组长)$/

function isEducation(value: CellValue): boolean {
  const { level } = readEducation(value)
  return level !== 'unknown' && level !== 'blank' && level !== 'code'
}

/** Cards of persons on a sheet: each label stands beside its value (姓名 | 张三 | 性别 | 男), over several rows. */
export interface PersonCards {
  readonly top: number
  readonly left: number
  readonly count: number
  /** The cells that say 姓名, one a card. */
  readonly names: readonly FilledCell[]
}

/** The cards of a sheet on which people do not stand in rows; `null` for any other sheet. */
export function personCards(sheet: SheetSnapshot): PersonCards | null {
  const band = { sheet, left: 1, right: lastColumn(sheet) }
  const names: FilledCell[] = []
  let first: FilledCell | null = null
  const last = Math.min(sheet.rows.length, ROWS_LOOKED_AT)
  for (let row = 1; row <= (first === null ? last : sheet.rows.length); row++) {
    const cells = filledCells(band, row)
    for (const [at, label] of cells.entries()) {
      if (!hasKey(label, 'name') || !isName(cells[at + 1])) continue
      if (first === null && pairsFrom(sheet, row, band.right) < FEWEST_PAIRS) return null
      first ??= label
      names.push(label)
    }
  }
  return first === null ? null : { top: first.row, left: first.column, count: names.length, names }
}

/** Different labels with a fitting value behind them; none when every pair stands in one row, which may be a header over a list. */
function pairsFrom(sheet: SheetSnapshot, top: number, right: number): number {
  const found = new Set<ColumnKey>()
  let rows = 0
  for (let row = top; row < top + CARD_ROWS && row <= sheet.rows.length; row++) {
    const cells = filledCells({ sheet, left: 1, right }, row)
    const before = found.size
    for (const [index, cell] of cells.entries()) {
      const value = cells[index + 1]
      if (value === undefined || typeof cell.value !== 'string') continue
      // 姓名 | 张三 | 李四, 人员类别 | 正式 | 聘用: a person a column, not a card.
      const beside = cells.slice(index + 1), { keys } = headerCell(cell.value)
      const isValue = (each: CellValue): boolean =>
        typeof each !== 'string' || headerCell(each).keys.length === 0 || keys.some(key => ANSWERS[key]?.(each) === true)
      if (beside.length > (index === 0 ? 1 : 2) && beside.every(each => isValue(each.value))) continue
      for (const key of keys) if (ANSWERS[key]?.(value.value) === true) found.add(key)
    }
    if (found.size > before) rows++
  }
  return rows >= 2 ? found.size : 0
}

function hasKey(cell: FilledCell, key: ColumnKey): boolean {
  return typeof cell.value === 'string' && headerCell(cell.value).keys.includes(key)
}

function isName(cell: FilledCell | undefined): boolean {
  return cell !== undefined && typeof cell.value === 'string' && headerCell(cell.value).keys.length === 0 && /^[\u3400-\u9fff·•]{2,8}$/.test(normalise(cell.value))
}
