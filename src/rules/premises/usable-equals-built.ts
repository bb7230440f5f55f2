import { message } from '../../messages'
import { unitName } from '../units'
import { placed, siteSubject, sitesOf } from './sites'
import { rule } from '../rule'

/** Usable and built area are the same number: possible, and often one of them was copied. */
export const usableEqualsBuilt = rule({
  id: 'usable-equals-built', needs: ['premises'], severity: 'info', fix: 'none', source: null,
  example: {
    bad: [['社区', '使用面积', '建筑面积'], ['河东社区', 124, 124]],
    good: [['社区', '使用面积', '建筑面积'], ['河东社区', 124, 212]],
  },
  run(input, report) {
    for (const site of sitesOf(input)) {
      const { usable, built } = site.place
      if (usable === null || built === null || usable.value === null || usable.value === 0 || usable.value !== built.value) continue
      report({ ...placed([usable.place, built.place]), subject: siteSubject(input, site, 'usable-equals-built'), message: message('finding.usable-equals-built', { unit: unitName(input, site.unit.community), value: usable.value }) })
    }
  },
})
