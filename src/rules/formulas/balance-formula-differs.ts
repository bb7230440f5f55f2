import type { Finding } from '../../core/finding'
import { cellKey, cellName, isInBox } from '../../core/place'
import { cellAt } from '../../core/snapshot'
import type { SheetSnapshot } from '../../core/snapshot'
import { deviationsOf, sameValue } from '../../formula/deviations'
import { isSumLike } from '../../formula/class-kinds'
import type { FormulaClass } from '../../formula/normal-form'
import { signsOf } from '../../formula/signed-terms'
import { message } from '../../messages'
import { auditFinding, subjectOf } from '../audit-finding'
import type { AuditBook, AuditRule } from '../audit-rule'
import { oneCell } from '../boxes'
import { hasOverrideNote } from '../override-note'
import { shownText } from './deviation-finding'
import { isPartLabel, rowLabel } from './labels'

const BALANCE = /^(?:[一二三四五六七八九十\d]+[、.．]\s*)?(?:本[年月期季]|当[年月期季]|年[终末]|期末|季末|月末|累计|收支)*(?:结余|余额|结存|差额|盈余|收支相抵)/
const IN = /收入|拨入|转入|来源|借入|^(?:[一二三四五六七八九十\d]+[、.．]\s*)?(?:上[年月期季]|年初|期初|月初)(?:结[余转存]|余额)/
const OUT = /支出|拨出|转出|付出|使用|上缴|归还/

interface Term {
  readonly sign: number
  readonly row: number
  readonly column: number
  /** What the words of its row say: 1 comes in, -1 goes out, 0 neither. */
  readonly meant: number
}

/**
 * A row called 结余 or 差额 has two columns, and one does otherwise than the other, or is typed and comes to something else. What comes in
 * is added and what goes out is taken off: the column that the words of the rows confirm says what the other should be. So of two that
 * say 其中, where one comes to more than its whole.
 * It makes none on the labelled workbooks (`npm run audit:score`).
 */
export const balanceFormulaDiffers: AuditRule = {
  id: 'balance-formula-differs',
  run: book => ({ findings: book.sheets.flatMap(sheet => (sheet.formulas.size === 0 ? [] : inSheet(book, sheet))) }),
}

function inSheet(book: AuditBook, sheet: SheetSnapshot): Finding[] {
  const findings: Finding[] = []
  for (const [row, line] of book.formulas.of(sheet).rows) {
    const [column = 0, other = 0] = line.at
    if (line.at.length === 2 && other === column + 1 && isPartLabel(sheet, row, column)) {
      findings.push(...ofTwo(book, sheet, row, column, (_book, _sheet, own) => isMoreThanWhole(sheet, row, own)))
    }
    if (line.at.length > 2 || !BALANCE.test(rowLabel(sheet, row, column).replace(/\s/g, ''))) continue
    if (line.at.length === 2 && other === column + 1) findings.push(...ofTwo(book, sheet, row, column))
    else if (line.at.length === 1) for (const at of [column - 1, column + 1]) findings.push(...typedBeside(book, sheet, row, column, at))
  }
  return findings
}

/** Of two formulas side by side the one that the words contradict. */
function ofTwo(book: AuditBook, sheet: SheetSnapshot, row: number, column: number, wrong: typeof isWrong = isWrong): Finding[] {
  const one = book.formulas.classIn(sheet, row, column), two = book.formulas.classIn(sheet, row, column + 1)
  const a = termsOf(book, sheet, row, column), b = termsOf(book, sheet, row, column + 1)
  if (one === undefined || two === undefined || one === two || a === null || b === null) return []
  if (deviationsOf(book.formulas, sheet).some(each => each.row === row)) return []
  const first = wrong(book, sheet, a, b, 1), second = wrong(book, sheet, b, a, -1)
  if (first === second) return []
  return first ? told(book, sheet, row, column, two, column + 1) : told(book, sheet, row, column + 1, one, column)
}

function typedBeside(book: AuditBook, sheet: SheetSnapshot, row: number, column: number, at: number): Finding[] {
  const terms = termsOf(book, sheet, row, column), norm = book.formulas.classIn(sheet, row, column), shown = cellAt(sheet, row, at)
  if (terms === null || norm === undefined || typeof shown !== 'number' || sheet.formulas.has(cellKey(row, at))) return []
  if (terms.length < 2 || terms.some(({ meant, sign }) => meant !== sign)) return []
  // Every row that the balance takes has a number in that column too, and the sums among them are sums there.
  const isAlike = terms.every(term => term.column === column && typeof cellAt(sheet, term.row, at) === 'number'
    && book.formulas.classIn(sheet, term.row, at) === book.formulas.classIn(sheet, term.row, column))
  return isAlike && terms.some(term => sheet.formulas.has(cellKey(term.row, at))) ? told(book, sheet, row, at, norm, column) : []
}

/** The cells that a balance adds and takes off; `null` where it does anything else. */
function termsOf(book: AuditBook, sheet: SheetSnapshot, row: number, column: number): Term[] | null {
  const what = book.formulas.classIn(sheet, row, column), signs = what === undefined ? null : signsOf(what)
  if (signs === null || signs.length < 2) return null
  const terms = book.formulas.referencesOf(sheet, row, column).map((area, i): Term | null => {
    if (area.sheet !== sheet.name || area.top !== area.bottom || area.left !== area.right) return null
    const label = rowLabel(sheet, area.top, area.left).replace(/\s/g, '')
    return { sign: signs[i] ?? 0, row: area.top, column: area.left, meant: IN.test(label) ? 1 : OUT.test(label) ? -1 : 0 }
  })
  return terms.length === signs.length && terms.every(term => term !== null) ? terms : null
}

/** A sign against the words, a line that the other column takes and whose words say how, or one line of what the other takes whole. */
function isWrong(book: AuditBook, sheet: SheetSnapshot, own: readonly Term[], other: readonly Term[], step: number): boolean {
  if (own.some(({ sign, meant }) => meant !== 0 && sign !== meant)) return true
  const isSame = (mine: Term, theirs: Term): boolean => mine.row === theirs.row && mine.column + step === theirs.column
  const missing = other.filter(theirs => !own.some(mine => isSame(mine, theirs)))
  const added = own.filter(mine => !other.some(theirs => isSame(mine, theirs)))
  if (added.length === 0 && missing.some(({ meant }) => meant !== 0)) return true
  return missing.some(whole => added.some(part => isPartOf(book, sheet, { ...part, column: part.column + step }, whole)))
}

/** 其中: what is added to the whole right above it is no part of it. */
function isMoreThanWhole(sheet: SheetSnapshot, row: number, own: readonly Term[]): boolean {
  return own[0]?.row === row - 1 && own.every(term => term.sign === 1 && Number(cellAt(sheet, term.row, term.column)) > 0)
}

function isPartOf(book: AuditBook, sheet: SheetSnapshot, part: Term, whole: Term): boolean {
  const what = book.formulas.classIn(sheet, whole.row, whole.column)
  return what !== undefined && isSumLike(what)
    && book.formulas.referencesOf(sheet, whole.row, whole.column).some(area => isInBox(area, part.row, part.column))
}

function told(book: AuditBook, sheet: SheetSnapshot, row: number, column: number, norm: FormulaClass, sister: number): Finding[] {
  const right = book.formulas.moved(norm, sheet, row, column), shown = cellAt(sheet, row, column)
  if (right === null || typeof right.value !== 'number' || sameValue(right.value, shown)) return []
  const before = sheet.formulas.get(cellKey(row, column))
  return [auditFinding({
    rule: 'balance-formula-differs', severity: hasOverrideNote(sheet, row, column) ? 'info' : 'warning',
    at: { sheet: sheet.name, boxes: [oneCell(row, column)] }, related: [{ sheet: sheet.name, boxes: [oneCell(row, sister)] }],
    subject: subjectOf(sheet, row, column),
    message: message('audit.balance-formula-differs', {
      cell: cellName(row, column), sister: cellName(row, sister), right: right.formula, value: shownText(right.value),
    }),
    actual: shown, expected: right.value,
    fix: [{ sheet: sheet.name, row, column, before: before === undefined ? shown : { formula: before, value: shown }, after: right }],
  })]
}
