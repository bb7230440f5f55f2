import { rule } from '../rule'
import { eachNote } from './noted'

/** Characters 7 to 14 of an id are the day of birth; this one does not exist or is none of a living member of staff. */
export const idDateImpossible = rule({
  id: 'id-date-impossible', needs: ['roster:id'], severity: 'error', fix: 'none', source: 'GB 11643-1999',
  example: {
    bad: [['社区', '姓名', '人员类别', '身份证号'], ['河东社区', '甲某', '正式', '321299198002320011']],
    good: [['社区', '姓名', '人员类别', '身份证号'], ['河东社区', '甲某', '正式', '321299198003120011']],
  },
  people: eachNote(['value.id-date']),
})
