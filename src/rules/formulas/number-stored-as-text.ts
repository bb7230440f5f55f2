import type { CellValue } from '../../core/cell'
import type { Finding } from '../../core/finding'
import { cellKey, cellName, keyColumn, keyRow, sheetReference } from '../../core/place'
import type { SheetSnapshot } from '../../core/snapshot'
import { cellAt } from '../../core/snapshot'
import { numberInText } from '../../formula/values'
import { agrees } from '../../formula/agrees'
import { isSumLike } from '../../formula/class-kinds'
import { siblingFormula } from '../../formula/sibling'
import { resolve } from '../../formula/normal-form'
import type { FormulaClass, FormulaReference } from '../../formula/normal-form'
import { message } from '../../messages'
import { auditFinding, subjectOf } from '../audit-finding'
import type { AuditBook, AuditRule } from '../audit-rule'
import { boxesOf } from '../boxes'
import { numberWritten } from '../../formula/number-written'

/**
 * A number stored as text inside a sum: the sum passes over it. Its sisters in the range are numbers, and the text reads as one,
 * with or without a unit. A product that points to such a text takes it as a number: right now, and no sum ever will (info).
 * Of its findings on the labelled workbooks (`npm run audit:score`) one set of labels confirms 0 of 4, the other 0 of 4.
 */
export const numberStoredAsText: AuditRule = {
  id: 'number-stored-as-text',
  run(book) {
    const findings: Finding[] = []
    const added = textsInConditionalSums(book)
    for (const sheet of book.sheets) {
      const { passed: own, taken } = textsInSums(book, sheet), elsewhere = added.get(sheet.name),
        passed = new Map<number, readonly number[]>([...[...(elsewhere ?? [])].map(([key, sum]) => [key, [sum.key]] as const), ...own])
      for (const [key, sums] of [...passed, ...[...taken].filter(([each]) => !passed.has(each))]) {
        const row = keyRow(key), column = keyColumn(key), text = cellAt(sheet, row, column), value = typeof text === 'string' ? numberWritten(sheet, row, column, text) : null
        if (value === null || typeof text !== 'string') continue
        const works = !passed.has(key), by = own.has(key) ? sheet : (elsewhere?.get(key)?.sheet ?? sheet), first = sums[0] ?? key
        const sum = `${by === sheet ? '' : `${sheetReference(by.name)}!`}${cellName(keyRow(first), keyColumn(first))}`
        const right = computedLike(book, sheet, key, text)
        findings.push(auditFinding({
          rule: 'number-stored-as-text', severity: works ? 'info' : 'error', at: { sheet: sheet.name, boxes: boxesOf([key]) }, related: [{ sheet: by.name, boxes: boxesOf(sums) }], subject: subjectOf(sheet, row, column),
          message: message(works ? 'audit.number-as-text-works' : 'audit.number-stored-as-text', { cell: cellName(row, column), value, sum }),
          actual: text, expected: right?.value ?? value, safe: true,
          fix: [{ sheet: sheet.name, row, column, before: text, after: right ?? value }],
        }))
      }
    }
    return { findings }
  },
}

/** The formula of the cells beside it gives the very number of the text, whatever unit the text names: it was computed once. */
function computedLike(
  book: AuditBook, sheet: SheetSnapshot, key: number, text: string,
): { readonly formula: string; readonly value: number } | null {
  const typed = Number(/^\s*(-?\d+(?:\.\d+)?)/.exec(text)?.[1]), sibling = siblingFormula(book.formulas, sheet, keyRow(key), keyColumn(key))
  return sibling !== null && typeof sibling.value === 'number' && agrees(typed, sibling.value) ? { formula: sibling.formula, value: sibling.value } : null
}

interface Sum {
  readonly sheet: SheetSnapshot
  readonly key: number
}

/** By sheet: texts in what `SUMIF`, `SUMIFS` and sums of other sheets add, wherever these stand, and the first that would add each. */
function textsInConditionalSums(book: AuditBook): ReadonlyMap<string, ReadonlyMap<number, Sum>> {
  const found = new Map<string, Map<number, Sum>>(), seen = new Map<string, readonly number[]>()
  for (const sheet of book.sheets) {
    for (const { key, what } of book.formulas.cells(sheet, each => CONDITIONAL.test(each.skeleton) || (isSumLike(each) && each.references[0]?.sheet !== ''))) {
      const reference = what.references[what.skeleton.startsWith('=SUMIFS(') ? 0 : what.references.length - 1]
      const area = reference === undefined || reference.to === null ? null : resolve(reference, sheet.name, keyRow(key), keyColumn(key))
      const other = area === null || area.external ? undefined : book.formulas.sheetNamed(area.sheet)
      if (area === null || other === undefined) continue
      const name = `${other.name}\u0000${String(area.top)},${String(area.left)},${String(area.bottom)},${String(area.right)}`
      let texts = seen.get(name)
      if (texts === undefined) seen.set(name, (texts = textsIn(other, area)))
      if (texts.length === 0) continue
      let known = found.get(other.name)
      if (known === undefined) found.set(other.name, (known = new Map()))
      for (const text of texts) if (!known.has(text)) known.set(text, { sheet, key })
    }
  }
  return found
}

/** `SUMIFS(what,…)` and `SUMIF(where,word,what)`, the word in a cell or written out. */
const CONDITIONAL = /^=(?:SUMIFS\(\u0001,|SUMIF\(\u0001,(?:\u0001|"[^"]*"),\u0001\)$)/

/** Functions that add or round: any other may mean the text as a text. */
const ADDING = /\b(?:SUM|AVERAGE|SUBTOTAL|SUMPRODUCT|ROUND|ABS|MAX|MIN)(?=\()/g
/** More digits than this are an id, an account or a phone number. */
const MOST_DIGITS = 10

/** Texts and the formulas that point to them. */
interface Texts {
  /** In the ranges of sums whose other cells are mostly numbers: the sums pass over them. */
  readonly passed: ReadonlyMap<number, number[]>
  /** Taken one by one, as numbers: it works, and no sum, sorting or filter would. */
  readonly taken: ReadonlyMap<number, number[]>
}

function textsInSums(book: AuditBook, sheet: SheetSnapshot): Texts {
  const found = new Map<number, number[]>(), taken = new Map<number, number[]>(),
    seen = new Map<string, readonly number[]>()
  for (const { key, what } of book.formulas.cells(sheet, adds)) {
    for (const reference of what.references) {
      if (reference.external || isNumberAt(sheet, reference, key)) continue
      const area = resolve(reference, sheet.name, keyRow(key), keyColumn(key))
      if (area === null || area.sheet !== sheet.name) continue
      const single = area.top === area.bottom && area.left === area.right, alone = single ? cellAt(sheet, area.top, area.left) : null
      if (single && alone === null) continue
      if (alone !== null && !isNoNumberByItself(alone)) {
        if (typeof alone === 'string' && isAmongNumbers(sheet, area.top, area.left)) add(taken, cellKey(area.top, area.left), key)
        continue
      }
      const name = `${String(area.top)},${String(area.left)},${String(area.bottom)},${String(area.right)}`
      let texts = seen.get(name)
      if (texts === undefined) seen.set(name, (texts = textsIn(sheet, area)))
      for (const text of texts) add(found, text, key)
    }
  }
  return { passed: found, taken }
}

function adds({ skeleton }: FormulaClass): boolean {
  return /^=[\u0001+\-*/^(),.:\d]+$/.test(skeleton.replace(ADDING, ''))
}

/** Nearly every reference to one cell of the own sheet finds a number: nothing is made for it. */
function isNumberAt(sheet: SheetSnapshot, { sheet: other, from, to }: FormulaReference, key: number): boolean {
  if (other !== '' || to !== null) return false
  const row = (from.row ?? 0) + (from.rowFixed ? 0 : keyRow(key)), column = (from.column ?? 0) + (from.columnFixed ? 0 : keyColumn(key))
  return typeof cellAt(sheet, row, column) === 'number'
}

function add(to: Map<number, number[]>, text: number, formula: number): void {
  const known = to.get(text)
  if (known === undefined) to.set(text, [formula])
  else if (known.length < 20) known.push(formula)
}

/** The cells above and below hold numbers: one number of a column that was typed as text. */
function isAmongNumbers(sheet: SheetSnapshot, row: number, column: number): boolean {
  return !sheet.formulas.has(cellKey(row, column)) && [row - 1, row + 1].every(at => at >= 1 && typeof cellAt(sheet, at, column) === 'number')
}

/** A text that a formula cannot take as a number when it points to this very cell. */
function isNoNumberByItself(value: CellValue): boolean {
  return typeof value === 'string' && numberInText(value) === null
}

function textsIn(
  sheet: SheetSnapshot,
  { top, left, bottom, right }: { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number },
): number[] {
  const texts: number[] = []
  let numbers = 0
  const single = top === bottom && left === right
  for (let row = top; row <= Math.min(bottom, sheet.rows.length); row++) {
    const cells = sheet.rows[row - 1] ?? []
    for (let column = left; column <= Math.min(right, cells.length); column++) {
      const value = cells[column - 1]
      if (typeof value === 'number') numbers++
      else if (
        typeof value === 'string' &&
        value.length <= 30 &&
        /[\d\uff10-\uff19]/.test(value) &&
        value.replace(/\.\d*$|\D/g, '').length <= MOST_DIGITS &&
        !sheet.formulas.has(cellKey(row, column))
      )
        texts.push(cellKey(row, column))
    }
  }
  return single || numbers > texts.length ? texts : []
}
