import type { Language, Message, MessageParams } from '../../core/message'
import { say, sayText } from '../../messages'
import { documents } from '../../messages/documents'

export type DocumentWord = keyof typeof documents

/** How the words of one document are said. */
export interface Speech {
  readonly language: Language
  /** A word of the documents. */
  readonly word: (key: DocumentWord, params?: MessageParams) => string
  /** A sentence of the catalogue. */
  readonly say: (what: Message) => string
}

export function speechIn(language: Language): Speech {
  return { language, word: (key, params = {}) => sayText(documents[key], params, language), say: what => say(what, language) }
}
