import { hasUnverified, loadPolicies, policyIds } from '../policies'
import { pad, width } from '../render/words'
import { say, message } from '../messages'
import { choiceOf } from './arguments'
import { policyOf } from './settings'
import { UsageError } from './usage-error'
import type { Verb } from './verb'

/** `plancheck policies`, `plancheck policies show ID`. */
export const policies: Verb = {
  name: 'policies', operands: '[show ID|FILE.json]', about: 'verb-policies',
  options: [{ name: 'format', value: 'text|json', help: 'option-format' }, { name: 'json', help: 'option-json' }],
  async run(given, { language, out }) {
    const json = given.options.has('json') || choiceOf(given, 'format', ['text', 'json']) === 'json'
    const [action, id, ...rest] = given.files
    if (action === undefined) {
      const all = await loadPolicies()
      if (json) {
        await out(`${JSON.stringify(all.map(policy => ({ id: policy.id, title: policy.title, year: policy.year, targets: policy.targets.map(target => target.id), verified: !hasUnverified(policy) })), null, 2)}\n`)
        return 0
      }
      const column = Math.max(...policyIds.map(width))
      await out(all.map(policy => `${pad(policy.id, column)}  ${policy.title[language]}${hasUnverified(policy) ? `  [${say(message('report.unverified'), language)}]` : ''}\n`).join(''))
      return 0
    }
    if (action !== 'show' || id === undefined || rest.length > 0) throw new UsageError('error-policies')
    const policy = await policyOf(id, language)
    await out(json ? `${JSON.stringify(policy, null, 2)}\n` : (await import('../render/policy')).policyText(policy, language))
    return 0
  },
}
