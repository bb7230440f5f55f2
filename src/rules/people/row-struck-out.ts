import { rule } from '../rule'
import { eachNote } from './noted'

/** The whole row is struck out, which usually means that the person has left. Counted as gone, to be confirmed; a verdict that turns is unknown. */
export const rowStruckOut = rule({
  id: 'row-struck-out', needs: ['roster'], severity: 'warning', fix: 'none', source: null,
  example: null,
  people: eachNote(['value.struck-out']),
})
