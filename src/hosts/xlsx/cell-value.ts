import { cellError } from '../../core/cell'
import type { CellValue } from '../../core/cell'
import { ZERO } from './bytes'
import { serialOfIso } from './iso-date'
import { numberAt, sharedTextAt, textAt } from './text-decoder'
import { isOn } from './xml'

/** What `t` says that a cell holds. */
export const NUMBER = 0, SHARED = 1, BOOLEAN = 2, ERROR = 3, TEXT = 4, INLINE = 5, DATE = 6

export interface ValueSource {
  readonly dateSystem: 1900 | 1904
  /** The shared string of that number, or what stands for it. */
  stringAt(index: number): CellValue
  /** Something about the current cell that the person should know. */
  notice(key: string): void
}

/** The content of `<v>` as a value. */
export function valueAt(bytes: Uint8Array, start: number, stop: number, type: number, source: ValueSource): CellValue {
  switch (type) {
    case NUMBER: {
      if (start === stop) return null
      const number = numberAt(bytes, start, stop)
      return Number.isNaN(number) ? oddNumber(textAt(bytes, start, stop), source) : number
    }
    case SHARED: {
      if (start === stop) return null
      let index = 0
      for (let at = start; at < stop; at++) {
        const digit = (bytes[at] as number) - ZERO
        if (digit < 0 || digit > 9) return source.stringAt(oddIndex(textAt(bytes, start, stop)))
        index = index * 10 + digit
      }
      return source.stringAt(index)
    }
    case TEXT:
    case INLINE:
      return sharedTextAt(bytes, start, stop)
    default:
      return valueOf(sharedTextAt(bytes, start, stop), type, source)
  }
}

/** The same from a text, for the rare types and for values that came in pieces. */
export function valueOf(text: string, type: number, source: ValueSource): CellValue {
  const trimmed = text.trim()
  switch (type) {
    case NUMBER: {
      if (trimmed === '') return null
      const encoded = new TextEncoder().encode(trimmed)
      const number = numberAt(encoded, 0, encoded.length)
      return Number.isNaN(number) ? oddNumber(text, source) : number
    }
    case SHARED:
      return trimmed === '' ? null : source.stringAt(oddIndex(trimmed))
    case BOOLEAN:
      return trimmed === '' ? null : isOn(trimmed)
    case ERROR:
      return trimmed === '' ? null : cellError(trimmed)
    case DATE:
      return trimmed === '' ? null : (serialOfIso(trimmed, source.dateSystem) ?? text)
    default:
      return text
  }
}

function oddIndex(text: string): number {
  const index = Number(text)
  return Number.isInteger(index) && text !== '' ? index : -1
}

function oddNumber(text: string, source: ValueSource): CellValue {
  source.notice('notice.number-unreadable')
  return text
}
