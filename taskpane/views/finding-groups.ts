import type { Finding, Severity } from '../../src/core/finding'
import type { FindingGroup, NumberedFinding } from '../shown'

/** Most serious first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info']

/** The check whose findings differ by the target that they are about: each target is a cause of its own. */
const BY_TARGET = 'target-missed'

/** What a finding has in common with others that one remedy would mend. */
export function causeOf({ rule: check, subject }: Finding): string {
  return check === BY_TARGET ? `${check}/${subject.slice(subject.lastIndexOf('/') + 1)}` : check
}

/** The target that a group is about, when it is about one. */
export function targetOf({ cause, check }: Pick<FindingGroup, 'cause' | 'check'>): string | null {
  return check === BY_TARGET ? cause.slice(BY_TARGET.length + 1) : null
}

/** Findings by cause: the worst severity first, then the larger groups; inside as the report has them. Either those that stand, or those that were accepted. */
export function groupsOf(findings: readonly Finding[], accepted = false): readonly FindingGroup[] {
  const groups = new Map<string, { cause: string; check: string; severity: Severity; findings: NumberedFinding[] }>()
  findings.forEach((finding, number) => {
    if ((finding.accepted !== undefined) !== accepted) return
    const cause = causeOf(finding)
    const group = groups.get(cause)
    if (group === undefined) groups.set(cause, { cause, check: finding.rule, severity: finding.severity, findings: [{ number, finding }] })
    else {
      group.findings.push({ number, finding })
      if (SEVERITIES.indexOf(finding.severity) < SEVERITIES.indexOf(group.severity)) group.severity = finding.severity
    }
  })
  return [...groups.values()].sort(
    (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || b.findings.length - a.findings.length,
  )
}
