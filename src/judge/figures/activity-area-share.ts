import { message } from '../../messages'
import { open } from '../figure'
import type { Figure } from '../figure'
import { noPremises } from '../premises-open'

/** 居民活动区域面积占比: area for residents' activities as a share of all area, where the sheet gives both. */
export const activityAreaShare: Figure = {
  id: 'activity-area-share', from: 'premises', columns: [['activityArea', 'usableArea', 'area', 'officeArea']], whole: 'pooled',
  take: unit => {
    const { premises } = unit, missing = noPremises(unit)
    if (premises === null || missing !== null) return open(missing ?? message('open.no-premises'))
    const { activity, usable } = premises
    if (activity.value === null || usable.value === null || usable.value <= 0) return open(message('open.no-activity-area'))
    return { value: activity.value / usable.value, low: activity.low / usable.high, high: Math.min(1, activity.high / Math.max(usable.low, Number.MIN_VALUE)), open: message('open.about-area', { value: activity.value }) }
  },
}
