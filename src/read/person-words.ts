import type { CellValue } from '../core/cell'
import { normalise, textOf } from '../vocabulary/normalise'
import type { ListContext } from './list-context'
import { communityInText } from './place-names'
import { columnsOf, sampleRows, sheetColumn } from './settle-table'
import type { SettledTable } from './settle-table'
import { isShareable } from './words'
import type { OpenWord } from './words'

export const MOST_WORDS = 20_000

/** A reader that works each word out once, and reports open words every time they are met. */
export function cached<Reading>(read: (value: CellValue) => { reading: Reading; ask: OpenWord['reason'] | null }, report: (value: CellValue, row: number, reason: OpenWord['reason']) => void): (value: CellValue, row: number) => Reading {
  const known = new Map<CellValue, { reading: Reading; ask: OpenWord['reason'] | null }>()
  return (value, row) => {
    let found = known.get(value)
    if (found === undefined) {
      found = read(value)
      if (known.size < MOST_WORDS) known.set(value, found)
    }
    if (found.ask !== null) report(value, row, found.ask)
    return found.reading
  }
}

/** Puts a word of a column on the list of those to ask about. */
export function askInColumn(context: ListContext, kind: OpenWord['kind'], column: number): (value: CellValue, row: number, reason: OpenWord['reason']) => void {
  const { sheet } = context.table.found, at = sheetColumn(context.table, column)
  return (value, row, reason) => { context.words.ask(kind, value, reason, { sheet: sheet.name, row, column: at }) }
}

/** The word in a cell, where it may be shown; `undefined` otherwise. */
export function sharedWord(cells: readonly CellValue[], at: number): string | undefined {
  const word = at === 0 ? '' : normalise(textOf(cells[at - 1] ?? null))
  return word !== '' && isShareable(word) ? word : undefined
}

/** Both words of a contradiction, as far as they may be shown. */
export function wordsOf(cells: readonly CellValue[], at: number, against: number): { readonly written: string; readonly other: string } {
  return { written: sharedWord(cells, at) ?? '', other: sharedWord(cells, against) ?? '' }
}

const MOST_POSTS_TELL = 0.6

export function columnOfPosts(table: SettledTable): number {
  const rows = sampleRows(table.found)
  for (const column of columnsOf(table, 'position', 'remark')) {
    const told = rows.filter(cells => { const value = cells[column.column - 1]; return typeof value === 'string' && communityInText(value) !== null }).length
    if (told > 0 && told >= rows.length * MOST_POSTS_TELL) return column.column
  }
  return 0
}

/** Anything but ideographs: spaces, full-width letters, brackets, numbers. */
export function needsTidying(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x3400 || code > 0x9fff) return true
  }
  return false
}

export function mayBeVacant(name: string, raw: string): boolean {
  return raw !== name || /[缺招空补编岗配聘定未暂待拟无员名额]/.test(name)
}

