import type { Figure } from '../figure'
import { activityAreaShare } from './activity-area-share'
import { areaPer100Households } from './area-per-100-households'
import { averageAge } from './average-age'
import { collegeShare } from './college-share'
import { communityCount } from './community-count'
import { contracted } from './contracted'
import { facilityCoverage } from './facility-coverage'
import { formal } from './formal'
import { householdsPerPerson } from './households-per-person'
import { modelCommunities } from './model-communities'
import { notRecorded } from './not-recorded'
import { partyLeagueShare } from './party-league-share'
import { rooms } from './rooms'
import { staffCount } from './staff-count'
import { staffPer10000 } from './staff-per-10000'
import { usableArea } from './usable-area'

/** Every figure, by its id. */
export const figures: ReadonlyMap<string, Figure> = new Map(
  [
    formal,
    contracted,
    staffCount,
    collegeShare,
    partyLeagueShare,
    averageAge,
    usableArea,
    rooms,
    communityCount,
    modelCommunities,
    staffPer10000,
    householdsPerPerson,
    areaPer100Households,
    activityAreaShare,
    facilityCoverage,
    notRecorded,
  ].map(figure => [figure.id, figure]),
)

export const figureIds: readonly string[] = [...figures.keys()]
