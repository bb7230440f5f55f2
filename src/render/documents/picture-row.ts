import { element } from '../../pictures'
import type { Element, Picture } from '../../pictures'
import type { Child } from '../../pictures/element'
import { figure } from './parts'

/** Three pictures side by side fill the width of A4 landscape. */
export const PICTURE_WIDTH = 326

/** Columns side by side, each with its pictures one below the other; below the last one a few sentences. */
export function pictureRow(columns: readonly (readonly Picture[])[], words: Child = null): Element {
  const drawn = columns.map((column, index) => element('div', {}, column.map(figure), index === columns.length - 1 && words))
  return element('div', { class: 'pictures' }, drawn)
}
