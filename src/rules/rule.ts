import { held } from '../core/held'
import type { Area } from '../core/area'
import type { Example } from '../core/example'
import type { Evidence, Finding, Fix, Severity } from '../core/finding'
import type { Message } from '../core/message'
import type { ColumnKey, Person, Reading, ValueNote } from '../core/reading'
import type { Report } from '../core/report'
import type { Snapshot } from '../core/snapshot'
import type { Facts } from '../judge/facts'

/** What a rule may look at: all of it plain data. */
export interface RuleInput {
  readonly snapshot: Snapshot
  readonly reading: Reading
  readonly facts: Facts
  /** Figures and verdicts; findings, questions and counts are not in yet. */
  readonly report: Pick<Report, 'asOf' | 'policy' | 'communities' | 'overall'>
}

/**
 * What a workbook must have for the rule to be able to look: a list of a kind, or a column of it. Where it has not, `checked.not` says so.
 * `roster:politics|partyJoined`: either column will do.
 */
export type Need = 'roster' | 'premises' | 'formulas' | `roster:${string}` | `premises:${string}`

/** What a rule reports: the rest is filled in by the engine. */
export interface Found {
  readonly at: Area | null
  readonly subject: string
  readonly message: Message
  /** Left out: the rule's own. */
  readonly severity?: Severity
  readonly related?: readonly Area[]
  readonly evidence?: Evidence | null
  readonly fix?: Fix | null
}

/** One fault, whole: what it needs, how bad it is, whose word it rests on, what it looks like. One file in `src/rules/…`, named for the fault. */
export interface Rule {
  /** The file's name; reads after "allow". */
  readonly id: string
  readonly needs: readonly Need[]
  /** The level of its findings unless one says otherwise. */
  readonly severity: Severity
  /** What its fixes are: `safe` ones cannot lose anything typed on purpose; `ask` ones are decided one by one. */
  readonly fix: 'none' | 'safe' | 'ask'
  /** The standard or document that the rule rests on; `null`: common sense of the field. */
  readonly source: string | null
  /** The smallest workbook with the fault and the smallest one without: run by a test, printed by `explain`. `null` where no sheet can show it. */
  readonly example: Example | null
  /** Looks at the workbook as a whole. A rule about single people has `people` instead. */
  run?(input: RuleInput, report: (found: Found) => void): void
  /** What it looks at while the people are gone through, once for all rules; `null`: nobody here can have the fault. */
  people?(input: RuleInput, report: (found: Found) => void): PeopleWatch | null
}

/** One rule's part of the one pass over the people of all lists that count, in the order of the reading. There may be a million: nothing is kept of each. */
export interface PeopleWatch {
  person?(person: Person, index: number): void
  /** The notes of these keys are wanted, and no others. */
  readonly keys?: readonly string[]
  note?(note: ValueNote, person: Person): void
  /** After the last one. */
  end?(): void
}

/** Declares a rule. */
export function rule(definition: Rule): Rule {
  return definition
}

/** The finding that a rule's report is. */
export function findingOf({ id, severity }: Pick<Rule, 'id' | 'severity'>, found: Found): Finding {
  return {
    rule: id,
    severity: found.severity ?? severity,
    at: found.at,
    related: held(found.related ?? []),
    subject: found.subject,
    message: found.message,
    evidence: found.evidence ?? null,
    fix: found.fix ?? null,
  }
}

/** The columns that a need names, and of which list. */
export function needOf(need: Need): { readonly list: 'roster' | 'premises' | 'formulas'; readonly columns: readonly ColumnKey[] } {
  const cut = need.indexOf(':')
  if (cut < 0) return { list: need as 'roster' | 'premises' | 'formulas', columns: [] }
  return { list: need.slice(0, cut) as 'roster' | 'premises', columns: need.slice(cut + 1).split('|') as ColumnKey[] }
}
