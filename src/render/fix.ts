import { isFormula } from '../core/cell'
import type { CellContent } from '../core/cell'
import type { CellChange } from '../core/change'
import { isFixable } from '../core/finding'
import type { Finding } from '../core/finding'
import type { Language } from '../core/message'
import { sheetReference } from '../core/place'
import { cellItems } from '../core/proposal'
import type { Proposal, ProposalItem } from '../core/proposal'
import { message, say } from '../messages'
import { contentJson } from './fill'

/** What was fixed or would be, as plain data for other programs. Names and shapes are a published contract: add, never rename. */
export interface FixJson {
  readonly plancheck: 1
  readonly file: string
  /** `null` for a dry run. */
  readonly out: string | null
  readonly changes: readonly object[]
  /** Findings whose fix is a decision of the person's: they are fixed one by one. */
  readonly left: readonly object[]
}

export function fixJson(proposal: Proposal, findings: readonly Finding[], file: string, out: string | null, language: Language): FixJson {
  return {
    plancheck: 1,
    file,
    out,
    changes: cellItems(proposal).map(({ change, why, safe }) => ({
      sheet: change.sheet,
      cell: change.cell,
      before: contentJson(change.before),
      after: contentJson(change.after),
      why: why.key,
      text: say(why, language),
      safe,
    })),
    left: leftOver(proposal, findings).map(({ rule, message: text }) => ({ check: rule, text: say(text, language) })),
  }
}

/** The same for a person: each cell before and after, with the reason. */
export function fixText(proposal: Proposal, findings: readonly Finding[], file: string, out: string | null, language: Language): string {
  const items = cellItems(proposal), left = leftOver(proposal, findings)
  const key = items.length === 0 ? 'fix.report.nothing' : out === null ? 'fix.report.would' : 'fix.report.done'
  const lines = [say(message(key, { cells: items.length }), language), ...items.map(item => `  ${line(item, language)}`)]
  if (left.length > 0) lines.push('', say(message('fix.report.left', { count: left.length }), language), ...left.map(finding => `  ${say(finding.message, language)}`))
  if (out !== null) lines.push('', say(message('fill.report.written', { file, out }), language))
  return `${lines.join('\n')}\n`
}

function leftOver({ items }: Proposal, findings: readonly Finding[]): Finding[] {
  const taken = new Set(items.map(({ change }) => change))
  return findings.filter(finding => isFixable(finding) && finding.fix?.changes.every(change => !taken.has(change)) === true)
}

function line({ change, why }: ProposalItem<CellChange>, language: Language): string {
  return `${sheetReference(change.sheet)}!${change.cell}: ${shown(change.before)} → ${shown(change.after)}   ${say(why, language)}`
}

function shown(content: CellContent): string {
  if (isFormula(content)) return content.formula
  const plain = contentJson(content)
  return plain === null || plain === '' ? '∅' : String(plain)
}
