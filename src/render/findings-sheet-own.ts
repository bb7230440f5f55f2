import { isFormula } from '../core/cell'
import type { CellContent, CellValue } from '../core/cell'
import { cellKey, keyColumn, keyRow } from '../core/place'
import { sayText } from '../messages'
import { findingsList } from '../messages/findings-list'

export const LANGUAGES = ['zh-CN', 'en'] as const
export const LIST_COLUMNS = ['number', 'severity', 'place', 'text', 'source', 'remark'] as const
type ListColumn = (typeof LIST_COLUMNS)[number]

/** A cell of the person's own on the findings sheet of before. */
export interface OwnCell {
  /** Where it stands. */
  readonly key: number
  readonly value: CellContent
}

/** A column of the person's own: the head, and what stands beside each finding. */
interface OwnColumn {
  /** Where it stays; `null`: among the columns of the list, where it cannot. */
  readonly column: number | null
  readonly head: OwnCell | null
  readonly cells: ReadonlyMap<string, OwnCell[]>
}

/** What a person did to the findings sheet of before. */
export interface OwnWork {
  /** Remarks about findings, by the finding. */
  readonly remarks: ReadonlyMap<string, OwnCell[]>
  /** Columns of the person's own: those among the columns of the list, and those right of it that have a head. */
  readonly columns: readonly OwnColumn[]
  /** Other cells right of the list. */
  readonly beside: readonly OwnCell[]
  /** Rows of the person's own among the findings. */
  readonly rows: readonly OwnCell[]
}

/** A finding as it stands on the sheet. */
export function findingKey(place: CellContent | undefined, text: CellContent | undefined): string {
  return `${String(place ?? '')}\n${String(text ?? '')}`
}

/**
 * Reads what is the person's own, by the heads of the columns: one that was moved is known again, one that was renamed is the person's, and so is one
 * that was put in between. Without heads the columns are taken to stand as they were written.
 */
export function ownWork(cells: ReadonlyMap<number, CellContent>): OwnWork {
  const { head, columns } = headsOf(cells), known = new Map([...columns].map(([name, column]) => [column, name]))
  const last = Math.max(LIST_COLUMNS.length, ...columns.values()), said = LANGUAGES.map(language => sayText(findingsList.accepted, { reason: '' }, language))
  const at = (row: number, name: ListColumn): CellContent | undefined => {
    const column = columns.get(name)
    return column === undefined ? undefined : cells.get(cellKey(row, column))
  }
  const isSaid = (value: CellContent): boolean => typeof value === 'string' && said.some(words => value.startsWith(words))
  const remarks = new Map<string, OwnCell[]>(), own = new Map<number, { head: OwnCell | null; cells: Map<string, OwnCell[]> }>()
  const beside: OwnCell[] = [], rows: OwnCell[] = []
  for (const [key, value] of cells) {
    const row = keyRow(key), column = keyColumn(key), name = known.get(column), cell = { key, value }
    const isListed = typeof at(row, 'number') === 'number' && typeof at(row, 'text') === 'string'
    if (column > last && !(row === head || (isListed && cells.has(cellKey(head, column))))) beside.push(cell)
    else if (row < head || isFooter(row, cells, last)) continue
    else if (row === head) { if (name === undefined) columnAt(own, column).head = cell }
    else if (!isListed) rows.push(cell)
    else if (name === undefined) add(columnAt(own, column).cells, findingKey(at(row, 'place'), at(row, 'text')), cell)
    else if (name === 'remark' && !isSaid(value)) {
      const shown = isFormula(value) ? value.value : value
      if (shown !== null) add(remarks, findingKey(at(row, 'place'), at(row, 'text')), { key, value: shown satisfies CellValue })
    }
  }
  const columnsOfOwn = [...own.entries()].sort(([a], [b]) => a - b)
  return { remarks, columns: columnsOfOwn.map(([at, column]) => ({ ...column, column: at > last ? at : null })), beside, rows }
}

/** The lines below the list stand in the first column alone. */
function isFooter(row: number, cells: ReadonlyMap<number, CellContent>, last: number): boolean {
  if (typeof cells.get(cellKey(row, 1)) !== 'string') return false
  for (let column = 2; column <= last; column++) if (cells.has(cellKey(row, column))) return false
  return true
}

/** The row of the heads and where each stands; the place, the finding and most of the others are there. */
function headsOf(cells: ReadonlyMap<number, CellContent>): { readonly head: number; readonly columns: ReadonlyMap<ListColumn, number> } {
  const words = new Map(LANGUAGES.flatMap(language => LIST_COLUMNS.map(name => [sayText(findingsList[name], {}, language), name] as const)))
  const rows = new Map<number, Map<ListColumn, number>>()
  for (const [key, value] of cells) {
    const name = typeof value === 'string' ? words.get(value.trim()) : undefined
    if (name === undefined) continue
    const row = rows.get(keyRow(key)) ?? new Map<ListColumn, number>()
    rows.set(keyRow(key), row)
    if (!row.has(name)) row.set(name, keyColumn(key))
  }
  const found = [...rows].sort(([a], [b]) => a - b).find(([, row]) => row.has('number') && row.has('text') && row.size > 2)
  return found === undefined
    ? { head: 0, columns: new Map(LIST_COLUMNS.map((name, index) => [name, index + 1])) }
    : { head: found[0], columns: found[1] }
}

function columnAt<Key, Column>(own: Map<Key, { head: OwnCell | null; cells: Map<Column, OwnCell[]> }>, at: Key) {
  const column = own.get(at) ?? { head: null, cells: new Map<Column, OwnCell[]>() }
  own.set(at, column)
  return column
}

function add(cells: Map<string, OwnCell[]>, key: string, cell: OwnCell): void {
  const known = cells.get(key)
  if (known === undefined) cells.set(key, [cell])
  else known.push(cell)
}
