import { message } from '../../messages'
import { unitName } from '../units'
import { areaPlace, cellsAt, placed, siteSubject, sitesOf } from './sites'
import { rule } from '../rule'

/** Premises in building, planned or expected: not counted today, and counted in the plan period. */
export const premisesNotThereYet = rule({
  id: 'premises-not-there-yet', needs: ['premises'], severity: 'info', fix: 'none', source: 'source-plan 2023',
  example: {
    bad: [['社区', '使用面积', '产权性质'], ['河东社区', 220, '在建'], ['河西社区', 150, '自有']],
    good: [['社区', '使用面积', '产权性质'], ['河东社区', 220, '自有'], ['河西社区', 150, '自有']],
  },
  run(input, report) {
    for (const site of sitesOf(input)) {
      if (site.place.tenure !== 'in-building') continue
      report({ ...placed([...cellsAt(site, 'tenure'), areaPlace(site), ...(site.place.opens === undefined ? [] : [site.place.opens.place]), ...cellsAt(site, 'planYear')]), subject: siteSubject(input, site, 'in-building'), message: message('finding.premises-not-there-yet', { unit: unitName(input, site.unit.community) }) })
    }
  },
})
