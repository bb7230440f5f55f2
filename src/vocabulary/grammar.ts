/**
 * A word read as a chain of known pieces, with as few pieces as cover it: 省委党校 + 研究生 + 在读.
 * What no piece covers stays visible as `unknown`, so a reader can refuse it. Nothing is ever found by "contains".
 */
export interface Piece<Kind extends string> {
  readonly kind: Kind | 'unknown'
  readonly text: string
}

export type Lexicon<Kind extends string> = (word: string) => readonly Piece<Kind>[]

/** Words made of any of the fronts before any of the backs. Left apart until one is looked for: together they are many thousands. */
export interface MadeWords {
  readonly fronts: readonly string[]
  readonly backs: readonly string[]
}

/** Words that several lexicons share, less those that mean something else here. */
export interface SharedWords {
  readonly shared: readonly MadeWords[]
  readonly but?: (word: string) => boolean
  /** What belongs to them here alone. */
  readonly and?: readonly string[]
}

export type WordLists<Kind extends string> = Readonly<Record<Kind, readonly string[] | SharedWords>>

/**
 * Builds the chain reader from lists of words by kind. A word in two lists is a mistake of the table: the later list wins.
 * Of the many thousands of words only those are looked at whose first character is met in a text.
 */
export function lexicon<Kind extends string>(lists: WordLists<Kind> | (() => WordLists<Kind>)): Lexicon<Kind> {
  let tableOf: ((first: string) => Table<Kind>) | null = null
  return word => {
    tableOf ??= tables(typeof lists === 'function' ? lists() : lists)
    // From the end backwards: the chain with the fewest unknown characters, then the fewest pieces, then the longest first piece.
    const cost = new Array<number>(word.length + 1).fill(0)
    const step = new Array<number>(word.length + 1).fill(0)
    for (let at = word.length - 1; at >= 0; at--) {
      let best = (cost[at + 1] ?? 0) + UNKNOWN_COST, bestLength = 0
      const { lengths, kinds } = tableOf(word.charAt(at))
      for (const length of lengths) {
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
      else pieces.push({ kind: length === 0 ? 'unknown' : tableOf(text.charAt(0)).kinds.get(text) ?? 'unknown', text })
      at += Math.max(length, 1)
    }
    return pieces
  }
}

/** The words that begin with one character. */
interface Table<Kind extends string> {
  readonly kinds: ReadonlyMap<string, Kind>
  /** How long they are, the longest first. */
  readonly lengths: readonly number[]
}

const NO_WORDS: Table<never> = { kinds: new Map<string, never>(), lengths: [] }

function tables<Kind extends string>(lists: WordLists<Kind>): (first: string) => Table<Kind> {
  const sources = (Object.keys(lists) as Kind[]).flatMap(kind => sourcesOf(lists[kind]).map(words => ({ kind, words })))
  const known = new Map<string, Table<Kind>>()
  const made = (first: string): Table<Kind> => {
    const kinds = new Map<string, Kind>()
    for (const { kind, words } of sources) for (const word of words(first)) kinds.set(word, kind)
    return kinds.size === 0 ? NO_WORDS : { kinds, lengths: [...new Set([...kinds.keys()].map(word => word.length))].sort((a, b) => b - a) }
  }
  return first => {
    let table = known.get(first)
    if (table === undefined) known.set(first, table = made(first))
    return table
  }
}

/** The words that begin with a character. */
type ByInitial = (first: string) => readonly string[]

function sourcesOf(words: readonly string[] | SharedWords): ByInitial[] {
  if (!('shared' in words)) return [byInitial(words)]
  let shared = SHARED.get(words.shared)
  if (shared === undefined) SHARED.set(words.shared, shared = madeByInitial(words.shared))
  const all = shared, { but } = words
  return [but === undefined ? all : first => all(first).filter(word => !but(word)), byInitial(words.and ?? [])]
}

const SHARED = new WeakMap<readonly MadeWords[], ByInitial>()

function byInitial(words: readonly string[]): ByInitial {
  const found = new Map<string, string[]>()
  for (const word of words) {
    const first = word.charAt(0), known = found.get(first)
    if (known === undefined) found.set(first, [word])
    else known.push(word)
  }
  return first => found.get(first) ?? []
}

function madeByInitial(made: readonly MadeWords[]): ByInitial {
  const parts = made.map(({ fronts, backs }) => ({ fronts: byInitial(fronts), backs, bare: fronts.includes('') ? byInitial(backs) : null }))
  return first => parts.flatMap(({ fronts, backs, bare }) => [...joined(fronts(first), backs), ...(bare?.(first) ?? [])])
}

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
