import { rule } from '../rule'
import { eachNote } from './noted'

/** The Party admits from the age of eighteen: the day of joining or the birth is wrong. */
export const partyBefore18 = rule({
  id: 'party-before-18', needs: ['roster:partyJoined'], severity: 'warning', fix: 'none', source: '中国共产党章程',
  example: {
    bad: [['社区', '姓名', '人员类别', '出生日期', '政治面貌', '入党时间'], ['河东社区', '甲某', '正式', '1997-10-23', '中共党员', '2007.12']],
    good: [['社区', '姓名', '人员类别', '出生日期', '政治面貌', '入党时间'], ['河东社区', '甲某', '正式', '1997-10-23', '中共党员', '2017.12']],
  },
  people: eachNote(['value.party-before-18']),
})
