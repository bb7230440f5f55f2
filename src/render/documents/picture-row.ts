import { element } from '../../pictures'
import type { Element, Picture } from '../../pictures'
import type { Child } from '../../pictures/element'
import { figure } from './parts'

/** Three pictures side by side fill the width of A4 landscape. */
export const PICTURE_WIDTH = 326

/** Columns of pictures. */
type PictureRow = readonly (readonly Picture[])[]
const COLUMNS = 3
/** Between the margins and the heading of a page, in CSS pixels; and what a picture takes beside its drawing: title, legend's note, gap. */
const ROOM = 640, AROUND = 36, NOTE = 20

/** Pictures that come to rows of others: each under the shortest column of the last row that has room, else beside it, else in a row of its own. */
export function placed(rows: readonly PictureRow[], more: readonly Picture[]): readonly PictureRow[] {
  const found = rows.filter(row => row.length > 0).map(row => row.map(column => [...column]))
  for (const picture of more) {
    const row = found.at(-1), [shortest] = [...(row ?? [])].sort((a, b) => heightOf(a) - heightOf(b))
    if (row !== undefined && row.length < COLUMNS) row.push([picture])
    else if (shortest !== undefined && heightOf(shortest) + heightOf([picture]) <= ROOM) shortest.push(picture)
    else found.push([[picture]])
  }
  return found
}

function heightOf(column: readonly Picture[]): number {
  return column.reduce((sum, { drawing, note }) => sum + Number(drawing.attributes['height'] ?? 0) + AROUND + (note === null ? 0 : NOTE), 0)
}

/** Columns side by side, each with its pictures one below the other; below the last one a few sentences. */
export function pictureRow(columns: PictureRow, words: Child = null): Element {
  const drawn = columns.map((column, index) => element('div', {}, column.map(figure), index === columns.length - 1 && words))
  return element('div', { class: 'pictures' }, drawn)
}
