/** A list whose items are made one by one as they are written: there may be hundreds of thousands. */
export class LazyList<Item> implements Iterable<object> {
  constructor(private readonly items: readonly Item[], private readonly shape: (item: Item) => object) {}

  *[Symbol.iterator](): Generator<object> {
    for (const item of this.items) yield this.shape(item)
  }

  /** Where all of it is wanted at once. */
  toJSON(): readonly object[] {
    return this.items.map(this.shape)
  }
}

/** The JSON text of an object, part by part: its lists of that kind an item at a time. Each part consists of whole tokens. */
export function* jsonParts(value: object): Generator<string> {
  const entries = Object.entries(value) as [string, unknown][]
  if (!entries.some(([, each]) => each instanceof LazyList)) {
    yield JSON.stringify(value)
    return
  }
  let before = '{'
  for (const [name, each] of entries) {
    if (each === undefined) continue
    const start = `${before}${JSON.stringify(name)}:`
    before = ','
    if (!(each instanceof LazyList)) yield start + JSON.stringify(each)
    else {
      let between = `${start}[`
      for (const item of each) {
        yield between + JSON.stringify(item)
        between = ','
      }
      yield between === ',' ? ']' : `${between}]`
    }
  }
  yield before === '{' ? '{}' : '}'
}
