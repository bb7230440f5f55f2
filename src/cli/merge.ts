import { basename } from 'node:path'
import { read } from '../check'
import { HostError } from '../core/workbook'
import { newWorkbookBytes, readWorkbookFile, writeWorkbookFile } from '../hosts/xlsx/node'
import { NOT_READ, merge as mergeParts } from '../merge'
import type { MergePart, Merged } from '../merge'
import { say, saying } from '../messages'
import type { Language } from '../core/message'
import { choiceOf, valueOf } from './arguments'
import { isDirectory, refuseOutput } from './files'
import { progressBar } from './progress'
import { JUDGING_OPTIONS, judgingSettings, settingsFor } from './settings'
import { UsageError } from './usage-error'
import type { Verb } from './verb'
import { cliSay } from './words'
import { workbooksOf } from './workbooks'

const FORMATS = ['text', 'json'] as const

/** `plancheck merge FILE… -o OUT.xlsx`: many communities' lists into the canonical layout, each row with its origin; nothing dropped in silence. */
export const merge: Verb = {
  name: 'merge', operands: 'FILE…', about: 'verb-merge',
  options: [
    { name: 'output', short: 'o', value: 'OUT.xlsx', help: 'option-output-xlsx' },
    { name: 'recursive', short: 'r', help: 'option-recursive' },
    ...JUDGING_OPTIONS.filter(option => option.name !== 'policy'),
    { name: 'format', value: FORMATS.join('|'), help: 'option-format' },
    { name: 'json', help: 'option-json' },
  ],
  async run(given, context) {
    if (given.files.length === 0) throw new UsageError('error-no-files-merge')
    const output = valueOf(given, 'output'), format = given.options.has('json') ? 'json' : choiceOf(given, 'format', FORMATS) ?? 'text'
    if (output === undefined) throw new UsageError('error-no-output')
    const { files } = await workbooksOf(given.files, given.options.has('recursive')), settings = await judgingSettings(given, context.language)
    await refuseOutput(output, [...files, valueOf(given, 'mapping')])
    const parts: MergePart[] = [], bar = progressBar(context, files.length), names = namesOf(files)
    for (const [index, file] of files.entries()) {
      bar.show(index, file, 0)
      const name = names[index] ?? file
      try {
        if (await isDirectory(file)) {
          parts.push({ file: name, error: cliSay('error-no-workbooks', context.language, { file }) })
          continue
        }
        const snapshot = await readWorkbookFile(file), { settings: own } = await settingsFor(snapshot, settings)
        parts.push({ file: name, snapshot, reading: read(snapshot, own) })
      } catch (error) {
        parts.push({ file: name, error: error instanceof HostError ? say({ key: `error.${error.code}`, params: { file: basename(file), ...error.params } }, context.language) : cliSay('error-defect', context.language, { cause: error instanceof Error ? error.name : '' }) })
      }
    }
    bar.clear()
    const merged = mergeParts(parts)
    try {
      await writeWorkbookFile(output, await newWorkbookBytes(merged.changes))
    } catch (error) {
      if (!(error instanceof HostError)) throw error
      context.note(say({ key: `error.${error.code}`, params: { file: basename(output), ...error.params } }, context.language))
      return 2
    }
    for (const { file, error } of merged.files) if (error !== null) context.note(`${file}: ${error}`)
    await context.out(format === 'json' ? `${JSON.stringify(mergedJson(merged, output), null, 1)}\n` : mergedText(merged, output, context.language))
    return merged.files.some(({ error }) => error !== null) ? 2 : 0
  },
}

/** The files' own names; with their folder where two are called the same. */
function namesOf(files: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const file of files) counts.set(basename(file), (counts.get(basename(file)) ?? 0) + 1)
  return files.map(file => ((counts.get(basename(file)) ?? 0) > 1 ? file : basename(file)))
}

function mergedJson({ files, communities, shared, asOf }: Merged, out: string): object {
  const sum = (key: 'people' | 'premises' | 'notRead'): number => files.reduce((total, file) => total + file[key], 0)
  return {
    plancheck: 1, out, files: files.map(({ error, ...file }) => (error === null ? file : { file: file.file, error: { message: error } })),
    communities, people: sum('people'), premises: sum('premises'), notRead: sum('notRead'), sharedCommunities: shared, asOf,
  }
}

function mergedText({ files, communities, shared, asOf }: Merged, out: string, language: Language): string {
  const m = saying(language), sum = (key: 'people' | 'premises' | 'notRead'): number => files.reduce((total, file) => total + file[key], 0)
  return `${[
    m('merge.done', { files: files.filter(file => file.error === null).length, people: sum('people'), premises: sum('premises'), communities, out }),
    ...files.filter(file => file.error === null).map(({ file, people, premises, notRead }) => `  ${m('merge.file', { file, people, premises, notRead })}`),
    ...(sum('notRead') > 0 ? [m('merge.not-read', { count: sum('notRead'), sheet: NOT_READ })] : []),
    ...shared.map(({ community, files: named }) => m('merge.shared', { community, count: named.length, files: named })),
    ...(asOf === null ? [m('merge.no-day')] : []),
  ].join('\n')}\n`
}
