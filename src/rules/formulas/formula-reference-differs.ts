import type { AuditRule } from '../audit-rule'
import { byCause, deviationFinding, deviationsIn } from './deviation-finding'

/** The siblings' formula with another cell in one place: a lost anchor, a reference to the row or column beside. */
export const formulaReferenceDiffers: AuditRule = {
  id: 'formula-reference-differs',
  run: book => ({ findings: byCause(deviationsIn(book, 'reference')).flatMap(group => deviationFinding('formula-reference-differs', 'audit.formula-reference-differs', group, 'error') ?? []) }),
}
