import type { Finding } from '../../core/finding'
import { cellKey, keyColumn, keyRow } from '../../core/place'
import { message } from '../../messages'
import { cellAt } from '../../core/snapshot'
import type { SheetSnapshot } from '../../core/snapshot'
import { countedTwice } from '../../totals/counted-twice'
import type { HeldRelation } from '../../totals/held-relation'
import { arithmeticOf } from '../../totals/sheet-arithmetic'
import { auditFinding, subjectOf } from '../audit-finding'
import type { AuditRule } from '../audit-rule'
import { boxesOf, oneCell } from '../boxes'
import { hasOverrideNote } from '../override-note'
import { labelOf } from './total-wrong'

/**
 * A total that counts something twice: the parent with its children, a subtotal with its parts, 其中 with its whole; or that adds up
 * shares and means. Known from the relations that the sheet itself holds: the total equals the sum of all its lines, and not the sum
 * of those that are no parts of others.
 * It makes none on the labelled workbooks (`npm run audit:score`).
 */
export const totalCountsTwice: AuditRule = {
  id: 'total-counts-twice', about: 'totals',
  reports: ['mean-summed', 'hidden-adds-in'],
  run(book) {
    const findings: Finding[] = []
    for (const sheet of book.sheets) {
      const arithmetic = arithmeticOf(sheet)
      if (arithmetic.tooLarge) continue
      const blamed = new Set(arithmetic.culprits.map(({ row, column }) => cellKey(row, column)))
      for (const { row, column, value, expected, parts, why } of countedTwice(arithmetic.sums)) {
        // What a formula takes is the business of the formula rules.
        if (blamed.has(cellKey(row, column)) || sheet.formulas.has(cellKey(row, column))) continue
        findings.push(
          auditFinding({
            rule: why === 'twice' ? 'total-counts-twice' : 'mean-summed',
            severity: hasOverrideNote(sheet, row, column) ? 'info' : 'warning',
            at: { sheet: sheet.name, boxes: [oneCell(row, column)] },
            related: [{ sheet: sheet.name, boxes: boxesOf(parts.map(part => cellKey(part.row, part.column))) }],
            subject: subjectOf(sheet, row, column),
            message: message(why === 'twice' ? 'across.counts-twice' : 'across.mean-summed', {
              label: labelOf(sheet, row, column),
              value,
              expected,
              difference: Number((value - expected).toPrecision(12)),
            }),
            actual: value,
            expected,
          }),
        )
      }
      findings.push(...hiddenIn(sheet, arithmetic.held))
    }
    return { findings }
  },
}

/** Words of a row that was left standing and is not meant to count. */
const NOT_MEANT = /作废|作罢|取消|撤[销回]|重复|草稿|初稿|暂[不缓]|不[再]?[计列纳报]|删除|剔除|终止|停[用发办]|旧[版稿数]|备份|void|cancel|draft|duplicate|obsolete|exclude/i

/** A total, how many hidden rows it takes, and what they come to. */
interface Taken {
  readonly key: number
  readonly hidden: readonly number[]
  /** Rows that it takes and that can be seen. */
  readonly seen: readonly number[]
  readonly amount: number
}

/**
 * Totals that take rows in which nobody sees: each that was typed, and one finding for all formulas, which take whatever stands there.
 * A hidden row counts by right, and that is a remark; where its words say that it should not, or a row in sight says the same, it is in doubt.
 */
function hiddenIn(sheet: SheetSnapshot, held: readonly HeldRelation[]): Finding[] {
  const { hiddenRows } = sheet, typed: Taken[] = [], computed: Taken[] = []
  if (hiddenRows === undefined || hiddenRows.size === 0) return []
  for (const { row, column, parts, holds, kind } of held) {
    const hidden = parts.filter(part => hiddenRows.has(part.row) && part.row !== row)
    if (!holds || kind !== 'sum' || hidden.length === 0 || hidden.length === parts.length || hiddenRows.has(row)) continue
    const amount = hidden.reduce((whole, part) => whole + Number(cellAt(sheet, part.row, part.column) ?? 0), 0), key = cellKey(row, column)
    if (amount === 0 || !Number.isFinite(amount)) continue
    ;(sheet.formulas.has(key) ? computed : typed).push({
      key, hidden: hidden.map(part => cellKey(part.row, part.column)), amount,
      seen: parts.filter(part => !hiddenRows.has(part.row)).map(part => part.row),
    })
  }
  return [...typed.map(each => [each]), computed].flatMap(group => {
    const [first] = group
    if (first === undefined) return []
    const row = keyRow(first.key), column = keyColumn(first.key), value = Number(cellAt(sheet, row, column))
    const inDoubt = group.some(({ hidden, seen }) => hidden.some(key => isNotMeant(sheet, keyRow(key), seen)))
    return [auditFinding({
      rule: 'hidden-adds-in', severity: inDoubt ? 'warning' : 'info', at: { sheet: sheet.name, boxes: boxesOf(group.map(({ key }) => key)) },
      related: [{ sheet: sheet.name, boxes: boxesOf(group.flatMap(({ hidden }) => hidden)) }], subject: subjectOf(sheet, row, column),
      message: message('across.hidden', { label: labelOf(sheet, row, column), rows: first.hidden.length, amount: first.amount }),
      actual: value, expected: inDoubt ? Number((value - first.amount).toPrecision(12)) : null,
    })]
  })
}

/** The words of a hidden row say that it does not count, or are those of a row in sight. */
function isNotMeant(sheet: SheetSnapshot, row: number, seen: readonly number[]): boolean {
  const words = wordsOf(sheet, row)
  return NOT_MEANT.test(words) || (words !== '' && seen.some(each => wordsOf(sheet, each) === words))
}

function wordsOf(sheet: SheetSnapshot, row: number): string {
  return (sheet.rows[row - 1] ?? []).filter(value => typeof value === 'string').join(' ').trim()
}
