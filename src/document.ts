import { budgetFigures } from './budgets/budget-figures'
import { reportingUnit } from './budgets/filling/layout-of-fill'
import { rowKey } from './core/document-source'
import type { DocumentSource } from './core/document-source'
import type { Report } from './core/report'
import type { Snapshot } from './core/snapshot'
import { fill } from './fill'

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
  return { unit: reportingUnit(snapshot), figures: budgetFigures(snapshot, fill(snapshot, report)), names }
}
