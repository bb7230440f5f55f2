import { cellKey } from '../core/place'

/** Rows and columns count from 1, as in core. */
export interface Cell { readonly row: number; readonly column: number }

export type RelationKind = 'sum' | 'difference' | 'product' | 'share' | 'average'

/** One relation that fails at one place: the result and what it is made of, each with the value that would mend it. */
export interface Failing {
  readonly kind: RelationKind
  /** The result first. */
  readonly offers: readonly Offer[]
  /** Sisters that hold the relation, and those that could. */
  readonly agree: number
  readonly of: number
  /** Off by so much that it may be another quantity: told only where a second relation says the same. */
  readonly weak?: boolean
  /** A step of the numbers: two offers closer than this are one. */
  readonly step: number
}

export interface Offer extends Cell {
  readonly value: number
  readonly expected: number
  /** How well the new value would suit its column: 2, the value that most of it has (12 months); 1, a whole number among whole numbers; 0 otherwise. */
  readonly fit?: 0 | 1 | 2
}

/** The cell that is taken to be wrong. */
export interface Culprit extends Offer {
  readonly kind: RelationKind
  /** It is the result itself, or one of the parts. */
  readonly is: 'result' | 'part'
  /** The results of the relations that it breaks, itself among them. */
  readonly results: readonly Cell[]
  /** All other cells of the relations that it breaks. */
  readonly beside: readonly Cell[]
  readonly agree: number
  readonly of: number
  /** How many relations the new value mends: two and more are independent witnesses. */
  readonly mends: number
  /** Relations that hold with the value as it stands. */
  readonly holds: number
}

interface Group { readonly offer: Offer; readonly members: { readonly failing: Failing; readonly at: number }[] }

/** One finding a cause: takes the cell that mends most and breaks least, until only relations are left that no second one confirms. */
export function settle(failing: readonly Failing[], holding: ReadonlyMap<number, number>): { culprits: Culprit[]; open: Failing[] } {
  const found: Culprit[] = []
  let open = [...failing]
  for (let turn = 0; turn < 400 && open.length > 0; turn++) {
    const best = bestOf(
      groups(open).filter(group => group.members.length >= 2 || group.members.some(member => member.failing.weak !== true)),
      holding,
    )
    if (best === null) break
    const [first] = best.members
    if (first === undefined) break
    const beside = new Map<number, Cell>()
    for (const { failing: each } of best.members)
      for (const { row, column } of each.offers)
        if (row !== best.offer.row || column !== best.offer.column) beside.set(cellKey(row, column), { row, column })
    found.push({
      ...best.offer,
      kind: first.failing.kind,
      is: best.members.some(member => member.at === 0) ? 'result' : 'part',
      beside: [...beside.values()],
      results: best.members.flatMap(member => member.failing.offers.slice(0, 1)),
      agree: first.failing.agree,
      of: first.failing.of,
      mends: best.members.length,
      holds: holding.get(cellKey(best.offer.row, best.offer.column)) ?? 0,
    })
    const done = new Set(best.members.map(member => member.failing))
    open = open.filter(each => !done.has(each))
  }
  return { culprits: found, open }
}

function groups(open: readonly Failing[]): Group[] {
  const byCell = new Map<number, Group[]>()
  for (const failing of open) {
    for (const [at, offer] of failing.offers.entries()) {
      const key = cellKey(offer.row, offer.column), known = byCell.get(key) ?? []
      const same = known.find(
        group =>
          Math.abs(group.offer.expected - offer.expected) <= 2 * failing.step + Math.abs(offer.expected) * 1e-6 &&
          group.members.every(member => member.failing !== failing),
      )
      if (same === undefined) known.push({ offer, members: [{ failing, at }] })
      else same.members.push({ failing, at })
      byCell.set(key, known)
    }
  }
  return [...byCell.values()].flat()
}

function bestOf(all: readonly Group[], holding: ReadonlyMap<number, number>): Group | null {
  let best: Group | null = null, bestRank = Number.NEGATIVE_INFINITY
  for (const group of all) {
    const holds = holding.get(cellKey(group.offer.row, group.offer.column)) ?? 0, isResult = group.members.some(member => member.at === 0)
    // Two relations mended weigh most. A sum is wrong before its parts; of a product whose result something else confirms, the part
    // that nothing confirms or that would suit its column.
    const isSum = group.members[0]?.failing.kind === 'sum', fit = (group.offer.fit ?? 0) * 5
    const own = isResult ? (holds === 0 ? 12 : isSum ? 6 : 3) : isSum ? fit : 4 + fit
    const rank = (group.members.length >= 2 ? 100 * group.members.length : 0) + own - Math.min(holds, 5)
    if (rank > bestRank) {
      best = group
      bestRank = rank
    }
  }
  return best
}
