import { rule } from '../rule'
import { eachNote } from './noted'

/** Study under way is no diploma yet and does not count; an obtained one beside it does. */
export const educationInStudy = rule({
  id: 'education-in-study', needs: ['roster:education|educationFullTime|educationInService'], severity: 'warning', fix: 'none', source: null,
  example: {
    bad: [['社区', '姓名', '人员类别', '学历'], ['河东社区', '甲某', '正式', '本科在读']],
    good: [['社区', '姓名', '人员类别', '学历'], ['河东社区', '甲某', '正式', '本科']],
  },
  people: eachNote(['value.education-in-study', 'value.education-in-study-beside'], ({ note }) => (note.key === 'value.education-in-study-beside' ? { severity: 'info' } : {})),
})
