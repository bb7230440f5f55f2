import type { NameChange } from '../core/change'
import { sheetReference } from '../core/place'
import type { DefinedName } from '../core/snapshot'
import type { BudgetId } from './context'

/**
 * How this program knows its own sheets again: a hidden name per sheet, pointing at its first cell. It follows when the sheet is renamed
 * or moved, and disappears with it. Nothing else is kept, and no personal data.
 */
const SHEET = '_plancheck.sheet.'

/** The name that marks a sheet as drawn by this program. */
export function markOf(id: BudgetId | 'parameters', sheet: string): NameChange {
  return { kind: 'name', name: SHEET + id.replaceAll('-', '_'), before: null, after: `${sheetReference(sheet)}!$A$1`, hidden: true }
}

/** Our sheets in a workbook: id to the sheet's present name. */
export function markedSheets(names: readonly DefinedName[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const { name, refersTo } of names) {
    if (!name.startsWith(SHEET)) continue
    const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!/.exec(refersTo)
    const sheet = match?.[1]?.replaceAll("''", "'") ?? match?.[2]
    if (sheet !== undefined && !sheet.includes('#REF')) found.set(name.slice(SHEET.length).replaceAll('_', '-'), sheet)
  }
  return found
}
