import { rule } from '../rule'
import { eachNote } from './noted'

/** The education contradicts the answer on college, or another column of education. The word counts and the other side is kept; a verdict that turns is unknown. */
export const educationContradicts = rule({
  id: 'education-contradicts', needs: ['roster:education|educationFullTime|educationInService'], severity: 'warning', fix: 'none', source: null,
  example: {
    bad: [['社区', '姓名', '人员类别', '文化程度', '是否大专以上'], ['河东社区', '甲某', '正式', '职高', '是']],
    good: [['社区', '姓名', '人员类别', '文化程度', '是否大专以上'], ['河东社区', '甲某', '正式', '高职', '是']],
  },
  people: eachNote(['value.college-flag-contradicts', 'value.education-contradicts']),
})
