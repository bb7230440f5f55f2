import { isBlank } from '../core/cell'
import { rowOf } from './grid'
import { columnOf } from './settle-table'
import type { SettledTable } from './settle-table'

/** How a column of communities that is filled once a group is to be read. */
export interface SparseCommunities {
  /** Rows above the one in which their group's community is typed (in its middle row), with that row. */
  readonly named: ReadonlyMap<number, number>
  /** Rows that cannot be told: nothing is filled down to them. */
  readonly unclear: ReadonlySet<number>
}

const NONE: SparseCommunities = { named: new Map(), unclear: new Set() }
/** A fuller column names the community in nearly every row. */
const SPARSE = 0.6

/**
 * A community is typed once for its group: usually in its first row, and then filled down. Where a list begins with rows that have none, it is not filled down:
 * between blank rows each group's one name is the group's; without blank rows nobody can tell where a group ends.
 */
export function sparseCommunities(table: SettledTable, isData: (row: number) => boolean): SparseCommunities {
  const { found } = table
  const community = columnOf(table, 'community'), name = columnOf(table, 'name')
  if (community === undefined || name === undefined || community.filled === 0 || community.filled > SPARSE) return NONE
  if (
    found.sheet.merges?.some(
      box =>
        box.left <= community.column &&
        box.right >= community.column &&
        box.bottom > box.top &&
        box.top >= found.first &&
        box.bottom <= found.last,
    ) === true
  )
    return NONE
  // Most lists name the community in the first row of people: then it is filled down as usual.
  let top = found.first
  while (top <= found.last && !isData(top)) top++
  if (top > found.last || !isBlank(rowOf(found.sheet, top)[community.column - 1])) return NONE
  const groups: { rows: number[]; at: number[] }[] = []
  let open: { rows: number[]; at: number[] } | null = null
  let sections = false
  for (let row = found.first; row < top; row++) if (rowOf(found.sheet, row).some(value => !isBlank(value))) sections = true
  for (let row = top; row <= found.last; row++) {
    const cells = rowOf(found.sheet, row)
    if (!isData(row)) {
      open = null
      if (cells.some(value => !isBlank(value))) sections = true
      continue
    }
    if (open === null) groups.push(open = { rows: [], at: [] })
    open.rows.push(row)
    if (!isBlank(cells[community.column - 1])) open.at.push(row)
  }
  const first = groups[0]
  // Section rows, or a name in the first row: filled down as usual.
  if (first === undefined || sections || first.at[0] === first.rows[0]) return NONE
  const named = new Map<number, number>()
  if (groups.length > 1 && groups.every(group => group.at.length === 1)) {
    for (const group of groups) for (const row of group.rows) if (row < (group.at[0] ?? 0)) named.set(row, group.at[0] ?? row)
    return { named, unclear: new Set() }
  }
  return { named, unclear: new Set(groups.flatMap(group => group.rows.filter(row => !group.at.includes(row)))) }
}
