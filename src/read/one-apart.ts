/** Longer texts are no name of a community; each character of a name costs a key. */
const LONGEST_NAME = 40

/** Characters by which real neighbours differ: 河东 and 河西 are two communities, 一村 and 二村 too. */
const TELLING = new Set('东西南北中前后左右上下内外新老旧大小一二三四五六七八九十甲乙丙丁0123456789')

/** Two names one character apart, changed, left out, doubled or swapped, and not by a character that tells neighbours apart. */
export function isOneApart(a: string, b: string): boolean {
  if (a === b || Math.min(a.length, b.length) < 2 || Math.abs(a.length - b.length) > 1) return false
  let from = 0
  while (from < a.length && a[from] === b[from]) from++
  let end = 0
  while (end < Math.min(a.length, b.length) - from && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const inA = a.slice(from, a.length - end), inB = b.slice(from, b.length - end)
  if (inA.length === 2 && inB.length === 2 && inA[0] === inB[1] && inA[1] === inB[0]) return true
  // 新新桥: typed twice.
  if ((inA + inB).length === 1 && (inA + inB === a[from - 1] || inA + inB === (a.length > b.length ? a : b)[from + 1])) return true
  // 河东 and 河西 are two; 河湳 is neither, and most likely 河南.
  return inA.length <= 1 && inB.length <= 1 && ![...inA, ...inB].every(character => TELLING.has(character))
}

/** Two characters side by side have changed places. */
export function areSwapped(a: string, b: string): boolean {
  return a !== b && a.length === b.length && [...a].toSorted().join('') === [...b].toSorted().join('')
}

/**
 * Those of some names that are one character apart from a name, in no order, without holding every name against every other:
 * names one change, one gap or one swap apart have a text in common when at most one character is left out of either.
 * @param names each with its number; names of more than forty characters are near to none
 */
export function oneApart(names: Iterable<readonly [index: number, name: string]>): (name: string) => readonly number[] {
  const byKey = new Map<string, number[]>(), nameOf = new Map<number, string>()
  for (const [index, name] of names) {
    nameOf.set(index, name)
    for (const key of keysOf(name)) {
      const sharing = byKey.get(key)
      if (sharing === undefined) byKey.set(key, [index])
      else sharing.push(index)
    }
  }
  return name => {
    const near = new Set<number>()
    for (const key of keysOf(name))
      for (const index of byKey.get(key) ?? []) if (isOneApart(name, nameOf.get(index) ?? '')) near.add(index)
    return [...near]
  }
}

/** A name and what is left of it without each of its characters. */
function keysOf(name: string): ReadonlySet<string> {
  const keys = new Set<string>()
  if (name.length > LONGEST_NAME) return keys
  keys.add(name)
  for (let at = 0; at < name.length; at++) keys.add(name.slice(0, at) + name.slice(at + 1))
  return keys
}
