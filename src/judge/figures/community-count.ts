import { message } from '../../messages'
import { listsCommunities } from '../facts'
import { known, open } from '../figure'
import type { Figure } from '../figure'

/** 社区数: communities that the workbook names. Judged only where it has a list of communities: a roster alone may cover a part of them. */
export const communityCount: Figure = {
  id: 'community-count', from: 'communities', columns: [['community']], whole: 'pooled',
  take: unit => {
    const count = unit.facts.units.length
    if (count === 0) return open(message('open.no-communities'))
    return !listsCommunities(unit.facts.reading) ? open(message('open.not-the-whole', { count })) : known(count, { remarks: [message('remark.workbook-part')] })
  },
}
