import type { CellValue } from '../core/cell'
import { normalise, textOf } from './normalise'

/** √ in a column means yes and a blank no; under 有/无 a blank means that nobody answered. */
export type RoomStyle = 'tick' | 'have' | 'unknown'

const TICK = /^[√✓✔☑✅○●◯■v×✗✘✕✖x]$/i

/**
 * How a room column is filled. A word or a figure (有, 无, 0, 45㎡) shows that each cell is meant to be answered, so a blank is open;
 * with ticks, ones and a stray cross alone a blank is a no.
 */
export function roomColumnStyle(values: Iterable<CellValue>): RoomStyle {
  let ticks = 0, words = 0
  for (const value of values) {
    if (typeof value === 'number') {
      if (value === 1) ticks++
      else words++
      continue
    }
    const word = normalise(textOf(value))
    if (word === '') continue
    if (TICK.test(word) || word === '1') ticks++
    else words++
  }
  if (ticks + words === 0) return 'unknown'
  return words === 0 ? 'tick' : 'have'
}
