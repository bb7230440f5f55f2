import type { AuditRule } from './audit-rule'
import { formulaErrorValue } from './formulas/formula-error-value'

/** Every rule of the audit, in the order in which a report lists its findings within a severity. */
export const auditRules: readonly AuditRule[] = [formulaErrorValue]

/** Ids of all findings that the audit can make. */
export const auditIds: readonly string[] = auditRules.flatMap(rule => [rule.id, ...(rule.reports ?? [])])
