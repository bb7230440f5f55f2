/** What the client itself says about its classes, read from its prototypes when a test runs: never stored, so it cannot go stale. */
export interface ClassMetadata {
  /** Names as callers write them (`numberFormat`), to names on the wire (`NumberFormat`). */
  readonly scalars: Readonly<Record<string, string>>
  readonly updateable: readonly string[]
  readonly navigation: readonly string[]
  readonly methods: readonly string[]
  readonly isCollection: boolean
}

export type Metadata = Readonly<Record<string, ClassMetadata>>

/**
 * Reads the metadata of every class of the namespace `Excel`. Stands alone, with nothing from outside, so that it can be sent into a page.
 * The prototype's getters `_className`, `_scalarPropertyNames`, … were learnt from the client's source.
 */
export function readMetadata(namespace: object): Metadata {
  const all: Record<string, ClassMetadata> = {}
  for (const value of Object.values(namespace)) {
    if (typeof value !== 'function' || typeof value.prototype !== 'object' || value.prototype === null) continue
    const prototype = value.prototype as Record<string, unknown>
    const className = prototype['_className']
    if (typeof className !== 'string') continue
    const names = (prototype['_scalarPropertyNames'] as string[] | undefined) ?? []
    const originals = (prototype['_scalarPropertyOriginalNames'] as string[] | undefined) ?? []
    const updateable = (prototype['_scalarPropertyUpdateable'] as boolean[] | undefined) ?? []
    const scalars: Record<string, string> = {}
    names.forEach((name, i) => { scalars[name] = originals[i] ?? name })
    all[className] = {
      scalars,
      updateable: names.filter((_name, i) => updateable[i] === true),
      navigation: [...((prototype['_navigationPropertyNames'] as string[] | undefined) ?? [])],
      methods: Object.getOwnPropertyNames(prototype).filter(name => typeof Object.getOwnPropertyDescriptor(prototype, name)?.value === 'function'),
      isCollection: prototype['_isCollection'] === true,
    }
  }
  return all
}
