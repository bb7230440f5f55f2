import { message } from '../../messages'
import { unitName } from '../units'
import { doubtsOf, placed, siteSubject } from './sites'
import { rule } from '../rule'

/** A place is said to be no longer used (已停用, 已退租, 已拆除), or its words leave that open: its area does not count in silence. */
export const premisesGivenUp = rule({
  id: 'premises-given-up', needs: ['premises'], severity: 'warning', fix: 'none', source: null,
  example: {
    bad: [['社区', '使用面积', '产权性质', '备注'], ['河东社区', 220, '自有', '2021年已停用'], ['河西社区', 150, '自有', '']],
    good: [['社区', '使用面积', '产权性质', '备注'], ['河东社区', 220, '自有', '2021年启用'], ['河西社区', 150, '自有', '']],
  },
  run(input, report) {
    for (const site of doubtsOf(input, 'given-up', 'perhaps-given-up')) {
      const params = { unit: unitName(input, site.unit.community), value: site.doubt.values[0] ?? 0 }
      report({
        ...placed([...site.doubt.places].reverse()), subject: siteSubject(input, site, 'given-up'),
        message: site.doubt.kind === 'given-up' ? message('finding.premises-given-up', params) : message('finding.premises-perhaps-given-up', params),
      })
    }
  },
})
