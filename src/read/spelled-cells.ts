import { isBlank } from '../core/cell'
import type { CellValue } from '../core/cell'
import { isAreaKey, isRoomKey } from '../core/columns'
import type { SheetRow, SheetSnapshot } from '../core/snapshot'
import { isCommunityLabel } from '../vocabulary/communities'
import { normalise } from '../vocabulary/normalise'
import { readTenure } from '../vocabulary/tenure'
import { cardList } from './card-list'
import { headerCell } from './header-cells'
import { lastColumn } from './grid'
import { ANSWERS } from './person-cards'
import { isPlaceLabel } from './section-words'
import type { TurnedTable } from './turned-list'
import { turnedTables } from './turned'

/** Sheets of texts are small; larger ones hold no forms. */
const MOST_ROWS = 2000, MOST_COLUMNS = 40, MOST_PAIRS = 6
/** Fewer cells that say a label and its value are remarks. */
const FEWEST = 3
/** Of four values at most one may answer its label with something else. */
const MOST_OTHERS = 3
const EXPLAINS = /(?:填[表报写]|指标|编制|录入)(?:说明|须知|要求|口径|指南)|填写示例|模板|样表/
const PAIR = /^\s*([^:：]{2,16}?)\s*[:：]\s*(\S[^]*)$/
/** Before another 标签：: 使用面积：120㎡  产权：自有. */
const BETWEEN = /[;；\n\r]+|[\s\u3000]{2,}(?=[^:：\s]{2,16}[:：])|[，,、](?=[\u4e00-\u9fff（）()㎡]{2,16}[:：])/

/**
 * Forms whose cells hold a label and its value (使用面积：120平方米, 姓名：张三), one or several a cell, read as forms with a cell for each.
 * What is found names the cells in which it is written. Empty where a sheet has no such cells, or they make no list.
 */
export function spelledForms(sheet: SheetSnapshot): readonly TurnedTable[] {
  const width = lastColumn(sheet)
  if (width === 0 || width > MOST_COLUMNS || sheet.rows.length > MOST_ROWS) return []
  let slots = 2
  const told = { fitting: 0, other: 0 }
  const taken = sheet.rows.map(row =>
    row.map((value): readonly CellValue[] => {
      if (isBlank(value)) return []
      const pairs = typeof value === 'string' ? pairsOf(value) : null
      if (pairs === null) return [value]
      for (let at = 0; at < pairs.length; at += 2) weigh(pairs[at] ?? '', pairs[at + 1] ?? '', told)
      slots = Math.max(slots, pairs.length)
      return pairs
    }),
  )
  // 学历：填最高学历 explains a form and fills none.
  const explains = sheet.rows.some(row => row.some(value => typeof value === 'string' && EXPLAINS.test(value)))
  if (explains || told.fitting < FEWEST || told.other * MOST_OTHERS > told.fitting) return []
  const rows = taken.map((row): SheetRow => row.flatMap(cell => Array.from({ length: slots }, (_each, at) => cell[at] ?? null)))
  const { merges: _merges, formats: _formats, ...plain } = sheet
  const spelled: SheetSnapshot = { ...plain, rows, formulas: new Map() }
  const cards = cardList(spelled)
  return (cards === null ? turnedTables(spelled) : [cards]).map(table => atOrigin(table, slots))
}

/** Counts a value that answers its label, or one that does not; labels that take any text count for nothing. */
function weigh(label: string, value: string, told: { fitting: number; other: number }): void {
  const { keys } = headerCell(label), plain = normalise(value)
  const isArea = keys.some(isAreaKey), isRoom = keys.some(isRoomKey)
  const [asked] = keys.filter(key => ANSWERS[key] !== undefined)
  let fits: boolean | null = null
  if (isArea) fits = /\d/.test(plain) && plain.length <= LONGEST_AREA
  else if (isRoom) fits = /^(?:有|无|√|×|是|否|\d)/.test(plain)
  else if (keys.includes('tenure')) fits = readTenure(value).tenure !== 'unclear'
  else if (keys[0] === 'community') fits = isCommunityLabel(plain)
  else if (asked !== undefined) fits = ANSWERS[asked]?.(value) === true
  if (fits !== null) told[fits ? 'fitting' : 'other']++
}
const LONGEST_AREA = 40

/** The labels and values of a cell by turns; `null` where a label is not known, or nothing is said. */
function pairsOf(text: string): readonly string[] | null {
  const pieces = text.split(BETWEEN).filter(piece => piece.trim() !== '')
  if (pieces.length > MOST_PAIRS) return null
  const pairs: string[] = []
  for (const piece of pieces) {
    const [, label = '', value = ''] = PAIR.exec(piece) ?? []
    if (label === '' || (headerCell(label).keys.length === 0 && !isPlaceLabel(label))) return null
    pairs.push(isPlaceLabel(label) ? '社区名称' : label, value.trim())
  }
  return pairs.length === 0 ? null : pairs
}

/** The list with the places of the cells that were spelled out. */
function atOrigin(table: TurnedTable, slots: number): TurnedTable {
  const column = (at: number): number => Math.ceil(at / slots)
  const { found, turned } = table
  const cells = new Map([...turned.cells].map(([key, place]) => [key, { ...place, column: column(place.column) }] as const))
  const at = found.turned
  const box = at === undefined ? undefined : { ...at, left: column(at.left), right: column(at.right) }
  return {
    turned: { ...turned, cells },
    found: {
      ...found,
      heading: found.heading.map(cell => ({ ...cell, column: column(cell.column) })),
      ...(box === undefined ? {} : { turned: box }),
    },
  }
}
