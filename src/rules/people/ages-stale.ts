import { columnBoxes, rowRuns } from '../../core/area'
import { columnAt } from '../../core/table-columns'
import { message } from '../../messages'
import { rule } from '../rule'
import { watchAges } from './age-rows'

/** The typed ages of a whole list are of another day: off by the same year or two. */
export const agesStale = rule({
  id: 'ages-stale', needs: ['roster:age', 'roster:birth|id'], severity: 'warning', fix: 'none', source: null,
  example: {
    bad: [['社区', '姓名', '人员类别', '出生日期', '年龄'], ['河东社区', '甲某', '正式', '1985-03-12', 36], ['河东社区', '乙某', '正式', '1975-05-02', 46], ['河东社区', '丙某', '正式', '1990-08-20', 31]],
    good: [['社区', '姓名', '人员类别', '出生日期', '年龄'], ['河东社区', '甲某', '正式', '1985-03-12', 38], ['河东社区', '乙某', '正式', '1975-05-02', 48], ['河东社区', '丙某', '正式', '1990-08-20', 33]],
  },
  people: (input, report) => watchAges(input, ages => {
    for (const { stale } of ages) {
      const [first] = stale, table = first === undefined ? undefined : input.reading.tables[first.person.table]
      const column = columnAt(table, 'age', 'birth')
      if (first === undefined || table === undefined || column === 0) continue
      const offs = stale.map(({ off }) => Math.abs(off)), years = Math.min(...offs)
      report({
        at: { sheet: table.sheet, boxes: columnBoxes(rowRuns(stale.map(({ person }) => person.row)), column) }, subject: `${table.sheet}/age`,
        message: message(first.off < 0 ? 'finding.ages-stale' : 'finding.ages-ahead', { count: stale.length, years, day: input.report.asOf }),
      })
    }
  }),
})
