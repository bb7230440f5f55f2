import { isCellError } from '../src/core/cell'
import type { CellValue } from '../src/core/cell'
import { dayOfSerial } from '../src/core/day'

/**
 * A cell as Excel would show it, near enough to recognise one's own sheet: numbers, percentages, Chinese and
 * western dates, text. Formats are compiled once; what is not understood is shown as General, never wrong on purpose.
 */
export function cellText(value: CellValue, format: string, dateSystem: 1900 | 1904): string {
  if (value === null) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (isCellError(value)) return value.error
  let compiled = cache.get(format)
  if (compiled === undefined) {
    compiled = compile(format)
    cache.set(format, compiled)
  }
  return compiled(value, dateSystem)
}

type Shower = (value: number, dateSystem: 1900 | 1904) => string

const cache = new Map<string, Shower>()

function compile(format: string): Shower {
  if (format === '' || /^general$/i.test(format)) return general
  const written = splitSections(format)
  const [positive = general, negative, zero] = written.map(compileSection)
  const dated = isDate(tokens(written[0] ?? ''))
  return (value, dateSystem) => {
    // There is no day before the first one.
    if (value < 0 && dated) return general(value)
    if (value < 0 && negative !== undefined) return negative(-value, dateSystem)
    if (value === 0 && zero !== undefined) return zero(value, dateSystem)
    const shown = positive(Math.abs(value), dateSystem)
    return value < 0 ? `-${shown}` : shown
  }
}

/** At most eleven digits, as a cell of ordinary width shows them. */
function general(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e11) return String(value)
  if (Math.abs(value) >= 1e11 || (value !== 0 && Math.abs(value) < 1e-9)) return value.toExponential(5).replace(/\.?0+e/, 'E').replace('e', 'E').replace(/E([+-])(\d)$/, 'E$10$2')
  const whole = String(Math.trunc(Math.abs(value))).length
  return String(Number(value.toFixed(Math.max(0, 10 - whole))))
}

function splitSections(format: string): string[] {
  const sections = ['']
  for (let i = 0; i < format.length; i++) {
    const char = format.charAt(i)
    let piece = char
    if (char === '"') {
      const end = format.indexOf('"', i + 1)
      piece = format.slice(i, end < 0 ? undefined : end + 1)
      i = end < 0 ? format.length : end
    } else if (char === '\\') {
      piece = format.slice(i, i + 2)
      i++
    } else if (char === ';') {
      sections.push('')
      continue
    }
    sections[sections.length - 1] += piece
  }
  return sections
}

type Token = { readonly kind: 'literal' | 'date' | 'digits' | 'percent' | 'text' | 'elapsed' | 'half'; readonly text: string }

/** Date letters and digit places, everything else literal. */
function tokens(section: string): Token[] {
  const found: Token[] = []
  const pattern = /"([^"]*)"|\\(.)|_.|\*.|\[(h+|m+|s+)\]|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|(AM\/PM|A\/P|上午\/下午)|([yY]+|[mM]+|[dD]+|[hH]+|[sS]+(?:\.0+)?)|([0#?][0#?,]*(?:\.[0#?]*)?(?:E[+-]0+)?|\.[0#?]+)|(%)|(@)|(General)|([^])/gi
  for (const match of section.matchAll(pattern)) {
    const [whole, quoted, escaped, elapsed, currency, half, date, digits, percent, text, plain, other] = match
    if (quoted !== undefined) found.push({ kind: 'literal', text: quoted })
    else if (escaped !== undefined) found.push({ kind: 'literal', text: escaped })
    else if (elapsed !== undefined) found.push({ kind: 'elapsed', text: elapsed.toLowerCase() })
    else if (currency !== undefined) found.push({ kind: 'literal', text: currency })
    else if (half !== undefined) found.push({ kind: 'half', text: half })
    else if (date !== undefined) found.push({ kind: 'date', text: date.toLowerCase() })
    else if (digits !== undefined || plain !== undefined) found.push({ kind: 'digits', text: plain === undefined ? whole : 'General' })
    else if (percent !== undefined) found.push({ kind: 'percent', text: '%' })
    else if (text !== undefined) found.push({ kind: 'text', text: '@' })
    else if (other !== undefined) found.push({ kind: 'literal', text: other })
    else if (whole.startsWith('_')) found.push({ kind: 'literal', text: ' ' })
  }
  return found
}

function isDate(parts: readonly Token[]): boolean {
  return parts.some(({ kind }) => kind === 'date' || kind === 'elapsed' || kind === 'half')
}

function compileSection(section: string): Shower {
  const parts = tokens(section)
  if (isDate(parts)) return dateShower(parts)
  if (parts.some(({ kind }) => kind === 'text')) return value => parts.map(part => (part.kind === 'text' ? general(value) : part.text)).join('')
  // A fraction such as `# ?/?` is shown as a plain number: its value is what matters.
  if (parts.filter(({ kind }) => kind === 'digits').length > 1) return general
  const scale = 100 ** parts.filter(({ kind }) => kind === 'percent').length
  return value => parts.map(part => (part.kind === 'digits' ? digitsText(value * scale, part.text) : part.text)).join('').trim()
}

function digitsText(value: number, places: string): string {
  if (places === 'General') return general(value)
  const exponent = /E[+-](0+)$/i.exec(places)
  const mantissa = exponent === null ? places : places.slice(0, exponent.index)
  const [whole = '', rest = ''] = mantissa.split('.')
  const decimals = rest.length
  if (exponent !== null) {
    const [digits = '0', power = '+0'] = value.toExponential(decimals).split('e')
    return `${digits}E${power.startsWith('-') ? '-' : '+'}${power.slice(1).padStart(exponent[1]?.length ?? 2, '0')}`
  }
  // Commas at the end divide by a thousand each; one inside groups.
  const thousands = /,+$/.exec(whole)?.[0].length ?? 0
  const scaled = value / 1000 ** thousands
  const rounded = (Math.round((scaled + Number.EPSILON * scaled) * 10 ** decimals) / 10 ** decimals).toFixed(decimals)
  const [integer = '0', fraction = ''] = rounded.split('.')
  const least = (whole.match(/0/g) ?? []).length
  const bare = integer === '0' && least === 0 ? '' : integer.padStart(least, '0')
  const grouped = whole.slice(0, whole.length - thousands).includes(',') ? bare.replace(/\B(?=(\d{3})+$)/g, ',') : bare
  const kept = trimOptional(fraction, rest)
  return decimals === 0 ? grouped : `${grouped}.${kept}`
}

/** `#` places drop their trailing zeros; `0` places keep them. */
function trimOptional(fraction: string, places: string): string {
  let end = fraction.length
  while (end > 0 && fraction[end - 1] === '0' && places[end - 1] !== '0') end--
  return fraction.slice(0, end)
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const WEEKDAYS = ['Sat', 'Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri']

function dateShower(parts: readonly Token[]): Shower {
  const halves = parts.some(({ kind }) => kind === 'half')
  return (value, dateSystem) => {
    // Seconds are rounded first, or 23:59:59.9 would show a minute that has passed as one that has not.
    const seconds = Math.round(value * 86_400)
    const day = dayOfSerial(Math.floor(seconds / 86_400), dateSystem)
    if (day === null) return general(value)
    const ofDay = seconds % 86_400, hour = Math.floor(ofDay / 3600), minute = Math.floor(ofDay / 60) % 60, second = ofDay % 60
    const shown = (part: Token, i: number): string => {
      if (part.kind === 'half') return part.text.includes('午') ? (hour < 12 ? '上午' : '下午') : hour < 12 ? 'AM' : 'PM'
      if (part.kind === 'elapsed') return String(Math.floor(part.text.startsWith('h') ? seconds / 3600 : part.text.startsWith('m') ? seconds / 60 : seconds)).padStart(part.text.length, '0')
      if (part.kind !== 'date') return part.text
      const { text } = part
      switch (text.charAt(0)) {
        case 'y': return text.length <= 2 ? String(day.year % 100).padStart(2, '0') : String(day.year)
        case 'd': return text.length <= 2 ? String(day.day).padStart(text.length, '0') : WEEKDAYS[Math.floor(seconds / 86_400) % 7] ?? ''
        case 'h': return String(halves ? hour % 12 || 12 : hour).padStart(Math.min(2, text.length), '0')
        case 's': return String(second).padStart(text.startsWith('ss') ? 2 : 1, '0')
        default:
          if (isMinute(parts, i)) return String(minute).padStart(Math.min(2, text.length), '0')
          return text.length <= 2 ? String(day.month).padStart(text.length, '0') : MONTHS[day.month - 1] ?? ''
      }
    }
    return parts.map(shown).join('')
  }
}

/** `m` means minutes after hours or before seconds, else months. */
function isMinute(parts: readonly Token[], i: number): boolean {
  const before = parts.slice(0, i).findLast(({ kind }) => kind === 'date' || kind === 'elapsed')
  const after = parts.slice(i + 1).find(({ kind }) => kind === 'date')
  return before?.text.startsWith('h') === true || after?.text.startsWith('s') === true
}
