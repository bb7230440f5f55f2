import type { Finding } from '../../core/finding'
import { cellKey, cellName, keyColumn, keyRow } from '../../core/place'
import type { SheetSnapshot } from '../../core/snapshot'
import { cellAt } from '../../core/snapshot'
import { formulaIn, resolve } from '../../formula/normal-form'
import type { FormulaClass, FormulaReference } from '../../formula/normal-form'
import { sameValue } from '../../formula/deviations'
import { message } from '../../messages'
import { auditFinding, subjectOf } from '../audit-finding'
import type { AuditBook, AuditRule } from '../audit-rule'
import { boxesOf } from '../boxes'
import { shownText } from './deviation-finding'

/**
 * A formula copied down a column whose reference wanders with it: in the first cell it takes a number, in those below a blank or a
 * word. The `$` is missing, and all but the first are wrong.
 */
export const anchorLost: AuditRule = {
  id: 'anchor-lost',
  run(book) {
    const findings: Finding[] = []
    for (const sheet of book.sheets) {
      if (sheet.formulas.size < 3) continue
      for (const [column, line] of book.formulas.of(sheet).columns) {
        for (let from = 0; from < line.at.length; ) {
          let to = from
          while (to + 1 < line.at.length && line.classes[to + 1] === line.classes[from] && line.at[to + 1] === (line.at[to] ?? 0) + 1) to++
          const found =
            to - from < 2
              ? null
              : inRun(book, sheet, column, line.at[from] ?? 0, line.at[to] ?? 0, book.formulas.classById(line.classes[from] ?? 0))
          if (found !== null) findings.push(found)
          from = to + 1
        }
      }
    }
    return { findings }
  },
}

function inRun(book: AuditBook, sheet: SheetSnapshot, column: number, first: number, last: number, what: FormulaClass): Finding | null {
  if (what.references.length < 2 || !/^=[\u0001+\-*/()\d.]+$/.test(what.skeleton)) return null
  for (const [i, reference] of what.references.entries()) {
    const { row: offset, rowFixed } = reference.from
    if (reference.to !== null || rowFixed || offset === null || offset === 0 || reference.external) continue
    const start = resolve(reference, sheet.name, first, column), other = start === null ? undefined : book.formulas.sheetNamed(start.sheet)
    if (start === null || other !== sheet || typeof cellAt(other, start.top, start.left) !== 'number') continue
    // Within the run's own rows and column a wandering reference is a balance carried on.
    if (start.left === column && start.top >= first - 1 && start.top <= last) continue
    let astray = 0
    for (let row = first + 1; row <= last; row++) if (typeof cellAt(other, start.top + row - first, start.left) !== 'number') astray++
    if (astray * 3 < (last - first) * 2) continue
    const anchored: FormulaReference = {
      ...reference,
      from: { row: start.top, column: reference.from.columnFixed ? reference.from.column : start.left, rowFixed: true, columnFixed: true },
    }
    const right = { texts: what.texts, references: what.references.map((each, j) => (i === j ? anchored : each)) }, row = first + 1
    const formula = formulaIn(right, row, column),
      value = formula === null ? undefined : book.formulas.calculate(formula, sheet, row, column)
    if (formula === null || typeof value !== 'number' || sameValue(value, cellAt(sheet, row, column))) continue
    const keys = Array.from({ length: last - first }, (_all, step) => cellKey(first + 1 + step, column)), shown = cellAt(sheet, row, column)
    return auditFinding({
      rule: 'anchor-lost', severity: 'error', at: { sheet: sheet.name, boxes: boxesOf(keys) }, related: [{ sheet: other.name, boxes: boxesOf([cellKey(start.top, start.left)]) }, { sheet: sheet.name, boxes: boxesOf([cellKey(first, column)]) }],
      subject: subjectOf(sheet, row, column),
      message: message('audit.anchor-lost', { cell: cellName(row, column), count: keys.length, meant: cellName(start.top, start.left), right: formula, value: shownText(value) }),
      actual: shown, expected: value,
      fix: keys.slice(0, 200).flatMap(key => {
        const after = formulaIn(right, keyRow(key), keyColumn(key)),
          result = after === null ? undefined : book.formulas.calculate(after, sheet, keyRow(key), keyColumn(key))
        return after === null || result === undefined ? [] : [{ sheet: sheet.name, row: keyRow(key), column, before: { formula: sheet.formulas.get(key) ?? '', value: cellAt(sheet, keyRow(key), column) }, after: { formula: after, value: result } }]
      }),
    })
  }
  return null
}
