import { rule } from '../rule'
import { eachNote } from './noted'

/** Status, remark and day of leaving disagree: on post, and the remark or the day says gone; or vacant with a name. Counted as gone, the other side kept; a verdict that turns is unknown. */
export const presenceContradicts = rule({
  id: 'presence-contradicts', needs: ['roster:status|remark'], severity: 'warning', fix: 'none', source: null,
  example: {
    bad: [['社区', '姓名', '人员类别', '人员状态', '备注'], ['河东社区', '甲某', '正式', '在岗', '2023年3月已离职']],
    good: [['社区', '姓名', '人员类别', '人员状态', '备注'], ['河东社区', '甲某', '正式', '在岗', '党员示范岗']],
  },
  people: eachNote(['value.left-by-remark', 'value.left-but-in-post', 'value.vacant-with-name']),
})
