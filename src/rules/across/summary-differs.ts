import type { CheckedPair } from '../../core/checked'
import type { Finding } from '../../core/finding'
import { cellKey, cellName, sheetReference } from '../../core/place'
import { cellAt } from '../../core/snapshot'
import type { SheetSnapshot } from '../../core/snapshot'
import { message } from '../../messages'
import { keyedTables } from '../../totals/keyed-tables'
import type { KeyedTable } from '../../totals/keyed-tables'
import { measuresOf, rosterMeasures, sheetMeasures } from '../../totals/measures'
import type { Measure } from '../../totals/measures'
import { reconcile } from '../../totals/reconcile'
import type { Reconciled } from '../../totals/reconcile'
import { arithmeticOf } from '../../totals/sheet-arithmetic'
import { auditFinding, subjectOf } from '../audit-finding'
import type { AuditBook, AuditRule } from '../audit-rule'
import { boxesOf, oneCell } from '../boxes'
import { labelOf } from '../totals/total-wrong'
import { isOfAnotherTime } from './other-time'

/** So many pairs of tables are compared in one workbook. */
const MOST_PAIRS = 600

/**
 * A column of a summary repeats a figure of another place, row by row: the sum of a detail list, a count of the roster, the same cell of
 * another sheet. Learnt by the votes of its rows, whatever the words; the one or two rows that differ are told, with the figure that
 * the other place gives. Rows that the summary lacks, rows without any detail, and a column whose unit differs by 10,000 are told too.
 * Of its findings on the labelled workbooks (`npm run audit:score`) one set of labels confirms 1 of 2, the other 0 of 2.
 */
export const summaryDiffers: AuditRule = {
  id: 'summary-differs', about: 'across',
  reports: ['summary-row-missing', 'detail-missing', 'unit-differs'],
  run(book) {
    const visible = new Set(book.sheets.map(sheet => sheet.name))
    const keyed = keyedTables(book.snapshot, book.reading).filter(
      each => visible.has(each.sheet.name) && !isOfAnotherTime(book, each.sheet.name, each.table.title),
    )
    const findings: Finding[] = [], pairs: CheckedPair[] = [], roster = rosterMeasures(book.reading)
    const measures = new Map<KeyedTable, Measure[]>()
    let compared = 0
    for (const summary of keyed) {
      if (!summary.unique || summary.table.kind === 'staff') continue
      const own = new Set(summary.rows.map(({ key }) => key))
      const sources: Measure[] = [...roster, ...sheetMeasures(summary, keyed)]
      for (const other of keyed) {
        if (other.table.index === summary.table.index || (other.unique && rank(book, other) >= rank(book, summary))) continue
        if (compared++ > MOST_PAIRS) break
        let shared = 0
        for (const key of new Set(other.rows.map(each => each.key))) if (own.has(key)) shared++
        if (shared < 3 || shared < own.size * 0.6) continue
        let known = measures.get(other)
        if (known === undefined) { known = measuresOf(other); measures.set(other, known) }
        sources.push(...known)
      }
      if (sources.length === 0) continue
      const found = summary.columns.flatMap(column => reconcile(summary, column, sources) ?? [])
      const wrong = new Map(
        found.flatMap(({ column, fail }) =>
          fail.map(({ row, value, expected }) => [cellKey(row, column.column), value - expected] as const),
        ),
      )
      for (const each of found) tell(each, wrong, findings, pairs)
    }
    return { findings, pairs }
  },
}

/** Of two tables with the same rows, the one that is called a summary, else the later one, is held against the other. */
function rank(book: AuditBook, keyed: KeyedTable): number {
  const words = `${keyed.sheet.name}${keyed.table.title ?? ''}`
  return (/汇总|总表/.test(words) ? 2e6 : /预算|一览|统计/.test(words) ? 1e6 : 0) + book.snapshot.sheets.indexOf(keyed.sheet) * 1000 + keyed.table.index
}

function tell(found: Reconciled, wrong: ReadonlyMap<number, number>, findings: Finding[], pairs: CheckedPair[]): void {
  const { keyed: { sheet }, column: { column }, measure, agree, fail } = found
  const place = (row: number): string => `${sheetReference(sheet.name)}!${cellName(row, column)}`
  for (const { row } of agree) pairs.push({ from: place(row), against: measure.sheet, what: measure.what, holds: true })
  const culprits = new Set(
    [...arithmeticOf(sheet).culprits, ...(measure.single === null ? [] : arithmeticOf(measure.single.sheet).culprits)].map(
      ({ row, column: at }) => cellKey(row, at),
    ),
  )
  for (const { row, key, value, expected } of fail) {
    pairs.push({ from: place(row), against: measure.sheet, what: measure.what, holds: false })
    const cells = measure.cells(key), [first] = cells
    // A formula's value is the business of the formula rules.
    if (sheet.formulas.has(cellKey(row, column))) continue
    if (follows(sheet, row, column, value - expected, wrong)) continue
    // A rule on totals has named one of the two sides already.
    if (
      culprits.has(cellKey(row, column)) ||
      (measure.single !== null && first !== undefined && culprits.has(cellKey(first.row, first.column)))
    )
      continue
    findings.push(
      auditFinding({
        rule: 'summary-differs',
        severity: measure.single === null && agree.length >= 3 ? 'error' : 'warning',
        at: { sheet: sheet.name, boxes: [oneCell(row, column)] },
        related: [{ sheet: measure.sheetOf(key), boxes: boxesOf(cells.map(cell => cellKey(cell.row, cell.column))) }],
        subject: subjectOf(sheet, row, column),
        message: message('across.summary', {
          label: labelOf(sheet, row, column),
          value,
          against: measure.sheetOf(key),
          expected,
          difference: Number((value - expected).toPrecision(12)),
          agree: agree.length,
          of: agree.length + fail.length,
        }),
        actual: value,
        expected,
        fix: [{ sheet: sheet.name, row, column, before: cellAt(sheet, row, column), after: expected }],
      }),
    )
  }
  if (fail.length === 0 && measure.what !== 'amount') lacking(found, findings)
  else if (fail.length === 0 && agree.length >= 4) lacking(found, findings)
  const implied = found.column.yuan > 0 && measure.yuan > 0 ? measure.yuan / found.column.yuan : found.factor
  if (Math.abs(Math.log10(implied / found.factor)) > 3.5 && agree.length >= 3) {
    const [first] = agree, value = first === undefined ? null : cellAt(sheet, first.row, column)
    findings.push(auditFinding({
      rule: 'unit-differs', severity: 'warning', at: { sheet: sheet.name, boxes: boxesOf(agree.map(({ row }) => cellKey(row, column))) }, related: [{ sheet: measure.sheet, boxes: first === undefined ? [] : boxesOf(measure.cells(first.key).map(cell => cellKey(cell.row, cell.column))) }],
      subject: `${sheet.name}/${found.column.header}`, message: message('across.unit', { label: found.column.header, against: measure.sheet, factor: Math.round(Math.max(implied / found.factor, found.factor / implied)) }),
      actual: value, expected: typeof value === 'number' ? Number(((value * implied) / found.factor).toPrecision(12)) : null,
    }))
  }
}

/** A sum, typed or a formula, that is off because another cell of its row is off by as much: that cell is the finding. */
function follows(sheet: SheetSnapshot, row: number, column: number, off: number, wrong: ReadonlyMap<number, number>): boolean {
  const same = (at: number): boolean => {
    const other = wrong.get(cellKey(row, at))
    return at !== column && other !== undefined && Math.abs(other - off) <= 1e-6 + Math.abs(off) * 1e-6
  }
  if (sheet.formulas.has(cellKey(row, column))) {
    for (let at = 1; at <= (sheet.rows[row - 1]?.length ?? 0); at++) if (same(at) && !sheet.formulas.has(cellKey(row, at))) return true
  }
  return arithmeticOf(sheet).held.some(each => each.row === row && each.column === column && each.kind === 'sum' && each.holds && each.parts.some(part => part.row === row && same(part.column)))
}

/** One or two keys that only one of the two sides has, where all others agree. */
function lacking(found: Reconciled, findings: Finding[]): void {
  const { keyed: { sheet, keyColumn, totals }, column: { column }, measure, factor, agree, missing, extra } = found
  if (missing.length > 0 && missing.length <= 2 && agree.length >= 3 * missing.length && extra.length === 0) {
    for (const key of missing) {
      const amount = (measure.values.get(key) ?? 0) * factor,
        [total] = totals,
        cells = measure.cells(key)
      const written = total === undefined ? null : cellAt(sheet, total, column)
      const at =
        total !== undefined && typeof written === 'number'
          ? { sheet: sheet.name, boxes: [oneCell(total, column)] }
          : { sheet: measure.sheetOf(key), boxes: boxesOf(cells.map(cell => cellKey(cell.row, cell.column))) }
      if (findings.some(finding => finding.rule === 'summary-row-missing' && finding.subject === `${sheet.name}/${key}`)) continue
      findings.push(
        auditFinding({
          rule: 'summary-row-missing',
          severity: 'warning',
          at,
          related: [
            { sheet: measure.sheetOf(key), boxes: boxesOf(cells.map(cell => cellKey(cell.row, cell.column))) },
            { sheet: sheet.name, boxes: boxesOf(agree.map(({ row }) => cellKey(row, keyColumn))) },
          ],
          subject: `${sheet.name}/${key}`,
          message: message('across.row-missing', {
            key,
            sheet: sheet.name,
            against: measure.sheetOf(key),
            amount: Number(amount.toPrecision(12)),
          }),
          actual: written,
          expected: typeof written === 'number' ? Number((written + amount).toPrecision(12)) : Number(amount.toPrecision(12)),
        }),
      )
    }
  }
  if (extra.length > 0 && extra.length <= 2 && agree.length >= 3 * extra.length && missing.length === 0) {
    for (const { row, key, value } of extra) {
      // What is calculated is the business of the formula rules; what stands below the total of the rows that agree is no item of theirs.
      if (sheet.formulas.has(cellKey(row, column)) || isBelowTotal(found, row)) continue
      if (findings.some(finding => finding.rule === 'detail-missing' && finding.subject === `${sheet.name}/${key}`)) continue
      findings.push(
        auditFinding({
          rule: 'detail-missing',
          severity: 'warning',
          at: { sheet: sheet.name, boxes: [oneCell(row, column)] },
          related: [{ sheet: measure.sheet, boxes: [] }],
          subject: `${sheet.name}/${key}`,
          message: message('across.detail-missing', { key, sheet: sheet.name, against: measure.sheet, value }),
          actual: value,
          expected: 0,
        }),
      )
    }
  }
}

/** A total stands between the rows that agree and the row: 本年收入合计, and below it 上年结转. */
function isBelowTotal({ keyed: { sheet, totals }, column: { column }, agree }: Reconciled, row: number): boolean {
  const last = Math.max(...agree.map(each => each.row))
  return row > last && (totals.some(total => total > last && total < row)
    || arithmeticOf(sheet).held.some(each => each.kind === 'sum' && each.column === column && each.row > last && each.row < row))
}
