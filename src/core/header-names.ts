/**
 * Columns named by their headers as they stand: how a correction finds its column again when rows and columns were put in.
 * A header that stands twice is told apart by its place among its equals: `学历`, `学历#2`. White space does not count.
 */
export function headerNames(headers: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return headers.map(header => {
    const word = header.replace(/\s+/g, ''), times = (seen.get(word) ?? 0) + 1
    seen.set(word, times)
    return times === 1 ? word : `${word}#${times}`
  })
}

/** The same headers in the same order, blank ones left out. */
export function sameHeaders(one: readonly string[], other: readonly string[]): boolean {
  const words = (headers: readonly string[]): string => headerNames(headers.filter(header => header.trim() !== '')).join('\u0000')
  return words(one) === words(other)
}
