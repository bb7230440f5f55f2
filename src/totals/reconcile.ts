import { cellAt } from '../core/snapshot'
import { numberOf } from './keyed-tables'
import type { KeyedTable, NumberColumn } from './keyed-tables'
import { decimalsOf } from './numerals'
import type { Measure } from './measures'

/** A column of one table that says the same as a figure from elsewhere, by the votes of its keys. */
export interface Reconciled {
  readonly keyed: KeyedTable
  readonly column: NumberColumn
  readonly measure: Measure
  /** The column is the figure times this: 0.0001 from 元 to 万元. */
  readonly factor: number
  readonly agree: readonly { readonly row: number; readonly key: string }[]
  readonly fail: readonly { readonly row: number; readonly key: string; readonly value: number; readonly expected: number }[]
  /** Keys of the figure that the table lacks. */
  readonly missing: readonly string[]
  /** Rows whose key the figure lacks. */
  readonly extra: readonly { readonly row: number; readonly key: string; readonly value: number }[]
}

const FACTORS = [1, 1e-4, 1e4] as const
/** With more rows that differ the column says something else. */
const MOST_FAILING = 2
/** Headers that say which people of the roster they count, by the name of the figure: people in post, and neither posts nor what should be. */
const KIND_TOLD = new Map([
  ['正式', /^(?:[现实]有|现)?(?:正式|在编)(?:在岗)?(?:工作)?(?:人员|职工|工)?(?:人?数)?(?:[(（]人[)）])?$/],
  ['聘用', /^(?:[现实]有|现)?(?:聘用|编外|临时|合同)制?(?:在岗)?(?:工作)?(?:人员|职工|工)?(?:人?数)?(?:[(（]人[)）])?$/],
])

/** The figure that a column repeats, if its keys agree: more than three, with different values, and clearly most of them. */
export function reconcile(keyed: KeyedTable, column: NumberColumn, measures: readonly Measure[]): Reconciled | null {
  let best: Reconciled | null = null, bestRank = 0
  const values = keyed.rows
    .map(({ row, key }) => ({ row, key, value: numberOf(cellAt(keyed.sheet, row, column.column)) }))
    .filter(each => !Number.isNaN(each.value))
  if (values.length < 3) return null
  for (const measure of measures) {
    let shared = 0
    for (const { key } of values) if (measure.values.has(key)) shared++
    if (shared < 3 || shared < values.length * 0.6) continue
    for (const factor of FACTORS) {
      if (factor !== 1 && measure.what !== 'amount') continue
      const found = held(keyed, column, measure, factor, values)
      if (found === null) continue
      const rank =
        found.agree.length * 10 -
        found.fail.length * 20 -
        found.missing.length +
        (sameHeader(column.header, measure.header) ? 5 : 0) +
        (measure.single === null ? 1 : 0)
      if (rank > bestRank) { best = found; bestRank = rank }
    }
  }
  return best
}

function held(
  keyed: KeyedTable,
  column: NumberColumn,
  measure: Measure,
  factor: number,
  values: readonly { row: number; key: string; value: number }[],
): Reconciled | null {
  const agree: { row: number; key: string }[] = [],
    fail: Reconciled['fail'][number][] = [],
    extra: Reconciled['extra'][number][] = [],
    seen = new Set<number>()
  let zeros = 0, small = 0
  for (const { row, key, value } of values) {
    const figure = measure.values.get(key)
    if (figure === undefined) {
      if (value !== 0) extra.push({ row, key, value })
      continue
    }
    const expected = figure * factor,
      step = 10 ** -column.decimals,
      given = 10 ** -Math.min(6, decimalsOf(expected))
    if (value === 0 && expected === 0) {
      zeros++
      continue
    }
    if (Math.abs(value - expected) <= (given < step ? 0.51 * step : 1e-6) + Math.abs(expected) * 1e-9) {
      agree.push({ row, key })
      seen.add(value)
      if (Number.isInteger(value) && Math.abs(value) < 100) small++
    } else if (Math.abs(value - expected) > (measure.open?.get(key) ?? 0)) {
      if (fail.length === MOST_FAILING) return null
      fail.push({ row, key, value, expected: Number((given < step ? Math.round(expected / step) * step : expected).toPrecision(12)) })
    }
  }
  // 正式人员 beside communities is what the roster counts by its own word; other columns must show it by their votes.
  const isTold = measure.single === null && KIND_TOLD.get(measure.header)?.test(column.header) === true
  const least = isTold ? 2 : seen.size >= 3 ? 3 : 4
  if (agree.length < least || (seen.size < 2 && !isTold) || agree.length < 2 * fail.length || extra.length > agree.length * 0.34)
    return null
  if (zeros > agree.length) return null
  // Small whole numbers agree by chance between any two lists of quantities: more of them must, where one does not.
  if (measure.single !== null && small >= agree.length - 1 && agree.length < 4 * fail.length) return null
  const keys = new Set(keyed.rows.map(each => each.key))
  return {
    keyed,
    column,
    measure,
    factor,
    agree,
    fail,
    missing: [...measure.values].filter(([key, value]) => value !== 0 && !keys.has(key)).map(([key]) => key),
    extra,
  }
}

function sameHeader(one: string, other: string): boolean {
  return one !== '' && other !== '' && (one === other || one.includes(other) || other.includes(one))
}
