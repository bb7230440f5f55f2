import type { AuditRule } from '../audit-rule'
import { byCause, deviationFinding, deviationsIn } from './deviation-finding'

/**
 * The siblings' formula with another cell in one place: a lost anchor, a reference to the row or column beside.
 * Of its findings on the labelled workbooks (`npm run audit:score`) one set of labels confirms 2 of 8, the other 7 of 8.
 */
export const formulaReferenceDiffers: AuditRule = {
  id: 'formula-reference-differs',
  run: book => ({ findings: byCause(deviationsIn(book, 'reference')).flatMap(group => deviationFinding('formula-reference-differs', 'audit.formula-reference-differs', group, 'error') ?? []) }),
}
