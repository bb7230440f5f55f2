import type { ColumnKey } from './reading'
import type { Verdict } from './verdict'
import type { Message } from './message'

/** Two versions of a workbook held against each other. Names of people are shown as written; ids are masked when anything is said. */
export interface Comparison {
  readonly old: ComparedFile
  readonly new: ComparedFile
  readonly people: readonly ComparedPerson[]
  readonly premises: readonly ComparedPlace[]
  /** Figures that moved, per community and for the whole (`null`); `null` on a side: not known there, or no such community. */
  readonly figures: readonly {
    readonly community: string | null
    readonly figure: string
    readonly old: number | null
    readonly new: number | null
  }[]
  readonly verdicts: readonly {
    readonly community: string | null
    readonly target: string
    readonly old: Verdict | null
    readonly new: Verdict | null
  }[]
  /** Rows that could not be told to be the same as, or another than, a row of the other side. */
  readonly unmatched: readonly Unmatched[]
}

export interface ComparedFile {
  readonly file: string
  readonly asOf: string
}

export interface ComparedPerson {
  readonly name: string
  /** In the new version; of someone who left: in the old one. */
  readonly community: string | null
  readonly change: 'came' | 'left' | 'moved' | 'changed'
  readonly fields: readonly ComparedField[]
}

export interface ComparedPlace {
  readonly community: string | null
  readonly change: 'came' | 'left' | 'changed'
  readonly fields: readonly ComparedField[]
}

export interface ComparedField {
  readonly key: ColumnKey
  /** As written; a birth as `yyyy-mm-dd` as far as it is told. */
  readonly old: string | number | null
  readonly new: string | number | null
  /** `花名册!D7`; `null` where the side has none. */
  readonly oldCell: string | null
  readonly newCell: string | null
}

export interface Unmatched {
  readonly side: 'old' | 'new'
  readonly kind: 'person' | 'place'
  readonly name: string
  readonly community: string | null
  readonly cell: string
  readonly why: Message
}
