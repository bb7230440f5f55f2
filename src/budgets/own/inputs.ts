import { cellKey, cellName } from '../../core/place'
import { cellAt } from '../../core/snapshot'
import { cell, multiply, number, scaled } from '../../formula/expression'
import type { Term } from '../../formula/expression'
import type { ParameterId } from '../parameters'
import type { OwnColumn, OwnLine, OwnTable } from './table'

/** An input that a person typed somewhere in the workbook, as a formula in the parameter's own unit. */
export interface KnownInput {
  /** Without `=`. */
  readonly formula: string
  readonly cell: string
  readonly sheet: string
  readonly value: number
}

const WAN = 10_000

/**
 * Inputs of the parameter sheet that stand in the person's own tables: typed numbers only, never a cell that this program wrote or a
 * formula, so that nothing runs in a circle; and only from tables and lines of which every word is accounted for.
 */
export function knownInputs(
  tables: readonly OwnTable[],
  year: number,
  written: (sheet: string, row: number, column: number) => boolean,
): Map<ParameterId, KnownInput> {
  const found = new Map<ParameterId, KnownInput>()
  const typed = (own: OwnTable, row: number, column: number): number | null => {
    const value = cellAt(own.sheet, row, column)
    return typeof value !== 'number' || own.sheet.formulas.has(cellKey(row, column)) || written(own.sheet.name, row, column) ? null : value
  }
  const take = (id: ParameterId, own: OwnTable, row: number, column: number, factor: number, months = 1): void => {
    const value = typed(own, row, column)
    if (found.has(id) || value === null) return
    const place = cell({ sheet: own.sheet.name, row, column }),
      yearly: Term = months === 1 ? place : multiply(place, number(months))
    found.set(id, {
      formula: scaled(yearly, factor).text,
      cell: cellName(row, column),
      sheet: own.sheet.name,
      value: Number((value * months * factor).toPrecision(12)),
    })
  }
  const usable = tables.filter(
    own => own.meaning.blocks.length === 0 && own.meaning.years.every(each => each === year) && own.meaning.community < 0,
  )
  // A table that states the present cost, or the standards, goes before one that only uses them.
  const ordered = [...usable].sort((a, b) => rank(a) - rank(b))
  for (const own of ordered) {
    if (own.kind === 'years') fundInputs(own, take)
    if (own.kind !== 'lines') continue
    const columns = own.columns.filter(
      column =>
        column.meaning.blocks.length === 0 &&
        column.meaning.years.every(each => each === year) &&
        isPresent(column) &&
        column.meaning.payer === null,
    )
    for (const line of own.lines) {
      if (line.meaning.blocks.length > 0 || line.meaning.years.some(each => each !== year)) continue
      if (line.role === 'leaf') staffInputs(own, line, columns, take, typed)
      for (const column of columns) {
        if (
          column.meaning.measure === 'amount' &&
          column.meaning.unit !== null &&
          (column.meaning.subject === null || column.meaning.subject === 'sources')
        ) {
          const wan = column.meaning.unit.scale / WAN
          if (line.meaning.subject === 'subsidy' && line.role === 'leaf') take('Subsidy', own, line.row, column.column, wan)
          if (line.meaning.subject === 'task-money') take('TaskMoney', own, line.row, column.column, wan)
          if (line.meaning.subject === 'paid-service') take('PaidService', own, line.row, column.column, wan)
          if (line.role === 'total' && isStaffTable(own)) take('StatedTotal', own, line.row, column.column, wan)
        }
        if (column.meaning.measure === 'persons' && line.meaning.subject === 'principals')
          take('Principals', own, line.row, column.column, 1)
      }
    }
  }
  return found
}

type Take = (id: ParameterId, own: OwnTable, row: number, column: number, factor: number, months?: number) => void

function rank(own: OwnTable): number {
  const title = `${own.table.title ?? ''}${own.sheet.name}`
  return /现状|现有/.test(title) ? 0 : /标准/.test(title) ? 1 : 2
}

function isPresent(column: OwnColumn): boolean {
  return column.meaning.period === null || column.meaning.period === 'now' || column.meaning.period === 'this-year'
}

/** Cost and heads of one kind, both from the same line; a standard by person goes before them. */
function staffInputs(
  own: OwnTable,
  line: OwnLine,
  columns: readonly OwnColumn[],
  take: Take,
  typed: (own: OwnTable, row: number, column: number) => number | null,
): void {
  const { staff } = line.meaning
  if (staff === null || staff.class === 'aside' || line.children.length > 0) return
  // Several kinds of one class: none of them is the class.
  if (
    own.lines.some(
      other => other !== line && other.role === 'leaf' && other.meaning.staff?.class === staff.class && other.children.length === 0,
    )
  )
    return
  const formal = staff.class === 'formal'
  const of = (measure: 'amount' | 'persons' | 'unit-cost') =>
    columns.filter(
      column =>
        column.meaning.measure === measure &&
        (column.meaning.staff === null || column.meaning.staff.class === staff.class) &&
        typed(own, line.row, column.column) !== null,
    )
  const [unit] = of('unit-cost'),
    [cost] = of('amount'),
    [heads] = of('persons')
  // 工资标准 beside 社保标准: neither is what a person costs.
  if (
    own.columns.filter(column => column.meaning.measure === 'unit-cost').length === 1 &&
    unit?.meaning.unit?.of === 'money' &&
    unit.meaning.per !== 'm2'
  ) {
    const monthly = unit.meaning.per === 'month' || unit.meaning.per === 'person-month'
    take(
      formal ? 'UnitFormal' : 'UnitContract',
      own,
      line.row,
      unit.column,
      unit.meaning.unit.scale / WAN,
      monthly ? (unit.meaning.months ?? 12) : 1,
    )
  }
  if (cost?.meaning.unit?.of === 'money') {
    // A figure per person and year stands for the standard, whatever its column is called.
    if (cost.meaning.per === 'person-year')
      take(formal ? 'UnitFormal' : 'UnitContract', own, line.row, cost.column, cost.meaning.unit.scale / WAN)
    else if (cost.meaning.per === 'person-month')
      take(formal ? 'UnitFormal' : 'UnitContract', own, line.row, cost.column, cost.meaning.unit.scale / WAN, 12)
    else if (heads !== undefined) {
      take(
        formal ? 'PayFormal' : 'PayContract',
        own,
        line.row,
        cost.column,
        cost.meaning.unit.scale / WAN,
        cost.meaning.per === 'month' ? 12 : 1,
      )
      take(formal ? 'HeadFormal' : 'HeadContract', own, line.row, heads.column, 1)
    }
  }
}

function fundInputs(own: OwnTable, take: Take): void {
  if (own.table.kind !== 'fund') return
  const first = own.lines.find(line => line.year !== null)
  if (first === undefined) return
  take('FirstYear', own, first.row, own.labelColumn, 1)
  const rate = own.columns.find(column => column.meaning.measure === 'rate' || (column.meaning.measure === 'unit-cost' && column.meaning.per === 'm2'))
  if (rate !== undefined) take('FundRate', own, first.row, rate.column, rate.meaning.unit?.scale ?? 1)
}

/** A table whose leaves are the two kinds of staff and nothing else: its total is the stated cost of staff. */
export function isStaffTable(own: OwnTable): boolean {
  const leaves = own.lines.filter(line => line.role === 'leaf')
  return leaves.length >= 2 && leaves.every(line => line.meaning.staff !== null && line.meaning.staff.class !== 'aside')
}

/** The yearly areas of a person's own fund table: there they are asked for, and from there they are taken. */
export function ownAreaColumn(own: OwnTable): OwnColumn | undefined {
  return own.kind === 'years' && own.table.kind === 'fund' && own.meaning.blocks.length === 0 ? own.columns.find(column => column.meaning.measure === 'area') : undefined
}

