import type { Language, Message, MessageParam, MessageParams } from '../core/message'
import type { LocalText } from '../core/plan'
import { formatParam } from './format'
import type { Format } from './format'
import type { PlaceholderParams } from './placeholders'
import { across } from './across'
import { audit } from './audit'
import { bounds } from './bounds'
import { budgets } from './budgets'
import { checked } from './checked'
import { hosts } from './hosts'
import { judging } from './judging'
import { layouts } from './layouts'
import { outlook } from './outlook'
import { ownFill } from './own-fill'
import { premises } from './premises'
import { people } from './people'
import { reading } from './reading'
import { titles } from './titles'
import { totals } from './totals'

export { columnWords } from './columns'

/** Every sentence of the pure part, in both languages side by side. The pane's own labels live in the pane. */
export const catalogue = {
  ...hosts,
  ...bounds,
  ...reading,
  ...judging,
  ...budgets,
  ...ownFill,
  ...audit,
  ...checked,
  ...outlook,
  ...premises,
  ...people,
  ...layouts,
  ...totals,
  ...across,
  ...titles,
}

export type MessageKey = keyof typeof catalogue

/** What goes into a sentence of either language; of several keys, what goes into any of them. */
export type ParamsOf<K extends MessageKey> = PlaceholderParams<(typeof catalogue)[K]['zh-CN' | 'en']>

/** Nothing where the sentence names nothing. */
type Given<K extends MessageKey> = [keyof ParamsOf<K>] extends [never] ? [params?: Record<string, never>] : [params: ParamsOf<K>]

/** A message with a key that exists, and with all that its sentence names: the compiler holds the two against each other. */
export function message<K extends MessageKey>(key: K, ...[params]: Given<K>): Message<K> {
  return { key, params: params ?? {} }
}

/** A message whose key is worked out, from an id or a note: what its sentence names is not held against what it is given. */
export function messageNamed(key: MessageKey, params: MessageParams = {}): Message<MessageKey> {
  return { key, params }
}

/** Says messages by their key in one language. */
export function saying(language: Language): <K extends MessageKey>(key: K, ...given: Given<K>) => string {
  return (key, ...given) => say(message(key, ...given), language)
}

/** `{name:format~near}` shows a value; `{count#person#people}` chooses a word by number. */
const PLACEHOLDER = /\{(\w+)(?:#([^#}]*)#([^}]*)|(?::(\w+))?(?:~(\w+))?)\}/g

/** Says a message. A key that is not in the catalogue is a defect of this program and is shown as the key itself. */
export function say(what: Message, language: Language): string {
  const entry: LocalText | undefined = (catalogue as Readonly<Record<string, LocalText>>)[what.key]
  if (entry === undefined) return `${what.key} ${JSON.stringify(what.params)}`
  return sayText(entry, what.params, language)
}

/** A placeholder of a text, taken apart. */
interface Slot {
  readonly name: string
  readonly format: Format
  /** A parameter's name, or a number. */
  readonly near: string | null
  /** The word for one and the word for any other number; `null`: the value itself is shown. */
  readonly byNumber: readonly [string, string] | null
}

/** Texts taken apart once: a large report says the same sentence a hundred thousand times. */
const taken = new Map<string, readonly (string | Slot)[]>()

function takeApart(text: string): readonly (string | Slot)[] {
  const parts: (string | Slot)[] = []
  let end = 0
  for (const match of text.matchAll(PLACEHOLDER)) {
    if (match.index > end) parts.push(text.slice(end, match.index))
    const [, name = '', one, many, format, near] = match
    parts.push({ name, format: (format as Format | undefined) ?? 'number', near: near ?? null, byNumber: one === undefined || many === undefined ? null : [one, many] })
    end = match.index + match[0].length
  }
  if (end < text.length) parts.push(text.slice(end))
  taken.set(text, parts)
  return parts
}

/** Fills a text that is not in the catalogue: a program's own labels, in the same placeholders. */
export function sayText(entry: LocalText, params: MessageParams, language: Language): string {
  const text = entry[language]
  let said = ''
  for (const part of taken.get(text) ?? takeApart(text)) {
    if (typeof part === 'string') {
      said += part
      continue
    }
    if (part.byNumber !== null) {
      said += part.byNumber[params[part.name] === 1 ? 0 : 1]
      continue
    }
    const value = spoken(params[part.name], language), limit = part.near === null ? undefined : /^\d+$/.test(part.near) ? Number(part.near) : params[part.near]
    said += value === undefined ? `{${part.name}}` : formatParam(value, part.format, language, typeof limit === 'number' ? limit : undefined)
  }
  return said
}

/** A sentence within a sentence is said first. */
function spoken(value: MessageParam | undefined, language: Language): MessageParam | undefined {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return (value as readonly (string | LocalText | Message)[]).map(each => (typeof each === 'object' && 'key' in each ? say(each, language) : each))
  return 'key' in value ? say(value, language) : value
}
