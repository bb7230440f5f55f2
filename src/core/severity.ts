import type { Finding, Severity } from './finding'

/** The place of a level among the levels: the most serious is 0. */
export const SEVERITY_RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

/** Most serious first; within a level as they were found. Accepted ones come after all others. */
export function bySeverity(findings: readonly Finding[]): Finding[] {
  const ranked: Finding[][] = [[], [], [], [], [], []]
  for (const finding of findings) ranked[SEVERITY_RANK[finding.severity] + (finding.accepted === undefined ? 0 : 3)]?.push(finding)
  return ranked.flat()
}
