import type { CellValue } from '../../core/cell'
import type { Finding } from '../../core/finding'
import { cellKey, cellName, keyColumn, keyRow } from '../../core/place'
import { cellAt } from '../../core/snapshot'
import type { Deviation } from '../../formula/deviations'
import { sameValue } from '../../formula/deviations'
import { resolve } from '../../formula/normal-form'
import type { ResolvedReference } from '../../formula/normal-form'
import { message } from '../../messages'
import { auditFinding, subjectOf } from '../audit-finding'
import type { AuditBook, AuditRule } from '../audit-rule'
import { boxesOf, oneCell } from '../boxes'
import { byCause, deviationFinding, deviationsIn, shownText } from './deviation-finding'

/**
 * A range that ends elsewhere than the ranges of its siblings, by at most three lines. Where the shorter ones leave numbers out they
 * are in doubt, be they few or many; else the minority is, and the value is the same.
 */
export const formulaRangeDiffers: AuditRule = {
  id: 'formula-range-differs',
  run(book) {
    const findings: Finding[] = []
    for (const group of byCause(deviationsIn(book, 'range'))) {
      const finding = majorityInDoubt(book, group) ?? bothInDoubt(group) ?? deviationFinding('formula-range-differs', 'audit.formula-range-differs', group, 'error')
      if (finding !== null) findings.push(finding)
    }
    return { findings }
  },
}

/** The few take in a line more, and where the many could take it in too it holds numbers: the many are in doubt. */
function majorityInDoubt(book: AuditBook, group: readonly Deviation[]): Finding | null {
  const [first] = group
  if (first === undefined || first.between === null) return null
  const { sheet, own, norm, siblings, along } = first
  const at = own.references.findIndex((reference, i) => {
    const mine = resolve(reference, sheet.name, first.row, first.column),
      theirs = norm.references[i] === undefined ? null : resolve(norm.references[i], sheet.name, first.row, first.column)
    return (
      mine !== null &&
      theirs !== null &&
      (mine.top !== theirs.top || mine.bottom !== theirs.bottom || mine.left !== theirs.left || mine.right !== theirs.right)
    )
  })
  const longer = own.references[at], shorter = norm.references[at]
  if (longer === undefined || shorter === undefined) return null
  const long = resolve(longer, sheet.name, first.row, first.column), short = resolve(shorter, sheet.name, first.row, first.column)
  if (long === null || short === null || size(long) <= size(short) || holds(long, first)) return null
  const doubtful = siblings.filter(key => {
    const row = keyRow(key), column = keyColumn(key), lines = along === 'row' ? range(first.between?.top ?? 0, first.between?.bottom ?? 0) : range(first.between?.left ?? 0, first.between?.right ?? 0)
    return lines.some(line => {
      const value = along === 'row' ? cellAt(sheet, line, column) : cellAt(sheet, row, line)
      return typeof value === 'number' && value !== 0
    })
  })
  const taken = cellsBetween(first).some(value => typeof value === 'number' && value !== 0)
  if (doubtful.length === 0 || doubtful.length * 2 < siblings.length) return taken ? willBreak(book, first, group) : null
  const key = doubtful[0] ?? 0,
    row = keyRow(key),
    column = keyColumn(key),
    moved = book.formulas.moved(own, sheet, row, column),
    shown = cellAt(sheet, row, column)
  if (moved === null || sameValue(moved.value, shown)) return null
  return auditFinding({
    rule: 'formula-range-differs', severity: 'warning', at: { sheet: sheet.name, boxes: boxesOf(doubtful) }, related: [{ sheet: sheet.name, boxes: group.map(each => oneCell(each.row, each.column)) }],
    subject: subjectOf(sheet, row, column),
    message: message('audit.formula-range-leaves', { cell: cellName(row, column), count: doubtful.length, own: group.length, right: moved.formula, value: shownText(moved.value) }),
    actual: shown, expected: moved.value,
    fix: doubtful.slice(0, 200).flatMap(each => {
      const r = keyRow(each), c = keyColumn(each), change = book.formulas.moved(own, sheet, r, c)
      return change === null ? [] : [{ sheet: sheet.name, row: r, column: c, before: { formula: sheet.formulas.get(cellKey(r, c)) ?? '', value: cellAt(sheet, r, c) }, after: change }]
    }),
  })
}

/** Nothing but blanks and words lies between the ranges and neither way of writing is clearly the common one: no value is wrong, both are in doubt. */
function bothInDoubt(group: readonly Deviation[]): Finding | null {
  const [first] = group
  if (first === undefined || !sameValue(first.shown, first.expected) || first.siblings.length >= 6 * group.length) return null
  const { sheet, siblings, row, column, formula } = first, keys = [...siblings, ...group.map(each => cellKey(each.row, each.column))]
  return auditFinding({
    rule: 'formula-range-differs', severity: 'info', at: { sheet: sheet.name, boxes: boxesOf(keys) }, subject: subjectOf(sheet, row, column),
    message: message('audit.formula-range-uneven', { cell: cellName(row, column), count: keys.length, own: group.length, right: formula }),
    actual: first.shown, ...(first.expected === undefined ? {} : { expected: first.expected }),
    fix: group.map(each => ({ sheet: sheet.name, row: each.row, column: each.column, before: { formula: sheet.formulas.get(cellKey(each.row, each.column)) ?? '', value: each.shown }, after: { formula: each.formula, value: each.expected ?? null } })),
  })
}

/** The line that the few take in is blank where the many stand: right now, and it breaks as soon as the line is filled. */
function willBreak(book: AuditBook, first: Deviation, group: readonly Deviation[]): Finding | null {
  const { sheet, own, siblings } = first,
    key = siblings[0] ?? 0,
    row = keyRow(key),
    column = keyColumn(key),
    moved = book.formulas.moved(own, sheet, row, column)
  if (moved === null) return null
  return auditFinding({
    rule: 'formula-range-differs', severity: 'info', at: { sheet: sheet.name, boxes: boxesOf(siblings) }, related: [{ sheet: sheet.name, boxes: group.map(each => oneCell(each.row, each.column)) }],
    subject: subjectOf(sheet, row, column),
    message: message('audit.formula-range-breaks', { cell: cellName(row, column), count: siblings.length, own: group.length, right: moved.formula }),
    actual: cellAt(sheet, row, column), expected: moved.value,
    fix: siblings.slice(0, 200).flatMap(each => {
      const r = keyRow(each), c = keyColumn(each), change = book.formulas.moved(own, sheet, r, c)
      return change === null ? [] : [{ sheet: sheet.name, row: r, column: c, before: { formula: sheet.formulas.get(each) ?? '', value: cellAt(sheet, r, c) }, after: change }]
    }),
  })
}

/** What stands in the cells of the deviating formula's own line that only one of the two ranges takes in. */
function cellsBetween({ sheet, between, along, row, column }: Deviation): CellValue[] {
  if (between === null) return []
  return along === 'row' ? range(between.top, between.bottom).map(line => cellAt(sheet, line, column)) : range(between.left, between.right).map(line => cellAt(sheet, row, line))
}

/** The range takes in the very cell that it is summed in: that is another fault. */
function holds(area: ResolvedReference, { sheet, row, column }: Deviation): boolean {
  return area.sheet === sheet.name && row >= area.top && row <= area.bottom && column >= area.left && column <= area.right
}

function size({
  top,
  bottom,
  left,
  right,
}: {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}): number {
  return (bottom - top + 1) * (right - left + 1)
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_all, i) => from + i)
}
