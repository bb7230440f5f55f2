import { rule } from '../rule'
import { eachNote } from './noted'

/** A spreadsheet keeps 15 digits of a number: the last three of an id stored as one are lost and must be typed again as text. The birth is in the first 15 and can still be read. */
export const idStoredAsNumber = rule({
  id: 'id-stored-as-number', needs: ['roster:id'], severity: 'error', fix: 'none', source: null,
  example: {
    bad: [['社区', '姓名', '人员类别', '身份证号'], ['河东社区', '甲某', '正式', 321299198003121000]],
    good: [['社区', '姓名', '人员类别', '身份证号'], ['河东社区', '甲某', '正式', '321299198003120011']],
  },
  people: eachNote(['value.id-digits-lost']),
})
