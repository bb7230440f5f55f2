import { divide, multiply, number, scaled } from '../../formula/expression'
import type { Term } from '../../formula/expression'
import type { Period } from '../../vocabulary/budget-words'
import { part } from './derived'
import type { At, Derived } from './derived'
import { innerWords } from './header-signs'
import type { OwnContext } from './own-context'
import { byNote } from './by-note'
import { has, here, inUnitOf, isWrittenIn, numberIn } from './place'
import { isReading } from './readings'
import { shareOf } from './shares'
import { monthsIn } from './spans'
import { sumBehind } from './sum-behind'
import { taxState } from './taxes'
import type { OwnColumn, OwnTable } from './own-table'

const YEAR_MONTHS = 12
/** What is due less what is not paid: beside 应收 it stands for what comes in. */
const EXPECTED = /实收|实际|到账|入库|预[计期]|可收|可征|能收|预测|拟收|收入/

/** The one column of a measure that goes with this one: the same kind, period and part, the same group before another. */
function partner(at: At, fits: (column: OwnColumn) => boolean): OwnColumn | 'several' | null {
  const { own, column } = at, { meaning } = column
  const isOther = (each: OwnColumn): boolean => each !== column && each.meaning.total === null && !isAfterwards(each) && !isReading(each)
  const all = own.columns.filter(each => isOther(each) && fits(each))
  const same = all.filter(
    each =>
      (each.meaning.period ?? 'now') === normal(meaning.period) &&
      each.meaning.year === meaning.year &&
      each.meaning.staff?.class === meaning.staff?.class,
  )
  const others =
    same.length > 0
      ? same
      : all.filter(
          each =>
            (each.meaning.period === null || normal(each.meaning.period) === normal(meaning.period)) &&
            (each.meaning.staff === null || each.meaning.staff.class === meaning.staff?.class),
        )
  // 核定标准 says who set it, and nothing of whose heads.
  if (others.length === 0 && all.length === 1 && all[0]?.meaning.measure === 'unit-cost' && all[0].meaning.staff === null) return all[0]
  const byPart = others.length > 1 ? others.filter(each => each.meaning.part === meaning.part) : others
  // 体检费标准 | 体检费 | 慰问费标准 | 慰问费: each by its own name.
  // and 土建单价 | 土建投资 | 装修单价 | 装修投资.
  const name = innerWords(column), stem = name.replace(/(?:投资额?|金额|费用|经费|资金|小计|支出)$/, '')
  const of = stem === '' ? name : stem
  const byName = name === '' ? [] : others.filter(each => innerWords(each).startsWith(of))
  const found = byPart.length === 1 ? byPart : byName.length === 1 ? byName : others
  const sum = found.length > 1 ? sumOfGroup(at, found, fits) : null
  if (sum !== null) return sum
  return found.length > 1 ? 'several' : (found[0] ?? null)
}

/** 月人均标准 over 基本工资 | 绩效 | 小计: their sum stands for them. */
function sumOfGroup({ own, column }: At, parts: readonly OwnColumn[], fits: (column: OwnColumn) => boolean): OwnColumn | null {
  const sums = own.columns.filter(each => each !== column && fits(each) && each.meaning.total !== null && each.levels.length > 1)
  const [sum] = sums, group = sum?.levels.slice(0, -1) ?? []
  const isInGroup = (each: OwnColumn): boolean => group.every((level, index) => each.levels[index] === level)
  return sum !== undefined && sums.length === 1 && parts.every(isInGroup) ? sum : null
}

/** 增员后人数: no number of those who come. */
export function isAfterwards(column: OwnColumn): boolean {
  return column.meaning.measure === 'persons' && /[增减补招]\S{0,3}后/.test(innerWords(column))
}

/** This year's figures are the present ones. */
function normal(period: Period | null): Period {
  return period === null || period === 'this-year' ? 'now' : period
}

/** 应收 beside 实收: what is received is what is due times the share collected. */
export function received(at: At, context: OwnContext): Derived | null {
  const { own, line, column } = at
  if (line.role !== 'leaf' || column.meaning.measure !== 'amount' || column.meaning.payer !== null || !EXPECTED.test(column.header) || column.header.includes('应收')) return null
  const collected = own.columns.find(each => each.meaning.measure === 'collected'),
    due = own.columns.filter(each => each !== column && each.meaning.measure === 'amount' && each.header.includes('应收')),
    [base] = due
  if (collected === undefined || base === undefined || due.length > 1) return null
  for (const each of [base, collected]) if (!has(context, own, line, each)) return part(`${line.label} ${each.header}`)
  const term = inUnitOf(here(own, line, base), base, column)
  return term === null ? { left: 'unit', word: column.header } : { term: multiply(term, shareOf(at, collected, context)), why: 'own-fund' }
}

/** 金额（元） | 折合万元. */
export function converted({ own, line, column }: At, context: OwnContext): Derived | null {
  if (column.meaning.measure !== 'amount' || line.role !== 'leaf' || !/折[合算]|换算/.test(column.header)) return null
  const others = own.columns.filter(each => each !== column && each.meaning.measure === 'amount'), [other] = others
  if (other === undefined || others.length > 1) return part(column.header)
  if (!has(context, own, line, other)) return part(`${line.label} ${other.header}`)
  const term = inUnitOf(here(own, line, other), other, column)
  return term === null ? { left: 'unit', word: column.header } : { term, why: 'own-product' }
}

/** 人月数 = 人数 x 月数. */
export function personMonths(at: At, context: OwnContext): Derived | null {
  const { own, line, column } = at
  if (column.meaning.measure !== 'person-months' || line.role !== 'leaf') return null
  const heads = partner(at, each => each.meaning.measure === 'persons'), months = own.columns.filter(each => each.meaning.measure === 'months'), [month] = months
  if (heads === null || heads === 'several' || month === undefined || months.length > 1) return null
  for (const each of [heads, month]) if (!has(context, own, line, each)) return part(`${line.label} ${each.header}`)
  return { term: multiply(here(own, line, heads), here(own, line, month)), why: 'own-product' }
}

/** 全年工资 beside 月工资总额 and 发放月数: so many months of it. */
export function yearOfMonths(at: At, context: OwnContext): Derived | null {
  const { own, line, column } = at, { meaning } = column
  if (meaning.measure !== 'amount' || meaning.per === 'month' || line.role !== 'leaf' || meaning.payer !== null || monthsIn(line.label) !== null) return null
  // What those who are there cost a month is nothing of those who ought to be.
  const monthly = partner(at, each => each.meaning.measure === 'amount' && each.meaning.per === 'month' && normal(each.meaning.period) === normal(meaning.period))
  const months = own.columns.filter(each => each.meaning.measure === 'months'), [month] = months
  if (monthly === null || monthly === 'several' || months.length > 1) return null
  if (month === undefined && monthly.meaning.part !== meaning.part) return null
  for (const each of month === undefined ? [monthly] : [monthly, month]) if (!has(context, own, line, each)) return part(`${line.label} ${each.header}`)
  const term = inUnitOf(here(own, line, monthly), monthly, column)
  if (term === null) return { left: 'unit', word: column.header }
  return { term: multiply(term, month === undefined ? number(meaning.months ?? YEAR_MONTHS) : here(own, line, month)), why: 'own-product' }
}

const PRODUCTS_OF: ReadonlySet<string | null> = new Set([null, 'staff', 'fund', 'premises', 'running', 'item', 'subsidy'])
const PAYING: ReadonlySet<string> = new Set(['subsidy', 'principals', 'task-money', 'paid-service', 'remainder'])

/** 单价 | 工程费: what stands right behind the price comes of it, whatever it is called. */
export function isNextToPrice({ own, column }: At): boolean {
  const before = own.columns[own.columns.indexOf(column) - 1]
  return before?.meaning.measure === 'unit-cost' || before?.meaning.measure === 'rate'
}

/** 人数 x 标准, 数量 x 单价, 面积 x 造价, 面积 x 标准 x 收缴率: where the row has both. */
export function product(at: At, context: OwnContext): Derived | null {
  const { own, line, column } = at, { meaning } = column
  if (meaning.measure !== 'amount' || line.role !== 'leaf' || meaning.isBalance || (meaning.flow !== null && meaning.flow !== 'due') || !PRODUCTS_OF.has(meaning.subject) || (meaning.payer !== null && !isPaidByHeads(at, context))) return null
  // Who pays is no product of heads and standards: 镇承担 below the total of 人数 x 标准.
  if (line.children.some(child => own.lines[child]?.isOfWhich === false) || PAYING.has(line.meaning.subject ?? '')) return null
  // 工程费 | 其他费用 | 总投资: the product is the first of them.
  if (sumBehind(own, column).length > 0) return null
  // 资金合计 beside 上级补助 and 镇级配套 is their sum.
  if (meaning.total !== null && own.columns.filter(each => each !== column && each.meaning.measure === 'amount').length > 1) return null
  const price = partner(at, each => each.meaning.measure === 'unit-cost' || each.meaning.measure === 'rate')
  if (price === null) return own.meaning.prices.size > 0 ? byNote(at, partner(at, each => each.meaning.measure === 'persons'), context) : null
  if (price !== 'several' && !isTaxedAlike(at, price)) return null
  if (price !== 'several' && meaning.part !== null && price.meaning.part !== meaning.part && !isOfWages(price, column, own)) return null
  // 市补助 is no product of heads; 补助金额 beside 补助标准 is.
  if (price !== 'several' && meaning.subject === 'subsidy' && !/[补定]/.test(price.header)) return null
  const byArea = price !== 'several' && (price.meaning.per === 'm2' || price.meaning.per === 'm2-month' || price.meaning.measure === 'rate')
  const perMonths = price !== 'several' && price.meaning.per === 'person-month' ? partner(at, each => each.meaning.measure === 'person-months') : null
  const count = byArea ? areaFor(at) : (perMonths ?? partner(at, each => each.meaning.measure === 'persons' || each.meaning.measure === 'quantity' || each.meaning.measure === 'communities'))
  if (count === null) return null
  if (price === 'several') return part(column.header)
  const fitting = count === 'several' ? countedBy(own, price) : null
  const counts = count !== 'several' ? [count] : (personTimes(own, price) ?? (fitting === null ? null : [fitting]))
  if (counts === null) return part(column.header)
  for (const each of counts.slice(1)) if (!has(context, own, line, each)) return part(`${line.label} ${each.header}`)
  // 租期 that nobody reads may be a factor like the others.
  const strange = own.columns.find(each => (each.meaning.measure === null || each.meaning.measure === 'factor') && (each.meaning.blocks.length > 0 || each.levels.some(level => level.includes('月数'))) && has(context, own, line, each))
  if (strange !== undefined) return { left: 'word', word: strange.meaning.blocks[0]?.word ?? strange.header }
  // 发放系数 of the row; beside a base it makes the standard.
  const factors = own.columns.filter(each => each.meaning.measure === 'factor')
  if (factors.length > 0 && (byArea || own.columns.some(each => each.meaning.measure === 'base'))) return part(column.header)
  for (const each of factors) if (!has(context, own, line, each)) return part(`${line.label} ${each.header}`)
  const [first] = counts
  return first === undefined ? null : productOf(at, context, first, price, [...counts.slice(1), ...factors], byArea)
}

/** 人均补助标准 | 上级补助 | 镇级配套: what comes from above is the one subsidy of the table, and everybody else's share is typed. */
function isPaidByHeads({ own, line, column }: At, context: OwnContext): boolean {
  const others = own.columns.filter(each => each !== column && each.meaning.measure === 'amount' && each.meaning.total === null)
  return column.meaning.subject === 'subsidy' && others.every(each => each.meaning.payer !== null && each.meaning.payer !== column.meaning.payer && has(context, own, line, each) && !isWrittenIn(context, own, line, each))
}

/** 不含税单价 goes with 不含税金额; a price that says nothing with an amount that says nothing. */
function isTaxedAlike({ own, column }: At, price: OwnColumn): boolean {
  const a = taxState(price), b = taxState(column)
  return a === b || (a === null && own.columns.every(each => each === column || each.meaning.measure !== 'amount' || taxState(each) === null))
}

/** 户均, 元/户, 每户 go with 户数 and not with 人口数: where no other count of the row is one of times. */
function countedBy(own: OwnTable, { header }: OwnColumn): OwnColumn | null {
  const [, ofUnit, each, mean] = /元\/(?:个)?(.)|每(.)|(.)均/.exec(header) ?? [], one = ofUnit ?? each ?? mean
  const counts = own.columns.filter(({ meaning: { measure } }) => measure === 'persons' || measure === 'quantity' || measure === 'communities')
  const fits = (column: OwnColumn): boolean => (one === '人' ? !/^每/.test(column.header) && (/人数|人口|人员/.test(column.header) || column.meaning.measure === 'persons') : one !== undefined && column.header.includes(one))
  const [found, ...more] = counts.filter(fits)
  return found === undefined || more.length > 0 || counts.some(each => each !== found && /[次场期天日批班课月]/.test(innerWords(each))) ? null : found
}

/** 年工资 beside 月人均工资. */
function isOfWages(price: OwnColumn, { meaning }: OwnColumn, own: OwnTable): boolean {
  // The only price of a table of wages is a wage.
  const isOnly = own.meaning.part === 'pay' && own.columns.every(each => each === price || each.meaning.measure !== 'unit-cost')
  if (price.meaning.part !== null) return false
  // 人数 | 奖励标准 | 奖金总额: one price and one amount.
  const isPair = own.columns.every(each => each === price || each.meaning === meaning || (each.meaning.measure !== 'unit-cost' && each.meaning.measure !== 'amount'))
  return isPair || (meaning.part === 'pay' && (isOnly || /工资|薪|报酬/.test(price.header)))
}

/** 人数 x 天数 under a standard by person and day; 期数 x 每期人数 under one by person and 期. */
function personTimes(own: OwnTable, price: OwnColumn): OwnColumn[] | null {
  // 培训人数 is typed by the person, and heads all the same.
  const isHeads = (each: OwnColumn): boolean => each.meaning.measure === 'persons' || (each.meaning.measure === 'quantity' && each.header.includes('人数'))
  const heads = own.columns.filter(isHeads),
    counts = own.columns.filter(each => each.meaning.measure === 'quantity' && !isHeads(each)), [count] = counts
  const time = /人[·.、*×]?\/?每?(天|日|次|期|场|批|课时|学时)/.exec(price.header)?.[1]
  if (heads.length !== 1 || count === undefined || counts.length > 1) return null
  // 场次 | 每场人数 | 人均标准.
  const each = /^每([场次期班批])/.exec(innerWords(heads[0] ?? count))?.[1]
  if (each !== undefined) return count.header.includes(each) && !/[总每]/.test(price.header) ? [...heads, count] : null
  if (time === undefined) return null
  return count.header.includes(time === '日' ? '天' : time) || (time === '日' && count.header.includes('日')) ? [...heads, count] : null
}

function productOf(at: At, context: OwnContext, count: OwnColumn, price: OwnColumn, more: readonly OwnColumn[], byArea: boolean): Derived {
  const { own, line, column } = at, { meaning } = column
  for (const each of [count, price]) if (!has(context, own, line, each)) return part(`${line.label} ${each.header}`)
  const collected = own.columns.find(each => each.meaning.measure === 'collected'),
    months = own.columns.find(each => each.meaning.measure === 'months')
  const [stop] = months?.meaning.blocks ?? []
  if (stop !== undefined) return { left: 'word', word: stop.word }
  const factors: Term[] = [here(own, line, count), ...more.map(each => here(own, line, each)), here(own, line, price)]
  // What is due is not yet what is received, where the table has both.
  const isDue =
    column.header.includes('应收') &&
    own.columns.some(each => each !== column && each.meaning.measure === 'amount' && EXPECTED.test(each.header) && !each.header.includes('应收'))
  if (collected !== undefined && byArea && !isDue) {
    if (!has(context, own, line, collected)) return part(`${line.label} ${collected.header}`)
    factors.push(shareOf(at, collected, context))
  }
  const monthly = price.meaning.per === 'month' || price.meaning.per === 'person-month' || price.meaning.per === 'm2-month'
  if (monthly && meaning.per !== 'month' && count.meaning.measure !== 'person-months') {
    if (months !== undefined) {
      if (!has(context, own, line, months)) return part(`${line.label} ${months.header}`)
      factors.push(here(own, line, months))
    } else factors.push(number(monthsIn(line.label) ?? price.meaning.months ?? meaning.months ?? YEAR_MONTHS))
  } else if (months !== undefined && price.meaning.per === null) {
    // 标准（元） | 人数 | 月数: the form names all three factors.
    if (/年/.test(price.header) || meaning.per === 'month') return part(column.header)
    if (!has(context, own, line, months)) return part(`${line.label} ${months.header}`)
    factors.push(here(own, line, months))
  }
  // 年人均成本 under 每月成本: a twelfth of it.
  const isOfYear = price.meaning.per === 'year' || price.meaning.per === 'person-year', isPerMonth = meaning.per === 'month' && !monthly && count.meaning.measure !== 'person-months'
  if (isPerMonth && !isOfYear) return { left: 'unit', word: column.header }
  const a = price.meaning.unit, b = meaning.unit
  if ((a === null) !== (b === null)) return { left: 'unit', word: a === null ? price.header : column.header }
  const areaScale = byArea ? (count.meaning.unit?.scale ?? 1) : 1
  return {
    term: scaled(multiply(...factors), ((a?.scale ?? 1) * areaScale) / (b?.scale ?? 1) / (isPerMonth ? YEAR_MONTHS : 1)),
    why: byArea && own.table.kind === 'fund' ? 'own-fund' : 'own-product',
  }
}

/** What is built or approved, not what is there or is missing. */
function areaFor({ own }: At): OwnColumn | 'several' | null {
  const areas = own.columns.filter(each => each.meaning.measure === 'area'), built = areas.filter(each => each.meaning.basis === 'built' && each.meaning.period !== 'now')
  const found = built.length > 0 ? built : areas.filter(each => each.meaning.period === null && each.meaning.basis !== 'usable')
  const lacking = areas.filter(each => each.meaning.period === 'gap'), [lack] = lacking
  // 缺口面积 x 购置单价, where the table knows of nothing that is built.
  if (found.length === 0 && built.length === 0 && lack !== undefined && lacking.length === 1) return lack
  return found.length > 1 ? 'several' : (found[0] ?? (areas.length === 0 ? null : 'several'))
}

/** 年人均 = cost / heads of the same row. */
export function quotient(at: At, context: OwnContext): Derived | null {
  const { own, line, column } = at
  if (column.meaning.measure !== 'unit-cost' || column.meaning.per === 'm2' || column.meaning.per === 'm2-month' || line.role !== 'leaf') return null
  const amounts = own.columns.filter(each => each.meaning.measure === 'amount' && each.meaning.payer === null), [only] = amounts
  // 年经费总额 is the one amount of the row, whatever it calls itself.
  // 基本工资 | 绩效 | 社保 | 小计: the whole of it.
  const sums = amounts.filter(each => each.meaning.total !== null && each.levels.length === column.levels.length), [sum] = sums
  const amount = amounts.length === 1 ? (only ?? null) : sum !== undefined && sums.length === 1 && column.meaning.part === null ? sum : partner(at, each => each.meaning.measure === 'amount' && each.meaning.payer === null), wholes = own.columns.filter(each => each.meaning.measure === 'persons' && each.meaning.total !== null && each.meaning.staff === null)
  // 正式 | 聘用 | 人员合计: everybody.
  const heads = partner(at, each => each.meaning.measure === 'persons') ?? (wholes.length === 1 ? (wholes[0] ?? null) : null)
  if (amount === null || heads === null || amount === 'several' || heads === 'several') return null
  if (!has(context, own, line, amount) || !has(context, own, line, heads) || numberIn(context, own, line, heads) === 0) return null
  // What one of a kind costs is told by the workbook itself; of a community it is only this.
  const isOfCommunity = (line.community >= 0 || line.meaning.subject !== 'staff' || line.meaning.blocks.length > 0) && line.meaning.staff === null && column.meaning.staff === null
  if (isWrittenIn(context, own, line, amount) && !isOfCommunity) return null
  const cost = inUnitOf(here(own, line, amount), amount, column)
  if (cost === null) return { left: 'unit', word: column.header }
  const yearly = divide(cost, here(own, line, heads))
  const isMonthly = column.meaning.per === 'month' || column.meaning.per === 'person-month'
  return { term: isMonthly && amount.meaning.per !== 'month' ? divide(yearly, number(YEAR_MONTHS)) : yearly, why: 'own-quotient' }
}
