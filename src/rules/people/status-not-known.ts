import { rule } from '../rule'
import { eachNote } from './noted'

/** The status is given as not known yet, or as not on post without a reason. Counted as there (on leave); to be confirmed. */
export const statusNotKnown = rule({
  id: 'status-not-known', needs: ['roster:status'], severity: 'warning', fix: 'none', source: null,
  example: {
    bad: [['社区', '姓名', '人员类别', '人员状态'], ['河东社区', '甲某', '正式', '待定']],
    good: [['社区', '姓名', '人员类别', '人员状态'], ['河东社区', '甲某', '正式', '在岗']],
  },
  people: eachNote(['value.not-known-yet', 'value.status-not-on-post']),
})
