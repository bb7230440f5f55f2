import type { Term } from '../../formula/expression'
import type { OwnContext } from './own-context'
import type { OwnColumn, OwnLine, OwnTable } from './own-table'

/** What an own cell should hold, or why it is left. */
export type Derived =
  | { readonly term: Term; readonly why: DerivedBy }
  | { readonly left: LeftWhy; readonly word: string }

export type DerivedBy =
  | 'own-product' | 'own-total' | 'own-line' | 'own-fund' | 'own-cumulative' | 'own-difference' | 'own-stated' | 'own-remainder'
  | 'own-quotient' | 'own-children' | 'own-share' | 'own-phase'

/**
 * `part`: a figure that it would be made of is missing. `none`: nothing in the workbook tells it. `period`: part of a year, which nothing
 * tells. `open`: the kind of people in the roster is not settled. `disagree`: two inputs say different things. `implausible`: the amount does not go with the heads.
 */
export type LeftWhy = 'word' | 'scope' | 'year' | 'unit' | 'part' | 'input' | 'community' | 'kind' | 'none' | 'period' | 'open' | 'disagree' | 'implausible'

export interface At {
  readonly own: OwnTable
  readonly line: OwnLine
  readonly column: OwnColumn
}

/** One way to come to a figure: `null` where it is no matter of this way. */
export type Way = (at: At, context: OwnContext) => Derived | null

export const part = (word: string): Derived => ({ left: 'part', word })
