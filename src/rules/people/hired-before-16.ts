import { rule } from '../rule'
import { eachNote } from './noted'

/** At work before the age of sixteen: the day of the first work or the birth is wrong. */
export const hiredBefore16 = rule({
  id: 'hired-before-16', needs: ['roster:hired|joined'], severity: 'warning', fix: 'none', source: '中华人民共和国劳动法',
  example: {
    bad: [['社区', '姓名', '人员类别', '出生日期', '参加工作时间'], ['河东社区', '甲某', '正式', '1995-03-16', '2003.05']],
    good: [['社区', '姓名', '人员类别', '出生日期', '参加工作时间'], ['河东社区', '甲某', '正式', '1995-03-16', '2013.05']],
  },
  people: eachNote(['value.hired-before-16']),
})
