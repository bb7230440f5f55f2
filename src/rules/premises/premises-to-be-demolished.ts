import { message } from '../../messages'
import { unitName } from '../units'
import { areaPlace, cellsAt, placed, siteSubject, sitesOf } from './sites'
import { rule } from '../rule'

/** Premises that are to go: the area counts today and not in the plan period. */
export const premisesToBeDemolished = rule({
  id: 'premises-to-be-demolished', needs: ['premises'], severity: 'warning', fix: 'none', source: 'source-plan 2023',
  example: {
    bad: [['社区', '使用面积', '是否拆迁'], ['河东社区', 220, '是'], ['河西社区', 150, '否']],
    good: [['社区', '使用面积', '是否拆迁'], ['河东社区', 220, '否'], ['河西社区', 150, '否']],
  },
  run(input, report) {
    for (const site of sitesOf(input)) {
      const { place } = site, unit = unitName(input, site.unit.community)
      if (place.tenure === 'in-building') continue
      const told = cellsAt(site, 'demolition'), remark = cellsAt(site, 'remark'), subject = siteSubject(input, site, 'demolition')
      if (place.demolition !== 'yes' && place.tenure !== 'to-be-demolished') {
        // Words that are not understood: neither staying nor going.
        if (place.demolition === 'unclear') report({ ...placed([...told, areaPlace(site), ...remark]), subject, message: message('finding.demolition-unclear', { unit }) })
        continue
      }
      const contradicted = place.notes.some(({ key }) => key === 'value.demolition-contradicts')
      const tenure = place.tenure === 'to-be-demolished' ? cellsAt(site, 'tenure') : []
      const cells = [...told, areaPlace(site), ...tenure, ...(contradicted || told.length === 0 ? remark : [])]
      const said = contradicted ? 'finding.demolition-contradicts' : 'finding.premises-to-be-demolished'
      report({ ...placed(cells), subject, message: message(said, { unit }) })
    }
  },
})
