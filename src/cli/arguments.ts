import type { CliWord } from './words'
import { UsageError } from './usage-error'

/** An option of a verb. */
export interface OptionSpec {
  readonly name: string
  /** One letter, without the hyphen. */
  readonly short?: string
  /** What its value is called in the help; left out: a flag without a value. */
  readonly value?: string
  readonly help: CliWord
}

export interface Arguments {
  readonly files: readonly string[]
  /** Values by option name; a flag has the value `true`. The last of several wins. */
  readonly options: ReadonlyMap<string, string | true>
}

/** Options that every verb has. */
export const COMMON: readonly OptionSpec[] = [
  { name: 'lang', value: 'zh-CN|en', help: 'option-lang' },
  { name: 'timeout', value: 'SECONDS', help: 'option-timeout' },
  { name: 'help', short: 'h', help: 'option-help' },
  { name: 'version', short: 'V', help: 'option-version' },
]

/**
 * Reads the arguments after the verb: `--name value`, `--name=value`, `-o value`, `--` before names that begin with a hyphen.
 * @throws UsageError for an unknown option or a missing value
 */
export function readArguments(verb: string, list: readonly string[], specs: readonly OptionSpec[]): Arguments {
  const files: string[] = [], options = new Map<string, string | true>(), all = [...specs, ...COMMON]
  for (let i = 0; i < list.length; i++) {
    const part = list[i] ?? ''
    if (part === '--') {
      files.push(...list.slice(i + 1))
      break
    }
    if (!part.startsWith('-') || part === '-') {
      files.push(part)
      continue
    }
    const cut = part.startsWith('--') ? part.indexOf('=') : -1
    const name = cut < 0 ? part : part.slice(0, cut)
    const spec = all.find(each => name === `--${each.name}` || (each.short !== undefined && name === `-${each.short}`))
    if (spec === undefined) throw new UsageError('error-option', { option: name, verb })
    if (spec.value === undefined) {
      if (cut >= 0) throw new UsageError('error-option-flag', { option: name })
      options.set(spec.name, true)
      continue
    }
    const value = cut < 0 ? list[++i] : part.slice(cut + 1)
    if (value === undefined || value === '') throw new UsageError('error-option-value', { option: name })
    options.set(spec.name, value)
  }
  return { files, options }
}

/** The value of an option with a value; `undefined` when it was not given. */
export function valueOf(given: Arguments, name: string): string | undefined {
  const value = given.options.get(name)
  return typeof value === 'string' ? value : undefined
}

/** The value of an option that has only these choices. @throws UsageError */
export function choiceOf<Choice extends string>(given: Arguments, name: string, choices: readonly Choice[]): Choice | undefined {
  const value = valueOf(given, name)
  if (value === undefined) return undefined
  const choice = choices.find(each => each === value)
  if (choice === undefined) throw new UsageError('error-choice', { option: `--${name}`, choices, found: value })
  return choice
}
