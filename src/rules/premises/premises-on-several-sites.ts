import { message } from '../../messages'
import { unitName, unitSubject } from '../units'
import { areaPlace, placed, sitesOf } from './sites'
import { rule } from '../rule'

/** A community whose area is the sum of several places: the standard may ask for one whole. */
export const premisesOnSeveralSites = rule({
  id: 'premises-on-several-sites', needs: ['premises'], severity: 'info', fix: 'none', source: 'source-plan 2023',
  example: {
    bad: [['社区', '地址', '使用面积'], ['河东社区', '东街1号', 120], ['河东社区', '西街2号', 90]],
    good: [['社区', '地址', '使用面积'], ['河东社区', '东街1号', 120], ['河西社区', '西街2号', 90]],
  },
  run(input, report) {
    for (const unit of input.facts.units) {
      const { premises } = unit
      if (premises === null || premises.sites.length - premises.inBuilding < 2) continue
      const sites = [...sitesOf(input)].filter(site => site.unit === unit && site.place.tenure !== 'in-building')
      if (new Set(sites.map(({ place }) => `${String(place.table)}/${String(place.row)}`)).size < 2) continue
      report({
        ...placed(sites.map(areaPlace)), subject: `${unitSubject(input, unit.community)}/several-sites`,
        message: message('finding.premises-on-several-sites', { unit: unitName(input, unit.community), count: sites.length }),
      })
    }
  },
})
