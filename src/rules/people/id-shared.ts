import { rule } from '../rule'
import { eachNote } from './noted'

/** Two people of different names and births have one id: at least one of them is wrong. */
export const idShared = rule({
  id: 'id-shared', needs: ['roster:id'], severity: 'error', fix: 'none', source: null,
  example: {
    bad: [['社区', '姓名', '人员类别', '出生日期', '身份证号'], ['河东社区', '甲某', '正式', '1993-12-01', '321299198003120011'], ['河西社区', '乙某', '正式', '1980-03-12', '321299198003120011']],
    good: [['社区', '姓名', '人员类别', '出生日期', '身份证号'], ['河东社区', '甲某', '正式', '1993-12-01', '321299199312010013'], ['河西社区', '乙某', '正式', '1980-03-12', '321299198003120011']],
  },
  people: eachNote(['value.id-shared']),
})
