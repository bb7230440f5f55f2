import { columnBoxes, rowRuns } from '../../core/area'
import { columnOrFirst } from '../../core/table-columns'
import { message } from '../../messages'
import { rule } from '../rule'

/** A row of premises whose community neither its own cell, a merge nor the rows around it tell: its area counts for nobody. */
export const placeWithoutCommunity = rule({
  id: 'place-without-community', needs: ['premises'], severity: 'warning', fix: 'none', source: null,
  example: {
    bad: [['序号', '社区', '使用面积'], ...['望江', '临湖', '梧桐', '新桥', '凤凰', '长兴', '清泉', ''].map((name, at) => [at + 1, name === '' ? '' : `${name}社区`, 200 + at]), [9, '东湖社区', 150]],
    good: [['序号', '社区', '使用面积'], [1, '望江社区', 200], [2, '东湖社区', 150]],
  },
  run({ reading }, report) {
    for (const table of reading.tables) {
      const { index, counted, sheet } = table
      const rows = counted ? reading.premises.filter(place => place.table === index && place.community < 0).map(place => place.row) : []
      const column = columnOrFirst(table, 'community')
      if (rows.length > 0) report({ at: { sheet, boxes: columnBoxes(rowRuns(rows), column) }, subject: `${sheet}/community`, message: message('finding.place-without-community', { count: rows.length }) })
    }
  },
})
