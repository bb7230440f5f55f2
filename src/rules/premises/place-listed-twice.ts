import { message } from '../../messages'
import { unitName } from '../units'
import { doubtsOf, placed, siteSubject } from './sites'
import { rule } from '../rule'

/** One place stands twice in the list of its own community, with the same address and area. */
export const placeListedTwice = rule({
  id: 'place-listed-twice', needs: ['premises'], severity: 'warning', fix: 'none', source: null,
  example: {
    bad: [['社区', '地址', '使用面积'], ['河东社区', '东街1号', 120], ['河东社区', '东街1号', 120]],
    good: [['社区', '地址', '使用面积'], ['河东社区', '东街1号', 120], ['河东社区', '东街1号二楼', 80]],
  },
  run(input, report) {
    for (const site of doubtsOf(input, 'listed-twice')) {
      report({ ...placed(site.doubt.places), subject: siteSubject(input, site, 'listed-twice'), message: message('finding.place-listed-twice', { unit: unitName(input, site.unit.community), value: site.doubt.values[0] ?? 0 }) })
    }
  },
})
