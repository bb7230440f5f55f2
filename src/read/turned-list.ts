import type { CellValue } from '../core/cell'
import { AREA_KEYS, ROOM_KEYS } from '../core/columns'
import { cellKey, LAST_ROW } from '../core/place'
import type { Box, Place } from '../core/place'
import type { ColumnKey } from '../core/reading'
import type { SheetRow, SheetSnapshot } from '../core/snapshot'
import type { TurnedSheet } from '../core/turned'
import { normalise } from '../vocabulary/normalise'
import type { FoundTable } from './found-table'
import type { FilledCell } from './grid'
import { filledCells, lastColumn } from './grid'
import { TurnedCells } from './turned-cells'

/** Labels that make a list of people or places; the rest may stand anywhere. */
export const TELLING: ReadonlySet<string> = new Set<ColumnKey>([...AREA_KEYS, ...ROOM_KEYS, 'tenure', 'birth', 'id', 'education', 'politics', 'employment'])
const FEWEST_LABELS = 3, FEWEST_TELLING = 2

/** A list read as rows although it stands on its side, with where its values really stand. */
export interface TurnedTable {
  readonly found: FoundTable
  readonly turned: TurnedSheet
}

/** A cell with a header word beside a value. */
export interface Label { readonly row: number; readonly column: number; readonly keys: readonly ColumnKey[]; readonly text: string }

/** Enough labels of people or places to make a list. */
export function tells(labels: readonly Label[]): boolean {
  const words = new Set(labels.map(label => normalise(label.text)))
  const telling = new Set(labels.flatMap(label => label.keys.filter(key => TELLING.has(key))))
  return words.size >= FEWEST_LABELS && telling.size >= FEWEST_TELLING
}

/**
 * The list as rows, in rows far below those of any sheet.
 * @param lines rows of the sheet that stand above the list, the last left out
 */
export function listOf(
  sheet: SheetSnapshot,
  words: readonly string[],
  labels: readonly { row: number; column: number }[],
  records: readonly (readonly ({ row: number; column: number } | null)[])[],
  box: Box,
  number: number,
  lines: { readonly from: number; readonly to: number; readonly left: number; readonly right: number } = {
    from: 1,
    to: box.top,
    left: 1,
    right: lastColumn(sheet),
  },
): TurnedTable {
  const base = LAST_ROW * (number + 1) + 1,
    cells = new Map<number, Place>(),
    rows: SheetRow[] = []
  const source = new TurnedCells(sheet, 'across'), made = new Map<number, readonly ({ row: number; column: number } | null)[]>()
  const put = (row: number, places: readonly ({ row: number; column: number } | null)[]): void => {
    made.set(row, places)
    for (const [at, place] of places.entries())
      if (place !== null) cells.set(cellKey(row, at + 1), { sheet: sheet.name, row: place.row, column: place.column })
  }
  put(base, labels)
  rows[base - 1] = words
  for (const [index, record] of records.entries()) {
    put(base + 1 + index, record)
    rows[base + index] = record.map((place): CellValue => (place === null ? null : source.value(place)))
  }
  const heading: FilledCell[] = []
  for (let row = lines.from; row < lines.to; row++) heading.push(...filledCells({ sheet, left: lines.left, right: lines.right }, row))
  const { merges: _merges, hiddenRows: _hidden, struckRows: _struck, formats: _formats, ...plain } = sheet
  const list: SheetSnapshot = { ...plain, ...source.carried(made), rows, formulas: new Map() }
  const header: Box = { top: base, left: 1, bottom: base, right: words.length }
  return {
    turned: { sheet: sheet.name, cells },
    found: {
      sheet: list,
      band: { sheet: list, left: 1, right: words.length },
      header,
      levels: words.map(word => (word === '' ? [] : [normalise(word)])),
      first: base + 1,
      last: base + records.length,
      repeats: new Set(),
      pageTitles: new Set(),
      heading,
      guessed: false,
      turned: box,
    },
  }
}
