import { message } from '../../messages'
import { unitName } from '../units'
import { placed, siteSubject, sitesOf } from './sites'
import { rule } from '../rule'

/** An area that is only about right: it decides a verdict only well away from the line. */
export const areaApproximate = rule({
  id: 'area-approximate', needs: ['premises'], severity: 'info', fix: 'none', source: null,
  example: {
    bad: [['社区', '使用面积'], ['河东社区', '约200'], ['河西社区', 150]],
    good: [['社区', '使用面积'], ['河东社区', 200], ['河西社区', 150]],
  },
  run(input, report) {
    for (const site of sitesOf(input)) {
      const measured = [site.place.usable, site.place.unspecified, site.place.activity, site.place.built].filter(
        area => area !== null && area.about && area.value !== null && area.doubtful !== true,
      )
      const [first] = measured
      if (first === undefined || first === null) continue
      report({ ...placed(measured.flatMap(area => (area === null ? [] : [area.place]))), subject: siteSubject(input, site, 'area-approximate'), message: message('finding.area-approximate', { unit: unitName(input, site.unit.community), value: first.value }) })
    }
  },
})
