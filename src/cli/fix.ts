import { basename } from 'node:path'
import { check } from '../check'
import { allChanges } from '../core/proposal'
import { HostError } from '../core/workbook'
import { fixes } from '../fix'
import { recalculated } from '../formula/recalculated'
import { openWorkbook, readFileBytes, writeWorkbookFile } from '../hosts/xlsx/node'
import { say } from '../messages'
import { fixJson, fixText } from '../render/fix'
import { choiceOf, valueOf } from './arguments'
import { isDirectory, refuseOutput } from './files'
import { JUDGING_OPTIONS, judgingSettings, settingsFor } from './settings'
import { UsageError } from './usage-error'
import type { Verb } from './verb'

const FORMATS = ['text', 'json'] as const

/**
 * `plancheck fix FILE -o OUT.xlsx`: what can be fixed without losing anything that was typed on purpose, into a new file; the file that is
 * read is never touched. `--rule ID` fixes what one check found, whether it is a decision or not.
 */
export const fix: Verb = {
  name: 'fix', operands: 'FILE', about: 'verb-fix',
  options: [
    { name: 'output', short: 'o', value: 'OUT.xlsx', help: 'option-output-xlsx' },
    { name: 'dry-run', help: 'option-dry-run' },
    { name: 'rule', value: 'CHECK', help: 'option-fix-rule' },
    ...JUDGING_OPTIONS,
    { name: 'format', value: FORMATS.join('|'), help: 'option-format' },
    { name: 'json', help: 'option-json' },
  ],
  async run(given, context) {
    const [file, ...more] = given.files, dry = given.options.has('dry-run'), output = valueOf(given, 'output')
    if (file === undefined) throw new UsageError('error-no-file-fill')
    if (more.length > 0) throw new UsageError('error-too-many', { found: more })
    if (output === undefined && !dry) throw new UsageError('error-no-output')
    if (output !== undefined && !dry) await refuseOutput(output, [file, valueOf(given, 'mapping'), valueOf(given, 'policy')])
    const format = given.options.has('json') ? 'json' : choiceOf(given, 'format', FORMATS) ?? 'text'
    const rule = valueOf(given, 'rule'), settings = await judgingSettings(given, context.language)
    try {
      if (await isDirectory(file)) throw new UsageError('error-directory', { file })
      const book = openWorkbook(await readFileBytes(file), basename(file)), snapshot = await book.read({ looks: true })
      const { settings: own } = await settingsFor(snapshot, settings)
      const { findings } = check(snapshot, { ...own, file })
      const proposal = fixes(findings, rule === undefined ? 'safe' : findings.flatMap((finding, number) => (finding.rule === rule ? [number] : [])))
      const out = dry ? null : output ?? null
      if (out !== null) {
        const changes = allChanges(proposal), result = await book.apply([...changes, ...recalculated(snapshot, changes)])
        if (result.outcome === 'refused') throw new HostError('write-failed', { file: basename(out), cause: say({ key: result.conflicts[0]?.why ?? '', params: {} }, context.language) })
        for (const { change, why } of result.skipped)
          context.note(say({ key: why, params: 'sheet' in change ? { sheet: change.sheet, cell: 'cell' in change ? change.cell : '' } : {} }, context.language))
        await writeWorkbookFile(out, book.bytes)
      }
      const said = format === 'json' ? `${JSON.stringify(fixJson(proposal, findings, file, out, context.language), null, 2)}\n` : fixText(proposal, findings, file, out, context.language)
      await context.out(said)
      return 0
    } catch (error) {
      if (!(error instanceof HostError)) throw error
      const sentence = say({ key: `error.${error.code}`, params: { file: basename(file), ...error.params } }, context.language)
      if (format === 'json') await context.out(`${JSON.stringify({ file, error: { code: error.code, message: sentence } }, null, 2)}\n`)
      context.note(`${file}: ${sentence}`)
      return 2
    }
  },
}
