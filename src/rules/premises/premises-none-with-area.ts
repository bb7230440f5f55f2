import { message } from '../../messages'
import { unitName } from '../units'
import { cellsAt, doubtsOf, placed, siteSubject } from './sites'
import { rule } from '../rule'

/** The premises are said to be none (无房), and an area stands beside it: one of the two is wrong, and the area stays open. */
export const premisesNoneWithArea = rule({
  id: 'premises-none-with-area', needs: ['premises'], severity: 'warning', fix: 'none', source: null,
  example: {
    bad: [['社区', '使用面积', '产权性质'], ['河东社区', 220, '无房'], ['河西社区', 150, '自有']],
    good: [['社区', '使用面积', '产权性质'], ['河东社区', 0, '无房'], ['河西社区', 150, '自有']],
  },
  run(input, report) {
    for (const site of doubtsOf(input, 'none-with-area')) {
      report({
        ...placed([...cellsAt(site, 'tenure'), ...site.doubt.places]), subject: siteSubject(input, site, 'none-with-area'),
        message: message('finding.premises-none-with-area', { unit: unitName(input, site.unit.community), word: site.place.tenureWord, value: site.doubt.values[0] ?? 0 }),
      })
    }
  },
})
