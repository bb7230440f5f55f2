import { cellKey } from '../core/place'
import { isTypingSlip } from '../core/typing-slip'
import { cellOf, tidy } from './broken-sums'
import { NEAR, slack } from './relation'
import { stepAt, valueAt } from './lines'
import type { Lines } from './lines'
import type { Cell } from './settle'
import type { SheetSums } from './sheet-totals'
import { doubtfulFamilies, familiesOf } from './tree'

/** A total beside a total label that no sister speaks for. Rows and columns count from 1. */
export interface LoneTotal extends Cell {
  readonly value: number
  readonly parts: readonly Cell[]
  readonly expected: number
  readonly holds: boolean
  /** It holds by some block beside it, and not by the lines that its place names: of weight only beside another doubt. */
  readonly named?: { readonly parts: readonly Cell[]; readonly expected: number }
}

/**
 * Totals with a total label that the learner could not settle by sisters: each is held against the lines that its place names
 * (the lines above it up to the last total, or below it for a total that comes first), and against every other block beside it.
 * `known`: cells whose sum is settled.
 */
export function loneTotals(all: readonly SheetSums[], known: ReadonlySet<number>): LoneTotal[] {
  const found: LoneTotal[] = []
  for (const sums of all) {
    const { lines } = sums, told: number[] = []
    if (lines.down) found.push(...doubted(sums, known))
    for (let line = 0; line < lines.count; line++)
      if (lines.words[line]?.total === true && lines.words[line]?.share !== true) told.push(line)
    if (told.length === 0 || told.length > lines.count / 2) continue
    const closed = new Set(sums.relations.flatMap(relation => relation.parts))
    for (const line of told) {
      const own: LoneTotal[] = [], unsettled: number[] = []
      const blocks = blocksOf(lines, line, closed)
      for (let sister = 0; sister < lines.sisters; sister++) {
        const value = valueAt(lines, line, sister), cell = cellOf(sums, line, sister)
        if (Number.isNaN(value) || value === 0 || known.has(cellKey(cell.row, cell.column)) || sums.sisterWords[sister]?.share === true)
          continue
        const single = held(sums, line, sister, value, blocks)
        if (single !== null) own.push(single)
        else unsettled.push(sister)
      }
      // Of totals that all hold, one that is far off by a slip of the hand.
      const [only] = unsettled, others = own.every(each => each.holds)
      const slip = unsettled.length === 1 && only !== undefined && others ? slipped(sums, line, only, blocks) : null
      if (slip !== null) own.push(slip)
      // Where sister after sister is off, the line is no sum of that block, and nothing is wrong.
      const off = own.filter(each => !each.holds).length
      found.push(...(off <= 1 || off < own.length / 2 ? own : own.filter(each => each.holds)))
    }
  }
  return found
}

/** Parents of a tree of codes or numbering that their children contradict, where the tree holds elsewhere. */
function doubted(sums: SheetSums, known: ReadonlySet<number>): LoneTotal[] {
  const { lines } = sums, found: LoneTotal[] = []
  for (const { target, parts, near, far } of doubtfulFamilies(lines, familiesOf(lines))) {
    for (const sister of [...near, ...far]) {
      const cell = cellOf(sums, target, sister), { sum, parts: counted } = add(lines, parts, sister)
      if (!known.has(cellKey(cell.row, cell.column)) && sums.sisterWords[sister]?.share !== true)
        found.push(single(sums, target, sister, valueAt(lines, target, sister), counted, sum, false))
    }
  }
  return found
}

/** The lines that the place of a total names: above it and below it, without the parts of subtotals and without 其中. */
function blocksOf(lines: Lines, line: number, closed: ReadonlySet<number>): number[][] {
  const blocks: number[][] = []
  for (const step of [-1, 1]) {
    const block: number[] = [], subtotals: number[] = []
    for (let at = line + step; at >= 0 && at < lines.count; at += step) {
      const words = lines.words[at]
      if (words?.ofWhich === true || words?.share === true) continue
      if (words?.total === true) {
        if (!words.sub && !lines.words[line]?.sub) subtotals.push(at)
        else if (words.sub && !(lines.words[line]?.sub ?? false)) subtotals.push(at)
        else break
        continue
      }
      block.push(at)
    }
    if (subtotals.length >= 2) blocks.push(subtotals)
    if (subtotals.length === 0 && block.length >= 2)
      blocks.push(block.filter(at => !closed.has(at)).length >= 2 ? block.filter(at => !closed.has(at)) : block)
  }
  return blocks
}

function held(sums: SheetSums, line: number, sister: number, value: number, blocks: readonly (readonly number[])[]): LoneTotal | null {
  const { lines } = sums, step = stepAt(lines, line, sister)
  for (const block of blocks) {
    const { sum, parts } = add(lines, block, sister)
    if (parts.length >= 2 && Math.abs(sum - value) <= slack(step, parts.length, value))
      return single(sums, line, sister, value, parts, sum, true)
  }
  const other = anyBlock(lines, line, sister, value, step)
  let doubt: LoneTotal | null = null
  for (const block of blocks) {
    const { sum, parts } = add(lines, block, sister)
    if (parts.length < 2 || Math.abs(sum - value) > NEAR * Math.abs(sum) || parts.length < block.length) continue
    // A mean, or one more item of the list that merely has a total's word, lies among its parts.
    if (parts.some(part => Math.abs(valueAt(lines, part, sister)) >= Math.abs(value))) continue
    doubt = single(sums, line, sister, value, parts, sum, false)
    break
  }
  if (other === null) return doubt
  const holds = single(sums, line, sister, value, other, value, true)
  return doubt === null ? holds : { ...holds, named: { parts: doubt.parts, expected: doubt.expected } }
}

/** The total would be the sum of a block, were it not for a slip of the hand that one of two such numbers is hardly ever by chance. */
function slipped(sums: SheetSums, line: number, sister: number, blocks: readonly (readonly number[])[]): LoneTotal | null {
  const value = valueAt(sums.lines, line, sister)
  for (const block of blocks) {
    const { sum, parts } = add(sums.lines, block, sister), long = Math.abs(sum) >= 100 * stepAt(sums.lines, line, sister)
    if (parts.length >= 3 && parts.length === block.length && long && isTypingSlip(value, tidy(sum)))
      return single(sums, line, sister, value, parts, sum, false)
  }
  return null
}

function add(lines: Lines, block: readonly number[], sister: number): { sum: number; parts: number[] } {
  let sum = 0
  const parts: number[] = []
  for (const at of block) {
    const value = valueAt(lines, at, sister)
    if (Number.isNaN(value)) continue
    sum += value
    parts.push(at)
  }
  return { sum, parts }
}

/** Any run of lines that ends beside the total and gives its value. */
function anyBlock(lines: Lines, line: number, sister: number, value: number, step: number): number[] | null {
  for (const way of [-1, 1]) {
    for (const from of [1, 2, 3]) {
      let sum = 0
      const parts: number[] = []
      for (let at = line + way * from; at >= 0 && at < lines.count && parts.length < 400; at += way) {
        const part = valueAt(lines, at, sister)
        if (Number.isNaN(part)) continue
        sum += part
        parts.push(at)
        if (parts.length >= 2 && Math.abs(sum - value) <= step * 0.51) return parts
      }
    }
  }
  return null
}

function single(
  sums: SheetSums,
  line: number,
  sister: number,
  value: number,
  parts: readonly number[],
  sum: number,
  holds: boolean,
): LoneTotal {
  return { ...cellOf(sums, line, sister), value, parts: parts.map(part => cellOf(sums, part, sister)), expected: tidy(sum), holds }
}
