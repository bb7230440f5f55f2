import { add, call, cell } from '../../formula/expression'
import type { Term } from '../../formula/expression'
import { normalise } from '../../vocabulary/normalise'
import { part } from './derived'
import type { At, Derived } from './derived'
import type { Subject } from '../../vocabulary/budget-words'
import { innerWords } from './header-signs'
import { isMean } from './means'
import type { OwnContext } from './own-context'
import { has, here, inUnitOf, placeOf, run } from './place'
import { monthsIn } from './spans'
import { sumBehind } from './sum-behind'
import type { OwnColumn, OwnLine, OwnTable } from './own-table'

const MOST_PARTS = 200
/** Places, and classes by size or rank: 1000-3000户, 一类. No community is in two of them. */
const APART = /(?:镇|街道|乡|区|县|市|片|办|[类档级型])$|以[上下内]|\d[-~至]\d/

/** Sum of the table's lines: those at the top of the tree, each once. */
export function total({ own, line, column }: At, context: OwnContext): Derived | null {
  if (line.role === 'leaf') return null
  const { measure } = column.meaning
  // What was there at the start of each year, and what is left at its end, is no sum.
  if (own.kind === 'years' && column.meaning.isBalance && /[年期月][初末]/.test(column.header)) return { left: 'none', word: column.header }
  if (measure === 'growth' || measure === 'share' || measure === 'done' || measure === 'age') return null
  const index = own.lines.indexOf(line), scope = scopeOf(own, index)
  const grand = line.role === 'total' ? grandTotal(own, index) : null
  if (grand !== null) {
    const missing = grand.find(each => !has(context, own, each, column))
    return missing === undefined ? { term: sumOf(grand, own, column), why: 'own-total' } : part(missing.label)
  }
  // The same people stand in each line: 养老保险 | 医疗保险, 1月 | 2月.
  const isHeads = measure === 'persons' || (measure === 'quantity' && /人数|人次/.test(column.header))
  const tops = scope.filter(each => each.role === 'leaf' && (each.parent < 0 || !scope.includes(own.lines[each.parent] ?? each)))
  if (isHeads && tops.some(each => (each.meaning.part !== null && each.meaning.staff === null) || monthsIn(each.label) !== null)) return { left: 'none', word: line.label }
  // So many communities for each of several things are the same communities.
  if (measure === 'communities' && scope.some(each => each.role === 'leaf' && !APART.test(normalise(each.label)))) return { left: 'none', word: line.label }
  const [only] = tops
  if (tops.length === 0 || (tops.length === 1 && line.role !== 'subtotal' && only?.children.length === 0)) return part(line.label)
  // Income and its total stand under one another; money that pays is no part of money that is spent.
  const parts: OwnLine[] = []
  for (const top of tops) {
    // 一、收入 over all of them and 收入合计 below: the lines themselves.
    const found = tops.length === 1 && top.children.length > 1 ? insideOf(top, own, column, context) : figuresOf(top, own, column, context)
    if (found === null) return part(top.label)
    parts.push(...found)
  }
  return { term: sumOf(parts, own, column), why: 'own-total' }
}

/** The lines that a total takes in: those of its group, those back to the total before it, or those below it where it stands first. */
function scopeOf(own: OwnTable, index: number): readonly OwnLine[] {
  const { lines } = own, line = lines[index]
  if (line === undefined) return []
  if (line.role === 'subtotal' && line.group !== null) return lines.filter(each => each.role === 'leaf' && each.group === line.group)
  const isFirst = !lines.slice(0, index).some(each => each.role === 'leaf'),
    after = lines.findIndex((each, at) => at > index && (line.role === 'total' ? each.role === 'total' : each.role !== 'leaf'))
  if (isFirst) return lines.slice(index + 1, after < 0 ? undefined : after)
  const before = lines.slice(0, index), from = before.findLastIndex(each => each.role === 'total' || (line.role === 'subtotal' && each.role === 'subtotal'))
  return before.slice(from + 1)
}

/** 总计 below 合计: the sums above it, and what stands between them; `null` where it is no matter of this. */
function grandTotal({ lines }: OwnTable, index: number): OwnLine[] | null {
  const above = lines.slice(0, index), sums = above.filter(each => each.role === 'total'), word = (each: OwnLine | undefined): string => (each?.label ?? '').replace(/[\s　]/g, '')
  if (sums.length === 0 || !/总计$/.test(word(lines[index])) || sums.some(each => /总计$/.test(word(each)))) return null
  if (sums.some(each => /收入|来源/.test(each.label)) && sums.some(each => /支出/.test(each.label))) return null
  const last = above.findLastIndex(each => each.role === 'total'), more = above.slice(last + 1).filter(each => each.parent < 0)
  return more.some(each => each.role !== 'leaf' || each.meaning.payer !== null || each.meaning.subject === 'remainder') ? null : [...sums, ...more]
}

function insideOf(line: OwnLine, own: OwnTable, column: OwnColumn, context: OwnContext): OwnLine[] | null {
  const found = childrenOf(own, line).map(child => figuresOf(child, own, column, context))
  return found.some(each => each === null) ? null : found.flatMap(each => each ?? [])
}

/** The line's own figure, else those of its children where they make it up; `null` where something is missing. */
function figuresOf(line: OwnLine, own: OwnTable, column: OwnColumn, context: OwnContext): OwnLine[] | null {
  if (has(context, own, line, column)) return [line]
  const found: OwnLine[] = [], inside = childrenOf(own, line)
  if (inside.length === 0 || (inside.some(child => child.isOfWhich) && !isExhaustive(line, inside))) return null
  for (const child of inside) {
    const figures = figuresOf(child, own, column, context)
    if (figures === null) return null
    found.push(...figures)
  }
  return found
}

function childrenOf(own: OwnTable, line: OwnLine): OwnLine[] {
  return line.children.flatMap(at => own.lines[at] ?? [])
}

/** 人员经费 其中：正式 聘用: together they are all of it. */
function isExhaustive(line: OwnLine, inside: readonly OwnLine[]): boolean {
  const classes = new Set(inside.map(child => child.meaning.staff?.class))
  return line.meaning.subject === 'staff' && line.meaning.staff === null && classes.has('formal') && classes.has('contracted') && !classes.has(undefined)
}

/** Only lines of 其中 hang on it, and they are not all of it: the line has a figure of its own. */
export function standsAlone(own: OwnTable, line: OwnLine): boolean {
  const inside = childrenOf(own, line)
  return inside.length === 0 || (inside.every(child => child.isOfWhich) && !isExhaustive(line, inside))
}

/** One range where nothing else lies between, else the cells one by one. */
function sumOf(lines: readonly OwnLine[], own: OwnTable, column: OwnColumn): Term {
  const sorted = [...lines].sort((a, b) => a.row - b.row), first = sorted[0], last = sorted.at(-1)
  const between = own.lines.filter(each => each.row >= (first?.row ?? 0) && each.row <= (last?.row ?? 0)).length
  const isWhole = between === lines.length && lines.length > 1
  return isWhole && first !== undefined && last !== undefined
    ? call('SUM', run(own, [first, column], [last, column]))
    : call('SUM', ...sorted.slice(0, MOST_PARTS).map(each => cell(placeOf(own, each, column))))
}

/** A parent takes its children, once. */
export function children({ own, line, column }: At, context: OwnContext): Derived | null {
  if (line.role !== 'leaf' || standsAlone(own, line)) return null
  const { measure } = column.meaning
  if (measure !== 'amount' && measure !== 'persons' && measure !== 'area' && measure !== 'change') return part(line.label)
  const inside = childrenOf(own, line)
  if (inside.some(child => child.isOfWhich) && !isExhaustive(line, inside)) return part(line.label)
  // Never the line's own figure of an earlier fill.
  const figures = insideOf(line, own, column, context)
  if (figures !== null) return { term: sumOf(figures, own, column), why: 'own-children' }
  return part(inside.find(child => figuresOf(child, own, column, context) === null)?.label ?? line.label)
}

/** Added up from the first year. */
export function cumulative({ own, line, column }: At, context: OwnContext): Derived | null {
  // 一季度 … 四季度 | 支出合计: the same of the row.
  const isSum = column.meaning.measure === 'amount' && column.meaning.total === null && /合计|总计|^累计/.test(innerWords(column))
  if (column.meaning.measure !== 'cumulative' && !isSum) return null
  const spans = partsOfRow(own, column)
  if (spans.length > 1 && line.role === 'leaf') return addedUp(spans, own, line, column, context)
  if (isSum) return null
  const base = baseOf(own, column), lines = own.lines.filter(each => each.role === 'leaf' && each.row <= line.row), [first] = lines
  if (base === undefined || first === undefined || line.role !== 'leaf' || !isInTime(own)) return part(column.header)
  const missing = lines.find(each => !has(context, own, each, base))
  if (missing !== undefined) return part(`${missing.label} ${base.header}`)
  const term = inUnitOf(call('SUM', run(own, [first, base], [line, base], true)), base, column)
  return term === null ? { left: 'unit', word: column.header } : { term, why: 'own-cumulative' }
}

/** Lines that follow one another in time: years, months, quarters. */
function isInTime({ kind, lines }: OwnTable): boolean {
  return kind === 'years' || lines.every(each => each.role !== 'leaf' || monthsIn(each.label) !== null)
}

/** 一季度 … 四季度 | 累计, 2022年完成 | 2023年完成 | 累计完成: the parts of time right before it, all called the same. */
export function partsOfRow(own: OwnTable, column: OwnColumn): OwnColumn[] {
  const name = (each: OwnColumn): string => innerWords(each).replace(/[\d一二三四五六七八九十上下前第]/g, ''), before = own.columns.slice(0, own.columns.indexOf(column)), last = before.at(-1)
  const isPart = (each: OwnColumn): boolean => each.meaning.measure === 'amount' && (each.meaning.span === 'part' || each.meaning.year !== null) && last !== undefined && name(each) === name(last)
  return before.slice(before.findLastIndex(each => !isPart(each)) + 1)
}

function addedUp(parts: readonly OwnColumn[], own: OwnTable, line: OwnLine, column: OwnColumn, context: OwnContext, why: 'own-cumulative' | 'own-total' = 'own-cumulative'): Derived {
  const missing = parts.find(each => !has(context, own, line, each)), [first] = parts, last = parts.at(-1)
  if (first === undefined || last === undefined || missing !== undefined) return part(`${line.label} ${missing?.header ?? ''}`)
  const isAlike = parts.every(each => each.meaning.unit?.scale === first.meaning.unit?.scale)
  const term = isAlike ? inUnitOf(call('SUM', run(own, [line, first], [line, last])), first, column) : null
  return term === null ? { left: 'unit', word: column.header } : { term, why }
}

/** 累计结余 adds up 结余; 累计 alone the amount before it. */
function baseOf(own: OwnTable, column: OwnColumn): OwnColumn | undefined {
  const amounts = own.columns.filter(each => each.meaning.measure === 'amount' && each.column < column.column)
  const said = /累计(.*)$/.exec((column.levels.at(-1) ?? '').replace(/[(（].*$/, ''))?.[1] ?? ''
  return (said === '' ? undefined : amounts.findLast(each => (each.levels.at(-1) ?? '').includes(said))) ?? amounts.at(-1)
}

/** 合计 and 小计 among the columns: the columns of its group, a group's own total for the group. */
export function rowSum({ own, line, column }: At, context: OwnContext): Derived | null {
  const { total: said, measure, span } = column.meaning
  const made = sumBehind(own, column)
  if (made.length > 0 && line.role === 'leaf') return addedUp(made, own, line, column, context, 'own-total')
  if ((said === null && span !== 'whole') || line.role !== 'leaf' || measure === null) return null
  const group = column.levels.slice(0, -1)
  const inGroup = own.columns.filter(each => each !== column && group.every((level, at) => each.levels[at] === level))
  // A column of the same group that is not understood may be a part of it.
  const strange = inGroup.find(each => each.meaning.measure === null && each.meaning.blocks.length > 0)
  if (strange !== undefined) return { left: 'word', word: strange.meaning.blocks[0]?.word ?? strange.header }
  const byGroup = new Map<string, OwnColumn[]>()
  const whole = partsOf(inGroup, column), before = said === 'subtotal' ? partsBefore(column, whole) : []
  // 小计 | 正式 | 聘用 | 办公费 | 合计: how far the first of them reaches, nobody says.
  if (said === 'subtotal' && before.length < 2 && inGroup.some(each => each.meaning.measure === measure && each.meaning.total === 'total')) return { left: 'none', word: column.header }
  for (const each of before.length < 2 ? whole : before) {
    const key = each.levels.length > group.length + 1 ? each.levels[group.length] ?? '' : `#${String(each.column)}`
    byGroup.set(key, [...(byGroup.get(key) ?? []), each])
  }
  let parts = [...byGroup.values()]
    .flatMap(members => {
      const sum = members.find(each => each.meaning.total !== null)
      return sum === undefined ? members : [sum]
    })
    .filter(each => each.meaning.total === null || each.levels.length > group.length + 1)
  // 工资总额 | 工会经费（2%） | 福利费（8%） | 计提合计: what they are taken of is none of them.
  const taken = /[计提]提/.test(`${column.header}${own.table.title ?? ''}`) ? parts.filter(each => each.meaning.percent !== null) : []
  if (taken.length > 1) parts = taken
  if (parts.length < 2) return null
  // 全年预算 beside quarters that nobody filled in yet is no sum of them.
  if (said === null && !parts.some(each => has(context, own, line, each))) return null
  // Who pays is reckoned from the whole: the whole does not wait for them.
  if (parts.every(isSource) && parts.some(each => !has(context, own, line, each))) return null
  const terms: Term[] = []
  // 1月 … 12月 | 全年合计（元）: the unit behind the sum is that of its months.
  const isUnitOfAll = parts.every(each => each.meaning.unit === null && each.meaning.span === 'part')
  for (const each of parts) {
    if (!has(context, own, line, each)) return part(`${line.label} ${each.header}`)
    const term = isUnitOfAll ? here(own, line, each) : inUnitOf(here(own, line, each), each, column)
    if (term === null) return { left: 'unit', word: column.header }
    terms.push(term)
  }
  const sorted = [...parts].sort((a, b) => a.column - b.column), first = sorted[0], last = sorted.at(-1)
  const isRun = sorted.every((each, at) => at === 0 || each.column === (sorted[at - 1]?.column ?? 0) + 1)
  const plain = isUnitOfAll || parts.every(each => each.meaning.unit?.scale === column.meaning.unit?.scale)
  return {
    term: isRun && plain && first !== undefined && last !== undefined ? call('SUM', run(own, [line, first], [line, last])) : add(...terms),
    why: 'own-total',
  }
}

/** 正式 | 聘用 | 小计 | 办公费 | 合计: a subtotal takes what stands before it, back to the sum before. */
function partsBefore({ column }: OwnColumn, parts: readonly OwnColumn[]): OwnColumn[] {
  const left = parts.filter(each => each.column < column)
  return left.slice(left.findLastIndex(each => each.meaning.total !== null) + 1)
}

function stopOf({ meaning }: OwnColumn): string {
  return meaning.blocks.map(block => block.word).join(' ')
}

const SOURCES: ReadonlySet<Subject | null> = new Set<Subject | null>(['sources', 'subsidy', 'remainder', 'task-money', 'paid-service'])

/** A column of where money comes from. */
function isSource({ meaning }: OwnColumn): boolean {
  return meaning.payer !== null || meaning.isBare || SOURCES.has(meaning.subject)
}

/** The columns that make up a sum: the parts of the year, the years, or what is of the same year and period. */
function partsOf(inGroup: readonly OwnColumn[], column: OwnColumn): OwnColumn[] {
  const { measure, year, period, part: kindOfPay } = column.meaning
  // A sum under 2022年 takes in what stands under 2022年; 示例合计 takes in nothing.
  const forbids = stopOf(column)
  const same = inGroup.filter(each => each.meaning.measure === measure && (measure !== 'area' || !isMean(each)) && (forbids === '' || stopOf(each) === forbids))
  const spans = same.filter(each => each.meaning.span === 'part')
  if (spans.length > 1) return spans
  // 上级补助 | 自有资金: who pays makes up the sum where nothing else stands beside it; where the rest is a fund without a payer, nobody knows.
  const open = same.filter(each => each.meaning.total === null), paying = open.filter(isSource)
  if (paying.length > 1 && paying.length === open.length) return paying
  if (paying.some(each => each.meaning.payer === null)) return []
  const years = same.filter(each => each.meaning.year !== null && each.meaning.total === null)
  if (year === null && years.length > 1 && same.every(each => each.meaning.year !== null || each.meaning.total !== null)) return years
  return same.filter(
    each =>
      each.meaning.year === year &&
      each.meaning.period === period &&
      each.meaning.payer === null &&
      each.meaning.who === column.meaning.who &&
      each.meaning.flow === column.meaning.flow &&
      !each.meaning.isBalance &&
      (each.meaning.part !== 'personal' || kindOfPay !== null),
  )
}
