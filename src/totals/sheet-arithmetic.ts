import { cellKey } from '../core/place'
import type { SheetSnapshot } from '../core/snapshot'
import { heldAverages } from './averages'
import { brokenSums, cellOf, countHolding, tidy } from './broken-sums'
import { largeTotals } from './large-sheet'
import { loneTotals } from './lone-totals'
import type { LoneTotal } from './lone-totals'
import { differencePart, stepAt, valueAt } from './lines'
import { learnMakings, made, partFrom } from './products'
import type { Making } from './products'
import { settle } from './settle'
import type { Cell, Culprit, Failing, Offer, RelationKind } from './settle'
import { sheetSums } from './sheet-totals'
import type { SheetSums } from './sheet-totals'
import type { HeldRelation } from './held-relation'

/** What the numbers of one sheet say about each other. */
export interface SheetArithmetic {
  readonly sums: readonly SheetSums[]
  readonly held: readonly HeldRelation[]
  readonly culprits: readonly Culprit[]
  readonly lone: readonly LoneTotal[]
  /** Too large to learn relations: only rows that are called a total were held. */
  readonly tooLarge: boolean
}

const learnt = new WeakMap<SheetSnapshot, SheetArithmetic>()

/** Learns a sheet's arithmetic once; several rules ask for it. */
export function arithmeticOf(sheet: SheetSnapshot): SheetArithmetic {
  const known = learnt.get(sheet)
  if (known !== undefined) return known
  const fresh = learn(sheet)
  learnt.set(sheet, fresh)
  return fresh
}

function learn(sheet: SheetSnapshot): SheetArithmetic {
  if (isLarge(sheet)) {
    const lone = largeTotals(sheet)
    return { sums: [], held: lone.map(asHeld), culprits: [], lone, tooLarge: true }
  }
  const sums = sheetSums(sheet), holding = new Map<number, number>(), held: HeldRelation[] = []
  countHolding(sums, holding)
  for (const each of sums) heldSums(each, held)
  for (const each of sums) held.push(...heldAverages(each))
  const failing: Failing[] = brokenSums(sums)
  for (const each of sums) makings(each, held, failing, holding)
  const settled = new Set<number>(held.map(({ row, column }) => cellKey(row, column)))
  for (const { offers } of failing) for (const { row, column } of offers.slice(0, 1)) settled.add(cellKey(row, column))
  const alone = loneTotals(sums, settled),
    doubts = new Map(
      alone
        .filter(each => !each.holds || each.named !== undefined)
        .map(each => [failingAlone({ ...each, ...each.named }, sheet), each] as const),
    )
  const { culprits, open } = settle([...failing, ...doubts.keys()], holding)
  // A lone total whose part another relation shows to be wrong is no doubt of its own.
  const left = new Set(open), lone = alone.filter(each => each.holds || [...doubts].some(([one, other]) => other === each && left.has(one)))
  held.push(...lone.map(asHeld))
  return { sums, held, culprits, lone, tooLarge: false }
}

/** A lone total counts beside other relations only: alone it stays a doubt. */
function failingAlone({ row, column, value, expected, parts }: LoneTotal, sheet: SheetSnapshot): Failing {
  const off = value - expected, offers: Offer[] = [{ row, column, value, expected }]
  for (const part of parts) {
    const own = sheet.rows[part.row - 1]?.[part.column - 1]
    if (typeof own === 'number') offers.push({ ...part, value: own, expected: tidy(own + off) })
  }
  return { kind: 'sum', offers, agree: 0, of: 1, step: 1e-6 + Math.abs(value) * 1e-9, weak: true }
}

function asHeld({ row, column, parts, holds }: LoneTotal): HeldRelation {
  return { row, column, kind: 'sum', parts, holds, agree: holds ? 1 : 0, of: 1 }
}

/** Relations are learnt in tables that people add up: a list of tens of thousands of rows is none. */
const MOST_ROWS = 5000
const MOST_CELLS = 400_000

function isLarge(sheet: SheetSnapshot): boolean {
  if (sheet.rows.length > MOST_ROWS) return true
  let widest = 0
  for (const row of sheet.rows) if (row.length > widest) widest = row.length
  return widest * sheet.rows.length > MOST_CELLS
}

function heldSums(sums: SheetSums, held: HeldRelation[]): void {
  for (const relation of sums.relations) {
    const agree = relation.agree.length + relation.loose.length, of = agree + relation.near.length
    // 差额 = 应配 - 实有 is the same relation, and the difference is what was calculated.
    const difference = sums.lines.words[relation.target]?.total === true ? -1 : differencePart(sums.lines, relation.parts),
      rest = difference < 0 ? undefined : difference
    const cell = rest ?? relation.target,
      parts = rest === undefined ? relation.parts : [relation.target, ...relation.parts.filter(part => part !== rest)]
    const tell = (sister: number, holds: boolean): void => {
      held.push({ ...cellOf(sums, cell, sister), kind: rest === undefined ? 'sum' : 'difference', parts: parts.map(part => cellOf(sums, part, sister)), holds, agree, of })
    }
    for (const sister of [...relation.agree, ...relation.zero]) tell(sister, true)
    for (const sister of [...relation.loose, ...relation.near]) tell(sister, false)
  }
}

const MOST_LINES = 40
const MOST_SISTERS = 3000

/** Products, shares and growth rates along the rows, and down the columns of a table on its side. */
function makings(sums: SheetSums, held: HeldRelation[], failing: Failing[], holding: Map<number, number>): void {
  const { lines } = sums
  if (lines.count > MOST_LINES || lines.count < 2 || lines.sisters < 3) return
  const targets = new Set(sums.relations.map(relation => relation.target))
  const sisters: number[] = []
  for (let s = 0; s < lines.sisters && sisters.length < MOST_SISTERS; s++) {
    const words = sums.sisterWords[s]
    if (words?.total !== true && words?.mean !== true) sisters.push(s)
  }
  for (const making of learnMakings(lines, sisters, line => targets.has(line))) {
    const of = making.agree.length + making.fail.length, kind = kindOf(making)
    for (const sister of [...making.agree, ...making.fail]) {
      held.push({
        ...cellOf(sums, making.target, sister),
        kind,
        parts: [...making.parts.map(part => cellOf(sums, part, sister)), ...wholeOf(sums, making)],
        holds: !making.fail.includes(sister),
        agree: making.agree.length,
        of,
      })
    }
    for (const sister of making.agree) for (const line of [making.target, ...making.parts]) {
      const { row, column } = cellOf(sums, line, sister), key = cellKey(row, column)
      holding.set(key, (holding.get(key) ?? 0) + 1)
    }
    if (!making.told || making.fail.length > 2 || making.agree.length < (making.fail.length === 1 ? 3 : 12)) continue
    // A typed 0 may say "none".
    const fail = making.fail.filter(sister => valueAt(lines, making.target, sister) !== 0)
    for (const sister of fail) failing.push(failingMaking(sums, making, sister, kind))
  }
}

function kindOf(making: Making): RelationKind {
  return making.how === 'ratio' || making.how === 'growth' || making.whole !== undefined ? 'share' : 'product'
}

/** Of shares the total of the amounts, where it stands in its line. */
function wholeOf(sums: SheetSums, { parts, whole }: Making): Cell[] {
  const [part] = parts, { lines } = sums
  if (whole === undefined || part === undefined) return []
  for (let sister = 0; sister < lines.sisters; sister++) {
    const isWhole = Math.abs(valueAt(lines, part, sister) - whole) <= 1e-6 * Math.abs(whole)
    if (isWhole && sums.sisterWords[sister]?.total === true) return [cellOf(sums, part, sister)]
  }
  return []
}

function failingMaking(sums: SheetSums, making: Making, sister: number, kind: RelationKind): Failing {
  const { lines } = sums, offers: Offer[] = []
  for (const line of [making.target, ...making.parts]) {
    const value = valueAt(lines, line, sister)
    const expected = line === making.target ? made(lines, making, sister) : partFrom(lines, making, line, sister)
    if (!Number.isNaN(value) && Number.isFinite(expected))
      offers.push({
        ...cellOf(sums, line, sister),
        value,
        expected: onStep(expected, stepAt(lines, line, sister)),
        fit: line === making.target ? 0 : fitOf(sums, line, sister, expected),
      })
  }
  return {
    kind,
    offers,
    agree: making.agree.length,
    of: making.agree.length + making.fail.length,
    step: stepAt(lines, making.target, sister),
  }
}

/** Whether a value would suit its line: the value that most sisters have, or a whole number where all are whole. */
function fitOf({ lines }: SheetSums, line: number, sister: number, expected: number): 0 | 1 | 2 {
  let numbers = 0, same = 0
  for (let s = 0; s < lines.sisters; s++) {
    const value = valueAt(lines, line, s)
    if (s === sister || Number.isNaN(value)) continue
    numbers++
    if (Math.abs(value - expected) <= Math.abs(expected) * 2e-3) same++
  }
  if (numbers >= 2 && same >= numbers * 0.6) return 2
  return stepAt(lines, line, sister) >= 1 && Math.abs(expected - Math.round(expected)) <= Math.abs(expected) * 1e-3 ? 1 : 0
}

/** Rounded to the step in which the column shows its numbers. */
function onStep(value: number, step: number): number {
  return step >= 1e-6 ? tidy(Math.round(value / step) * step) : tidy(value)
}
