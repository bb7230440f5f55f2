import type { DefinedName } from './snapshot'

/**
 * How this program knows its own sheets again: a hidden name per sheet, pointing at its first cell. It follows when the sheet is renamed
 * or moved, and goes with it. Such sheets are drawn from the others: they are never read as a second roster or premises list.
 */
export const SHEET_MARK = '_plancheck.sheet.'

/** The mark of the findings sheet as earlier versions wrote it. */
export const OLD_FINDINGS_MARK = 'plancheck_results'
/** The mark of the findings sheet. */
export const FINDINGS_MARK = `${SHEET_MARK}findings`

/** Sheets of this program in a workbook: what each is to its present name. */
export function markedSheets(names: readonly DefinedName[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const { name, refersTo } of names) {
    const kind = name === OLD_FINDINGS_MARK ? 'findings' : name.startsWith(SHEET_MARK) ? name.slice(SHEET_MARK.length).replaceAll('_', '-') : null
    if (kind === null) continue
    const sheet = markedSheet(refersTo)
    if (sheet !== null) found.set(kind, sheet)
  }
  return found
}

/** Whether a defined name is a mark of this program. */
export function isMark(name: string): boolean {
  return name === OLD_FINDINGS_MARK || name.startsWith(SHEET_MARK)
}

/** The sheet that a mark points to; `null` where the sheet is gone. */
export function markedSheet(refersTo: string): string | null {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!/.exec(refersTo)
  const sheet = match?.[1]?.replaceAll("''", "'") ?? match?.[2]
  return sheet === undefined || sheet.includes('#REF') ? null : sheet
}
