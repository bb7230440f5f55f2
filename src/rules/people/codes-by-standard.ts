import { columnBoxes, rowRuns } from '../../core/area'
import { message } from '../../messages'
import { rule } from '../rule'

/** A column of two-digit codes that was read by GB/T 4762: the assumption, once for the column. */
export const codesByStandard = rule({
  id: 'codes-by-standard', needs: ['roster:politics'], severity: 'info', fix: 'none', source: 'GB/T 4762',
  example: {
    bad: [['社区', '姓名', '人员类别', '政治面貌'], ['河东社区', '甲某', '正式', '01'], ['河东社区', '乙某', '正式', '13']],
    good: [['社区', '姓名', '人员类别', '政治面貌'], ['河东社区', '甲某', '正式', '中共党员'], ['河东社区', '乙某', '正式', '群众']],
  },
  run({ reading }, report) {
    const rows = new Map<string, { readonly table: number; readonly column: number; readonly rows: number[] }>()
    for (const person of reading.people) {
      const note = person.notes.find(({ key }) => key === 'value.politics-standard-code')
      if (note?.at === undefined || reading.tables[person.table]?.counted !== true) continue
      const key = `${String(person.table)}/${String(note.at)}`, known = rows.get(key)
      if (known === undefined) rows.set(key, { table: person.table, column: note.at, rows: [person.row] })
      else known.rows.push(person.row)
    }
    for (const { table, column, rows: own } of rows.values()) {
      const sheet = reading.tables[table]?.sheet ?? ''
      report({ at: { sheet, boxes: columnBoxes(rowRuns(own), column) }, subject: `${sheet}/politics`, message: message('finding.codes-by-standard', { count: own.length }) })
    }
  },
})
