import { message } from '../../messages'
import { known, open } from '../figure'
import type { Figure } from '../figure'
import { nobodyCounted } from '../headcount'

/** 每名工作者服务户数: households for each formal or contracted person. */
export const householdsPerPerson: Figure = {
  id: 'households-per-person', from: 'people', columns: [['employment'], ['name']], whole: 'pooled', rests: 'counted',
  take: unit => {
    const missing = nobodyCounted(unit)
    if (missing !== null) return open(missing)
    const { households, headcount: heads } = unit
    if (households === null) return open(message('open.no-households'))
    return known(households / heads.counted, { remarks: [message('remark.staff-by-households', { staff: heads.counted, households })] })
  },
}
