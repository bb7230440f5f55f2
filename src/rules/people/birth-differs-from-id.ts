import { rule } from '../rule'
import { eachNote } from './noted'

/** The typed birth differs from an id whose check character is right. Ages follow the id (under 档案出生日期 what is typed); a verdict that turns between the two is unknown. */
export const birthDiffersFromId = rule({
  id: 'birth-differs-from-id', needs: ['roster:birth|id'], severity: 'warning', fix: 'none', source: null,
  example: {
    bad: [['社区', '姓名', '人员类别', '出生日期', '身份证号'], ['河东社区', '甲某', '正式', '1982-03-12', '321299198003120011']],
    good: [['社区', '姓名', '人员类别', '出生日期', '身份证号'], ['河东社区', '甲某', '正式', '1980-03-12', '321299198003120011']],
  },
  people: eachNote(['value.birth-differs']),
})
