import type { OpenKind } from '../../core/outlook'
import type { Verdict } from '../../core/verdict'
import type { Group } from './census'
import { STILL, moved } from './model'
import type { Option, Sums } from './model'
import type { UnitOutlook } from './unit-outlook'

/** So many steps of work are done to tell exactly what hangs on a question; beyond it every question of the verdict counts. */
const MOST_WORK = 2_000_000

/** On which questions a verdict hangs: the kinds by group, and whether the day is one of them. */
export interface Influence {
  readonly byGroup: ReadonlyMap<Group, ReadonlySet<OpenKind>>
  readonly day: boolean
  readonly exact: boolean
}

/** One way of answering for some people: what it moves on each of the days. */
type Moves = readonly Sums[]

/**
 * A verdict hangs on a question when, for some answers to all others, two answers to this one give two verdicts. The questions on which some verdict
 * hangs are at once enough to settle every verdict and all needed for it.
 */
export function influenceOn(outlook: UnitOutlook): Influence {
  const { groups } = outlook, days = outlook.days.length
  const work =
    groups.reduce((product, group) => product * (group.count * (distinctMoves(group, days).length - 1) + 1), 1) * days * groups.length
  if (work > MOST_WORK) return { byGroup: new Map(groups.map(group => [group, kindsOf(group)])), day: days > 1, exact: false }
  const byGroup = new Map<Group, Set<OpenKind>>(), bases = outlook.days.map((_, day) => outlook.base(day))
  const verdicts = (moves: Moves): Verdict[] => bases.map((base, day) => outlook.verdictAt(day, moved(base, moves[day] ?? STILL)))
  let day = false
  for (const group of groups) {
    const others = reachable(groups, group, days),
      options = group.openness(0).full.map((_, at) => outlook.days.map((_day, each) => group.openness(each).full[at])),
      found = new Set<OpenKind>()
    for (const other of others) {
      const given = options.map(option =>
        verdicts(option.map((each, at) => (each === undefined ? (other[at] ?? STILL) : moved(other[at] ?? STILL, each.moves)))),
      )
      day ||= given.some(each => new Set(each).size > 1)
      for (const kind of kindsOf(group)) if (!found.has(kind) && hangsOn(kind, group.openness(0).full, given)) found.add(kind)
    }
    byGroup.set(group, found)
  }
  if (groups.length === 0) day = new Set(verdicts(outlook.days.map(() => STILL))).size > 1
  return { byGroup, day, exact: true }
}

function kindsOf(group: Group): Set<OpenKind> {
  return new Set(group.openness(0).full.flatMap(option => option.steps.map(step => step.kind)))
}

/** Two options that differ in this question alone give two verdicts on some day. */
function hangsOn(kind: OpenKind, options: readonly Option[], verdicts: readonly (readonly Verdict[])[]): boolean {
  const seen = new Map<string, readonly Verdict[]>()
  for (const [at, option] of options.entries()) {
    const rest = option.steps.filter(step => step.kind !== kind).map(step => `${step.kind} ${String(step.answer)}`).join(', '), given = verdicts[at] ?? [], before = seen.get(rest)
    if (before === undefined) seen.set(rest, given)
    else if (before.some((verdict, day) => verdict !== given[day])) return true
  }
  return false
}

/** Everything that the answers of all people but one of the group can move, each once. */
function reachable(groups: readonly Group[], but: Group, days: number): Iterable<Moves> {
  let found = new Map<string, Moves>([['', Array.from({ length: days }, () => STILL)]])
  for (const group of groups) {
    const distinct = distinctMoves(group, days)
    for (let count = group === but ? 1 : 0; count < group.count; count++) {
      const next = new Map<string, Moves>()
      for (const moves of found.values()) {
        for (const by of distinct) {
          const sums = moves.map((each, day) => moved(each, by[day] ?? STILL))
          next.set(keyOf(sums), sums)
        }
      }
      found = next
    }
  }
  return found.values()
}

function distinctMoves(group: Group, days: number): readonly Moves[] {
  const found = new Map<string, Moves>()
  for (const at of group.openness(0).full.keys()) {
    const moves = Array.from({ length: days }, (_, day) => group.openness(day).full[at]?.moves ?? STILL)
    found.set(keyOf(moves), moves)
  }
  return [...found.values()]
}

function keyOf(moves: Moves): string {
  return moves.map(({ counted, whole, part, blank, unknown }) => `${String(counted)} ${String(whole)} ${String(part)} ${String(blank)} ${String(unknown)}`).join('|')
}
