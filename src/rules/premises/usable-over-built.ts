import { message } from '../../messages'
import { unitName } from '../units'
import { doubtsOf, placed, siteSubject } from './sites'
import { rule } from '../rule'

/** A usable area larger than the building that holds it: one of the two numbers is wrong, and which cannot be told. */
export const usableOverBuilt = rule({
  id: 'usable-over-built', needs: ['premises'], severity: 'error', fix: 'none', source: null,
  example: {
    bad: [['社区', '使用面积', '建筑面积'], ['河东社区', 212, 124], ['河西社区', 150, 200]],
    good: [['社区', '使用面积', '建筑面积'], ['河东社区', 124, 212], ['河西社区', 150, 200]],
  },
  run(input, report) {
    for (const site of doubtsOf(input, 'usable-over-built')) {
      const [usable = 0, built = 0] = site.doubt.values
      report({
        ...placed(site.doubt.places), subject: siteSubject(input, site, 'usable-over-built'), message: message('finding.usable-over-built', { unit: unitName(input, site.unit.community), usable, built }),
        evidence: { actual: usable, expected: built, difference: usable - built, source: null },
      })
    }
  },
})
