import { basename, extname } from 'node:path'
import { check } from '../check'
import type { Language } from '../core/message'
import { allChanges } from '../core/proposal'
import type { Proposal } from '../core/proposal'
import type { Report } from '../core/report'
import type { Snapshot } from '../core/snapshot'
import { HostError } from '../core/workbook'
import { recalculated } from '../formula/recalculated'
import { openWorkbook, readFileBytes, writeWorkbookFile } from '../hosts/xlsx/node'
import { say } from '../messages'
import { choiceOf, valueOf } from './arguments'
import type { Arguments, OptionSpec } from './arguments'
import { isDirectory, refuseOutput } from './files'
import { JUDGING_OPTIONS, judgingSettings, settingsFor } from './settings'
import { UsageError } from './usage-error'
import type { Context, Verb } from './verb'
import type { CliWord } from './words'

/** What a proposal is made of. */
export interface Asked {
  readonly snapshot: Snapshot
  readonly report: Report
  readonly language: Language
  /** What the words of the workbook's budget mean, as a person settled it. */
  readonly words: NonNullable<NonNullable<Awaited<ReturnType<typeof settingsFor>>['settings']['mapping']>['words']>['budget']
}

/** How it is told. */
export interface Told<F extends string> {
  readonly file: string
  /** `null` for a dry run. */
  readonly out: string | null
  readonly format: F
  readonly language: Language
}

/** A command that reads one workbook and writes what it proposes into another file. */
export interface Proposing<P extends Proposal, F extends string> {
  readonly name: string
  readonly about: CliWord
  /** Its own options, beside those of all such commands. */
  readonly options: readonly OptionSpec[]
  readonly formats: readonly ('text' | 'json' | F)[]
  /** Reads its options. @returns makes the proposal @throws UsageError */
  readonly prepare: (given: Arguments) => (asked: Asked) => P
  readonly said: (proposal: P, told: Told<'text' | 'json' | F>, asked: Asked) => string
  /** Default: 0. */
  readonly exitCode?: (proposal: P) => number
}

/** One preview, one apply, whatever is proposed: `--dry-run` tells, `-o` writes. The file that is read is never touched. */
export function proposingVerb<P extends Proposal, F extends string = never>(verb: Proposing<P, F>): Verb {
  return {
    name: verb.name, operands: 'FILE', about: verb.about,
    options: [
      { name: 'output', short: 'o', value: 'OUT.xlsx', help: 'option-output-xlsx' },
      { name: 'dry-run', help: 'option-dry-run' },
      ...verb.options,
      ...JUDGING_OPTIONS,
      { name: 'format', value: verb.formats.join('|'), help: 'option-format' },
      { name: 'json', help: 'option-json' },
    ],
    async run(given, context) {
      const [file, ...more] = given.files, dry = given.options.has('dry-run'), output = valueOf(given, 'output')
      if (file === undefined) throw new UsageError('error-no-file-fill')
      if (more.length > 0) throw new UsageError('error-too-many', { found: more })
      if (output === undefined && !dry) throw new UsageError('error-no-output')
      if (output !== undefined && !dry) await refuseOutput(output, [file, valueOf(given, 'mapping'), valueOf(given, 'policy')])
      if (output !== undefined && !dry) refuseOtherKind(output, file)
      const format = given.options.has('json') ? 'json' : choiceOf(given, 'format', verb.formats) ?? 'text'
      const propose = verb.prepare(given), settings = await judgingSettings(given, context.language), { language } = context
      try {
        if (await isDirectory(file)) throw new UsageError('error-directory', { file })
        const book = openWorkbook(await readFileBytes(file), basename(file)), snapshot = await book.read({ looks: true })
        const { settings: own } = await settingsFor(snapshot, settings), report = check(snapshot, { ...own, file })
        const asked = { snapshot, report, language, words: own.mapping?.words?.budget }
        const proposal = propose(asked), out = dry ? null : output ?? null
        if (out !== null) {
          await write(book, snapshot, proposal, out, context)
          await writeWorkbookFile(out, book.bytes)
        }
        await context.out(verb.said(proposal, { file, out, format, language }, asked))
        return verb.exitCode?.(proposal) ?? 0
      } catch (error) {
        if (!(error instanceof HostError)) throw error
        const sentence = say({ key: `error.${error.code}`, params: { file: basename(file), ...error.params } }, language)
        if (format === 'json') await context.out(jsonText({ file, error: { code: error.code, message: sentence } }))
        context.note(`${file}: ${sentence}`)
        return 2
      }
    },
  }
}

/** Excel opens a workbook under the ending of its own kind alone: one with macros is no .xlsx, and none is a .csv. @throws UsageError */
function refuseOtherKind(output: string, file: string): void {
  const kind = extname(file).toLowerCase() === '.xlsm' ? '.xlsm' : '.xlsx'
  if (extname(output).toLowerCase() !== kind) throw new UsageError('error-output-kind', { file: output, kind })
}

/** All of a proposal into the workbook, with the formulas that show another value then; cells that were left alone are said. */
async function write(
  book: ReturnType<typeof openWorkbook>,
  snapshot: Snapshot,
  proposal: Proposal,
  out: string,
  { language, note }: Context,
): Promise<void> {
  const changes = allChanges(proposal), result = await book.apply([...changes, ...recalculated(snapshot, changes)])
  if (result.outcome === 'refused')
    throw new HostError('write-failed', { file: basename(out), cause: say({ key: result.conflicts[0]?.why ?? '', params: {} }, language) })
  for (const { change, why } of result.skipped)
    note(say({ key: why, params: 'sheet' in change ? { sheet: change.sheet, cell: 'cell' in change ? change.cell : '' } : {} }, language))
}

export function jsonText(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
