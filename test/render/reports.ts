import { judge } from '../../src/judge'
import { NOTHING_CHECKED } from '../../src/core/checked'
import { rules, runRules } from '../../src/rules'
import type { Report } from '../../src/core/report'
import { defaultPolicy } from '../../src/policies'
import { reading } from '../checks/readings'
import type { Given } from '../checks/readings'

/** A report made from a reading by hand. */
export function reportOf(given: Given, more: Partial<Report> = {}): Report {
  const read = more.reading ?? reading(given), policy = more.policy ?? defaultPolicy, asOf = '2023-12-31', { facts, communities, overall } = judge(read, policy, asOf)
  const snapshot = { name: '示例.xlsx', dateSystem: 1900, sheets: [], names: [], notices: [] } as const
  const { findings } = runRules(rules, { snapshot, reading: read, facts, report: { asOf, policy, communities, overall } })
  return {
    file: '示例.xlsx', asOf, asOfFrom: 'argument', policy, reading: read, communities, overall, findings, checked: NOTHING_CHECKED, questions: [], notices: [],
    counts: { met: 0, missed: 0, surplus: 0, unknown: 0, error: 0, warning: 0, info: 0, accepted: 0, rowsRead: 0, rowsSkipped: 0 }, ...more,
  }
}
