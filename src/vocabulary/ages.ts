import { isCellError } from '../core/cell'
import type { CellValue } from '../core/cell'
import { isNothing } from './answers'
import { normalise } from './normalise'
import type { ValueNoteKey } from './notes'
import { chineseNumber } from './numerals'
import { isLikelyAge } from './plausible'
import { rememberWords } from './word-cache'

export interface AgeReading {
  /** Full or broken years as written; -1 when none can be had. */
  readonly age: number
  readonly note: ValueNoteKey | null
}

const NONE: AgeReading = { age: -1, note: null }
const UNREADABLE: AgeReading = { age: -1, note: 'value.age-unreadable' }

/** Reads one cell of an age column: 45, 45岁, 45周岁, 45.6 (from a formula), 四十五岁. */
export function readAge(value: CellValue): AgeReading {
  if (value === null) return NONE
  if (typeof value === 'number') return judge(value)
  if (isCellError(value)) return { age: -1, note: 'value.error' }
  if (typeof value === 'boolean') return UNREADABLE
  return readText(value)
}

const readText = rememberWords((text: string): AgeReading => {
  const word = normalise(text).replace(/^['’‘`]/, '')
  if (isNothing(word) || word === '无') return NONE
  const match = /^(约|近|大约|虚|虚岁|实|满|周岁|年龄:?|现年)?(\d{1,3}(?:\.\d+)?|[一二三四五六七八九十零〇百]+)(多|余|来)?(?:周岁|岁|虚岁|周|y)?(?:左右|上下|多|余)?(?:\(?(虚岁|周岁|实岁|实足)\)?)?$/.exec(word)
  const digits = match?.[2]
  if (match === null || digits === undefined) {
    const months = /^(\d{1,3})(?:周?岁|年)(?:零|又)?(\d{1,2})个?月$/.exec(word)
    return months === null ? UNREADABLE : judge(Number(months[1]) + Number(months[2]) / 12)
  }
  const age = /^\d/.test(digits) ? Number(digits) : chineseNumber(digits)
  if (age === null) return UNREADABLE
  const judged = judge(age)
  if (judged.age < 0) return judged
  if (/虚/.test(word)) return { age: judged.age, note: 'value.age-nominal' }
  if (/^(?:约|近|大约)|多|余|来|左右|上下/.test(word)) return { age: judged.age, note: 'value.age-about' }
  return judged
})

function judge(age: number): AgeReading {
  if (!Number.isFinite(age)) return UNREADABLE
  if (age === 0) return NONE
  // 1978 in an age column is a year of birth, 19780312 a day: a person must look.
  if (!isLikelyAge(Math.floor(age))) return { age: -1, note: 'value.age-unlikely' }
  return Number.isInteger(age) ? { age, note: null } : { age, note: 'value.age-fraction' }
}
