import { message } from '../../messages'
import { dayText } from '../../core/day'
import { hasEnded } from '../../judge/premises-facts'
import { unitName } from '../units'
import { cellsAt, placed, siteSubject, sitesOf } from './sites'
import { rule } from '../rule'

/** A lease that ended before the as-of day: whether the premises are still there must be asked. */
export const leaseEnded = rule({
  id: 'lease-ended', needs: ['premises'], severity: 'warning', fix: 'none', source: null,
  example: {
    bad: [['社区', '使用面积', '产权性质', '租期至'], ['河东社区', 220, '租赁', '2022年7月'], ['河西社区', 150, '自有', '']],
    good: [['社区', '使用面积', '产权性质', '租期至'], ['河东社区', 220, '租赁', '2026年7月'], ['河西社区', 150, '自有', '']],
  },
  run(input, report) {
    for (const site of sitesOf(input)) {
      const { lease } = site.place
      if (lease === undefined || !hasEnded(site.place, input.facts.asOf) || site.place.tenure === 'in-building') continue
      const unit = unitName(input, site.unit.community), place = { ...placed([lease.place, ...cellsAt(site, 'tenure')]), subject: siteSubject(input, site, 'lease-ended') }
      if (lease.end === 0) {
        report({ ...place, message: message('finding.lease-over', { unit }) })
        continue
      }
      report({
        ...place, message: message('finding.lease-ended', { unit, day: dayText(lease.end), asOf: input.report.asOf }),
        evidence: { actual: dayText(lease.end), expected: input.report.asOf, difference: null, source: null },
      })
    }
  },
})
