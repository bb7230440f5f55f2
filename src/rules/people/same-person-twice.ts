import { areaName } from '../../core/area'
import { message } from '../../messages'
import { unitName, unitSubject } from '../units'
import { rule } from '../rule'
import { cellOf } from './noted'

/** One person listed twice, in two communities, in two kinds or in the same one: counted once, in the listing that comes first. */
export const samePersonTwice = rule({
  id: 'same-person-twice', needs: ['roster:id|birth'], severity: 'error', fix: 'none', source: null,
  example: {
    bad: [['社区', '姓名', '人员类别', '身份证号'], ['河东社区', '甲某', '正式', '321299198003120011'], ['河西社区', '甲某', '聘用', '321299198003120011']],
    good: [['社区', '姓名', '人员类别', '出生日期'], ['河东社区', '甲某', '正式', '1980-03-12'], ['河西社区', '甲某', '聘用', '1990-03-12']],
  },
  people(input, report) {
    const { people } = input.reading
    return {
      person(person) {
        const first = person.sameAs < 0 ? undefined : people[person.sameAs]
        if (first === undefined) return
        const at = cellOf(input.reading, person, 'name', 'id'), other = cellOf(input.reading, first, 'name', 'id')
        if (at === null || other === null) return
        const kinds = person.employment !== first.employment && person.employment !== 'unknown' && first.employment !== 'unknown'
        report({
          at, related: [other], subject: `${unitSubject(input, person.community)}/${String(person.row)}`,
          message: message(person.community !== first.community ? 'finding.listed-in-two-communities' : kinds ? 'finding.listed-in-two-kinds' : 'finding.listed-twice', { first: areaName(other), unit: unitName(input, first.community) }),
        })
      },
    }
  },
})
