import { rule } from '../rule'
import { eachNote } from './noted'

/** A cell of the roster holds an error value and cannot be read. */
export const cellError = rule({
  id: 'cell-error', needs: ['roster'], severity: 'warning', fix: 'none', source: null,
  example: null,
  people: eachNote(['value.error']),
})
