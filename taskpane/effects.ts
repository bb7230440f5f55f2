import type { Report } from '../src/core/report'
import type { Effect } from './shown'

/** A workbook of more rows is not checked once more for each decision, nor is any for more decisions. */
const MOST_ROWS_AGAIN = 5000
const MOST_EFFECTS = 12

/** Whether what a decision changes is worked out: the place of the decision among all, and the report with it. */
export function isTried(place: number, now: Report): boolean {
  return now.counts.rowsRead <= MOST_ROWS_AGAIN && place < MOST_EFFECTS
}

/** What a decision changes: the report without it beside the report as it is. */
export function effectOf(without: Report, now: Report): Effect {
  const units = (report: Report) => [report.overall, ...report.communities]
  const verdictsOf = (report: Report) =>
    new Map(units(report).flatMap(unit => unit.judgements.map(({ target, verdict }) => [`${unit.name}/${target.id}`, verdict])))
  const before = verdictsOf(without), after = verdictsOf(now), open = ({ error, warning, info }: Report['counts']) => error + warning + info
  return {
    counted: [without.overall.headcount.counted, now.overall.headcount.counted],
    verdicts: [...new Set([...before.keys(), ...after.keys()])].filter(key => before.get(key) !== after.get(key)).length,
    findings: [open(without.counts), open(now.counts)],
  }
}
