import { message } from '../../messages'
import { unitName } from '../units'
import { areaPlace, cellsAt, doubtsOf, placed, siteSubject } from './sites'
import { rule } from '../rule'

/** One building listed for several communities: its area counts for none of them in full until it is divided. */
export const premisesShared = rule({
  id: 'premises-shared', needs: ['premises'], severity: 'warning', fix: 'none', source: null,
  example: {
    bad: [['社区', '地址', '使用面积'], ['河东社区', '东街1号', 379], ['河西社区', '东街1号', 379]],
    good: [['社区', '地址', '使用面积'], ['河东社区', '东街1号', 379], ['河西社区', '东街2号', 379]],
  },
  run(input, report) {
    const told = new Set<string>()
    for (const site of doubtsOf(input, 'shared')) {
      const all = [site.unit.community, ...site.doubt.communities.filter(each => each >= 0)].sort((a, b) => a - b)
      const places = [...site.doubt.places, ...(site.doubt.places.length === 0 ? [areaPlace(site)] : [])]
      // One building, one finding: at the cells of all who list it.
      const key = all.length > 1 ? all.join() : `${String(site.place.table)}/${String(site.place.row)}`
      if (told.has(key)) continue
      told.add(key)
      const others = all.filter(each => each !== site.unit.community).map(each => unitName(input, each))
      report({
        ...placed([...places, ...cellsAt(site, 'community')]), subject: siteSubject(input, site, 'shared'),
        message: others.length === 0 ? message('finding.premises-shared-unnamed', { unit: unitName(input, site.unit.community) })
          : message(site.doubt.by === 'address' ? 'finding.premises-shared-address' : site.doubt.by === 'certificate' ? 'finding.premises-shared-certificate' : 'finding.premises-shared', { unit: unitName(input, site.unit.community), others }),
      })
    }
  },
})
