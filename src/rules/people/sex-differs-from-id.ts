import { rule } from '../rule'
import { eachNote } from './noted'

/** Character 17 of an id is odd for men and even for women; the column of the sex says otherwise. */
export const sexDiffersFromId = rule({
  id: 'sex-differs-from-id', needs: ['roster:sex'], severity: 'warning', fix: 'none', source: 'GB 11643-1999',
  example: {
    bad: [['社区', '姓名', '人员类别', '性别', '身份证号'], ['河东社区', '甲某', '正式', '女', '321299198003120011']],
    good: [['社区', '姓名', '人员类别', '性别', '身份证号'], ['河东社区', '甲某', '正式', '男', '321299198003120011']],
  },
  people: eachNote(['value.sex-differs']),
})
