import { addRow, columnBoxes } from '../../core/area'
import { message } from '../../messages'
import { rule } from '../rule'

/** A column of two-digit codes that was read by GB/T 4762: the assumption, once for the column. */
export const codesByStandard = rule({
  id: 'codes-by-standard', needs: ['roster:politics'], severity: 'info', fix: 'none', source: 'GB/T 4762',
  example: {
    bad: [['社区', '姓名', '人员类别', '政治面貌'], ['河东社区', '甲某', '正式', '01'], ['河东社区', '乙某', '正式', '13']],
    good: [['社区', '姓名', '人员类别', '政治面貌'], ['河东社区', '甲某', '正式', '中共党员'], ['河东社区', '乙某', '正式', '群众']],
  },
  people({ reading }, report) {
    const columns = new Map<string, { readonly table: number; readonly column: number; readonly runs: number[]; count: number }>()
    return {
      keys: ['value.politics-standard-code'],
      note({ at: column }, { table, row }) {
        if (column === undefined) return
        const key = `${String(table)}/${String(column)}`, own = columns.get(key) ?? { table, column, runs: [], count: 0 }
        columns.set(key, own)
        addRow(own.runs, row)
        own.count++
      },
      end() {
        for (const { table, column, runs, count } of columns.values()) {
          const sheet = reading.tables[table]?.sheet ?? ''
          report({ at: { sheet, boxes: columnBoxes(runs, column) }, subject: `${sheet}/politics`, message: message('finding.codes-by-standard', { count }) })
        }
      },
    }
  },
})
