import { rule } from '../rule'
import { eachNote } from './noted'

/** The last character follows from the 17 before it; where it does not, at least one character is wrong. */
export const idChecksumWrong = rule({
  id: 'id-checksum-wrong', needs: ['roster:id'], severity: 'error', fix: 'none', source: 'GB 11643-1999',
  example: {
    bad: [['社区', '姓名', '人员类别', '身份证号'], ['河东社区', '甲某', '正式', '321299198003120012']],
    good: [['社区', '姓名', '人员类别', '身份证号'], ['河东社区', '甲某', '正式', '321299198003120011']],
  },
  people: eachNote(['value.id-checksum']),
})
