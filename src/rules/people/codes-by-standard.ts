import { message } from '../../messages'
import { rule } from '../rule'
import { onceAColumn } from './once-a-column'

/** A column of two-digit codes that was read by GB/T 4762: the assumption, once for the column. */
export const codesByStandard = rule({
  id: 'codes-by-standard', needs: ['roster:politics'], severity: 'info', fix: 'none', source: 'GB/T 4762',
  example: {
    bad: [['社区', '姓名', '人员类别', '政治面貌'], ['河东社区', '甲某', '正式', '01'], ['河东社区', '乙某', '正式', '13']],
    good: [['社区', '姓名', '人员类别', '政治面貌'], ['河东社区', '甲某', '正式', '中共党员'], ['河东社区', '乙某', '正式', '群众']],
  },
  people: (input, report) => onceAColumn(input, 'value.politics-standard-code', ({ sheet, at, count }) => {
    report({ at, subject: `${sheet}/politics`, message: message('finding.codes-by-standard', { count }) })
  }),
})
