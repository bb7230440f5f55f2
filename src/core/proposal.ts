import { isFormula } from './cell'
import type { CellChange, Change } from './change'
import type { Message } from './message'
import { sheetReference } from './place'

/** What a proposal is for: the word that a write is kept under, and that its undo names. */
export type ProposalKind = 'fill' | 'results' | 'fix' | 'edit' | 'merge'

/**
 * Anything that would be written, as plain data: nothing is written by it. One preview shows it, one apply writes what was chosen of it in one
 * step, one undo takes that back, whatever host the workbook is in.
 */
export interface Proposal {
  readonly kind: ProposalKind
  /** In the order in which they are carried out. */
  readonly items: readonly ProposalItem[]
}

export interface ProposalItem<C extends Change = Change> {
  readonly change: C
  readonly why: Message
  /** Cannot lose anything that was typed on purpose. */
  readonly safe: boolean
  /** Cells that the new content takes in, `Sheet!A1`. */
  readonly inputs: readonly string[]
  /** Items with the same word point at each other: they are written together or not at all. */
  readonly together?: string
  /** Record keeping of this program: goes along with the rest, and there is nothing in it to look at. */
  readonly quiet?: boolean
}

/** The cells that a person looks at, in their order. */
export function cellItems({ items }: Pick<Proposal, 'items'>): ProposalItem<CellChange>[] {
  return items.filter((item): item is ProposalItem<CellChange> => item.change.kind === 'cell' && item.quiet !== true)
}

/** Sheets that are added. */
export function addedSheets({ items }: Pick<Proposal, 'items'>): string[] {
  return items.flatMap(({ change }) => (change.kind === 'add-sheet' ? [change.sheet] : []))
}

/** Everything to apply, in order. */
export function allChanges({ items }: Pick<Proposal, 'items'>): Change[] {
  return items.map(({ change }) => change)
}

/**
 * The changes of a proposal without some of its items, given by their position. With one of several that go together all of them are left
 * out, and so is every cell that points to a sheet which then is not there. Nothing chosen: nothing at all.
 */
export function chosenChanges(proposal: Pick<Proposal, 'items'>, leftOut: ReadonlySet<number>): Change[] {
  const { items } = proposal
  if (leftOut.size === 0) return allChanges(proposal)
  const groups = new Set(items.flatMap(({ together }, number) => (together !== undefined && leftOut.has(number) ? [together] : [])))
  const isOut = ({ together }: ProposalItem, number: number) => leftOut.has(number) || (together !== undefined && groups.has(together))
  const absent = items.flatMap((item, number) =>
    item.change.kind === 'add-sheet' && isOut(item, number) ? [`${sheetReference(item.change.sheet)}!`] : [],
  )
  const chosen = items.filter(
    (item, number) => !isOut(item, number) && !item.inputs.some(input => absent.some(sheet => input.startsWith(sheet))),
  )
  return chosen.some(item => item.quiet !== true) ? chosen.map(({ change }) => change) : []
}

/** Formulas among the cells. */
export function formulaCount(items: readonly ProposalItem<CellChange>[]): number {
  return items.filter(({ change }) => isFormula(change.after)).length
}

/** An item that stands for itself. */
export function itemOf<C extends Change>(change: C, why: Message, more: Partial<Omit<ProposalItem<C>, 'change' | 'why'>> = {}): ProposalItem<C> {
  return { change, why, safe: true, inputs: [], ...more }
}
