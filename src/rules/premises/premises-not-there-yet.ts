import type { Place } from '../../core/place'
import { sheetNamed } from '../../core/snapshot'
import { message } from '../../messages'
import { unitName } from '../units'
import { areaPlace, cellsAt, placed, siteSubject, sitesOf } from './sites'
import { rule } from '../rule'
import type { RuleInput } from '../rule'

/** Premises in building, planned or expected: not counted today, and counted in the plan period. */
export const premisesNotThereYet = rule({
  id: 'premises-not-there-yet', needs: ['premises'], severity: 'info', fix: 'none', source: 'source-plan 2023',
  example: {
    bad: [['社区', '使用面积', '产权性质'], ['河东社区', 220, '在建'], ['河西社区', 150, '自有']],
    good: [['社区', '使用面积', '产权性质'], ['河东社区', 220, '自有'], ['河西社区', 150, '自有']],
  },
  run(input, report) {
    for (const site of sitesOf(input)) {
      if (site.place.tenure !== 'in-building') {
        // 新办公楼在建 beside the old one: it stands and counts, and what is meant is said.
        const spoken = cellsAt(site, 'remark').filter(place => SPEAKS_OF_BUILDING.test(textAt(input, place)))
        if (spoken.length > 0) {
          const unit = unitName(input, site.unit.community)
          report({ ...placed([...spoken, areaPlace(site)]), subject: siteSubject(input, site, 'building'), message: message('finding.building-beside', { unit }) })
        }
        continue
      }
      report({ ...placed([...cellsAt(site, 'tenure'), areaPlace(site), ...(site.place.opens === undefined ? [] : [site.place.opens.place]), ...cellsAt(site, 'planYear')]), subject: siteSubject(input, site, 'in-building'), message: message('finding.premises-not-there-yet', { unit: unitName(input, site.unit.community) }) })
    }
  },
})

const SPEAKS_OF_BUILDING = /在建|施工|筹建|拟建|封顶|未(?:建成|竣工|完工|交付|启用)/

function textAt({ snapshot }: RuleInput, { sheet, row, column }: Place): string {
  const value = sheetNamed(snapshot, sheet)?.rows[row - 1]?.[column - 1]
  return typeof value === 'string' ? value.slice(0, 200) : ''
}
