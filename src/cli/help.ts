import type { Language } from '../core/message'
import { pad, width } from '../render/words'
import { COMMON } from './arguments'
import type { OptionSpec } from './arguments'
import type { Verb } from './verb'
import { verbs } from './verbs'
import { cliSay } from './words'

/** The overview of all commands. */
export function overview(language: Language): string {
  const column = Math.max(...verbs.map(verb => verb.name.length))
  return [
    `plancheck  ${cliSay('about', language)}`, '', `${cliSay('usage', language)}: plancheck ${verbs.map(verb => verb.name).join('|')} …`, '', `${cliSay('verbs', language)}:`,
    ...verbs.map(verb => `  ${pad(verb.name, column)}  ${cliSay(verb.about, language)}`), '', `${cliSay('options', language)}:`, ...optionLines(COMMON, language), '',
    cliSay('exit-codes', language), cliSay('more-help', language), '',
  ].join('\n')
}

/** The help of one command. */
export function verbHelp(verb: Verb, language: Language): string {
  return [
    `plancheck ${verb.name}  ${cliSay(verb.about, language)}`, '', `${cliSay('usage', language)}: plancheck ${verb.name} ${verb.operands}`.trimEnd(), '', `${cliSay('options', language)}:`,
    ...optionLines([...verb.options, ...COMMON], language), '', cliSay('exit-codes', language), '',
  ].join('\n')
}

function optionLines(options: readonly OptionSpec[], language: Language): string[] {
  const names = options.map(option => `${option.short === undefined ? '    ' : `-${option.short}, `}--${option.name}${option.value === undefined ? '' : ` ${option.value}`}`)
  const column = Math.min(44, Math.max(...names.map(width)))
  return options.map((option, index) => `  ${pad(names[index] ?? '', column)}  ${cliSay(option.help, language)}`)
}
