import { message } from '../../messages'
import { known, open } from '../figure'
import type { Figure } from '../figure'

/** 社区数: communities that the workbook names. A workbook may cover only a part of them. */
export const communityCount: Figure = {
  id: 'community-count', from: 'communities', columns: [['community']], whole: 'pooled',
  take: unit => {
    const count = unit.facts.units.length
    return count === 0 ? open(message('open.no-communities')) : known(count, { remarks: [message('remark.workbook-part')] })
  },
}
