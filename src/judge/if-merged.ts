import type { Day } from '../core/day'
import type { Policy } from '../core/plan'
import type { Reading } from '../core/reading'
import type { Judgement, UnitReport } from '../core/report'
import { message } from '../messages'
import { openArithmetic } from './arithmetic'
import { judge } from './judge'
import type { Judged } from './judge'

/**
 * Judges a reading, and where a host could not tell the merged areas, the reading with every possible one too: a verdict that is not the same in both
 * hangs on what nobody could see, and is unknown.
 */
export function judgeWithMerges(reading: Reading, policy: Policy, asOf: Day): Judged {
  const judged = judge(reading, policy, asOf)
  if (reading.ifMerged === undefined) return judged
  const merged = judge(reading.ifMerged, policy, asOf)
  return {
    facts: judged.facts,
    communities: judged.communities.map(unit => held(unit, merged.communities.find(({ name }) => name === unit.name))),
    overall: held(judged.overall, merged.overall),
  }
}

function held(unit: UnitReport, merged: UnitReport | undefined): UnitReport {
  const judgements = unit.judgements.map(judgement => {
    const other = merged?.judgements.find(({ target }) => target === judgement.target)
    return judgement.verdict === 'unknown' || other?.verdict === judgement.verdict ? judgement : undecided(judgement, other)
  })
  return judgements.every((judgement, at) => judgement === unit.judgements[at]) ? unit : { ...unit, judgements }
}

function undecided(judgement: Judgement, other: Judgement | undefined): Judgement {
  const ends = [judgement.range?.low, judgement.range?.high, judgement.actual, other?.actual, other?.range?.low, other?.range?.high]
    .filter(value => value !== undefined && value !== null)
  const open = message('open.merges-untold')
  return {
    ...judgement, verdict: 'unknown', lacking: [], open,
    range: ends.length === 0 ? null : { low: Math.min(...ends), high: Math.max(...ends) },
    arithmetic: openArithmetic(judgement.target, open, judgement.expected),
  }
}
