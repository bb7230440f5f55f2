import { rule } from '../rule'
import { eachNote } from './noted'

/** Columns of affiliation contradict each other, or a day of joining the Party stands beside an affiliation that is none. */
export const politicsContradicts = rule({
  id: 'politics-contradicts', needs: ['roster:politics'], severity: 'warning', fix: 'none', source: null,
  example: {
    bad: [['社区', '姓名', '人员类别', '政治面貌', '是否党员'], ['河东社区', '甲某', '正式', '群众', '是']],
    good: [['社区', '姓名', '人员类别', '政治面貌', '是否党员'], ['河东社区', '甲某', '正式', '中共党员', '是']],
  },
  people: eachNote(['value.politics-contradicts', 'value.party-day-without-party', 'value.politics-two-values']),
})
