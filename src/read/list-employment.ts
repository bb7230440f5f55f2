import { readEmployment } from '../vocabulary/employment'
import type { EmploymentReading } from '../vocabulary/employment'
import { normalise } from '../vocabulary/normalise'
import type { Draft } from './draft'
import { LIST_EMPLOYMENT } from './list-facts'
import type { Told } from './mapping'
import { hasKey } from './settle-table'

/** 聘用人员花名册 without a column for the kind: the title says it for everybody. */
export function listEmployment(draft: Draft, told: Told): EmploymentReading | null {
  const answered = told.listEmployment(draft.settled.found)
  if (answered !== undefined) return { employment: answered, presence: null, note: null }
  if (hasKey(draft.settled, 'employment')) return null
  // The line nearest to the header says most: 在编人员 over one block, 编外人员 over the next.
  for (const text of [...draft.heading.titles.map(normalise), normalise(draft.settled.found.sheet.name)]) {
    const words = new Set(
      [...text.matchAll(LIST_EMPLOYMENT)].map(match => readEmployment(match[0], '').employment).filter(word => word !== 'unknown'),
    )
    const [only] = words
    if (words.size > 1) return null
    if (only !== undefined) return { employment: only, presence: null, note: null }
  }
  return null
}
