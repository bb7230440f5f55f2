import { isSameWorkbook } from '../src/core/workbook-key'
import type { WorkbookKey } from '../src/core/workbook-key'
import type { Language } from '../src/core/message'
import { decisionsFrom } from '../src/core/decisions'
import { NO_CHOICES } from './shown'
import type { Choices } from './shown'
import type { Settings } from './session'
import type { FindingsHabit } from './list-state'

const LANGUAGE = 'plancheck.language'
const HABIT = 'plancheck.findings'
const CHOICES = 'plancheck.choices.2'
/** Workbooks whose choices are remembered; the oldest is forgotten first. */
const MOST = 30

/**
 * Choices kept in the browser: the language, how the findings are grouped and filtered, and for each workbook, known by its layout and a sketch of its words and never by its name, the
 * standard, the day and the corrections. No cell content and no personal data; what a person typed (acceptances, reasons of own numbers) lives for the visit alone. A browser that keeps nothing (private windows) works the same, once.
 */
export function browserSettings(storage: Pick<Storage, 'getItem' | 'setItem'>, preferred: string = navigator.language): Settings {
  const visit: { readonly key: WorkbookKey; readonly accepted: Choices['accepted']; readonly numbers: Choices['numbers'] }[] = []
  const all = () => parsed(attempt(() => storage.getItem(CHOICES)))
  let spoken = languageOf(attempt(() => storage.getItem(LANGUAGE)) ?? preferred)
  return {
    get language() { return spoken },
    keepLanguage(language) {
      spoken = language
      attempt(() => storage.setItem(LANGUAGE, language))
    },
    get habit() { return habitFrom(attempt(() => JSON.parse(storage.getItem(HABIT) ?? 'null') as unknown)) },
    keepHabit(habit) {
      attempt(() => storage.setItem(HABIT, JSON.stringify(habit)))
    },
    choicesFor(workbook) {
      const kept = all().find(([key]) => isSameWorkbook(key, workbook))?.[1] ?? NO_CHOICES
      const { accepted, numbers } = visit.findLast(({ key }) => isSameWorkbook(key, workbook)) ?? {}
      return Promise.resolve({ ...kept, ...(accepted === undefined ? {} : { accepted }), ...(numbers === undefined ? {} : { numbers }) })
    },
    keepChoices(workbook, { accepted, numbers, ...choices }) {
      visit.push({ key: workbook, accepted, numbers })
      // The numbers are kept, the words that explain them are not.
      const kept = numbers === undefined || numbers.length === 0 ? choices : { ...choices, numbers: numbers.map(number => ({ ...number, reason: '' })) }
      const others = all().filter(([key]) => !isSameWorkbook(key, workbook))
      attempt(() => storage.setItem(CHOICES, JSON.stringify([[workbook, kept], ...others].slice(0, MOST))))
      return Promise.resolve()
    },
  }
}

/** Chinese unless the browser or Office asks for something else. */
export function languageOf(tag: string): Language {
  return /^zh\b/i.test(tag) ? 'zh-CN' : /^en\b/i.test(tag) ? 'en' : 'zh-CN'
}

function habitFrom(value: unknown): FindingsHabit {
  const { by, severities } = (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>
  const kept = new Set<unknown>(Array.isArray(severities) ? severities : [])
  return { by: by === 'community' ? by : 'cause', severities: (['error', 'warning', 'info'] as const).filter(each => kept.has(each)) }
}

/** Storage may be forbidden, full or gone: the pane then keeps nothing, and that stops nothing. */
function attempt<T>(use: () => T): T | null {
  try {
    return use()
  } catch {
    return null
  }
}

function parsed(text: string | null): readonly (readonly [WorkbookKey, Choices])[] {
  if (text === null) return []
  const value: unknown = attempt(() => JSON.parse(text) as unknown)
  if (!Array.isArray(value)) return []
  return value.flatMap((entry: unknown): (readonly [WorkbookKey, Choices])[] => {
    const [key, kept] = Array.isArray(entry) ? (entry as readonly unknown[]) : []
    const choices = decisionsFrom(kept)
    return isKey(key) && choices !== null ? [[key, choices]] : []
  })
}

function isKey(value: unknown): value is WorkbookKey {
  if (typeof value !== 'object' || value === null) return false
  const { layout, sketch } = value as Readonly<Record<string, unknown>>
  return typeof layout === 'string' && Array.isArray(sketch) && sketch.every(each => typeof each === 'string')
}
