import type { Finding } from '../../core/finding'
import { cellKey, cellName, keyColumn, keyRow } from '../../core/place'
import type { SheetSnapshot } from '../../core/snapshot'
import { cellAt } from '../../core/snapshot'
import { sameValue } from '../../formula/deviations'
import type { FormulaLine } from '../../formula/formula-index'
import type { FormulaClass } from '../../formula/normal-form'
import { signsOf } from '../../formula/signed-terms'
import { message } from '../../messages'
import { auditFinding, subjectOf } from '../audit-finding'
import type { AuditBook, AuditRule } from '../audit-rule'
import { boxesOf } from '../boxes'
import { shownText } from './deviation-finding'

/** A sum of more lines than this is followed no further. */
const MOST_LINES = 200
/** So many times as many as the others must be alike before the others alone are in doubt. */
const CLEAR = 3

interface Way {
  readonly what: FormulaClass
  /** 1 where a line of the sheet is added, -1 where it is taken off. */
  readonly signs: ReadonlyMap<number, 1 | -1>
  readonly keys: number[]
}

/**
 * Along one row of a statement some columns add a line that others take off: `=B31-B33` beside `=SUM(F31:F33)`. One of the two ways is
 * wrong, unless the columns differ in kind.
 * Of its findings on the labelled workbooks (`npm run audit:score`) one set of labels confirms 6 of 8, the other 1 of 8.
 */
export const formulaSignDiffers: AuditRule = {
  id: 'formula-sign-differs',
  run(book) {
    const findings: Finding[] = []
    for (const sheet of book.sheets) {
      if (sheet.formulas.size < 2) continue
      for (const [row, line] of book.formulas.of(sheet).rows) {
        const finding = inRow(book, sheet, row, line)
        if (finding !== null) findings.push(finding)
      }
    }
    return { findings }
  },
}

function inRow(book: AuditBook, sheet: SheetSnapshot, row: number, { at, classes }: FormulaLine): Finding | null {
  const ways = new Map<number, Way>()
  for (const [i, column] of at.entries()) {
    const id = classes[i] ?? 0, known = ways.get(id)
    if (known !== undefined) {
      known.keys.push(cellKey(row, column))
      continue
    }
    const what = book.formulas.classById(id), signs = linesOf(what, row)
    if (signs !== null) ways.set(id, { what, signs, keys: [cellKey(row, column)] })
  }
  if (ways.size < 2) return null
  const sorted = [...ways.values()].sort((a, b) => b.keys.length - a.keys.length), [norm] = sorted
  if (norm === undefined) return null
  const others = sorted.slice(1).filter(way => contradicts(way.signs, norm.signs) && takesNumber(sheet, way, norm))
  const few = others.flatMap(way => way.keys)
  if (few.length === 0 || norm.keys.length + few.length < 3) return null
  return finding(book, sheet, norm, few)
}

/** The rows that a formula adds or takes off in its own column; `null` where it does anything else. */
function linesOf(what: FormulaClass, row: number): ReadonlyMap<number, 1 | -1> | null {
  const signs = signsOf(what), lines = new Map<number, 1 | -1>()
  if (signs === null) return null
  for (const [i, { sheet, from, to }] of what.references.entries()) {
    if (sheet !== '' || from.column !== 0 || from.columnFixed || from.row === null || (to !== null && (to.column !== 0 || to.columnFixed || to.row === null))) return null
    const first = from.rowFixed ? from.row : row + from.row, last = to === null || to.row === null ? first : to.rowFixed ? to.row
      : row + to.row
    if (last - first > MOST_LINES) return null
    for (let line = Math.min(first, last); line <= Math.max(first, last); line++) lines.set(line, signs[i] ?? 1)
  }
  return lines.size < 2 ? null : lines
}

/** Two lines at least in common, one of them with the other sign. */
function contradicts(a: ReadonlyMap<number, 1 | -1>, b: ReadonlyMap<number, 1 | -1>): boolean {
  let common = 0, other = 0
  for (const [line, sign] of a) {
    const there = b.get(line)
    if (there === undefined) continue
    common++
    if (there !== sign) other++
  }
  return common >= 2 && other >= 1 && other < common
}

/** Where the signs differ there is something to add or to take off, in one column of each at least. */
function takesNumber(sheet: SheetSnapshot, way: Way, norm: Way): boolean {
  const lines = [...way.signs].filter(([line, sign]) => norm.signs.get(line) === -sign).map(([line]) => line)
  const any = (keys: readonly number[]): boolean => keys.some(key => lines.some(line => typeof cellAt(sheet, line, keyColumn(key)) === 'number'))
  return any(way.keys) && any(norm.keys)
}

function finding(book: AuditBook, sheet: SheetSnapshot, norm: Way, few: readonly number[]): Finding | null {
  const clear = norm.keys.length >= CLEAR * few.length
  const changes = few.flatMap(key => {
    const moved = book.formulas.moved(norm.what, sheet, keyRow(key), keyColumn(key))
    return moved === null ? [] : [{ key, moved }]
  })
  const first = changes.find(({ key, moved }) => !sameValue(moved.value, cellAt(sheet, keyRow(key), keyColumn(key)))) ?? changes[0]
  if (first === undefined) return null
  const row = keyRow(first.key), column = keyColumn(first.key), shown = cellAt(sheet, row, column),
    same = sameValue(first.moved.value, shown)
  return auditFinding({
    rule: 'formula-sign-differs', severity: same || !clear ? 'info' : 'warning',
    at: { sheet: sheet.name, boxes: boxesOf(clear ? few : [...few, ...norm.keys]) }, related: clear
      ? [{ sheet: sheet.name, boxes: boxesOf(norm.keys) }] : [],
    subject: subjectOf(sheet, row, column),
    message: message('audit.formula-sign-differs', { cell: cellName(row, column), count: few.length, siblings: norm.keys.length, right: first.moved.formula, value: shownText(first.moved.value) }),
    actual: shown, expected: first.moved.value,
    fix: changes.map(({ key, moved }) => ({ sheet: sheet.name, row: keyRow(key), column: keyColumn(key), before: { formula: sheet.formulas.get(key) ?? '', value: cellAt(sheet, keyRow(key), keyColumn(key)) }, after: moved })),
  })
}
