import { rule } from '../rule'
import { eachNote } from './noted'

/** The typed birth lies 17 to 50 days before the one in the id: perhaps a birthday of the lunar calendar. Ages follow the id. */
export const birthPerhapsLunar = rule({
  id: 'birth-perhaps-lunar', needs: ['roster:birth|id'], severity: 'warning', fix: 'none', source: null,
  example: {
    bad: [['社区', '姓名', '人员类别', '出生日期', '身份证号'], ['河东社区', '甲某', '正式', '1980-02-18', '321299198003120011']],
    good: [['社区', '姓名', '人员类别', '出生日期', '身份证号'], ['河东社区', '甲某', '正式', '1980-03-12', '321299198003120011']],
  },
  people: eachNote(['value.birth-lunar']),
})
