import type { CellChange } from './core/change'
import { isFixable } from './core/finding'
import type { Finding } from './core/finding'
import { itemOf } from './core/proposal'
import type { Proposal, ProposalItem } from './core/proposal'

/** Which findings are to be fixed: those whose fix can lose nothing that was typed on purpose, or some by their position in the report. */
export type FixChoice = 'safe' | readonly number[]

/**
 * The fixes of a report as one proposal: each cell with the sentence of its finding. Of two fixes for one cell the one of the more serious
 * finding stands, and the other comes with the next check.
 */
export function fixes(findings: readonly Finding[], choice: FixChoice): Proposal {
  const chosen = choice === 'safe' ? null : new Set(choice), taken = new Set<string>()
  const items = findings.flatMap((finding, number): ProposalItem[] => {
    const { fix, message } = finding
    if (fix === null || !isFixable(finding) || (chosen === null ? !fix.safe : !chosen.has(number))) return []
    const cells = fix.changes.filter((change): change is CellChange => change.kind === 'cell')
    const names = cells.map(({ sheet, cell }) => `${sheet}!${cell}`)
    // The cells of one fix belong together: half of it is none.
    if (names.some(name => taken.has(name))) return []
    for (const name of names) taken.add(name)
    return cells.map(change => itemOf(change, message, { safe: fix.safe, ...(cells.length > 1 && !fix.safe ? { together: `fix-${String(number)}` } : {}) }))
  })
  return { kind: 'fix', items }
}
