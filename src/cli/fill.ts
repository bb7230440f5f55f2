import { basename } from 'node:path'
import { check } from '../check'
import { HostError } from '../core/workbook'
import type { HostErrorCode } from '../core/workbook'
import { allChanges, fill as planFill } from '../fill'
import type { FillPlan, Scenario } from '../fill'
import { recalculated } from '../formula/recalculated'
import { openWorkbook, readFileBytes, writeWorkbookFile } from '../hosts/xlsx/node'
import { say } from '../messages'
import { fillJson, fillText } from '../render/fill'
import { choiceOf, valueOf } from './arguments'
import { isDirectory, refuseOutput } from './files'
import { JUDGING_OPTIONS, judgingSettings, settingsFor } from './settings'
import { UsageError } from './usage-error'
import type { Context, Verb } from './verb'

const FORMATS = ['text', 'json', 'markdown'] as const
const SCENARIOS: readonly Scenario[] = ['none', 'principals-instead', 'principals-plus']
/** Changes listed by a dry run in text; json has them all. */
const LISTED = 400

/** `plancheck fill FILE -o OUT.xlsx`: fills the budget sheets into a new file; the file that is read is never touched. */
export const fill: Verb = {
  name: 'fill', operands: 'FILE', about: 'verb-fill',
  options: [
    { name: 'output', short: 'o', value: 'OUT.xlsx', help: 'option-output-xlsx' },
    { name: 'dry-run', help: 'option-dry-run' },
    { name: 'scenario', value: SCENARIOS.join('|'), help: 'option-scenario' },
    ...JUDGING_OPTIONS,
    { name: 'format', value: FORMATS.join('|'), help: 'option-format' },
    { name: 'json', help: 'option-json' },
  ],
  async run(given, context) {
    const [file, ...more] = given.files
    if (file === undefined) throw new UsageError('error-no-file-fill')
    if (more.length > 0) throw new UsageError('error-too-many', { found: more })
    const dry = given.options.has('dry-run'), output = valueOf(given, 'output')
    if (output === undefined && !dry) throw new UsageError('error-no-output')
    if (output !== undefined && !dry) await refuseOutput(output, [file, valueOf(given, 'mapping'), valueOf(given, 'policy')])
    const format = given.options.has('json') ? 'json' : choiceOf(given, 'format', FORMATS) ?? 'text'
    const scenario = choiceOf(given, 'scenario', SCENARIOS), settings = await judgingSettings(given, context.language)
    try {
      if (await isDirectory(file)) throw new UsageError('error-directory', { file })
      const book = openWorkbook(await readFileBytes(file), basename(file))
      const snapshot = await book.read({ looks: true })
      const { settings: own } = await settingsFor(snapshot, settings)
      const plan = planFill(snapshot, check(snapshot, { ...own, file }), {
        words: own.mapping?.words?.budget,
        ...(scenario === undefined ? {} : { scenario }),
      })
      const out = dry ? null : output ?? null
      if (out !== null) {
        const changes = allChanges(plan), result = await book.apply([...changes, ...recalculated(snapshot, changes)])
        if (result.outcome === 'refused') throw new HostError('write-failed', { file: basename(out), cause: say({ key: result.conflicts[0]?.why ?? '', params: {} }, context.language) })
        for (const skipped of result.skipped) context.note(say({ key: skipped.why, params: 'sheet' in skipped.change ? { sheet: skipped.change.sheet, cell: 'cell' in skipped.change ? skipped.change.cell : '' } : {} }, context.language))
        await writeWorkbookFile(out, book.bytes)
      }
      await context.out(format === 'json' ? `${JSON.stringify(fillJson(plan, file, out, context.language), null, 2)}\n` : fillText(plan, file, out, context.language, { markdown: format === 'markdown', changes: dry ? LISTED : 0 }))
      return exitCode(plan)
    } catch (error) {
      if (!(error instanceof HostError)) throw error
      return failed(file, error.code, error.params, format, context)
    }
  },
}

/** 1: something was left out because an input is missing. */
function exitCode(plan: FillPlan): number {
  return plan.missing.length > 0 ? 1 : 0
}

async function failed(file: string, code: HostErrorCode, params: HostError['params'], format: (typeof FORMATS)[number], context: Context): Promise<number> {
  const sentence = say({ key: `error.${code}`, params: { file: basename(file), ...params } }, context.language)
  if (format === 'json') await context.out(`${JSON.stringify({ file, error: { code, message: sentence } }, null, 2)}\n`)
  context.note(`${file}: ${sentence}`)
  return 2
}

