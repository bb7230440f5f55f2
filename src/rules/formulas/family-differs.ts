import { isCellError } from '../../core/cell'
import type { Finding } from '../../core/finding'
import { cellKey, cellName } from '../../core/place'
import { cellAt } from '../../core/snapshot'
import type { SheetSnapshot } from '../../core/snapshot'
import { sameValue } from '../../formula/deviations'
import { isWorkedOut } from '../../formula/class-kinds'
import { signsOf } from '../../formula/signed-terms'
import { message } from '../../messages'
import { arithmeticOf } from '../../totals/sheet-arithmetic'
import { familiesOf } from '../../totals/tree'
import { auditFinding, subjectOf } from '../audit-finding'
import type { AuditBook, AuditRule } from '../audit-rule'
import { boxesOf, oneCell } from '../boxes'
import { hasOverrideNote } from '../override-note'
import { shownText } from './deviation-finding'

/** So many parents must take in their children and nothing else, for each that does not. */
const MANY = 3

interface Parent {
  readonly row: number
  readonly column: number
  /** Rows of the children. */
  readonly children: readonly number[]
}

/**
 * In a tree of codes (302 > 30201) or of numbering the formula of a parent adds up its children. Where the parents of a sheet do, one
 * that takes other cells, does something else with them or is typed is told with the sum of its children.
 */
export const familyDiffers: AuditRule = {
  id: 'family-differs',
  run(book) {
    return { findings: book.sheets.flatMap(sheet => (sheet.formulas.size < MANY ? [] : inSheet(book, sheet))) }
  },
}

function inSheet(book: AuditBook, sheet: SheetSnapshot): Finding[] {
  const doubtful: Parent[] = [], columns = new Set<number>()
  let holding = 0
  for (const { direction, lines, lineAt, sisterAt } of arithmeticOf(sheet).sums) {
    if (direction !== 'down') continue
    for (const { parent, children } of familiesOf(lines)) {
      if (children.length < 2) continue
      for (const at of sisterAt) {
        const cell = { row: (lineAt[parent] ?? 0) + 1, column: at + 1, children: children.map(line => (lineAt[line] ?? 0) + 1) }
        const verdict = verdictOn(book, sheet, cell)
        if (verdict === 'holds') {
          holding++
          columns.add(cell.column)
        }
        else if (verdict === 'differs') doubtful.push(cell)
      }
    }
  }
  const meant = doubtful.filter(cell => columns.has(cell.column) || !isOfRows(book, sheet, cell))
  return meant.length === 0 || holding < MANY * meant.length ? [] : meant.flatMap(cell => told(sheet, cell, holding) ?? [])
}

/** The first child computes from its own row: so may the parent. */
function isOfRows(book: AuditBook, sheet: SheetSnapshot, { column, children: [first = 0] }: Parent): boolean {
  return book.formulas.referencesOf(sheet, first, column).some(area => area.top === first && area.left !== column)
}

function verdictOn(book: AuditBook, sheet: SheetSnapshot, { row, column, children }: Parent): 'holds' | 'differs' | null {
  const shown = cellAt(sheet, row, column), what = book.formulas.classIn(sheet, row, column)
  if (children.filter(child => typeof cellAt(sheet, child, column) === 'number').length < 2) return null
  if (what === undefined || isWorkedOut(what)) return typeof shown === 'number' ? 'differs' : null
  const areas = book.formulas.referencesOf(sheet, row, column)
  // What its row gives is the business of the row.
  const ofRow = areas.length === what.references.length && areas.some(area => area.top === row)
    && areas.every((area, i) => area.top === area.bottom
    && (area.top === row || what.references[i]?.from.rowFixed === true))
  if (ofRow || areas.some(area => area.sheet !== sheet.name)) return null
  // A lost reference leaves nothing to compare; any other error comes from a cell that the formula takes.
  if (isCellError(shown)) return shown.error === '#REF!' ? 'differs' : null
  const taken = new Set<number>()
  for (const area of areas) {
    if (area.left !== column || area.right !== column || area.bottom - area.top > 5000) return 'differs'
    for (let at = area.top; at <= area.bottom; at++) if (typeof cellAt(sheet, at, column) === 'number') taken.add(at)
  }
  const meant = children.filter(child => typeof cellAt(sheet, child, column) === 'number')
  const adds = /^=\(?SUBTOTAL\((?:10)?9,\u0001\)\)?$/.test(what.skeleton) || signsOf(what)?.every(sign => sign === 1) === true
  return adds && meant.length === taken.size && meant.every(child => taken.has(child)) ? 'holds' : 'differs'
}

function told(sheet: SheetSnapshot, { row, column, children }: Parent, holding: number): Finding | null {
  const shown = cellAt(sheet, row, column), formula = sheet.formulas.get(cellKey(row, column))
  let sum = 0
  for (const child of children) sum += Number(cellAt(sheet, child, column) ?? 0) || 0
  const value = Number(sum.toPrecision(15))
  if (typeof shown === 'string' || sameValue(shown, value)) return null
  const first = children[0] ?? row, last = children[children.length - 1] ?? row, noted = hasOverrideNote(sheet, row, column)
  const right = last - first + 1 === children.length ? `=SUM(${cellName(first, column)}:${cellName(last, column)})`
    : `=${children.map(child => cellName(child, column)).join('+')}`
  return auditFinding({
    rule: 'family-differs', severity: noted ? 'info' : 'warning', at: { sheet: sheet.name, boxes: [oneCell(row, column)] },
    related: [{ sheet: sheet.name, boxes: boxesOf(children.map(child => cellKey(child, column))) }], subject: subjectOf(sheet, row, column),
    message: message('audit.family-differs', { cell: cellName(row, column), holding, right, value: shownText(value), shown: shownText(shown) }),
    actual: shown, expected: value,
    fix: [{
      sheet: sheet.name, row, column, before: formula === undefined ? shown : { formula, value: shown }, after: { formula: right, value },
    }],
  })
}
