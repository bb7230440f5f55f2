import type { Language, MessageParams } from '../core/message'
import type { Verdict } from '../core/verdict'
import type { Judgement } from '../core/report'
import { message, say, sayText } from '../messages'
import { quantity } from '../messages/quantity'
import { pictures } from '../messages/pictures'

export type PictureWord = keyof typeof pictures

/** A picture's own word in a language. */
export function word(key: PictureWord, language: Language, params: MessageParams = {}): string {
  return sayText(pictures[key], params, language)
}

const VERDICTS = { met: 'verdict.met', missed: 'verdict.missed', surplus: 'verdict.surplus', unknown: 'verdict.unknown' } as const

export function verdictOf(verdict: Verdict, language: Language): string {
  return say(message(VERDICTS[verdict]), language)
}

/** The actual figure with its unit, never rounded onto the line. */
export function actualText({ actual, expected, target }: Judgement, language: Language): string {
  return actual === null ? word('unknown', language) : quantity(actual, target.unit, language, expected ?? actual)
}

const SIGNS = { 'at-least': '≥ ', 'at-most': '≤ ', exactly: '' } as const

/** `≥ 80%`, `4 人`; empty where no value is in force. */
export function expectedText({ expected, target }: Judgement, language: Language): string {
  return expected === null ? '' : `${SIGNS[target.comparison]}${quantity(expected, target.unit, language)}`
}
