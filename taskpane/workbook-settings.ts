import { decisionsFrom, isNothing } from '../src/core/decisions'
import type { Settings } from './session'
import { NO_CHOICES } from './shown'

/** Choices kept in the workbook itself, so that they travel with it; the language and the habits stay with the browser. No personal data. */
export function workbookSettings(browser: Settings, inside: { load(): Promise<unknown>; save(choices: unknown): Promise<void> }): Settings {
  return {
    language: browser.language,
    keepLanguage: language => { browser.keepLanguage(language) },
    get habit() { return browser.habit },
    keepHabit: habit => { browser.keepHabit(habit) },
    async choicesFor() {
      return decisionsFrom(await inside.load()) ?? NO_CHOICES
    },
    keepChoices: (_workbook, choices) => inside.save(isNothing(choices) ? null : choices),
  }
}
