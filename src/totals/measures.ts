import type { Person, Reading } from '../core/reading'
import { cellAt } from '../core/snapshot'
import { numberOf, rowKey } from './keyed-tables'
import type { KeyedTable, NumberColumn } from './keyed-tables'

/** A figure by key that another place of the workbook gives: sums of a column, counts of rows, people of a roster. */
export interface Measure {
  /** The sheet it comes from; of several the last. */
  readonly sheet: string
  /** The sheet of one key. */
  readonly sheetOf: (key: string) => string
  readonly what: 'headcount' | 'area' | 'amount' | 'count'
  readonly header: string
  readonly yuan: number
  readonly values: ReadonlyMap<string, number>
  /** How much of a key's figure is open: people of no known kind. */
  readonly open?: ReadonlyMap<string, number>
  /** The cells behind a key, for what is related. */
  readonly cells: (key: string) => readonly { readonly row: number; readonly column: number }[]
  /** The table, where the figure of a key is a single cell of it. */
  readonly single: KeyedTable | null
  readonly column: number
}

/** Sums of every column by key, and the number of rows where keys repeat. */
export function measuresOf(keyed: KeyedTable): Measure[] {
  const found: Measure[] = []
  for (const column of keyed.columns) found.push(sumsOf(keyed, column))
  // Who counts on a roster is more than its rows: `rosterMeasures` tells.
  if (!keyed.unique && keyed.table.kind !== 'staff') {
    const values = new Map<string, number>()
    for (const { key } of keyed.rows) values.set(key, (values.get(key) ?? 0) + 1)
    found.push({ sheet: keyed.sheet.name, sheetOf: () => keyed.sheet.name, what: 'count', header: '', yuan: 0, values, cells: key => keyed.rows.filter(each => each.key === key).map(({ row }) => ({ row, column: keyed.keyColumn })), single: null, column: keyed.keyColumn })
  }
  return found
}

function sumsOf(keyed: KeyedTable, { column, header, yuan }: NumberColumn): Measure {
  const values = new Map<string, number>()
  for (const { row, key } of keyed.rows) {
    const value = numberOf(cellAt(keyed.sheet, row, column))
    if (!Number.isNaN(value)) values.set(key, (values.get(key) ?? 0) + value)
  }
  return {
    sheet: keyed.sheet.name,
    sheetOf: () => keyed.sheet.name,
    what: /面积/.test(header) ? 'area' : /人数|人员|编制/.test(header) && yuan === 0 ? 'headcount' : 'amount',
    header,
    yuan,
    values,
    cells: key => keyed.rows.filter(each => each.key === key).map(({ row }) => ({ row, column })),
    single: keyed.unique ? keyed : null,
    column,
  }
}

/** People of the rosters by community: formal, contracted and both. Empty where a kind or a community is open for anybody. */
export function rosterMeasures(reading: Reading): Measure[] {
  let known = measured.get(reading)
  if (known === undefined) measured.set(reading, (known = gatherRoster(reading)))
  return known
}

/** Several rules ask for the same figures: the people are gone through once. */
const measured = new WeakMap<Reading, Measure[]>()

function gatherRoster(reading: Reading): Measure[] {
  const counted = new Set(reading.tables.filter(table => table.counted && table.kind === 'staff').map(table => table.index))
  const formal = new Map<string, number>(),
    contracted = new Map<string, number>(),
    both = new Map<string, number>(),
    rows = new Map<string, { readonly table: number; readonly row: number[] }[]>(),
    sheets = new Map<string, string>(),
    open = new Map<string, number>()
  let sheet = '', people = 0
  for (const person of reading.people) {
    const name = reading.communities[person.community]?.name ?? '', table = reading.tables[person.table]
    if (table === undefined || !counted.has(person.table) || person.community < 0) continue
    const gone = person.presence === 'vacant' || person.presence === 'left'
    // A second listing of somebody, or one that another reading would count: the figure may be one more.
    if (person.sameAs >= 0 || (gone && contradicts(person))) open.set(name, (open.get(name) ?? 0) + 1)
    if (gone || person.sameAs >= 0) continue
    people++
    sheet = table.sheet
    sheets.set(name, table.sheet)
    const of = person.employment === 'formal' ? formal : person.employment === 'contracted' ? contracted : null
    for (const map of [formal, contracted]) if (!map.has(name)) map.set(name, 0)
    if (of !== null) of.set(name, (of.get(name) ?? 0) + 1)
    if (of !== null) both.set(name, (both.get(name) ?? 0) + 1)
    if (of === null || contradicts(person)) open.set(name, (open.get(name) ?? 0) + 1)
    let runs = rows.get(name)
    if (runs === undefined) rows.set(name, (runs = []))
    const last = runs.at(-1)
    if (last?.table === person.table) last.row.push(person.row)
    else runs.push({ table: person.table, row: [person.row] })
  }
  if (people === 0) return []
  const measure = (header: string, values: Map<string, number>): Measure => ({ sheet, sheetOf: key => sheets.get(key) ?? sheet, what: 'headcount', header, yuan: 0, values, open, cells: key => (rows.get(key) ?? []).flatMap(run => {
    const table = reading.tables[run.table], column = table?.columns.find(each => each.key === 'name')?.column ?? table?.header.left ?? 1
    return run.row.map(row => ({ row, column }))
  }), single: null, column: 0 })
  return [measure('正式', formal), measure('聘用', contracted), measure('合计', both)]
}

/** Its kind or its being there is read one way, and another reading stands in its row. */
function contradicts(person: Person): boolean {
  return person.notes.some(note => note.level === 'open' && (note.column === 'employment' || note.column === 'status'))
}

/** Figures of sheets that are named after the rows of a summary: the total of each column, else the sum of its rows. */
export function sheetMeasures(summary: KeyedTable, tables: readonly KeyedTable[]): Measure[] {
  const own = new Set(summary.rows.map(({ key }) => key)),
    found = new Map<string, { values: Map<string, number>; sheets: Map<string, string>; yuan: number; sheet: string; column: number }>()
  for (const keyed of tables) {
    const key = rowKey(keyed.sheet.name)
    if (keyed.sheet.name === summary.sheet.name || !own.has(key)) continue
    for (const { column, header, yuan } of keyed.columns) {
      const measure = found.get(header) ?? {
        values: new Map<string, number>(),
        sheets: new Map<string, string>(),
        yuan,
        sheet: keyed.sheet.name,
        column,
      }
      if (measure.values.has(key)) continue
      const [total] = keyed.totals, stated = total === undefined ? Number.NaN : numberOf(cellAt(keyed.sheet, total, column))
      let sum = 0
      for (const { row } of keyed.rows) { const value = numberOf(cellAt(keyed.sheet, row, column)); if (!Number.isNaN(value)) sum += value }
      measure.values.set(key, Number.isNaN(stated) ? sum : stated)
      measure.sheets.set(key, keyed.sheet.name)
      found.set(header, measure)
    }
  }
  return [...found].filter(([, { values }]) => values.size >= 3).map(([header, { values, sheets, yuan, sheet, column }]): Measure => ({ sheet, sheetOf: key => sheets.get(key) ?? sheet, what: 'amount', header, yuan, values, cells: () => [], single: null, column }))
}
