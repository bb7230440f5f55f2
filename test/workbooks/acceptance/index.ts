import { communityLayouts } from './community-layouts'
import type { Acceptance } from './crew'
import { decoys } from './decoys'
import { groupedLayouts } from './grouped-layouts'
import { hardCases } from './hard-cases'
import { lastCases } from './last-cases'
import { otherLists } from './other-lists'
import { premisesLayouts } from './premises-layouts'
import { valueLayouts } from './value-layouts'
import { wordyValues } from './wordy-values'

export type { Acceptance, TrueCommunity } from './crew'

/** Workbooks with layouts of their own, each with what `check` must say of it. */
export const ACCEPTANCE: readonly Acceptance[] = [
  ...communityLayouts,
  ...valueLayouts,
  ...premisesLayouts,
  ...decoys,
  ...groupedLayouts,
  ...wordyValues,
  ...otherLists,
  ...hardCases,
  ...lastCases,
]
