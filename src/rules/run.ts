import type { NotChecked } from '../core/checked'
import type { Finding } from '../core/finding'
import type { Reading } from '../core/reading'
import type { Message } from '../core/message'
import { columnWords, message } from '../messages'
import { Gathered } from './gathered'
import { needOf } from './rule'
import type { Need, Rule, RuleInput } from './rule'

/** What came of all rules. */
export interface RulesOutcome {
  readonly findings: readonly Finding[]
  /** Rules that could not look for want of a column, and rules that failed. */
  readonly not: readonly NotChecked[]
}

/**
 * Runs each rule alone: one that fails is named among what was not checked, and costs nothing else.
 * What a failing rule had reported until then is dropped with it, for half an answer looks like a whole one.
 */
export function runRules(rules: readonly Rule[], input: RuleInput): RulesOutcome {
  const findings: Finding[] = [], not: NotChecked[] = []
  for (const each of rules) {
    const lacking = each.needs.find(need => !isThere(need, input))
    if (lacking !== undefined) {
      not.push({ sheet: null, cell: null, check: each.id, why: message('checked.needs', { rule: each.id, need: missing(lacking) }) })
      continue
    }
    const own = new Gathered(each)
    try {
      each.run(input, found => own.add(found))
    } catch (failure) {
      not.push({ sheet: null, cell: null, check: each.id, why: message('checked.failed', { rule: each.id, detail: failure instanceof Error ? failure.message.slice(0, 200) : '' }) })
      continue
    }
    for (const finding of own.all()) findings.push(finding)
  }
  return { findings, not }
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
