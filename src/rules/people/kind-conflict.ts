import { rule } from '../rule'
import { eachNote } from './noted'

/** The kind is given as formal and as contracted, in one cell or in two. Until decided the person counts in neither, and a verdict that turns is unknown. */
export const kindConflict = rule({
  id: 'kind-conflict', needs: ['roster:employment'], severity: 'warning', fix: 'none', source: null,
  example: {
    bad: [['社区', '姓名', '人员类别'], ['河东社区', '甲某', '在编或聘用']],
    good: [['社区', '姓名', '人员类别'], ['河东社区', '甲某', '在编']],
  },
  people: eachNote(['value.employment-conflict']),
})
