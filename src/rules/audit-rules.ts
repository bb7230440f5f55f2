import type { AuditRule } from './audit-rule'
import { acrossRules } from './across'
import { totalRules } from './totals'
import { balanceFormulaDiffers } from './formulas/balance-formula-differs'
import { formulaBreaksPattern } from './formulas/formula-breaks-pattern'
import { formulaCostly } from './formulas/formula-costly'
import { formulaErrorValue } from './formulas/formula-error-value'
import { formulaOperatorDiffers } from './formulas/formula-operator-differs'
import { formulaRangeDiffers } from './formulas/formula-range-differs'
import { formulaReferenceDiffers } from './formulas/formula-reference-differs'
import { formulaTermsDiffer } from './formulas/formula-terms-differ'
import { formulaSignDiffers } from './formulas/formula-sign-differs'
import { functionMisused } from './formulas/function-misused'
import { rangeLeavesCellsOut } from './formulas/range-leaves-cells-out'
import { circularReference } from './formulas/circular-reference'
import { externalLink } from './formulas/external-link'
import { familyDiffers } from './formulas/family-differs'
import { linkDiffers } from './formulas/link-differs'
import { sheetDiffers } from './formulas/sheet-differs'
import { totalRowDiffers } from './formulas/total-row-differs'
import { formulaLeftOut } from './formulas/formula-left-out'
import { nameBroken } from './formulas/name-broken'
import { numberStoredAsText } from './formulas/number-stored-as-text'
import { valueStale } from './formulas/value-stale'
import { anchorLost } from './formulas/anchor-lost'
import { countedTwice } from './formulas/counted-twice'
import { referenceLandsWrong } from './formulas/reference-lands-wrong'
import { ratesSummed } from './formulas/rates-summed'
import { totalTypedIn } from './formulas/total-typed-in'

/** Every rule of the audit, in the order in which a report lists its findings within a severity. */
export const auditRules: readonly AuditRule[] = [
  totalTypedIn,
  formulaOperatorDiffers,
  formulaRangeDiffers,
  formulaReferenceDiffers,
  formulaTermsDiffer,
  formulaSignDiffers,
  balanceFormulaDiffers,
  functionMisused,
  formulaBreaksPattern,
  rangeLeavesCellsOut,
  anchorLost,
  referenceLandsWrong,
  countedTwice,
  ratesSummed,
  numberStoredAsText,
  linkDiffers,
  formulaLeftOut,
  totalRowDiffers,
  sheetDiffers,
  familyDiffers,
  circularReference,
  valueStale,
  formulaErrorValue,
  externalLink,
  nameBroken,
  formulaCostly,
  ...totalRules,
  ...acrossRules,
]

/** Ids of all findings that the audit can make. */
export const auditIds: readonly string[] = auditRules.flatMap(rule => [rule.id, ...(rule.reports ?? [])])
