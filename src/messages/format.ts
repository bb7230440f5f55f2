import type { Language, MessageParam } from '../core/message'

/** How a placeholder is shown: `{actual:share}`, or `{actual:share~expected}` to keep a near miss from looking like a hit, `{gap:age~0}` to keep a small gap from looking like none. */
export type Format = 'number' | 'ratio' | 'share' | 'age' | 'area' | 'wan' | 'yuan' | 'count' | 'text'

const DECIMALS: Readonly<Record<Format, number>> = { number: 4, ratio: 2, share: 1, age: 1, area: 2, wan: 2, yuan: 2, count: 0, text: 0 }
/** Formats that always show their decimals; the others drop trailing zeros. */
const FIXED: ReadonlySet<Format> = new Set<Format>(['share', 'age'])
const MINUS = '−'

/**
 * A value as the person reads it: thousands separators, true minus sign, unit left to the sentence except `%`.
 * @param near a value it must not be rounded onto or across: 45.04 beside 45 is shown as 45.04
 */
export function formatParam(value: MessageParam, format: Format, language: Language, near?: number): string {
  if (value === null) return language === 'en' ? 'unknown' : '不详'
  if (typeof value === 'boolean') return language === 'en' ? (value ? 'yes' : 'no') : value ? '是' : '否'
  if (isList(value)) return value.map(each => formatParam(each, 'text', language)).join(language === 'en' ? ', ' : '、')
  if (typeof value === 'object') return 'key' in value ? value.key : value[language]
  if (typeof value === 'string') return value
  if (!Number.isFinite(value)) return String(value)
  const scale = format === 'share' ? 100 : format === 'wan' ? 1 / 10_000 : 1
  const shown = value * scale, limit = near === undefined ? undefined : near * scale
  let decimals = DECIMALS[format]
  if (limit !== undefined && shown !== limit)
    while (decimals < 10 && side(Number(shown.toFixed(decimals)), limit) !== side(shown, limit)) decimals++
  return digits(shown, decimals, FIXED.has(format)) + (format === 'share' ? '%' : '')
}

/** `Array.isArray` does not narrow a readonly list. */
function isList(value: MessageParam): value is Extract<MessageParam, readonly unknown[]> {
  return Array.isArray(value)
}

function side(value: number, limit: number): number {
  return Math.sign(value - limit)
}

function digits(value: number, decimals: number, fixed: boolean): string {
  // Most numbers of a report are small counts, and a large report has a million of them.
  if (!fixed && value >= 0 && value < 1000 && Number.isInteger(value)) return String(value)
  // toFixed rounds the binary value; the nudge makes 71.45 come out as a person rounds it.
  const rounded = (Math.round((Math.abs(value) + Number.EPSILON * Math.abs(value)) * 10 ** decimals) / 10 ** decimals).toFixed(decimals)
  const [whole = '0', rest = ''] = rounded.split('.')
  const decimalsShown = fixed ? rest : !rest.endsWith('0') ? rest : rest.replace(/0+$/, '')
  const grouped = whole.length < 4 ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ',')
  const negative = value < 0 && Number(rounded) !== 0
  return (negative ? MINUS : '') + grouped + (decimalsShown === '' ? '' : `.${decimalsShown}`)
}
