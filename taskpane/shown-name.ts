import { maskText } from '../src/core/mask'

/** Marks that turn the order of writing: behind one, `gpj.csv` would be read as a picture. */
const TURNING = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g

/** The name of a file as the screen may show it: no number of a person in full, and in the order in which it is written. */
export function shownName(name: string): string {
  return maskText(name.replace(TURNING, ''))
}

/** The names of several files: those that are called alike are numbered from the second on. */
export function namesOf(names: readonly string[]): readonly string[] {
  const met = new Map<string, number>()
  return names.map(shownName).map(name => {
    const count = (met.get(name) ?? 0) + 1
    met.set(name, count)
    return count === 1 || name === '' ? name : `${name} (${String(count)})`
  })
}
