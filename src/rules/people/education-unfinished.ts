import { rule } from '../rule'
import { eachNote } from './noted'

/** Incomplete studies and “equivalent to” are no diploma and do not count. */
export const educationUnfinished = rule({
  id: 'education-unfinished', needs: ['roster:education|educationFullTime|educationInService'], severity: 'info', fix: 'none', source: null,
  example: {
    bad: [['社区', '姓名', '人员类别', '学历'], ['河东社区', '甲某', '正式', '大专结业']],
    good: [['社区', '姓名', '人员类别', '学历'], ['河东社区', '甲某', '正式', '大专']],
  },
  people: eachNote(['value.education-not-finished', 'value.education-equivalent']),
})
