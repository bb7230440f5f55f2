import type { Finding } from '../../core/finding'
import { cellKey, cellName, keyColumn, keyRow } from '../../core/place'
import type { SheetSnapshot } from '../../core/snapshot'
import { cellAt } from '../../core/snapshot'
import { circlesOf } from '../../formula/circles'
import { agrees } from '../../formula/agrees'
import { message } from '../../messages'
import { auditFinding, subjectOf } from '../audit-finding'
import type { AuditRule } from '../audit-rule'
import { boxesOf } from '../boxes'
import { shownText } from './deviation-finding'

/** So many formulas of a workbook are calculated anew: beyond it the check says so and stops. */
const MOST = 200_000
/** Where more of the formulas than this share differ, the file was written without calculating: that is said once. */
const ALL = 0.5
/** Functions whose value changes by itself, or that are calculated otherwise elsewhere. */
const VOLATILE = /\b(?:NOW|TODAY|RAND|RANDBETWEEN|OFFSET|INDIRECT|CELL|INFO)\(/i

/** A formula that shows another value than the cells that it takes give: the value that stands there is stale, or was put there. */
export const valueStale: AuditRule = {
  id: 'value-stale',
  run(book) {
    const findings: Finding[] = []
    const circles = circlesOf(book.formulas).cells
    let calculated = 0
    for (const sheet of book.sheets) {
      const stale: { key: number; value: number }[] = []
      let tried = 0
      for (const [key, formula] of sheet.formulas) {
        if (calculated >= MOST) break
        const shown = cellAt(sheet, keyRow(key), keyColumn(key))
        if (typeof shown !== 'number' || VOLATILE.test(formula) || (circles.size > 0 && circles.has(`${sheet.name}!${String(key)}`))) continue
        calculated++
        const value = book.formulas.calculatePlain(formula, sheet, keyRow(key), keyColumn(key))
        if (typeof value !== 'number') continue
        tried++
        // A workbook kept to its shown decimals (以显示精度为准) holds rounded values.
        if (Math.abs(value - shown) > 1e-6 * Math.max(1, Math.abs(value), Math.abs(shown))
          && !agrees(shown, value)) stale.push({ key, value })
      }
      if (stale.length === 0) continue
      if (stale.length > 3 && stale.length > tried * ALL) findings.push(all(sheet, stale))
      else for (const each of stale) findings.push(one(sheet, each))
    }
    return { findings }
  },
}

function one(sheet: SheetSnapshot, { key, value }: { readonly key: number; readonly value: number }): Finding {
  const row = keyRow(key), column = keyColumn(key), shown = cellAt(sheet, row, column), formula = sheet.formulas.get(key) ?? ''
  return auditFinding({
    rule: 'value-stale', severity: 'error', at: { sheet: sheet.name, boxes: boxesOf([key]) }, subject: subjectOf(sheet, row, column),
    message: message('audit.value-stale', { cell: cellName(row, column), shown: shownText(shown), right: formula, value: shownText(value) }),
    actual: shown, expected: value, safe: true,
    fix: [{ sheet: sheet.name, row, column, before: { formula, value: shown }, after: { formula, value } }],
  })
}

function all(sheet: SheetSnapshot, stale: readonly { readonly key: number; readonly value: number }[]): Finding {
  const first = stale[0] ?? { key: cellKey(1, 1), value: 0 }, row = keyRow(first.key), column = keyColumn(first.key)
  return auditFinding({
    rule: 'value-stale', severity: 'info', at: { sheet: sheet.name, boxes: boxesOf(stale.map(each => each.key)) }, subject: `${sheet.name}/stale`,
    message: message('audit.values-stale', { count: stale.length, cell: cellName(row, column), shown: shownText(cellAt(sheet, row, column)), value: shownText(first.value) }),
    actual: cellAt(sheet, row, column), expected: first.value,
  })
}
