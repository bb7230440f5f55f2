import { message } from '../../messages'
import { open } from '../figure'
import type { Figure } from '../figure'
import { noPremises } from '../premises-open'

/**
 * 居民活动区域面积占比: area for residents' activities as a share of the *built* area, as the documents ask it (占总建筑面积比例). Where only the
 * usable area is told, the share of it is an upper end: usable is never more than built, so it can be missed and never met.
 */
export const activityAreaShare: Figure = {
  id: 'activity-area-share', from: 'premises', columns: [['activityArea', 'builtArea', 'usableArea', 'area', 'officeArea']], whole: 'pooled',
  take: unit => {
    const { premises } = unit, missing = noPremises(unit)
    if (premises === null || missing !== null) return open(missing ?? message('open.no-premises'))
    const { activity, built, usable } = premises
    if (activity.value === null) return open(message('open.no-activity-area'))
    if (built.value !== null && built.value > 0) {
      const value = activity.value / built.value, high = Math.min(1, activity.high / Math.max(built.low, Number.MIN_VALUE))
      return { value, low: Math.min(value, activity.low / Math.max(built.high, Number.MIN_VALUE)), high, open: message('open.about-area', { value: activity.value }) }
    }
    if (usable.value === null || usable.value <= 0) return open(message('open.no-activity-area'))
    const most = Math.min(1, activity.high / Math.max(usable.low, Number.MIN_VALUE))
    return { value: null, low: 0, high: most, open: message('open.activity-of-usable', { most }) }
  },
}
