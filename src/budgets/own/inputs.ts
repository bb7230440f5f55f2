import { cellKey, cellName } from '../../core/place'
import { cellAt } from '../../core/snapshot'
import { cell, multiply, number, scaled } from '../../formula/expression'
import type { ParameterId } from '../parameter-id'
import { placeOf } from './place'
import type { OwnColumn, OwnLine, OwnTable } from './own-table'
import type { KnownInput, KnownInputs } from './known-inputs'

const WAN = 10_000
/** Rounding to two decimals of 万元 is no disagreement. */
const CLOSE = 0.005
/** What differs from table to table by its nature: only the first is used. */
const FREE: ReadonlySet<ParameterId> = new Set<ParameterId>(['FirstYear', 'StatedTotal'])

interface Found extends KnownInput {
  readonly rank: number
}

interface Place {
  readonly row: number
  readonly column: number
}
/** A typed number in the parameter's unit: `factor` of it, `months` times. */
type Take = (id: ParameterId, own: OwnTable, place: Place, factor: number, months?: number) => void
type Typed = (own: OwnTable, line: OwnLine, column: OwnColumn) => boolean

/**
 * Inputs of the parameter sheet that stand in the person's own tables: typed numbers only, never a cell that this program wrote or a
 * formula, so that nothing runs in a circle; and only from tables and lines of which every word is accounted for.
 */
export function knownInputs(
  tables: readonly OwnTable[],
  year: number,
  written: (sheet: string, row: number, column: number) => boolean,
): KnownInputs {
  const found = new Map<ParameterId, Found[]>()
  const numberAt = (own: OwnTable, row: number, column: number): number | null => {
    const value = cellAt(own.sheet, row, column)
    return typeof value !== 'number' || own.sheet.formulas.has(cellKey(row, column)) || written(own.sheet.name, row, column) ? null : value
  }
  const typed: Typed = (own, line, column) => {
    const place = placeOf(own, line, column)
    return numberAt(own, place.row, place.column) !== null
  }
  const take: Take = (id, own, { row, column }, factor, months = 1) => {
    const value = numberAt(own, row, column)
    if (value === null) return
    const place = cell({ sheet: own.sheet.name, row, column }),
      yearly = months === 1 ? place : multiply(place, number(months))
    const input: Found = {
      formula: scaled(yearly, factor).text,
      cell: cellName(row, column),
      sheet: own.sheet.name,
      value: Number((value * months * factor).toPrecision(12)),
      rank: rank(own),
    }
    found.set(id, [...(found.get(id) ?? []), input])
  }
  const usable = tables.filter(
    own => own.meaning.blocks.length === 0 && own.meaning.years.every(each => each === year) && own.meaning.community < 0,
  )
  for (const own of usable) {
    if (own.kind === 'years') fundInputs(own, take)
    if (own.kind === 'lines') linesInputs(own, year, take, typed)
    if (own.isTurned) standardsInRows(own, take)
  }
  return settled(found)
}

/** A table that states the present cost, or the standards, goes before one that only uses them; among equals the values must agree. */
function settled(found: ReadonlyMap<ParameterId, readonly Found[]>): KnownInputs {
  const taken = new Map<ParameterId, KnownInput>(), disagreeing = new Map<ParameterId, readonly KnownInput[]>()
  for (const [id, all] of found) {
    const best = Math.min(...all.map(each => each.rank)), equal = all.filter(each => each.rank === best), [first] = equal
    if (first === undefined) continue
    const other = equal.find(each => Math.abs(each.value - first.value) > CLOSE * Math.max(Math.abs(each.value), Math.abs(first.value)))
    if (other === undefined || FREE.has(id)) taken.set(id, first)
    else disagreeing.set(id, [first, other])
  }
  // Cost and heads go together: one without the other tells no mean.
  for (const [cost, heads] of [['PayFormal', 'HeadFormal'], ['PayContract', 'HeadContract']] as const) {
    const open = disagreeing.get(cost) ?? disagreeing.get(heads)
    if (open === undefined) continue
    taken.delete(cost)
    taken.delete(heads)
    if (!disagreeing.has(cost)) disagreeing.set(cost, open)
  }
  return { taken, disagreeing }
}

function linesInputs(own: OwnTable, year: number, take: Take, typed: Typed): void {
  const columns = own.columns.filter(
    ({ meaning }) =>
      meaning.blocks.length === 0 &&
      meaning.span !== 'part' &&
      meaning.years.every(each => each === year) &&
      isPresent(meaning.period) &&
      meaning.payer === null,
  )
  for (const line of own.lines) {
    if (line.meaning.blocks.length > 0 || line.meaning.years.some(each => each !== year)) continue
    if (line.role === 'leaf') staffInputs(own, line, columns, take, typed)
    for (const column of columns) {
      const { meaning } = column, place = placeOf(own, line, column)
      if (meaning.measure === 'amount' && meaning.unit !== null && (meaning.subject === null || meaning.subject === 'sources')) {
        const wan = meaning.unit.scale / WAN
        if (line.meaning.subject === 'subsidy' && line.meaning.payer !== 'town' && line.role === 'leaf') take('Subsidy', own, place, wan)
        if (line.meaning.subject === 'task-money') take('TaskMoney', own, place, wan)
        if (line.meaning.subject === 'paid-service') take('PaidService', own, place, wan)
        if (line.role === 'total' && isStaffTable(own)) take('StatedTotal', own, place, wan)
      }
      if (meaning.measure === 'persons' && line.meaning.subject === 'principals') take('Principals', own, place, 1)
    }
  }
}

/** 项目 | 标准 | 单位, a kind of staff in each row: what one of it costs. */
function standardsInRows(own: OwnTable, take: Take): void {
  const [line, ...lines] = own.lines
  if (line === undefined || lines.length > 0 || line.meaning.blocks.length > 0) return
  const prices = own.columns.filter(({ meaning }) => meaning.measure === 'unit-cost')
  for (const column of prices) {
    const { staff, part, blocks, per, unit, months } = column.meaning
    if (staff === null || staff.class === 'aside' || part !== null || blocks.length > 0 || unit?.of !== 'money') continue
    if (prices.filter(each => each.meaning.staff?.class === staff.class).length > 1) continue
    take(staff.class === 'formal' ? 'UnitFormal' : 'UnitContract', own, placeOf(own, line, column), unit.scale / WAN, per === 'month' || per === 'person-month' ? (months ?? 12) : 1)
  }
}

function rank(own: OwnTable): number {
  const title = `${own.table.title ?? ''}${own.sheet.name}`
  return /现状|现有/.test(title) ? 0 : /标准/.test(title) ? 1 : 2
}

function isPresent(period: OwnColumn['meaning']['period']): boolean {
  return period === null || period === 'now' || period === 'this-year'
}

/** Cost and heads of one kind, both from the same line; a standard by person goes before them. */
function staffInputs(own: OwnTable, line: OwnLine, columns: readonly OwnColumn[], take: Take, typed: Typed): void {
  const { staff } = line.meaning
  if (staff === null || staff.class === 'aside' || line.meaning.part !== null) return
  if (line.isOfWhich || line.children.some(at => own.lines[at]?.isOfWhich === false)) return
  // Several kinds of one class: none of them is the class.
  const isOneOfSeveral = own.lines
    .filter(other => other !== line && other.role === 'leaf' && !other.isOfWhich && other.children.length === 0)
    .some(other => other.meaning.staff?.class === staff.class)
  if (isOneOfSeveral) return
  const formal = staff.class === 'formal', unitId = formal ? 'UnitFormal' : 'UnitContract'
  const of = (measure: 'amount' | 'persons' | 'unit-cost') =>
    columns
      .filter(({ meaning }) => meaning.measure === measure && meaning.part === null && !meaning.isBalance)
      .filter(({ meaning }) => meaning.staff === null || meaning.staff.class === staff.class)
      .filter(column => typed(own, line, column))
  const [unit] = of('unit-cost'),
    [cost] = of('amount'),
    [heads] = of('persons')
  // 工资标准 beside 社保标准: neither is what a person costs.
  // and 工资 | 社保 | 合计 of one person: the whole.
  const prices = own.columns.filter(column => column.meaning.measure === 'unit-cost'), isOnly = prices.length === 1 || (prices.filter(column => column.meaning.total !== null).length === 1 && unit?.meaning.total !== undefined && unit?.meaning.total !== null)
  if (isOnly && unit?.meaning.unit?.of === 'money' && unit.meaning.per !== 'm2') {
    const monthly = unit.meaning.per === 'month' || unit.meaning.per === 'person-month'
    take(unitId, own, placeOf(own, line, unit), unit.meaning.unit.scale / WAN, monthly ? (unit.meaning.months ?? 12) : 1)
  }
  if (cost?.meaning.unit?.of !== 'money') return
  const place = placeOf(own, line, cost), wan = cost.meaning.unit.scale / WAN
  // A figure per person and year stands for the standard, whatever its column is called.
  if (cost.meaning.per === 'person-year') take(unitId, own, place, wan)
  else if (cost.meaning.per === 'person-month') take(unitId, own, place, wan, 12)
  else if (heads !== undefined) {
    take(formal ? 'PayFormal' : 'PayContract', own, place, wan, cost.meaning.per === 'month' ? 12 : 1)
    take(formal ? 'HeadFormal' : 'HeadContract', own, placeOf(own, line, heads), 1)
  }
}

function fundInputs(own: OwnTable, take: Take): void {
  if (own.table.kind !== 'fund') return
  const first = own.lines.find(line => line.year !== null)
  if (first === undefined) return
  take('FirstYear', own, own.isTurned ? { row: own.labelColumn, column: first.row } : { row: first.row, column: own.labelColumn }, 1)
  const rate = own.columns.find(({ meaning }) => meaning.measure === 'rate' || (meaning.measure === 'unit-cost' && meaning.per === 'm2'))
  if (rate !== undefined) take('FundRate', own, placeOf(own, first, rate), rate.meaning.unit?.scale ?? 1)
}

/** A table whose leaves are the two kinds of staff and nothing else: its total is the stated cost of staff. */
export function isStaffTable(own: OwnTable): boolean {
  const leaves = own.lines.filter(line => line.role === 'leaf')
  return leaves.length >= 2 && leaves.every(line => line.meaning.staff !== null && line.meaning.staff.class !== 'aside' && line.meaning.part === null)
}

/** The yearly areas of a person's own fund table: there they are asked for, and from there they are taken. */
export function ownAreaColumn(own: OwnTable): OwnColumn | undefined {
  const isFund = own.kind === 'years' && own.table.kind === 'fund' && own.meaning.blocks.length === 0
  return isFund ? own.columns.find(column => column.meaning.measure === 'area') : undefined
}
