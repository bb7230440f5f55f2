import { isCellError } from '../core/cell'
import type { CellValue } from '../core/cell'
import type { Sex } from '../core/reading'
import { normalise, textOf } from './normalise'
import { rememberWords } from './word-cache'

const MALE = new Set(['男', '男性', '男士', 'm', 'male', '男同志', '1男'])
const FEMALE = new Set(['女', '女性', '女士', 'f', 'female', '女同志', '2女'])

/** Reads one cell of a sex column; codes without a word settle nothing. */
export function readSex(value: CellValue): Sex {
  return typeof value === 'string' && !isCellError(value) ? ofText(value) : 'unknown'
}

const ofText = rememberWords((text: string): Sex => {
  const word = normalise(textOf(text)).toLowerCase().replace(/[.、()（）:]/g, '')
  return MALE.has(word) ? 'male' : FEMALE.has(word) ? 'female' : 'unknown'
})

/** As it is written in a sex column. */
export const SEX_WORD: Readonly<Record<'male' | 'female', string>> = { male: '男', female: '女' }
