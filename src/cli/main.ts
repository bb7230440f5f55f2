import type { Language } from '../core/message'
import { maskIds } from '../render/mask'
import { readArguments } from './arguments'
import { causeOf } from './files'
import { UsageError } from './usage-error'
import type { Context } from './verb'
import { verbs } from './verbs'
import { cliSay } from './words'

declare const PLANCHECK_VERSION: string

/**
 * The command line.
 * @param list the arguments after the program's name
 * @returns the exit code
 */
export async function main(list: readonly string[]): Promise<number> {
  const language = languageOf(list, process.env), context = contextOf(language)
  // A reader that has seen enough (head, less) closes the pipe: that is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? Number(process.exitCode ?? 0) : 2))
  try {
    return await run(list, context)
  } catch (error) {
    context.note(maskIds(error instanceof UsageError ? cliSay(error.word, language, error.params) : cliSay('error-defect', language, { cause: causeOf(error) })))
    return 2
  }
}

async function run(list: readonly string[], context: Context): Promise<number> {
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
  return given.options.has('version') ? version(context) : verb.run(given, context)
}

async function version(context: Context): Promise<number> {
  await context.out(`plancheck ${PLANCHECK_VERSION}\n`)
  return 0
}

/** `--lang` wherever it stands, else the environment, else Chinese. @throws nothing: a wrong language is reported by the verb */
export function languageOf(list: readonly string[], environment: Readonly<Record<string, string | undefined>>): Language {
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

function contextOf(language: Language): Context {
  return {
    language,
    out: text => (text === '' ? Promise.resolve() : new Promise(done => void process.stdout.write(text, () => done()))),
    note: line => void process.stderr.write(`${line}\n`),
    showProgress: process.stderr.isTTY === true,
    colour: process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined && process.env['TERM'] !== 'dumb',
  }
}
