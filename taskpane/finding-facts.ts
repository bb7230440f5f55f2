import { communitiesOf } from '../src/core/finding-community'
import type { Finding } from '../src/core/finding'
import type { Reading } from '../src/core/reading'
import { auditRules } from '../src/rules/audit-rules'

/** What findings of the audit are about. */
export type AuditPart = 'formulas' | 'totals' | 'across'

/** What a list of findings is put in order by, beside what each says itself. */
export interface FindingFacts {
  /** For each finding its community, -1 for the whole, `null` for none. */
  readonly communityOf: readonly (number | null)[]
  /** The rules of the audit, by id. */
  readonly auditParts: ReadonlyMap<string, AuditPart>
}

const AUDIT_PARTS: ReadonlyMap<string, AuditPart> = new Map(
  auditRules.flatMap(({ id, reports = [], about = 'formulas' }) => [id, ...reports].map(each => [each, about] as const)),
)

export function findingFacts(findings: readonly Finding[], reading: Reading): FindingFacts {
  return { communityOf: communitiesOf(findings, reading), auditParts: AUDIT_PARTS }
}
