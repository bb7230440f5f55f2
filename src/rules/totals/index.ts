import type { AuditRule } from '../audit-rule'
import { balanceBreaks } from './balance-breaks'
import { totalCountsTwice } from './total-counts-twice'
import { totalInDoubt } from './total-in-doubt'
import { shareDiffers } from './share-differs'
import { totalWrong } from './total-wrong'

/** The rules on totals over plain values. */
export const totalRules: readonly AuditRule[] = [
  shareDiffers,
  totalWrong,
  totalInDoubt,
  totalCountsTwice,
  balanceBreaks,
]
