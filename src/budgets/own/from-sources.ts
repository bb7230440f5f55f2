import { add, divide, multiply, name, number, scaled, subtract, written } from '../../formula/expression'
import type { Term } from '../../formula/expression'
import { FUND_FIRST_ROW } from '../construction-fund'
import { cellOf, TOTAL_ROW } from '../context'
import type { BudgetId } from '../context'
import { FUNDING_ROWS } from '../funding-sources'
import { FORECAST_YEARS } from '../parameters'
import { PROGRAMME_SHIFT } from '../premises-programme'
import { BALANCE_FIRST_ROW } from '../yearly-balance'
import { areaOf } from './area-of'
import type { At, Derived } from './derived'
import { has, here } from './place'
import type { StaffWord } from './meaning'
import { shareOf } from './shares'
import { howMany, ofRatio } from './ratios'
import { monthsIn } from './spans'
import { standsAlone } from './sums'
import { ofTitle } from './title-scope'
import type { OwnContext } from './own-context'
import { isProgramme } from './table'
import type { Measure, Subject } from '../../vocabulary/budget-words'

const WAN = 10_000
/** What a title says for all its lines. */
const TITLES: ReadonlySet<Subject | null> = new Set<Subject | null>(['running', 'premises', 'fund'])
type Wanted = 'now' | 'target' | 'increment' | 'gap' | 'surplus'

/** What stands elsewhere in the workbook: the roster, the premises, what the person stated, the program's parameters. */
export function fromSources(at: At, context: OwnContext): Derived | null {
  const { line, column } = at, months = monthsIn(line.label) ?? (column.meaning.span === 'part' ? monthsIn(column.levels.at(-1) ?? '') : null)
  if (months === null && column.meaning.span !== 'part') {
    // 一季度人员经费表: what a year costs is not of it; how many there are is.
    const isOfPart = at.own.meaning.isPartOfYear && column.meaning.span === null && column.meaning.per === null
    const isMoney = column.meaning.measure === 'amount' || column.meaning.measure === 'unit-cost'
    return isOfPart && isMoney ? { left: 'period', word: at.own.table.title ?? at.own.sheet.name } : ofTheYear(at, context)
  }
  // A part of the year: so many months of what is paid each month, else nobody knows.
  const isPaid = months !== null && column.meaning.measure === 'amount' && column.meaning.per === null && context.isPaidByMonth()
  const found = isPaid && !(monthsIn(line.label) !== null && column.meaning.span === 'part') ? ofTheYear(at, context) : null
  if (found === null || months === null) return { left: 'period', word: months === null ? column.header : line.label }
  return 'term' in found && found.why === 'own-line' && isOfStaff(at) ? { ...found, term: scaled(found.term, months / 12) } : 'left' in found ? found : { left: 'period', word: line.label }
}

function isOfStaff({ own, line, column }: At): boolean {
  return [line.meaning, column.meaning].some(each => each.staff !== null || each.subject === 'staff' || each.part !== null) || own.meaning.subject === 'staff' || own.meaning.part === 'pay'
}

function ofTheYear(at: At, context: OwnContext): Derived | null {
  const { own, line, column } = at, { meaning } = column
  if (line.role !== 'leaf' || !standsAlone(own, line) || meaning.isBalance) return null
  // What a list of premises says is where figures come from.
  if (own.table.kind === 'premises' && (!isProgramme(own.table) || meaning.measure === 'area')) return { left: 'input', word: column.header }
  if (meaning.total !== null && meaning.measure !== 'persons' && meaning.measure !== 'amount') return null
  const word = line.meaning.blocks.find(block => block.why === 'word')
  if (own.meaning.someOf !== null) return { left: 'scope', word: own.meaning.someOf }
  if (word !== undefined) return { left: 'word', word: word.word }
  if (own.kind === 'years') return yearly(at, context)
  const community = own.kind === 'communities' || line.community >= 0 ? line.community : own.meaning.community
  if (own.kind === 'communities' && community < 0) return { left: 'community', word: line.label }
  if (!context.hasSheets) return { left: 'none', word: line.label }
  const row = community < 0 ? TOTAL_ROW : context.rowOf(community)
  if (row === null) return { left: 'community', word: line.label }
  const period = periodOf(at)
  if (period === null) return { left: 'scope', word: column.header }
  const lineYear = line.meaning.year
  if (lineYear !== null && lineYear !== context.year) return { left: 'year', word: String(lineYear) }
  const a = line.meaning.staff, b = meaning.staff
  if (a !== null && b !== null && a.class !== b.class) return { left: 'kind', word: `${a.word} / ${b.word}` }
  const titled = own.meaning.staff, said = b ?? a
  // 公益岗人员经费表, 临时人员经费表: nobody of another kind has anything in it.
  if (titled !== null && said !== null && said.class !== titled.class) return { left: 'scope', word: titled.word }
  const kind = said ?? titled
  const isPartOfPay = (line.meaning.part ?? meaning.part) !== null
  // What the whole table is about says nothing of a line of its own words: 工作经费 in a table of 人员经费; nor of a column of persons.
  const byTitle = meaning.measure === 'persons' || meaning.subject === 'staff' || !TITLES.has(own.meaning.subject) ? null : own.meaning.subject
  const subject = specific(line.meaning.subject) ?? specific(meaning.subject) ?? byTitle ?? (kind !== null || line.meaning.subject === 'staff' || meaning.subject === 'staff' || isPartOfPay || (own.meaning.subject === 'staff' && own.kind === 'communities') ? 'staff' : null)
  const where = { row, community, period, kind, told: kind === null ? [] : toldApart(at, kind, a !== null && b === null) }
  const who = meaning.who ?? line.meaning.who
  const inner = column.levels.at(-1) ?? column.header
  const isReckoned = subject !== 'staff' && kind === null, theirs = isReckoned ? null : notReckoned(inner, meaning.measure, period, isPartOfPay)
  if (theirs !== null) return { left: 'input', word: theirs }
  if (own.meaning.apart !== null && meaning.period === null && needsKinds(meaning.measure, subject)) return { left: 'scope', word: own.meaning.apart }
  const open = needsKinds(meaning.measure, subject) && period !== 'target' ? context.openKind(community, kindsApart(at)) : null
  if (open !== null) return { left: 'open', word: open }
  if (who !== null || meaning.measure === 'age') return ofRatio(where, who, at, context)
  // 已缴, 欠缴 and the like are told by no list; what is due only where it is a part of the pay.
  if (meaning.flow !== null && !isPartOfPay) return { left: 'input', word: column.header }
  switch (meaning.measure) {
    case 'communities':
      return community >= 0 || own.kind === 'communities' ? { left: 'none', word: column.header } : howMany(context.budget)
    case 'persons':
      return subject === 'staff' || subject === 'principals' || subject === null ? persons(where, subject, own.kind === 'communities' || line.community >= 0, at, context) : { left: 'none', word: line.label }
    case 'amount':
      return amount(where, subject, at, context)
    case 'unit-cost':
      return unitCost(where, at, context)
    case 'area':
      return areaOf(where, subject, at, context)
    case 'share':
    case 'done':
    case 'base':
    case 'person-months':
      return { left: 'none', word: column.header }
    default:
      return null
  }
}

/** What a column asks that the roster does not answer: what another office decides, what comes in, who came this year, what money is short. */
function notReckoned(inner: string, measure: Measure | null, period: Wanted, isPart: boolean): string | null {
  const isMoney = measure === 'amount', isMovement = measure === 'persons' && period === 'increment'
  const isDecided = isMoney && /审核|审定|核定|批复|下达/.test(inner), isIncome = isMoney && /收入/.test(inner) && !/支出/.test(inner)
  const isShort = isMoney && period === 'gap' && /缺口|不足/.test(inner) && !/所需|补/.test(inner)
  // 总投资, 年租金, 实收额, 补贴金额; 课时费, 户均补助.
  const isOther = !isPart && ((isMoney && OTHER_MONEY.test(inner)) || (measure === 'unit-cost' && OTHER_PRICE.test(inner)))
  return isDecided || isIncome || isShort || isOther || (isMovement && !/[需拟应待]/.test(inner)) ? inner : null
}

const OTHER_MONEY = /投资|造价|工程|租[金赁]|征收|[实应]收|收取|收益|到账|补[助贴]|拨[款付]/
const OTHER_PRICE = /课|户|[件套台场次处份期班]|社区|补[助贴]|慰问|体检|培训/

/** Counted or paid by the roster: somebody whose kind is open would be missing. */
function needsKinds(measure: Measure | null, subject: Subject | null): boolean {
  return measure === 'persons' || measure === 'age' || measure === 'share' || (measure === 'amount' && subject === 'staff')
}

/** Kinds outside the plan's two that the table has lines or columns for. */
function kindsApart({ own }: At): ReadonlySet<string> {
  const all = [...own.lines, ...own.columns].map(({ meaning }) => meaning.staff)
  return new Set(all.flatMap(staff => (staff?.class === 'aside' ? [staff.type] : [])))
}

interface Where {
  readonly row: number
  readonly community: number
  readonly period: Wanted
  readonly kind: StaffWord | null
  readonly told: readonly StaffWord[]
}

function specific(subject: Subject | null): Subject | null {
  return subject === 'staff' ? null : subject
}

function periodOf({ own, column }: At): Wanted | null {
  const period = column.meaning.period ?? own.meaning.period
  return period === null || period === 'this-year' ? 'now' : period === 'previous' || period === 'next' || period === 'decrement' ? null : period
}

/** Kinds of the same class beside this one, in the lines or in the columns: then the words count, else the class. */
function toldApart({ own, column }: At, kind: StaffWord, inLines: boolean): StaffWord[] {
  const all = inLines
    ? own.lines.filter(line => line.role === 'leaf' && line.children.length === 0).map(line => line.meaning.staff)
    : own.columns
        .filter(each => each.meaning.measure === column.meaning.measure && each.meaning.period === column.meaning.period)
        .map(each => each.meaning.staff)
  const types = new Map<string, StaffWord>()
  for (const each of all) if (each !== null && each.class === kind.class) types.set(each.type, each)
  return [...types.values()]
}

/** Kinds so narrow that a whole class is them only where the roster says so. */
const NARROW: ReadonlySet<string> = new Set(['dispatch', 'agency', 'civil', 'worker', 'purchased', 'graduate', 'hourly', 'self-financed'])

/** The class as the plan counts it: one line of it in the table, and a class that the plan counts. */
function isWhole({ kind, told }: Where): boolean {
  return kind !== null && kind.class !== 'aside' && told.length <= 1 && !NARROW.has(kind.type)
}

const sheetCell = (context: OwnContext, sheet: BudgetId, column: string, row: number): Term =>
  written(cellOf(context.budget, sheet, column + String(row)))

function over(period: Wanted, now: Term, target: Term): Term {
  return period === 'now' ? now : period === 'target' ? target : period === 'surplus' ? subtract(now, target) : subtract(target, now)
}

function persons(where: Where, subject: Subject | null, byCommunity: boolean, at: At, context: OwnContext): Derived {
  const { row, kind, period } = where, of = (column: string) => sheetCell(context, 'staffing-check', column, row)
  const term = (found: Term): Derived => ({ term: found, why: 'own-line' })
  // 社保, 公积金, 绩效: how many have it, no list says.
  if (at.line.meaning.part !== null && at.line.meaning.part !== 'pay') return { left: 'scope', word: at.line.label }
  if (subject === 'principals') return row === TOTAL_ROW && period === 'now' ? term(name(context.budget.parameter('Principals'))) : { left: 'none', word: at.line.label }
  if (kind === null) {
    if (subject !== 'staff' && !byCommunity && at.column.meaning.total === null) return { left: 'none', word: at.line.label }
    // 人员 alone, or 小计: both kinds that the plan counts.
    return term(period === 'now' ? of('H') : over(period, of('H'), add(of('B'), of('E'))))
  }
  if (isWhole(where)) {
    const own = kind.class === 'aside' ? undefined : at.own.meaning.standards.get(kind.class)
    const target = own === undefined ? of(kind.class === 'formal' ? 'B' : 'E') : number(own)
    // So many in each community, in a table of the whole: as many times as there are communities.
    if (own !== undefined && period !== 'now' && row === TOTAL_ROW) {
      const all = howMany(context.budget)
      if (!('term' in all)) return all
      return term(over(period, of(kind.class === 'formal' ? 'C' : 'F'), multiply(number(own), all.term)))
    }
    return term(over(period, of(kind.class === 'formal' ? 'C' : 'F'), target))
  }
  if (period !== 'now') return { left: 'kind', word: kind.word }
  const found = context.staff({ of: 'persons', kind, told: where.told, community: where.community })
  return 'formula' in found ? term(written(found.formula)) : { left: 'kind', word: found.lacks }
}

function amount(where: Where, subject: Subject | null, at: At, context: OwnContext): Derived {
  const { row, kind, period } = where, { column, line } = at, unit = column.meaning.unit
  if (unit?.of !== 'money') return { left: 'unit', word: column.header }
  // 月工资总额, 年人均工资 in a line: no amount of a year.
  const isOther = line.meaning.measure === 'unit-cost' || (line.meaning.per === 'month' && column.meaning.per !== 'month')
  if (isOther) return { left: 'scope', word: line.label }
  const monthly = column.meaning.per === 'month'
  const term = (wan: Term): Derived => ({ term: scaled(monthly ? divide(wan, number(12)) : wan, WAN / unit.scale), why: 'own-line' })
  const of = (letter: string) => sheetCell(context, 'personnel', letter, row)
  const title = subject === 'staff' ? ofTitle(at, context) : { part: null }
  if ('left' in title) return title
  const part = line.meaning.part ?? column.meaning.part ?? title.part
  if (part !== null && subject === 'staff') {
    if (period !== 'now' || column.meaning.payer !== null || line.meaning.payer !== null) return { left: 'none', word: line.label }
    if (part === 'personal') return { left: 'scope', word: line.meaning.part === null ? column.header : line.label }
    if (kind !== null && !isWhole(where)) return { left: 'kind', word: kind.word }
    const found = context.payPart({ kind: kind === null || kind.class === 'aside' ? null : kind.class, part, community: where.community })
    if ('formula' in found) return { term: scaled(monthly ? divide(written(found.formula), number(12)) : written(found.formula), 1 / unit.scale), why: 'own-line' }
    return { left: 'input', word: line.meaning.part === null ? column.header : line.label }
  }
  const includes = line.meaning.includes ?? column.meaning.includes
  if (includes !== null && subject === 'staff') {
    const has = kind !== null && kind.class !== 'aside' ? context.payPart({ kind: kind.class, part: includes, community: where.community }) : context.payPart({ kind: null, part: includes, community: where.community })
    if ('lacks' in has) return { left: 'input', word: line.meaning.includes === null ? column.header : line.label }
  }
  if (subject === 'staff') {
    if (column.meaning.payer !== null || line.meaning.payer === 'higher') return { left: 'word', word: column.meaning.payer !== null ? column.header : line.label }
    if (kind === null) return period === 'gap' || period === 'surplus' ? { left: 'none', word: column.header } : term(over(period, of('F'), of('K')))
    if (isWhole(where)) return term(kind.class === 'formal' ? over(period, of('D'), of('I')) : over(period, of('E'), of('J')))
    if (period !== 'now') return { left: 'kind', word: kind.word }
    const found = context.staff({ of: 'pay', kind, told: where.told, community: where.community })
    return 'formula' in found ? { term: scaled(monthly ? divide(written(found.formula), number(12)) : written(found.formula), 1 / unit.scale), why: 'own-line' } : { left: 'kind', word: found.lacks }
  }
  if (period === 'gap' || period === 'surplus' || subject === 'item') return { left: 'input', word: column.meaning.subject === 'item' && line.meaning.subject !== 'item' ? column.header : line.label }
  if (subject === 'running') return period === 'increment' ? { left: 'none', word: line.label } : term(sheetCell(context, 'running-costs', 'H', row))
  if (subject === 'premises') return term(sheetCell(context, 'premises-programme', 'H', row === TOTAL_ROW ? TOTAL_ROW : row + PROGRAMME_SHIFT))
  if (row !== TOTAL_ROW || subject === null || subject === 'remainder') return { left: 'none', word: line.label }
  if (subject === 'fund') return at.own.table.kind === 'fund' ? { left: 'none', word: line.label } : term(sheetCell(context, 'construction-fund', 'G', FUND_FIRST_ROW + FORECAST_YEARS))
  // 镇财政补助 is no subsidy from above: only its owner knows it.
  if (subject === 'subsidy' && (line.meaning.payer ?? column.meaning.payer) === 'town') return { left: 'input', word: line.label }
  const funding = FUNDING[subject]
  return funding === undefined ? { left: 'none', word: line.label } : term(chosen(funding, period, context))
}

const FUNDING: Readonly<Partial<Record<Subject, number>>> = { subsidy: FUNDING_ROWS.subsidy, principals: FUNDING_ROWS.principals, 'task-money': FUNDING_ROWS.taskMoney, 'paid-service': FUNDING_ROWS.paidService }

/** A source of funds under the chosen scenario. */
function chosen(row: number, period: Wanted, { budget }: OwnContext): Term {
  const pick = (first: string, last: string) => written(`INDEX(${cellOf(budget, 'funding-sources', `$${first}$${String(row)}:$${last}$${String(row)}`)},1,MATCH(${budget.parameter('Scenario')},${cellOf(budget, 'funding-sources', '$B$5:$D$5')},0))`)
  return over(period, pick('B', 'D'), pick('E', 'G'))
}

/** 年人均 by the stated cost over the stated heads, the stated standard, or the roster's mean. */
function unitCost(where: Where, { own, column, line }: At, context: OwnContext): Derived {
  // 工资标准 beside 社保标准: what a person costs is told by neither.
  if (own.columns.filter(each => each.meaning.measure === 'unit-cost' && each.meaning.staff === column.meaning.staff).length > 1) return { left: 'none', word: column.header }
  const { kind } = where, unit = column.meaning.unit
  // A standard is set by somebody: the mean of a roster is none.
  if (kind !== null && kind.class !== 'aside' && /标准|单价|定额/.test(column.header) && context.stated(kind.class) === null) return { left: 'input', word: column.header }
  if (column.meaning.per === 'm2') return { left: 'input', word: column.header }
  if (kind === null || !isWhole(where)) return { left: 'none', word: line.label }
  if (unit?.of !== 'money') return { left: 'unit', word: column.header }
  const wan = name(context.budget.parameter(kind.class === 'formal' ? 'UnitFormal' : 'UnitContract'))
  const monthly = column.meaning.per === 'month' || column.meaning.per === 'person-month'
  return { term: scaled(monthly ? divide(wan, number(12)) : wan, WAN / unit.scale), why: 'own-line' }
}

/** 新批建筑面积 | 收缴率 | 基金收入 without a column for the standard: the plan's own. */
function fundByRate({ own, line, column }: At, context: OwnContext): Derived | null {
  const areas = own.columns.filter(each => each.meaning.measure === 'area'), [area] = areas, collected = own.columns.find(each => each.meaning.measure === 'collected')
  const isFund = own.table.kind === 'fund' || column.meaning.subject === 'fund' || own.meaning.subject === 'fund'
  if (!isFund || area === undefined || areas.length > 1 || column.meaning.unit === null) return null
  if (own.columns.some(each => each.meaning.measure === 'rate' || each.meaning.measure === 'unit-cost')) return null
  for (const each of collected === undefined ? [area] : [area, collected]) if (!has(context, own, line, each)) return { left: 'part', word: `${line.label} ${each.header}` }
  const share = collected === undefined ? [] : [shareOf({ own, line, column }, collected, context)]
  return { term: scaled(multiply(here(own, line, area), name(context.budget.parameter('FundRate')), ...share), (area.meaning.unit?.scale ?? 1) / column.meaning.unit.scale), why: 'own-fund' }
}

/** Rows of years: the premises and the fund by year. */
function yearly({ own, line, column }: At, context: OwnContext): Derived {
  const unit = column.meaning.unit, { measure } = column.meaning
  if (line.year === null || measure !== 'amount' || !context.hasSheets) return { left: 'input', word: column.header }
  if (unit?.of !== 'money') return { left: 'unit', word: column.header }
  const byArea = fundByRate({ own, line, column }, context)
  if (byArea !== null) return byArea
  if (own.table.kind === 'fund') return { left: 'input', word: column.header }
  const at = line.year - context.firstYear
  if (at < 0 || at >= FORECAST_YEARS) return { left: 'year', word: String(line.year) }
  const wan = column.meaning.subject === 'premises' ? sheetCell(context, 'yearly-balance', 'B', BALANCE_FIRST_ROW + at) : column.meaning.subject === 'fund' ? sheetCell(context, 'construction-fund', 'G', FUND_FIRST_ROW + at) : null
  return wan === null ? { left: 'none', word: column.header } : { term: scaled(wan, WAN / unit.scale), why: 'own-line' }
}

