import type { CheckedPair, CheckedTotal, NotChecked } from '../core/checked'
import type { Finding } from '../core/finding'
import type { Reading } from '../core/reading'
import type { Message } from '../core/message'
import { columnWords, message } from '../messages'
import type { AuditBook, AuditOutcome, AuditRule } from './audit-rule'
import { failedCheck } from './failed-check'
import { Gathered } from './gathered'
import { walkPeople } from './people-pass'
import { needOf } from './rule'
import type { Found, Need, PeopleWatch, Rule, RuleInput } from './rule'

/** What came of all rules. */
export interface RulesOutcome {
  readonly findings: readonly Finding[]
  /** Rules that could not look for want of a column, and rules that failed. */
  readonly not: readonly NotChecked[]
}

/**
 * Runs each rule alone: one that fails is named among what was not checked, and costs nothing else.
 * What a failing rule had reported until then is dropped with it, for half an answer looks like a whole one.
 * The people are gone through once for all rules about them.
 */
export function runRules(rules: readonly Rule[], input: RuleInput): RulesOutcome {
  const runs = rules.map(each => new RuleRun(each, input)), findings: Finding[] = [], not: NotChecked[] = []
  walkPeople(
    input.reading,
    runs.flatMap(run => (run.watch === null ? [] : [{ watch: run.watch, failed: (failure: unknown): void => run.fail(failure) }])),
  )
  for (const run of runs) {
    if (run.not !== null) not.push(run.not)
    else for (const finding of run.findings) findings.push(finding)
  }
  return { findings, not }
}

/** Runs each rule of the audit alone, likewise. */
export function runAuditRules(rules: readonly AuditRule[], book: AuditBook): Required<AuditOutcome> {
  const findings: Finding[] = [], totals: CheckedTotal[] = [], pairs: CheckedPair[] = [], not: NotChecked[] = []
  for (const rule of rules) {
    try {
      const outcome = rule.run(book)
      // One by one: a list of a hundred thousand is too long to be spread into a call.
      for (const finding of outcome.findings) findings.push(finding)
      for (const total of outcome.totals ?? []) totals.push(total)
      for (const pair of outcome.pairs ?? []) pairs.push(pair)
      for (const each of outcome.not ?? []) not.push(each)
    } catch (failure) {
      not.push(failedCheck(rule.id, failure))
    }
  }
  return { findings, totals, pairs, not }
}

/** One rule on one workbook: what it has found, or why it could not look. */
class RuleRun {
  /** Its part of the pass over the people; `null` where it has none. */
  readonly watch: PeopleWatch | null = null
  not: NotChecked | null = null
  private readonly gathered: Gathered

  constructor(private readonly rule: Rule, input: RuleInput) {
    this.gathered = new Gathered(rule)
    const lacking = rule.needs.find(need => !isThere(need, input))
    if (lacking !== undefined) {
      this.not = { sheet: null, cell: null, check: rule.id, why: message('checked.needs', { rule: rule.id, need: missing(lacking) }) }
      return
    }
    const report = (found: Found): void => this.gathered.add(found)
    try {
      rule.run?.(input, report)
      this.watch = rule.people?.(input, report) ?? null
    } catch (failure) {
      this.fail(failure)
    }
  }

  get findings(): readonly Finding[] {
    return this.gathered.all()
  }

  fail(failure: unknown): void {
    this.not = failedCheck(this.rule.id, failure)
  }
}

function isThere(need: Need, { reading, snapshot }: RuleInput): boolean {
  const { list, columns } = needOf(need)
  if (list === 'formulas') return snapshot.sheets.some(sheet => sheet.formulas.size > 0)
  return listsOf(reading, list).some(
    table => columns.length === 0 || table.columns.some(column => column.key !== null && columns.includes(column.key)),
  )
}

function listsOf(reading: Reading, list: 'roster' | 'premises'): readonly Reading['tables'][number][] {
  const kind = list === 'roster' ? 'staff' : 'premises'
  return reading.tables.filter(table => table.kind === kind && table.counted)
}

/** Why a rule could not look, as a sentence's end. */
function missing(need: Need): Message {
  const { list, columns } = needOf(need)
  if (columns.length === 0) return message(`need.${list}`)
  return message(list === 'roster' ? 'need.roster-column' : 'need.premises-column', { columns: columns.map(column => columnWords[column]) })
}
