import type { CellValue } from './cell'
import type { CellStyle, FormatRun } from './snapshot'

const SHOWS = 1, STRUCK = 2

/** Number formats that show other digits than the number has: 0.00 turns 1985.1 into 1985.10, and 00 turns 1 into 01. */
const CHANGES_DIGITS = /^(?:0+|#?0\.0+)(?:_[^;]?|[;@].*)?$/

/** Which styles say something of the value itself, by style number; `null` when none does. */
export function watchedStyles(styles: readonly CellStyle[]): Uint8Array | null {
  const watched = new Uint8Array(styles.length)
  let any = false
  styles.forEach((style, index) => {
    watched[index] = saysSomething(style)
    if (watched[index] !== 0) any = true
  })
  return any ? watched : null
}

/** What a style says of the value in its cell, as `StyleMarks` wants it; 0: nothing. */
export function saysSomething({ format, strike }: Pick<CellStyle, 'format' | 'strike'>): number {
  return (format !== '0' && CHANGES_DIGITS.test(format) ? SHOWS : 0) | (strike === true ? STRUCK : 0)
}

/**
 * What the styles of a sheet say of its values, gathered while the cells pass: formats as runs down a column, since a million cells of a column share one;
 * rows whose cells are struck out.
 */
export class StyleMarks {
  private readonly runs = new Map<number, { style: number; from: number; to: number }[]>()
  private readonly struck = new Map<number, number[]>()

  /** @param watched what each style says, by style number */
  constructor(readonly watched: ArrayLike<number>) {}

  add(row: number, column: number, style: number): void {
    const flags = this.watched[style] ?? 0
    if ((flags & SHOWS) !== 0) {
      let runs = this.runs.get(column)
      if (runs === undefined) this.runs.set(column, (runs = []))
      const last = runs.at(-1)
      if (last?.style === style && last.to >= row - 1) last.to = row
      else runs.push({ style, from: row, to: row })
    }
    if ((flags & STRUCK) !== 0) {
      const columns = this.struck.get(row)
      if (columns === undefined) this.struck.set(row, [column])
      else columns.push(column)
    }
  }

  formats(styles: readonly CellStyle[]): ReadonlyMap<number, readonly FormatRun[]> {
    const formats = new Map<number, readonly FormatRun[]>()
    for (const [column, runs] of this.runs) formats.set(column, runs.map(({ style, from, to }) => ({ from, to, format: styles[style]?.format ?? 'General' })))
    return formats
  }

  /** Rows most of whose filled cells are struck out. */
  struckRows(rows: readonly (readonly CellValue[])[]): ReadonlySet<number> {
    const found = new Set<number>()
    for (const [row, columns] of this.struck) {
      const cells = rows[row - 1] ?? []
      const isFilled = (value: CellValue | undefined): boolean => value !== null && value !== undefined && value !== ''
      const filled = cells.filter(isFilled).length, struck = columns.filter(column => isFilled(cells[column - 1])).length
      if (struck > 0 && struck * 2 > filled) found.add(row)
    }
    return found
  }
}
