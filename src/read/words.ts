import type { CellValue } from '../core/cell'
import type { Mapping } from '../core/mapping'
import type { Answer, Employment, Presence, Tenure } from '../core/reading'
import type { Place } from '../core/place'
import { ownValue } from '../core/own-value'
import { normalise, textOf } from '../vocabulary/normalise'

/** A word whose meaning only a person can tell, with the first places where it stands. */
export interface OpenWord {
  readonly kind: 'employment' | 'status' | 'education' | 'politics' | 'tenure'
  /** Normalised; the key of the answer. */
  readonly word: string
  readonly reason: 'unknown' | 'undecided' | 'code' | 'conflict'
  readonly places: Place[]
  count: number
}

const MOST_PLACES = 20
/** Longer texts and long digits may be anything, personal data included: they are shown as a place and never as a word. */
const LONGEST_WORD = 16

/** Meanings that the person gave to words, and words still open. */
export class WordMeanings {
  private readonly open = new Map<string, OpenWord>()

  constructor(private readonly mapping: Mapping | undefined) {}

  employment(value: CellValue): Employment | 'not-staff' | undefined {
    return this.told('employment', value, ['formal', 'contracted', 'undecided', 'unknown', 'not-staff'] as const)
  }

  presence(value: CellValue): Presence | undefined {
    return this.told('status', value, ['present', 'vacant', 'left', 'leave', 'seconded-out'] as const)
  }

  college(value: CellValue): Answer | undefined {
    return this.told('college', value, ['yes', 'no'] as const) ?? this.answered('education', value, ['yes', 'no'] as const)
  }

  politics(value: CellValue): Answer | undefined {
    return this.told('politics', value, ['yes', 'no'] as const)
  }

  tenure(value: CellValue): Tenure | undefined {
    return this.told('tenure', value, ['own', 'rented', 'borrowed', 'shared', 'in-building', 'to-be-demolished', 'none', 'unclear', 'blank'] as const)
  }

  private told<Meaning extends string>(kind: 'employment' | 'status' | 'college' | 'politics' | 'tenure', value: CellValue, allowed: readonly Meaning[]): Meaning | undefined {
    const words = this.mapping?.words?.[kind] as Readonly<Record<string, string>> | undefined
    const told = ownValue(words, normalise(textOf(value)))
    return told !== undefined && (allowed as readonly string[]).includes(told) ? told as Meaning : this.answered(kind, value, allowed)
  }

  private answered<Meaning extends string>(kind: string, value: CellValue, allowed: readonly Meaning[]): Meaning | undefined {
    const told = ownValue(this.mapping?.answers, wordId(kind, normalise(textOf(value))))
    return told !== undefined && (allowed as readonly string[]).includes(told) ? told as Meaning : undefined
  }

  /** Remembers a word to ask about. Called once a row at most for words that are open: cheap, and bounded in places. */
  ask(kind: OpenWord['kind'], value: CellValue, reason: OpenWord['reason'], place: Place): void {
    const word = normalise(textOf(value))
    if (word === '' || !isShareable(word)) return
    const id = wordId(kind, word)
    const known = this.open.get(id)
    if (known === undefined) this.open.set(id, { kind, word, reason, places: [place], count: 1 })
    else {
      known.count++
      if (known.places.length < MOST_PLACES) known.places.push(place)
    }
  }

  get openWords(): readonly OpenWord[] {
    return [...this.open.values()]
  }
}

export function wordId(kind: string, word: string): string {
  return `word:${kind}:${word}`
}

/** A word may be repeated in questions and notes when it cannot be personal data. */
export function isShareable(word: string): boolean {
  return word.length <= LONGEST_WORD && !/\d{5}/.test(word)
}
