import type { Message } from '../core/message'
import type { ColumnKey, Person } from '../core/reading'
import type { UnitFacts } from './facts'

/** How a number is taken from a workbook: one file, a few lines. What it must be is a target in a policy. */
export interface Figure {
  /** File name, and the `figure` of a target. */
  readonly id: string
  /** Which rows it is taken from. */
  readonly from: 'people' | 'premises' | 'communities' | 'nothing'
  /** Columns whose cells stand behind it: every key of the first group that the table has. */
  readonly columns: readonly (readonly ColumnKey[])[]
  /** `each`: the whole is judged by its communities, so that a surplus here never hides a shortage there; `pooled`: by its own value. */
  readonly whole: 'each' | 'pooled'
  /** Which sum over the people moves it, where single people do: what could turn a verdict, and whom to hire, is worked out from it. */
  readonly rests?: Rests
  take(unit: UnitFacts): Taken
  /** Rows to point at when the target is missed. */
  lacks?(person: Person, unit: UnitFacts, expected: number): boolean
}

/** A count of people, a share of the counted people, or the mean age of those whose age is known. */
export type Rests = 'formal' | 'contracted' | 'counted' | 'college' | 'party' | 'age'

/** A figure taken. The verdict must hold for every number from `low` to `high`. */
export interface Taken {
  readonly value: number | null
  readonly low: number
  readonly high: number
  /** Answers still possible when blanks are settled either way; they do not turn the verdict, they are shown. */
  readonly range?: { readonly low: number; readonly high: number }
  /** For shares: how many of how many. */
  readonly parts?: { readonly part: number; readonly whole: number }
  /** Why it is open, said when the verdict comes out unknown. */
  readonly open?: Message
  /** Why it is missed although the number itself is not known. */
  readonly proof?: Message
  readonly remarks?: readonly Message[]
}

/** A number that nothing leaves open. */
export function known(value: number, more: Omit<Taken, 'value' | 'low' | 'high'> = {}): Taken {
  return { value, low: value, high: value, ...more }
}

/** Nothing is known, for a reason. */
export function open(reason: Message, more: Omit<Taken, 'value' | 'low' | 'high' | 'open'> = {}): Taken {
  return { value: null, low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY, open: reason, ...more }
}
