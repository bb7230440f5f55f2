import { message } from '../../messages'
import { known, open } from '../figure'
import type { Figure } from '../figure'
import { noPeople } from '../headcount'

/** 每万人社区工作者: formal and contracted people for each 10,000 residents. */
export const staffPer10000: Figure = {
  id: 'staff-per-10000', from: 'people', columns: [['employment'], ['name']], whole: 'pooled', rests: 'counted',
  take: unit => {
    const missing = noPeople(unit)
    if (missing !== null) return open(missing)
    const { population, headcount: heads } = unit
    if (population === null || population <= 0) return open(message('open.no-population'))
    return known((heads.counted * 10_000) / population, { remarks: [message('remark.staff-by-population', { staff: heads.counted, population })] })
  },
}
