import type { Finding } from '../../core/finding'
import { cellKey, cellName, keyColumn, keyRow } from '../../core/place'
import type { SheetSnapshot } from '../../core/snapshot'
import { isSumLike } from '../../formula/class-kinds'
import { cellAt } from '../../core/snapshot'
import { resolve } from '../../formula/normal-form'
import type { FormulaClass } from '../../formula/normal-form'
import { message } from '../../messages'
import { auditFinding, subjectOf } from '../audit-finding'
import type { AuditBook, AuditRule } from '../audit-rule'
import { boxesOf } from '../boxes'
import { shownText } from './deviation-finding'

const QUOTIENT = /^=(?:ROUND\(|IFERROR\()*\(*\u0001(?:-\u0001\)?)?\/\u0001\)*(?:\*100)?(?:,[\d"]{1,3}\))*$/

/**
 * The total of a column of rates (growth, completion, per head) is the rate of the totals. A sum of the rates means nothing; shares of
 * one fixed whole may be added.
 */
export const ratesSummed: AuditRule = {
  id: 'rates-summed',
  run(book) {
    const findings: Finding[] = []
    for (const sheet of book.sheets) {
      for (const { key, what } of book.formulas.cells(sheet, isSumLike)) {
        const found = summed(book, sheet, key, what)
        if (found !== null) findings.push(found)
      }
    }
    return { findings }
  },
}

function summed(book: AuditBook, sheet: SheetSnapshot, key: number, what: FormulaClass): Finding | null {
  const row = keyRow(key), column = keyColumn(key), [reference] = what.references
  const area = reference === undefined ? null : resolve(reference, sheet.name, row, column)
  if (area === null || area.sheet !== sheet.name || area.left !== column || area.right !== column || area.bottom - area.top < 1
    || area.bottom >= row) return null
  const parts = book.formulas.of(sheet).classAt, first = parts.get(cellKey(area.top, column))
  if (first === undefined) return null
  for (let at = area.top; at <= area.bottom; at++) if (parts.get(cellKey(at, column)) !== first) return null
  const rate = book.formulas.classById(first)
  // Every cell of the rate stands in its own row, in another column: with a fixed whole the rates are shares, and add up.
  if (!QUOTIENT.test(rate.skeleton) || rate.references.some(({ sheet: other, from, to }) => other !== '' || to !== null || from.rowFixed || from.row !== 0 || from.column === 0)) return null
  const moved = book.formulas.moved(rate, sheet, row, column), shown = cellAt(sheet, row, column)
  if (moved === null || typeof moved.value !== 'number' || typeof shown !== 'number') return null
  return auditFinding({
    rule: 'rates-summed', severity: 'warning', at: { sheet: sheet.name, boxes: boxesOf([key]) },
    related: [{ sheet: sheet.name, boxes: [{ top: area.top, bottom: area.bottom, left: column, right: column }] }],
      subject: subjectOf(sheet, row, column),
    message: message('audit.rates-summed', { cell: cellName(row, column), count: area.bottom - area.top + 1, right: moved.formula, value: shownText(moved.value) }),
    actual: shown, expected: moved.value,
    fix: [{ sheet: sheet.name, row, column, before: { formula: sheet.formulas.get(key) ?? '', value: shown }, after: moved }],
  })
}
