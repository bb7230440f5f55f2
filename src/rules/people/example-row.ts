import { message } from '../../messages'
import { rule } from '../rule'

/** A row that shows how to fill the form in. It counts nowhere; what hangs on it for others still holds. */
export const exampleRow = rule({
  id: 'example-row', needs: [], severity: 'info', fix: 'none', source: null,
  example: {
    bad: [['序号', '社区', '姓名', '人员类别'], ['例', '河东社区', '张三', '正式'], ['1', '河东社区', '甲某', '正式']],
    good: [['序号', '社区', '姓名', '人员类别'], ['1', '河东社区', '甲某', '正式']],
  },
  run({ reading }, report) {
    for (const table of reading.tables) {
      if (!table.counted) continue
      for (const { row, why } of table.skipped) {
        if (why === 'example') report({ at: { sheet: table.sheet, boxes: [{ top: row, left: table.header.left, bottom: row, right: table.header.right }] }, subject: `${table.sheet}/example`, message: message('finding.example-row') })
      }
    }
  },
})
