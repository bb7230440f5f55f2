import type { Language } from '../core/message'
import type { Verdict } from '../core/verdict'
import type { Element } from './element'

/** A picture with the table behind it: a person who cannot see the one reads the other, and both hold the same numbers. */
export interface Picture {
  /** The file's name: one kind of picture, one file. */
  readonly kind: string
  readonly title: string
  /** An `svg` element, one colour (`currentColor`). */
  readonly drawing: Element
  readonly table: PictureTable
  /** What the picture leaves out, and why; `null`: nothing. */
  readonly note: string | null
}

export interface PictureTable {
  readonly header: readonly string[]
  /** Each row as long as the header; numbers with their units, unknown as a word and never as 0. */
  readonly rows: readonly (readonly string[])[]
}

export interface PictureOptions {
  readonly language: Language
  /** In pixels, at least 280. Text is 11 and 12 px at this width; default 320, the narrowest pane. */
  readonly width?: number
  /** Unique on the page: patterns are named after it. */
  readonly id: string
}

const NARROW = 320, LEAST = 280

/** The width to draw at. */
export function widthOf({ width = NARROW }: PictureOptions): number {
  return Math.max(LEAST, width)
}

/** A shape for each verdict, as everywhere in the product. */
export const VERDICT_SIGNS: Readonly<Record<Verdict, string>> = { met: '✓', missed: '✕', surplus: '▲', unknown: '?' }
