import { message } from '../../messages'
import { areasOf, cellArea } from '../../core/area'
import { cellKey } from '../../core/place'
import type { Measured } from '../../core/reading'
import { sitesOf } from './sites'
import { rule } from '../rule'

/** A total that leaves out areas written as text (约60㎡): SUM passes over them without a word. */
export const areaTotalLeavesOutText = rule({
  id: 'area-total-leaves-out-text', needs: ['premises'], severity: 'warning', fix: 'none', source: null,
  example: {
    bad: [['社区', '使用面积'], ['河东社区', '60㎡'], ['河西社区', 150], ['荷叶社区', 90], ['合计', 240]],
    good: [['社区', '使用面积'], ['河东社区', 60], ['河西社区', 150], ['荷叶社区', 90], ['合计', 300]],
  },
  run(input, report) {
    const byTable = new Map<number, Measured[]>()
    for (const { place } of sitesOf(input)) for (const area of [place.usable, place.unspecified, place.built, place.activity]) {
      if (area === null) continue
      const list = byTable.get(place.table)
      if (list === undefined) byTable.set(place.table, [area])
      else list.push(area)
    }
    for (const [index, areas] of byTable) {
      const table = input.reading.tables[index], sheet = input.snapshot.sheets.find(each => each.name === table?.sheet)
      if (table === undefined || sheet === undefined) continue
      for (const { row } of table.skipped.filter(({ why }) => why === 'total')) for (const column of new Set(areas.map(area => area.place.column))) {
        const own = areas.filter(area => area.place.column === column && area.parts === undefined), texts = own.filter(area => typeof area.raw === 'string' && area.value !== null && area.value > 0)
        const plain = own.reduce((sum, area) => sum + (typeof area.raw === 'number' ? area.raw : 0), 0)
        const stored = sheet.rows[row - 1]?.[column - 1] ?? null
        // A sum that was never calculated will give what it can add.
        const total = stored === null && /^=?SUM\(/i.test(sheet.formulas.get(cellKey(row, column)) ?? '') ? plain : stored
        if (texts.length === 0 || typeof total !== 'number' || Math.abs(total - plain) > 0.5) continue
        const expected = Math.round((total + texts.reduce((sum, area) => sum + (area.value ?? 0), 0)) * 1e6) / 1e6
        report({
          at: cellArea({ sheet: table.sheet, row, column }), related: areasOf(texts.map(area => area.place)), subject: `${table.sheet}/${String(column)}`,
          message: message('finding.area-total-leaves-out-text', { total, expected, count: texts.length }), evidence: { actual: total, expected, difference: total - expected, source: null },
        })
      }
    }
  },
})
