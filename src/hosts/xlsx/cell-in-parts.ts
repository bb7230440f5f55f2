import type { CellValue } from '../../core/cell'
import { B, C, D, E, F, GREATER, I, NO_ATTRIBUTES, S, SLASH, T, V, attributesOf, nameIs } from './bytes'
import { BOOLEAN, DATE, ERROR, INLINE, NUMBER, SHARED, TEXT, valueAt, valueOf } from './cell-value'
import type { ValueSource } from './cell-value'
import { textAt } from './text-decoder'
import type { Attributes } from './xml'

const NOTHING = 0, IN_VALUE = 1, IN_FORMULA = 2, IN_TEXT = 3

/** A cell between its tags, where it is more than one plain value: a formula with its result, an inline or rich text. One object for all cells of a sheet. */
export class CellInParts {
  isOpen = false
  type = NUMBER
  value: CellValue = null
  private mode = NOTHING
  private content: string | undefined
  /** The cell's text stood in `is`. */
  private isInline = false
  private phonetic = 0
  formulaText: string | undefined
  formulaAttributes: Attributes | undefined

  constructor(private readonly source: ValueSource, private readonly part: string) {}

  /** What comes between two tags belongs to the cell. */
  get takesText(): boolean {
    return this.mode !== NOTHING
  }

  begin(type: number): void {
    this.isOpen = true
    this.type = type
    this.value = null
    this.isInline = false
    this.formulaText = undefined
    this.formulaAttributes = undefined
  }

  append(text: string): void {
    this.content = this.content === undefined ? text : this.content + text
  }

  text(bytes: Uint8Array, start: number, stop: number): void {
    if (this.mode === IN_VALUE && this.content === undefined && bytes[stop + 1] === SLASH) {
      if (!this.isInline) this.value = valueAt(bytes, start, stop, this.type, this.source)
      return
    }
    const text = textAt(bytes, start, stop)
    this.append(text)
  }

  opened(bytes: Uint8Array, at: number, start: number, length: number, close: number, selfClosing: boolean): void {
    const first = bytes[start]
    if (length === 1 && first === V) {
      this.mode = selfClosing ? NOTHING : IN_VALUE
      // `<v></v>` of a text formula is the empty text; of a number it is nothing.
      if (this.type === TEXT) this.value ??= ''
    } else if (length === 1 && first === F) {
      this.formulaAttributes = bytes[start + 1] === GREATER ? NO_ATTRIBUTES : attributesOf(bytes, at, close, this.part)
      this.mode = selfClosing ? NOTHING : IN_FORMULA
    } else if (length === 1 && first === T) this.mode = selfClosing || this.phonetic > 0 ? NOTHING : IN_TEXT
    else if (length === 2 && nameIs(bytes, start, length, 'is') && this.type === INLINE) {
      // What stands in `is` is the text, whatever a `v` beside it says: one cell, one value.
      this.isInline = true
      this.value = ''
    }
    else if (length === 3 && nameIs(bytes, start, length, 'rPh') && !selfClosing) this.phonetic++
    if (this.mode !== NOTHING) this.content = undefined
  }

  /** @returns the cell is whole */
  closed(bytes: Uint8Array, start: number, length: number): boolean {
    const first = bytes[start]
    if (length === 1 && first === V) {
      if (this.content !== undefined && !this.isInline) this.value = valueOf(this.content, this.type, this.source)
      this.leaveText()
    } else if (length === 1 && first === F) {
      this.formulaText = this.content
      this.leaveText()
    } else if (length === 1 && first === T) {
      if (this.mode === IN_TEXT && this.content !== undefined) this.value = typeof this.value === 'string' ? this.value + this.content : this.content
      this.leaveText()
    } else if (length === 3 && nameIs(bytes, start, length, 'rPh')) this.phonetic = Math.max(0, this.phonetic - 1)
    else if (length === 1 && first === C) {
      this.isOpen = false
      this.mode = NOTHING
      this.phonetic = 0
      return true
    }
    return false
  }

  private leaveText(): void {
    this.mode = NOTHING
    this.content = undefined
  }
}

/** The type that the letters of `t` name: `s`, `str`, `b`, `e`, `inlineStr`, `d`; a number for anything else. */
export function typeAt(bytes: Uint8Array, start: number, stop: number): number {
  switch (bytes[start]) {
    case S:
      return stop - start === 1 ? SHARED : TEXT
    case B:
      return BOOLEAN
    case E:
      return ERROR
    case I:
      return INLINE
    case D:
      return DATE
    default:
      return NUMBER
  }
}
