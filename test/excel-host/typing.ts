import { serialOfDay } from '../../src/core/day'
import type { Value } from './book'

export interface Typed {
  readonly value: Value | undefined
  readonly formula?: string
  /** The number format that Excel gives the cell by itself. */
  readonly numberFormat?: string
}

const ERRORS = new Set(['#N/A', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#NULL!'])

/**
 * Strings written to `Range.values` are taken as typed into the cell: formulas, numbers, dates, percentages and truth values are
 * converted, unless the cell's format is text.
 * Sources: [doc] excel/performance.md (a formula written through values), [doc] excel/excel-add-ins-ranges-set-get-values.md,
 * [unverified, known behaviour of a zh-CN Excel] which strings look like dates, 15 digits.
 */
export function typed(entry: string | number | boolean, format: string, dateSystem: 1900 | 1904): Typed {
  if (typeof entry !== 'string') return { value: entry }
  if (entry === '') return { value: undefined }
  if (format === '@') return { value: entry }
  if (entry.startsWith("'")) return { value: entry.slice(1) }
  if (/^=./.test(entry)) return { value: undefined, formula: entry }
  if (/^[+-][A-Za-z(]/.test(entry)) return { value: undefined, formula: `=${entry}` }
  if (/^(TRUE|FALSE)$/i.test(entry)) return { value: entry.toUpperCase() === 'TRUE' }
  if (ERRORS.has(entry)) return { value: { error: entry } }
  const plain = entry.normalize('NFKC').trim().replace(/^[¥$]/, '')
  if (/^[+-]?(\d{1,3}(,\d{3})+|\d+)(\.\d*)?(e[+-]?\d+)?$/i.test(plain) || /^[+-]?\.\d+$/.test(plain)) return { value: Number(Number(plain.replaceAll(',', '')).toPrecision(15)) }
  if (/^[+-]?\d+(\.\d+)?%$/.test(plain)) return { value: Number(plain.slice(0, -1)) / 100, numberFormat: '0%' }
  const day = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain)
  if (day !== null) return { value: serialOfDay(Number(day[1]), Number(day[2]), Number(day[3]), dateSystem), numberFormat: 'yyyy/m/d' }
  const month = /^(\d{4})[-/年](\d{1,2})月?$/.exec(plain)
  if (month !== null) return { value: serialOfDay(Number(month[1]), Number(month[2]), 1, dateSystem), numberFormat: 'yyyy"年"m"月"' }
  const monthDay = /^(\d{1,2})[-/月](\d{1,2})日?$/.exec(plain)
  if (monthDay !== null && Number(monthDay[1]) <= 12 && Number(monthDay[2]) <= 31) return { value: serialOfDay(2026, Number(monthDay[1]), Number(monthDay[2]), dateSystem), numberFormat: 'm"月"d"日"' }
  return { value: entry }
}
