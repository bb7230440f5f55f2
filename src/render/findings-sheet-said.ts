import type { Language } from '../core/message'
import { cellItems } from '../core/proposal'
import { message, say } from '../messages'
import { contentJson } from './fill'
import type { FindingsSheet } from './findings-sheet'

/** The findings sheet that was written or would be, as plain data for other programs. Names and shapes are a published contract: add, never rename. */
export interface FindingsSheetJson {
  readonly plancheck: 1
  readonly file: string
  /** `null` for a dry run. */
  readonly out: string | null
  /** Name of the sheet. */
  readonly sheet: string
  /** Findings that it lists. */
  readonly findings: number
  /** Cells that change. `safe: false`: a remark of a person's whose finding is gone. */
  readonly changes: readonly object[]
}

export function findingsSheetJson(proposal: FindingsSheet, file: string, out: string | null, language: Language): FindingsSheetJson {
  return {
    plancheck: 1,
    file,
    out,
    sheet: proposal.sheet,
    findings: proposal.findings,
    changes: cellItems(proposal).map(({ change, why, safe }) => ({
      sheet: change.sheet, cell: change.cell, before: contentJson(change.before), after: contentJson(change.after),
      why: why.key, text: say(why, language), safe,
    })),
  }
}

/** The same for a person: what is written where, and each remark that goes. */
export function findingsSheetText(proposal: FindingsSheet, file: string, out: string | null, language: Language): string {
  const { sheet, findings: count } = proposal, cells = cellItems(proposal)
  const key = cells.length === 0 ? 'results.report.same' : out === null ? 'results.report.would' : 'results.report.done'
  const lines = [say(message(key, { sheet, count, cells: cells.length }), language)]
  for (const { change, why, safe } of cells)
    if (!safe) lines.push(`  ${change.cell}: ${String(contentJson(change.before))} → ${String(contentJson(change.after) ?? '∅')}   ${say(why, language)}`)
  if (out !== null) lines.push('', say(message('fill.report.written', { file, out }), language))
  return `${lines.join('\n')}\n`
}
