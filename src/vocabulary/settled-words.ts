import type { BudgetMeaning } from '../core/budget-meaning'
import { normalise } from './normalise'

/** Each meaning as a word that the budget vocabulary knows: a settled word is read as if this stood in its place. */
export const MEANT: Readonly<Record<BudgetMeaning, string>> = {
  none: '', formal: '正式人员', contracted: '聘用人员', persons: '人数', amount: '金额', 'unit-cost': '人均经费', running: '公用经费', subsidy: '财政补贴',
  'task-money': '费随事转', 'paid-service': '有偿服务收入', remainder: '镇财政承担', 'usable-area': '使用面积', 'built-area': '建筑面积',
}

/** Reads a text with the person's words replaced by what they mean; longer words first. */
export function settledText(words: Readonly<Record<string, BudgetMeaning>> | undefined): (text: string) => string {
  const known = Object.entries(words ?? {}).map(([word, meaning]) => [normalise(word), MEANT[meaning]] as const).filter(([word]) => word !== '')
  known.sort(([a], [b]) => b.length - a.length)
  return text => known.reduce((rest, [word, meant]) => rest.replaceAll(word, meant), text)
}
