import type { DefinedName } from './snapshot'

/**
 * How this program knows its own sheets again: a hidden name per sheet, pointing at its first cell. It follows when the sheet is renamed
 * or moved, and goes with it. Such sheets are drawn from the others: they are never read as a second roster or premises list.
 */
export const SHEET_MARK = '_plancheck.sheet.'

/** Sheets of this program in a workbook: what each is to its present name. */
export function markedSheets(names: readonly DefinedName[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const { name, refersTo } of names) {
    if (!name.startsWith(SHEET_MARK)) continue
    const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!/.exec(refersTo)
    const sheet = match?.[1]?.replaceAll("''", "'") ?? match?.[2]
    if (sheet !== undefined && !sheet.includes('#REF')) found.set(name.slice(SHEET_MARK.length).replaceAll('_', '-'), sheet)
  }
  return found
}
