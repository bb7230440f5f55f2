import type { CellValue } from '../../core/cell'
import type { Finding } from '../../core/finding'
import { cellKey, cellName, isInBox, keyColumn, keyRow } from '../../core/place'
import { cellAt } from '../../core/snapshot'
import type { Deviation } from '../../formula/deviations'
import { sameValue } from '../../formula/deviations'
import { resolve } from '../../formula/normal-form'
import type { FormulaClass, ResolvedReference } from '../../formula/normal-form'
import { message } from '../../messages'
import { auditFinding, subjectOf } from '../audit-finding'
import type { AuditBook, AuditRule } from '../audit-rule'
import { boxesOf, oneCell } from '../boxes'
import { byCause, deviationFinding, deviationsIn, shownText } from './deviation-finding'

/**
 * A range that ends elsewhere than the ranges of its siblings, by at most three lines. Where the shorter ones leave numbers out they
 * are in doubt, be they few or many; else the minority is, and the value is the same.
 * Of its findings on the labelled workbooks (`npm run audit:score`) one set of labels confirms 19 of 25, the other 25 of 25.
 */
export const formulaRangeDiffers: AuditRule = {
  id: 'formula-range-differs',
  run(book) {
    const findings: Finding[] = [], lines = new Map<string, (readonly Deviation[])[]>()
    for (const group of byCause(deviationsIn(book, 'range'))) {
      const [first] = group, doubt = majorityInDoubt(book, group)
      if (first !== undefined && (doubt === 'breaks' || sameValue(first.shown, first.expected))) {
        const line = `${first.sheet.name}\u0000${first.along}\u0000${String(first.along === 'row' ? first.row : first.column)}\u0000${String(first.norm.id)}`, known = lines.get(line)
        if (known === undefined) lines.set(line, [group])
        else known.push(group)
        continue
      }
      const finding = doubt === null || doubt === 'breaks' ? deviationFinding('formula-range-differs', 'audit.formula-range-differs', group, 'error') : doubt
      if (finding !== null) findings.push(finding)
    }
    for (const groups of lines.values()) {
      const finding = uneven(book, groups)
      if (finding !== null) findings.push(finding)
    }
    return { findings }
  },
}

/** The few take in a line more, and where the many could take it in too it holds numbers: the many are in doubt. */
function majorityInDoubt(book: AuditBook, group: readonly Deviation[]): Finding | 'breaks' | null {
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
  if (doubtful.length === 0 || doubtful.length * 2 < siblings.length) return taken ? 'breaks' : null
  if (takesOtherKind(book, first, short) || isHeldAgainst(book, first)) return null
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

/** What the few take in besides is a formula, and the numbers that all take in are typed or are another formula: a total of its own. */
function takesOtherKind(book: AuditBook, { sheet, between, along, row, column }: Deviation, range: ResolvedReference): boolean {
  if (between === null) return false
  const own = (at: number): number | undefined => book.formulas.of(sheet).classAt.get(along === 'row' ? cellKey(at, column) : cellKey(row, at))
  const [from, to, first, last] = along === 'row' ? [between.top, between.bottom, range.top, range.bottom] : [between.left, between.right, range.left, range.right]
  const beside = own(to < first ? first : last)
  for (let at = from; at <= to; at++) {
    const kind = own(at)
    if (kind !== undefined && kind !== beside) return true
  }
  return false
}

/** Another formula of the line takes both the sum and the number that the few add to it (完成率 = 完成 / 总数): it is no part. */
function isHeldAgainst(book: AuditBook, { sheet, row, column, along, between }: Deviation): boolean {
  if (between === null) return false
  const { rows, columns } = book.formulas.of(sheet), isRow = along === 'column', line = isRow ? rows.get(row) : columns.get(column)
  return line?.at.some(at => {
    const areas = book.formulas.referencesOf(sheet, isRow ? row : at, isRow ? at : column).filter(area => area.sheet === sheet.name)
    const single = areas.filter(area => area.top === area.bottom && area.left === area.right)
    return single.some(area => area.top === row && area.left === column) && single.some(area =>
      isRow ? area.top === row && area.left >= between.left && area.left <= between.right
        : area.left === column && area.top >= between.top && area.top <= between.bottom)
  }) ?? false
}

/** So many times as many as the others must be alike before the others alone are in doubt. */
const CLEAR = 6

/**
 * Ranges of one line that end at different cells though no value differs by it now: which is meant is not told, so all are in doubt, or
 * the few where the many are clearly more. Where the few take in a number and the cells of the many are blank there, the many are in doubt.
 */
function uneven(book: AuditBook, groups: readonly (readonly Deviation[])[]): Finding | null {
  const group = groups[0], first = group?.[0]
  if (group === undefined || first === undefined) return null
  const { sheet, siblings, row, column } = first, few = groups.flat().map(each => cellKey(each.row, each.column)),
    breaks = groups.some(each => takesNumbers(each[0]))
  const clear = siblings.length >= CLEAR * few.length, keys = clear ? (breaks ? siblings : few) : [...new Set([...siblings, ...few])]
  const target = widest([first.norm, ...groups.flatMap(each => each[0]?.own ?? [])], first), short = breaks ? siblings : keys
  const change = (key: number): { readonly formula: string; readonly value: CellValue } | null => {
    const moved = book.formulas.moved(groups.length === 1 && !breaks ? first.norm : target, sheet, keyRow(key), keyColumn(key)), now = sheet.formulas.get(key) ?? ''
    return moved === null || moved.formula === now || !sameValue(moved.value, cellAt(sheet, keyRow(key), keyColumn(key))) ? null : moved
  }
  const fix = short.slice(0, 200).flatMap(key => {
    const after = change(key)
    return after === null ? [] : [{ sheet: sheet.name, row: keyRow(key), column: keyColumn(key), before: { formula: sheet.formulas.get(key) ?? '', value: cellAt(sheet, keyRow(key), keyColumn(key)) }, after }]
  })
  const shown = fix[0] ?? { row, column, after: { formula: first.formula, value: first.expected ?? null } },
    cell = cellName(shown.row, shown.column)
  return auditFinding({
    rule: 'formula-range-differs', severity: 'info', at: { sheet: sheet.name, boxes: boxesOf(keys) }, related: clear ? [{ sheet: sheet.name, boxes: boxesOf(breaks ? few : siblings) }] : [],
    subject: subjectOf(sheet, shown.row, shown.column),
    message: breaks
      ? message('audit.formula-range-breaks', { cell, count: siblings.length, own: few.length, right: shown.after.formula })
      : message('audit.formula-range-uneven', { cell, count: clear ? siblings.length + few.length : keys.length, own: few.length, right: shown.after.formula }),
    actual: cellAt(sheet, shown.row, shown.column), expected: shown.after.value, fix,
  })
}

/** The formula whose ranges take in most cells. */
function widest(classes: readonly FormulaClass[], { sheet, row, column }: Deviation): FormulaClass {
  const cells = (what: FormulaClass): number => what.references.reduce((sum, reference) => {
    const area = resolve(reference, sheet.name, row, column)
    return sum + (area === null ? 0 : size(area))
  }, 0)
  return classes.reduce((best, each) => (cells(each) > cells(best) ? each : best))
}

/** The few take in a number that the many leave out. */
function takesNumbers(deviation: Deviation | undefined): boolean {
  return deviation !== undefined && !sameValue(deviation.shown, deviation.expected)
}

/** What stands in the cells of the deviating formula's own line that only one of the two ranges takes in. */
function cellsBetween({ sheet, between, along, row, column }: Deviation): CellValue[] {
  if (between === null) return []
  return along === 'row' ? range(between.top, between.bottom).map(line => cellAt(sheet, line, column)) : range(between.left, between.right).map(line => cellAt(sheet, row, line))
}

/** The range takes in the very cell that it is summed in: that is another fault. */
function holds(area: ResolvedReference, { sheet, row, column }: Deviation): boolean {
  return area.sheet === sheet.name && isInBox(area, row, column)
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
