import { columnBoxes, rowRuns } from '../../core/area'
import { sheetNamed } from '../../core/snapshot'
import { columnOrFirst } from '../../core/table-columns'
import { message } from '../../messages'
import { rule } from '../rule'

/** Rows of people that are hidden or filtered away. They count like all others, and nobody sees them. */
export const hiddenRows = rule({
  id: 'hidden-rows', needs: [], severity: 'info', fix: 'none', source: null, example: null,
  people({ reading, snapshot }, report) {
    const rows = new Map<number, number[]>()
    const hidden = reading.tables.map(table => (table.counted ? sheetNamed(snapshot, table.sheet)?.hiddenRows : undefined))
    if (hidden.every(each => each === undefined)) return null
    const look = ({ table, row }: { readonly table: number; readonly row: number }): void => {
      if (hidden[table]?.has(row) !== true) return
      const known = rows.get(table)
      if (known === undefined) rows.set(table, [row])
      else known.push(row)
    }
    return {
      person: look,
      end() {
        for (const place of reading.premises) look(place)
        for (const [index, own] of rows) {
          const table = reading.tables[index]
          if (table === undefined) continue
          report({ at: { sheet: table.sheet, boxes: columnBoxes(rowRuns(own), columnOrFirst(table, 'name', 'community')) }, subject: `${table.sheet}/hidden`, message: message('finding.hidden-rows', { count: own.length }) })
        }
      },
    }
  },
})
