import { understand } from '../../vocabulary/budget-words'
import type { PayPart } from '../../vocabulary/budget-words'

/** （含单位社保） behind a word: what the figure takes in, to be held against what the lists have. */
export function includedIn(text: string): { readonly rest: string; readonly part: PayPart | null } {
  const found = /[([（]含([^()（）]{1,12})[)\]）]/.exec(text), said = found === null ? [] : understand(found[1] ?? '').said.flatMap(each => each.part ?? [])
  const [part] = said
  return part === undefined || understand(found?.[1] ?? '').unknown.length > 0 ? { rest: text, part: null } : { rest: text.replace(found?.[0] ?? '', ''), part }
}
