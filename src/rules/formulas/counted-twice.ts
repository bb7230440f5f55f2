import type { Finding } from '../../core/finding'
import { cellKey, cellName, keyColumn, keyRow } from '../../core/place'
import type { SheetSnapshot } from '../../core/snapshot'
import { cellAt } from '../../core/snapshot'
import { deviationsOf } from '../../formula/deviations'
import type { FormulaClass } from '../../formula/normal-form'
import { message } from '../../messages'
import { auditFinding, subjectOf } from '../audit-finding'
import type { AuditBook, AuditRule } from '../audit-rule'
import { boxesOf } from '../boxes'
import { shownText } from './deviation-finding'
import { isPartLabel, isTotalLabel } from './labels'

/** Cells of a sum that are followed; longer sums hold data and no subtotals. */
const MOST_CELLS = 3000

interface Twice {
  readonly key: number
  readonly parts: readonly number[]
  readonly expected: number
}

/**
 * A sum that takes in both a subtotal and the parts of it, or a whole and the 其中 rows that belong to it: these amounts are counted
 * twice. One finding for a row of equal sums.
 * Of its findings on the labelled workbooks (`npm run audit:score`) one set of labels confirms 0 of 1, the other 0 of 1.
 */
export const countedTwice: AuditRule = {
  id: 'counted-twice',
  run(book) {
    const findings: Finding[] = []
    for (const sheet of book.sheets) {
      if (sheet.formulas.size === 0) continue
      const told = new Set(deviationsOf(book.formulas, sheet).map(each => cellKey(each.row, each.column))),
        groups = new Map<string, Twice[]>()
      for (const { key, what } of book.formulas.cells(sheet, mayCountTwice)) {
        const found = told.has(key) ? null : twice(book, sheet, key)
        if (found === null) continue
        const name = `${String(keyRow(key))}:${String(what.id)}`, known = groups.get(name)
        if (known === undefined) groups.set(name, [found])
        else known.push(found)
      }
      for (const group of groups.values()) findings.push(finding(sheet, group))
    }
    return { findings }
  },
}

function twice(book: AuditBook, sheet: SheetSnapshot, key: number): Twice | null {
  const shown = cellAt(sheet, keyRow(key), keyColumn(key)), cells = cellsOf(book, sheet, key)
  if (typeof shown !== 'number' || cells === null || cells.length < 3) return null
  const all = new Set(cells), covered = new Set<number>()
  for (const each of all) {
    if (each === key) return null
    const parts = sheet.formulas.has(each) ? cellsOf(book, sheet, each) : null
    if (parts !== null && parts.length >= 1 && parts.every(part => all.has(part))) for (const part of parts) covered.add(part)
    else if (isPartOfWhole(sheet, each, all)) covered.add(each)
  }
  let sum = 0, counted = 0
  for (const each of all) {
    const value = cellAt(sheet, keyRow(each), keyColumn(each))
    if (typeof value !== 'number') continue
    if (covered.has(each)) counted += value
    else sum += value
  }
  return counted === 0 || Math.abs(sum + counted - shown) > 1e-6 * Math.max(1, Math.abs(shown))
    ? null
    : { key, parts: [...covered], expected: Number(sum.toPrecision(14)) }
}

/** The row says 其中, and the row of the whole above it is in the sum too and not smaller. */
function isPartOfWhole(sheet: SheetSnapshot, key: number, all: ReadonlySet<number>): boolean {
  const row = keyRow(key), column = keyColumn(key), value = cellAt(sheet, row, column)
  if (typeof value !== 'number' || !isPartLabel(sheet, row, column)) return false
  for (let above = row - 1; above >= Math.max(1, row - 8); above--) {
    if (!all.has(cellKey(above, column))) return false
    const whole = cellAt(sheet, above, column)
    if (typeof whole === 'number' && !isPartLabel(sheet, above, column)) return whole >= value
  }
  return false
}

/** A plain sum of three cells or more. */
function mayCountTwice(what: FormulaClass): boolean {
  return (what.references.length >= 3 || what.references.some(({ to }) => to !== null)) && isPlainSum(what)
}

/** `SUM` and `+` alone. */
function isPlainSum(what: FormulaClass): boolean {
  let found = plain.get(what)
  if (found === undefined) plain.set(what, (found = PLAIN_SUM.test(what.skeleton)))
  return found
}

const PLAIN_SUM = /^=(?:SUM\((?:\u0001,?)+\)|\u0001)(?:\+(?:SUM\((?:\u0001,?)+\)|\u0001))*$/
const plain = new WeakMap<FormulaClass, boolean>()

/** The cells that a plain sum adds (`SUM` and `+` alone, its own sheet); `null` for any other formula. */
function cellsOf(book: AuditBook, sheet: SheetSnapshot, key: number): number[] | null {
  const row = keyRow(key), column = keyColumn(key), what = book.formulas.classIn(sheet, row, column)
  if (what === undefined || !isPlainSum(what)) return null
  const cells: number[] = []
  for (const area of book.formulas.referencesOf(sheet, row, column)) {
    if (area.external || area.sheet !== sheet.name || (area.bottom - area.top + 1) * (area.right - area.left + 1) > MOST_CELLS) return null
    for (let at = area.top; at <= area.bottom; at++) for (let to = area.left; to <= area.right; to++) if (typeof cellAt(sheet, at, to) === 'number') cells.push(cellKey(at, to))
  }
  return cells.length > MOST_CELLS ? null : cells
}

function finding(sheet: SheetSnapshot, group: readonly Twice[]): Finding {
  const { key, parts, expected } = group[0] as Twice, row = keyRow(key), column = keyColumn(key), shown = cellAt(sheet, row, column)
  return auditFinding({
    rule: 'counted-twice', severity: isTotalLabel(sheet, row, column) ? 'error' : 'warning', at: { sheet: sheet.name, boxes: boxesOf(group.map(each => each.key)) }, related: [{ sheet: sheet.name, boxes: boxesOf(group.flatMap(each => each.parts)) }],
    subject: subjectOf(sheet, row, column),
    message: message('audit.counted-twice', { cell: cellName(row, column), count: group.length, parts: parts.slice(0, 4).map(each => cellName(keyRow(each), keyColumn(each))), value: shownText(expected) }),
    actual: shown, expected,
  })
}
