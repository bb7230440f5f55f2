/** Words of a column repeat: a roster of a million rows has perhaps forty ways of writing an education. */
const CAP = 20_000

/** Remembers what was made of a word, up to a cap, after which it starts again. The answers are shared objects: nobody may change them. */
export function rememberWords<Result>(read: (word: string) => Result): (word: string) => Result {
  let known = new Map<string, Result>()
  return word => {
    const found = known.get(word)
    if (found !== undefined) return found
    const made = read(word)
    if (known.size >= CAP) known = new Map()
    known.set(word, made)
    return made
  }
}
