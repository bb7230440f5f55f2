import type { Finding } from '../../core/finding'
import { cellKey, cellName, keyColumn, keyRow } from '../../core/place'
import type { SheetSnapshot } from '../../core/snapshot'
import { cellAt } from '../../core/snapshot'
import { formulaIn, resolve } from '../../formula/normal-form'
import type { FormulaClass, FormulaReference } from '../../formula/normal-form'
import { message } from '../../messages'
import { auditFinding, subjectOf } from '../audit-finding'
import type { AuditBook, AuditRule } from '../audit-rule'
import { boxesOf } from '../boxes'
import { shownText } from './deviation-finding'
import { isTotalLabel, rowLabel } from './labels'

/** A heading's total stands at most so many rows away. */
const REACH = 2

interface Landed {
  readonly key: number
  readonly target: number
  readonly meant: number
  readonly formula: string
  readonly value: number
}

/**
 * A calculation that takes a heading row, which holds no number anywhere, where the total of that heading stands right beside it:
 * `=B19-B26` with the heading 支出 in row 19 and 收入合计 in row 18.
 */
export const referenceLandsWrong: AuditRule = {
  id: 'reference-lands-wrong',
  run(book) {
    const findings: Finding[] = []
    for (const sheet of book.sheets) {
      const groups = new Map<string, Landed[]>()
      for (const { key, what } of book.formulas.cells(sheet, mayLandWrong)) {
        const landed = landedWrong(book, sheet, key, what)
        if (landed === null) continue
        const name = `${String(keyRow(key))}:${String(what.id)}`, known = groups.get(name)
        if (known === undefined) groups.set(name, [landed])
        else known.push(landed)
      }
      for (const group of groups.values()) findings.push(finding(sheet, group))
    }
    return { findings }
  },
}

/** A calculation with single cells, one of them in another row. */
function mayLandWrong({ skeleton, references }: FormulaClass): boolean {
  return references.length >= 2 && references.some(({ from, to }) => to === null && (from.rowFixed || from.row !== 0))
    && /^=\(?\u0001(?:\)?[+\-*/]\(?\u0001)+\)?$/.test(skeleton)
}

function landedWrong(book: AuditBook, sheet: SheetSnapshot, key: number, what: FormulaClass): Landed | null {
  const row = keyRow(key), column = keyColumn(key)
  for (const [i, reference] of what.references.entries()) {
    const area = resolve(reference, sheet.name, row, column)
    if (
      area === null ||
      area.external ||
      area.sheet !== sheet.name ||
      reference.to !== null ||
      area.top === row ||
      !isHeading(sheet, area.top, area.left)
    )
      continue
    const meant = totalBeside(sheet, area.top, area.left, row)
    if (meant === null) continue
    const moved: FormulaReference = { ...reference, from: { ...reference.from, row: reference.from.rowFixed ? meant : meant - row } }
    const formula = formulaIn({ texts: what.texts, references: what.references.map((each, j) => (i === j ? moved : each)) }, row, column),
      value = formula === null ? undefined : book.formulas.calculate(formula, sheet, row, column)
    if (formula !== null && typeof value === 'number') return { key, target: cellKey(area.top, area.left), meant: cellKey(meant, area.left), formula, value }
  }
  return null
}

/** The row has words and no number at all. */
function isHeading(sheet: SheetSnapshot, row: number, column: number): boolean {
  const cells = sheet.rows[row - 1] ?? []
  return rowLabel(sheet, row, column) !== '' && !cells.some(value => typeof value === 'number') && !cells.some((_value, i) => sheet.formulas.has(cellKey(row, i + 1)))
}

function totalBeside(sheet: SheetSnapshot, row: number, column: number, own: number): number | null {
  for (let step = 1; step <= REACH; step++) for (const at of [row - step, row + step]) if (at >= 1 && at !== own && typeof cellAt(sheet, at, column) === 'number' && isTotalLabel(sheet, at, column)) return at
  return null
}

function finding(sheet: SheetSnapshot, group: readonly Landed[]): Finding {
  const { key, target, meant, formula, value } = group[0] as Landed,
    row = keyRow(key),
    column = keyColumn(key),
    shown = cellAt(sheet, row, column)
  return auditFinding({
    rule: 'reference-lands-wrong', severity: 'error', at: { sheet: sheet.name, boxes: boxesOf(group.map(each => each.key)) }, related: [{ sheet: sheet.name, boxes: boxesOf([...group.map(each => each.target), ...group.map(each => each.meant)]) }],
    subject: subjectOf(sheet, row, column),
    message: message('audit.reference-lands-wrong', { cell: cellName(row, column), target: cellName(keyRow(target), keyColumn(target)), meant: cellName(keyRow(meant), keyColumn(meant)), right: formula, value: shownText(value) }),
    actual: shown, expected: value,
    fix: group.map(each => ({ sheet: sheet.name, row: keyRow(each.key), column: keyColumn(each.key), before: { formula: sheet.formulas.get(each.key) ?? '', value: cellAt(sheet, keyRow(each.key), keyColumn(each.key)) }, after: { formula: each.formula, value: each.value } })),
  })
}
