import { basename } from 'node:path'
import { read, report } from '../check'
import { compare as compareVersions } from '../compare'
import type { Version } from '../compare'
import { HostError } from '../core/workbook'
import { readWorkbookFile, writeWorkbookFile } from '../hosts/xlsx/node'
import { say } from '../messages'
import { comparisonJson, comparisonText } from '../render/compare'
import { outgoing } from '../render/outgoing'
import { choiceOf, valueOf } from './arguments'
import { isDirectory, refuseOutput } from './files'
import { JUDGING_OPTIONS, judgingSettings, settingsFor } from './settings'
import type { JudgingSettings } from './settings'
import { UsageError } from './usage-error'
import type { Verb } from './verb'
import { cliSay } from './words'

const FORMATS = ['text', 'json', 'markdown'] as const

/** `plancheck compare OLD NEW`: two versions of a roster, premises list or budget: who came, left, changed; which numbers and verdicts moved. */
export const compare: Verb = {
  name: 'compare', operands: 'OLD NEW', about: 'verb-compare',
  options: [
    ...JUDGING_OPTIONS,
    { name: 'format', value: FORMATS.join('|'), help: 'option-format' },
    { name: 'json', help: 'option-json' },
    { name: 'output', short: 'o', value: 'FILE', help: 'option-output' },
  ],
  async run(given, context) {
    const [old, now, ...more] = given.files
    if (old === undefined || now === undefined) throw new UsageError('error-two-files')
    if (more.length > 0) throw new UsageError('error-too-many', { found: more })
    const format = given.options.has('json') ? 'json' : choiceOf(given, 'format', FORMATS) ?? 'text', output = valueOf(given, 'output')
    if (output !== undefined) await refuseOutput(output, [old, now, valueOf(given, 'mapping'), valueOf(given, 'policy')])
    const settings = await judgingSettings(given, context.language), versions: Version[] = []
    for (const file of [old, now]) {
      try {
        if (await isDirectory(file)) throw new UsageError('error-directory', { file })
        versions.push(await versionOf(file, settings))
      } catch (error) {
        if (!(error instanceof HostError)) throw error
        const message = say({ key: `error.${error.code}`, params: { file: basename(file), ...error.params } }, context.language)
        if (format === 'json') await context.out(`${JSON.stringify({ file, error: { code: error.code, message } }, null, 2)}\n`)
        context.note(`${file}: ${message}`)
        return 2
      }
    }
    const [before, after] = versions
    if (before === undefined || after === undefined) return 2
    const comparison = compareVersions(before, after)
    const text = format === 'json' ? `${JSON.stringify(comparisonJson(comparison, context.language), null, 1)}\n` : comparisonText(comparison, settings.policy, context.language, { markdown: format === 'markdown' })
    if (output === undefined) await context.out(text)
    else {
      await writeWorkbookFile(output, [outgoing()(text)])
      context.note(cliSay('written', context.language, { file: output }))
    }
    return 0
  },
}

async function versionOf(file: string, settings: JudgingSettings): Promise<Version> {
  const snapshot = await readWorkbookFile(file), { settings: own } = await settingsFor(snapshot, settings), options = { ...own, file }
  return { snapshot, report: report(snapshot, read(snapshot, options), options) }
}
