import { isBlank, isCellError } from '../../core/cell'
import type { Finding } from '../../core/finding'
import { cellKey, cellName, keyColumn, keyRow } from '../../core/place'
import type { SheetSnapshot } from '../../core/snapshot'
import { cellAt } from '../../core/snapshot'
import { isTypingSlip } from '../../core/typing-slip'
import { agrees } from '../../formula/agrees'
import { isLink, isSumLike, isWorkedOut } from '../../formula/class-kinds'
import { sameReference } from '../../formula/area-pairs'
import { deviationsOf, sameValue } from '../../formula/deviations'
import { formulaIn, resolve } from '../../formula/normal-form'
import type { FormulaClass } from '../../formula/normal-form'
import { signsOf } from '../../formula/signed-terms'
import { message } from '../../messages'
import { auditFinding, subjectOf, wordAbove } from '../audit-finding'
import type { AuditBook, AuditRule } from '../audit-rule'
import { boxesOf, oneCell } from '../boxes'
import { hasOverrideNote } from '../override-note'
import { closingLines } from './closing-total'
import { shownText } from './deviation-finding'
import { looksLikeOrder } from './labels'
import type { WholeList } from './whole-list'
import { wholeListOf } from './whole-list'

/** A row that says 合计, and the cells of it that add up the list right above them. */
interface TotalRow {
  readonly row: number
  readonly norm: FormulaClass
  readonly witnesses: readonly number[]
}

const OTHER = /^=\(?(?:AVERAGE|COUNTA?|MAX|MIN|PRODUCT|MEDIAN)\(\u0001\)\)?$/
const FUNCTIONS = /\b(?:SUM|AVERAGE|COUNTA?|MAX|MIN|MEDIAN|PRODUCT|SUBTOTAL|ROUND)(?=\()/g
/** Whole numbers from here on are money: heads, ages and marks are less. */
const THOUSAND = 1000
/** Headings of what is counted. */
const COUNTS = /(?:人|户|个|次|件|套|台|^)数量?$/
/** Figures that are no amounts: their whole is no sum. */
const NO_AMOUNT = /率|均|余额|结余|累计|单价|标准|比|%|系数|年龄|排名|序号|rate|average|price|per /i

/**
 * In a row that says 合计, or that begins a chapter (一、), a column is added up otherwise than the one beside it, which adds the whole
 * list above, the whole chapter or all chapters: with another range, a constant, the column beside, another function, or a number typed
 * in; a count of words leaves rows of it out. Where the column is a running one, its total is its last line. Alone in its row, a total that counts or averages its list.
 * Of its findings on the labelled workbooks (`npm run audit:score`) both sets of labels confirm 1 of 1.
 */
export const totalRowDiffers: AuditRule = {
  id: 'total-row-differs',
  run(book) {
    const findings: Finding[] = []
    for (const sheet of book.sheets) {
      if (sheet.formulas.size === 0) continue
      const told = new Set(deviationsOf(book.formulas, sheet).map(each => cellKey(each.row, each.column))), beside = totalRows(book, sheet)
      for (const total of beside) {
        const differing = inRow(book, sheet, total, told)
        // More than two that differ, or two against three, are another way to make the row.
        if (differing.length === 1 || (differing.length === 2 && total.witnesses.length >= 4)) findings.push(...differing)
      }
      findings.push(...closingLines(book, sheet, told))
      const rows = new Set(beside.map(each => each.row))
      for (const { key, what } of book.formulas.cells(sheet, each => OTHER.test(each.skeleton))) {
        const finding = told.has(key) || rows.has(keyRow(key)) ? null : alone(book, sheet, key, what)
        if (finding !== null) findings.push(finding)
      }
    }
    return { findings }
  },
}

/** Rows whose sums all take the whole list that belongs to them: above the word for a total, or below the number of a chapter. */
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
    return only === undefined || others.length > 0 ? [] : [{ row, norm: only[0], witnesses: only[1] }]
  })
}

function isAdding(what: FormulaClass): boolean {
  return isSumLike(what) || (what.references.length > 1 && signsOf(what)?.every(sign => sign === 1) === true)
}

function inRow(
  book: AuditBook, sheet: SheetSnapshot, { row, norm, witnesses }: TotalRow, told: ReadonlySet<number>,
): Finding[] {
  const findings: Finding[] = []
  const width = sheet.rows[row - 1]?.length ?? 0
  for (let column = 2; column <= width; column++) {
    const key = cellKey(row, column), own = book.formulas.classIn(sheet, row, column), shown = cellAt(sheet, row, column)
    if (own === norm || told.has(key)) continue
    if (own !== undefined && isCountOfWords(own)) {
      findings.push(...shortCount(book, sheet, own, norm, row, column, witnesses))
      continue
    }
    const whole = wholeListOf(sheet, norm, row, column), list = whole !== null && isListOfAmounts(book, sheet, whole) ? whole : null
    const moved = list === null ? null : book.formulas.moved(norm, sheet, row, column)
    if (list === null || moved === null || typeof moved.value !== 'number' || moved.value === 0 || sameValue(moved.value, shown)) continue
    if (isBlank(shown) && own === undefined) {
      // A blank is a total left out where a sum stands on both sides, or formulas take it.
      const isTaken = isTakenBeside(book, sheet, row, column)
      if (!isTaken && !(isBetween(witnesses, key) && norm.references.every(reference => reference.to !== null))) continue
      findings.push(differing(sheet, row, column, moved.formula, moved.value, witnesses, isTaken ? 'warning' : 'info'))
      continue
    }
    if (own === undefined || isWorkedOut(own)) {
      if (!isTypedTotal(shown, moved.value)) continue
    } else if (isCellError(shown) ? !isCause(book, sheet, row, column) : !doesItsWork(own, norm, sheet, row, column, list)) continue
    findings.push(differing(sheet, row, column, moved.formula, moved.value, witnesses))
  }
  return findings
}

/** `=COUNTIF(list, word)` over one range. */
function isCountOfWords({ skeleton, references }: FormulaClass): boolean {
  return skeleton.startsWith('=COUNTIF(\u0001,') && references.length === 1 && references[0]?.to !== null
}

/** A count of words whose range ends a row or two before the list that the sums beside it take. */
function shortCount(
  book: AuditBook, sheet: SheetSnapshot, own: FormulaClass, norm: FormulaClass, row: number, column: number, witnesses: readonly number[],
): Finding[] {
  const [area] = book.formulas.referencesOf(sheet, row, column), [whole] = norm.references
  const list = whole === undefined || whole.to === null ? null : resolve(whole, sheet.name, row, column)
  if (area === undefined || list === null || area.external) return []
  if (area.sheet !== sheet.name || area.left !== column || area.right !== column) return []
  const missing = area.top - list.top + (list.bottom - area.bottom)
  if (area.top < list.top || area.bottom > list.bottom || missing < 1 || missing > 2) return []
  for (let at = list.top; at <= list.bottom; at++) if (typeof cellAt(sheet, at, column) !== 'string') return []
  const formula = formulaIn({ texts: own.texts, references: norm.references }, row, column)
  const value = formula === null ? undefined : book.formulas.calculate(formula, sheet, row, column)
  if (formula === null || typeof value !== 'number') return []
  return [differing(sheet, row, column, formula, value, witnesses, sameValue(value, cellAt(sheet, row, column)) ? 'info' : 'warning')]
}

function isBetween(witnesses: readonly number[], key: number): boolean {
  return witnesses.includes(key - 1) && witnesses.includes(key + 1)
}

/** A formula of its own row takes the cell alone. */
function isTakenBeside(book: AuditBook, sheet: SheetSnapshot, row: number, column: number): boolean {
  return book.formulas.of(sheet).rows.get(row)?.at.some(at => book.formulas.referencesOf(sheet, row, at).some(area =>
    area.sheet === sheet.name && area.top === row && area.bottom === row && area.left === column && area.right === column)) ?? false
}

/** The error begins here: no cell that the formula takes holds one, or a word. */
function isCause(book: AuditBook, sheet: SheetSnapshot, row: number, column: number): boolean {
  return book.formulas.referencesOf(sheet, row, column).every(({ sheet: name, top, left, external }) =>
    external || name !== sheet.name || !(isCellError(cellAt(sheet, top, left)) || typeof cellAt(sheet, top, left) === 'string'))
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
    const isSum = what !== undefined && isSumLike(what) && !isOfRow(what) && kind !== 'chapters' && !what.skeleton.includes('SUBTOTAL')
    if (isSum || (what !== undefined && isQuotient(what))) return false
    numbers++
    if (what !== undefined && isShare(what)) shares++
    if (!Number.isInteger(value) || (Math.abs(value) >= THOUSAND && !looksLikeOrder(value))) broken++
  }
  const head = wordAbove(sheet, rows[0] ?? 1, column).slice(0, 40)
  return numbers >= 2 && (broken > 0 || COUNTS.test(head)) && (shares === numbers || !NO_AMOUNT.test(head))
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
function doesItsWork(
  own: FormulaClass, norm: FormulaClass, sheet: SheetSnapshot, row: number, column: number, { rows, kind }: WholeList,
): boolean {
  // The very same cells, one of them taken off.
  if (own.references.length > 1 && signsOf(own) !== null && own.references.length === norm.references.length
    && own.references.every((each, i) => sameReference(each, norm.references[i] ?? each))) return true
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
  severity: 'warning' | 'info' = 'warning',
): Finding {
  const shown = cellAt(sheet, row, column), before = sheet.formulas.get(cellKey(row, column))
  return auditFinding({
    rule: 'total-row-differs', severity: hasOverrideNote(sheet, row, column) ? 'info' : severity,
    at: { sheet: sheet.name, boxes: [oneCell(row, column)] }, related: [{ sheet: sheet.name, boxes: boxesOf(witnesses) }],
    subject: subjectOf(sheet, row, column),
    message: message('audit.total-row-differs', { cell: cellName(row, column), right: formula, value: shownText(value), shown: shownText(shown) }),
    actual: shown, expected: value,
    fix: [{
      sheet: sheet.name, row, column, before: before === undefined ? shown : { formula: before, value: shown }, after: { formula, value },
    }],
  })
}
