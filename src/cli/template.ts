import { basename } from 'node:path'
import { HostError } from '../core/workbook'
import { newWorkbookBytes, writeWorkbookFile } from '../hosts/xlsx/node'
import { say } from '../messages'
import { collectChanges, templateChanges } from '../template'
import { valueOf } from './arguments'
import { refuseOutput } from './files'
import { dayOf, policyOf } from './settings'
import { UsageError } from './usage-error'
import type { Verb } from './verb'
import { cliSay } from './words'

/** `plancheck template -o OUT.xlsx`: a new workbook in the canonical layout, empty or with the plan's figures. */
export const template: Verb = {
  name: 'template', operands: '', about: 'verb-template',
  options: [
    { name: 'output', short: 'o', value: 'OUT.xlsx', help: 'option-output-xlsx' },
    { name: 'sample', help: 'option-sample' },
    { name: 'collect', help: 'option-collect' },
    { name: 'as-of', value: 'YYYY-MM-DD', help: 'option-collect-day' },
    { name: 'policy', value: 'ID|FILE.json', help: 'option-policy' },
  ],
  async run(given, context) {
    if (given.files.length > 0) throw new UsageError('error-too-many', { found: [...given.files] })
    const output = valueOf(given, 'output')
    if (output === undefined) throw new UsageError('error-no-output')
    await refuseOutput(output, [valueOf(given, 'policy')])
    const policy = await policyOf(valueOf(given, 'policy'), context.language)
    const changes = given.options.has('collect') ? collectChanges(dayOf(given, 'as-of') ?? `${String(policy.year)}-12-31`) : templateChanges(policy, { sample: given.options.has('sample') })
    try {
      await writeWorkbookFile(output, await newWorkbookBytes(changes), { isPublic: true })
    } catch (error) {
      if (!(error instanceof HostError)) throw error
      context.note(say({ key: `error.${error.code}`, params: { file: basename(output), ...error.params } }, context.language))
      return 2
    }
    context.note(cliSay('written', context.language, { file: output }))
    return 0
  },
}
