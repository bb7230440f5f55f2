import { isCellError } from '../../core/cell'
import type { Finding } from '../../core/finding'
import { cellKey, cellName, keyColumn, keyRow } from '../../core/place'
import type { SheetSnapshot } from '../../core/snapshot'
import { cellAt } from '../../core/snapshot'
import { isTypingSlip } from '../../core/typing-slip'
import { agrees } from '../../formula/agrees'
import { isLink, isSumLike } from '../../formula/class-kinds'
import { deviationsOf, sameValue } from '../../formula/deviations'
import { formulaIn, resolve } from '../../formula/normal-form'
import type { FormulaClass } from '../../formula/normal-form'
import { signsOf } from '../../formula/signed-terms'
import { message } from '../../messages'
import { auditFinding, subjectOf, wordAbove } from '../audit-finding'
import type { AuditBook, AuditRule } from '../audit-rule'
import { boxesOf, oneCell } from '../boxes'
import { hasOverrideNote } from '../override-note'
import { shownText } from './deviation-finding'
import type { WholeList } from './whole-list'
import { wholeListOf } from './whole-list'

/** A row that says 合计, and the cells of it that add up the list right above them. */
interface TotalRow {
  readonly row: number
  readonly norm: FormulaClass
  readonly witnesses: readonly number[]
}

/** So few others are no run of siblings; more of them speak by themselves. */
const FEW = 2
const OTHER = /^=\(?(?:AVERAGE|COUNTA?|MAX|MIN|PRODUCT|MEDIAN)\(\u0001\)\)?$/
const FUNCTIONS = /\b(?:SUM|AVERAGE|COUNTA?|MAX|MIN|PRODUCT|SUBTOTAL|ROUND)(?=\()/g
/** Figures that are no amounts: their whole is no sum. */
const NO_AMOUNT = /率|均|余额|结余|累计|单价|标准|比|%|系数|年龄|排名|序号|rate|average|price|per /i

/**
 * In a row that says 合计, or that begins a chapter (一、), a column is added up otherwise than the one beside it, which adds the whole
 * list above, the whole chapter or all chapters: with another range, a constant, the column beside, another function, or a number typed
 * in. Alone in its row, a total that counts or averages its list.
 * Of its findings on the labelled workbooks (`npm run audit:score`) both sets of labels confirm 1 of 1.
 */
export const totalRowDiffers: AuditRule = {
  id: 'total-row-differs',
  run(book) {
    const findings: Finding[] = []
    for (const sheet of book.sheets) {
      if (sheet.formulas.size === 0) continue
      const told = new Set(deviationsOf(book.formulas, sheet).map(each => cellKey(each.row, each.column))), beside = totalRows(book, sheet)
      for (const total of beside) inRow(book, sheet, total, told, findings)
      const rows = new Set(beside.map(each => each.row))
      for (const { key, what } of book.formulas.cells(sheet, each => OTHER.test(each.skeleton))) {
        const finding = told.has(key) || rows.has(keyRow(key)) ? null : alone(book, sheet, key, what)
        if (finding !== null) findings.push(finding)
      }
    }
    return { findings }
  },
}

/** Rows of one or two sums of the whole list that belongs to them: above the word for a total, or below the number of a chapter. */
function totalRows(book: AuditBook, sheet: SheetSnapshot): TotalRow[] {
  const rows = new Map<number, Map<FormulaClass, number[]>>()
  for (const { key, what } of book.formulas.cells(sheet, isAdding)) {
    const row = keyRow(key), column = keyColumn(key)
    if (wholeListOf(sheet, what, row, column) === null) continue
    const known = rows.get(row) ?? new Map<FormulaClass, number[]>()
    rows.set(row, known.set(what, [...(known.get(what) ?? []), key]))
  }
  return [...rows].flatMap(([row, found]) => {
    const [only, ...others] = found
    return only === undefined || others.length > 0 || only[1].length > FEW ? [] : [{ row, norm: only[0], witnesses: only[1] }]
  })
}

function isAdding(what: FormulaClass): boolean {
  return isSumLike(what) || (what.references.length > 1 && signsOf(what)?.every(sign => sign === 1) === true)
}

function inRow(
  book: AuditBook, sheet: SheetSnapshot, { row, norm, witnesses }: TotalRow, told: ReadonlySet<number>, findings: Finding[],
): void {
  const width = sheet.rows[row - 1]?.length ?? 0
  for (let column = 2; column <= width; column++) {
    const key = cellKey(row, column), own = book.formulas.classIn(sheet, row, column), shown = cellAt(sheet, row, column)
    if (own === norm || told.has(key)) continue
    const whole = wholeListOf(sheet, norm, row, column), list = whole !== null && isListOfAmounts(book, sheet, whole) ? whole : null
    const moved = list === null ? null : book.formulas.moved(norm, sheet, row, column)
    if (list === null || moved === null || typeof moved.value !== 'number' || moved.value === 0 || sameValue(moved.value, shown)) continue
    if (own === undefined) {
      if (!isTypedTotal(shown, moved.value)) continue
    } else if (isCellError(shown) ? !isCause(book, sheet, row, column) : !doesItsWork(own, sheet, row, column, list)) continue
    findings.push(differing(sheet, row, column, moved.formula, moved.value, witnesses))
  }
}

/** The error begins here: no cell that the formula takes holds one. */
function isCause(book: AuditBook, sheet: SheetSnapshot, row: number, column: number): boolean {
  return book.formulas.referencesOf(sheet, row, column).every(({ sheet: name, top, left, external }) =>
    external || name !== sheet.name || !isCellError(cellAt(sheet, top, left)))
}

/** A total that counts or averages the list of amounts that it should add. */
function alone(book: AuditBook, sheet: SheetSnapshot, key: number, what: FormulaClass): Finding | null {
  const row = keyRow(key), column = keyColumn(key)
  const whole = wholeListOf(sheet, { ...what, skeleton: '=SUM(\u0001)' }, row, column)
  if (whole?.kind !== 'above' || !isListOfAmounts(book, sheet, whole)) return null
  // Others of its row do the same: that is what the row is for.
  const classes = book.formulas.of(sheet).rows.get(row)?.classes ?? []
  if (classes.filter(id => book.formulas.classById(id).skeleton === what.skeleton).length > 1) return null
  const formula = formulaIn({ texts: ['=SUM(', ')'], references: what.references }, row, column)
  const value = formula === null ? undefined : book.formulas.calculate(formula, sheet, row, column)
  if (formula === null || typeof value !== 'number' || sameValue(value, cellAt(sheet, row, column))) return null
  return differing(sheet, row, column, formula, value, [])
}

/** Two numbers at least, no sums among them (unless chapters are added) and no rates. */
function isListOfAmounts(book: AuditBook, sheet: SheetSnapshot, { rows, column, kind }: WholeList): boolean {
  if (rows.length > 2000) return false
  let numbers = 0, broken = 0, shares = 0
  for (const row of rows) {
    const value = cellAt(sheet, row, column), what = book.formulas.classIn(sheet, row, column)
    if (typeof value !== 'number') continue
    if (what !== undefined && ((isSumLike(what) && !isOfRow(what) && kind !== 'chapters') || isQuotient(what))) return false
    numbers++
    if (what !== undefined && isShare(what)) shares++
    if (!Number.isInteger(value)) broken++
  }
  return numbers >= 2 && broken > 0 && (shares === numbers || !NO_AMOUNT.test(wordAbove(sheet, rows[0] ?? 1, column).slice(0, 40)))
}

function isOfRow({ references }: FormulaClass): boolean {
  return references.every(({ from }) => from.row === 0 && !from.rowFixed)
}

/** A quotient of cells beside it; over one fixed whole it is a share, and adds up. */
function isQuotient(what: FormulaClass): boolean {
  return what.skeleton.includes('\u0001/\u0001') && !isShare(what)
}

function isShare({ skeleton, references }: FormulaClass): boolean {
  return skeleton.includes('\u0001/\u0001') && references.some(({ from }) => from.rowFixed)
}

/** A typed 0, a slip of the hand, or a number near what it would be. */
function isTypedTotal(shown: unknown, right: number): boolean {
  if (typeof shown !== 'number' || agrees(shown, right)) return false
  const ratio = shown / right
  return shown === 0 || (ratio >= 0.5 && ratio <= 2) || isTypingSlip(shown, right)
    || [0.01, 0.1, 10, 100].some(shift => agrees(shown, shift * right))
}

/** Adds, counts or averages cells of the list or of the columns beside it, and nothing else. */
function doesItsWork(own: FormulaClass, sheet: SheetSnapshot, row: number, column: number, { rows, kind }: WholeList): boolean {
  // Three parts and more are subtotals (or the chapters), a cell taken off is a balance, and one taken over is where a balance stands at last.
  const most = kind === 'above' ? 2 : rows.length + 1, top = rows[0] ?? 0, bottom = rows[rows.length - 1] ?? 0
  if (own.references.length === 0 || own.references.length > most || isLink(own)) return false
  if (/-\(*\u0001/.test(own.skeleton) || !/^=[\u0001+\-*/(),.\d]+$/.test(own.skeleton.replace(FUNCTIONS, ''))) return false
  return own.references.every(reference => {
    const area = resolve(reference, sheet.name, row, column)
    return area !== null && !area.external && area.sheet === sheet.name && area.left >= column - 1 && area.right <= column + 1
      && area.top >= top - 1 && area.top <= bottom
      && (reference.to === null ? area.left === column && area.top !== row : area.bottom > area.top || area.top !== row)
  })
}

function differing(
  sheet: SheetSnapshot, row: number, column: number, formula: string, value: number, witnesses: readonly number[],
): Finding {
  const shown = cellAt(sheet, row, column), before = sheet.formulas.get(cellKey(row, column))
  return auditFinding({
    rule: 'total-row-differs', severity: hasOverrideNote(sheet, row, column) ? 'info' : 'warning',
    at: { sheet: sheet.name, boxes: [oneCell(row, column)] }, related: [{ sheet: sheet.name, boxes: boxesOf(witnesses) }],
    subject: subjectOf(sheet, row, column),
    message: message('audit.total-row-differs', { cell: cellName(row, column), right: formula, value: shownText(value), shown: shownText(shown) }),
    actual: shown, expected: value,
    fix: [{
      sheet: sheet.name, row, column, before: before === undefined ? shown : { formula: before, value: shown }, after: { formula, value },
    }],
  })
}
