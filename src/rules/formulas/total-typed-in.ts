import { isFormula } from '../../core/cell'
import type { CellContent } from '../../core/cell'
import type { Finding } from '../../core/finding'
import { cellKey, cellName, keyColumn, keyRow } from '../../core/place'
import type { SheetSnapshot } from '../../core/snapshot'
import { cellAt } from '../../core/snapshot'
import { isTypingSlip } from '../../core/typing-slip'
import { isAddedTogether } from '../../formula/added-together'
import { agrees } from '../../formula/agrees'
import { isLink, isSumLike } from '../../formula/class-kinds'
import { inputsOf } from '../../formula/inputs'
import { typedInOf } from '../../formula/typed-in'
import type { TypedIn } from '../../formula/typed-in'
import { message } from '../../messages'
import { auditFinding, subjectOf } from '../audit-finding'
import type { AuditBook, AuditRule } from '../audit-rule'
import { boxesOf, oneCell } from '../boxes'
import { hasOverrideNote } from '../override-note'
import { shownText } from './deviation-finding'
import { isTotalLabel, looksLikeOrder } from './labels'

/**
 * A number typed in where the siblings compute. Equal to what their formula gives there: right now, and will break (info, one finding
 * for each formula and line). Different, while siblings stand beside it: wrong now.
 * Of its findings on the labelled workbooks (`npm run audit:score`) the set of labels that counts typed values confirms 91 of 102 equal
 * ones and 32 of 33 that differ.
 */
export const totalTypedIn: AuditRule = {
  id: 'total-typed-in',
  reports: ['typed-in-differs'],
  run(book) {
    const findings: Finding[] = []
    for (const sheet of book.sheets) {
      const equal = new Map<string, TypedIn[]>()
      for (const typed of typedInOf(book.formulas, sheet)) {
        if (typed.equal) {
          if (!tells(typed)) continue
          const key = `${String(typed.norm.id)}:${typed.along}:${String(typed.along === 'row' ? typed.row : typed.column)}`, known = equal.get(key)
          if (known === undefined) equal.set(key, [typed])
          else known.push(typed)
        } else if (differs(book, sheet, typed)) findings.push(differing(typed))
      }
      for (const group of equal.values()) findings.push(typedEqual(sheet, group))
    }
    return { findings }
  },
}

/** An equal value is no chance: it has two digits that count, or siblings stand on both sides. */
function tells({ typed, near, siblings }: TypedIn): boolean {
  if (typed === 0) return siblings.length >= 10
  const digits = String(Math.abs(typed)).replace(/^0\.0*|\.|0+$/g, '').length
  return digits >= 2 || (siblings.length >= 3 && near.before + near.after >= 2)
}

/** Siblings on both sides, three at least; or four on one side and a value of the same size. And something to compute from. */
function differs(
  book: AuditBook,
  sheet: SheetSnapshot,
  one: TypedIn,
): boolean {
  const { norm, near, row, column, typed, expected, perpendicular, enclosed, continued, along, alike } = one
  if (expected === 0 && !isBalanced(book, one)) return false
  if ((isLink(norm) && looksLikeOrder(typed)) || isNumberOfOrder(sheet, row, column, typed)) return false
  const between = near.before > 0 && near.after > 0,
    ratio = typed / expected
  const inTable = enclosed || (continued && isLink(norm))
  if (!perpendicular && !((inTable || alike) && norm.references.every(reference => reference.to === null))) return false
  // A sum beside two others is one of three totals of a table, whatever it is called; far off at their end it is another figure.
  const named = along === 'row' && isTotalLabel(sheet, row, column), total = named || (along === 'row' && isSumLike(norm)),
    // A share typed as its number of percent is a slip too, and a point in another place of a rounded number.
    slip = isTypingSlip(typed, expected) || [0.01, 0.1, 10, 100].some(shift => agrees(typed, shift * expected)),
    many = near.before + near.after, far = named || many >= 4 ? 2 : 1.25
  // A typed 0 may say "none": only among several formulas with numbers to compute from, or as a total of numbers, it contradicts them.
  const inside = (near.before >= 2 && near.after >= 2) || (enclosed && many >= 4)
  const taken = perpendicular && many >= 2 && isAddedTogether(book.formulas, sheet, along === 'column' ? row : column, near, along, along === 'column' ? column : row, norm)
  const contradicted = inside || (taken && !isLink(norm) && many >= 3) || (enclosed && !isLink(norm) && many >= 3)
  if (typed === 0)
    return perpendicular && (contradicted || (many >= 4 && isTotalLabel(sheet, row, column))
      || (total && isSumLike(norm) && many >= 2 && (named || between)))
  if (along === 'row' && many >= 3 && footsWith(sheet, one)) return inputsOf(book.formulas, norm, sheet, row, column) > 0
  if (many < (total || taken ? 2 : between || continued || alike ? 3 : 4)) return false
  if (!between && !slip && !taken && !continued && !alike && (ratio < 1 / far - 1e-9 || ratio > far + 1e-9)) return false
  if (!inside && !taken && !continued && !(ratio > 0.05 && ratio < 20) && !slip) return false
  return inputsOf(book.formulas, norm, sheet, row, column) > 0
}

/** The last of the row's formulas is the sum of the others and of what the cell should be: by another way than its own formula. */
function footsWith(sheet: SheetSnapshot, { row, typed, expected, siblings }: TypedIn): boolean {
  const values = siblings.filter(key => keyRow(key) === row)
    .map(key => Number(cellAt(sheet, row, keyColumn(key)))), whole = values.pop() ?? 0
  const others = values.reduce((sum, value) => sum + value, 0)
  return values.length >= 2 && agrees(whole, others + expected) && !agrees(whole, others + typed)
}

/** The own line comes to 0 by numbers that stand there, as six siblings and more compute it. */
function isBalanced(book: AuditBook, { sheet, row, column, norm, near, perpendicular, vacuous }: TypedIn): boolean {
  return perpendicular && !vacuous && near.before + near.after >= 6 && inputsOf(book.formulas, norm, sheet, row, column) >= 2
}

/** One more than the number above it in its column: 序号. */
function isNumberOfOrder(sheet: SheetSnapshot, row: number, column: number, typed: number): boolean {
  if (!Number.isInteger(typed)) return false
  for (let at = row - 1; at >= Math.max(1, row - 4); at--) {
    const value = cellAt(sheet, at, column)
    if (typeof value === 'number') return value === typed - 1
  }
  return false
}

function differing(typed: TypedIn): Finding {
  const { sheet, row, column, siblings, formula, expected } = typed, noted = hasOverrideNote(sheet, row, column)
  return auditFinding({
    rule: 'typed-in-differs', severity: noted ? 'info' : siblings.length < 3 || typed.typed === 0 ? 'warning' : 'error', at: { sheet: sheet.name, boxes: [oneCell(row, column)] }, related: [{ sheet: sheet.name, boxes: boxesOf(siblings) }],
    subject: subjectOf(sheet, row, column),
    message: message(noted ? 'audit.typed-in-noted' : 'audit.typed-in-differs', { cell: cellName(row, column), value: shownText(typed.typed), siblings: siblings.length, right: formula, expected: shownText(expected), difference: shownText(typed.typed - expected) }),
    actual: isFormula(typed.content) ? typed.typed : typed.content, expected, fix: [fixOf(typed)],
  })
}

function typedEqual(sheet: SheetSnapshot, group: readonly TypedIn[]): Finding {
  const first = group[0] as TypedIn
  return auditFinding({
    rule: 'total-typed-in', severity: 'info', at: { sheet: sheet.name, boxes: boxesOf(group.map(each => cellKey(each.row, each.column))) }, related: [{ sheet: sheet.name, boxes: boxesOf(first.siblings) }],
    subject: subjectOf(sheet, first.row, first.column),
    message: message('audit.total-typed-in', { cell: cellName(first.row, first.column), count: group.length, siblings: first.siblings.length, right: first.formula, value: shownText(first.typed) }),
    actual: isFormula(first.content) ? first.typed : first.content,
    expected: first.expected, fix: group.slice(0, 200).map(fixOf), safe: true,
  })
}

function fixOf({ sheet, row, column, content, formula, expected }: TypedIn): {
  sheet: string
  row: number
  column: number
  before: CellContent
  after: { formula: string; value: number }
} {
  return { sheet: sheet.name, row, column, before: content, after: { formula, value: expected } }
}
