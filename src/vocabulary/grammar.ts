/**
 * A word read as a chain of known pieces, always the longest piece first: 省委党校 + 研究生 + 在读.
 * What no piece covers stays visible as `unknown`, so a reader can refuse it. Nothing is ever found by "contains".
 */
export interface Piece<Kind extends string> {
  readonly kind: Kind | 'unknown'
  readonly text: string
}

export type Lexicon<Kind extends string> = (word: string) => readonly Piece<Kind>[]

/** Builds the chain reader from lists of words by kind. A word in two lists is a mistake of the table: the later list wins. */
export function lexicon<Kind extends string>(lists: Readonly<Record<Kind, readonly string[]>>): Lexicon<Kind> {
  const kinds = new Map<string, Kind>()
  let longest = 0
  for (const kind of Object.keys(lists) as Kind[]) {
    for (const word of lists[kind]) {
      kinds.set(word, kind)
      longest = Math.max(longest, word.length)
    }
  }
  return word => {
    const pieces: Piece<Kind>[] = []
    let unknownFrom = -1, at = 0
    const closeUnknown = () => {
      if (unknownFrom >= 0) pieces.push({ kind: 'unknown', text: word.slice(unknownFrom, at) })
      unknownFrom = -1
    }
    while (at < word.length) {
      let length = Math.min(longest, word.length - at), kind: Kind | undefined
      for (; length > 0; length--) {
        kind = kinds.get(word.slice(at, at + length))
        if (kind !== undefined) break
      }
      if (kind === undefined) {
        if (unknownFrom < 0) unknownFrom = at
        at++
      } else {
        closeUnknown()
        pieces.push({ kind, text: word.slice(at, at + length) })
        at += length
      }
    }
    closeUnknown()
    return pieces
  }
}

/** Splits off a code in front of a word: `21本科`, `01-中共党员`, `3.大专`. */
export function withoutCode(word: string): string {
  return word.replace(/^\(?\d{1,3}\)?[-.、:_,]?(?=[^\d.\-/年月岁人])/u, '')
}
