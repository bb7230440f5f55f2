import { message } from '../../messages'
import { unitName } from '../units'
import { doubtsOf, placed, siteSubject } from './sites'
import { rule } from '../rule'

/** A stated total that is not its parts, or two columns or lists that give one area in two ways. */
export const areasContradict = rule({
  id: 'areas-contradict', needs: ['premises'], severity: 'warning', fix: 'none', source: null,
  example: {
    bad: [['社区', '办公面积', '活动面积', '面积合计'], ['河东社区', 100, 60, 180], ['河西社区', 90, 50, 140]],
    good: [['社区', '办公面积', '活动面积', '面积合计'], ['河东社区', 100, 60, 160], ['河西社区', 90, 50, 140]],
  },
  run(input, report) {
    for (const site of doubtsOf(input, 'total-differs', 'columns-differ', 'lists-differ')) {
      const { doubt } = site, [first = 0, second = 0] = doubt.values, unit = unitName(input, site.unit.community)
      report({
        ...placed(doubt.places), subject: siteSubject(input, site, doubt.kind),
        message: doubt.kind === 'total-differs' ? message('finding.area-total-differs', { unit, stated: first, sum: second, difference: first - second }) : message('finding.areas-differ', { unit, first, second }),
        evidence: { actual: first, expected: doubt.kind === 'total-differs' ? second : null, difference: doubt.kind === 'total-differs' ? first - second : null, source: null },
      })
    }
  },
})
