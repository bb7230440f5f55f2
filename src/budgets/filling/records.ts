import { at } from '../../core/at'
import type { NameChange } from '../../core/change'
import { boxName, cellKey, keyColumn, keyRow, parseBox, sheetReference } from '../../core/place'
import type { DefinedName } from '../../core/snapshot'

/**
 * Which cells of a person's own sheets this program wrote: hidden names that point at them. Excel moves them with the cells, so they
 * hold after rows are inserted, and they hold nothing but places.
 */
const CELLS = '_plancheck.cells.'
/** Areas in one name: a formula may have 8,192 characters. */
const AREAS = 150

/** Cells by sheet, each as `cellKey`. */
export type CellSet = ReadonlyMap<string, ReadonlySet<number>>

const AREA = /(?:'((?:[^']|'')+)'|([^',!]+))!(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)/g

export function recordedCells(names: readonly DefinedName[]): Map<string, Set<number>> {
  const found = new Map<string, Set<number>>()
  for (const { name, refersTo } of names) {
    if (!name.startsWith(CELLS)) continue
    for (const match of refersTo.matchAll(AREA)) {
      const sheet = match[1]?.replaceAll("''", "'") ?? match[2] ?? '', box = parseBox(match[3] ?? '')
      if (box === null) continue
      const cells = found.get(sheet) ?? new Set<number>()
      for (let row = box.top; row <= box.bottom; row++)
        for (let column = box.left; column <= box.right; column++) cells.add(cellKey(row, column))
      found.set(sheet, cells)
    }
  }
  return found
}

/** Names for cells that are written now and were not before. */
export function recordChanges(names: readonly DefinedName[], written: CellSet): NameChange[] {
  const known = recordedCells(names)
  const areas = [...written].flatMap(([sheet, cells]) => areasOf(sheet, [...cells].filter(cell => known.get(sheet)?.has(cell) !== true)))
  let number = names.reduce((most, { name }) => (name.startsWith(CELLS) ? Math.max(most, Number(name.slice(CELLS.length)) || 0) : most), 0)
  const changes: NameChange[] = []
  for (let from = 0; from < areas.length; from += AREAS) {
    number++
    changes.push({ kind: 'name', name: CELLS + String(number), before: null, after: areas.slice(from, from + AREAS).join(','), hidden: true })
  }
  return changes
}

/** Cells of a sheet as absolute areas, runs down a column joined. */
function areasOf(sheet: string, cells: readonly number[]): string[] {
  const sorted = [...cells].sort((a, b) => keyColumn(a) - keyColumn(b) || a - b)
  const areas: string[] = []
  for (let i = 0; i < sorted.length;) {
    const first = at(sorted, i), column = keyColumn(first)
    let j = i
    while (sorted[j + 1] === cellKey(keyRow(at(sorted, j)) + 1, column)) j++
    const name = boxName({ top: keyRow(first), bottom: keyRow(at(sorted, j)), left: column, right: column })
    areas.push(`${sheetReference(sheet)}!${name.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')}`)
    i = j + 1
  }
  return areas
}
