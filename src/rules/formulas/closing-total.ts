import type { Finding } from '../../core/finding'
import { cellKey, cellName } from '../../core/place'
import type { SheetSnapshot } from '../../core/snapshot'
import { cellAt } from '../../core/snapshot'
import { isSumLike } from '../../formula/class-kinds'
import { sameValue } from '../../formula/deviations'
import type { FormulaClass } from '../../formula/normal-form'
import { message } from '../../messages'
import { auditFinding, subjectOf } from '../audit-finding'
import type { AuditBook } from '../audit-rule'
import { oneCell } from '../boxes'
import { hasOverrideNote } from '../override-note'
import { shownText } from './deviation-finding'

/** So many rows carry a balance on, or add up from the first row, before the row under them closes it. */
const LEAST = 4

/**
 * Under a column that is carried on from row to row (a balance, or what was done so far) stands a formula that takes one of its lines,
 * beside sums of the whole list: it closes the column, and comes to its last line. What it takes instead is another line.
 */
export function closingLines(book: AuditBook, sheet: SheetSnapshot, told: ReadonlySet<number>): Finding[] {
  const findings: Finding[] = [], { columns } = book.formulas.of(sheet)
  for (const [column, { at, classes }] of columns) {
    for (let i = LEAST; i < at.length; i++) {
      const row = at[i] ?? 0, last = classes[i - 1]
      if (last === undefined || last === classes[i] || at[i - 1] !== row - 1 || told.has(cellKey(row, column))) continue
      let first = i - 1
      while (first > 0 && classes[first - 1] === last && at[first - 1] === (at[first] ?? 0) - 1) first--
      const areas = book.formulas.referencesOf(sheet, row, column)
        .filter(area => area.sheet === sheet.name && area.left <= column && area.right >= column)
      const [taken] = areas, top = at[first] ?? 0, value = cellAt(sheet, row - 1, column), shown = cellAt(sheet, row, column)
      if (i - first < LEAST || taken === undefined || areas.length > 1) continue
      if (taken.top !== taken.bottom || taken.top < top || taken.top >= row - 1) continue
      if (typeof value !== 'number' || typeof shown !== 'number' || sameValue(value, shown)) continue
      if (!isCarriedOn(book.formulas.classById(last)) || !closesList(book, sheet, row, column, top)) continue
      const formula = `=${cellName(row - 1, column)}`, before = sheet.formulas.get(cellKey(row, column)) ?? ''
      findings.push(auditFinding({
        rule: 'total-row-differs', severity: hasOverrideNote(sheet, row, column) ? 'info' : 'warning',
        at: { sheet: sheet.name, boxes: [oneCell(row, column)] }, related: [{ sheet: sheet.name, boxes: [oneCell(row - 1, column)] }],
        subject: subjectOf(sheet, row, column),
        message: message('audit.closing-line', { cell: cellName(row, column), last: cellName(row - 1, column), value: shownText(value), shown: shownText(shown) }),
        actual: shown, expected: value,
        fix: [{ sheet: sheet.name, row, column, before: { formula: before, value: shown }, after: { formula, value } }],
      }))
    }
  }
  return findings
}

/** Takes the line above it in its own column, or all rows from a fixed one down to its own. */
function isCarriedOn({ references }: FormulaClass): boolean {
  return references.some(({ sheet, from, to }) => sheet === '' && (to === null
    ? from.row === -1 && !from.rowFixed && from.column === 0 && !from.columnFixed
    : from.rowFixed && !to.rowFixed && to.row === 0))
}

/** Another formula of the row adds up its column from the first of these rows, or above, to the last. */
function closesList(book: AuditBook, sheet: SheetSnapshot, row: number, column: number, top: number): boolean {
  return book.formulas.of(sheet).rows.get(row)?.at.some(at => {
    const what = book.formulas.classIn(sheet, row, at), [area] = book.formulas.referencesOf(sheet, row, at)
    return at !== column && what !== undefined && isSumLike(what) && area?.left === at && area.right === at && area.bottom === row - 1
      && area.top <= top
  }) ?? false
}
