import type { Finding } from '../../core/finding'
import { cellKey, cellName, keyColumn, keyRow } from '../../core/place'
import type { SheetSnapshot } from '../../core/snapshot'
import { cellAt } from '../../core/snapshot'
import { circlesOf } from '../../formula/circles'
import type { FormulaNode } from '../../formula/circles'
import { formulaIn, resolve } from '../../formula/normal-form'
import type { FormulaReference } from '../../formula/normal-form'
import { siblingFormula } from '../../formula/sibling'
import { message } from '../../messages'
import { auditFinding, subjectOf } from '../audit-finding'
import type { AuditBook, AuditRule } from '../audit-rule'
import { boxesOf } from '../boxes'
import { shownText } from './deviation-finding'

/** A formula that needs its own value, at once (a total that takes itself in) or by way of others. One circle is one finding. */
export const circularReference: AuditRule = {
  id: 'circular-reference',
  run(book) {
    const findings: Finding[] = [], { circles, complete } = circlesOf(book.formulas)
    for (const circle of circles) findings.push(finding(book, circle))
    return complete ? { findings } : { findings, not: [{ sheet: null, cell: null, check: 'circular-reference', why: message('audit.not-circles') }] }
  },
}

function finding(book: AuditBook, circle: readonly FormulaNode[]): Finding {
  const { sheet, key } = circle[0] as FormulaNode, row = keyRow(key), column = keyColumn(key), shown = cellAt(sheet, row, column)
  const right = circle.length === 1 ? withoutItself(book, sheet, row, column) : null
  const others = circle.slice(1, 60).map(node => ({ sheet: node.sheet.name, boxes: boxesOf([node.key]) }))
  return auditFinding({
    rule: 'circular-reference', severity: right === null ? 'warning' : 'error', at: { sheet: sheet.name, boxes: boxesOf([key]) }, related: others, subject: subjectOf(sheet, row, column),
    message: right === null ? message('audit.circular', { cell: cellName(row, column), count: circle.length }) : message('audit.circular-self', { cell: cellName(row, column), right: right.formula, value: shownText(right.value) }),
    actual: shown, ...(right === null ? {} : { expected: right.value }),
    ...(right === null ? {} : { fix: [{ sheet: sheet.name, row, column, before: { formula: sheet.formulas.get(key) ?? '', value: shown }, after: right }] }),
  })
}

/** What it would be: its siblings' formula, or its own with the range ending before the cell itself. */
function withoutItself(
  book: AuditBook,
  sheet: SheetSnapshot,
  row: number,
  column: number,
): { readonly formula: string; readonly value: number } | null {
  const sibling = siblingFormula(book.formulas, sheet, row, column)
  if (sibling !== null && typeof sibling.value === 'number') return { formula: sibling.formula, value: sibling.value }
  const what = book.formulas.classIn(sheet, row, column)
  if (what === undefined) return null
  const references = what.references.map(reference => {
    const area = resolve(reference, sheet.name, row, column),
      { to } = reference
    if (area === null || to === null || area.sheet !== sheet.name) return reference
    if (area.left === area.right && area.left === column && area.bottom === row && area.top < row)
      return { ...reference, to: { ...to, row: to.rowFixed ? row - 1 : -1 } } satisfies FormulaReference
    if (area.top === area.bottom && area.top === row && area.right === column && area.left < column)
      return { ...reference, to: { ...to, column: to.columnFixed ? column - 1 : -1 } } satisfies FormulaReference
    if (area.left === area.right && area.left === column && area.top === row && area.bottom > row)
      return { ...reference, from: { ...reference.from, row: reference.from.rowFixed ? row + 1 : 1 } } satisfies FormulaReference
    return reference
  })
  const formula = formulaIn({ texts: what.texts, references }, row, column)
  if (formula === null || formula === sheet.formulas.get(cellKey(row, column))) return null
  const value = book.formulas.calculate(formula, sheet, row, column)
  return typeof value === 'number' ? { formula, value } : null
}
