import type { Citation, Policy } from '../../src/core/plan'
import type { WordSpeech } from './words'

/** 依据：《文件》条款, and where asked for the document's own words in quotation marks. */
export function citationText({ source, clause, quote }: Citation, policy: Policy, { tell }: WordSpeech, withQuote = true): string {
  const title = policy.sources[source]?.title ?? source
  const named = tell('cite', { document: title.startsWith('《') ? title : `《${title}》`, clause }).trimEnd()
  return withQuote && quote !== '' ? tell('cite.quote', { cited: named, quote }) : named
}
