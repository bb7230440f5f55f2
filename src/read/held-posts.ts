import { isBlank } from '../core/cell'
import type { CellValue } from '../core/cell'
import { normalise, textOf } from '../vocabulary/normalise'
import { rowOf } from './grid'
import { columnsOf } from './settle-table'
import type { SettledTable } from './settle-table'

const MOSTLY = 0.6

/** Posts of a list that names one in nearly every row, held or not: 正式岗5 alone, where others hold 正式岗1, is a post that nobody holds. */
export class HeldPosts {
  private readonly column: number
  private held: Set<string> | undefined

  /** @param name column of the names, 0 for none */
  constructor(
    private readonly table: SettledTable,
    private readonly name: number,
  ) {
    this.column = name === 0 ? 0 : (columnsOf(table, 'position').find(({ filled }) => filled > MOSTLY)?.column ?? 0)
  }

  /** @param plain the only text of a row; @param column where it stands */
  isHeld(plain: string, column: number): boolean {
    if (column !== this.column) return false
    this.held ??= this.all()
    return this.held.has(withoutDigits(plain))
  }

  private all(): Set<string> {
    const { sheet, first, last } = this.table.found, held = new Set<string>()
    for (let row = first; row <= last; row++) {
      const cells = rowOf(sheet, row)
      if (!isBlank(cells[this.name - 1])) held.add(withoutDigits(cells[this.column - 1] ?? null))
    }
    return held
  }
}

function withoutDigits(value: CellValue): string {
  return normalise(textOf(value)).replace(/\d+/g, '')
}
