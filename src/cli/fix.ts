import type { Proposal } from '../core/proposal'
import { fixes } from '../fix'
import { fixJson, fixText } from '../render/fix'
import { valueOf } from './arguments'
import { jsonText, proposingVerb } from './proposing'

/**
 * `plancheck fix FILE -o OUT.xlsx`: what can be fixed without losing anything that was typed on purpose, into a new file; the file that is
 * read is never touched. `--rule ID` fixes what one check found, whether it is a decision or not.
 */
export const fix = proposingVerb<Proposal>({
  name: 'fix', about: 'verb-fix', formats: ['text', 'json'],
  options: [{ name: 'rule', value: 'CHECK', help: 'option-fix-rule' }],
  prepare(given) {
    const rule = valueOf(given, 'rule')
    return ({ report: { findings } }) =>
      fixes(findings, rule === undefined ? 'safe' : findings.flatMap((finding, number) => (finding.rule === rule ? [number] : [])))
  },
  said: (proposal, { file, out, format, language }, { report: { findings } }) =>
    (format === 'json' ? jsonText(fixJson(proposal, findings, file, out, language)) : fixText(proposal, findings, file, out, language)),
})
