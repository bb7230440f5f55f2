import { between } from '../people'
import { one } from './words'
import { BIRTH_STYLES } from './writings'

export type Draw = () => number
export type Layout = 'column' | 'merged' | 'sections' | 'sheets' | 'single'

/** True so often, of one. */
export const chance = (draw: Draw, share: number): boolean => draw() < share

/** How one workbook is written, the same on all its sheets. */
export interface Style {
  readonly layout: Layout
  readonly twoEducations: boolean
  readonly politicsStyle: 'word' | 'both-yn' | 'party-tick'
  readonly kindStyle: 'word' | 'yn'
  readonly birthSource: 'birth' | 'age' | 'id' | 'birth+id' | 'birth+age'
  readonly birthStyle: number
  readonly withStatus: boolean
  readonly spaced: boolean
  readonly suffix: string
}

/** Drawn in this order: a seed stands for the same workbook for ever. */
export function drawStyle(draw: Draw): Style {
  return {
    layout: one<Layout>(['column', 'column', 'merged', 'sections', 'sheets', 'single'], draw),
    twoEducations: chance(draw, 0.3),
    politicsStyle: one(['word', 'word', 'word', 'both-yn', 'party-tick'] as const, draw),
    kindStyle: chance(draw, 0.15) ? 'yn' : 'word',
    birthSource: one(['birth', 'birth', 'age', 'id', 'birth+id', 'birth+age'] as const, draw),
    birthStyle: chance(draw, 0.3) ? -1 : between(0, BIRTH_STYLES.length - 1, draw),
    withStatus: chance(draw, 0.35),
    spaced: chance(draw, 0.4),
    suffix: one(['', '社区', '居委会', '社区居委会'], draw),
  }
}
