import { isQuoted, seenOf } from '../core/plan'
import type { Citation } from '../core/plan'
import type { Language } from '../core/message'
import { message, say } from '../messages'

/** How a value was seen, in words: empty where it was compared with the document. */
export function seenWord(citation: Pick<Citation, 'seen' | 'verified'> | null | undefined, language: Language): string {
  if (citation === null || citation === undefined) return ''
  const seen = seenOf(citation)
  return seen === 'original' ? '' : say(message(`report.seen.${seen}`), language)
}

/** The words of a value: in quotation marks only where they were seen as such. */
export function quotedWords(citation: Pick<Citation, 'quote' | 'seen' | 'verified'>): string {
  if (seenOf(citation) === 'own') return ''
  return isQuoted(citation) ? `“${citation.quote}”` : citation.quote
}
