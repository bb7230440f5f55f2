import { isCommunityLabel } from '../vocabulary/communities'
import { rowLabel } from '../vocabulary/labels'
import { normalise } from '../vocabulary/normalise'
import { withoutNumbering } from '../vocabulary/numbering'
import { filledCells } from './grid'
import { isNumberAlone } from './row-cells'
import type { RowVerdict } from './row-verdicts'
import { placeAbove } from './section-words'
import type { SettledTable } from './settle-table'

/** Communities that only the subtotals name. */
export interface SubtotalGroups {
  /** Rows of subtotals that stand above their people, with the community of the rows below. */
  readonly heads: ReadonlyMap<number, string>
  /** Rows of people above the subtotal that names their community. */
  readonly closed: ReadonlyMap<number, string>
}

const NONE: SubtotalGroups = { heads: new Map(), closed: new Map() }
const SUBTOTAL_WORD = /[(（[【]?(?:小计|小計|分计|合计|总计|共计)[)）\]】]?(?:[(（][^()（）]*[)）])?[:：]?(?:\d+(?:人|名|户|个)?)?$/

/**
 * 清泉社区小计 above or below its people, where nothing else in the list names communities. Which of the two it is, the first and the last of them
 * tell: above all people, or below them. Where neither holds, nobody can tell, and nothing is taken.
 */
export function subtotalGroups(table: SettledTable, read: (row: number) => RowVerdict): SubtotalGroups {
  const { found } = table
  const named = new Map<number, string>(), feet = new Map<number, string>()
  for (let row = found.first; row <= found.last; row++) {
    const cells = filledCells(found.band, row), [number] = cells
    // 一 | 清泉社区小计: the number of the group stands in a cell of its own.
    const first = number !== undefined && isNumberAlone(number.value) ? cells[1] : number
    if (typeof first?.value !== 'string' || first.value.length > LONGEST) continue
    const above = placeAbove(first.value)
    if (above !== null) feet.set(row, above)
    if (rowLabel(first.value) !== 'subtotal') continue
    const text = normalise(withoutNumbering(first.value).rest)
    const name = text.replace(SUBTOTAL_WORD, '')
    if (name !== text && isCommunityLabel(name)) named.set(row, name)
  }
  if (named.size < FEWEST && feet.size === 0) return NONE
  const data: number[] = []
  for (let row = found.first; row <= found.last; row++) {
    const verdict = read(row)
    if (verdict.section?.community !== null && verdict.section?.community !== undefined) return NONE
    if (verdict.why === null) data.push(row)
  }
  // 以上为清泉社区 stands below its people, whatever else stands there.
  if (feet.size > 0) return named.size > 0 ? NONE : { heads: new Map(), closed: closedBy(feet, data) }
  const rows = [...named.keys()],
    first = rows[0] ?? 0,
    last = rows.at(-1) ?? 0
  const above = data.some(row => row < first),
    below = data.some(row => row > last)
  if (!above && below) return { heads: named, closed: new Map() }
  if (below || !above) return NONE
  return { heads: new Map(), closed: closedBy(named, data) }
}

/** Each row of people with the name in the next of the lines below it. */
function closedBy(named: ReadonlyMap<number, string>, data: readonly number[]): ReadonlyMap<number, string> {
  const closed = new Map<number, string>(), rows = [...named.keys()]
  let at = 0
  for (const row of data) {
    while (at < rows.length && (rows[at] ?? 0) < row) at++
    const name = named.get(rows[at] ?? 0)
    if (name !== undefined) closed.set(row, name)
  }
  return closed
}

/**
 * People above the first line that names a community, and nobody below the last: such lines may close their groups as well as head them, and to
 * take them for headings would give everybody to the community of somebody else.
 */
export function sectionsFoot(table: SettledTable, read: (row: number) => RowVerdict): boolean {
  const { found } = table
  for (let row = found.last; row >= found.first; row--) {
    const verdict = read(row)
    if (verdict.why === null) return false
    if (isPlace(verdict)) break
  }
  let data = false
  for (let row = found.first; row <= found.last; row++) {
    const verdict = read(row)
    if (verdict.why === null) data = true
    else if (isPlace(verdict)) return data
  }
  return false
}

function isPlace({ section }: RowVerdict): boolean {
  return section?.community !== null && section?.community !== undefined
}

const FEWEST = 2
const LONGEST = 40
