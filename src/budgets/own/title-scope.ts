import type { Measure, PayPart, Period, Said } from '../../vocabulary/budget-words'
import type { At, Derived } from './derived'
import type { OwnContext } from './own-context'

const OTHER_MEASURES: ReadonlySet<Measure | undefined> = new Set<Measure | undefined>([
  'change', 'growth', 'cumulative', 'share', 'done', 'base', 'unit-cost', 'rate', 'collected',
])
const OTHER_PERIODS: ReadonlySet<Period | undefined> = new Set<Period | undefined>(['gap', 'surplus', 'increment', 'decrement'])
/** Said of money that was spent, decided or is counted otherwise. */
const DONE = /^(?:决算|执行(?:情况)?|批复|下达|支付|发放|结算|季度?|月度?|每月|每季度?)$/
/** 工资及社保 in a line is all of it, whatever the title says. */
const WHOLE = /(?:工资|薪酬|报酬)[和及与、]?(?:社保|社会保险|保险|五险)/
/** 近三年, 2021-2023年: which of the years a figure is of stands below. */
const SEVERAL_YEARS = /近[一二两三四五六七八九十\d]{1,2}年|(?:今后|未来)[一二两三四五六七八九十\d]{1,2}年|20\d{2}年?(?:度)?(?:[-~—–至到]|至)(?:20)?\d{2}年/

/**
 * The word of a title or of a sheet's name by which its amounts are not what people cost in the year: 结余, 未拨付, 增减变动, 执行, 人均, 补助, 培训费.
 * A column that says itself 人员经费 or its year is what it says.
 */
export function narrowedBy(said: readonly Said[], titles: string): string | null {
  const years = SEVERAL_YEARS.exec(titles)?.[0]
  if (years !== undefined) return years
  // 预算调整表: which of its columns is the budget, the columns say.
  if (/(?:预算|经费|指标|收支)调整/.test(titles)) return '调整'
  const isByPart = /[分按][季月]/.test(titles), isOfBoth = said.some(word => word.side === 'expenditure') || /收支|支出/.test(titles)
  const isOther = ({ subject, side, word }: Said): boolean =>
    subject === 'subsidy' || subject === 'item' || (subject === 'remainder' && /配套|自筹/.test(word)) ||
    (side === 'income' && subject === undefined && !isOfBoth)
  const narrows = (each: Said): boolean =>
    (each.flow ?? each.balance) !== undefined || OTHER_MEASURES.has(each.measure) || OTHER_PERIODS.has(each.period) ||
    each.per === 'month' ||
    isOther(each) || (each.total === undefined && !isByPart && DONE.test(each.word))
  return said.find(narrows)?.word ?? null
}

/** The part of the pay that a title is about, or why the title leaves open what an amount of it is. */
export function ofTitle(
  { own, line, column }: At,
  context: OwnContext,
): { readonly part: PayPart | null } | Extract<Derived, { left: unknown }> {
  const { narrowed, part } = own.meaning, { subject, period, year } = column.meaning
  const isSaid = subject === 'staff' || line.meaning.part !== null || column.meaning.part !== null || column.meaning.per !== null || column.meaning.span === 'whole' || WHOLE.test(line.label)
  if (narrowed !== null && !isSaid && period === null && year === null) return { left: 'scope', word: narrowed }
  if (part === null || isSaid) return { part: null }
  // 工资 is all of it where the lists know of nothing else.
  const lists = (each: PayPart): boolean => 'formula' in context.payPart({ kind: null, part: each, community: -1 })
  return { part: part !== 'pay' || lists('both') || lists('insurance') ? part : null }
}
