import type { Evidence, Finding, Severity } from '../../core/finding'
import type { Message } from '../../core/message'
import { sheetReference } from '../../core/place'
import type { Citation } from '../../core/plan'
import type { CellsReference, Judgement, UnitReport } from '../../core/report'
import { message } from '../../messages'
import { referencesOf } from '../../judge/cells'
import { unitName, unitSubject } from '../judged-check'
import type { JudgedCheck, JudgedInput } from '../judged-check'

/**
 * One finding for each judgement that is not met: a miss by the target's own severity, a surplus or an open question as a warning.
 * Where the same input is missing for every community it is said once.
 */
export const targetMissed: JudgedCheck = {
  id: 'target-missed',
  run(input) {
    // Where nothing was recognised, `nothing-recognised` says it once for all targets.
    if (!input.facts.hasRoster && !input.facts.hasPremises && input.report.communities.length === 0) return []
    const findings: Finding[] = [], openEverywhere = sharedReasons(input)
    for (const judgement of input.report.overall.judgements) if (judgement.verdict !== 'met') findings.push(findingOf(input, input.report.overall, judgement))
    for (const id of openEverywhere) {
      const first = input.report.communities[0], judgement = first?.judgements.find(each => each.target.id === id)
      const said = input.report.overall.judgements.some(each => each.target.id === id && each.verdict !== 'met')
      if (judgement !== undefined && !said) findings.push({ ...findingOf(input, input.report.overall, judgement), message: sentence(message('unit.all-communities'), judgement, false) })
    }
    for (const unit of input.report.communities) {
      for (const judgement of unit.judgements) {
        if (judgement.verdict === 'met' || (judgement.verdict === 'unknown' && openEverywhere.has(judgement.target.id))) continue
        findings.push(findingOf(input, unit, judgement))
      }
    }
    return findings
  },
}

/** Targets that are open in every community for the same reason. */
function sharedReasons(input: JudgedInput): ReadonlySet<string> {
  const shared = new Set<string>(), units = input.report.communities
  units[0]?.judgements.forEach((judgement, index) => {
    const reason = reasonKey(judgement)
    if (units.every(unit => unit.judgements[index]?.verdict === 'unknown' && reasonKey(unit.judgements[index]) === reason)) shared.add(judgement.target.id)
  })
  return shared
}

function reasonKey(judgement: Judgement | undefined): string {
  const reason = judgement?.arithmetic.params['reason']
  return typeof reason === 'object' && reason !== null && 'key' in reason ? reason.key : ''
}

function findingOf(input: JudgedInput, unit: UnitReport, judgement: Judgement): Finding {
  const { target, verdict } = judgement, [first, ...others] = judgement.cells
  return {
    check: 'target-missed', severity: severityOf(judgement, unit.community < 0),
    sheet: first?.sheet ?? null, cell: first?.cells ?? null,
    related: [...others.map(referenceName), ...referencesOf(judgement.lacking)],
    subject: `${unitSubject(input, unit.community)}/${target.id}`,
    message: sentence(unitName(input, unit.community), judgement, verdict !== 'unknown' && standsIn(unit, judgement)),
    evidence: evidenceOf(input, judgement), fix: null,
  }
}

function sentence(unit: string | Message, judgement: Judgement, substitution: boolean): Message {
  const { arithmetic } = judgement, [first, ...others] = judgement.remarks
  if (substitution) {
    if (first === undefined) return message('finding.no-substitution', { unit, arithmetic })
    others.push(message('remark.no-substitution'))
  }
  if (first === undefined) return message('finding.target', { unit, arithmetic })
  return message('finding.target-remarks', { unit, arithmetic, remarks: others.reduce<Message>((all, second) => message('finding.and', { first: all, second }), first) })
}

function severityOf({ target, verdict }: Judgement, whole: boolean): Severity {
  const own = whole ? target.severity?.overall : target.severity?.community
  if (verdict === 'missed') return own ?? 'error'
  return own === 'info' ? 'info' : 'warning'
}

/** One kind is short while the other has too many: the moment to say that they do not make up for each other. */
function standsIn(unit: UnitReport, judgement: Judgement): boolean {
  const other = judgement.target.figure === 'formal' ? 'contracted' : judgement.target.figure === 'contracted' ? 'formal' : null
  if (other === null || unit.community < 0) return false
  const opposite = judgement.verdict === 'missed' ? 'surplus' : 'missed'
  return unit.judgements.some(each => each.target.figure === other && each.verdict === opposite)
}

function evidenceOf(input: JudgedInput, { actual, expected, difference, citation }: Judgement): Evidence {
  return { actual, expected, difference, source: citation === null ? null : sourceOf(input.report.policy.id, citation) }
}

const sources = new WeakMap<Citation, NonNullable<Evidence['source']>>()

/** The citation with the standard's id, one object for all findings that rest on it. */
function sourceOf(id: string, citation: Citation): NonNullable<Evidence['source']> {
  const known = sources.get(citation)
  if (known?.id === id) return known
  const source = { id, ...citation }
  sources.set(citation, source)
  return source
}

function referenceName({ sheet, cells }: CellsReference): string {
  return `${sheetReference(sheet)}!${cells}`
}
