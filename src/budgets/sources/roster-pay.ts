import type { Report, UnitReport } from '../../core/report'
import { add, scaled, written } from '../../formula/expression'
import type { Workspace } from '../../formula/workspace'
import type { PayPart } from '../../vocabulary/budget-words'
import type { CountFormulas, Wanted } from './count-formula'
import { MOST_ROWS, payColumns, payParts } from './pay-columns'
import type { PayColumn } from './pay-columns'
import type { PaySheet } from './pay-sheet'
import type { RosterTable } from './roster'
import { textLiteral } from './source'
import type { Sourced, StaffFigure } from './source'
import { tryOut } from './trial'

/** People whose pay is looked up by name, for one formula. */
const MOST_PAID = 5000
const INSURED: ReadonlySet<PayPart> = new Set<PayPart>(['insurance', 'pension', 'medical', 'unemployment', 'injury'])

/** Whether a column of pay belongs to a part of it. */
function belongs(column: PayPart, wanted: PayPart): boolean {
  if (wanted === 'pay') return !INSURED.has(column) && column !== 'fund' && column !== 'both'
  if (wanted === 'insurance') return INSURED.has(column)
  return wanted === 'both' ? INSURED.has(column) || column === 'fund' || column === 'both' : column === wanted
}

/** Pay in yuan a year by the lists, else by the pay sheet: only columns that say whether they are a month's or a year's. */
export class RosterPay {
  private readonly pays = new Map<RosterTable, readonly PayColumn[] | null>()
  private readonly parts = new Map<RosterTable, readonly PayColumn[] | null>()

  constructor(
    private readonly lists: readonly RosterTable[],
    private readonly counts: CountFormulas,
    private readonly sheet: PaySheet | null,
    private readonly report: Report,
    private readonly workspace: Workspace,
  ) {}

  /** All of the pay is paid by the month, the same each month: a part of the year is so many months of it. */
  isMonthly(): boolean {
    const columns = this.lists.map(list => this.of(list))
    if (columns.some(each => each !== null)) return columns.every(each => each?.every(column => column.isMonthly) === true)
    return this.sheet?.isMonthly === true
  }

  /** Pay of a kind in a community, or how many of them are paid. */
  figure(kind: 'formal' | 'contracted', wanted: Wanted, unit: UnitReport, label: string, cell: string, paid: boolean): Sourced {
    const sheet = this.fromSheet(wanted, unit.community)
    if (sheet !== null) return { formula: (paid ? sheet.count : sheet.sum).text }
    if (paid) {
      const withPay = { ...wanted, withNumberIn: (list: RosterTable) => this.of(list)?.[0]?.column ?? null }
      const found = tryOut(this.workspace, this.counts.candidates(`${kind}Paid`, withPay, unit.community, label), label, value => typeof value === 'number' && value > 0)
      return found === null ? null : { formula: found(cell) }
    }
    const sum = this.ofPeople(kind, wanted, unit.community, label)
    return sum === null ? null : { formula: sum(cell) }
  }

  /** Pay of a kind over the whole roster and how many are paid. */
  wholeWithCount(kind: 'formal' | 'contracted', wanted: Wanted): { readonly sum: string; readonly count: string } | null {
    const sheet = this.fromSheet(wanted, -1)
    if (sheet !== null) return { sum: sheet.sum.text, count: sheet.count.text }
    const sum = this.whole(kind, wanted), count = this.counts.whole(`${kind}Paid`, { ...wanted, withNumberIn: list => this.of(list)?.[0]?.column ?? null })
    return sum === null || count === null ? null : { sum, count }
  }

  /** A part of the pay: 工资, 单位社保, 绩效. Every list must have it. */
  part(name: string, wanted: Wanted, part: PayPart, community: number): StaffFigure {
    const fits = (column: PayColumn) => belongs(column.part, part)
    const sheet = this.fromSheet(wanted, community, fits)
    if (sheet !== null) return { formula: sheet.sum.text }
    const columns = this.lists.map(list => this.partsOf(list)?.filter(fits) ?? []), [first] = columns
    const isSame = columns.every(each => each.length === first?.length && each.every((column, at) => column.factor === first[at]?.factor))
    if (first === undefined || first.length === 0 || !isSame) return { lacks: part }
    const label = this.report.communities.find(unit => unit.community === community)?.label ?? ''
    const terms = first.map(({ factor }, at) => {
      const summed: Wanted = { ...wanted, sum: list => this.partsOf(list)?.filter(fits)[at]?.column ?? null }, key = `${name} ${part}${String(at)}`
      const found = community < 0 ? this.counts.whole(key, summed) : (tryOut(this.workspace, this.counts.candidates(key, summed, community, label), label, value => typeof value === 'number')?.(textLiteral(label)) ?? null)
      return found === null ? null : scaled(written(found), factor)
    })
    return terms.some(term => term === null) ? { lacks: part } : { formula: add(...terms.filter(term => term !== null)).text }
  }

  /** Every part of the pay of some people of a community; `null` where a part cannot be had by a formula. */
  ofPeople(key: string, wanted: Wanted, community: number, label: string): ((cell: string) => string) | null {
    const parts = this.factors().map((factor, index) => {
      const summed = { ...wanted, sum: (list: RosterTable) => this.of(list)?.[index]?.column ?? null }
      const found = tryOut(this.workspace, this.counts.candidates(`${key}pay${String(index)}`, summed, community, label), label, value => typeof value === 'number')
      return found === null ? null : (cell: string) => scaled(written(found(cell)), factor)
    })
    if (parts.length === 0 || parts.some(part => part === null)) return null
    return cell => add(...parts.flatMap(part => (part === null ? [] : [part(cell)]))).text
  }

  whole(key: string, wanted: Wanted): string | null {
    const parts = this.factors().map((factor, index) => {
      const part = this.counts.whole(`${key}pay${String(index)}`, { ...wanted, sum: list => this.of(list)?.[index]?.column ?? null })
      return part === null ? null : scaled(written(part), factor)
    })
    return parts.length === 0 || parts.some(part => part === null) ? null : add(...parts.filter(part => part !== null)).text
  }

  of(list: RosterTable): readonly PayColumn[] | null {
    return remembered(this.pays, list, payColumns)
  }

  private partsOf(list: RosterTable): readonly PayColumn[] | null {
    return remembered(this.parts, list, payParts)
  }

  /** What a pay sheet says of some people, found by name, where the lists themselves tell no pay. */
  private fromSheet({ wanted }: Wanted, community: number, fits?: (column: PayColumn) => boolean): ReturnType<PaySheet['of']> {
    if (this.sheet === null || this.lists.some(list => this.of(list) !== null)) return null
    const names: string[] = []
    for (const list of this.lists) {
      const people = community < 0 ? list.people : [...list.positionsOf(community)].flatMap(position => list.people[position] ?? [])
      for (const person of people) if (wanted(person) && names.push(person.name) > MOST_PAID) return null
    }
    return names.length === 0 ? null : this.sheet.of(names, fits)
  }

  /** Yuan a year in one of each column; empty where the lists do not tell, or tell it in different ways. */
  private factors(): readonly number[] {
    const [first, ...rest] = this.lists.map(list => this.of(list))
    if (first === undefined || first === null) return []
    const same = rest.every(each => each?.length === first.length && each.every((part, index) => part.factor === first[index]?.factor))
    return same ? first.map(part => part.factor) : []
  }
}

function remembered(
  known: Map<RosterTable, readonly PayColumn[] | null>,
  list: RosterTable,
  read: (from: Parameters<typeof payColumns>[0]) => readonly PayColumn[] | null,
): readonly PayColumn[] | null {
  let found = known.get(list)
  if (found === undefined) {
    const rows = list.people.slice(0, MOST_ROWS).map(person => person.row)
    found = read({ table: list.table, rows, rawAt: (row, column) => list.rawAt(row, column) })
    known.set(list, found)
  }
  return found
}
