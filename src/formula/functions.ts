import type { CellError, CellValue } from '../core/cell'
import { isCellError } from '../core/cell'
import { dayOfSerial, serialOfDay } from '../core/day'
import { DIV0, NUM, VALUE, toNumber, toText } from './values'

/** A function of plain values: in an array formula it is taken element by element. */
export type PlainFunction = (args: readonly CellValue[], dateSystem: 1900 | 1904) => CellValue

export const PLAIN_FUNCTIONS: Readonly<Record<string, PlainFunction>> = {
  ROUND: numbers((value, digits = 0) => round(value, digits, Math.round)),
  ROUNDUP: numbers((value, digits = 0) => round(value, digits, Math.ceil)),
  ROUNDDOWN: numbers((value, digits = 0) => round(value, digits, Math.floor)),
  INT: numbers(value => Math.floor(value)),
  ABS: numbers(value => Math.abs(value)),
  MOD: numbers((value, divisor = 0) => (divisor === 0 ? DIV0 : value - divisor * Math.floor(value / divisor))),
  LEN: ([value]) => texts([value], text => text.length),
  UPPER: ([value]) => texts([value], text => text.toUpperCase()),
  LOWER: ([value]) => texts([value], text => text.toLowerCase()),
  TRIM: ([value]) => texts([value], text => text.replace(/^ +| +$/g, '').replace(/ {2,}/g, ' ')),
  LEFT: ([value, count = 1]) => part(value, 1, count),
  MID: ([value, start = 1, count = 0]) => part(value, start, count),
  RIGHT: ([value, count = 1]) =>
    texts([value], text => {
      const length = toNumber(count)
      return typeof length !== 'number' ? length : length < 0 ? VALUE : text.slice(Math.max(0, text.length - Math.floor(length)))
    }),
  VALUE: ([value = null]) => toNumber(value),
  N: ([value = null]) =>
    typeof value === 'number' || (value !== null && isCellError(value)) ? value : typeof value === 'boolean' ? Number(value) : 0,
  ISNUMBER: ([value]) => typeof value === 'number',
  ISTEXT: ([value]) => typeof value === 'string',
  ISBLANK: ([value]) => value === null || value === undefined,
  ISERROR: ([value = null]) => isCellError(value),
  DATE: (args, dateSystem) => withNumbers(args, (year, month = 0, day = 0) => date(year, month, day, dateSystem)),
  YEAR: (args, dateSystem) => withNumbers(args, serial => dayOfSerial(serial, dateSystem)?.year ?? NUM),
  MONTH: (args, dateSystem) => withNumbers(args, serial => dayOfSerial(serial, dateSystem)?.month ?? NUM),
  DAY: (args, dateSystem) => withNumbers(args, serial => dayOfSerial(serial, dateSystem)?.day ?? NUM),
  DATEDIF: ([from = null, to = null, unit = null], dateSystem) =>
    withNumbers([from, to], (start, end = 0) => dateDifference(start, end, toText(unit), dateSystem)),
}

function numbers(compute: (first: number, second?: number) => number | CellError): PlainFunction {
  return args => withNumbers(args, compute)
}

function withNumbers(
  args: readonly CellValue[],
  compute: (first: number, second?: number, third?: number) => number | CellError,
): number | CellError {
  const read: number[] = []
  for (const argument of args) {
    const number = toNumber(argument)
    if (typeof number !== 'number') return number
    read.push(number)
  }
  const [first = 0, ...rest] = read
  const result = compute(first, ...rest)
  return typeof result === 'number' && !Number.isFinite(result) ? NUM : result
}

function texts(args: readonly (CellValue | undefined)[], compute: (text: string) => string | number | CellError): CellValue {
  const text = toText(args[0] ?? null)
  return typeof text === 'string' ? compute(text) : text
}

function part(value: CellValue | undefined, start: CellValue, count: CellValue): CellValue {
  return texts([value], text => {
    const from = toNumber(start), length = toNumber(count)
    if (typeof from !== 'number') return from
    if (typeof length !== 'number') return length
    if (from < 1 || length < 0) return VALUE
    return text.slice(Math.floor(from) - 1, Math.floor(from) - 1 + Math.floor(length))
  })
}

/** Rounds as a person does: 1.005 to two digits is 1.01, and halves go away from zero. */
function round(value: number, digits: number, how: (value: number) => number): number {
  const scale = 10 ** Math.trunc(digits)
  const size = Number((Math.abs(value) * scale).toPrecision(15))
  return (Math.sign(value) * how(size)) / scale
}

/** DATE: months and days may run over, years below 1900 count from 1900. */
function date(year: number, month: number, day: number, dateSystem: 1900 | 1904): number | CellError {
  const wholeYear = Math.trunc(year) + (Math.trunc(year) < 1900 ? 1900 : 0)
  const months = wholeYear * 12 + Math.trunc(month) - 1
  const serial = serialOfDay(Math.floor(months / 12), months - Math.floor(months / 12) * 12 + 1, 1, dateSystem) + Math.trunc(day) - 1
  return serial < 0 ? NUM : serial
}

function dateDifference(start: number, end: number, unit: string | CellError, dateSystem: 1900 | 1904): number | CellError {
  if (typeof unit !== 'string') return unit
  const a = dayOfSerial(start, dateSystem), b = dayOfSerial(end, dateSystem)
  if (a === null || b === null || Math.floor(start) > Math.floor(end)) return NUM
  const months = (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0)
  switch (unit.toUpperCase()) {
    case 'Y':
      return Math.floor(months / 12)
    case 'M':
      return months
    case 'D':
      return Math.floor(end) - Math.floor(start)
    case 'YM':
      return ((months % 12) + 12) % 12
    default:
      return NUM
  }
}

