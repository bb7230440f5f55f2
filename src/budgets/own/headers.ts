import { isInBox } from '../../core/place'
import { isBlank } from '../../core/cell'
import type { Box } from '../../core/place'
import { cellAt } from '../../core/snapshot'
import type { SheetSnapshot } from '../../core/snapshot'
import { normalise } from '../../vocabulary/normalise'

/** （万元） alone under a word belongs to it. */
const UNIT_ALONE = /^[([【][^()[\]【】]{1,12}[)\]】]$/
/** Numbers of columns, as forms print them: no level of the header. */
const MARK = /^(?:\(?\d{1,2}\)?(?:=.*)?|栏次|行次|[甲乙丙丁])$/

/**
 * Every word above each column, outermost first, by column. Group words reach over their merge, else over the columns to the right that have
 * a word of their own below and none beside it.
 */
export function headerLevels(sheet: SheetSnapshot, header: Box): ReadonlyMap<number, readonly string[]> {
  const text = (row: number, column: number): string => {
    const value = cellAt(sheet, row, column)
    return typeof value === 'string' ? normalise(value) : typeof value === 'number' && value >= 1990 && value <= 2100 ? String(value) : ''
  }
  const merges = (sheet.merges ?? []).filter(box => box.bottom >= header.top && box.top <= header.bottom)
  const below = (row: number, column: number): boolean => {
    for (let under = row + 1; under <= header.bottom; under++) if (text(under, column) !== '') return true
    return false
  }
  const levels = new Map<number, string[]>(), groups = new Map<number, string[]>()
  for (let row = header.top; row <= header.bottom; row++) {
    if (isMarks(sheet, row, header)) continue
    let open: { word: string; parents: string } | null = null
    for (let column = header.left; column <= header.right; column++) {
      const merge = merges.find(box => isInBox(box, row, column))
      const own = merge === undefined ? text(row, column) : text(merge.top, merge.left), parents = (groups.get(column) ?? []).join('/')
      if (merge !== undefined || own !== '') open = own !== '' && merge === undefined && below(row, column) ? { word: own, parents } : null
      const word = own !== '' ? own : merge === undefined && open !== null && open.parents === parents && below(row, column) ? open.word : ''
      if (own === '' && word === '') open = null
      const found = levels.get(column) ?? []
      levels.set(column, found)
      if (word !== '' && found.at(-1) !== word) {
        if (UNIT_ALONE.test(word) && found.length > 0) found.push(`${found.pop() ?? ''}${word}`)
        else found.push(word)
      }
    }
    for (const [column, found] of levels) groups.set(column, [...found])
  }
  return levels
}

function isMarks(sheet: SheetSnapshot, row: number, header: Box): boolean {
  let marks = 0
  for (let column = header.left; column <= header.right; column++) {
    const value = cellAt(sheet, row, column)
    if (isBlank(value)) continue
    if (!MARK.test(typeof value === 'number' ? String(value) : typeof value === 'string' ? normalise(value) : '')) return false
    marks++
  }
  return marks >= 2
}
