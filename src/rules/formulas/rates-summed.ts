import type { Finding } from '../../core/finding'
import { cellKey, cellName, keyColumn, keyRow } from '../../core/place'
import type { SheetSnapshot } from '../../core/snapshot'
import { cellAt } from '../../core/snapshot'
import { isSumLike } from '../../formula/class-kinds'
import { sameValue } from '../../formula/deviations'
import type { FormulaClass, ResolvedReference } from '../../formula/normal-form'
import { message } from '../../messages'
import { auditFinding, subjectOf } from '../audit-finding'
import type { AuditBook, AuditRule } from '../audit-rule'
import { boxesOf } from '../boxes'
import { shownText } from './deviation-finding'
import { isTotalLabel, rowLabel } from './labels'

/** A quotient of cells beside it, in tenths or thousandths, rounded, and guarded against a division by nothing. */
const QUOTIENT = new RegExp('^=(?:IF\\([\u0001+()]{1,20}=0,(?:0|"[^"]*"),|IFERROR\\(|ROUND\\()*\\(*\u0001(?:[-+]\u0001)*\\)*/\\(?\u0001(?:[-+]\u0001)*\\)*(?:\\*10{1,4})?(?:-1)?'
  + '\\)*(?:,(?:-?\\d{1,2}|"[^"]*")\\)*)*$')
/** A sum or a mean of a range or of a list of cells, rounded or not. */
const GATHERS = /^=(?:ROUND\()?(?:SUM|AVERAGE|SUBTOTAL)\((?:(?:10)?[19],)?\u0001(?:,\u0001){0,40}\)(?:,\d\))?$/
/** Rows that are meant for means. */
const MEAN = /平\s*均|均值|人均|average|mean/i

/**
 * The total of a column of rates (growth, completion, per head) is the rate of the totals. A sum of the rates means nothing, and their
 * mean gives small and large the same weight, even where both happen to give one number; shares of one fixed whole may be added, and a row
 * for means takes them.
 */
export const ratesSummed: AuditRule = {
  id: 'rates-summed',
  run(book) {
    const findings: Finding[] = []
    for (const sheet of book.sheets) {
      for (const { key, what } of book.formulas.cells(sheet, each => GATHERS.test(each.skeleton))) {
        const found = gathered(book, sheet, key, what)
        if (found !== null) findings.push(found)
      }
    }
    return { findings }
  },
}

/** The rates that a sum or a mean of cells of its own column takes in, and where they stand; `null` where these are anything else. */
export function ratesUnder(
  book: AuditBook, sheet: SheetSnapshot, row: number, column: number, what: FormulaClass,
): { readonly rate: FormulaClass; readonly parts: readonly ResolvedReference[] } | null {
  if (!GATHERS.test(what.skeleton)) return null
  const parts = book.formulas.referencesOf(sheet, row, column), { classAt } = book.formulas.of(sheet)
  const first = parts[0] === undefined ? undefined : classAt.get(cellKey(parts[0].top, column))
  if (first === undefined || parts.reduce((sum, { top, bottom }) => sum + bottom - top + 1, 0) < 2) return null
  const rate = book.formulas.classById(first)
  // Every cell of the rate stands in its own row, in another column: with a fixed whole the rates are shares, and add up.
  if (!QUOTIENT.test(rate.skeleton)) return null
  if (rate.references.some(({ sheet: other, from, to }) =>
    other !== '' || to !== null || from.rowFixed || from.row !== 0 || from.column === 0)) return null
  for (const area of parts) {
    if (area.sheet !== sheet.name || area.left !== column || area.right !== column || (area.top <= row && area.bottom >= row)) return null
    for (let at = area.top; at <= area.bottom; at++) if (classAt.get(cellKey(at, column)) !== first) return null
  }
  return { rate, parts }
}

/** What is added is a sum whatever stands beside it; a mean is meant in a row of means, or where no totals stand to take the rate of. */
function isMeant(book: AuditBook, sheet: SheetSnapshot, row: number, column: number, what: FormulaClass, rate: FormulaClass): boolean {
  if (!what.skeleton.includes('AVERAGE') && !/\((?:10)?1,/.test(what.skeleton)) return false
  if (MEAN.test(rowLabel(sheet, row, column))) return true
  const { classAt } = book.formulas.of(sheet)
  const taken = rate.references.map(({ from }) => {
    const id = classAt.get(cellKey(row, (from.column ?? 0) + (from.columnFixed ? 0 : column)))
    return id === undefined ? null : book.formulas.classById(id)
  })
  return taken.some(each => each?.skeleton.includes('AVERAGE') !== false)
    || (!isTotalLabel(sheet, row, column) && !taken.every(each => each !== null && isSumLike(each)))
}

function gathered(book: AuditBook, sheet: SheetSnapshot, key: number, what: FormulaClass): Finding | null {
  const row = keyRow(key), column = keyColumn(key), shown = cellAt(sheet, row, column)
  const under = typeof shown === 'number' ? ratesUnder(book, sheet, row, column, what) : null
  if (under === null || isMeant(book, sheet, row, column, what, under.rate)) return null
  const right = book.formulas.moved(under.rate, sheet, row, column)
  if (right === null || typeof right.value !== 'number') return null
  const count = under.parts.reduce((sum, { top, bottom }) => sum + bottom - top + 1, 0)
  return auditFinding({
    rule: 'rates-summed', severity: sameValue(right.value, shown) ? 'info' : 'warning', at: { sheet: sheet.name, boxes: boxesOf([key]) },
    related: [{ sheet: sheet.name, boxes: under.parts }], subject: subjectOf(sheet, row, column),
    message: message('audit.rates-summed', { cell: cellName(row, column), count, right: right.formula, value: shownText(right.value) }),
    actual: shown, expected: right.value,
    fix: [{ sheet: sheet.name, row, column, before: { formula: sheet.formulas.get(key) ?? '', value: shown }, after: right }],
  })
}
