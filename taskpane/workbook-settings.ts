import type { Settings } from './session'
import { NO_CHOICES } from './shown'
import type { Choices } from './shown'

/** Choices kept in the workbook itself, so that they travel with it; the language stays with the browser. No personal data. */
export function workbookSettings(browser: Settings, inside: { load(): Promise<unknown>; save(choices: unknown): Promise<void> }): Settings {
  return {
    language: browser.language,
    keepLanguage: language => { browser.keepLanguage(language) },
    async choicesFor() {
      const kept = await inside.load()
      return isChoices(kept) ? kept : NO_CHOICES
    },
    keepChoices: (_workbook, choices) => inside.save(isNothing(choices) ? null : choices),
  }
}

function isNothing(choices: Choices): boolean {
  return choices.policy === null && choices.asOf === null && Object.keys(choices.mapping).length === 0
}

function isChoices(value: unknown): value is Choices {
  return typeof value === 'object' && value !== null && 'policy' in value && 'asOf' in value && 'mapping' in value && typeof value.mapping === 'object' && value.mapping !== null
}
