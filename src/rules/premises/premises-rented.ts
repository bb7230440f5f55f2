import { message } from '../../messages'
import { unitName } from '../units'
import { areaPlace, cellsAt, placed, siteSubject, sitesOf } from './sites'
import { rule } from '../rule'

/** Rented or borrowed premises: the area counts today, and the community has still nothing of its own. */
export const premisesRented = rule({
  id: 'premises-rented', needs: ['premises'], severity: 'info', fix: 'none', source: 'source-plan 2023',
  example: {
    bad: [['社区', '使用面积', '产权性质', '租期至'], ['河东社区', 120, '租赁', ''], ['河西社区', 150, '自有', '']],
    good: [['社区', '使用面积', '产权性质', '租期至'], ['河东社区', 120, '自有', ''], ['河西社区', 150, '自有', '']],
  },
  run(input, report) {
    for (const site of sitesOf(input)) {
      const { tenure } = site.place
      // Shared with whom is asked elsewhere, where it is another community.
      const joint = tenure === 'shared' && site.place.doubts?.some(({ kind }) => kind === 'shared') !== true
      if (tenure !== 'rented' && tenure !== 'borrowed' && !joint) continue
      report({
        ...placed([...cellsAt(site, 'tenure'), areaPlace(site), ...cellsAt(site, 'lease')]), subject: siteSubject(input, site, tenure),
        message: message(joint ? 'finding.premises-joint' : tenure === 'rented' ? 'finding.premises-rented' : 'finding.premises-borrowed', { unit: unitName(input, site.unit.community) }),
      })
    }
  },
})
