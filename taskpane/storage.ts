/** The part of the browser's storage that is used. */
export type Kept = Pick<Storage, 'getItem' | 'setItem'>

/**
 * The one door to the browser's storage. A policy, a private window or a frame of another origin may forbid even to name it: what is kept
 * then lives for the visit alone, and nothing else is different.
 */
export function browserStorage(find: () => Kept = () => localStorage): Kept {
  const visit = new Map<string, string>()
  let kept: Kept | null = null
  try {
    kept = find()
  } catch {
    // Forbidden: the visit's own memory serves.
  }
  return {
    getItem(key) {
      try {
        return visit.get(key) ?? kept?.getItem(key) ?? null
      } catch {
        return visit.get(key) ?? null
      }
    },
    setItem(key, value) {
      visit.set(key, value)
      try {
        kept?.setItem(key, value)
      } catch {
        // Full or gone: it holds for the visit.
      }
    },
  }
}
