import type { Language } from '../src/core/message'
import { choicesFrom } from './choices'
import { NO_CHOICES } from './shown'
import type { Choices } from './shown'
import type { Settings } from './session'

const LANGUAGE = 'plancheck.language'
const CHOICES = 'plancheck.choices'
/** Workbooks whose choices are remembered; the oldest is forgotten first. */
const MOST = 30

/**
 * Choices kept in the browser: the language, and for each file name the standard, the day and the corrections.
 * No cell content and no personal data; acceptances hold words that a person typed and live for the visit alone. A browser that keeps nothing (private windows) works the same, once.
 */
export function browserSettings(storage: Pick<Storage, 'getItem' | 'setItem'>, preferred: string = navigator.language): Settings {
  const accepted = new Map<string, Choices['accepted']>()
  const all = () => parsed(attempt(() => storage.getItem(CHOICES)))
  return {
    language: languageOf(attempt(() => storage.getItem(LANGUAGE)) ?? preferred),
    keepLanguage(language) {
      attempt(() => storage.setItem(LANGUAGE, language))
    },
    choicesFor(workbook) {
      const kept = all().find(([name]) => name === workbook)?.[1] ?? NO_CHOICES, acceptances = accepted.get(workbook)
      return Promise.resolve(acceptances === undefined ? kept : { ...kept, accepted: acceptances })
    },
    keepChoices(workbook, { accepted: acceptances, ...choices }) {
      accepted.set(workbook, acceptances)
      const others = all().filter(([name]) => name !== workbook)
      attempt(() => storage.setItem(CHOICES, JSON.stringify([[workbook, choices], ...others].slice(0, MOST))))
      return Promise.resolve()
    },
  }
}

/** Chinese unless the browser or Office asks for something else. */
export function languageOf(tag: string): Language {
  return /^zh\b/i.test(tag) ? 'zh-CN' : /^en\b/i.test(tag) ? 'en' : 'zh-CN'
}

/** Storage may be forbidden, full or gone: the pane then keeps nothing, and that stops nothing. */
function attempt<T>(use: () => T): T | null {
  try {
    return use()
  } catch {
    return null
  }
}

function parsed(text: string | null): readonly (readonly [string, Choices])[] {
  if (text === null) return []
  const value: unknown = attempt(() => JSON.parse(text) as unknown)
  if (!Array.isArray(value)) return []
  return value.flatMap((entry: unknown): (readonly [string, Choices])[] => {
    const [name, kept] = Array.isArray(entry) ? (entry as readonly unknown[]) : []
    const choices = choicesFrom(kept)
    return typeof name === 'string' && choices !== null ? [[name, choices]] : []
  })
}
