import type { CellValue } from '../core/cell'
import type { Change, NameChange } from '../core/change'
import { cellName } from '../core/place'
import type { Snapshot } from '../core/snapshot'
import type { SheetDraft } from './draft'
import { finished } from './draft'
import { Workspace } from '../formula/workspace'

/** A workbook with nothing in it. */
export const EMPTY_WORKBOOK: Snapshot = { name: '', dateSystem: 1900, sheets: [], names: [], notices: [] }

/**
 * Turns drafts into changes, every formula with the value that it will show: first all sheets, then names, then cells.
 * Formulas may point to each other in any order.
 */
export function assemble(base: Snapshot, drafts: readonly SheetDraft[], names: readonly NameChange[]): Change[] {
  const workspace = new Workspace(base)
  for (const draft of drafts) workspace.addSheet(draft.name)
  for (const name of names) if (name.after !== null) workspace.define(name.name, name.after)
  for (const draft of drafts)
    for (const { row, column, content } of draft.contents()) workspace.write(draft.name, row, column, finished(content, () => null))
  const value =
    (draft: SheetDraft) =>
    (formula: string, row: number, column: number): CellValue =>
      workspace.calculate(formula, draft.name, row, column) ?? null
  const cells = drafts.flatMap(draft => {
    const valueOf = value(draft)
    return draft.contents().map(({ row, column, content }): Change => ({ kind: 'cell', sheet: draft.name, cell: cellName(row, column), before: null, after: finished(content, formula => valueOf(formula, row, column)) }))
  })
  return [...drafts.map(draft => draft.addSheet()), ...names, ...cells]
}
