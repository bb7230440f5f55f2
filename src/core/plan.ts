import type { Day } from './day'

/** A plan as data: what must be reached, from which day, by which document (design decisions 4 and 5). */
export interface Policy {
  /** The file's name without `.json`. */
  readonly id: string
  readonly title: LocalText
  /** The plan's year: 31 December of it is the as-of date when the workbook states none. */
  readonly year: number
  /** Documents by a short key that citations use. */
  readonly sources: Readonly<Record<string, PolicySource>>
  readonly targets: readonly Target[]
  /** Rates and sums of money that the budget sheets may take as sample inputs; never defaults for a real user. */
  readonly rates: readonly Rate[]
  /** Readings that a user may change, with the defaults of domain.md 1.2. */
  readonly readings?: PolicyReadings
  readonly note?: LocalText
}

export interface LocalText {
  readonly 'zh-CN': string
  readonly en: string
}

export interface PolicySource {
  readonly title: string
  readonly number?: string
  /** The day of issue, only where it was seen; else `month` (`2022-08`), `year`, or the day on which it was `reported`. */
  readonly date?: Day
  readonly month?: string
  readonly year?: string
  readonly reported?: Day
  readonly issuer?: string
  /** Where the words were seen, and by whom they are told where it was not the document itself. */
  readonly address?: string
  readonly reportedBy?: string
  /** The words that were seen; every quote of a value that was seen in the original or in a report is among them. */
  readonly excerpt?: string
}

/** How a value was seen: in the document or its full-text copy; in an official briefing or a newspaper; in a re-worded copy; not at all; `own`: a person set it otherwise (自定). */
export type Seen = 'original' | 'report' | 'summary' | 'none' | 'own'

/** How the value was seen. A file of a person's own that says only `verified` means the original or nothing. */
export function seenOf({ seen, verified }: Pick<Citation, 'seen' | 'verified'>): Seen {
  if (verified) return 'original'
  return seen === undefined || seen === 'original' ? 'none' : seen
}

/** Only words that were seen as the document's own, or as a report gives them, stand in quotation marks. */
export function isQuoted(citation: Pick<Citation, 'seen' | 'verified'>): boolean {
  const seen = seenOf(citation)
  return seen === 'original' || seen === 'report'
}

/** Where a value comes from. It sits on the value, not on the policy. */
export interface Citation {
  /** Key in `sources`. */
  readonly source: string
  readonly clause: string
  /** The document's own words. */
  readonly quote: string
  /** Whether a person compared the value with the document. `false` is shown as 未核实 wherever the verdict is. */
  readonly verified: boolean
  /** How it was seen, more finely; left out in older files. */
  readonly seen?: Seen
}

export interface Target {
  /** e.g. `college-share`; the key of the verdict. */
  readonly id: string
  /** Which figure is compared: a file name in `src/judge/figures`. */
  readonly figure: string
  readonly title: LocalText
  readonly comparison: 'at-least' | 'at-most' | 'exactly'
  readonly unit: TargetUnit
  /**
   * `community`: each one must; `overall`: only the whole must; `both`: judged for each and for the whole; `region`: an indicator of a county or
   * province, listed for the whole as information and never judged for a community.
   */
  readonly scope: 'community' | 'overall' | 'both' | 'region'
  /** The document asks it of newly built premises, and it serves here as the yardstick for all: each verdict says so. */
  readonly appliesTo?: 'new-built'
  /** On which area the document asks it; `any`: it does not say. */
  readonly basis?: 'usable' | 'built' | 'any'
  /** How hard a miss is, by scope; default `error`. */
  readonly severity?: { readonly community?: 'error' | 'warning' | 'info'; readonly overall?: 'error' | 'warning' | 'info' }
  /** Dated values, oldest first: the one in force on the as-of date counts. */
  readonly history: readonly DatedValue[]
  /** The standard's own values, where a person set the number otherwise. */
  readonly was?: readonly DatedValue[]
}

/** Judged for the whole alone. */
export function isOverallOnly({ scope }: Pick<Target, 'scope'>): boolean {
  return scope === 'overall' || scope === 'region'
}

export type TargetUnit = 'person' | 'share' | 'year' | 'm2' | 'room' | 'community' | 'person-per-10000' | 'm2-per-100-households' | 'household-per-person' | 'yuan' | 'yuan-per-1000-households'

export interface DatedValue {
  readonly from: Day
  /** The document gives no such day, or was not seen to: it is the program's, from the month or the report that was seen. */
  readonly dayAssumed?: true
  /** Last day in force; left out: still in force. */
  readonly to?: Day
  /** A number, or steps by the size of the community. */
  readonly value: number | Brackets
  readonly citation: Citation
}

/** Values by size, e.g. Taiyuan: under 2,000 households 3 workers, … over 5,000 one more for each 500. */
export interface Brackets {
  readonly by: 'households' | 'population'
  readonly steps: readonly { readonly below: number; readonly value: number }[]
  /** From the last `below` on: `value`, and `add` for each full `each` more. */
  readonly beyond: { readonly value: number; readonly add?: number; readonly each?: number }
}

export interface Rate {
  readonly id: string
  readonly title: LocalText
  readonly value: number
  /** e.g. `yuan`, `yuan/m2`, `person`, `share`. */
  readonly unit: string
  readonly citation: Citation
  /** Computed from values that were quoted: the quote does not hold it. */
  readonly derived?: boolean
}

/** Choices of domain.md 1.2 that a policy or a user may set otherwise. */
export interface PolicyReadings {
  /** Combined rooms count as present (default), or each must be a room of its own. */
  readonly rooms?: 'shared-allowed' | 'each-own'
  /** In-service diplomas count (default), or full-time ones only. */
  readonly education?: 'any' | 'full-time-only'
  /** Usable share of built area in estimates; never decides a verdict. */
  readonly usableCoefficient?: number
}

/** The entry in force on a day. Before the first day the first one stands, as a goal to come; after the last day none does. */
export function valueInForce(target: Pick<Target, 'history'>, asOf: Day): { readonly entry: DatedValue; readonly early: boolean } | null {
  let found: DatedValue | null = null
  for (const entry of target.history) if (entry.from <= asOf && (entry.to === undefined || asOf <= entry.to)) found = entry
  if (found !== null) return { entry: found, early: false }
  const first = target.history[0]
  return first !== undefined && asOf < first.from ? { entry: first, early: true } : null
}
