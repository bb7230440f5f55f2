/**
 * A word read as a chain of known pieces, with as few pieces as cover it: 省委党校 + 研究生 + 在读.
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
  // How long the words are that begin with a character, the longest first: most characters begin none, or few.
  const lengths = new Map<string, number[]>()
  for (const kind of Object.keys(lists) as Kind[]) {
    for (const word of lists[kind]) {
      kinds.set(word, kind)
      const first = word.charAt(0), known = lengths.get(first)
      if (known === undefined) lengths.set(first, [word.length])
      else if (!known.includes(word.length)) known.push(word.length)
    }
  }
  for (const known of lengths.values()) known.sort((a, b) => b - a)
  return word => {
    // From the end backwards: the chain with the fewest unknown characters, then the fewest pieces, then the longest first piece.
    const cost = new Array<number>(word.length + 1).fill(0)
    const step = new Array<number>(word.length + 1).fill(0)
    for (let at = word.length - 1; at >= 0; at--) {
      let best = (cost[at + 1] ?? 0) + UNKNOWN_COST, bestLength = 0
      for (const length of lengths.get(word.charAt(at)) ?? NO_LENGTHS) {
        if (length > word.length - at || !kinds.has(word.slice(at, at + length))) continue
        const total = (cost[at + length] ?? 0) + 1
        if (total < best) {
          best = total
          bestLength = length
        }
      }
      cost[at] = best
      step[at] = bestLength
    }
    const pieces: Piece<Kind>[] = []
    for (let at = 0; at < word.length;) {
      const length = step[at] ?? 0
      const text = word.slice(at, at + Math.max(length, 1))
      const last = pieces.at(-1)
      if (length === 0 && last?.kind === 'unknown') pieces[pieces.length - 1] = { kind: 'unknown', text: last.text + text }
      else pieces.push({ kind: length === 0 ? 'unknown' : kinds.get(text) ?? 'unknown', text })
      at += Math.max(length, 1)
    }
    return pieces
  }
}

const NO_LENGTHS: readonly number[] = []

/** One unknown character weighs more than any number of known pieces. */
const UNKNOWN_COST = 1000

/** Each front before each back, as whole words: 待 and 核实 make 待核实. */
export function joined(fronts: readonly string[], backs: readonly string[]): string[] {
  return fronts.flatMap(front => backs.map(back => front + back))
}

/** Splits off a code in front of a word: `21本科`, `01-中共党员`, `3.大专`. */
export function withoutCode(word: string): string {
  return word.replace(/^\(?\d{1,3}\)?[-.、:_,]?(?=[^\d.\-/年月岁人])/u, '')
}
