import { figureIds } from '../judge'
import { rules } from '../rules'
import { auditIds } from '../rules/audit-rules'
import { ACCEPTANCE_LAPSED } from '../rules/workbook/acceptance-lapsed'
import { catalogue, message, messageNamed, say } from '../messages'
import type { MessageKey } from '../messages'
import { loadPolicies } from '../policies'
import { exampleLines } from '../render/example'
import { targetLines } from '../render/policy'
import { valueOf } from './arguments'
import { policyOf } from './settings'
import { UsageError } from './usage-error'
import type { Verb } from './verb'

/** `plancheck explain CHECK`: a check, a figure, or a target of the policy. */
export const explain: Verb = {
  name: 'explain', operands: 'CHECK', about: 'verb-explain',
  options: [{ name: 'policy', value: 'ID|FILE.json', help: 'option-policy' }],
  async run(given, { language, out }) {
    const [id, ...rest] = given.files, chosen = await policyOf(valueOf(given, 'policy'), language)
    // A target of another shipped standard is found without naming the standard.
    const policy = [chosen, ...(await loadPolicies())].find(each => each.targets.some(target => target.id === id)) ?? chosen
    const known = [
      ...rules.map(rule => rule.id),
      ...auditIds,
      ACCEPTANCE_LAPSED,
      ...policy.targets.map(target => target.id),
      ...figureIds.filter(figure => !policy.targets.some(target => target.id === figure)),
    ]
    if (id === undefined || rest.length > 0 || !known.includes(id)) throw new UsageError('error-explain', { id: given.files.join(' '), ids: known })
    const target = policy.targets.find(each => each.id === id), subject = target?.figure ?? id, key = `explain.${subject}`
    const lines = target === undefined ? [id, ''] : [`${id}  ${target.title[language]}  (${policy.id})`, '']
    if (key in catalogue) lines.push(say(messageNamed(key as MessageKey), language), '')
    const rule = rules.find(each => each.id === id)
    if (rule !== undefined && rule.example !== null) lines.push(...exampleLines(rule.example, language))
    if (target !== undefined) lines.push(...targetLines(target, language), `      ${Object.entries(policy.sources).map(([name, source]) => `${name}: ${[source.title, source.number].filter(part => part !== undefined).join(' · ')}`).join('; ')}`, '')
    lines.push(say(message('explain.waive'), language))
    await out(`${lines.join('\n')}\n`)
    return 0
  },
}
