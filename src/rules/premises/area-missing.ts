import { message } from '../../messages'
import { unitName } from '../units'
import { areaPlace, cellsAt, measureOf, placed, siteSubject, sitesOf } from './sites'
import { rule } from '../rule'

/** A place without any area, usable or built: nothing is written, or something that is no number. */
export const areaMissing = rule({
  id: 'area-missing', needs: ['premises'], severity: 'warning', fix: 'none', source: null,
  example: {
    bad: [['社区', '使用面积', '产权性质'], ['河东社区', '/', '自有'], ['河西社区', 150, '自有']],
    good: [['社区', '使用面积', '产权性质'], ['河东社区', 120, '自有'], ['河西社区', 150, '自有']],
  },
  run(input, report) {
    for (const site of sitesOf(input)) {
      const { place } = site, area = measureOf(site)
      if ((area !== null && area.value !== null) || place.tenure === 'none' || place.tenure === 'in-building' || ((place.doubts ?? []).length > 0 && area !== null && /\d/.test(String(area.raw)))) continue
      // A list without any column for areas asks for none.
      if (cellsAt(site, 'usableArea', 'area', 'officeArea', 'builtArea').length === 0) continue
      const written = typeof area?.raw === 'string' ? area.raw.trim() : typeof area?.raw === 'number' ? String(area.raw) : '', unit = unitName(input, site.unit.community)
      report({
        ...placed([areaPlace(site)]), subject: siteSubject(input, site, 'area-missing'),
        message: written === '' ? message('finding.area-missing', { unit }) : message('finding.area-not-a-number', { unit, written }),
      })
    }
  },
})
