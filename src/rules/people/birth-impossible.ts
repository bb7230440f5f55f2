import { rule } from '../rule'
import { eachNote } from './noted'

/** The day of birth does not exist, lies after the as-of day, before 1916, or less than fifteen years back. The id tells it where there is one, else the age is unknown; one bad date costs nobody else his age. */
export const birthImpossible = rule({
  id: 'birth-impossible', needs: ['roster:birth'], severity: 'warning', fix: 'none', source: null,
  example: {
    bad: [['社区', '姓名', '人员类别', '出生日期'], ['河东社区', '甲某', '正式', '1985-02-30']],
    good: [['社区', '姓名', '人员类别', '出生日期'], ['河东社区', '甲某', '正式', '1985-02-28']],
  },
  people: eachNote(['value.date-future', 'value.date-impossible', 'value.date-unreadable', 'value.date-unlikely', 'value.date-zero'], ({ note }) => (note.key === 'value.date-future' ? { severity: 'error' } : {})),
})
