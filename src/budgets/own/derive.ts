import { isBlank } from '../../core/cell'
import { cellAt } from '../../core/snapshot'
import { cell, add, call, divide, multiply, number, range, scaled, subtract } from '../../formula/expression'
import type { Term } from '../../formula/expression'
import { fromSources } from './from-sources'
import type { OwnContext } from './own-context'
import { remainder } from './remainder'
import { statedFormula } from './stated-formula'
import type { OwnColumn, OwnLine, OwnTable } from './table'
import type { Period } from '../../vocabulary/budget-words'

/** What an own cell should hold, or why it is left. */
export type Derived =
  | { readonly term: Term; readonly why: DerivedBy }
  | { readonly left: LeftWhy; readonly word: string }

export type DerivedBy = 'own-product' | 'own-total' | 'own-line' | 'own-fund' | 'own-cumulative' | 'own-difference' | 'own-stated' | 'own-remainder' | 'own-quotient' | 'own-children'

/** `part`: a figure that it would be made of is missing. `none`: nothing in the workbook tells it. */
export type LeftWhy = 'word' | 'scope' | 'year' | 'unit' | 'part' | 'input' | 'community' | 'kind' | 'none'

export interface At {
  readonly own: OwnTable
  readonly line: OwnLine
  readonly column: OwnColumn
}

const PAYING: ReadonlySet<string> = new Set(['subsidy', 'principals', 'task-money', 'paid-service', 'remainder'])

/** Whether a cell is one that a figure belongs in at all. */
export function wantsFigure({ own, line, column }: At): boolean {
  const { measure } = column.meaning
  if (measure === 'text' || measure === 'share' || measure === 'quantity' || measure === 'months' || measure === 'collected') return false
  if (measure === null) return line.role === 'leaf' && (column.meaning.blocks.length > 0 || isBlankColumn(own, column))
  // Who pays has no heads and no standard.
  if (line.role === 'leaf' && PAYING.has(line.meaning.subject ?? '') && measure !== 'amount' && measure !== 'change' && measure !== 'growth' && !(measure === 'persons' && line.meaning.subject === 'principals')) return false
  // A total of standards is no total.
  if (line.role !== 'leaf') return measure === 'persons' || measure === 'amount' || measure === 'area' || measure === 'change' || measure === 'growth'
  return true
}

/** Nothing stands in it at all: no column of words. */
function isBlankColumn(own: OwnTable, column: OwnColumn): boolean {
  return own.lines.every(line => isBlank(cellAt(own.sheet, line.row, column.column)))
}

/**
 * The content of one blank cell of a person's own table. First the table's own arithmetic, then what stands elsewhere in the workbook, then
 * the program's parameters; nothing where a word above or beside the cell is not accounted for.
 */
export function derive(at: At, context: OwnContext): Derived {
  const { own, line, column } = at
  const block = [...own.meaning.blocks, ...column.meaning.blocks][0] ?? line.meaning.blocks.find(each => each.why !== 'word')
  if (block !== undefined) return { left: block.why, word: block.word }
  const other = [...own.meaning.years, ...column.meaning.years].find(year => year !== context.year)
  if (other !== undefined) return { left: 'year', word: String(other) }
  const { measure } = column.meaning
  if (measure === null) return { left: 'none', word: column.header }
  for (const way of WAYS) {
    const found = way(at, context)
    if (found === null) continue
    // A part that is still missing may come: the table's own arithmetic is waited for. Only a product of which the person gave nothing gives way.
    if ('term' in found || way !== product || !context.isSettled || !isOpenProduct(at, context)) return found
    const elsewhere = fromSources(at, context)
    return elsewhere !== null && 'term' in elsewhere ? elsewhere : found
  }
  return { left: 'none', word: line.label }
}

/** Neither the count nor the price was typed by the person. */
function isOpenProduct({ own, line, column }: At, context: OwnContext): boolean {
  return own.columns.every(each => each === column || (each.meaning.measure !== 'persons' && each.meaning.measure !== 'unit-cost' && each.meaning.measure !== 'quantity') || !has(context, own, line, each) || context.isWritten(own.sheet.name, line.row, each.column))
}

type Way = (at: At, context: OwnContext) => Derived | null

const WAYS: readonly Way[] = [
  stated,
  total,
  change,
  growth,
  cumulative,
  gap,
  rowSum,
  received,
  product,
  quotient,
  children,
  remainder,
  fromSources,
]

/** Whether the table holds a number there, typed or about to be written. */
export function has(context: OwnContext, own: OwnTable, line: OwnLine, column: OwnColumn): boolean {
  return context.hasNumber(own.sheet.name, line.row, column.column)
}

export const here = (line: OwnLine, column: OwnColumn): Term => cell({ row: line.row, column: column.column })
const part = (word: string): Derived => ({ left: 'part', word })

/** A figure of one column said in the unit of another; `null` where one of them says no unit and the other does. */
export function inUnitOf(term: Term, from: OwnColumn, to: OwnColumn): Term | null {
  const a = from.meaning.unit, b = to.meaning.unit
  if (a === null && b === null) return term
  return a === null || b === null || a.of !== b.of ? null : scaled(term, a.scale / b.scale)
}

function stated(at: At, context: OwnContext): Derived | null {
  return at.column.stated === null || at.line.role !== 'leaf' ? null : statedFormula(at, context)
}

/** Sum of the table's lines: those at the top of the tree, each once. */
function total({ own, line, column }: At, context: OwnContext): Derived | null {
  if (line.role === 'leaf') return null
  const { measure } = column.meaning
  if (measure === 'growth') return null
  const index = own.lines.indexOf(line), isFirst = !own.lines.slice(0, index).some(each => each.role === 'leaf')
  const after = own.lines.findIndex((each, at) => at > index && each.role !== 'leaf')
  const from = line.role === 'subtotal' ? own.lines.slice(0, index).findLastIndex(each => each.role === 'subtotal') + 1 : own.lines.slice(0, index).findLastIndex(each => each.role === 'total') + 1
  const scope = isFirst ? own.lines.slice(index + 1, after < 0 ? undefined : after) : own.lines.slice(from, index)
  const tops = scope.filter(each => each.role === 'leaf' && (each.parent < 0 || !scope.includes(own.lines[each.parent] ?? each)))
  if (tops.length < 2) return part(line.label)
  // Income and its total stand under one another; money that pays is no part of money that is spent.
  const parts: OwnLine[] = []
  for (const top of tops) {
    const found = figuresOf(top, own, column, context)
    if (found === null) return part(top.label)
    parts.push(...found)
  }
  return { term: sumOf(parts, own, column), why: 'own-total' }
}

/** The line's own figure, else those of its children where they make it up; `null` where something is missing. */
function figuresOf(line: OwnLine, own: OwnTable, column: OwnColumn, context: OwnContext): OwnLine[] | null {
  if (has(context, own, line, column)) return [line]
  const children = line.children.map(at => own.lines[at]).filter(each => each !== undefined)
  if (children.length === 0 || (children.some(child => child.isOfWhich) && !isExhaustive(line, children))) return null
  const found: OwnLine[] = []
  for (const child of children) {
    const figures = figuresOf(child, own, column, context)
    if (figures === null) return null
    found.push(...figures)
  }
  return found
}

/** 人员经费 其中：正式 聘用: together they are all of it. */
function isExhaustive(line: OwnLine, children: readonly OwnLine[]): boolean {
  const classes = new Set(children.map(child => child.meaning.staff?.class))
  return line.meaning.subject === 'staff' && line.meaning.staff === null && classes.has('formal') && classes.has('contracted') && !classes.has(undefined)
}

/** One range where nothing else lies between, else the cells one by one. */
function sumOf(lines: readonly OwnLine[], own: OwnTable, column: OwnColumn): Term {
  const rows = lines.map(line => line.row), top = Math.min(...rows), bottom = Math.max(...rows)
  const between = own.lines.filter(each => each.row >= top && each.row <= bottom).length
  return between === lines.length && lines.length > 1
    ? call('SUM', range({ row: top, column: column.column }, { row: bottom, column: column.column }))
    : call('SUM', ...rows.slice(0, 200).map(row => cell({ row, column: column.column })))
}

/** A parent takes its children, once. */
function children({ own, line, column }: At, context: OwnContext): Derived | null {
  if (line.role !== 'leaf' || line.children.length === 0) return null
  const { measure } = column.meaning
  if (measure !== 'amount' && measure !== 'persons' && measure !== 'area' && measure !== 'change') return part(line.label)
  const found = line.children.flatMap(at => own.lines[at] ?? [])
  if (found.some(child => child.isOfWhich) && !isExhaustive(line, found)) return part(line.label)
  const figures = figuresOf(line, own, column, context)
  return figures === null ? part(found.find(child => figuresOf(child, own, column, context) === null)?.label ?? line.label) : { term: sumOf(figures, own, column), why: 'own-children' }
}

/** Columns beside this one that say the same of another period: the same kind, the same measure. */
function beside({ own, column }: At, period: Period | readonly (Period | null)[], measure = column.meaning.measure): OwnColumn[] {
  const periods = typeof period === 'string' ? [period] : period
  const found = own.columns.filter(
    each =>
      each !== column &&
      periods.includes(each.meaning.period) &&
      each.meaning.measure === measure &&
      each.meaning.staff?.class === column.meaning.staff?.class &&
      each.meaning.staff?.type === column.meaning.staff?.type &&
      each.meaning.total === null,
  )
  const [, second] = found
  if (second === undefined) return found
  // Several: those under the same group.
  const group = column.levels.slice(0, -1).join('/')
  const near = found.filter(each => each.levels.slice(0, -1).join('/') === group)
  return near.length > 0 ? near : found
}

function change(at: At, context: OwnContext): Derived | null {
  const { own, line, column } = at, { measure, period } = column.meaning
  if (measure !== 'change' && !(period === 'increment' && (measure === 'amount' || measure === 'persons'))) return null
  const wanted = measure === 'change' ? 'amount' : measure
  const [now, ...more] = [...beside(at, 'this-year', wanted), ...yearColumns(at, context, context.year)], [last, ...others] = [...beside(at, 'previous', wanted), ...yearColumns(at, context, context.year - 1)]
  if (now !== undefined && last !== undefined && more.length === 0 && others.length === 0) return difference(at, now, last, context)
  const [target, ...targets] = beside(at, 'target', wanted), [present, ...presents] = beside(at, ['now', 'this-year'], wanted)
  if (target !== undefined && present !== undefined && targets.length === 0 && presents.length === 0)
    return difference(at, target, present, context)
  if (measure === 'change') return { left: 'part', word: column.header }
  return line.role === 'leaf' && own.kind !== 'years' ? null : part(line.label)
}

function yearColumns({ own, column }: At, _context: OwnContext, year: number): OwnColumn[] {
  return own.columns.filter(each => each !== column && each.meaning.year === year && each.meaning.measure === 'amount' && each.meaning.period === null)
}

function difference({ own, line, column }: At, a: OwnColumn, b: OwnColumn, context: OwnContext, floor = false): Derived {
  if (!has(context, own, line, a)) return part(`${line.label} ${a.header}`)
  if (!has(context, own, line, b)) return part(`${line.label} ${b.header}`)
  const to = column.meaning.unit === null ? a : column
  const first = inUnitOf(here(line, a), a, to), second = inUnitOf(here(line, b), b, to)
  if (first === null || second === null) return { left: 'unit', word: column.header }
  const term = subtract(first, second)
  return { term: floor ? call('MAX', number(0), term) : dustless(term, a, b, column), why: 'own-difference' }
}

/** Money with decimals: the last bits of a difference are no figure. Ten decimals of any unit lie far below a fen. */
function dustless(term: Term, ...columns: readonly OwnColumn[]): Term {
  return columns.some(each => each.meaning.unit?.of === 'money') ? call('ROUND', term, number(8)) : term
}

function growth(at: At, context: OwnContext): Derived | null {
  const { own, line, column } = at
  if (column.meaning.measure !== 'growth') return null
  const now = [...beside(at, 'this-year', 'amount'), ...yearColumns(at, context, context.year)], last = [...beside(at, 'previous', 'amount'), ...yearColumns(at, context, context.year - 1)]
  const [a] = now, [b] = last
  if (a === undefined || b === undefined || now.length > 1 || last.length > 1) return part(column.header)
  for (const each of [a, b]) if (!has(context, own, line, each)) return part(`${line.label} ${each.header}`)
  if (context.numberAt(own.sheet.name, line.row, b.column) === 0) return part(`${line.label} ${b.header}`)
  const ratio = divide(subtract(here(line, a), here(line, b)), here(line, b))
  const format = context.formatAt(own.sheet, line.row, column.column)
  if (format.includes('%')) return { term: ratio, why: 'own-difference' }
  return column.header.includes('%') || column.levels.some(level => /[%％]/.test(level)) ? { term: multiply(ratio, number(100)), why: 'own-difference' } : { left: 'unit', word: column.header }
}

function cumulative({ own, line, column }: At, context: OwnContext): Derived | null {
  if (column.meaning.measure !== 'cumulative') return null
  const amounts = own.columns.filter(each => each.meaning.measure === 'amount' && each.column < column.column), base = amounts.at(-1)
  const lines = own.lines.filter(each => each.role === 'leaf' && each.row <= line.row), [first] = lines
  if (base === undefined || first === undefined || line.role !== 'leaf' || own.kind !== 'years') return part(column.header)
  const missing = lines.find(each => !has(context, own, each, base))
  if (missing !== undefined) return part(`${missing.label} ${base.header}`)
  const term = inUnitOf(call('SUM', range({ row: first.row, column: base.column }, { row: line.row, column: base.column }, true)), base, column)
  return term === null ? { left: 'unit', word: column.header } : { term, why: 'own-cumulative' }
}

function gap(at: At, context: OwnContext): Derived | null {
  const { column } = at, { period, measure } = column.meaning
  if ((period !== 'gap' && period !== 'surplus') || (measure !== 'persons' && measure !== 'area')) return null
  const target = beside(at, 'target'), present = beside(at, 'now'), now = present.length > 0 ? present : beside(at, [null])
  const usable = now.filter(each => each.meaning.basis !== 'built'), [a] = target, [b] = usable
  if (a === undefined || b === undefined || target.length > 1 || usable.length > 1) return null
  // 缺编 beside 超编: neither goes below nought.
  const hasBoth = at.own.columns.some(each => each.meaning.period === (period === 'gap' ? 'surplus' : 'gap'))
  return period === 'gap' ? difference(at, a, b, context, measure === 'area' || hasBoth) : difference(at, b, a, context, true)
}

/** 合计 and 小计 among the columns: the columns of its group, a group's own total for the group. */
function rowSum({ own, line, column }: At, context: OwnContext): Derived | null {
  const { total: isTotal, measure } = column.meaning
  if (isTotal === null || line.role !== 'leaf' || measure === null) return null
  const group = column.levels.slice(0, -1)
  const inside = own.columns.filter(
    each =>
      each !== column &&
      group.every((level, at) => each.levels[at] === level) &&
      each.meaning.measure === measure &&
      each.meaning.year === column.meaning.year &&
      each.meaning.period === column.meaning.period &&
      each.meaning.payer === null,
  )
  // A column of the same group that is not understood may be a part of it.
  const strange = own.columns.find(
    each =>
      each !== column &&
      each.meaning.measure === null &&
      each.meaning.blocks.length > 0 &&
      group.every((level, at) => each.levels[at] === level),
  )
  if (strange !== undefined) return { left: 'word', word: strange.meaning.blocks[0]?.word ?? strange.header }
  const byGroup = new Map<string, OwnColumn[]>()
  for (const each of inside) {
    const key = each.levels.length > group.length + 1 ? each.levels[group.length] ?? '' : `#${String(each.column)}`
    byGroup.set(key, [...(byGroup.get(key) ?? []), each])
  }
  const parts = [...byGroup.values()].flatMap(members => {
    const sum = members.find(each => each.meaning.total !== null)
    return sum === undefined ? members : [sum]
  }).filter(each => each.meaning.total === null || each.levels.length > group.length + 1)
  if (parts.length < 2) return null
  const terms: Term[] = []
  for (const each of parts) {
    if (!has(context, own, line, each)) return part(`${line.label} ${each.header}`)
    const term = inUnitOf(here(line, each), each, column)
    if (term === null) return { left: 'unit', word: column.header }
    terms.push(term)
  }
  const places = parts.map(each => each.column).sort((a, b) => a - b),
    isRun = places.every((place, at) => at === 0 || place === (places[at - 1] ?? 0) + 1)
  const plain = parts.every(each => each.meaning.unit?.scale === column.meaning.unit?.scale)
  return { term: isRun && plain ? call('SUM', range({ row: line.row, column: places[0] ?? 0 }, { row: line.row, column: places.at(-1) ?? 0 })) : add(...terms), why: 'own-total' }
}

/** The one column of a measure that goes with this one: the same kind and period, the same group before another. */
function partner(at: At, fits: (column: OwnColumn) => boolean): OwnColumn | 'several' | null {
  const { own, column } = at
  const same = own.columns.filter(each => each !== column && fits(each) && (each.meaning.period ?? 'now') === normal(column.meaning.period) && each.meaning.year === column.meaning.year && each.meaning.staff?.class === column.meaning.staff?.class && each.meaning.total === null)
  const others =
    same.length > 0
      ? same
      : own.columns.filter(
          each =>
            each !== column &&
            fits(each) &&
            (each.meaning.period === null || normal(each.meaning.period) === normal(column.meaning.period)) &&
            (each.meaning.staff === null || each.meaning.staff.class === column.meaning.staff?.class) &&
            each.meaning.total === null,
        )
  return others.length > 1 ? 'several' : others[0] ?? null
}

/** This year's figures are the present ones. */
function normal(period: Period | null): Period {
  return period === null || period === 'this-year' ? 'now' : period
}

const YEAR_MONTHS = 12

const RECEIVED = /实收|实际收|到账/

/** 应收 beside 实收: what is received is what is due times the share collected. */
function received(at: At, context: OwnContext): Derived | null {
  const { own, line, column } = at
  if (line.role !== 'leaf' || column.meaning.measure !== 'amount' || !RECEIVED.test(column.header)) return null
  const collected = own.columns.find(each => each.meaning.measure === 'collected'), due = own.columns.filter(each => each !== column && each.meaning.measure === 'amount' && each.header.includes('应收')), [base] = due
  if (collected === undefined || base === undefined || due.length > 1) return null
  for (const each of [base, collected]) if (!has(context, own, line, each)) return part(`${line.label} ${each.header}`)
  const term = inUnitOf(here(line, base), base, column)
  return term === null ? { left: 'unit', word: column.header } : { term: multiply(term, shareOf(at, collected, context)), why: 'own-fund' }
}

/** 90 under 收缴率（%） is a share too. */
function shareOf({ own, line }: At, collected: OwnColumn, context: OwnContext): Term {
  return (context.numberAt(own.sheet.name, line.row, collected.column) ?? 0) > 1
    ? divide(here(line, collected), number(100))
    : here(line, collected)
}

/** 人数 x 标准, 数量 x 单价, 面积 x 造价, 面积 x 标准 x 收缴率: where the row has both. */
function product(at: At, context: OwnContext): Derived | null {
  const { own, line, column } = at, { meaning } = column
  if (meaning.measure !== 'amount' || meaning.isPart || line.role !== 'leaf' || (meaning.subject !== null && meaning.subject !== 'staff' && meaning.subject !== 'fund' && meaning.subject !== 'premises' && meaning.subject !== 'running' && meaning.subject !== 'item') || meaning.payer !== null) return null
  // Who pays is no product of heads and standards: 镇承担 below the total of 人数 x 标准.
  if (line.children.length > 0 || PAYING.has(line.meaning.subject ?? '')) return null
  const price = partner(at, each => each.meaning.measure === 'unit-cost' || each.meaning.measure === 'rate')
  if (price === null) return null
  const byArea = price !== 'several' && (price.meaning.per === 'm2' || price.meaning.measure === 'rate')
  const count = byArea ? areaFor(at) : partner(at, each => each.meaning.measure === 'persons' || each.meaning.measure === 'quantity')
  if (count === null) return null
  if (price === 'several') return { left: 'part', word: column.header }
  const counts = count !== 'several' ? [count] : /人[·./]?天|人日/.test(price.header) ? personDays(own) : null
  if (counts === null) return { left: 'part', word: column.header }
  for (const each of counts.slice(1)) if (!has(context, own, line, each)) return part(`${line.label} ${each.header}`)
  const [first] = counts
  if (first === undefined) return null
  return productOf(at, context, first, price, counts.slice(1), byArea)
}

/** 人数 x 天数 under a standard by person and day. */
function personDays(own: OwnTable): OwnColumn[] | null {
  const heads = own.columns.filter(each => each.meaning.measure === 'persons'), days = own.columns.filter(each => each.meaning.measure === 'quantity' && each.header.includes('天'))
  return heads.length === 1 && days.length === 1 && own.columns.filter(each => each.meaning.measure === 'quantity').length === 1 ? [...heads, ...days] : null
}

function productOf(
  { own, line, column }: At,
  context: OwnContext,
  count: OwnColumn,
  price: OwnColumn,
  more: readonly OwnColumn[],
  byArea: boolean,
): Derived {
  const { meaning } = column
  if (!has(context, own, line, count)) return part(`${line.label} ${count.header}`)
  if (!has(context, own, line, price)) return part(`${line.label} ${price.header}`)
  const collected = own.columns.find(each => each.meaning.measure === 'collected'),
    months = own.columns.find(each => each.meaning.measure === 'months')
  const factors: Term[] = [here(line, count), ...more.map(each => here(line, each)), here(line, price)]
  // What is due is not yet what is received, where the table has both.
  const isDue =
    column.header.includes('应收') &&
    own.columns.some(each => each !== column && each.meaning.measure === 'amount' && RECEIVED.test(each.header))
  if (collected !== undefined && byArea && !isDue) {
    if (!has(context, own, line, collected)) return part(`${line.label} ${collected.header}`)
    factors.push(shareOf({ own, line, column }, collected, context))
  }
  const monthly = price.meaning.per === 'month' || price.meaning.per === 'person-month'
  if (monthly && meaning.per !== 'month') {
    if (months !== undefined) {
      if (!has(context, own, line, months)) return part(`${line.label} ${months.header}`)
      factors.push(here(line, months))
    } else factors.push(number(price.meaning.months ?? meaning.months ?? YEAR_MONTHS))
  } else if (months !== undefined && price.meaning.per === null) return part(column.header)
  const a = price.meaning.unit,
    b = meaning.unit
  if ((a === null) !== (b === null)) return { left: 'unit', word: a === null ? price.header : column.header }
  const areaScale = byArea ? (count.meaning.unit?.scale ?? 1) : 1
  return {
    term: scaled(multiply(...factors), ((a?.scale ?? 1) * areaScale) / (b?.scale ?? 1)),
    why: byArea && own.table.kind === 'fund' ? 'own-fund' : 'own-product',
  }
}

/** What is built or approved, not what is there or is missing. */
function areaFor({ own }: At): OwnColumn | 'several' | null {
  const areas = own.columns.filter(each => each.meaning.measure === 'area'), built = areas.filter(each => each.meaning.basis === 'built' && each.meaning.period !== 'now')
  const found = built.length > 0 ? built : areas.filter(each => each.meaning.period === null && each.meaning.basis !== 'usable')
  return found.length > 1 ? 'several' : found[0] ?? (areas.length === 0 ? null : 'several')
}

/** 年人均 = cost / heads of the same row. */
function quotient(at: At, context: OwnContext): Derived | null {
  const { own, line, column } = at
  if (column.meaning.measure !== 'unit-cost' || column.meaning.per === 'm2' || line.role !== 'leaf') return null
  const amount = partner(at, each => each.meaning.measure === 'amount' && each.meaning.payer === null), heads = partner(at, each => each.meaning.measure === 'persons')
  if (amount === null || heads === null || amount === 'several' || heads === 'several') return null
  if (!has(context, own, line, amount) || !has(context, own, line, heads) || context.numberAt(own.sheet.name, line.row, heads.column) === 0)
    return null
  if (context.isWritten(own.sheet.name, line.row, amount.column)) return null
  const cost = inUnitOf(here(line, amount), amount, column)
  if (cost === null) return { left: 'unit', word: column.header }
  const yearly = divide(cost, here(line, heads))
  return { term: column.meaning.per === 'month' || column.meaning.per === 'person-month' ? divide(yearly, number(YEAR_MONTHS)) : yearly, why: 'own-quotient' }
}
