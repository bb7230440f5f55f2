const NONE: readonly never[] = Object.freeze([])

/** A list that is kept: one that was filled item by item holds room for a dozen more, which tells where there are a hundred thousand of them. */
export function held<Item>(list: readonly Item[]): readonly Item[] {
  return list.length === 0 ? NONE : list.slice()
}
