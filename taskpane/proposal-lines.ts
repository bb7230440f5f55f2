import { isFormula } from '../src/core/cell'
import type { CellContent } from '../src/core/cell'
import type { CellChange, SheetLayout } from '../src/core/change'
import { maskText } from '../src/core/mask'
import type { Message } from '../src/core/message'
import { isInBox, parseBox } from '../src/core/place'
import { addedSheets, cellItems } from '../src/core/proposal'
import type { Proposal, ProposalItem } from '../src/core/proposal'
import type { FillPlan, Scenario } from '../src/fill'
import { drawnSheet } from './drawn-sheet'
import type { FillView, ProposalView, ProposedCell, ProposedSheet } from './proposal-view'

/** A proposal by sheet, the person's own first: there the choice is cell by cell. */
export function proposalView(proposal: Proposal): ProposalView {
  const sheets = new Map<string, { sheet: string; isNew: boolean; isWhole: boolean; lines: ProposedCell[]; cells: CellChange[] }>()
  const items = cellItems(proposal), added = new Set(addedSheets(proposal)), layouts = layoutsOf(proposal)
  const anew = new Set(proposal.items.flatMap(({ change }) => (change.kind === 'dress-sheet' ? [change.sheet] : [])))
  // An identity in a fix, or on the findings sheet, is shown as everywhere: masked.
  const shown = (content: CellContent) => (proposal.kind !== 'fill' && typeof content === 'string' ? maskText(content) : content)
  const lineOf = linesOf(items), numbers = new Map(proposal.items.map((item, number) => [item, number]))
  for (const item of items) {
    const { change, why, inputs, safe } = item
    const isNew = added.has(change.sheet)
    const fresh = { sheet: change.sheet, isNew, isWhole: isNew || anew.has(change.sheet), lines: [], cells: [] }
    const entry = sheets.get(change.sheet) ?? fresh
    entry.cells.push(change)
    entry.lines.push({
      number: numbers.get(item) ?? -1, cell: change.cell, before: shown(change.before), after: shown(change.after), why, inputs, safe,
      label: labelOf(why, lineOf(change)),
      format: change.format ?? formatIn(layouts.get(change.sheet), change),
    })
    sheets.set(change.sheet, entry)
  }
  const ordered = [...sheets.values()].sort((a, b) => Number(a.isNew) - Number(b.isNew))
  return {
    kind: proposal.kind,
    sheets: ordered.map(({ cells, ...sheet }): ProposedSheet => {
      const drawn = sheet.isNew ? drawnSheet(sheet.sheet, layouts.get(sheet.sheet), cells) : null
      return { ...sheet, drawn }
    }),
  }
}

export function fillView(plan: FillPlan, scenario: Scenario): FillView {
  const { missing, kept, conflicts, left, notes } = plan
  return { ...proposalView(plan), scenario, missing, kept, conflicts, left, notes }
}

/** The line and the column of a cell, in the words of its sheet. */
function labelOf({ params }: Message, line: string | undefined): string {
  // A row without a line of its own is a title or a note: its first words name nothing.
  return [(params['line'] ?? '') === '' ? '' : line ?? params['line'], params['column']].filter(each => typeof each === 'string' && each !== '').join(' · ')
}

/** Rows of new sheets begin with a short name for formulas here and there: their first Chinese words say more. */
function linesOf(items: readonly ProposalItem<CellChange>[]): (change: CellChange) => string | undefined {
  const lines = new Map<string, string>(), rowOf = ({ sheet, cell }: CellChange) => `${sheet}!${cell.replace(/^[A-Z]+/, '')}`
  for (const { change } of items) if (typeof change.after === 'string' && /\p{Script=Han}/u.test(change.after) && !lines.has(rowOf(change))) lines.set(rowOf(change), change.after)
  return change => (typeof change.after === 'string' ? undefined : lines.get(rowOf(change)))
}

function layoutsOf({ items }: Proposal): ReadonlyMap<string, SheetLayout> {
  const layouts = new Map<string, SheetLayout>()
  for (const { change } of items) {
    const layout = change.kind === 'add-sheet' || change.kind === 'dress-sheet' ? change.layout : undefined
    if (layout !== undefined && 'sheet' in change) layouts.set(change.sheet, layout)
  }
  return layouts
}

/** The number format of a cell of a new sheet: a later box wins. */
function formatIn(layout: SheetLayout | undefined, { cell, after }: CellChange): string | null {
  const at = parseBox(cell), value = isFormula(after) ? after.value : after
  if (at === null || layout?.styles === undefined || typeof value !== 'number') return null
  return (
    layout.styles.findLast(
      ({ box, style }) =>
        style.format !== undefined && isInBox(box, at.top, at.left),
    )?.style.format ?? null
  )
}
