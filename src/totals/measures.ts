import { columnOrFirst } from '../core/table-columns'
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

const NO_AMOUNT = /单价|价格|折扣|标准|比例|占比|[率%％]|平均|人均|均价/

/** Sums of every column by key, and the number of rows where keys repeat. */
export function measuresOf(keyed: KeyedTable): Measure[] {
  const found: Measure[] = []
  // A price, a rate or a mean is no amount: rows of one key are not added up in it.
  for (const column of keyed.columns) if (keyed.unique || !NO_AMOUNT.test(column.header)) found.push(sumsOf(keyed, column))
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

/** One count a community. */
const FORMAL = 0, CONTRACTED = 1, OPEN = 2, HERE = 3, WIDTH = 4

function gatherRoster(reading: Reading): Measure[] {
  const counted = reading.tables.map(table => table.counted && table.kind === 'staff')
  const counts = new Int32Array(reading.communities.length * WIDTH), lastTable = new Int32Array(reading.communities.length)
  const add = (community: number, what: number): void => {
    const slot = community * WIDTH + what
    counts[slot] = (counts[slot] ?? 0) + 1
  }
  const met: number[] = []
  let last = -1
  for (const person of reading.people) {
    const { community } = person
    if (counted[person.table] !== true || community < 0) continue
    const gone = isGone(person)
    // A second listing of somebody, or one that another reading would count: the figure may be one more.
    if (person.sameAs >= 0 || (gone && contradicts(person))) add(community, OPEN)
    if (gone || person.sameAs >= 0) continue
    if (counts[community * WIDTH + HERE] === 0) met.push(community)
    add(community, HERE)
    lastTable[community] = last = person.table
    if (person.employment === 'formal') add(community, FORMAL)
    else if (person.employment === 'contracted') add(community, CONTRACTED)
    else add(community, OPEN)
    if (person.employment !== 'formal' && person.employment !== 'contracted') continue
    if (contradicts(person)) add(community, OPEN)
  }
  if (met.length === 0) return []
  const nameOf = (community: number): string => reading.communities[community]?.name ?? ''
  const of = (community: number, what: number): number => counts[community * WIDTH + what] ?? 0
  const sheetOf = (table: number): string => reading.tables[table]?.sheet ?? ''
  const heads = (community: number): number => of(community, FORMAL) + of(community, CONTRACTED)
  const sheets = new Map(met.map(community => [nameOf(community), sheetOf(lastTable[community] ?? 0)]))
  const open = new Map<string, number>(), cells = rosterCells(reading, counted)
  for (const community of reading.communities.keys()) if (of(community, OPEN) > 0) open.set(nameOf(community), of(community, OPEN))
  const measure = (header: string, count: (community: number) => number, members: readonly number[]): Measure => ({
    sheet: sheetOf(last), sheetOf: key => sheets.get(key) ?? sheetOf(last), what: 'headcount', header, yuan: 0,
    values: new Map(members.map(community => [nameOf(community), count(community)])),
    open, cells, single: null, column: 0,
  })
  return [
    measure('正式', community => of(community, FORMAL), met),
    measure('聘用', community => of(community, CONTRACTED), met),
    measure('合计', heads, met.filter(community => heads(community) > 0)),
  ]
}

type RosterCells = (key: string) => readonly { readonly row: number; readonly column: number }[]

/** The cells of a community's people: gathered for the first finding that names them, and usually for none. */
function rosterCells(reading: Reading, counted: readonly boolean[]): RosterCells {
  let byName: Map<string, { readonly row: number; readonly column: number }[]> | null = null
  const gather = (): NonNullable<typeof byName> => {
    const found: NonNullable<typeof byName> = new Map()
    const columns = reading.tables.map(table => columnOrFirst(table, 'name'))
    for (const person of reading.people) {
      const name = reading.communities[person.community]?.name
      if (name === undefined || counted[person.table] !== true || person.sameAs >= 0 || isGone(person)) continue
      const cell = { row: person.row, column: columns[person.table] ?? 1 }, known = found.get(name)
      if (known === undefined) found.set(name, [cell])
      else known.push(cell)
    }
    return found
  }
  return key => (byName ??= gather()).get(key) ?? []
}

function isGone({ presence }: Person): boolean {
  return presence === 'vacant' || presence === 'left'
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
