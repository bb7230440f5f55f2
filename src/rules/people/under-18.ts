import { message } from '../../messages'
import { ageOf, isCounted } from '../../judge/person-facts'
import { unitSubject } from '../units'
import { rule } from '../rule'
import { cellOf } from './noted'

/** Counted staff under 18: a birth, an age or an id is wrong, or somebody is too young for the post. */
export const under18 = rule({
  id: 'under-18', needs: ['roster:birth|age|id'], severity: 'warning', fix: 'none', source: null,
  example: {
    bad: [['社区', '姓名', '人员类别', '出生日期'], ['河东社区', '甲某', '正式', '2006-06-14']],
    good: [['社区', '姓名', '人员类别', '出生日期'], ['河东社区', '甲某', '正式', '2005-06-14']],
  },
  people(input, report) {
    const { reading, facts } = input
    return {
      person(person) {
        if (!isCounted(person)) return
        const age = ageOf(person, facts.asOf)
        if (age >= 0 && age < 18) report({ at: cellOf(reading, person, 'birth', 'age', 'id'), subject: `${unitSubject(input, person.community)}/birth/${String(person.row)}`, message: message('finding.under-18', { age }) })
      },
    }
  },
})
