import { stepAt, valueAt } from './lines'
import type { Lines } from './lines'

/** One line is the sum of others, in the sisters that agree. */
export interface Relation {
  readonly target: number
  /** Ascending. */
  readonly parts: readonly number[]
  readonly agree: readonly number[]
  /** Sisters where it misses by next to nothing: rounded twice, or revised. */
  readonly loose: readonly number[]
  /** Sisters where it misses by little: the sum is wrong there, or a part of it. */
  readonly near: readonly number[]
  /** Sisters whose value is of another kind (a mean, a share): the relation does not speak of them. */
  readonly far: readonly number[]
  /** Sisters where sum and parts are nothing: it holds, and says nothing. */
  readonly zero: readonly number[]
  /** How many agree without any rounding. */
  readonly exact: number
  /** Decimal digits by which the agreement goes beyond chance. */
  readonly evidence: number
}

/** A difference of at most this share of the sum is a wrong sum; more is another quantity. */
export const NEAR = 0.15

const LOOSE = 0.003

/** How far a rounded sum of so many rounded parts is off at most: half a step each, and three times the usual for many. */
export function slack(unit: number, parts: number, value: number): number {
  return unit * Math.min(0.5 * (parts + 1), 0.2 + 0.87 * Math.sqrt(parts + 1)) * 1.0001 + Math.abs(value) * 1e-9
}

export function tally(lines: Lines, target: number, parts: readonly number[]): Relation {
  const agree: number[] = [], near: number[] = [], far: number[] = [], zero: number[] = [], loose: number[] = []
  const seen = new Set<number>(), alone = new Map<number, number>()
  let evidence = 0, exact = 0
  for (let s = 0; s < lines.sisters; s++) {
    const value = valueAt(lines, target, s)
    if (Number.isNaN(value)) continue
    let sum = 0, known = 0, largest = 0, only = -1
    for (const part of parts) {
      const at = valueAt(lines, part, s)
      if (Number.isNaN(at) || at === 0) continue
      sum += at
      known++
      only = part
      if (Math.abs(at) > Math.abs(largest)) largest = at
    }
    if (known === 0) {
      if (value === 0) zero.push(s)
      continue
    }
    const off = Math.abs(sum - value), unit = stepAt(lines, target, s)
    if (off <= slack(unit, known, value)) {
      agree.push(s)
      if (off <= unit * 0.01 + Math.abs(value) * 1e-9) exact++
      const found = Math.max(0, digits(value, off, unit) - Math.log10(known))
      if (known === 1) alone.set(only, (alone.get(only) ?? 0) + found)
      else {
        // Sisters in the same proportion say the same thing again.
        const proportion = Math.round((largest / value) * 2000) * 64 + Math.min(known, 63)
        evidence += seen.has(proportion) ? Math.min(REPEATED, found) : found
        seen.add(proportion)
      }
    } else if (off <= Math.max(3 * slack(unit, known, value), LOOSE * Math.abs(sum)) && off <= NEAR * Math.abs(sum)) {
      loose.push(s)
      evidence += Math.max(0, digits(value, off, unit) - Math.log10(known) - 1)
    } else if (off <= NEAR * Math.abs(sum)) near.push(s)
    else far.push(s)
  }
  // Where only one part is there, the sum is a copy of it: that speaks for the relation only as far as different parts take turns.
  const singles = [...alone.values()].sort((a, b) => b - a)
  for (const found of singles.slice(1)) evidence += Math.min(found, 4) * 0.5
  return { target, parts: [...parts].sort((a, b) => a - b), agree, loose, near, far, zero, exact, evidence }
}

export function digits(value: number, off: number, unit: number): number {
  return Math.min(4, Math.log10((Math.abs(value) + unit) / (2 * off + unit)))
}

const REPEATED = 0.1
