import type { AuditRule } from '../audit-rule'
import { byCause, deviationFinding, deviationsIn } from './deviation-finding'

/**
 * A term of the siblings' formula is missing, or one is added.
 * Of its findings on the labelled workbooks (`npm run audit:score`) one set of labels confirms 2 of 2, the other 1 of 2.
 */
export const formulaTermsDiffer: AuditRule = {
  id: 'formula-terms-differ',
  run: book => ({ findings: byCause(deviationsIn(book, 'terms')).flatMap(group => deviationFinding('formula-terms-differ', 'audit.formula-terms-differ', group, 'error') ?? []) }),
}
