import { AREA_KEYS, isAreaKey, ROOM_KEYS } from '../core/columns'
import { isBlank } from '../core/cell'
import { normalise, textOf } from '../vocabulary/normalise'
import { thingsOf } from './combined-cells'
import type { FoundTable } from './found-table'
import { rowOf } from './grid'
import { headerCell } from './header-cells'
import { ANSWERS } from './person-cards'


const VERTICAL_KEYS: ReadonlySet<string> = new Set([...AREA_KEYS, ...ROOM_KEYS, 'tenure', 'lease', 'demolition', 'address', 'households', 'population', 'name', 'sex', 'birth', 'age', 'id', 'education', 'politics', 'employment', 'community'])

/** No list in rows, or one whose header words go on downwards: it may stand on its side or be a form. */
export function mayBeTurned(found: FoundTable): boolean {
  const isNarrow = found.header.right - found.header.left < 2
  return found.cards === undefined && (found.guessed || isTransposed(found) || (isNarrow && !headsAreas(found)))
}

/** The first words of a list on its side may stand above what looked like a header. */
const ROWS_ABOVE = 4

/** Header words one under the other in the first column: every community or person fills a column instead of a row. */
export function isTransposed(found: FoundTable): boolean {
  const { left } = found.header
  const isNumbered = headerCell(String(rowOf(found.sheet, found.header.top)[left - 1] ?? '')).keys.includes('seq')
  return !headsAreas(found) && (goesDown(found, left) || ((isNumbered || hasGroups(found, left)) && goesDown(found, left + 1)))
}

/** 基本情况 merged over 姓名, 性别, 出生年月: words over groups of the labels beside them. */
function hasGroups(found: FoundTable, column: number): boolean {
  const { keys } = headerCell(textOf(rowOf(found.sheet, found.header.bottom)[column - 1] ?? null))
  if (keys.includes('community') || keys.includes('township')) return false
  let own = 0, beside = 0
  for (let row = found.first; row <= Math.min(found.last, found.first + ROWS_LOOKED_AT); row++) {
    const cells = rowOf(found.sheet, row)
    if (!isBlank(cells[column - 1])) own++
    if (!isBlank(cells[column])) beside++
  }
  return own * 2 <= beside
}
const ROWS_LOOKED_AT = 40

/** 序号 | 用途 | 使用面积 | 产权: a row of header words with an area among them heads rows, and what stands under 用途 are uses. */
function headsAreas(found: FoundTable): boolean {
  if (found.guessed) return false
  let filled = 0, known = 0, areas = 0, ofRooms = false
  for (let column = found.header.left; column <= found.header.right; column++) {
    const value = rowOf(found.sheet, found.header.bottom)[column - 1]
    if (value === undefined || isBlank(value)) continue
    filled++
    const keys = typeof value === 'string' ? headerCell(value).keys : []
    const heads = typeof value === 'string' && HEADS_ROOMS.test(headerCell(value).word)
    if (heads) ofRooms = true
    if (keys.length > 0 || heads) known++
    if (column > found.header.left && keys.some(key => isAreaKey(key))) areas++
  }
  return areas > 0 && known >= (ofRooms ? FEWEST_OF_ROOMS : FEWEST_WORDS) && known >= filled * MOSTLY
}
const FEWEST_WORDS = 3, FEWEST_OF_ROOMS = 2, MOSTLY = 0.75
/** 房间名称 | 使用面积: a room a row. */
const HEADS_ROOMS = /^(?:房间|房间名|房间名称|房间用途|房屋名称|房屋用途|用房|用房名称|用房类别|室别|室名|科室|功能室|功能室名称|功能用房|功能用房名称|功能区|功能区名称|场所名称|用途|具体用途|部位)$/

function goesDown(found: FoundTable, column: number): boolean {
  const words = new Set<string>()
  for (let row = Math.max(1, found.header.top - ROWS_ABOVE); row <= Math.min(found.last, found.header.top + ROWS_LOOKED_AT); row++) {
    const cells = rowOf(found.sheet, row), value = cells[column - 1]
    // A label may be merged over the cells before its value.
    const next = cells.slice(column).find(each => !isBlank(each))
    if (next === undefined || typeof value !== 'string') continue
    const own = headerCell(value).keys
    // 学历/政治面貌: several things in a cell are labels as well.
    const keys = own.length > 0 ? own : (thingsOf(value) ?? [])
    // A word with another header word beside it heads a column, not a row; 党员 behind 政治面貌 is its value.
    if (typeof next === 'string' && headerCell(next).keys.length > 0 && !keys.some(key => ANSWERS[key]?.(next) === true)) continue
    if (keys.some(key => VERTICAL_KEYS.has(key))) words.add(normalise(value))
  }
  return words.size >= 3
}
