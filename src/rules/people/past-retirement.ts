import { dayText } from '../../core/day'
import { message } from '../../messages'
import { isCounted } from '../../judge/person-facts'
import { unitSubject } from '../units'
import { rule } from '../rule'
import { cellOf } from './noted'
import { retirementDay } from './retirement'

/** Formal staff past the age of retirement of their day of birth. The age is elastic by up to three years, so this is only ever a warning. */
export const pastRetirement = rule({
  id: 'past-retirement', needs: ['roster:birth|id', 'roster:employment'], severity: 'warning', fix: 'none', source: '全国人民代表大会常务委员会关于实施渐进式延迟法定退休年龄的决定',
  example: {
    bad: [['社区', '姓名', '人员类别', '性别', '出生日期'], ['河东社区', '甲某', '正式', '女', '1962-11-01']],
    good: [['社区', '姓名', '人员类别', '性别', '出生日期'], ['河东社区', '甲某', '正式', '男', '1964-03-16'], ['河东社区', '乙某', '聘用', '女', '1962-11-01']],
  },
  people(input, report) {
    const { reading, facts } = input
    return {
      person(person) {
        if (person.employment !== 'formal' || person.birth === 0 || !isCounted(person)) return
        const day = retirementDay(person.birth, person.sex)
        if (day < facts.asOf) report({ at: cellOf(reading, person, 'birth', 'age', 'id'), subject: `${unitSubject(input, person.community)}/birth/${String(person.row)}`, message: message('finding.past-retirement', { day: dayText(day) }) })
      },
    }
  },
})
