import type { Finding } from '../../core/finding'
import type { AcceptedOutcome } from '../../core/waiver'
import { message } from '../../messages'

/** Id under which lapsed acceptances are reported. It is no check of the sheets: it runs when all others are done. */
export const ACCEPTANCE_LAPSED = 'acceptance-lapsed'

/** So many subjects are named; the rest is in the count. */
const MOST_NAMED = 5

/**
 * What a person accepted and what no longer holds: one note for each finding whose value changed since, with its cells,
 * and one for all findings that did not occur (mended, or accepted for another file or standard).
 */
export function lapsedAcceptances({ lapsed, gone }: Pick<AcceptedOutcome, 'lapsed' | 'gone'>): Finding[] {
  const findings = lapsed.map(({ accepted, finding }): Finding => ({
    rule: ACCEPTANCE_LAPSED, severity: 'info', at: finding.at, related: finding.related, subject: `${accepted.check}/${accepted.subject}`,
    message: message('finding.acceptance-lapsed', { finding: finding.message, reason: accepted.reason }), evidence: null, fix: null,
  }))
  if (gone.length > 0) {
    const subjects = gone.slice(0, MOST_NAMED).map(each => `${each.check} ${each.subject}`)
    findings.push({
      rule: ACCEPTANCE_LAPSED, severity: 'info', at: null, related: [], subject: 'gone',
      message: message(gone.length > MOST_NAMED ? 'finding.acceptances-gone-more' : 'finding.acceptances-gone', { count: gone.length, subjects }), evidence: null, fix: null,
    })
  }
  return findings
}
