import { isQuoted } from '../../src/core/plan'
import type { Citation, Policy } from '../../src/core/plan'
import type { WordSpeech } from './words'

/** 依据：《文件》条款, and where asked for the document's own words in quotation marks. */
export function citationText(
  { source, clause, quote, verified, seen }: Citation,
  policy: Policy,
  { tell }: WordSpeech,
  withQuote = true,
): string {
  if (seen === 'own') return tell('standard.own-flag')
  const title = policy.sources[source]?.title ?? source
  const named = tell('cite', { document: title.startsWith('《') ? title : `《${title}》`, clause }).trimEnd()
  if (!withQuote || quote === '') return named
  return isQuoted({ verified, ...(seen === undefined ? {} : { seen }) })
    ? tell('cite.quote', { cited: named, quote })
    : tell('cite.words', { cited: named, quote })
}
