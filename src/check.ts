import { audit } from './audit'
import { datedReadings } from './dated-readings'
import { message } from './messages'
import { rules, runRules } from './rules'
import { lookAhead } from './outlook'
import { lapsedAcceptances } from './rules/workbook/acceptance-lapsed'
import { withValues } from './formula/calculated'
import { judgeWithMerges } from './judge/if-merged'
import type { NotChecked } from './core/checked'
import type { Day } from './core/day'
import { parseDay } from './core/day'
import type { Finding } from './core/finding'
import { withOwnNumbers } from './core/own-number'
import type { OwnNumber } from './core/own-number'
import type { Policy } from './core/plan'
import { rowsSkipped } from './core/reading'
import type { Mapping } from './core/mapping'
import type { Reading } from './core/reading'
import type { Judgement, Report, ReportCounts } from './core/report'
import { bySeverity } from './core/severity'
import type { ReadNotice, Snapshot } from './core/snapshot'
import { onTheSheet } from './core/turned'
import { accept } from './core/waiver'
import type { AcceptedFinding } from './core/waiver'
import { readSnapshot } from './read'

/** How a workbook is to be checked. */
export interface CheckOptions {
  readonly policy: Policy
  /** `yyyy-mm-dd`; left out: the day that the workbook states, else 31 December of the policy's year. */
  readonly asOf?: Day
  /** Answers of the user: columns, words, communities. */
  readonly mapping?: Mapping
  /** The as-of day is open too: what could turn a verdict is asked over every day of its year. */
  readonly varyAsOf?: boolean
  /** Findings that a person accepted, with the reason: marked, listed last and not counted. */
  readonly accepted?: readonly AcceptedFinding[]
  /** Values of the standard that a person set otherwise; each is cited as 自定. */
  readonly numbers?: readonly OwnNumber[]
  /** Name to show; left out: the snapshot's. */
  readonly file?: string
  /** Told between two steps of judging, when what the last one left behind is free to go; the report is the same. */
  readonly rest?: () => void
}

/** Reads a workbook's snapshot and judges it. Pure: the same snapshot and options give the same report. */
export function check(snapshot: Snapshot, options: CheckOptions): Report {
  return report(snapshot, read(snapshot, options), options)
}

/**
 * Understands a snapshot as `check` does, for a caller that does something between the two steps. Formulas that were stored without a value
 * (exports, scripts) are calculated first where they can be; the rest is said once, with how to mend it.
 */
export function read(snapshot: Snapshot, { asOf, mapping, policy }: Pick<CheckOptions, 'asOf' | 'mapping'> & { readonly policy?: Policy }): Reading {
  const day = asOf === undefined ? null : parseDay(asOf), { snapshot: whole, without } = withValues(snapshot)
  const reading = readSnapshot(whole, {
    mapping,
    asOf: day ?? undefined,
    otherwiseAsOf: policy === undefined ? undefined : (parseDay(policyDay(policy)) ?? undefined),
  })
  return without === 0 ? reading : { ...reading, notices: [...reading.notices, { key: 'notice.formulas-without-value', params: { count: without } }] }
}

/**
 * Judges what was read before: another standard or another day needs no second reading.
 * @throws RangeError when `asOf` is no real day
 */
export function report(
  snapshot: Snapshot,
  reading: Reading,
  { policy: standard, asOf, mapping, file, varyAsOf = false, accepted = [], numbers = [], rest }: CheckOptions,
): Report {
  const policy = withOwnNumbers(standard, numbers)
  const day = asOf ?? reading.statedDay?.day ?? policyDay(policy)
  if (parseDay(day) === null) throw new RangeError(`not a day: ${day}`)
  const verdicts = judgeWithMerges(reading, policy, day),
    { facts, communities, overall } = verdicts,
    { dated, left } = varyAsOf ? datedReadings(snapshot, reading, { asOf: day, mapping }) : { dated: null, left: 0 },
    ahead = lookAhead(verdicts, policy, day, { varyAsOf, dated })
  rest?.()
  const input = { snapshot, reading, facts, report: { asOf: day, policy, communities, overall } }
  const audited = audit(snapshot, reading)
  // What stands on its side is named by the cells in which it stands.
  const judged = runRules(rules, input),
    turned = reading.turned ?? [],
    outcome = accept([...onTheSheet(judged.findings, turned), ...audited.findings], accepted)
  const findings = bySeverity([...outcome.findings, ...lapsedAcceptances(outcome)])
  return {
    file: file ?? snapshot.name,
    asOf: day,
    asOfFrom: asOf !== undefined ? 'argument' : reading.statedDay !== null ? 'stated' : 'policy-year',
    policy,
    reading,
    communities: onTheSheet(communities, turned),
    overall: onTheSheet(overall, turned),
    findings,
    checked: { ...audited.checked, not: [...judged.not, ...audited.checked.not, ...ahead.not, ...daysLeft(left)] },
    sensitivity: onTheSheet(ahead.sensitivity, turned),
    plan: onTheSheet(ahead.plan, turned),
    questions: reading.questions,
    notices: allNotices(snapshot, reading),
    counts: countsOf(
      reading,
      [overall, ...communities].flatMap(unit => unit.judgements),
      findings,
    ),
  }
}

/** Days of a very large workbook on which something reads otherwise, and which were not looked at. */
function daysLeft(count: number): readonly NotChecked[] {
  return count === 0 ? [] : [{ sheet: null, cell: null, check: 'sensitivity', why: message('outlook.days-left', { count }) }]
}

function policyDay(policy: Policy): Day {
  return `${policy.year}-12-31`
}

/** The host's notices and the reading's, each once. */
function allNotices(snapshot: Snapshot, reading: Reading): readonly ReadNotice[] {
  const seen = new Set<string>()
  return [...snapshot.notices, ...reading.notices].filter(notice => {
    const key = JSON.stringify([notice.key, notice.sheet, notice.cell, notice.params])
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function countsOf(reading: Reading, judgements: readonly Judgement[], findings: readonly Finding[]): ReportCounts {
  const counts = { met: 0, missed: 0, surplus: 0, unknown: 0, error: 0, warning: 0, info: 0, accepted: 0, rowsRead: 0, rowsSkipped: 0 }
  for (const judgement of judgements) counts[judgement.verdict]++
  for (const finding of findings) counts[finding.accepted === undefined ? finding.severity : 'accepted']++
  for (const table of reading.tables) {
    counts.rowsRead += table.rowsRead
    counts.rowsSkipped += rowsSkipped(table)
  }
  return counts
}
