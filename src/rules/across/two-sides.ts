import type { CheckedPair } from '../../core/checked'
import type { Finding } from '../../core/finding'
import { cellKey, cellName, sheetReference } from '../../core/place'
import { cellAt } from '../../core/snapshot'
import type { SheetSnapshot } from '../../core/snapshot'
import { message } from '../../messages'
import { arithmeticOf } from '../../totals/sheet-arithmetic'
import { auditFinding, subjectOf } from '../audit-finding'
import { oneCell } from '../boxes'
import { hasOverrideNote } from '../override-note'
import { labelOf } from '../totals/total-wrong'

const GRAND = /^(?:本年)?(?:收入|支出|资金来源|资金运用)?总计$/
const WHOLE = /^(?:本年)?(?:收入|支出|资金来源|资金运用|当年收入|当年支出)?(?:合计|小计)$/
const CLOSING = /结[余转]|余额|结存/
/** So many lines (上年结转, 调入资金, …) stand between the 合计 of a side and its 总计. */
const MOST_LINES = 8
const CENT = 0.0051

/** One side of a statement in one column of numbers. */
interface Side {
  readonly column: number
  readonly label: number
  /** Row of the 合计 and its value. */
  readonly row: number
  readonly whole: number
  /** Rows between the 合计 and the 总计. */
  readonly lines: readonly number[]
  readonly grand: number
  readonly sum: number
}

/**
 * A statement of two sides: on each the 总计 is the 合计 with the lines between them, and both 总计 are the same. Where one of the
 * three does not hold, the two others say which cell is wrong: a 总计 that neither its side nor the other one gives, or the line
 * (年末结转) that closes its side.
 */
export function twoSides(sheet: SheetSnapshot, findings: Finding[], pairs: CheckedPair[]): void {
  for (const [r, cells] of sheet.rows.entries()) {
    const [left, right, more] = cells.flatMap((value, c) => (isWord(value, GRAND) ? [c + 1] : []))
    if (left === undefined || right === undefined || more !== undefined) continue
    for (let step = 1; step < right - left; step++) {
      const sides = [sideAt(sheet, r + 1, left, step), sideAt(sheet, r + 1, right, step)] as const
      if (sides[0] !== null && sides[1] !== null) balance(sheet, r + 1, sides[0], sides[1], findings, pairs)
    }
  }
}

function isWord(value: unknown, pattern: RegExp): boolean {
  return typeof value === 'string' && value.length <= 24
    && pattern.test(value.normalize('NFKC').replace(/[\s:]|\(.*\)|^[一二三四五六七八九十\d]+[、.]/g, ''))
}

function sideAt(sheet: SheetSnapshot, row: number, label: number, step: number): Side | null {
  const column = label + step, grand = cellAt(sheet, row, column), lines: number[] = []
  if (typeof grand !== 'number') return null
  let sum = 0
  for (let at = row - 1; at >= 1 && lines.length <= MOST_LINES; at--) {
    const word = cellAt(sheet, at, label), value = cellAt(sheet, at, column)
    if (isWord(word, WHOLE))
      return typeof value === 'number' ? { column, label, row: at, whole: value, lines, grand, sum: sum + value } : null
    if (typeof value === 'string' || (typeof word === 'string' && /^\s*其中/.test(word))) return null
    if (typeof value !== 'number') continue
    sum += value
    lines.push(at)
  }
  return null
}

function balance(sheet: SheetSnapshot, row: number, left: Side, right: Side, findings: Finding[], pairs: CheckedPair[]): void {
  if (left.lines.length + right.lines.length === 0) return
  const isEven = Math.abs(left.grand - right.grand) <= CENT, holds = ({ sum, grand }: Side): boolean => Math.abs(sum - grand) <= CENT
  const place = (side: Side): string => `${sheetReference(sheet.name)}!${cellName(row, side.column)}`
  pairs.push({ from: place(left), against: place(right), what: 'balance', holds: isEven })
  const [odd, other] = [left, right].filter(side => !holds(side))
  if (odd === undefined || other !== undefined) return
  const { culprits, lone } = arithmeticOf(sheet)
  if ([...culprits, ...lone.filter(each => !each.holds)].some(each => each.row === odd.row && each.column === odd.column)) return
  const sister = odd === left ? right : left
  // The other side gives what this one adds up to: the 总计 itself is wrong. Else both are the same, and a line of this side is wrong.
  if (!isEven && Math.abs(sister.grand - odd.sum) <= CENT) findings.push(told(sheet, row, odd.column, odd.sum, row, sister))
  const closing = odd.lines.filter(at => isWord(cellAt(sheet, at, odd.label), CLOSING))
  const line = odd.lines.length === 1 ? odd.lines[0] : closing[0]
  if (!isEven || line === undefined || (odd.lines.length > 1 && closing.length > 1)) return
  const value = cellAt(sheet, line, odd.column)
  if (typeof value === 'number') findings.push(told(sheet, line, odd.column, value + odd.grand - odd.sum, row, odd))
}

function told(sheet: SheetSnapshot, row: number, column: number, due: number, total: number, witness: Side): Finding {
  const shown = cellAt(sheet, row, column), expected = Number(due.toPrecision(12)), before = sheet.formulas.get(cellKey(row, column))
  const difference = Number(Math.abs(expected - (typeof shown === 'number' ? shown : 0)).toPrecision(12))
  return auditFinding({
    rule: 'balance-differs', severity: hasOverrideNote(sheet, row, column) ? 'info' : 'warning',
    at: { sheet: sheet.name, boxes: [oneCell(row, column)] }, related: [{ sheet: sheet.name, boxes: [oneCell(total, witness.column)] }],
    subject: subjectOf(sheet, row, column),
    message: message('across.two-sides', { label: labelOf(sheet, row, column), value: typeof shown === 'number' ? shown : 0, expected, difference }), actual: shown, expected,
    fix: before === undefined ? [{ sheet: sheet.name, row, column, before: shown, after: expected }] : [],
  })
}
