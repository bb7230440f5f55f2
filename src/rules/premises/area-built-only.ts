import { message } from '../../messages'
import { unitName } from '../units'
import { cellsAt, placed, siteSubject, sitesOf } from './sites'
import { rule } from '../rule'

/** Only the built area is given: the usable one, which the standard asks for, is smaller by an unknown share. */
export const areaBuiltOnly = rule({
  id: 'area-built-only', needs: ['premises'], severity: 'warning', fix: 'none', source: 'source-plan 2023',
  example: {
    bad: [['社区', '使用面积', '建筑面积'], ['河东社区', '', 314], ['河西社区', 150, 200]],
    good: [['社区', '使用面积', '建筑面积'], ['河东社区', 220, 314], ['河西社区', 150, 200]],
  },
  run(input, report) {
    for (const site of sitesOf(input)) {
      const { usable, unspecified, activity, built, tenure } = site.place
      if (usable !== null || unspecified !== null || activity !== null || built === null || tenure === 'in-building') continue
      report({ ...placed([built.place, ...cellsAt(site, 'usableArea')]), subject: siteSubject(input, site, 'built-only'), message: message('finding.area-built-only', { unit: unitName(input, site.unit.community), built: built.value ?? 0 }) })
    }
  },
})
