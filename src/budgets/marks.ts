import type { NameChange } from '../core/change'
import { SHEET_MARK } from '../core/marks'
import { sheetReference } from '../core/place'
import type { BudgetId } from './context'

/** The name that marks a sheet as drawn by this program. */
export function markOf(id: BudgetId | 'parameters', sheet: string): NameChange {
  return { kind: 'name', name: SHEET_MARK + id.replaceAll('-', '_'), before: null, after: `${sheetReference(sheet)}!$A$1`, hidden: true }
}
