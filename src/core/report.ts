import type { Area } from './area'
import type { Checked } from './checked'
import type { Finding } from './finding'
import type { Message } from './message'
import type { HirePlan, Sensitivity } from './outlook'
import type { Citation, Policy, Target } from './plan'
import type { Place } from './place'
import type { Question, Reading, RoomId, RoomState, Tenure } from './reading'
import type { ReadNotice } from './snapshot'
import type { Verdict } from './verdict'

/**
 * The one result that JSON, pane, sheet and Markdown are renderings of.
 * Place names in it are `Sheet!A1` references; names of people stand only in `people`, ids nowhere.
 */
export interface Report {
  readonly file: string
  /** Ages are taken on this day, `yyyy-mm-dd`. */
  readonly asOf: string
  readonly asOfFrom: 'argument' | 'stated' | 'policy-year'
  readonly policy: Policy
  readonly reading: Reading
  readonly communities: readonly UnitReport[]
  readonly overall: UnitReport
  readonly findings: readonly Finding[]
  /** What the audit of formulas, totals and sheets held, and what it could not. */
  readonly checked: Checked
  /** What is open and what hangs on it. */
  readonly sensitivity: Sensitivity
  /** Whom to take on, community by community and for the whole; no hires: no roster. */
  readonly plan: { readonly hires: readonly HirePlan[]; readonly overall: HirePlan | null }
  readonly questions: readonly Question[]
  readonly notices: readonly ReadNotice[]
  readonly counts: ReportCounts
}

export interface ReportCounts {
  readonly met: number
  readonly missed: number
  readonly surplus: number
  readonly unknown: number
  readonly error: number
  readonly warning: number
  readonly info: number
  /** Findings that a person accepted; they are in none of the three above. */
  readonly accepted: number
  readonly rowsRead: number
  readonly rowsSkipped: number
}

/** One community, or the whole. */
export interface UnitReport {
  /** Index into `Reading.communities`; -1 for the whole. */
  readonly community: number
  readonly name: string
  readonly label: string
  readonly headcount: Headcount
  /** The counted people whose age is known, youngest band first; empty where no age is known. */
  readonly ages: readonly AgeBand[]
  readonly premises: PremisesFigures | null
  /** One per target of the policy that is judged at this scope, in the policy's order. */
  readonly judgements: readonly Judgement[]
}

export interface Headcount {
  readonly formal: number
  readonly contracted: number
  readonly undecided: number
  /** Kind blank or not known. */
  readonly unknown: number
  /** Formal + contracted, present. The denominator of the shares. */
  readonly counted: number
  readonly vacant: number
  readonly left: number
  readonly college: number
  readonly collegeBlank: number
  readonly partyLeague: number
  readonly partyLeagueBlank: number
  /** Unrounded mean of full years at the as-of date over those whose age is known; `null` when none is. */
  readonly averageAge: number | null
  readonly ageBlank: number
}

/** Counted people of one band of ages, in full years at the as-of date. */
export interface AgeBand {
  /** Least age of the band, and the greatest; `null`: the band has no end on that side. */
  readonly from: number | null
  readonly to: number | null
  readonly male: number
  readonly female: number
  /** Sex neither written nor to be had from an id. */
  readonly unknown: number
}

export interface PremisesFigures {
  /** m2, summed over the community's places; `null` when not known. */
  readonly usableArea: number | null
  readonly builtArea: number | null
  /** m2 of `usableArea` that is neither rented, borrowed nor to be demolished. */
  readonly ownArea: number | null
  /** m2 at the end of the plan: `ownArea` and the places in building, which nothing else counts. */
  readonly plannedArea: number | null
  /** How many of the four rooms are there, combined ones included; `null` when the sheet does not tell. */
  readonly rooms: number | null
  readonly roomStates: Readonly<Record<RoomId, RoomState>>
  readonly tenure: Tenure
  readonly demolition: boolean
  /** m2 short of the target by what is there today. */
  readonly gapNow: number | null
  /** m2 short in the plan's horizon: rented, borrowed and to-be-demolished area counted 0. */
  readonly gapPlanned: number | null
  /** m2 short when what is in building stands: of `plannedArea`. */
  readonly gapWhenBuilt: number | null
  readonly sites: number
}

/** A figure held against a target. */
export interface Judgement {
  readonly target: Target
  readonly verdict: Verdict
  /** Unrounded; `null` when not known. */
  readonly actual: number | null
  /** The value in force on the as-of date for this unit; `null` when the target has none for it (e.g. no households known). */
  readonly expected: number | null
  /** actual - expected. */
  readonly difference: number | null
  /** Answers still possible when blanks and about-values are settled either way; equal ends: nothing is open. */
  readonly range: { readonly low: number; readonly high: number } | null
  /** For shares: part of whole, and how many the part must be at least. */
  readonly parts: { readonly part: number; readonly whole: number; readonly needed: number } | null
  readonly citation: Citation | null
  /** The arithmetic as a sentence: "5 of 7 = 71.4%, needs 6". */
  readonly arithmetic: Message
  /** Why there is no verdict; `null` where there is one, and for a whole whose communities each say it. */
  readonly open: Message | null
  /** Of the whole: each community must reach it by itself, and `parts` counts communities. */
  readonly each?: true
  /** What is assumed and what could still turn the verdict. */
  readonly remarks: readonly Message[]
  readonly cells: readonly Area[]
  /** Rows behind a miss: people who lack it, rooms that are absent. */
  readonly lacking: readonly Place[]
}
