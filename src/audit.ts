import { isFormula } from './core/cell'
import type { AuditReport, Checked } from './core/checked'
import type { Finding } from './core/finding'
import { markedSheets } from './core/marks'
import type { Reading } from './core/reading'
import { cellKey, parseBox } from './core/place'
import { bySeverity } from './core/severity'
import { sheetNamed } from './core/snapshot'
import type { Snapshot } from './core/snapshot'
import { accept } from './core/waiver'
import type { AcceptedFinding } from './core/waiver'
import { withValues } from './formula/calculated'
import { FormulaIndex } from './formula/formula-index'
import { withPlainReferences } from './formula/plain-references'
import { message } from './messages'
import type { AuditBook } from './rules/audit-rule'
import { auditRules } from './rules/audit-rules'
import { unitAbove } from './formula/number-written'
import { acrossRules } from './rules/across'
import { oneCause } from './rules/one-cause'
import { runAuditRules } from './rules/run'
import { totalRules } from './rules/totals'
import { lapsedAcceptances } from './rules/workbook/acceptance-lapsed'

/** Rules that judge the values of single cells: what several of them say of one cell has one cause. */
const VALUE_RULES: ReadonlySet<string> = new Set([...totalRules, ...acrossRules].flatMap(rule => [rule.id, ...(rule.reports ?? [])]))

export interface Audited {
  readonly findings: readonly Finding[]
  readonly checked: Checked
}

/**
 * Formulas, totals and sheets against each other: what is wrong, and what was held and held. Pure: a snapshot and its reading in,
 * findings out. Findings never land on a sheet that this program drew itself. A rule that throws costs its own findings alone.
 */
export function audit(stored: Snapshot, reading: Reading): Audited {
  const { snapshot: shown, without } = withValues(stored), snapshot = withPlainReferences(shown)
  const own = new Set(markedSheets(snapshot.names).values()), formulas = new FormulaIndex(snapshot)
  const book: AuditBook = { snapshot, reading, formulas, sheets: snapshot.sheets.filter(sheet => sheet.kind === 'worksheet' && !own.has(sheet.name)) }
  const { findings, totals, pairs, not: failed } = runAuditRules(auditRules, book), not = [...failed]
  if (without > 0) not.push({ sheet: null, cell: null, check: 'value-stale', why: message('audit.not-calculated', { count: without }) })
  return {
    findings: oneCause(findings, VALUE_RULES).map(finding => asWritten(shown, withUnit(snapshot, finding))),
    checked: { formulas: formulas.count, totals, pairs, not },
  }
}

/** A change names the formula that it replaces as it is written, with its references to tables and over sheets. */
function asWritten(shown: Snapshot, finding: Finding): Finding {
  if (finding.fix === null) return finding
  const changes = finding.fix.changes.map(change => {
    if (change.kind !== 'cell' || change.before === null || !isFormula(change.before)) return change
    const box = parseBox(change.cell), formulas = sheetNamed(shown, change.sheet)?.formulas
    const formula = box === null ? undefined : formulas?.get(cellKey(box.top, box.left))
    return formula === undefined || formula === change.before.formula ? change : { ...change, before: { ...change.before, formula } }
  })
  return { ...finding, fix: { ...finding.fix, changes } }
}

/** The unit that the words above the cell give to its numbers. */
function withUnit(snapshot: Snapshot, finding: Finding): Finding {
  const { at, evidence } = finding, box = at?.boxes[0], sheet = at === null ? undefined : sheetNamed(snapshot, at.sheet)
  if (evidence === null || evidence.difference === null || evidence.unit !== undefined || box === undefined || sheet === undefined)
    return finding
  const unit = unitAbove(sheet, box.top, box.left)
  return unit === null ? finding : { ...finding, evidence: { ...evidence, unit } }
}

export interface AuditOptions {
  readonly accepted?: readonly AcceptedFinding[]
  readonly file?: string
}

/** The audit alone as a report. */
export function auditReport(snapshot: Snapshot, reading: Reading, { accepted = [], file }: AuditOptions = {}): AuditReport {
  const audited = audit(snapshot, reading), outcome = accept(audited.findings, accepted)
  const findings = bySeverity([...outcome.findings, ...lapsedAcceptances(outcome)]), counts = { error: 0, warning: 0, info: 0, accepted: 0 }
  for (const finding of findings) counts[finding.accepted === undefined ? finding.severity : 'accepted']++
  return { file: file ?? snapshot.name, findings, checked: audited.checked, notices: snapshot.notices, counts }
}
