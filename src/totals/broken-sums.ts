import { cellKey } from '../core/place'
import { isTypingSlip } from '../core/typing-slip'
import { slack } from './relation'
import type { Relation } from './relation'
import { differencePart, stepAt, valueAt } from './lines'
import { decimalsOf } from './numerals'
import type { Lines } from './lines'
import type { Cell, Failing, Offer } from './settle'
import type { SheetSums } from './sheet-totals'

export function cellOf(sums: SheetSums, line: number, sister: number): Cell {
  const at = (sums.lineAt[line] ?? 0) + 1, side = (sums.sisterAt[sister] ?? 0) + 1
  return sums.direction === 'down' ? { row: at, column: side } : { row: side, column: at }
}

/** Counts, for every cell, the sums that hold with it. */
export function countHolding(all: readonly SheetSums[], holding: Map<number, number>): void {
  for (const sums of all) {
    for (const relation of sums.relations) {
      for (const sister of relation.agree) {
        count(sums, relation.target, sister, holding)
        for (const part of relation.parts) count(sums, part, sister, holding)
      }
    }
  }
}

function count(sums: SheetSums, line: number, sister: number, holding: Map<number, number>): void {
  const at = (sums.lineAt[line] ?? 0) + 1, side = (sums.sisterAt[sister] ?? 0) + 1
  const key = sums.direction === 'down' ? cellKey(at, side) : cellKey(side, at)
  holding.set(key, (holding.get(key) ?? 0) + 1)
}

/** Sums that fail where their sisters hold. */
export function brokenSums(all: readonly SheetSums[]): Failing[] {
  const failing: Failing[] = []
  for (const sums of all) {
    for (const relation of sums.relations) {
      const strong = outliers(sums, relation).filter(({ sister }) => isWrong(sums, relation, sister))
      if (strong.length === 0 && relation.agree.length >= 1 && relation.near.length + relation.far.length === 1) {
        for (const sister of [...relation.near, ...relation.far]) {
          const off = offOf(sums, relation, sister)
          if (sums.sisterWords[sister]?.share === true || !isWrong(sums, relation, sister)) continue
          const weak = !isSlipped(sums, relation, sister, off) || isExplained(sums, relation, sister)
          failing.push(failingSum(sums, relation, sister, off, weak))
        }
        continue
      }
      for (const { sister, off } of strong)
        if (!isExplained(sums, relation, sister)) failing.push(failingSum(sums, relation, sister, off, false))
      if (
        relation.far.length > 2 ||
        relation.agree.length < 2 * relation.far.length ||
        relation.near.length > 0 ||
        relation.evidence < enough(sums, relation)
      )
        continue
      for (const sister of relation.far) {
        const off = offOf(sums, relation, sister)
        if (sums.sisterWords[sister]?.share !== true && isWrong(sums, relation, sister) && !isExplained(sums, relation, sister))
          failing.push(failingSum(sums, relation, sister, off, !isGrossError(sums, relation, sister, off)))
      }
    }
  }
  return failing
}

/** Digits of agreement that a relation needs before a sister is held against it: fewer where the words call it a total. */
function enough(sums: SheetSums, relation: Relation): number {
  return sums.lines.words[relation.target]?.total === true || differencePart(sums.lines, relation.parts) >= 0 ? 1.2 : 4
}

/** So far off that no rounding explains it, and still plainly a total: more than each of its parts, or one slip of the hand away from their sum. */
function isGrossError(sums: SheetSums, relation: Relation, sister: number, off: number): boolean {
  const value = valueAt(sums.lines, relation.target, sister), sum = value - off
  if (sum === 0 || value === 0) return false
  if (isSlipped(sums, relation, sister, off)) return true
  return (
    relation.agree.length >= 3 &&
    sums.lines.words[relation.target]?.total === true &&
    relation.parts.length >= 2 &&
    value > 0 &&
    value < 2 * Math.abs(sum) &&
    relation.parts.every(part => {
      const own = valueAt(sums.lines, part, sister)
      return Number.isNaN(own) || (own >= 0 && own < value)
    })
  )
}

/** One slip of the hand away from the sum of its parts, where two sisters hold. */
function isSlipped(sums: SheetSums, relation: Relation, sister: number, off: number): boolean {
  const value = valueAt(sums.lines, relation.target, sister)
  return relation.agree.length >= 2 && isTypingSlip(value, tidy(value - off))
}

function failingSum(sums: SheetSums, relation: Relation, sister: number, off: number, weak: boolean): Failing {
  const offers: Offer[] = []
  for (const line of [relation.target, ...relation.parts]) {
    const value = valueAt(sums.lines, line, sister)
    if (!Number.isNaN(value))
      offers.push({ ...cellOf(sums, line, sister), value, expected: tidy(line === relation.target ? value - off : value + off) })
  }
  const agree = relation.agree.length + relation.loose.length
  return { kind: 'sum', offers, weak, agree, of: agree + Math.max(1, relation.near.length), step: stepAt(sums.lines, relation.target, sister) }
}

/** Whole numbers below this are counts, hardly ever rounded. */
const SMALL = 1000

/** How much farther off than all others a sum must be. */
const APART = 5

/** One or two sisters that are off while all others hold, or are off by far less. Few may fail, and clearly more must hold. */
function outliers(sums: SheetSums, relation: Relation): { sister: number; off: number }[] {
  const { lines } = sums, parts = relation.parts.length
  const sisters = [...relation.near, ...relation.loose, ...relation.agree]
    .map(sister => ({ sister, off: offOf(sums, relation, sister) }))
    .sort((a, b) => Math.abs(b.off) - Math.abs(a.off))
  if (relation.evidence < enough(sums, relation) || relation.far.length > sisters.length) return []
  // Where more than one in six is off, the line is made up in another way.
  if (relation.near.length > Math.max(1, Math.min(2, Math.floor(sisters.length / 6)))) return []
  const most = Math.min(2, Math.floor(sisters.length / 3))
  for (let count = most; count >= 1; count--) {
    const last = sisters[count - 1], rest = sisters.slice(count)
    if (last === undefined) continue
    const unit = stepAt(lines, relation.target, last.sister),
      value = Math.abs(valueAt(lines, relation.target, last.sister)),
      worst = Math.abs(rest[0]?.off ?? 0)
    // People and rooms are never rounded, nor are small whole numbers that add up to the last one in many sisters.
    const counted = lines.words[relation.target]?.counted === true || sums.sisterWords[last.sister]?.counted === true
    const exact = unit >= 1 && worst < unit * 0.01 && ((counted && rest.length >= 2) || (value < SMALL && rest.length >= 8))
    const coarse = worst > 0 || rest.length < 4 ? slack(Math.max(unit, roundStep(lines, last.sister)), parts, value) : 0
    const least = exact ? unit * 0.5 : Math.max(coarse, slack(unit, parts, value) * 1.5)
    if (Math.abs(last.off) > Math.max(APART * worst, least)) return sisters.slice(0, count)
  }
  return []
}

/** What is off is a sum, and no mean, no whole of shares and no number that was calculated elsewhere. */
function isWrong(sums: SheetSums, relation: Relation, sister: number): boolean {
  const { lines } = sums, value = valueAt(lines, relation.target, sister)
  if (sums.sisterWords[sister]?.mean === true) return false
  const parts = relation.parts.map(part => valueAt(lines, part, sister)).filter(part => !Number.isNaN(part))
  // The whole of shares is 1 by definition, be they rounded, or some left out.
  if (value === 1 && parts.every(part => part >= 0 && part < 1)) return false
  // Nobody types three decimals more than all sisters have: such numbers are quotients.
  const decimals = (each: number): number => [relation.target, ...relation.parts].reduce((most, line) => {
    const own = valueAt(lines, line, each)
    return Number.isNaN(own) ? most : Math.max(most, decimalsOf(own))
  }, 0)
  return decimals(sister) < Math.max(0, ...[...relation.agree, ...relation.loose].map(decimals)) + MANY_DECIMALS
}

const MANY_DECIMALS = 3

/** 9,100 12,400 24,100: the numbers of a sister were rounded to hundreds before they were added. */
function roundStep(lines: Lines, sister: number): number {
  const unit = lines.unit[sister] ?? 0
  if (unit < 1) return unit
  let step = 1
  for (const next of [10, 100, 1000]) {
    let numbers = 0, whole = 0
    for (let line = 0; line < lines.count; line++) {
      const value = valueAt(lines, line, sister)
      if (Number.isNaN(value) || value === 0) continue
      numbers++
      if (value % next === 0) whole++
    }
    if (numbers < 5 || whole < numbers * 0.9) break
    step = next
  }
  return Math.max(unit, step)
}

function offOf(sums: SheetSums, relation: Relation, sister: number): number {
  let sum = 0
  for (const part of relation.parts) {
    const value = valueAt(sums.lines, part, sister)
    if (!Number.isNaN(value)) sum += value
  }
  return valueAt(sums.lines, relation.target, sister) - sum
}

/** Another block of lines beside the parts gives exactly this value. */
function isExplained(sums: SheetSums, relation: Relation, sister: number): boolean {
  // Small numbers are the sum of some block by chance.
  if (Math.abs(valueAt(sums.lines, relation.target, sister)) < 100 * stepAt(sums.lines, relation.target, sister)) return false
  const { lines } = sums, value = valueAt(lines, relation.target, sister), slack = 1e-6 + Math.abs(value) * 1e-9
  for (const step of [-1, 1]) {
    // A total that is made up twice: the other way is a second witness, and no excuse.
    if (sums.relations.some(each => each !== relation && each.target === relation.target
      && each.parts.every(part => (part - relation.target) * step > 0)))
      continue
    let sum = 0, count = 0, inside = 0
    for (let line = relation.target + step; line >= 0 && line < lines.count && count < 400; line += step) {
      const part = valueAt(lines, line, sister)
      if (Number.isNaN(part)) continue
      sum += part
      count++
      // 其中 rows stand in the block, and are in their whole already.
      if (lines.words[line]?.ofWhich === true) inside += part
      if (count >= 2 && (Math.abs(sum - value) <= slack || (inside !== 0 && Math.abs(sum - inside - value) <= slack))) return true
    }
  }
  return false
}

/** Without the dust of binary sums. */
export function tidy(value: number): number {
  return Number(value.toPrecision(12))
}
