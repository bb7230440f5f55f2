import { budgetFigures } from './budgets/budget-figures'
import { reportingUnit } from './budgets/filling/layout-of-fill'
import { findingKey, rowKey } from './core/document-source'
import { communitiesOf } from './core/finding-community'
import type { DocumentSource } from './core/document-source'
import type { Message } from './core/message'
import type { TargetUnit } from './core/plan'
import type { Report } from './core/report'
import type { Snapshot } from './core/snapshot'
import { fill } from './fill'
import { message } from './messages'
import { rules } from './rules'
import { auditRules } from './rules/audit-rules'
import { targetMissed } from './rules/targets/target-missed'

/** What a rule's findings are about, in a word. */
export function categoryOf(id: string): Message {
  const audited = auditRules.find(each => each.id === id || each.reports?.includes(id) === true)
  if (audited !== undefined) return message(`paper.category-${audited.about ?? 'formulas'}`)
  if (id === targetMissed.id) return message('paper.category-targets')
  const needs = rules.find(each => each.id === id)?.needs ?? []
  if (needs.some(need => need.startsWith('roster'))) return message('paper.category-people')
  return message(needs.some(need => need.startsWith('premises')) ? 'paper.category-premises' : 'paper.category-content')
}

/** The unit of each target, by the target's id: lists tell it beside the figure, and shares per cent. */
export function unitsOf({ policy }: Report): ReadonlyMap<string, TargetUnit> {
  return new Map(policy.targets.map(({ id, unit }) => [id, unit]))
}

/** The report without the rows of its reading, which no document prints. */
export function withoutRows(judged: Report): Report {
  return { ...judged, reading: { ...judged.reading, people: [], premises: [] } }
}

/**
 * Gathers what a document says beside the report. The budget is planned for its figures alone: nothing is written.
 * @param report with the people of its reading
 */
export function documentSource(snapshot: Snapshot, report: Report): DocumentSource {
  const names = new Map<string, string>()
  const wanted = new Set<string>()
  for (const { judgements } of report.communities)
    for (const { lacking } of judgements) for (const { sheet, row } of lacking) wanted.add(rowKey(sheet, row))
  for (const person of report.reading.people) {
    const sheet = report.reading.tables[person.table]?.sheet ?? '', key = rowKey(sheet, person.row)
    if (person.name !== '' && wanted.has(key)) names.set(key, person.name)
  }
  const communityOf = new Map<string, number>()
  communitiesOf(report.findings, report.reading).forEach((community, place) => {
    const finding = report.findings[place]
    if (finding !== undefined && community !== null && community >= 0) communityOf.set(findingKey(finding), community)
  })
  return { unit: reportingUnit(snapshot), figures: budgetFigures(snapshot, fill(snapshot, report)), names, communityOf }
}
