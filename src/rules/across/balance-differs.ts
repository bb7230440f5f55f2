import type { CheckedPair } from '../../core/checked'
import type { Finding } from '../../core/finding'
import { cellKey, cellName, sheetReference } from '../../core/place'
import { cellAt } from '../../core/snapshot'
import type { SheetSnapshot } from '../../core/snapshot'
import { message } from '../../messages'
import { keyedTables, numberOf } from '../../totals/keyed-tables'
import { arithmeticOf } from '../../totals/sheet-arithmetic'
import { auditFinding, subjectOf } from '../audit-finding'
import type { AuditBook, AuditRule } from '../audit-rule'
import { oneCell } from '../boxes'
import { closingLines } from './closing-line'
import { twoSides } from './two-sides'
import { isOfAnotherTime } from './other-time'

const INCOME = /^(?:本年)?(?:收入|资金来源|来源)(?:总计|合计|总额)$|^总收入$/
const SPENDING = /^(?:本年)?(?:支出|资金运用|资金使用)(?:总计|合计|总额)$|^总支出$/
const REMAINDER = /结余|结转|差额|缺口|余额|盈余|赤字/

interface Total { readonly row: number; readonly column: number; readonly value: number }
interface Side extends Total { readonly isGrand: boolean }

/**
 * Two sides of one table that must balance: 收入总计 against 支出总计. Told where no remainder stands between them and neither side is
 * contradicted by its own parts (then the rules on totals name that side); or a line that should close them and does not. `remainder-negative`: what is left for the last payer is
 * below nothing, so that the other sources pay more than the whole.
 * It makes none on the labelled workbooks (`npm run audit:score`).
 */
export const balanceDiffers: AuditRule = {
  id: 'balance-differs', about: 'across',
  reports: ['remainder-negative'],
  run(book) {
    const findings: Finding[] = [], pairs: CheckedPair[] = []
    for (const sheet of book.sheets) {
      if (sheet.rows.length > 2000) continue
      balance(sheet, findings, pairs)
      twoSides(sheet, findings, pairs)
      findings.push(...negatives(sheet), ...(sheet.formulas.size > 2 ? closingLines(book, sheet) : []))
    }
    sources(book, findings, pairs)
    return { findings, pairs }
  },
}

/** The sources' total of a funding table against the totals of the budgets: one must be the same, and one that is nearly the same is held against it. */
function sources(book: AuditBook, findings: Finding[], pairs: CheckedPair[]): void {
  const keyed = keyedTables(book.snapshot, book.reading).filter(
    ({ sheet, table }) => book.sheets.includes(sheet) && !isOfAnotherTime(book, sheet.name, table.title),
  )
  const totals = keyed
    .flatMap(each =>
      each.totals.flatMap(row =>
        each.columns
          .filter(({ yuan }) => yuan > 0)
          .map(({ column, yuan }) => ({ keyed: each, row, column, value: numberOf(cellAt(each.sheet, row, column)), yuan })),
      ),
    )
    .filter(({ value }) => value > 0)
  const spent = totals.filter(each => each.keyed.table.kind === 'budget')
  for (const each of totals) {
    if (each.keyed.table.kind !== 'funding-sources' || spent.length === 0 || each.keyed.columns.length > 1) continue
    const own = each.value * each.yuan,
      gap = (other: { value: number; yuan: number }): number => Math.abs(other.value * other.yuan - own),
      slack = 0.006 * Math.max(each.yuan, 1)
    const nearest = [...spent].sort((a, b) => gap(a) - gap(b))[0]
    if (nearest === undefined) continue
    const holds = gap(nearest) <= Math.max(slack, 0.006 * nearest.yuan), place = `${sheetReference(each.keyed.sheet.name)}!${cellName(each.row, each.column)}`
    if (holds || gap(nearest) <= 0.15 * own) pairs.push({ from: place, against: `${sheetReference(nearest.keyed.sheet.name)}!${cellName(nearest.row, nearest.column)}`, what: 'balance', holds })
    const blamed = [...arithmeticOf(each.keyed.sheet).culprits, ...arithmeticOf(each.keyed.sheet).lone.filter(total => !total.holds)].some(
      cell => cell.row === each.row && cell.column === each.column,
    )
    if (holds || blamed || gap(nearest) > 0.15 * own) continue
    const expected = Number(((nearest.value * nearest.yuan) / each.yuan).toPrecision(12)),
      wan = (yuan: number): number => Number((yuan / 1e4).toPrecision(10))
    findings.push(auditFinding({
      rule: 'balance-differs', severity: 'warning', at: { sheet: each.keyed.sheet.name, boxes: [oneCell(each.row, each.column)] }, related: [{ sheet: nearest.keyed.sheet.name, boxes: [oneCell(nearest.row, nearest.column)] }], subject: subjectOf(each.keyed.sheet, each.row, each.column),
      message: message('across.sources', { value: wan(own), expected: wan(nearest.value * nearest.yuan), difference: wan(own - nearest.value * nearest.yuan) }), actual: each.value, expected,
    }))
  }
}

/** Some sign of a side, a remainder or a payer, or one that may turn into it: the other texts of a sheet are not made plain. */
const SIGNS = /[收支来源运使余转额口盈赤担筹套贴]|[^\x20-\x7e\u4e00-\u9fff]/

function words(value: unknown): string {
  return typeof value === 'string' && value.length <= 24 && SIGNS.test(value) ? value.normalize('NFKC').replace(/[\s:：]/g, '').replace(/\(.*\)$/, '') : ''
}

function balance(sheet: SheetSnapshot, findings: Finding[], pairs: CheckedPair[]): void {
  let income: Side | null = null, spending: Side | null = null, remainder = false
  for (const [r, row] of sheet.rows.entries()) {
    for (const [c, value] of row.entries()) {
      const word = words(value)
      if (word === '') continue
      if (REMAINDER.test(word)) remainder = true
      const amount = INCOME.test(word) || SPENDING.test(word) ? amountRight(sheet, r + 1, c + 1) : null
      if (amount === null) continue
      // The 总计 of a side goes before its 合计, which other lines (调入资金) still follow.
      const isGrand = word.endsWith('总计')
      if (INCOME.test(word) && (income === null || (isGrand && !income.isGrand))) income = { ...amount, isGrand }
      else if (SPENDING.test(word) && (spending === null || (isGrand && !spending.isGrand))) spending = { ...amount, isGrand }
    }
  }
  if (income === null || spending === null || remainder || income.row !== spending.row) return
  const holds = Math.abs(income.value - spending.value) <= 0.011
  pairs.push({ from: `${sheetReference(sheet.name)}!${cellName(income.row, income.column)}`, against: `${sheetReference(sheet.name)}!${cellName(spending.row, spending.column)}`, what: 'balance', holds })
  const { culprits, lone } = arithmeticOf(sheet),
    blamed = new Set([...culprits, ...lone.filter(each => !each.holds)].map(each => cellKey(each.row, each.column)))
  if (holds || blamed.has(cellKey(income.row, income.column)) || blamed.has(cellKey(spending.row, spending.column))) return
  findings.push(auditFinding({
    rule: 'balance-differs', severity: 'warning', at: { sheet: sheet.name, boxes: [oneCell(income.row, income.column)] }, related: [{ sheet: sheet.name, boxes: [oneCell(spending.row, spending.column)] }], subject: subjectOf(sheet, income.row, income.column),
    message: message('across.balance', { income: income.value, spending: spending.value, difference: Number((income.value - spending.value).toPrecision(12)) }), actual: income.value, expected: spending.value,
  }))
}

/** The first number right of a label, before the next words. */
function amountRight(sheet: SheetSnapshot, row: number, column: number): Total | null {
  for (let at = column + 1; at <= column + 4; at++) {
    const cell = cellAt(sheet, row, at), value = numberOf(cell)
    if (!Number.isNaN(value)) return { row, column: at, value }
    if (typeof cell === 'string' && cell.trim() !== '') return null
  }
  return null
}

const PAYER = /(?:镇|街道|乡|本级|县|区|市)?(?:财政)?(?:承担|负担|自筹|配套|补贴)(?:部分|资金|金额)?$/

function negatives(sheet: SheetSnapshot): Finding[] {
  const findings: Finding[] = []
  for (const [r, row] of sheet.rows.entries()) {
    for (const [c, value] of row.entries()) {
      if (!PAYER.test(words(value)) || /增|减|差/.test(words(value))) continue
      const amount = amountRight(sheet, r + 1, c + 1)
      if (amount === null || amount.value >= 0) continue
      findings.push(auditFinding({
        rule: 'remainder-negative', severity: 'warning', at: { sheet: sheet.name, boxes: [oneCell(amount.row, amount.column)] }, subject: subjectOf(sheet, amount.row, amount.column),
        message: message('across.negative', { label: words(value), value: amount.value }), actual: amount.value, expected: 0,
      }))
    }
  }
  return findings
}
