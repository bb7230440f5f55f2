import type { Finding } from '../../core/finding'
import { boxesMeet, cellKey, cellName, isInBox, keyColumn, keyRow, sheetReference } from '../../core/place'
import type { SheetSnapshot } from '../../core/snapshot'
import { isSumLike } from '../../formula/class-kinds'
import { cellAt } from '../../core/snapshot'
import { deviationsOf } from '../../formula/deviations'
import { formulaIn, resolve } from '../../formula/normal-form'
import type { FormulaClass, ResolvedReference } from '../../formula/normal-form'
import { message } from '../../messages'
import { auditFinding, subjectOf } from '../audit-finding'
import type { AuditBook, AuditRule } from '../audit-rule'
import { boxesOf } from '../boxes'
import { shownText } from './deviation-finding'
import { isTotalLabel, isPartLabel, looksLikeOrder, rowLabel } from './labels'

/** At most so many cells lie between a range and its total or the next heading. */
const MOST_LEFT_OUT = 3

interface Left {
  readonly key: number
  readonly reference: number
  /** The sheet of the list. */
  readonly on: SheetSnapshot
  readonly cells: readonly number[]
  readonly wider: ResolvedReference
  readonly sum: number
}

/**
 * A sum that stops short of numbers that stand right beside its range, between it and the total or at its head. The weakest of all
 * rules: totals, 其中 rows, years, numbers of order and cells that the formula takes in elsewhere are no omission.
 * Of its findings on the labelled workbooks (`npm run audit:score`) one set of labels confirms 0 of 1, the other 1 of 1.
 */
export const rangeLeavesCellsOut: AuditRule = {
  id: 'range-leaves-cells-out',
  run(book) {
    const findings: Finding[] = []
    for (const sheet of book.sheets) {
      const groups = new Map<string, Left[]>(), told = new Set(deviationsOf(book.formulas, sheet).flatMap(each => (each.kind === 'range' ? [cellKey(each.row, each.column), ...each.siblings] : [])))
      for (const { key, what } of book.formulas.cells(sheet, isSumLike)) {
        if (told.has(key)) continue
        const found = leftOut(book, sheet, keyRow(key), keyColumn(key), what)
        if (found === null) continue
        const name = `${String(what.id)}:${String(found.wider.bottom - found.wider.top)}`, known = groups.get(name)
        if (known === undefined) groups.set(name, [found])
        else known.push(found)
      }
      for (const group of groups.values()) findings.push(finding(book, sheet, group))
    }
    return { findings }
  },
}

/** Numbers in the column of a vertical sum that lie between its range and the sum, or right above its range. */
function leftOut(book: AuditBook, sheet: SheetSnapshot, row: number, column: number, what: FormulaClass): Left | null {
  const [reference] = what.references
  const area = reference === undefined ? null : resolve(reference, sheet.name, row, column)
  if (area !== null && area.sheet !== sheet.name) return listLeftOut(book, sheet, row, column, area)
  if (
    area === null ||
    area.left !== area.right ||
    area.left !== column ||
    area.bottom <= area.top ||
    area.bottom >= row ||
    area.bottom - area.top > 5000
  )
    return null
  const cells: number[] = []
  let ended = false
  for (let at = area.bottom + 1; at < row; at++) {
    const value = cellAt(sheet, at, column)
    if (value === null || value === '') {
      ended = cells.length > 0
      continue
    }
    if (ended) return null
    if (typeof value !== 'number' || isOmittedOnPurpose(book, sheet, at, column, area)) return null
    cells.push(at)
  }
  if (cells.length === 0) return headLeftOut(book, sheet, row, column, area)
  if (cells.length > MOST_LEFT_OUT || cells.every(at => cellAt(sheet, at, column) === 0)) return null
  // The numbers must go on from the range without a gap, and the range itself must hold numbers at its end.
  if (cells[0] !== area.bottom + 1 || typeof cellAt(sheet, area.bottom, column) !== 'number') return null
  const sum = cells.reduce((all, at) => all + Number(cellAt(sheet, at, column)), 0), shown = cellAt(sheet, row, column)
  if (typeof shown === 'number' && shown !== 0 && Math.abs(sum / shown - 1) < 0.01) return null
  return {
    key: cellKey(row, column),
    reference: 0,
    on: sheet,
    cells: cells.map(at => cellKey(at, column)),
    wider: { ...area, bottom: cells.at(-1) ?? area.bottom },
    sum,
  }
}

/** A list of another sheet, taken from its heading on, that goes on below the range with typed numbers and ends there without a total. */
function listLeftOut(book: AuditBook, sheet: SheetSnapshot, row: number, column: number, area: ResolvedReference): Left | null {
  const on = area.external ? undefined : book.formulas.sheetNamed(area.sheet), at = area.left
  const heading = on === undefined ? null : cellAt(on, area.top - 1, at)
  if (on === undefined || at !== area.right || area.bottom - area.top < MOST_LEFT_OUT || typeof heading !== 'string') return null
  const cells: number[] = []
  for (let next = area.bottom + 1; cells.length <= MOST_LEFT_OUT; next++) {
    const value = cellAt(on, next, at)
    if (value === null || value === '') break
    if (typeof value !== 'number' || on.formulas.has(cellKey(next, at)) || rowLabel(on, next, at) === '') return null
    if (isOmittedOnPurpose(book, on, next, at, area)) return null
    cells.push(next)
  }
  if (cells.length === 0 || cells.length > MOST_LEFT_OUT || typeof cellAt(on, area.bottom, at) !== 'number') return null
  const sum = cells.reduce((all, next) => all + Number(cellAt(on, next, at)), 0), shown = cellAt(sheet, row, column)
  if (sum === 0 || (typeof shown === 'number' && Math.abs(sum - shown) < 0.01 * Math.abs(shown))) return null
  const wider = { ...area, bottom: cells.at(-1) ?? area.bottom }
  return { key: cellKey(row, column), reference: 0, on, cells: cells.map(next => cellKey(next, at)), wider, sum }
}

/** One or two typed numbers right above the range and right under the heading, where the range itself begins with a number and the sum is a total. */
function headLeftOut(book: AuditBook, sheet: SheetSnapshot, row: number, column: number, area: ResolvedReference): Left | null {
  if (typeof cellAt(sheet, area.top, column) !== 'number' || area.bottom !== row - 1 || !isTotalLabel(sheet, row, column)) return null
  const cells: number[] = []
  for (let at = area.top - 1; at >= 1; at--) {
    const value = cellAt(sheet, at, column)
    if (typeof value !== 'number') {
      if (typeof value !== 'string' || value.trim() === '') return null
      break
    }
    if (sheet.formulas.has(cellKey(at, column)) || isOmittedOnPurpose(book, sheet, at, column, area) || rowLabel(sheet, at, column) === '') return null
    cells.push(at)
  }
  if (cells.length === 0 || cells.length > 2 || cells.every(at => cellAt(sheet, at, column) === 0)) return null
  const sum = cells.reduce((all, at) => all + Number(cellAt(sheet, at, column)), 0)
  return {
    key: cellKey(row, column),
    reference: 0,
    on: sheet,
    cells: cells.map(at => cellKey(at, column)),
    wider: { ...area, top: cells[cells.length - 1] ?? area.top },
    sum,
  }
}

const MULTIPLIERS = /标准|定额|单价|权重|系数|比例|比率|费率|税率|汇率/

/** A total, an 其中 row, a year or number of order, a cell that already counts the range, or one that a subtotal in the range counts. */
function isOmittedOnPurpose(book: AuditBook, sheet: SheetSnapshot, row: number, column: number, area: ResolvedReference): boolean {
  const value = cellAt(sheet, row, column)
  if (looksLikeOrder(value) || isTotalLabel(sheet, row, column) || isPartLabel(sheet, row, column)) return true
  // 标准（元/亩） above a list of areas is what they are multiplied by, and no item.
  if (MULTIPLIERS.test(rowLabel(sheet, row, column))) return true
  for (let at = area.top; at <= area.bottom; at++)
    if (book.formulas.referencesOf(sheet, at, column).some(each => takes(each, sheet, row, column))) return true
  return book.formulas
    .referencesOf(sheet, row, column)
    .some(each => each.sheet === sheet.name && boxesMeet(each, area))
}

function takes(area: ResolvedReference, sheet: SheetSnapshot, row: number, column: number): boolean {
  return !area.external && area.sheet === sheet.name && isInBox(area, row, column)
}

function finding(book: AuditBook, sheet: SheetSnapshot, group: readonly Left[]): Finding {
  const first = group[0] as Left, row = keyRow(first.key), column = keyColumn(first.key), shown = cellAt(sheet, row, column)
  const change = (left: Left): { formula: string; value: number | null } => {
    const r = keyRow(left.key),
      c = keyColumn(left.key),
      what = book.formulas.classIn(sheet, r, c) as FormulaClass,
      value = cellAt(sheet, r, c)
    const reference = what.references[0], to = reference?.to ?? null
    if (reference === undefined || to === null || to.row === null) return { formula: '', value: null }
    const { from } = reference
    const wider = {
      ...reference,
      from: { ...from, row: from.rowFixed ? left.wider.top : left.wider.top - r },
      to: { ...to, row: to.rowFixed ? left.wider.bottom : left.wider.bottom - r },
    }
    return { formula: formulaIn({ texts: what.texts, references: [wider, ...what.references.slice(1)] }, r, c) ?? '', value: typeof value === 'number' ? value + left.sum : null }
  }
  const { formula, value } = change(first)
  return auditFinding({
    rule: 'range-leaves-cells-out', severity: 'warning', at: { sheet: sheet.name, boxes: boxesOf(group.map(left => left.key)) }, related: [{ sheet: first.on.name, boxes: boxesOf(group.flatMap(left => left.cells)) }],
    subject: subjectOf(sheet, row, column),
    message: message('audit.range-leaves-cells-out', { cell: cellName(row, column), count: group.length, left: `${first.on === sheet ? '' : `${sheetReference(first.on.name)}!`}${cellName(keyRow(first.cells[0] ?? 0), keyColumn(first.cells[0] ?? 0))}`, right: formula, value: shownText(value) }),
    actual: shown, expected: value,
    fix: group.slice(0, 200).map(left => ({ sheet: sheet.name, row: keyRow(left.key), column: keyColumn(left.key), before: { formula: sheet.formulas.get(left.key) ?? '', value: cellAt(sheet, keyRow(left.key), keyColumn(left.key)) }, after: change(left) })),
  })
}
