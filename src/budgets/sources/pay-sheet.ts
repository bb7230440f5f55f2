import type { Reading } from '../../core/reading'
import { cellAt } from '../../core/snapshot'
import type { Snapshot } from '../../core/snapshot'
import { columnAt } from '../../core/table-columns'
import { add, call, range, scaled } from '../../formula/expression'
import type { Term } from '../../formula/expression'
import { normalise } from '../../vocabulary/normalise'
import { payColumns, payParts } from './pay-columns'
import type { PayColumn } from './pay-columns'
import { runsOf } from './roster'

const MOST_RUNS = 60

/** The workbook's one pay sheet: what people cost, found by their names. */
export interface PaySheet {
  /** Every figure is of one month. */
  readonly isMonthly: boolean
  /** Yuan a year of these people and how many of them are paid; `null` where one is not on the sheet once, or has no figure. */
  of(names: readonly string[], fits?: (column: PayColumn) => boolean): { readonly sum: Term; readonly count: Term } | null
}

/** `null`: no pay sheet, or several, or one that does not say for how long its figures are. */
export function paySheet(snapshot: Snapshot, reading: Reading): PaySheet | null {
  const [table, ...more] = reading.tables.filter(each => each.kind === 'pay' && !each.hidden && each.body !== null && columnAt(each, 'name') !== 0)
  const sheet = snapshot.sheets.find(each => each.name === table?.sheet), name = columnAt(table, 'name')
  if (table === undefined || more.length > 0 || sheet === undefined || table.body === null) return null
  const rowOf = new Map<string, number | null>()
  for (let row = table.body.top; row <= table.body.bottom; row++) {
    const value = cellAt(sheet, row, name)
    if (typeof value !== 'string' || value.trim() === '') continue
    const word = normalise(value)
    rowOf.set(word, rowOf.has(word) ? null : row)
  }
  const rows = [...rowOf.values()].filter(row => row !== null)
  const list = { table, rows, rawAt: (row: number, column: number) => cellAt(sheet, row, column) }
  const all = payColumns(list), parts = payParts(list)
  if (all === null || parts === null) return null
  const cells = (runs: readonly (readonly [number, number])[], { column }: PayColumn) =>
    runs.map(([first, last]) => range({ sheet: sheet.name, row: first, column, fixed: true }, { row: last, column }))
  return {
    isMonthly: all.every(column => column.isMonthly),
    of: (names, fits) => {
      const columns = fits === undefined ? all : parts.filter(fits)
      const found = names.map(each => rowOf.get(normalise(each)) ?? null)
      const [first] = columns
      if (first === undefined || new Set(found).size !== found.length || found.some(row => row === null || typeof cellAt(sheet, row, first.column) !== 'number')) return null
      const runs = runsOf(found.filter(row => row !== null).sort((a, b) => a - b))
      if (runs.length === 0 || runs.length > MOST_RUNS) return null
      return { sum: add(...columns.map(column => scaled(call('SUM', ...cells(runs, column)), column.factor))), count: call('COUNT', ...cells(runs, first)) }
    },
  }
}
