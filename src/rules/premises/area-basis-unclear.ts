import { message } from '../../messages'
import { areasOf, cellArea } from '../../core/area'
import type { Place } from '../../core/place'
import { sitesOf } from './sites'
import { rule } from '../rule'

/** A column of areas that says neither usable nor built: taken as usable, said once for the column. */
export const areaBasisUnclear = rule({
  id: 'area-basis-unclear', needs: ['premises'], severity: 'info', fix: 'none', source: 'source-plan 2023',
  example: {
    bad: [['社区', '办公用房面积'], ['河东社区', 220]],
    good: [['社区', '使用面积'], ['河东社区', 220]],
  },
  run(input, report) {
    const rows = new Map<string, Place[]>()
    for (const { place } of sitesOf(input)) {
      if (place.usable !== null || place.unspecified === null) continue
      for (const cell of place.unspecified.parts ?? [place.unspecified.place]) {
        const key = `${String(place.table)}/${String(cell.column)}`
        rows.set(key, [...(rows.get(key) ?? []), cell])
      }
    }
    for (const [key, places] of rows) {
      const [first] = places, table = input.reading.tables[Number(key.split('/')[0])]
      if (first === undefined || table === undefined) continue
      const header = table.columns.find(column => column.column === first.column)?.header ?? ''
      report({
        at: cellArea({ sheet: table.sheet, row: table.header.bottom, column: first.column }), related: areasOf(places), subject: `${table.sheet}/${header}`,
        message: message('finding.area-basis-unclear', { header }),
      })
    }
  },
})
