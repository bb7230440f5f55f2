import type { Measure, MeasureUnit, Period, Said, Saying } from '../../vocabulary/budget-words'

/** What a header measures, for one of what, and of when. */
interface Told {
  readonly measure: Measure | null
  readonly per: NonNullable<Saying['per']> | null
  readonly period: Period | null
}

const COUNTED: ReadonlySet<Measure | undefined> = new Set<Measure | undefined>(['quantity', 'persons', 'area', 'communities'])

/** 户数补助: what is counted says what the subsidy goes by. */
export function isSubsidyBy(measure: Measure | undefined, last: readonly Said[]): boolean {
  const head = last.findLast(word => /[\u4e00-\u9fff]/.test(word.word) && word.unit === undefined)
  return COUNTED.has(measure) && head?.subject === 'subsidy'
}

/** What one of something costs, by the unit behind it. */
const OF_ONE: ReadonlySet<Saying['per'] | null> = new Set(['person', 'person-year', 'person-month', 'each', 'm2', 'm2-month'])

/** 体检费（元/人） and 租金（元/㎡） are prices, whatever they are called; 差额（㎡） is what is missing. */
export function told(
  measure: Measure | null,
  { per, period }: Pick<Told, 'per' | 'period'>,
  flat: readonly Said[],
  unit: MeasureUnit | null,
  outer: readonly Said[],
): Told {
  const one = flat.findLast(word => word.unit !== undefined && OF_ONE.has(word.per ?? null))?.per ?? null
  if (measure === 'amount' && one !== null && unit?.of === 'money') {
    const isMonthly = flat.some(word => word.per === 'month')
    if (one === 'm2' || one === 'm2-month') return { measure: 'rate', per: isMonthly ? 'm2-month' : one, period }
    return { measure: 'unit-cost', per: isMonthly && one === 'person' ? 'person-month' : isMonthly ? 'month' : one, period }
  }
  // 月工资（元/人） is of a person and a month.
  const isOfMonth = measure === 'unit-cost' && per === 'person' && flat.some(word => word.per === 'month')
  if (isOfMonth) return { measure, per: 'person-month', period }
  // 增减人数 is no number of heads.
  const changes = flat.findLast(word => word.measure === 'change' || word.measure === 'growth')?.measure
  // and 人数 | 金额 under 增减情况 are changes of both.
  const isUnderChange = changes !== undefined && outer.some(word => word.measure === 'change' || word.measure === 'growth')
  if (changes !== undefined && (measure === 'persons' || (measure === 'amount' && isUnderChange))) return { measure: changes, per, period: null }
  // 标准 / 使用面积 is what there should be.
  if (measure === 'area' && period === null && flat.some(word => word.word === '标准')) return { measure, per, period: 'target' }
  const isDifference = flat.some(word => word.balance === true && word.word.includes('差额'))
  if (!isDifference || measure === null) return { measure, per, period }
  if (unit?.of === 'area') return { measure: 'area', per, period: period ?? 'gap' }
  return unit?.of === 'persons' || measure === 'persons' ? { measure: 'persons', per, period: period ?? 'gap' } : { measure, per, period }
}
