import type { Finding } from './finding'
import type { Reading } from './reading'

/** A finding about more rows than this is about a list, not about somebody in it. */
const MOST_ROWS = 50

/**
 * Whom each finding is about: the index of its community in `Reading.communities`, -1 for the whole, `null` where it is about no single one.
 * A finding that names its community says so; one about rows of people or places belongs to the community that all of them have.
 */
export function communitiesOf(findings: readonly Finding[], reading: Reading): readonly (number | null)[] {
  const byName = new Map(reading.communities.map(({ name, index }) => [name, index]))
  const named = findings.map(({ subject }) => {
    const name = subject.slice(0, Math.max(0, subject.indexOf('/')))
    return name === 'overall' ? -1 : byName.get(name) ?? null
  })
  const rows = communitiesOfRows(findings.filter((_, place) => named[place] === null), reading)
  return findings.map((finding, place) => named[place] ?? theOneOf(finding, rows))
}

/** Communities by sheet and row. */
type Rows = ReadonlyMap<string, ReadonlyMap<number, number>>

/** Of the rows that the findings are about: the community, by sheet and row. The people are gone through once, and nothing is kept of the others. */
function communitiesOfRows(findings: readonly Finding[], { people, premises, tables }: Reading): Rows {
  const wanted = new Map<string, Map<number, number>>()
  for (const { at } of findings) {
    if (at === null || rowCount(at.boxes) > MOST_ROWS) continue
    const sheet = wanted.get(at.sheet) ?? new Map<number, number>()
    wanted.set(at.sheet, sheet)
    for (const { top, bottom } of at.boxes) for (let row = top; row <= bottom; row++) sheet.set(row, -1)
  }
  const sheets = tables.map(({ sheet }) => wanted.get(sheet))
  for (const listed of [people, premises]) {
    for (const { table, row, community } of listed) {
      const sheet = sheets[table]
      if (sheet?.has(row) === true) sheet.set(row, community)
    }
  }
  return wanted
}

function theOneOf({ at }: Finding, rows: Rows): number | null {
  const sheet = at === null ? undefined : rows.get(at.sheet)
  if (at === null || sheet === undefined || rowCount(at.boxes) > MOST_ROWS) return null
  const found = new Set<number>()
  for (const { top, bottom } of at.boxes) for (let row = top; row <= bottom; row++) found.add(sheet.get(row) ?? -1)
  const [only] = found
  return found.size === 1 && only !== undefined && only >= 0 ? only : null
}

function rowCount(boxes: readonly { readonly top: number; readonly bottom: number }[]): number {
  return boxes.reduce((sum, { top, bottom }) => sum + bottom - top + 1, 0)
}
