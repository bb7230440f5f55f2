import type { AuditRule } from '../audit-rule'
import { byCause, deviationFinding, deviationsIn } from './deviation-finding'

/**
 * A formula between two equal ones that is neither, and is no part of a run that crosses them.
 * Of its findings on the labelled workbooks (`npm run audit:score`) one set of labels confirms 1 of 6, the other 3 of 6.
 */
export const formulaBreaksPattern: AuditRule = {
  id: 'formula-breaks-pattern',
  run: book => ({ findings: byCause(deviationsIn(book, 'pattern')).flatMap(group => deviationFinding('formula-breaks-pattern', 'audit.formula-breaks-pattern', group, 'warning') ?? []) }),
}
