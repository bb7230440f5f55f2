import { isBlank } from '../core/cell'
import type { CellValue } from '../core/cell'
import { AREA_KEYS, ROOM_KEYS } from '../core/columns'
import type { ColumnKey } from '../core/reading'
import type { SheetRow } from '../core/snapshot'
import { communityName } from '../vocabulary/communities'
import { normalise, textOf } from '../vocabulary/normalise'
import { isDitto } from './ditto'
import type { Draft } from './draft'
import type { FoundTable } from './found-table'
import { rowOf } from './grid'
import { areaColumns } from './premises-columns'
import { columnOf } from './settle-table'
import type { SettledTable } from './settle-table'

/** What a column of a roster may tell of the community's premises. */
const OF_PLACES: ReadonlySet<ColumnKey | null> = new Set<ColumnKey>([
  'community', 'township', ...AREA_KEYS, 'tenure', 'lease', 'demolition', ...ROOM_KEYS,
])
/** Areas of persons: their homes, their share. */
const OF_PERSONS = /住房|住宅|家庭|个人|宿舍|人均|自住/

interface Group { readonly rows: readonly number[]; readonly label: string }

/**
 * The premises of a roster that gives each community's area beside its people, merged over them, once a community or in every row: as a list of
 * places with a row a community. `null` where no such column stands, or where it differs within a community and so tells nothing of it.
 */
export function premisesInRoster(draft: Draft): Draft | null {
  const { settled } = draft, { found } = settled
  if (draft.classified.kind !== 'staff' || !draft.counted || found.turned !== undefined) return null
  const areas = areaColumns(settled).filter(({ header }) => !OF_PERSONS.test(header)).map(({ column }) => column)
  const groups = areas.length === 0 ? [] : groupsOf(settled)
  const filled = groups.map(group => ({ group, at: placeRow(found, group, areas) }))
  const community = columnOf(settled, 'community')?.column ?? 0
  if (community !== 0 && differ(found, filled, areas)) return null
  // Where a host cannot tell merges, a blank may be covered by the area of the community above.
  if (found.sheet.untold?.has('merges') === true && filled.some(({ at }) => at === 0)) return null
  if (filled.every(({ at }) => at === 0) || filled.some(({ at }) => at < 0) || mergedOverTwo(found, groups, areas)) return null
    const columns = settled.columns.map(column => (OF_PLACES.has(column.key) ? column : { ...column, key: null, by: 'none' as const }))
  const rows = rowsOf(found, filled, new Set(columns.filter(({ key }) => key !== null).map(({ column }) => column)), community)
  const { merges: _merges, ...plain } = found.sheet
  const sheet = { ...plain, rows }
  const list: FoundTable = { ...found, sheet, band: { ...found.band, sheet } }
  return {
    ...draft,
    settled: { ...settled, found: list, columns, ticks: [], doubts: [] },
    classified: { kind: 'premises', reason: null, ask: null },
    reason: null,
    skipped: [],
    homeless: [],
  }
}

/** Rows of people between two names of communities, or between rows that hold nobody. */
function groupsOf(settled: SettledTable): readonly Group[] {
  const { found } = settled
  const name = columnOf(settled, 'name')?.column ?? 0, community = columnOf(settled, 'community')?.column ?? 0
  const groups: { rows: number[]; label: string }[] = []
  let open = false
  for (let row = found.first; row <= found.last; row++) {
    const cells = rowOf(found.sheet, row)
    if (name === 0 || isBlank(cells[name - 1])) { if (!cells.every(value => isBlank(value))) open = false; continue }
    const place = community === 0 ? null : cells[community - 1] ?? null
    const own = isBlank(place) || isDitto(place ?? undefined) ? '' : communityName(textOf(place)).name
    const last = groups.at(-1)
    if (!open || last === undefined || (own !== '' && own !== last.label))
      groups.push({ rows: [row], label: own === '' && community !== 0 && last !== undefined ? last.label : own })
    else last.rows.push(row)
    open = true
  }
  return groups
}

/** The first row of a group that tells its area; 0: none does; -1: they do not agree. */
function placeRow(found: FoundTable, { rows }: Group, areas: readonly number[]): number {
  let first = 0
  for (const column of areas) {
    let value: CellValue = null
    for (const row of rows) {
      const own = rowOf(found.sheet, row)[column - 1] ?? null
      if (isBlank(own) || isDitto(own)) continue
      if (value !== null && normalise(textOf(value)) !== normalise(textOf(own))) return -1
      value ??= own
      if (first === 0 || row < first) first = row
    }
  }
  return first
}

/** A community that comes again with another area. */
function differ(found: FoundTable, filled: readonly { readonly group: Group; readonly at: number }[], areas: readonly number[]): boolean {
  const told = new Map<string, string>()
  for (const { group, at } of filled) {
    if (at <= 0) continue
    const words = areas.map(column => normalise(textOf(rowOf(found.sheet, at)[column - 1] ?? null))).join('|')
    if ((told.get(group.label) ?? words) !== words) return true
    told.set(group.label, words)
  }
  return false
}

/** One area merged over the people of two communities is nobody's in full. */
function mergedOverTwo(found: FoundTable, groups: readonly Group[], areas: readonly number[]): boolean {
  return (found.sheet.merges ?? []).some(
    box =>
      areas.some(column => box.left <= column && column <= box.right) &&
      groups.filter(({ rows }) => rows.some(row => row >= box.top && row <= box.bottom)).length > 1,
  )
}

/** The list's rows with one row a community left of its people; rows of nobody (sections, sums) stay as they are. */
function rowsOf(
  found: FoundTable,
  filled: readonly { readonly group: Group; readonly at: number }[],
  kept: ReadonlySet<number>,
  community: number,
): readonly SheetRow[] {
  const rows = [...found.sheet.rows]
  const told = new Set<string>()
  for (const { group, at } of filled) {
    for (const row of group.rows) rows[row - 1] = []
    if (at === 0 || (community !== 0 && told.has(group.label))) continue
    told.add(group.label)
    const cells = rowOf(found.sheet, at), first = rowOf(found.sheet, group.rows[0] ?? at)
    rows[at - 1] = cells.map((value, index): CellValue => {
      if (!kept.has(index + 1)) return null
      if (index + 1 !== community || !(isBlank(value) || isDitto(value))) return value
      return isBlank(first[index]) ? group.label : (first[index] ?? null)
    })
  }
  return rows
}
