import { communityNotTold } from './people/community-not-told'
import { countedThoughAway } from './people/counted-though-away'
import type { JudgedCheck } from './judged-check'
import { kindUndecided } from './people/kind-undecided'
import { nothingRecognised } from './workbook/nothing-recognised'
import { targetMissed } from './targets/target-missed'
import { valueBlank } from './people/value-blank'
import { wordNotKnown } from './people/word-not-known'

export type { JudgedCheck, JudgedInput } from './judged-check'

/** Every check, in the order in which a report lists its findings within a severity. */
export const checks: readonly JudgedCheck[] = [nothingRecognised, targetMissed, communityNotTold, wordNotKnown, valueBlank, kindUndecided, countedThoughAway]
