import { areaName } from '../core/area'
import type { Finding } from '../core/finding'

const RANK = { error: 0, warning: 1, info: 2 } as const

/**
 * One cell that several of these rules name is one finding: the most serious, and of equals the first. A value that breaks a total, the
 * roster and the scale of its column at once is wrong once.
 */
export function oneCause(findings: readonly Finding[], rules: ReadonlySet<string>): readonly Finding[] {
  const best = new Map<string, Finding>()
  for (const finding of findings) {
    if (!rules.has(finding.rule) || finding.at === null || finding.at.boxes.length === 0) continue
    const place = areaName(finding.at), known = best.get(place)
    if (known === undefined || RANK[finding.severity] < RANK[known.severity]) best.set(place, finding)
  }
  return findings.filter(
    finding =>
      !rules.has(finding.rule) || finding.at === null || finding.at.boxes.length === 0 || best.get(areaName(finding.at)) === finding,
  )
}
