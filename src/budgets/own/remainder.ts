import { written, scaled, subtract } from '../../formula/expression'
import type { Term } from '../../formula/expression'
import { cellKey } from '../../core/place'
import { cellOf, TOTAL_ROW } from '../context'
import { isDecided } from './decided'
import type { At, Derived } from './derived'
import { has, here, inUnitOf, isWrittenIn, placeOf } from './place'
import type { OwnContext } from './own-context'
import type { OwnColumn, OwnLine, OwnTable } from './own-table'

const WAN = 10_000
/** A table of where money comes from, by its title or its headers. */
const FROM = /(?:资金|经费)(?:来源|筹集|筹措|渠道)|筹资|来源(?:项目|渠道)/
/** What is spent, or why nobody knows. */
type Spent = { readonly term: Term } | Extract<Derived, { left: unknown }>

/**
 * 镇承担: what **this** table spends less what this table's other sources bring, so that both sides come out even. A source that is still
 * blank leaves the remainder blank too.
 */
export function remainder(at: At, context: OwnContext): Derived | null {
  const { own, line, column } = at
  if (column.meaning.measure !== 'amount' || line.role !== 'leaf') return null
  // 负担金额 over what each of them pays is no payer of its own.
  const isOfAll = column.meaning.payer === null && (own.meaning.subject === 'sources' || own.table.kind === 'funding-sources')
  if ((column.meaning.subject === 'remainder' && !isOfAll) || isLastSource(at, context)) return column.meaning.payer === 'higher' ? { left: 'input', word: column.header } : acrossColumns(at, context)
  if (line.meaning.subject !== 'remainder' && !isOnlyPayer(at, context)) return null
  if (line.meaning.payer !== 'town' && !isOwnLevel(own, line)) return { left: 'input', word: line.label }
  const above = ancestorsOf(own, line), beside = own.lines.filter(each => each !== line && each.role === 'leaf' && !above.has(each))
  // Under 一、收入 the other sources stand beside it.
  const sources = line.parent >= 0 ? beside.filter(each => each.parent === line.parent) : beside.filter(each => isSource(each, own))
  // 社区自筹 that is typed is a source like another.
  if (sources.some(each => each.meaning.subject === 'remainder' && each.meaning.payer !== 'higher' && !has(context, own, each, column))) return { left: 'scope', word: line.label }
  const spent = spending(at, context)
  if ('left' in spent) return spent
  // 其他, 社会捐赠: a figure that stands beside the sources and is none of them would be lost, or is spent. Nobody says which.
  const loose = beside.filter(each => !sources.includes(each) && each.parent < 0 && !isSpent(own, each))
  const strange = line.parent >= 0 || own.meaning.side !== null ? undefined : loose.find(each => has(context, own, each, column))
  if (strange !== undefined) return { left: 'word', word: strange.label }
  const tops = sources.filter(each => each.parent < 0 || !sources.includes(own.lines[each.parent] ?? each))
  const missing = tops.find(each => !has(context, own, each, column))
  if (missing !== undefined) return { left: 'part', word: missing.label }
  return { term: subtract(spent.term, ...tops.map(each => here(own, each, column))), why: 'own-remainder' }
}

/** 区财政 | 社区自筹 | 镇财政 under 资金来源: the town's own column, where everybody else's share of the line stands there. */
function isLastSource({ own, line, column }: At, context: OwnContext): boolean {
  const { payer, blocks } = column.meaning, group = column.levels.slice(0, -1)
  if (payer !== 'town' || blocks.length > 0 || !group.some(level => /^(?:资金|经费)?(?:来源|筹措|渠道)$/.test(level))) return false
  const others = own.columns.filter(each => each !== column && group.every((level, at) => each.levels[at] === level))
  return others.length > 0 && others.every(each => each.meaning.measure === 'amount' && each.meaning.payer !== 'town' && has(context, own, line, each))
}

/** 本级财政承担: the level that reports, where no line names the town. */
function isOwnLevel({ lines }: OwnTable, { label, meaning }: OwnLine): boolean {
  return meaning.payer === null && /^本级(?:财政)?/.test(label.replace(/^[\s　]*(?:[（(]?[一二三四五六七八九十\d]{1,2}[)）、.．])?/, '')) && !lines.some(each => each.meaning.payer === 'town')
}

/** 本年预算数 and 金额 are of the same year. */
function present({ meaning }: OwnColumn): string {
  return meaning.period === null || meaning.period === 'this-year' ? 'now' : meaning.period
}

/** 镇财政资金, 镇级安排 in a two-sided table of which all other sources are there: what is left of the expenditure. */
function isOnlyPayer({ own, line, column }: At, context: OwnContext): boolean {
  const { subject, payer, blocks } = line.meaning
  if (own.meaning.side !== 'income' || payer !== 'town' || blocks.length > 0 || (subject !== null && subject !== 'subsidy' && subject !== 'sources') || expenditureOf(own, context) === undefined) return false
  return own.lines.every(each => each === line || each.role !== 'leaf' || has(context, own, each, column))
}

function expenditureOf(own: OwnTable, context: OwnContext): OwnTable | undefined {
  return context.tables.find(each => each !== own && each.sheet === own.sheet && each.meaning.side === 'expenditure' && each.table.header.top === own.table.header.top)
}

function ancestorsOf(own: OwnTable, line: OwnLine): ReadonlySet<OwnLine> {
  const found = new Set<OwnLine>()
  for (let at = own.lines[line.parent]; at !== undefined && !found.has(at); at = own.lines[at.parent]) found.add(at)
  return found
}

/** What is spent in the same table: lines of staff, of running, under a total above. */
function isSpent(own: OwnTable, { meaning, row }: OwnLine): boolean {
  const above = own.lines.some(each => each.role === 'total' && each.row > row)
  return meaning.staff !== null || meaning.part !== null || SPENT.has(meaning.subject ?? '') || (above && own.lines.some(each => each.meaning.staff !== null))
}

const SPENT: ReadonlySet<string> = new Set(['staff', 'running', 'premises', 'item'])

function isSource(line: OwnLine, own: OwnTable): boolean {
  if (FROM.test(`${own.table.title ?? ''}${own.table.columns.map(each => each.header).join('|')}`) && own.lines.every(each => !isSpent(own, each))) return true
  if (own.meaning.side === 'income' || own.table.kind === 'funding-sources' || own.meaning.subject === 'sources') return true
  const { subject } = line.meaning
  return subject === 'subsidy' || subject === 'principals' || subject === 'task-money' || subject === 'paid-service' || subject === 'remainder' || /收入|来源/.test(line.label)
}

/** The expenditure that the sources pay for: the other side of the table, the total above, else the cost of staff where the title says so. */
function spending(at: At, context: OwnContext): Spent {
  const { own, line, column } = at
  const side = expenditureOf(own, context)
  if (own.meaning.side === 'income' && side !== undefined) {
    const theirs = side.columns.filter(each => each.meaning.measure === 'amount' && present(each) === present(column) && each.meaning.year === column.meaning.year), [amount] = theirs
    const total = side.lines.findLast(each => each.role === 'total')
    if (amount === undefined || theirs.length > 1 || total === undefined) return { left: 'part', word: side.table.title ?? side.sheet.name }
    if (!has(context, side, total, amount)) return { left: 'part', word: total.label }
    const term = inUnitOf(here(side, total, amount), amount, column)
    return term === null ? { left: 'unit', word: column.header } : { term }
  }
  // 收入合计 and 支出合计 under one another.
  const isSum = (each: OwnLine): boolean => each.role !== 'leaf' || each.children.some(child => own.lines[child]?.isOfWhich === false)
  const outgoing = own.lines.find(each => isSum(each) && /支出/.test(each.label)), incoming = own.lines.some(each => isSum(each) && /收入|来源/.test(each.label))
  if (outgoing !== undefined && incoming) return has(context, own, outgoing, column) ? { term: here(own, outgoing, column) } : { left: 'part', word: outgoing.label }
  const index = own.lines.indexOf(line), total = own.lines.findLast((each, position) => each.role === 'total' && (position < index || own.meaning.subject === 'sources' || own.table.kind === 'funding-sources'))
  const isOwnTotal = total !== undefined && !isWrittenIn(context, own, total, column) && has(context, own, total, column)
  if (total !== undefined && (isOwnTotal || own.lines.indexOf(total) < index)) {
    if (!has(context, own, total, column)) return { left: 'part', word: total.label }
    return dependsOn(own, total, line, column) ? costOfStaff(at, context) : { term: here(own, total, column) }
  }
  return costOfStaff(at, context)
}

function keyOf(own: OwnTable, line: OwnLine, column: OwnColumn): number {
  const place = placeOf(own, line, column)
  return cellKey(place.row, place.column)
}

/** A formula of the person's own that sums the sources: the remainder cannot be taken from it. */
function dependsOn(own: OwnTable, total: OwnLine, line: OwnLine, column: OwnColumn): boolean {
  return own.lines.indexOf(total) > own.lines.indexOf(line) && own.sheet.formulas.has(keyOf(own, total, column))
}

/** Not where money comes from; 一、支出 over lines of staff is none, whatever the title of both tables says. */
function isOfCosts({ meaning, table, lines }: OwnTable): boolean {
  if (meaning.subject !== 'sources' && table.kind !== 'funding-sources') return true
  return lines.every(line => line.role !== 'leaf' || line.meaning.staff !== null || line.meaning.subject === 'staff')
}

/** The one table of staff costs above on the same sheet: its total is what the sources pay. */
function staffTotalBeside(own: OwnTable, column: OwnColumn, context: OwnContext): Spent | null {
  const before = context.tables.filter(each => each !== own && each.sheet === own.sheet && each.table.header.top < own.table.header.top)
  const above = before.filter(each => !each.isTurned && isOfCosts(each))
  const costs = above.filter(each => each.columns.some(({ meaning }) => meaning.measure === 'amount')), [table] = costs
  const amounts = table?.columns.filter(({ meaning }) => meaning.measure === 'amount' && meaning.payer === null && meaning.blocks.length === 0 && meaning.subject !== 'item') ?? [], [amount] = amounts
  const sums = table?.lines.filter(line => line.role === 'total') ?? [], totals = sums.length > 0 ? sums : (table?.lines.slice(-1).filter(line => line.role === 'subtotal') ?? []), [total] = totals
  if (table === undefined || amount === undefined || total === undefined) return null
  if (costs.length > 1 || amounts.length > 1 || totals.length > 1) return null
  if (!has(context, table, total, amount)) return { left: 'part', word: `${total.label} ${amount.header}` }
  const term = inUnitOf(here(table, total, amount), amount, column)
  return term === null ? { left: 'unit', word: column.header } : { term }
}

export function costOfStaff({ own, line, column }: At, context: OwnContext): Spent {
  const unit = column.meaning.unit
  const beside = staffTotalBeside(own, column, context)
  if (beside !== null) return beside
  if (!context.hasSheets || !/人员经费|人员支出|工资/.test(`${own.table.title ?? ''}${own.sheet.name}`)) return { left: 'part', word: line.label }
  if (unit?.of !== 'money') return { left: 'unit', word: column.header }
  const target = column.meaning.period === 'target'
  return { term: scaled(written(cellOf(context.budget, 'personnel', `${target ? 'K' : 'F'}${String(TOTAL_ROW)}`)), WAN / unit.scale) }
}

/** 合计 | 市补贴 | 镇承担 side by side: row by row. */
function acrossColumns({ own, line, column }: At, context: OwnContext): Derived {
  const amounts = own.columns.filter(each => each !== column && each.meaning.measure === 'amount' && !isDecided(each) && each.meaning.period === column.meaning.period && each.meaning.year === column.meaning.year)
  // 补助总额 beside 市补助 is the whole that is paid.
  const isShared = amounts.some(each => each.meaning.subject === 'subsidy' && each.meaning.payer !== null), isWhole = (each: OwnColumn) => isShared && each.meaning.subject === 'subsidy' && each.meaning.payer === null
  const payers = amounts.filter(each => !isWhole(each)).filter(each => each.meaning.subject === 'subsidy' || each.meaning.subject === 'principals' || each.meaning.subject === 'task-money' || each.meaning.subject === 'paid-service' || each.meaning.subject === 'remainder' || each.meaning.subject === 'sources' || each.meaning.payer !== null)
  // 社区自筹 where the table knows of no town.
  const takesTheRest = column.meaning.payer === 'town' || (column.meaning.payer === null && column.meaning.subject === 'remainder' && amounts.every(each => each.meaning.payer !== 'town'))
  const totals = amounts.filter(each => !payers.includes(each)), whole = totals.find(each => each.meaning.total === 'total') ?? (totals.length === 1 ? totals[0] : undefined)
  if (whole === undefined || payers.length === 0 || payers.some(each => each.meaning.subject === 'remainder' && each.meaning.payer !== 'higher' && !has(context, own, line, each)) || !takesTheRest) return { left: 'part', word: column.header }
  for (const each of [whole, ...payers]) if (!has(context, own, line, each)) return { left: 'part', word: `${line.label} ${each.header}` }
  const terms = [whole, ...payers].map(each => inUnitOf(here(own, line, each), each, column)),
    [first, ...rest] = terms
  if (first === undefined || first === null || rest.some(term => term === null)) return { left: 'unit', word: column.header }
  return { term: subtract(first, ...rest.filter(term => term !== null)), why: 'own-remainder' }
}
