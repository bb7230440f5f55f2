import { rule } from '../rule'
import { eachNote } from './noted'

/** A day of the first work, of coming or of joining lies after the as-of day. */
export const dayInFuture = rule({
  id: 'day-in-future', needs: ['roster:hired|joined|partyJoined'], severity: 'warning', fix: 'none', source: null,
  example: {
    bad: [['社区', '姓名', '人员类别', '参加工作时间'], ['河东社区', '甲某', '正式', '2033.05']],
    good: [['社区', '姓名', '人员类别', '参加工作时间'], ['河东社区', '甲某', '正式', '2013.05']],
  },
  people: eachNote(['value.day-in-future']),
})
