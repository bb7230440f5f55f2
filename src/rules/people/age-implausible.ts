import { rule } from '../rule'
import { eachNote } from './noted'

/** The age cannot be read, or lies outside 15 to 107. */
export const ageImplausible = rule({
  id: 'age-implausible', needs: ['roster:age'], severity: 'warning', fix: 'none', source: null,
  example: {
    bad: [['社区', '姓名', '人员类别', '年龄'], ['河东社区', '甲某', '正式', 8]],
    good: [['社区', '姓名', '人员类别', '年龄'], ['河东社区', '甲某', '正式', 38]],
  },
  people: eachNote(['value.age-unlikely', 'value.age-unreadable']),
})
