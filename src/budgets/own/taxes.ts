import { add, call, divide, multiply, number, subtract } from '../../formula/expression'
import type { Term } from '../../formula/expression'
import { normalise } from '../../vocabulary/normalise'
import { part } from './derived'
import type { At, Derived } from './derived'
import type { OwnContext } from './own-context'
import { has, here, inUnitOf } from './place'
import { shareOf } from './shares'
import type { OwnColumn } from './own-table'

export type TaxState = 'net' | 'tax' | 'gross'

/** 不含税, 税额, 含税 or 价税合计; 税率 and 税金及附加 are none of them. */
export function taxState(column: OwnColumn): TaxState | null {
  const word = normalise(column.levels.at(-1) ?? column.header)
  if (/不含税|未税|除税|税前/.test(word)) return 'net'
  if (/含税|价税/.test(word)) return 'gross'
  return /^(?:增值)?税[额款金](?:\(|$)/.test(word) ? 'tax' : null
}

/** 不含税金额 | 税率 | 税额 | 含税金额: each of them from two of the others. */
export function taxed(at: At, context: OwnContext): Derived | null {
  const { own, line, column } = at, state = column.meaning.measure === 'amount' ? taxState(column) : null
  if (state === null || line.role !== 'leaf') return null
  const of = (wanted: TaxState): OwnColumn[] => own.columns.filter(each => each !== column && each.meaning.measure === 'amount' && taxState(each) === wanted)
  const rates = own.columns.filter(each => each.meaning.measure === 'share' && /税率/.test(each.header)), nets = of('net'), taxes = of('tax'), grosses = of('gross')
  // 金额 | 税额 | 价税合计: what no word says to hold the tax is without it, where both others stand beside it.
  const plain = nets.length === 0 && state !== 'net' && (taxes.length > 0 || state === 'tax') && (grosses.length > 0 || state === 'gross') ? own.columns.filter(each => each.meaning.measure === 'amount' && taxState(each) === null && each.meaning.total === null) : nets
  if (rates.length > 1 || plain.length > 1 || taxes.length > 1 || grosses.length > 1) return part(column.header)
  const [net] = plain, [tax] = taxes, [gross] = grosses, [rate] = rates
  const isThere = (each: OwnColumn | undefined): each is OwnColumn => each !== undefined && has(context, own, line, each)
  const unitOf = (each: OwnColumn): Term | null => inUnitOf(here(own, line, each), each, column)
  const made = (first: OwnColumn, second: OwnColumn, join: (a: Term, b: Term) => Term): Derived => {
    const a = unitOf(first), b = unitOf(second)
    return a === null || b === null ? { left: 'unit', word: column.header } : { term: call('ROUND', join(a, b), number(8)), why: 'own-difference' }
  }
  const rated = (base: OwnColumn, join: (a: Term, share: Term) => Term): Derived => {
    const a = unitOf(base)
    return a === null || rate === undefined ? { left: 'unit', word: column.header } : { term: join(a, shareOf(at, rate, context)), why: 'own-product' }
  }
  const one = number(1)
  if (state === 'tax') {
    if (isThere(net) && isThere(rate)) return rated(net, multiply)
    if (isThere(gross) && isThere(rate)) return rated(gross, (a, share) => multiply(divide(a, add(one, share)), share))
    if (isThere(net) && isThere(gross)) return made(gross, net, subtract)
  } else if (state === 'gross') {
    if (isThere(net) && isThere(tax)) return made(net, tax, add)
    if (isThere(net) && isThere(rate)) return rated(net, (a, share) => multiply(a, add(one, share)))
  } else {
    if (isThere(gross) && isThere(tax)) return made(gross, tax, subtract)
    if (isThere(gross) && isThere(rate)) return rated(gross, (a, share) => divide(a, add(one, share)))
  }
  // 数量 x 含税单价 tells one of them.
  const isPriced = own.columns.some(each => each.meaning.measure === 'unit-cost' && (taxState(each) ?? 'net') === state)
  return state !== 'tax' && isPriced ? null : part(`${line.label} ${column.header}`)
}
