import type { AuditRule } from '../audit-rule'
import { amountInOtherUnit } from './amount-in-other-unit'
import { balanceDiffers } from './balance-differs'
import { fundPaysStaff } from './fund-pays-staff'
import { headcountDiffers } from './headcount-differs'
import { hiddenHoldsData } from './hidden-holds-data'
import { inputOffScale } from './input-off-scale'
import { itemTwice } from './item-twice'
import { paidWithoutPerson } from './paid-without-person'
import { statedFigureDiffers } from './stated-figure-differs'
import { statedSumDiffers } from './stated-sum-differs'
import { summaryDiffers } from './summary-differs'
import { yearDiffers } from './year-differs'

/** The rules that hold sheets and sentences against each other. */
export const acrossRules: readonly AuditRule[] = [
  headcountDiffers,
  summaryDiffers,
  amountInOtherUnit,
  inputOffScale,
  paidWithoutPerson,
  statedFigureDiffers,
  statedSumDiffers,
  balanceDiffers,
  fundPaysStaff,
  itemTwice,
  yearDiffers,
  hiddenHoldsData,
]
