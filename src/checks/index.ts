import { communityNotTold } from './community-not-told'
import { countedThoughAway } from './counted-though-away'
import type { JudgedCheck } from './judged-check'
import { kindUndecided } from './kind-undecided'
import { nothingRecognised } from './nothing-recognised'
import { targetMissed } from './target-missed'
import { valueBlank } from './value-blank'
import { wordNotKnown } from './word-not-known'

export { judge } from './judge'
export type { Judged } from './judge'
export type { JudgedCheck, JudgedInput } from './judged-check'
export { figureIds, figures } from './figures'

/** Every check, in the order in which a report lists its findings within a severity. */
export const checks: readonly JudgedCheck[] = [nothingRecognised, targetMissed, communityNotTold, wordNotKnown, valueBlank, kindUndecided, countedThoughAway]
