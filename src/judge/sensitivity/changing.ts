import { NOTHING_OPEN, STILL } from './model'
import type { Openness, Option } from './model'

/**
 * What somebody can bring who reads otherwise on some of the days: has left by then, has a diploma by then. The answers are the same answers on every day, so
 * each day lists them in one order; on a day on which a question is not open its answer moves nothing.
 * @param byDay `null`: nothing is open on that day
 * @returns `null` where nothing is open on any day
 */
export function changingOpenness(byDay: readonly (Openness | null)[]): readonly Openness[] | null {
  const widest = byDay.reduce((best, each) => ((each?.full.length ?? 0) > (best?.full.length ?? 0) ? each : best), null)
  if (widest === null) return null
  return byDay.map(each => (each === null
    ? { ...NOTHING_OPEN, full: widest.full.map(({ steps }) => ({ steps, moves: STILL })) }
    : {
      partial: each.partial,
      full: widest.full.map(option => ({ steps: option.steps, moves: sameAnswers(option, each.full)?.moves ?? STILL })),
    }))
}

/** The option of a day that gives the same answers to those of the questions that are open on it. */
function sameAnswers({ steps }: Option, options: readonly Option[]): Option | undefined {
  return options.find(each => each.steps.every(step => steps.some(other => other.kind === step.kind && other.answer === step.answer)))
}
