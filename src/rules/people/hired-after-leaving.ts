import { rule } from '../rule'
import { eachNote } from './noted'

/** The day of coming lies after the day of leaving. */
export const hiredAfterLeaving = rule({
  id: 'hired-after-leaving', needs: ['roster:hired|joined'], severity: 'error', fix: 'none', source: null,
  example: {
    bad: [['社区', '姓名', '人员类别', '到社区工作时间', '离职时间'], ['河东社区', '甲某', '正式', '2022.10', '2021.06']],
    good: [['社区', '姓名', '人员类别', '到社区工作时间', '离职时间'], ['河东社区', '甲某', '正式', '2019.10', '2021.06']],
  },
  people: eachNote(['value.hired-after-leaving']),
})
