import { judge } from '../../src/judge'
import { NOTHING_CHECKED } from '../../src/core/checked'
import { lookAhead } from '../../src/outlook'
import { rules, runRules } from '../../src/rules'
import type { Report } from '../../src/core/report'
import { defaultPolicy } from '../../src/policies'
import { reading } from '../checks/readings'
import type { Given } from '../checks/readings'

/** A report made from a reading by hand. */
export function reportOf(given: Given, more: Partial<Report> = {}): Report {
  const read = more.reading ?? reading(given), policy = more.policy ?? defaultPolicy, asOf = '2023-12-31', judged = judge(read, policy, asOf), { facts, communities, overall } = judged
  const snapshot = { name: '示例.xlsx', dateSystem: 1900, sheets: [], names: [], notices: [] } as const
  const { findings } = runRules(rules, { snapshot, reading: read, facts, report: { asOf, policy, communities, overall } })
  return {
    file: '示例.xlsx', asOf, asOfFrom: 'argument', policy, reading: read, communities, overall, findings, checked: NOTHING_CHECKED, ...lookAhead(judged, policy, asOf, {}), questions: [], notices: [],
    counts: { met: 0, missed: 0, surplus: 0, unknown: 0, error: 0, warning: 0, info: 0, accepted: 0, rowsRead: 0, rowsSkipped: 0 }, ...more,
  }
}
