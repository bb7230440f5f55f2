import type { Language } from '../core/message'
import type { Citation, Policy, Target } from '../core/plan'
import { message, say, saying } from '../messages'
import { quotedWords, seenWord } from './citations'
import { requirementSign, scopeWord } from './words'

/** A standard with its citations, for the terminal: each value with clause, quoted words and whether it was verified. */
export function policyText(policy: Policy, language: Language): string {
  const m = saying(language)
  const lines = [`${policy.title[language]}  (${policy.id}, ${policy.year})`, '']
  if (policy.note !== undefined) lines.push(`${m('report.note')}  ${policy.note[language]}`, '')
  lines.push(m('report.sources'))
  for (const [key, source] of Object.entries(policy.sources)) lines.push(`  ${key}  ${[source.title, source.number, source.date ?? source.month ?? source.year, source.issuer, source.reportedBy, source.reported, source.address].filter(part => part !== undefined).join(' · ')}`)
  lines.push('', m('report.target'))
  for (const target of policy.targets) lines.push(...targetLines(target, language), '')
  if (policy.rates.length > 0) {
    lines.push(m('report.rates'))
    for (const rate of policy.rates) lines.push(`  ${rate.id}  ${rate.title[language]}  ${Math.round(rate.value * 100) / 100} ${rate.unit}`, `      ${cited(rate.citation, language)}${rate.derived === true ? `  [${m('report.derived')}]` : ''}`)
  }
  return `${lines.join('\n').trimEnd()}\n`
}

/** A target with its dated values and their sources. */
export function targetLines(target: Target, language: Language): string[] {
  const lines = [`  ${target.id}  ${target.title[language]}`]
  for (const entry of target.history) {
    lines.push(`      ${requirementSign(target, entry.value, language)}${say(message(UNIT_KEYS[target.unit]), language)}  ${say(scopeWord(target.scope), language)}  ${say(entry.to === undefined ? message('report.in-force', { from: entry.from }) : message('report.in-force-to', { from: entry.from, to: entry.to }), language)}${entry.dayAssumed === true ? `  [${say(message('report.day-assumed'), language)}]` : ''}`)
    if (typeof entry.value !== 'number') {
      for (const step of entry.value.steps) lines.push(`        < ${step.below}: ${step.value}`)
      const { value, add, each } = entry.value.beyond
      lines.push(`        ≥ ${entry.value.steps.at(-1)?.below ?? 0}: ${value}${add === undefined || each === undefined ? '' : ` + ${add} / ${each}`}`)
    }
    lines.push(`      ${cited(entry.citation, language)}`)
  }
  return lines
}

const UNIT_KEYS = {
  person: 'unit.person', share: 'unit.none', year: 'unit.year', m2: 'unit.m2', room: 'unit.room', community: 'unit.community', 'person-per-10000': 'unit.person-per-10000',
  'm2-per-100-households': 'unit.m2-per-100-households', 'household-per-person': 'unit.household-per-person', yuan: 'unit.yuan', 'yuan-per-1000-households': 'unit.yuan-per-1000-households',
} as const

function cited(citation: Citation, language: Language): string {
  const seen = seenWord(citation, language)
  return `${citation.clause}  ${quotedWords(citation)}${seen === '' ? '' : `  [${seen}]`}`
}
