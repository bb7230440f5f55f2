import { cellAt } from '../../core/snapshot'
import { cellName, keyColumn, keyRow } from '../../core/place'
import type { Finding } from '../../core/finding'
import { siblingFormula } from '../../formula/sibling'
import { message } from '../../messages'
import { auditFinding } from '../audit-finding'
import type { AuditRule } from '../audit-rule'
import { boxesOf } from '../boxes'
import { shownText } from './deviation-finding'

/** Where a sheet has more such formulas they are its way of working: the first stands for all. */
const FEW = 3

/** Formulas that take values out of another file: they cannot be followed here and change when nobody looks. One finding a sheet. */
export const externalLink: AuditRule = {
  id: 'external-link',
  run(book) {
    const findings: Finding[] = []
    for (const sheet of book.sheets) {
      const keys = [...book.formulas.cells(sheet, what => what.references.some(reference => reference.external))].map(({ key }) => key)
      if (keys.length === 0) continue
      const first = keys[0] ?? 0,
        row = keyRow(first),
        column = keyColumn(first),
        sibling = keys.length === 1 ? siblingFormula(book.formulas, sheet, row, column) : null
      const inside = sibling !== null && !sibling.norm.references.some(reference => reference.external) ? sibling : null,
        shown = cellAt(sheet, row, column)
      const few = keys.length <= FEW
      findings.push(auditFinding({
        rule: 'external-link', severity: inside === null ? 'info' : 'warning', at: { sheet: sheet.name, boxes: boxesOf(few ? keys : keys.slice(0, 1)) }, related: few ? [] : [{ sheet: sheet.name, boxes: boxesOf(keys.slice(1)) }], subject: `${sheet.name}/external`,
        message: inside === null ? message('audit.external-link', { count: keys.length, cell: cellName(row, column) }) : message('audit.external-link-alone', { cell: cellName(row, column), right: inside.formula, value: shownText(inside.value) }),
        actual: shown, ...(inside === null ? {} : { expected: inside.value, fix: [{ sheet: sheet.name, row, column, before: { formula: sheet.formulas.get(first) ?? '', value: shown }, after: { formula: inside.formula, value: inside.value } }] }),
      }))
    }
    return { findings }
  },
}
