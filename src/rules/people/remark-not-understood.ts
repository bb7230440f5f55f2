import { rule } from '../rule'
import { eachNote } from './noted'

/** A remark that speaks of leaving, absence or a second listing in words that are not understood: counted for now, and a verdict that hangs on it is unknown. */
export const remarkNotUnderstood = rule({
  id: 'remark-not-understood', needs: ['roster:remark'], severity: 'warning', fix: 'none', source: null,
  example: {
    bad: [['社区', '姓名', '人员类别', '备注'], ['河东社区', '甲某', '正式', '占编不在岗']],
    good: [['社区', '姓名', '人员类别', '备注'], ['河东社区', '甲某', '正式', '其配偶已退休']],
  },
  people: eachNote(['value.remark-unread']),
})
