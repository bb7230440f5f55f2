import { message } from '../../messages'
import { open } from '../figure'
import type { Figure } from '../figure'
import { noPremises } from '../premises-open'

/** 每百户综合服务设施面积: m2 of facilities for each 100 households; built area where it is given, else the area as written. */
export const areaPer100Households: Figure = {
  id: 'area-per-100-households', from: 'premises', columns: [['builtArea', 'area', 'usableArea', 'officeArea', 'activityArea']], whole: 'pooled',
  take: unit => {
    const { premises, households } = unit, missing = noPremises(unit)
    if (premises === null || missing !== null) return open(missing ?? message('open.no-premises'))
    if (households === null || households <= 0) return open(message('open.no-households'))
    const { facility } = premises, per = (area: number): number => (area * 100) / households
    if (facility.value === null) return open(message('open.area-unknown'))
    return {
      value: per(facility.value), low: per(facility.low), high: per(facility.high), open: message('open.facility-basis', { area: facility.value }),
      remarks: [message('remark.area-by-households', { area: facility.value, households })],
    }
  },
}
