import { availableParallelism } from 'node:os'
import { writeWorkbookFile } from '../hosts/xlsx/node'
import type { BoardFile } from '../render/board'
import { outgoing } from '../render/outgoing'
import { rules } from '../rules'
import { auditIds } from '../rules/audit-rules'
import { choiceOf, valueOf } from './arguments'
import type { Arguments } from './arguments'
import { checkFile } from './check-file'
import type { CheckFormat, FileResult, FileTask } from './check-file'
import { refuseOutput } from './files'
import { progressBar } from './progress'
import { JUDGING_OPTIONS, judgingSettings } from './settings'
import { timeoutOf } from './timeout'
import { UsageError } from './usage-error'
import { workbooksOf } from './workbooks'
import type { Context, Verb } from './verb'
import { cliSay } from './words'

const FORMATS = ['text', 'json', 'ndjson', 'markdown', 'html', 'xlsx', 'sarif'] as const
/** From so many files on, several are worked on at once without being asked. A worker warms up first: fewer files are sooner done by one. */
const MANY = 64

const OPTIONS: Verb['options'] = [
  ...JUDGING_OPTIONS,
  { name: 'format', value: FORMATS.join('|'), help: 'option-format' },
  { name: 'json', help: 'option-json' },
  { name: 'output', short: 'o', value: 'FILE', help: 'option-output' },
  { name: 'recursive', short: 'r', help: 'option-recursive' },
  { name: 'jobs', value: 'N', help: 'option-jobs' },
]

/** `plancheck check FILE…`: reads, checks against the policy, changes nothing. */
export const check: Verb = { name: 'check', operands: 'FILE…', about: 'verb-check', options: [...OPTIONS, { name: 'vary-as-of', help: 'option-vary-as-of' }, { name: 'rule', value: 'ID', help: 'option-rule' }, { name: 'community-pages', help: 'option-community-pages' }], endsItsFiles: true, run: (given, context) => runFiles('check', given, context) }

/** `plancheck audit FILE…`: formulas, totals and sheets against each other alone. */
export const audit: Verb = { name: 'audit', operands: 'FILE…', about: 'verb-audit', options: OPTIONS, endsItsFiles: true, run: (given, context) => runFiles('audit', given, context) }

async function runFiles(verb: FileTask['verb'], given: Arguments, context: Context): Promise<number> {
  const asked = formatOf(given), output = valueOf(given, 'output')
  if (given.files.length === 0) throw new UsageError('error-no-files')
  if (given.options.has('community-pages') && asked !== 'html') throw new UsageError('error-community-pages')
  const { files, many } = await workbooksOf(given.files, given.options.has('recursive'))
  const jobs = Math.min(jobsOf(given, files.length), files.length)
  const settings = await judgingSettings(given, context.language)
  if (output !== undefined) await refuseOutput(output, [...files, valueOf(given, 'mapping'), valueOf(given, 'policy')])
  if (asked === 'xlsx') {
    if (output === undefined) throw new UsageError('error-no-output')
    return (await import('./paper')).writePaper(verb, files, settings, output, ruleOf(given), context)
  }
  const format: CheckFormat = asked,
    task: FileTask = {
      verb,
      settings,
      format,
      language: context.language,
      colour: context.colour && output === undefined,
      several: many || files.length > 1,
      seconds: timeoutOf(given) ?? null,
      communityPages: given.options.has('community-pages'),
      rule: ruleOf(given),
    }
  const parts: string[] = [],
    door = outgoing(),
    out = output === undefined ? context.out : async (text: string): Promise<void> => void parts.push(door(text))
  const worst = await writeAll(files, jobs, task, context, out)
  if (output !== undefined) {
    await writeWorkbookFile(output, parts)
    context.note(cliSay('written', context.language, { file: output }))
  }
  return worst
}

function formatOf(given: Arguments): (typeof FORMATS)[number] {
  return given.options.has('json') ? 'json' : choiceOf(given, 'format', FORMATS) ?? 'text'
}

/** The one rule whose findings are wanted. @throws UsageError when there is no such rule */
function ruleOf(given: Arguments): string | null {
  const id = valueOf(given, 'rule'), known = [...rules.map(rule => rule.id), ...auditIds]
  if (id !== undefined && !known.includes(id)) throw new UsageError('error-explain', { id, ids: known })
  return id ?? null
}

function jobsOf(given: Arguments, files: number): number {
  const value = valueOf(given, 'jobs')
  if (value === undefined) return files >= MANY ? Math.max(1, Math.min(availableParallelism() >> 1, 8)) : 1
  const jobs = Number(value)
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > 64) throw new UsageError('error-jobs', { found: value })
  return jobs
}

/** Writes every file's part in the order of the arguments, as soon as its turn has come. */
async function writeAll(
  files: readonly string[],
  jobs: number,
  task: FileTask,
  context: Context,
  out: (text: string) => Promise<void>,
): Promise<number> {
  const bar = progressBar(context, files.length),
    frame = await frameOf(task)
  // A page and a Markdown text begin with the board, which is known last; a terminal shows it last, where the eye is.
  const boards: BoardFile[] = [],
    isHeld = task.several && task.verb === 'check' && (task.format === 'html' || task.format === 'markdown'),
    held: string[] = []
  const say = async (text: string): Promise<void> => {
    if (isHeld) held.push(text)
    else await out(text)
  }
  let worst = 0,
    count = 0
  const write = async (result: FileResult): Promise<void> => {
    bar.clear()
    if (result.problem !== null) context.note(result.problem)
    worst = Math.max(worst, result.exit)
    if (result.board !== undefined) boards.push(result.board)
    let between = count === 0 ? '' : frame.between
    for (const piece of result.pieces) {
      count++
      await say(between + piece)
      between = ''
    }
  }
  await out(frame.before)
  if (jobs === 1 && task.seconds === null)
    for (const [index, file] of files.entries())
      await write(await checkFile(file, task, context.showProgress ? progress => bar.show(index, file, progress.share) : undefined))
  else await (await import('./pool')).runPool(files, jobs, task, write, done => bar.show(done, '', 0))
  bar.clear()
  if (boards.length > 0) {
    const { boardHtml, boardMarkdown, boardText } = await import('../render/board')
    await out(
      task.format === 'html'
        ? boardHtml(boards, task.language)
        : task.format === 'markdown'
          ? boardMarkdown(boards, task.language)
          : `${frame.between}${boardText(boards, task.language)}`,
    )
  }
  for (const text of held) await out(text)
  await out(frame.after)
  return worst
}

interface Frame {
  readonly before: string
  readonly between: string
  readonly after: string
}

/** What stands around and between the parts of several files. */
async function frameOf(task: FileTask): Promise<Frame> {
  switch (task.format) {
    case 'json':
      return task.several ? { before: '[\n', between: ',\n', after: '\n]\n' } : { before: '', between: '', after: '\n' }
    case 'sarif':
      return { before: (await import('../render/sarif')).SARIF_BEFORE, between: ',\n', after: (await import('../render/sarif')).SARIF_AFTER }
    case 'html': {
      const { htmlBefore, HTML_AFTER } = await import('../render/html')
      return { before: htmlBefore(task.language), between: '\n', after: HTML_AFTER }
    }
    case 'ndjson':
      return { before: '', between: '', after: '' }
    default:
      return { before: '', between: `\n${'─'.repeat(40)}\n\n`, after: '' }
  }
}
