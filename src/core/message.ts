import type { LocalText } from './plan'

/** A sentence not yet said: its key in the catalogues and what goes into it. Renderers say it last (design decision 8). */
export interface Message<Key extends string = string> {
  readonly key: Key
  readonly params: MessageParams
}

export type MessageParams = Readonly<Record<string, MessageParam>>

/**
 * Shares are 0..1, money is yuan, areas are m2, days are yyyy-mm-dd: the placeholder says how it is shown. Lists are joined by the language's comma.
 * A part that is itself said in a language (a target's title, a sentence within a sentence) is a `LocalText` or a `Message`.
 */
export type MessageParam = string | number | boolean | null | LocalText | Message | readonly (string | LocalText | Message)[]

export type Language = 'zh-CN' | 'en'
