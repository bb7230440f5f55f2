import type { Language, Message, MessageParam, MessageParams } from '../core/message'
import type { LocalText } from '../core/plan'
import { formatParam } from './format'
import type { Format } from './format'
import { budgets } from './budgets'
import { hosts } from './hosts'
import { judging } from './judging'
import { reading } from './reading'

/** Every sentence of the pure part, in both languages side by side. The pane's own labels live in the pane. */
export const catalogue = { ...hosts, ...reading, ...judging, ...budgets }

export type MessageKey = keyof typeof catalogue

/** A message with a key that exists. */
export function message(key: MessageKey, params: MessageParams = {}): Message<MessageKey> {
  return { key, params }
}

const PLACEHOLDER = /\{(\w+)(?::(\w+))?(?:~(\w+))?\}/g

/** Says a message. A key that is not in the catalogue is a defect of this program and is shown as the key itself. */
export function say(what: Message, language: Language): string {
  const entry: LocalText | undefined = (catalogue as Readonly<Record<string, LocalText>>)[what.key]
  if (entry === undefined) return `${what.key} ${JSON.stringify(what.params)}`
  return sayText(entry, what.params, language)
}

/** Fills a text that is not in the catalogue: a program's own labels, in the same placeholders. */
export function sayText(entry: LocalText, params: MessageParams, language: Language): string {
  return entry[language].replace(PLACEHOLDER, (_all, name: string, format: Format | undefined, near: string | undefined) => {
    const value = spoken(params[name], language)
    const limit = near === undefined ? undefined : params[near]
    return value === undefined ? `{${name}}` : formatParam(value, format ?? 'number', language, typeof limit === 'number' ? limit : undefined)
  })
}

/** A sentence within a sentence is said first. */
function spoken(value: MessageParam | undefined, language: Language): MessageParam | undefined {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return (value as readonly (string | LocalText | Message)[]).map(each => (typeof each === 'object' && 'key' in each ? say(each, language) : each))
  return 'key' in value ? say(value, language) : value
}
