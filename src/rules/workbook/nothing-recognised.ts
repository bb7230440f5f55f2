import { message } from '../../messages'
import { rule } from '../rule'

/** No roster and no premises table: a report over nothing must not look like a clean one. A workbook of budgets alone has nothing wrong with it, so there it is a warning. */
export const nothingRecognised = rule({
  id: 'nothing-recognised', needs: [], severity: 'error', fix: 'none', source: null,
  example: {
    bad: [['商品', '单价'], ['纸', 12], ['笔', 3]],
    good: [['社区', '姓名', '人员类别', '学历'], ['河东社区', '甲某', '正式', '大专'], ['河东社区', '乙某', '正式', '大专']],
  },
  run({ facts, reading }, report) {
    if (facts.hasRoster || facts.hasPremises) return
    const severity = reading.tables.some(table => table.kind !== 'other') ? 'warning' : 'error'
    report({ at: null, severity, subject: 'overall/tables', message: message('finding.nothing-recognised') })
  },
})
