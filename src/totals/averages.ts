import { cellOf } from './broken-sums'
import { decimalsOf } from './numerals'
import { valueAt } from './lines'
import type { Lines } from './lines'
import type { SheetSums } from './sheet-totals'
import type { HeldRelation } from './held-relation'

/** A mean of more lines than this is looked for among the nearest ones only. */
const LONGEST = 400

/**
 * Lines that are called a mean (平均, average) and are the mean of the lines before them (or behind them), totals left out: the block on
 * which most sisters agree. They are recalculated and told as checked; a mean that differs is no finding, since blanks and zeros are
 * counted in many ways.
 */
export function heldAverages(sums: SheetSums): HeldRelation[] {
  const { lines } = sums, found: HeldRelation[] = []
  for (let line = 0; line < lines.count; line++) {
    if (lines.words[line]?.mean !== true) continue
    const best = [-1, 1].map(step => bestBlock(lines, line, step)).sort((a, b) => b.agree.length - a.agree.length)[0]
    if (best === undefined || best.agree.length === 0 || best.fail.length * 4 > best.agree.length) continue
    // One column alone: three parts and three digits, else it is chance.
    if (best.agree.length === 1 && (best.parts.length < 3 || String(valueAt(lines, line, best.agree[0] ?? 0)).replace(/\D/g, '').length < 3)) continue
    for (const sister of [...best.agree, ...best.fail]) {
      const parts = best.parts.filter(part => !Number.isNaN(valueAt(lines, part, sister))).map(part => cellOf(sums, part, sister))
      found.push({
        ...cellOf(sums, line, sister), kind: 'average', parts, holds: best.agree.includes(sister), agree: best.agree.length,
        of: best.agree.length + best.fail.length,
      })
    }
  }
  return found
}

interface Block { readonly parts: readonly number[]; readonly agree: readonly number[]; readonly fail: readonly number[] }

/** The block beside a line, growing from it, whose mean the line is in most sisters. */
function bestBlock(lines: Lines, line: number, step: number): Block {
  const parts: number[] = [], sums = new Float64Array(lines.sisters), counts = new Int32Array(lines.sisters)
  let best: Block = { parts: [], agree: [], fail: [] }
  for (let at = line + step; at >= 0 && at < lines.count && parts.length < LONGEST; at += step) {
    const words = lines.words[at]
    if (words?.total === true || words?.mean === true || words?.share === true) continue
    parts.push(at)
    const agree: number[] = [], fail: number[] = []
    for (let sister = 0; sister < lines.sisters; sister++) {
      const part = valueAt(lines, at, sister), value = valueAt(lines, line, sister)
      if (!Number.isNaN(part)) {
        sums[sister] = (sums[sister] ?? 0) + part
        counts[sister] = (counts[sister] ?? 0) + 1
      }
      const count = counts[sister] ?? 0
      if (Number.isNaN(value) || count < 2) continue
      const off = Math.abs((sums[sister] ?? 0) / count - value)
      if (off <= 0.505 * 10 ** -Math.min(6, decimalsOf(value)) + Math.abs(value) * 1e-9) agree.push(sister)
      else fail.push(sister)
    }
    const more = agree.length - best.agree.length
    if (more > 0 || (more === 0 && fail.length < best.fail.length)) best = { parts: [...parts], agree, fail }
  }
  return best
}
