import { isBlank } from '../core/cell'
import type { CellValue } from '../core/cell'
import { EDUCATION_KEYS } from '../core/columns'
import { cellKey } from '../core/place'
import type { ColumnKey } from '../core/reading'
import { normalise, textOf } from '../vocabulary/normalise'
import { rowOf } from './grid'
import { columnOf, columnsOf } from './settle-table'
import type { SettledTable } from './settle-table'

const PERSON_KEYS: readonly ColumnKey[] = ['employment', 'politics', ...EDUCATION_KEYS, 'status', 'remark']

/** Kinds of one list, and people a kind on average, for a column that is filled once a kind. */
const MOST_KINDS = 8, ROWS_PER_KIND = 3

/**
 * Cells whose value stands in a cell above: a kind, an education merged over several people.
 * With merges that is certain. Without them only the kind is filled down, and only where it stands at the head of every community
 * and in fewer than half of the rows, or once a kind over the whole list: then nothing else can be meant.
 */
export class MergedDown {
  private readonly tops = new Map<number, number>()
  /** The last row of a merge, by its first cell. */
  private readonly bottoms = new Map<number, number>()
  readonly isEmpty: boolean

  /** @param keys columns whose values may stand in a cell above */
  constructor(private readonly table: SettledTable, private readonly keys: readonly ColumnKey[] = PERSON_KEYS) {
    this.fromMerges()
    if (this.tops.size === 0 && keys.includes('employment')) this.fromGroups()
    this.isEmpty = this.tops.size === 0
  }

  /** The value that holds for a cell: its own, or that of the cell it is merged into. */
  value(cells: readonly CellValue[], row: number, column: number): CellValue {
    const own = cells[column - 1] ?? null
    if (!isBlank(own)) return own
    const top = this.tops.get(cellKey(row, column))
    return top === undefined ? own : rowOf(this.table.found.sheet, top)[column - 1] ?? null
  }

  /** The rows that a cell's merge covers; `null` for a cell of its own. */
  rowsOf(row: number, column: number): { readonly top: number; readonly bottom: number } | null {
    const top = this.tops.get(cellKey(row, column)) ?? row, bottom = this.bottoms.get(cellKey(top, column))
    return bottom === undefined ? null : { top, bottom }
  }

  private fromMerges(): void {
    const { found } = this.table
    const wanted = new Set(columnsOf(this.table, ...this.keys).map(column => column.column))
    const name = columnOf(this.table, 'name')?.column
    for (const box of found.sheet.merges ?? []) {
      if (box.bottom === box.top || box.top < found.first || box.bottom > found.last || box.left !== box.right || !wanted.has(box.left))
        continue
      this.bottoms.set(cellKey(box.top, box.left), box.bottom)
      for (let row = box.top + 1; row <= box.bottom; row++) {
        const cells = rowOf(found.sheet, row)
        // In a list of premises any other value makes the row one of its own.
        const isOne = name === undefined ? cells.some(value => !isBlank(value)) : !isBlank(cells[name - 1])
        if (isOne) this.tops.set(cellKey(row, box.left), box.top)
      }
    }
  }

  private fromGroups(): void {
    const { found } = this.table
    const kinds = columnsOf(this.table, 'employment'), [kind] = kinds
    const community = columnOf(this.table, 'community')?.column, name = columnOf(this.table, 'name')?.column
    if (kind === undefined || kinds.length > 1 || kind.filled === 0 || kind.filled > 0.5 || name === undefined) return
    const once = this.oncePerKind(kind.column, name)
    if (once !== null || community === undefined) {
      if (once !== null) this.fillDown(once, kind.column, name)
      return
    }
    const filled: number[] = []
    let heads = 0
    for (let row = found.first; row <= found.last; row++) {
      const cells = rowOf(found.sheet, row)
      if (isBlank(cells[name - 1])) continue
      const hasKind = !isBlank(cells[kind.column - 1])
      if (!isBlank(cells[community - 1])) {
        if (!hasKind) return
        heads++
      }
      if (hasKind) filled.push(row)
    }
    if (heads === 0 || filled.length > 10_000) return
    this.fillDown(filled, kind.column, name)
  }

  /** A list sorted by kind, each kind written once, in the first row of its people; `null` for any other. */
  private oncePerKind(kind: number, name: number): readonly number[] | null {
    const { found } = this.table
    const filled: number[] = [],
      words = new Set<string>()
    let named = 0
    for (let row = found.first; row <= found.last; row++) {
      const cells = rowOf(found.sheet, row)
      if (isBlank(cells[name - 1])) continue
      named++
      const value = cells[kind - 1] ?? null
      if (isBlank(value)) {
        if (named === 1) return null
        continue
      }
      const word = normalise(textOf(value))
      if (words.has(word) || words.size >= MOST_KINDS) return null
      words.add(word)
      filled.push(row)
    }
    return filled.length >= 2 && named >= filled.length * ROWS_PER_KIND ? filled : null
  }

  private fillDown(filled: readonly number[], column: number, name: number): void {
    const { found } = this.table
    let top = 0, next = 0
    for (let row = found.first; row <= found.last; row++) {
      if (row === filled[next]) { top = row; next++; continue }
      if (top > 0 && !isBlank(rowOf(found.sheet, row)[name - 1])) this.tops.set(cellKey(row, column), top)
    }
  }
}
