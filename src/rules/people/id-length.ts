import { rule } from '../rule'
import { eachNote } from './noted'

/** An id has 18 characters, an old one 15; compare it with the card. */
export const idLength = rule({
  id: 'id-length', needs: ['roster:id'], severity: 'error', fix: 'none', source: 'GB 11643-1999',
  example: {
    bad: [['社区', '姓名', '人员类别', '身份证号'], ['河东社区', '甲某', '正式', '32129919800312001']],
    good: [['社区', '姓名', '人员类别', '身份证号'], ['河东社区', '甲某', '正式', '321299198003120011']],
  },
  people: eachNote(['value.id-length']),
})
