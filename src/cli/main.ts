import { isMainThread } from 'node:worker_threads'
import type { Language } from '../core/message'
import { HostError } from '../core/workbook'
import { say } from '../messages'
import { outgoing, outgoingText } from '../render/outgoing'
import { readArguments } from './arguments'
import { causeOf } from './files'
import { terminalFacts } from './terminal'
import type { TerminalFacts } from './terminal'
import { timeoutOf } from './timeout'
import { UsageError } from './usage-error'
import type { Context } from './verb'
import { verbs } from './verbs'
import { cliSay } from './words'

declare const PLANCHECK_VERSION: string

/**
 * The command line.
 * @param list the arguments after the program's name
 * @param terminal where the output goes; left out: it is looked up
 * @returns the exit code
 */
export async function main(list: readonly string[], terminal = terminalFacts()): Promise<number> {
  const language = languageOf(list, process.env), context = contextOf(language, terminal)
  // What did not arrive (a full disk, a reader that is gone) is told; nothing that was to be written to a file is lost by it.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    context.note(cliSay(error.code === 'EPIPE' ? 'error-pipe' : 'error-stdout', language, { cause: error.code ?? '' }))
    process.exit(2)
  })
  process.stderr.on('error', () => process.exit(2))
  try {
    return await run(list, context, terminal)
  } catch (error) {
    context.note(sentenceOf(error, language))
    return 2
  }
}

function sentenceOf(error: unknown, language: Language): string {
  if (error instanceof UsageError) return cliSay(error.word, language, error.params)
  if (error instanceof HostError) return say({ key: `error.${error.code}`, params: error.params }, language)
  return cliSay('error-defect', language, { cause: causeOf(error) })
}

async function run(list: readonly string[], context: Context, terminal: TerminalFacts): Promise<number> {
  const [first, ...rest] = withoutLanguage(list)
  if (first === undefined) {
    context.note(cliSay('error-no-verb', context.language))
    await context.out((await import('./help')).overview(context.language))
    return 2
  }
  if (first === '--help' || first === '-h' || first === 'help') {
    await context.out((await import('./help')).overview(context.language))
    return 0
  }
  if (first === '--version' || first === '-V') return version(context)
  const entry = verbs.find(each => each.name === first)
  if (entry === undefined) throw first.startsWith('-') ? new UsageError('error-option', { option: first, verb: '' }) : new UsageError('error-verb', { verb: first, verbs: verbs.map(each => each.name) })
  const verb = await entry.load(), given = readArguments(verb.name, rest, verb.options)
  if (given.options.has('help')) {
    await context.out((await import('./help')).verbHelp(verb, context.language))
    return 0
  }
  if (given.options.has('version')) return version(context)
  const seconds = timeoutOf(given)
  if (seconds === undefined || verb.endsItsFiles === true || !isMainThread) return verb.run(given, context)
  return (await import('./timeout')).runWithin(seconds, { list, terminal }, given)
}

async function version(context: Context): Promise<number> {
  await context.out(`plancheck ${PLANCHECK_VERSION}\n`)
  return 0
}

/** `--lang` wherever it stands, else the environment, else Chinese. @throws nothing: a wrong language is reported by the verb */
function languageOf(list: readonly string[], environment: Readonly<Record<string, string | undefined>>): Language {
  const at = list.indexOf('--lang')
  const given = at >= 0 ? list[at + 1] : list.find(part => part.startsWith('--lang='))?.slice('--lang='.length)
  const name = given ?? environment['LC_ALL'] ?? environment['LC_MESSAGES'] ?? environment['LANG'] ?? ''
  return /^en/i.test(name) ? 'en' : 'zh-CN'
}

/** `--lang` may stand before the verb; what it may be is checked here, where every path comes by. */
function withoutLanguage(list: readonly string[]): string[] {
  const rest: string[] = []
  for (let i = 0; i < list.length; i++) {
    const part = list[i] ?? ''
    if (part === '--') return [...rest, ...list.slice(i)]
    if (part !== '--lang' && !part.startsWith('--lang=')) {
      rest.push(part)
      continue
    }
    const value = part === '--lang' ? list[++i] : part.slice('--lang='.length)
    if (value === undefined || value === '') throw new UsageError('error-option-value', { option: '--lang' })
    if (!/^(zh-CN|zh|en|en-US)$/i.test(value)) throw new UsageError('error-choice', { option: '--lang', choices: ['zh-CN', 'en'], found: value })
  }
  return rest
}

function contextOf(language: Language, terminal: TerminalFacts): Context {
  const out = outgoing(terminal.colour)
  return {
    language, ...terminal,
    out: text => (text === '' ? Promise.resolve() : new Promise(done => void process.stdout.write(out(text), () => done()))),
    note: line => void process.stderr.write(`${outgoingText(line)}\n`),
  }
}
