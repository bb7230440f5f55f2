import type { MoneyUnit } from '../../vocabulary/money'

/** 万元 in one of each unit. */
export const WAN_PER: Readonly<Record<MoneyUnit, number>> = { 元: 1e-4, 千元: 0.1, 万元: 1, 亿元: 1e4 }

/** An expression in 万元 said in another unit. */
export function inUnit(expression: string, unit: MoneyUnit): string {
  const each = WAN_PER[unit]
  if (each === 1) return expression
  const simple = /^[^-+*/&=<>]+$/.test(expression) ? expression : `(${expression})`
  return each < 1 ? `${simple}*${String(Math.round(1 / each))}` : `${simple}/${String(each)}`
}
