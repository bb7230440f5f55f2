import { areasOf } from '../../core/area'
import type { Evidence, Severity } from '../../core/finding'
import type { Message } from '../../core/message'
import type { Citation } from '../../core/plan'
import type { Judgement, UnitReport } from '../../core/report'
import { message } from '../../messages'
import { unitName, unitSubject } from '../units'
import { rule } from '../rule'
import type { Found, RuleInput } from '../rule'

/**
 * One finding for each judgement that is not met: a miss by the target's own severity, a surplus or an open question as a warning.
 * Where the same input is missing for every community it is said once.
 */
export const targetMissed = rule({
  id: 'target-missed', needs: [], severity: 'error', fix: 'none', source: null,
  // A plan that is met whole takes twenty communities: no sheet that one would read.
  example: null,
  run(input, report) {
    // Where nothing was recognised, `nothing-recognised` says it once for all targets.
    if (!input.facts.hasRoster && !input.facts.hasPremises && input.report.communities.length === 0) return
    const openEverywhere = sharedReasons(input), { overall, communities } = input.report
    for (const judgement of overall.judgements) if (judgement.verdict !== 'met') report(foundOf(input, overall, judgement))
    for (const id of openEverywhere) {
      const judgement = communities[0]?.judgements.find(each => each.target.id === id)
      const said = overall.judgements.some(each => each.target.id === id && each.verdict !== 'met')
      if (judgement !== undefined && !said) report({ ...foundOf(input, overall, judgement), message: sentence(message('unit.all-communities'), judgement, false) })
    }
    for (const unit of communities) {
      for (const judgement of unit.judgements) {
        if (judgement.verdict === 'met' || (judgement.verdict === 'unknown' && openEverywhere.has(judgement.target.id))) continue
        report(foundOf(input, unit, judgement))
      }
    }
  },
})

/** Targets that are open in every community for the same reason. */
function sharedReasons(input: RuleInput): ReadonlySet<string> {
  const shared = new Set<string>(), units = input.report.communities
  units[0]?.judgements.forEach((judgement, index) => {
    const reason = judgement.open?.key
    if (units.every(unit => unit.judgements[index]?.verdict === 'unknown' && unit.judgements[index].open?.key === reason)) shared.add(judgement.target.id)
  })
  return shared
}

function foundOf(input: RuleInput, unit: UnitReport, judgement: Judgement): Found {
  const { target, verdict } = judgement, [first, ...others] = judgement.cells
  return {
    severity: severityOf(judgement, unit.community < 0), at: first ?? null, related: [...others, ...areasOf(judgement.lacking)],
    subject: `${unitSubject(input, unit.community)}/${target.id}`,
    message: sentence(unitName(input, unit.community), judgement, verdict !== 'unknown' && standsIn(unit, judgement)),
    evidence: evidenceOf(input, judgement),
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
  // A county's indicator held against one workbook is information.
  if (target.scope === 'region') return 'info'
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

function evidenceOf(input: RuleInput, { actual, expected, difference, citation }: Judgement): Evidence {
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
