import { communityLayouts } from './community-layouts'
import type { Acceptance } from './crew'
import { decoys } from './decoys'
import { premisesLayouts } from './premises-layouts'
import { valueLayouts } from './value-layouts'

export type { Acceptance, TrueCommunity } from './crew'

/** Workbooks with layouts of their own, each with what `check` must say of it. */
export const ACCEPTANCE: readonly Acceptance[] = [...communityLayouts, ...valueLayouts, ...premisesLayouts, ...decoys]
