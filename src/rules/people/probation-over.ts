import { rule } from '../rule'
import { eachNote } from './noted'

/** Probation lasts a year, two at most. Somebody who joined longer ago and is still called probationary should be looked at; he counts either way. */
export const probationOver = rule({
  id: 'probation-over', needs: ['roster:partyJoined'], severity: 'warning', fix: 'none', source: '中国共产党章程',
  example: {
    bad: [['社区', '姓名', '人员类别', '政治面貌', '入党时间'], ['河东社区', '甲某', '正式', '中共预备党员', '2019.05']],
    good: [['社区', '姓名', '人员类别', '政治面貌', '入党时间'], ['河东社区', '甲某', '正式', '中共预备党员', '2023.05']],
  },
  people: eachNote(['value.probation-over']),
})
