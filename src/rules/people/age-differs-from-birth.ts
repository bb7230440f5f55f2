import { dayText } from '../../core/day'
import { message } from '../../messages'
import { unitSubject } from '../units'
import { rule } from '../rule'
import { watchAges } from './age-rows'
import { cellOf } from './noted'

/** A typed age that the birth does not give on the as-of day. The birth counts. */
export const ageDiffersFromBirth = rule({
  id: 'age-differs-from-birth', needs: ['roster:age', 'roster:birth|id'], severity: 'warning', fix: 'ask', source: null,
  example: {
    bad: [['社区', '姓名', '人员类别', '出生日期', '年龄'], ['河东社区', '甲某', '正式', '1985-03-12', 83]],
    good: [['社区', '姓名', '人员类别', '出生日期', '年龄'], ['河东社区', '甲某', '正式', '1985-03-12', 38]],
  },
  people: (input, report) => watchAges(input, ages => {
    for (const { alone } of ages) for (const { person, right } of alone) {
      const at = cellOf(input.reading, person, 'age', 'birth'), birth = cellOf(input.reading, person, 'birth', 'id')
      report({
        at, related: birth === null ? [] : [birth], subject: `${unitSubject(input, person.community)}/age/${String(person.row)}`,
        message: message('finding.age-differs', { typed: person.statedAge, right, birth: dayText(person.birth), day: input.report.asOf }),
        evidence: { actual: person.statedAge, expected: right, difference: person.statedAge - right, source: null },
      })
    }
  }),
})
