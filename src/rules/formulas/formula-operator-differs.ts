import type { AuditRule } from '../audit-rule'
import { byCause, deviationFinding, deviationsIn } from './deviation-finding'

/**
 * The same cells as the siblings take, and another operator, function or factor.
 * Of its findings on the labelled workbooks (`npm run audit:score`) one set of labels confirms 1 of 10, the other 6 of 10.
 */
export const formulaOperatorDiffers: AuditRule = {
  id: 'formula-operator-differs',
  run: book => ({ findings: byCause(deviationsIn(book, 'operator')).flatMap(group => deviationFinding('formula-operator-differs', 'audit.formula-operator-differs', group, 'error') ?? []) }),
}
