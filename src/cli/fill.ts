import { fill as planFill } from '../fill'
import type { FillPlan, Scenario } from '../fill'
import { fillJson, fillText } from '../render/fill'
import { choiceOf } from './arguments'
import { jsonText, proposingVerb } from './proposing'

const SCENARIOS: readonly Scenario[] = ['none', 'principals-instead', 'principals-plus']
/** Changes listed by a dry run in text; json has them all. */
const LISTED = 400

/** `plancheck fill FILE -o OUT.xlsx`: fills the budget sheets into a new file; the file that is read is never touched. */
export const fill = proposingVerb<FillPlan, 'markdown'>({
  name: 'fill', about: 'verb-fill', formats: ['text', 'json', 'markdown'],
  options: [{ name: 'scenario', value: SCENARIOS.join('|'), help: 'option-scenario' }],
  prepare(given) {
    const scenario = choiceOf(given, 'scenario', SCENARIOS)
    return ({ snapshot, report, words }) => planFill(snapshot, report, { words, ...(scenario === undefined ? {} : { scenario }) })
  },
  said: (plan, { file, out, format, language }) =>
    (format === 'json'
      ? jsonText(fillJson(plan, file, out, language))
      : fillText(plan, file, out, language, { markdown: format === 'markdown', changes: out === null ? LISTED : 0 })),
  // 1: something was left out because an input is missing.
  exitCode: plan => (plan.missing.length > 0 ? 1 : 0),
})
