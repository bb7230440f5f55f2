import type { Finding } from '../../core/finding'
import { cellKey, cellName, isInBox } from '../../core/place'
import { cellAt } from '../../core/snapshot'
import type { SheetSnapshot } from '../../core/snapshot'
import { deviationsOf, sameValue } from '../../formula/deviations'
import type { FormulaClass } from '../../formula/normal-form'
import { signsOf } from '../../formula/signed-terms'
import { message } from '../../messages'
import { auditFinding, subjectOf } from '../audit-finding'
import type { AuditBook } from '../audit-rule'
import { oneCell } from '../boxes'
import { hasOverrideNote } from '../override-note'

const TOTAL = /^(?:本年)?(?:收入|支出|资金来源|资金运用)?(?:总计|合计|总额)$/
const CLOSING = /^(?:(?:结转|结余)下年|(?:年[终末]|期末|滚存|累计)?结[余转]|(?:年[终末]|期末)余额|收支差额)(?:资金)?$/
/** A remainder of a cent is rounding. */
const CENT = 0.011

interface Column { readonly column: number; readonly lacks: number }

/**
 * The line that closes a table of two sides (结转下年, 年终结余) makes both totals equal. Where it does in one column by a formula, and in
 * another the totals differ by just what that formula would add there, the other closes wrongly: the formula and the totals both say so.
 * Alone it is told where both totals are sums that hold, its own with it: the totals say so.
 */
export function closingLines(book: AuditBook, sheet: SheetSnapshot): Finding[] {
  const findings: Finding[] = []
  for (const [r, cells] of sheet.rows.entries()) {
    const sides = cells.flatMap((value, c) => (isWord(value, TOTAL) ? [c + 1] : []))
    const [left, right, more] = sides
    if (left === undefined || right === undefined || more !== undefined) continue
    for (let row = r; row >= 1 && row > r - 30; row--) {
      for (const [side, other] of [[left, right], [right, left]] as const) {
        if (isWord(cellAt(sheet, row, side), CLOSING)) findings.push(...inLine(book, sheet, row, r + 1, side, other, right - left))
      }
    }
  }
  return findings
}

function isWord(value: unknown, pattern: RegExp): boolean {
  return typeof value === 'string' && value.length <= 24 && pattern.test(value.normalize('NFKC').replace(/[\s:]|\(.*\)|^[一二三四五六七八九十\d]+[、.]/g, ''))
}

function inLine(book: AuditBook, sheet: SheetSnapshot, row: number, total: number, side: number, other: number, width: number): Finding[] {
  const columns: Column[] = []
  for (let step = 1; step < width; step++) {
    const own = cellAt(sheet, total, side + step), others = cellAt(sheet, total, other + step)
    if (typeof own === 'number' && typeof others === 'number') columns.push({ column: side + step, lacks: others - own })
  }
  const told = new Set(deviationsOf(book.formulas, sheet).map(each => cellKey(each.row, each.column)))
  const closing = columns.flatMap(({ column, lacks }) => {
    const norm = book.formulas.classIn(sheet, row, column)
    return Math.abs(lacks) <= CENT && norm !== undefined && norm.references.length > 1 ? [{ column, norm }] : []
  })
  const open = columns.filter(each => Math.abs(each.lacks) > CENT).length
  return columns.flatMap(({ column, lacks }) => {
    if (Math.abs(lacks) <= CENT || told.has(cellKey(row, column))) return []
    const shown = cellAt(sheet, row, column), due = (typeof shown === 'number' ? shown : 0) + lacks
    const own = book.formulas.classIn(sheet, row, column)
    for (const { column: sister, norm } of closing) {
      const moved = own === norm ? null : book.formulas.moved(norm, sheet, row, column)
      if (moved !== null && typeof moved.value === 'number' && Math.abs(moved.value - due) <= CENT) {
        return [finding(sheet, row, column, lacks, moved.value, { formula: moved.formula, row, column: sister, norm })]
      }
    }
    return open === 1 && closing.length === 0 && isTakenByTotal(book, sheet, row, total, column)
      && isTakenByTotal(book, sheet, 0, total, column - side + other) ? [finding(sheet, row, column, lacks, due, null)] : []
  })
}

/** The total is a sum that takes a line in (0: whichever), and shows what it gives. */
function isTakenByTotal(book: AuditBook, sheet: SheetSnapshot, row: number, total: number, column: number): boolean {
  const what = book.formulas.classIn(sheet, total, column)
  if (what === undefined || signsOf(what)?.every(sign => sign === 1) !== true) return false
  const areas = book.formulas.referencesOf(sheet, total, column)
  if (areas.some(area => area.left !== column || area.right !== column)) return false
  if (!(row === 0 || areas.some(area => isInBox(area, row, column)))) return false
  const formula = sheet.formulas.get(cellKey(total, column)) ?? ''
  return sameValue(book.formulas.calculatePlain(formula, sheet, total, column), cellAt(sheet, total, column))
}


function finding(
  sheet: SheetSnapshot, row: number, column: number, lacks: number, value: number,
  sister: { readonly formula: string; readonly row: number; readonly column: number; readonly norm: FormulaClass } | null,
): Finding {
  const shown = cellAt(sheet, row, column), before = sheet.formulas.get(cellKey(row, column))
  const cell = cellName(row, column)
  const difference = Number(Math.abs(lacks).toPrecision(12)), due = Number(value.toPrecision(12))
  return auditFinding({
    rule: 'balance-differs', severity: hasOverrideNote(sheet, row, column) ? 'info' : 'warning',
    at: { sheet: sheet.name, boxes: [oneCell(row, column)] },
    related: sister === null ? [] : [{ sheet: sheet.name, boxes: [oneCell(sister.row, sister.column)] }],
    subject: subjectOf(sheet, row, column),
    message: sister === null ? message('across.closing-alone', { cell, difference, value: due })
      : message('across.closing', { cell, difference, sister: cellName(sister.row, sister.column), right: sister.formula, value: due }),
    actual: shown, expected: sister === null ? due : value,
    fix: sister === null ? [] : [{
      sheet: sheet.name, row, column, before: before === undefined ? shown : { formula: before, value: shown },
      after: { formula: sister.formula, value },
    }],
  })
}
