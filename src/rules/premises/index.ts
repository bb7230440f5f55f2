import { areaApproximate } from './area-approximate'
import { areaBasisUnclear } from './area-basis-unclear'
import { areaBuiltOnly } from './area-built-only'
import { areaImplausible } from './area-implausible'
import { areaMissing } from './area-missing'
import { areaTotalLeavesOutText } from './area-total-leaves-out-text'
import { areasContradict } from './areas-contradict'
import { communityScale } from './community-scale'
import { leaseEnded } from './lease-ended'
import { placeListedTwice } from './place-listed-twice'
import { placeWithoutCommunity } from './place-without-community'
import { premisesMissing } from './premises-missing'
import { premisesGivenUp } from './premises-given-up'
import { premisesNoneWithArea } from './premises-none-with-area'
import { premisesNotThereYet } from './premises-not-there-yet'
import { premisesOnSeveralSites } from './premises-on-several-sites'
import { premisesRented } from './premises-rented'
import { premisesShared } from './premises-shared'
import { premisesToBeDemolished } from './premises-to-be-demolished'
import { roomsExceedArea } from './rooms-exceed-area'
import { roomsImplausible } from './rooms-implausible'
import { usableEqualsBuilt } from './usable-equals-built'
import { usableOverBuilt } from './usable-over-built'
import type { Rule } from '../rule'

/** Rules about premises, the most serious first. */
export const premisesRules: readonly Rule[] = [
  usableOverBuilt,
  areaImplausible,
  premisesShared,
  placeListedTwice,
  placeWithoutCommunity,
  premisesNoneWithArea,
  premisesGivenUp,
  areasContradict,
  areaTotalLeavesOutText,
  roomsExceedArea,
  roomsImplausible,
  premisesMissing,
  areaMissing,
  areaBuiltOnly,
  leaseEnded,
  premisesToBeDemolished,
  premisesRented,
  premisesNotThereYet,
  areaApproximate,
  areaBasisUnclear,
  premisesOnSeveralSites,
  usableEqualsBuilt,
  communityScale,
]
