import type { Finding, Severity } from '../../src/core/finding'
import type { FindingGroup, GroupAbout, NumberedFinding, ShownReport } from '../shown'
import type { FindingsState } from '../list-state'

/** Most serious first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info']

/** The check whose findings differ by the target that they are about: each target is a cause of its own. */
const BY_TARGET = 'target-missed'

/** A group while it is gathered. */
interface Growing extends FindingGroup {
  severity: Severity
  readonly findings: NumberedFinding[]
}

type Grouped = Pick<ShownReport, 'findings' | 'communityOf'>

/**
 * The findings as the list shows them. By cause: the worst severity first, then the larger groups; inside by severity and community.
 * By community: the worst severity first, then the sheet's own order of communities, then the whole, the sheets and the workbook; inside by severity.
 * Either those that stand, or those that were accepted.
 */
export function groupsOf(report: Grouped, { by, accepted }: Pick<FindingsState, 'by' | 'accepted'>): readonly FindingGroup[] {
  const groups = new Map<string, Growing>()
  report.findings.forEach((finding, number) => {
    if ((finding.accepted !== undefined) !== accepted) return
    const about = by === 'cause' ? causeOf(finding) : ofCommunity(finding, report.communityOf[number] ?? null), key = keyOf(about)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { key, about, severity: finding.severity, findings: [{ number, finding }] })
    else {
      group.findings.push({ number, finding })
      if (rank(finding.severity) < rank(group.severity)) group.severity = finding.severity
    }
  })
  const community = ({ number }: NumberedFinding) => placeOf(report.communityOf[number] ?? null)
  for (const { findings } of groups.values())
    findings.sort((a, b) => rank(a.finding.severity) - rank(b.finding.severity) || community(a) - community(b) || a.number - b.number)
  return [...groups.values()].sort((a, b) => rank(a.severity) - rank(b.severity) || (by === 'cause' ? b.findings.length - a.findings.length : orderOf(a.about) - orderOf(b.about)))
}

/** Where the list shows a finding. */
export function placeInList(report: Grouped, number: number, { by }: Pick<FindingsState, 'by'>): { readonly group: string; readonly place: number } {
  for (const { key, findings } of groupsOf(report, { by, accepted: report.findings[number]?.accepted !== undefined })) {
    const place = findings.findIndex(each => each.number === number)
    if (place >= 0) return { group: key, place }
  }
  return { group: '', place: 0 }
}

/** What a finding has in common with others that one remedy would mend. */
function causeOf({ rule, subject }: Finding): GroupAbout {
  return { of: 'cause', rule, target: rule === BY_TARGET ? subject.slice(subject.lastIndexOf('/') + 1) : null }
}

function ofCommunity({ at }: Finding, community: number | null): GroupAbout {
  if (community !== null) return community < 0 ? { of: 'overall' } : { of: 'community', community }
  return at === null ? { of: 'workbook' } : { of: 'sheet', sheet: at.sheet }
}

function keyOf(about: GroupAbout): string {
  switch (about.of) {
    case 'cause': return about.target === null ? about.rule : `${about.rule}/${about.target}`
    case 'community': return `community/${String(about.community)}`
    case 'sheet': return `sheet/${about.sheet}`
    default: return about.of
  }
}

function rank(severity: Severity): number {
  return SEVERITIES.indexOf(severity)
}

const LAST = Number.MAX_SAFE_INTEGER

/** Communities in their order, then the whole, then what is about none. */
function placeOf(community: number | null): number {
  return community === null ? LAST : community < 0 ? LAST - 1 : community
}

function orderOf(about: GroupAbout): number {
  switch (about.of) {
    case 'community': return about.community
    case 'overall': return LAST - 2
    case 'sheet': return LAST - 1
    default: return LAST
  }
}
