import { learnPairs } from './learn-pairs'
import { differencePart, stepAt, valueAt } from './lines'
import type { Lines } from './lines'
import { familiesOf, treeRelations } from './tree'
import { slack, tally } from './relation'
import type { Relation } from './relation'
import { digits } from './relation'
const LONGEST = 400

/** Learns which lines are sums of which, subtotals first. */
export function learnSums(lines: Lines): Relation[] {
  const relations: Relation[] = lines.down ? treeRelations(lines, familiesOf(lines)) : []
  const scan = scanOf(lines)
  const all: number[] = []
  for (let line = 0; line < lines.count; line++) if (!isEmpty(lines, line)) all.push(line)
  over(lines, scan, all, relations)
  const additive = all.filter(line => lines.words[line]?.share !== true)
  if (additive.length < all.length) over(lines, scan, additive, relations)
  for (const kin of classes(lines, all)) over(lines, scan, kin, relations)
  if (all.length <= STRIDED) for (const kin of strides(lines, all)) over(lines, scan, kin, relations, 2)
  const parts = new Set(relations.flatMap(relation => relation.parts))
  const top = additive.filter(line => !parts.has(line))
  if (top.length < additive.length) over(lines, scan, top, relations)
  learnPairs(lines, all, relations)
  return relations
}

/** Passes over some lines from both ends until nothing more is found. */
function over(lines: Lines, scan: Scan, members: readonly number[], relations: Relation[], more = 0): void {
  const closed = new Uint8Array(lines.count)
  const inside = new Set(members)
  for (const relation of relations)
    if (relation.parts.every(part => inside.has(part)) && inside.has(relation.target)) for (const part of relation.parts) closed[part] = 1
  for (const turn of [1, -1, 1, -1] as const) {
    const before = relations.length
    pass(lines, scan, members, closed, turn, relations, more)
    if (relations.length === before && turn === -1) break
  }
}

/** Lines under the same word: Number, Number, Number between the shares; the same year in each group. */
function classes(lines: Lines, all: readonly number[]): number[][] {
  const byLabel = new Map<string, number[]>()
  for (const line of all) {
    const label = lines.words[line]?.label ?? ''
    if (label === '') continue
    const kin = byLabel.get(label)
    if (kin === undefined) byLabel.set(label, [line])
    else kin.push(line)
  }
  return [...byLabel.values()].filter(kin => kin.length >= 3 && kin.length < all.length)
}

const STRIDED = 400

/** Every second, third, … line, by where they stand. */
function strides(lines: Lines, all: readonly number[]): number[][] {
  const found: number[][] = []
  for (let step = 2; step <= 6; step++) {
    const byRest = new Map<number, number[]>()
    for (const line of all) {
      const rest = (lines.at[line] ?? 0) % step, kin = byRest.get(rest)
      if (kin === undefined) byRest.set(rest, [line])
      else kin.push(line)
    }
    for (const kin of byRest.values()) if (kin.length >= 3) found.push(kin)
  }
  return found
}

/** The numbers sister by sister, as the search goes through them. */
interface Scan {
  readonly values: Float64Array
  /** 1 or -1 where a sister's numbers are all of one sign, so that a running sum only grows; else 0. */
  readonly signs: Int8Array
  /** Sisters with enough numbers for a sum and two parts. */
  readonly sisters: readonly number[]
}

function scanOf(lines: Lines): Scan {
  const { count } = lines, signs = new Int8Array(lines.sisters), values = new Float64Array(count * lines.sisters), sisters: number[] = []
  for (let s = 0; s < lines.sisters; s++) {
    let negative = 0, positive = 0
    for (let l = 0; l < count; l++) {
      const value = valueAt(lines, l, s)
      values[s * count + l] = value
      if (value < 0) negative++
      else if (value > 0) positive++
    }
    signs[s] = negative === 0 ? 1 : positive === 0 ? -1 : 0
    if (negative + positive >= 3) sisters.push(s)
  }
  return { values, signs, sisters }
}

function pass(
  lines: Lines,
  scan: Scan,
  members: readonly number[],
  closed: Uint8Array,
  turn: 1 | -1,
  out: Relation[],
  more: number,
): void {
  const stack: number[] = []
  const done = new Set(out.map(relation => relation.target))
  for (let step = 0; step < members.length; step++) {
    const line = members[turn === 1 ? step : members.length - 1 - step] ?? 0
    if (closed[line] === 1) continue
    const again = done.has(line)
    if (!again || isOfOtherSide(lines, out, line, turn)) {
      const found = bestSuffix(lines, scan, stack, line, again ? more + SECOND : more)
      if (found !== null) {
        out.push(found)
        for (const part of found.parts) closed[part] = 1
        while (stack.length > 0 && closed[stack[stack.length - 1] ?? 0] === 1) stack.pop()
      }
    }
    stack.push(line)
  }
}

/** Digits of agreement that a second way of making up a total needs beyond the first. */
const SECOND = 3

/** A total of columns may be made up twice: by sex at its left and by age at its right. The relations known lie at the other side. */
function isOfOtherSide(lines: Lines, relations: readonly Relation[], line: number, turn: 1 | -1): boolean {
  return !lines.down && relations.every(({ target, parts }) => target !== line
    || parts.every(part => (turn === 1 ? part > line : part < line)))
}

function isEmpty(lines: Lines, line: number): boolean {
  for (let s = 0; s < lines.sisters; s++) if (!Number.isNaN(valueAt(lines, line, s))) return false
  return true
}

function bestSuffix(lines: Lines, scan: Scan, stack: readonly number[], line: number, more: number): Relation | null {
  let best: Relation | null = null
  for (let skip = 0; skip <= 2 && best === null; skip++)
    best = bestBlock(lines, scan, stack, stack.length - skip, line, skip * 2 + more)
  return best
}

/** @param end only so many of the stack are looked at */
function bestBlock(lines: Lines, scan: Scan, stack: readonly number[], end: number, line: number, more: number): Relation | null {
  if (end < 2) return null
  // Nearly always nothing fits: then nothing is made either.
  let votes: Map<number, { agree: number; evidence: number }> | null = null
  const { values, signs } = scan, longest = lines.words[line]?.total === true ? end : Math.min(end, LONGEST)
  for (const s of scan.sisters) {
    const from = s * lines.count, value = values[from + line] ?? 0
    if (Number.isNaN(value) || value === 0) continue
    const unit = stepAt(lines, line, s), sign = signs[s] ?? 0, most = slack(unit, longest + 1, value)
    let sum = 0, parts = 0
    for (let k = 1; k <= longest; k++) {
      const part = values[from + (stack[end - k] ?? 0)] ?? 0
      // A blank and a 0 change nothing: what was said of the lines before holds with them too.
      if (part !== 0 && !Number.isNaN(part)) { sum += part; parts++ }
      const off = Math.abs(sum - value)
      if (parts >= 2 && off <= most && off <= slack(unit, parts, value)) {
        const evidence = Math.max(0, digits(value, off, unit) - Math.log10(parts))
        const vote = (votes ??= new Map<number, { agree: number; evidence: number }>()).get(k)
        if (vote === undefined) votes.set(k, { agree: 1, evidence })
        else { vote.agree++; vote.evidence += evidence }
      }
      if (sign !== 0 && (sum - value) * sign > 0 && off > slack(unit, parts + 1, value)) break
    }
  }
  if (votes === null) return null
  let best: Relation | null = null
  const sorted = [...votes.entries()].sort((a, b) => b[1].evidence - a[1].evidence || b[1].agree - a[1].agree || a[0] - b[0]).slice(0, 4)
  for (const [k] of sorted) {
    const relation = tally(lines, line, stack.slice(end - k, end))
    if (accepted(lines, relation, more) && (best === null || relation.agree.length > best.agree.length)) best = relation
  }
  return best
}

function accepted(lines: Lines, relation: Relation, more: number): boolean {
  const agree = relation.agree.length + relation.loose.length, near = relation.near.length, far = relation.far.length
  const told = lines.words[relation.target]?.total === true || differencePart(lines, relation.parts) >= 0
  if (relation.agree.length < 0.3 * agree) return false
  if (agree < 0.6 * (agree + near)) return false
  if (agree < (told ? 0.2 : 0.5) * (agree + near + far)) return false
  if (!told && relation.exact < 0.5 * agree) more += 2
  return relation.evidence - (told ? 0.3 : 1) * near - (told ? 0 : 0.5) * far >= (told ? 1 : 3.5) + more
}
