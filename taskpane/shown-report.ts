import type { Report } from '../src/core/report'
import { openTargets, summarySentence } from '../src/render/summary'
import { findingFacts } from './finding-facts'
import { MOST_FINDINGS } from './shown'
import type { ShownReport } from './shown'

/** A report as it goes to the screen: without the rows, and with so many findings as a person can look through. */
export function shownReport(report: Report): ShownReport {
  const { people: _people, premises: _premises, ifMerged: _ifMerged, ...reading } = report.reading
  const open = report.findings.length - report.counts.accepted
  // Accepted ones come last and always come along: a person must be able to take them back.
  const findings = open > MOST_FINDINGS ? [...report.findings.slice(0, MOST_FINDINGS), ...report.findings.slice(open)] : report.findings
  return {
    ...report, reading, findings, ...findingFacts(findings, report.reading),
    findingsLeftOut: Math.max(0, open - MOST_FINDINGS),
    summary: summarySentence(report),
    openEverywhere: [...openTargets(report)],
  }
}
