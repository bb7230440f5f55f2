import type { Finding } from '../../core/finding'
import { cellKey, cellName, isBoxWithin, isInBox, keyColumn, keyRow } from '../../core/place'
import type { Box } from '../../core/place'
import type { SheetSnapshot } from '../../core/snapshot'
import { cellAt } from '../../core/snapshot'
import { deviationsOf } from '../../formula/deviations'
import type { FormulaClass } from '../../formula/normal-form'
import { message } from '../../messages'
import { auditFinding, subjectOf } from '../audit-finding'
import type { AuditBook, AuditRule } from '../audit-rule'
import { boxesOf } from '../boxes'
import { shownText } from './deviation-finding'
import { isPartLabel, isTotalLabel } from './labels'

/** Cells of a sum that are followed; longer sums hold data and no subtotals. */
const MOST_CELLS = 3000

interface Twice {
  readonly key: number
  readonly parts: readonly number[]
  readonly expected: number
}

/**
 * A sum that takes in both a subtotal and the parts of it, or a whole and the 其中 rows that belong to it: these amounts are counted
 * twice. One finding for a row of equal sums.
 * Of its findings on the labelled workbooks (`npm run audit:score`) one set of labels confirms 0 of 1, the other 0 of 1.
 */
export const countedTwice: AuditRule = {
  id: 'counted-twice',
  run(book) {
    const findings: Finding[] = []
    for (const sheet of book.sheets) {
      if (sheet.formulas.size === 0) continue
      const sums = new Map<number, readonly Box[] | null>()
      const told = new Set(deviationsOf(book.formulas, sheet).map(each => cellKey(each.row, each.column))),
        groups = new Map<string, Twice[]>()
      for (const { key, what } of book.formulas.cells(sheet, mayCountTwice)) {
        const found = told.has(key) ? null : twice(book, sheet, key, sums)
        if (found === null) continue
        const name = `${String(keyRow(key))}:${String(what.id)}`, known = groups.get(name)
        if (known === undefined) groups.set(name, [found])
        else known.push(found)
      }
      for (const group of groups.values()) findings.push(finding(sheet, group))
    }
    return { findings }
  },
}

function twice(book: AuditBook, sheet: SheetSnapshot, key: number, known: Map<number, readonly Box[] | null>): Twice | null {
  const shown = cellAt(sheet, keyRow(key), keyColumn(key)), boxes = boxesOfSum(book, sheet, key, known)
  if (typeof shown !== 'number' || boxes === null || isIn(boxes, key)) return null
  const all = numbersIn(sheet, boxes)
  if (all.length < 3 || all.length > MOST_CELLS) return null
  const isAdded = (part: number): boolean => isIn(boxes, part) && isNumber(sheet, part)
  if (boxes.length > 1) {
    const again = boxes.flatMap(box => numbersIn(sheet, [box])).sort((a, b) => a - b).filter((part, i, every) => part === every[i - 1])
    if (again.length > 0) return takenAgain(sheet, key, shown, again)
  }
  const covered = new Set<number>(), inside: Box[] = []
  for (const each of all) {
    const parts = sheet.formulas.has(each) ? boxesOfSum(book, sheet, each, known) : null
    if (parts !== null && isSomeNumber(sheet, parts) && isWithin(sheet, parts, boxes)) inside.push(...parts)
    else if (isPartOfWhole(sheet, each, isAdded)) covered.add(each)
  }
  // The largest first: running sums lie within each other, and what lies within a box that was walked is covered already.
  const walked: Box[] = []
  for (const box of inside.sort((one, other) => sizeOf(other) - sizeOf(one))) {
    if (walked.some(larger => isBoxWithin(box, larger))) continue
    walked.push(box)
    for (const part of numbersIn(sheet, [box])) covered.add(part)
  }
  if (covered.size === 0) return null
  let sum = 0, counted = 0
  for (const each of all) {
    const value = cellAt(sheet, keyRow(each), keyColumn(each)) as number
    if (covered.has(each)) counted += value
    else sum += value
  }
  return counted === 0 || Math.abs(sum + counted - shown) > 1e-6 * Math.max(1, Math.abs(shown))
    ? null
    : { key, parts: [...covered], expected: Number(sum.toPrecision(14)) }
}

/** The formula itself takes cells more than once. */
function takenAgain(sheet: SheetSnapshot, key: number, shown: number, again: readonly number[]): Twice | null {
  const counted = again.reduce((sum, part) => sum + (cellAt(sheet, keyRow(part), keyColumn(part)) as number), 0)
  return counted === 0 ? null : { key, parts: [...new Set(again)], expected: Number((shown - counted).toPrecision(14)) }
}

/** The row says 其中, and the row of the whole above it is in the sum too and not smaller. */
function isPartOfWhole(sheet: SheetSnapshot, key: number, isAdded: (key: number) => boolean): boolean {
  const row = keyRow(key), column = keyColumn(key), value = cellAt(sheet, row, column)
  if (typeof value !== 'number' || !isPartLabel(sheet, row, column)) return false
  for (let above = row - 1; above >= Math.max(1, row - 8); above--) {
    if (!isAdded(cellKey(above, column))) return false
    const whole = cellAt(sheet, above, column)
    if (typeof whole === 'number' && !isPartLabel(sheet, above, column)) return whole >= value
  }
  return false
}

/** A plain sum of three cells or more. */
function mayCountTwice(what: FormulaClass): boolean {
  return (what.references.length >= 3 || what.references.some(({ to }) => to !== null)) && isPlainSum(what)
}

/** `SUM` and `+` alone. */
function isPlainSum(what: FormulaClass): boolean {
  let found = plain.get(what)
  if (found === undefined) plain.set(what, (found = PLAIN_SUM.test(what.skeleton)))
  return found
}

const PLAIN_SUM = /^=(?:SUM\((?:\u0001,?)+\)|\u0001)(?:\+(?:SUM\((?:\u0001,?)+\)|\u0001))*$/
const plain = new WeakMap<FormulaClass, boolean>()

/** What a plain sum adds (`SUM` and `+` alone, its own sheet); `null` for any other formula. `known` keeps the answers of one sheet. */
function boxesOfSum(book: AuditBook, sheet: SheetSnapshot, key: number, known: Map<number, readonly Box[] | null>): readonly Box[] | null {
  const before = known.get(key)
  if (before !== undefined) return before
  const row = keyRow(key), column = keyColumn(key), what = book.formulas.classIn(sheet, row, column)
  const areas = what === undefined || !isPlainSum(what) ? null : book.formulas.referencesOf(sheet, row, column)
  const boxes = areas?.every(area => !area.external && area.sheet === sheet.name && sizeOf(area) <= MOST_CELLS) === true ? areas : null
  known.set(key, boxes)
  return boxes
}

const sizeOf = (box: Box): number => (box.bottom - box.top + 1) * (box.right - box.left + 1)

function isIn(boxes: readonly Box[], key: number): boolean {
  const row = keyRow(key), column = keyColumn(key)
  return boxes.some(box => isInBox(box, row, column))
}

function isNumber(sheet: SheetSnapshot, key: number): boolean {
  return typeof cellAt(sheet, keyRow(key), keyColumn(key)) === 'number'
}

/** Keys of the cells with a number, each once, in the order of the sum. */
function numbersIn(sheet: SheetSnapshot, boxes: readonly Box[]): number[] {
  const found: number[] = []
  for (const box of boxes) {
    for (let row = box.top; row <= box.bottom; row++) {
      for (let column = box.left; column <= box.right; column++) if (typeof cellAt(sheet, row, column) === 'number') found.push(cellKey(row, column))
    }
  }
  return boxes.length === 1 ? found : [...new Set(found)]
}

function isSomeNumber(sheet: SheetSnapshot, boxes: readonly Box[]): boolean {
  for (const box of boxes) {
    for (let row = box.top; row <= box.bottom; row++) {
      for (let column = box.left; column <= box.right; column++) if (typeof cellAt(sheet, row, column) === 'number') return true
    }
  }
  return false
}

/** All that the parts add is added by the sum too. */
function isWithin(sheet: SheetSnapshot, parts: readonly Box[], boxes: readonly Box[]): boolean {
  return parts.every(part => boxes.some(box => isBoxWithin(part, box)) || numbersIn(sheet, [part]).every(key => isIn(boxes, key)))
}

function finding(sheet: SheetSnapshot, group: readonly Twice[]): Finding {
  const { key, parts, expected } = group[0] as Twice, row = keyRow(key), column = keyColumn(key), shown = cellAt(sheet, row, column)
  return auditFinding({
    rule: 'counted-twice', severity: isTotalLabel(sheet, row, column) ? 'error' : 'warning', at: { sheet: sheet.name, boxes: boxesOf(group.map(each => each.key)) }, related: [{ sheet: sheet.name, boxes: boxesOf(group.flatMap(each => each.parts)) }],
    subject: subjectOf(sheet, row, column),
    message: message('audit.counted-twice', { cell: cellName(row, column), count: group.length, parts: parts.slice(0, 4).map(each => cellName(keyRow(each), keyColumn(each))), value: shownText(expected) }),
    actual: shown, expected,
  })
}
