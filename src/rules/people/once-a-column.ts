import type { Area } from '../../core/area'
import { addRow, columnBoxes } from '../../core/area'
import type { CellValue } from '../../core/cell'
import { cellAt, sheetNamed } from '../../core/snapshot'
import type { PeopleWatch, RuleInput } from '../rule'

/** All notes of one key in one column of a list. */
export interface Noticed {
  readonly sheet: string
  readonly at: Area
  readonly count: number
  /** The first different words, as they are shown. */
  readonly words: readonly string[]
}

interface Column {
  readonly table: number
  readonly column: number
  readonly runs: number[]
  readonly words: Set<string>
  count: number
}

/** So many words are kept to be shown. */
const MOST_WORDS = 3

/**
 * Watches for the notes of a key, and tells them once for each column in which they stand.
 * @param shown how a cell's value is shown among the examples; `null`: not at all
 */
export function onceAColumn(
  { reading, snapshot }: RuleInput,
  key: string,
  tell: (noticed: Noticed) => void,
  shown: (value: CellValue) => string | null = () => null,
): PeopleWatch {
  const columns = new Map<string, Column>()
  return {
    keys: [key],
    note({ at: column }, { table, row }) {
      if (column === undefined) return
      const id = `${String(table)}/${String(column)}`, own = columns.get(id) ?? { table, column, runs: [], words: new Set<string>(), count: 0 }
      columns.set(id, own)
      addRow(own.runs, row)
      own.count++
      if (own.words.size >= MOST_WORDS) return
      const sheet = sheetNamed(snapshot, reading.tables[table]?.sheet ?? ''), word = sheet === undefined ? null : shown(cellAt(sheet, row, column))
      if (word !== null) own.words.add(word)
    },
    end() {
      for (const { table, column, runs, words, count } of columns.values()) {
        const sheet = reading.tables[table]?.sheet ?? ''
        tell({ sheet, at: { sheet, boxes: columnBoxes(runs, column) }, count, words: [...words] })
      }
    },
  }
}
