import type { Place } from './place'
import type { Verdict } from './verdict'

/** What can be open about one cell. `as-of` is the day of the whole workbook. */
export type OpenKind = 'education' | 'politics' | 'employment' | 'birth' | 'area' | 'area-basis' | 'rooms' | 'as-of'

/** `no`, `formal`, `age:34`, `1985-03-01`, or a number of m2. */
export type OpenAnswer = string | number

/** One open cell that can change a verdict, alone or together with others. */
export interface OpenCell {
  /** Stable within the report: `q1`, `q2`, …. */
  readonly id: string
  readonly kind: OpenKind
  /** `null`: the day, which stands in no cell. */
  readonly place: Place | null
  /** Index into `Reading.communities`; -1 when none is known, or all are meant. */
  readonly community: number
  /** The answer under which the verdicts were given; `null` where nothing was assumed. */
  readonly assumed: OpenAnswer | null
  /** Every answer; for an area its least and its greatest, with all between; for a month its first and last day. */
  readonly answers: readonly OpenAnswer[]
}

/** What can become of one verdict. */
export interface Outlook {
  /** Index into `Reading.communities`; -1 for the whole. */
  readonly community: number
  readonly target: string
  /** As given today. */
  readonly verdict: Verdict
  /** Every verdict that some answers give, and the one given, sorted by name. */
  readonly outcomes: readonly Verdict[]
  /** The fewest answers that change the verdict, any one such set; empty: it holds whatever the answers are. */
  readonly turn: readonly { readonly question: string; readonly answer: OpenAnswer }[]
  /** How many answers that takes; more than `turn` lists where there are too many to list. 0: it holds. */
  readonly fewest: number
}

/** What is open in a workbook and what hangs on it. */
export interface Sensitivity {
  readonly questions: readonly OpenCell[]
  /** Open cells that are not listed, as there are too many. */
  readonly more: number
  readonly verdicts: readonly Outlook[]
  /** Ids of questions that, once answered, settle every verdict; the smallest such list where `clarifyExact`. */
  readonly clarify: readonly string[]
  readonly clarifyExact: boolean
}

/** Whom a unit has to take on so that its staffing targets are met. Nobody is dismissed. */
export interface HirePlan {
  /** Index into `Reading.communities`; -1 for the whole. */
  readonly community: number
  /** Nobody of the community stands in the roster: posts are counted from nothing. */
  readonly rosterMissing: boolean
  /** Empty posts to fill. */
  readonly formal: number
  readonly contracted: number
  /** Posts of either kind, where the standard only says how many in all. */
  readonly anyKind: number
  /** How many of the new people must have a college diploma, at least. */
  readonly college: number
  /** How many of the people already there would have to gain it or be replaced, beyond that. */
  readonly collegeBeyond: number
  readonly partyLeague: number
  readonly partyLeagueBeyond: number
  /** The greatest sum of the ages of the new people with which the mean still meets its target; `null` when nobody is to be hired or no target is set. */
  readonly ageSum: number | null
  /** That sum is at least 18 years a head; with nobody to hire: the present mean meets its target. */
  readonly ageReachable: boolean
  /** More people are in post than one of the kinds may have. */
  readonly over: boolean
  /** Everything can be reached by filling the empty posts. */
  readonly reachable: boolean
}
