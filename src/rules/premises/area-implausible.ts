import { message } from '../../messages'
import { unitName } from '../units'
import { doubtsOf, placed, siteSubject } from './sites'
import { rule } from '../rule'

/** An area far from all others, or too large or too small for any premises: probably a slip of the unit. */
export const areaImplausible = rule({
  id: 'area-implausible', needs: ['premises'], severity: 'warning', fix: 'none', source: null,
  example: {
    bad: [['社区', '使用面积'], ['河东社区', 8600], ['河西社区', 150]],
    good: [['社区', '使用面积'], ['河东社区', 860], ['河西社区', 150]],
  },
  run(input, report) {
    for (const site of doubtsOf(input, 'implausible')) {
      const [value = 0, median] = site.doubt.values, unit = unitName(input, site.unit.community)
      report({
        ...placed(site.doubt.places), subject: siteSubject(input, site, 'area-implausible'),
        message: median === undefined ? message('finding.area-implausible', { unit, value }) : message('finding.area-implausible-median', { unit, value, median }),
        evidence: { actual: value, expected: null, difference: null, source: null },
      })
    }
  },
})
