import type { Finding } from '../../core/finding'
import { cellKey } from '../../core/place'
import type { SheetSnapshot } from '../../core/snapshot'
import { message } from '../../messages'
import { cellOf } from '../../totals/broken-sums'
import { valueAt } from '../../totals/lines'
import { decimalsOf } from '../../totals/numerals'
import type { Relation } from '../../totals/relation'
import { arithmeticOf } from '../../totals/sheet-arithmetic'
import type { SheetSums } from '../../totals/sheet-totals'
import { auditFinding, subjectOf } from '../audit-finding'
import type { AuditRule } from '../audit-rule'
import { oneCell } from '../boxes'
import { hasOverrideNote } from '../override-note'
import { labelOf } from './total-wrong'

/** So many shares must be those of their amounts, for one that is not. */
const LEAST = 3
/** Amounts stand this near to their shares. */
const NEAR = 8

/**
 * A column of typed shares whose whole is 100 (or 1), beside the amounts: all are the share of their amount in the total but for one.
 * It makes none on the labelled workbooks (`npm run audit:score`).
 */
export const shareDiffers: AuditRule = {
  id: 'share-differs', about: 'totals',
  run: book => ({
    findings: book.sheets.flatMap(sheet => arithmeticOf(sheet).sums.filter(({ direction }) => direction === 'down')
      .flatMap(sums => sums.relations.flatMap(relation => inRelation(sheet, sums, relation)))),
  }),
}

function inRelation(sheet: SheetSnapshot, sums: SheetSums, { target, parts }: Relation): Finding[] {
  if (parts.length <= LEAST || parts.length > 2000) return []
  const findings: Finding[] = []
  for (let share = 0; share < sums.lines.sisters; share++) {
    const whole = valueAt(sums.lines, target, share)
    if (whole !== 100 && whole !== 1) continue
    for (let amount = Math.max(0, share - NEAR); amount < Math.min(sums.lines.sisters, share + NEAR); amount++) {
      const odd = amount === share ? null : oddOf(sums, target, parts, share, amount, whole)
      if (odd === null) continue
      const { row, column } = cellOf(sums, odd.line, share), beside = cellOf(sums, odd.line, amount)
      if (sheet.formulas.has(cellKey(row, column))) break
      findings.push(auditFinding({
        rule: 'share-differs', severity: hasOverrideNote(sheet, row, column) ? 'info' : odd.agree < 4 ? 'warning' : 'error',
        at: { sheet: sheet.name, boxes: [oneCell(row, column)] },
        related: [{ sheet: sheet.name, boxes: [oneCell(beside.row, beside.column)] }],
        subject: subjectOf(sheet, row, column),
        message: message('totals.share-differs', {
          label: labelOf(sheet, row, column), value: odd.value, expected: odd.expected, agree: odd.agree, of: odd.agree + 1,
        }),
        actual: odd.value, expected: odd.expected, fix: [{ sheet: sheet.name, row, column, before: odd.value, after: odd.expected }],
      }))
      break
    }
  }
  return findings
}

interface Odd {
  readonly line: number
  readonly value: number
  readonly expected: number
  readonly agree: number
}

/** The one line whose share is not that of its amount, where all others are, to the decimals that are shown. */
function oddOf({ lines }: SheetSums, target: number, parts: readonly number[], share: number, amount: number, whole: number): Odd | null {
  const total = valueAt(lines, target, amount)
  if (Number.isNaN(total) || total === 0) return null
  const decimals = parts.reduce((most, part) => Math.max(most, decimalsOf(valueAt(lines, part, share) || 0)), 0), step = 10 ** -decimals
  const wrong: Odd[] = []
  let agree = 0, sum = 0
  for (const line of parts) {
    const value = valueAt(lines, line, share), own = valueAt(lines, line, amount)
    if (Number.isNaN(value) || Number.isNaN(own)) return null
    const due = (whole * own) / total
    sum += value
    if (Math.abs(value - due) <= step * 1.01) agree++
    else wrong.push({ line, value, expected: Number((Math.round(due / step) * step).toPrecision(12)), agree: 0 })
    if (wrong.length > 1) return null
  }
  const [odd] = wrong
  if (odd === undefined || agree < LEAST || Math.abs(odd.value - odd.expected) < 5 * step) return null
  // The shares come to the whole as soon as this one is right: else it is the amount that is wrong.
  const rest = Math.abs(sum - odd.value + odd.expected - whole)
  return rest <= step * parts.length && rest < 0.25 * Math.abs(sum - whole) ? { ...odd, agree } : null
}
