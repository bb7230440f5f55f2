import type { CellContent } from '../src/core/cell'
import { isRealDay, serialOfDay } from '../src/core/day'

/** More digits than a number keeps: an identity or a card number stays text. */
const MOST_DIGITS = 15
const NUMBER = /^[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?(?:e[-+]?\d{1,3})?$/i
const DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/

/**
 * What a text means that a person types into a cell, as a spreadsheet takes it: nothing, a number, a day where the cell shows days, a formula,
 * a text. Nothing typed is lost: long numbers and those with leading zeros stay text, and a leading apostrophe makes text of anything.
 * A formula comes without a value.
 */
export function typedContent(text: string, format: string, dateSystem: 1900 | 1904): CellContent {
  if (text === '') return null
  if (text.startsWith("'")) return text.slice(1)
  if (format === '@') return text
  const trimmed = text.trim()
  if (/^[=＝]./.test(trimmed)) return { formula: `=${trimmed.slice(1)}`, value: null }
  const number = typedNumber(trimmed)
  if (number !== null) return number
  const day = /[yd]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]/g, '')) ? DAY.exec(trimmed) : null
  if (day !== null) {
    const [year = 0, month = 0, date = 0] = day.slice(1).map(Number)
    if (isRealDay(year, month, date)) return serialOfDay(year, month, date, dateSystem)
  }
  return /^(?:true|false)$/i.test(trimmed) ? trimmed.toLowerCase() === 'true' : text
}

/** A number as people type it: grouped, full width, in per cent; `null` for anything else. */
export function typedNumber(text: string): number | null {
  const plain = text.trim().replace(/[０-９．，％－＋]/g, char => String.fromCharCode(char.charCodeAt(0) - 0xfee0)).replace(/^−/, '-')
  const share = plain.endsWith('%'), digits = share ? plain.slice(0, -1) : plain
  if (!/\d/.test(digits) || !NUMBER.test(digits)) return null
  const bare = digits.replaceAll(',', '')
  if (bare.replace(/e.*$/i, '').replace(/\D/g, '').length > MOST_DIGITS || /^[-+]?0\d/.test(bare)) return null
  const value = Number(bare)
  return Number.isFinite(value) ? (share ? Number((value / 100).toPrecision(15)) : value) : null
}
