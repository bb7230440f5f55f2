import type { Report, UnitReport } from '../../core/report'
import { formatParam } from '../../messages/format'
import { element } from '../../pictures'
import type { Child } from '../../pictures/element'
import { worstFirst } from '../order'
import { table } from './parts'
import type { Speech } from './words'

/** Rows of a table that stays together on one page. */
const ONE_PAGE = 24

/** The columns: what is there today and what is short, the same of what will stay, and of that with what is in building. */
export const PREMISES_COLUMNS = [
  ['area-now', 'usableArea'], ['gap-now', 'gapNow'], ['area-own', 'ownArea'], ['gap-planned', 'gapPlanned'], ['area-planned', 'plannedArea'], ['gap-built', 'gapWhenBuilt'],
] as const

/** The premises of each community today and in the plan period, side by side; nothing where the workbook has no premises or no standard for them. */
export function premisesTable({ overall, communities, policy }: Report, { word, language }: Speech): readonly Child[] {
  if (!hasPremises({ overall, policy })) return []
  const cells = ({ premises }: UnitReport) => PREMISES_COLUMNS.map(([, key]) => {
    const value = premises?.[key] ?? null
    return { look: 'n', content: value === null ? word('not-known') : formatParam(value, 'area', language) }
  })
  const rows = worstFirst(communities).map(unit => [unit.label, ...cells(unit)])
  return [
    element('h3', {}, word('premises')),
    table([word('community'), ...PREMISES_COLUMNS.map(([key]) => word(key))], rows, rows.length <= ONE_PAGE ? 'units-table one-page' : 'units-table'),
  ]
}

/** The workbook has premises, and the standard asks for an area. */
export function hasPremises({ overall, policy }: Pick<Report, 'overall' | 'policy'>): boolean {
  return overall.premises !== null && policy.targets.some(target => target.figure === 'usable-area')
}
