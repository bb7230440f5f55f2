import { cellOf, tidy } from './broken-sums'
import { stepAt, valueAt } from './lines'
import type { Cell } from './settle'
import type { SheetSums } from './sheet-totals'

/** A total that counts lines twice, or adds up shares and means. Rows and columns count from 1. */
export interface CountedTwice extends Cell {
  readonly value: number
  readonly expected: number
  /** The lines that are counted though others hold them already; for means the rows that were added. */
  readonly parts: readonly Cell[]
  readonly why: 'twice' | 'mean' | 'share'
}

/** Totals, by their words, that are the sum of all their lines and of more than the lines that stand for the whole. */
export function countedTwice(all: readonly SheetSums[]): CountedTwice[] {
  const found: CountedTwice[] = []
  for (const sums of all) {
    const { lines } = sums
    for (let line = 0; line < lines.count; line++) {
      const words = lines.words[line]
      if (words?.total !== true || words.sub) continue
      const block = blockOf(sums, line)
      if (block.length < 2) continue
      const inner = innerLines(sums, block)
      for (let sister = 0; sister < lines.sisters; sister++) {
        const value = valueAt(lines, line, sister)
        if (Number.isNaN(value) || value === 0) continue
        const whole = add(sums, block, sister), step = stepAt(lines, line, sister)
        if (whole.count < 2 || Math.abs(whole.sum - value) > step * 0.51) continue
        if (sums.direction === 'down' && isMean(sums, sister)) {
          const mean = whole.sum / whole.count
          if (whole.count >= 3 && !isComposition(value, sums.sisterWords[sister]?.label ?? '')) found.push({ ...cellOf(sums, line, sister), value, expected: tidy(Math.round(mean / step) * step), parts: block.map(at => cellOf(sums, at, sister)), why: MEAN.test(sums.sisterWords[sister]?.label ?? '') ? 'mean' : 'share' })
          continue
        }
        if (inner.length === 0) continue
        const once = add(sums, block.filter(at => !inner.includes(at)), sister)
        if (once.count < 1 || Math.abs(once.sum - value) <= step * 0.51) continue
        found.push({ ...cellOf(sums, line, sister), value, expected: tidy(once.sum), parts: inner.map(at => cellOf(sums, at, sister)), why: 'twice' })
      }
    }
  }
  return found
}

/** The lines between a total and the one before it: above it, or below it where it stands first. */
function blockOf({ lines }: SheetSums, line: number): number[] {
  for (const step of [-1, 1]) {
    const block: number[] = []
    for (let at = line + step; at >= 0 && at < lines.count; at += step) {
      const words = lines.words[at]
      if (words?.total === true && !words.sub) break
      block.push(at)
    }
    if (block.length >= 2) return block.sort((a, b) => a - b)
  }
  return []
}

/** Lines of a block that are parts of another line of it, by the relations learnt, or that say 其中. */
function innerLines({ lines, relations }: SheetSums, block: readonly number[]): number[] {
  const inside = new Set(block), inner = new Set<number>()
  for (const { target, parts } of relations) {
    if (!inside.has(target) || !parts.every(part => inside.has(part)) || !isOneBlock(target, parts, lines)) continue
    for (const part of parts) inner.add(part)
  }
  for (const at of block) if (lines.words[at]?.ofWhich === true) inner.add(at)
  return [...inner]
}

/** The parts stand together beside their sum, or a tree of codes or numbering names them: other finds may be chance. */
function isOneBlock(target: number, parts: readonly number[], lines: SheetSums['lines']): boolean {
  const words = lines.words[target]
  if (words !== undefined && (words.code !== '' || words.depth > 0)) return true
  const first = parts[0] ?? 0, last = parts.at(-1) ?? 0
  return last - first === parts.length - 1 && (first === target + 1 || last === target - 1) && (words?.total === true || parts.length >= 3)
}

function add({ lines }: SheetSums, block: readonly number[], sister: number): { sum: number; count: number } {
  let sum = 0, count = 0
  for (const at of block) {
    const value = valueAt(lines, at, sister)
    if (!Number.isNaN(value)) { sum += value; count++ }
  }
  return { sum, count }
}

function isMean(sums: SheetSums, sister: number): boolean {
  return sums.sisterWords[sister]?.share === true
}

const MEAN = /平均|人均|均价|average|\bavg\b|\bmean\b/i

/** Shares of one whole may be added: they come to that whole's share, 1 or 100 at most. Means and amounts a head may not. */
function isComposition(value: number, header: string): boolean {
  return MEAN.test(header) ? false : value <= 1.02 || (value > 2 && value <= 102)
}
