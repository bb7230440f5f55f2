import type { Finding, Severity } from '../../core/finding'
import { cellKey, cellName } from '../../core/place'
import type { Deviation } from '../../formula/deviations'
import { deviationsOf, sameValue } from '../../formula/deviations'
import type { MessageKey } from '../../messages'
import { messageNamed } from '../../messages'
import { auditFinding, subjectOf } from '../audit-finding'
import type { AuditBook } from '../audit-rule'
import { boxesOf, oneCell } from '../boxes'
import { hasOverrideNote } from '../override-note'

/** The deviations of a kind in the whole book. */
export function deviationsIn(book: AuditBook, kind: Deviation['kind']): Deviation[] {
  return book.sheets.flatMap(sheet => deviationsOf(book.formulas, sheet).filter(each => each.kind === kind))
}

/** Deviations of one cause: the same wrong formula beside the same right one, on one line of one sheet. */
export function byCause(deviations: readonly Deviation[]): Deviation[][] {
  const groups = new Map<string, Deviation[]>()
  for (const each of deviations) {
    const key = `${each.sheet.name}\u0000${String(each.own.id)}\u0000${String(each.norm.id)}\u0000${each.along}\u0000${String(each.along === 'row' ? each.row : each.column)}`
    const known = groups.get(key)
    if (known === undefined) groups.set(key, [each])
    else known.push(each)
  }
  return [...groups.values()]
}

/** A formula that differs from its siblings: what it would give if it were like them, and the formula itself as the fix. */
export function deviationFinding(rule: string, key: MessageKey, group: readonly Deviation[], severity: Severity): Finding | null {
  const [first] = group
  if (first === undefined) return null
  const { sheet, row, column, siblings, likeOwn, formula, expected, shown } = first
  const proved = siblings.length >= 3 && typeof expected === 'number'
  const noted = group.every(each => hasOverrideNote(each.sheet, each.row, each.column))
  return auditFinding({
    rule,
    severity: noted || sameValue(shown, expected) ? 'info' : severity === 'error' && !proved ? 'warning' : severity,
    at: { sheet: sheet.name, boxes: group.map(each => oneCell(each.row, each.column)) },
    related: [{ sheet: sheet.name, boxes: boxesOf(siblings) }],
    subject: subjectOf(sheet, row, column),
    message: messageNamed(key, {
      cell: cellName(row, column),
      formula: `=${first.own.sample.formula.replace(/^=/, '')}`,
      siblings: siblings.length,
      own: likeOwn,
      right: formula,
      value: shownText(expected),
    }),
    actual: shown,
    ...(expected === undefined ? {} : { expected }),
    ...(formula === ''
      ? {}
      : {
          fix: group.map(each => ({
            sheet: sheet.name,
            row: each.row,
            column: each.column,
            before: { formula: sheet.formulas.get(keyOf(each)) ?? '', value: each.shown },
            after: { formula: each.formula, value: each.expected ?? null },
          })),
        }),
  })
}

function keyOf({ row, column }: Deviation): number {
  return cellKey(row, column)
}

export function shownText(value: unknown): string {
  if (value === undefined || value === null) return '—'
  if (typeof value === 'number') return String(Number(value.toPrecision(12)))
  return typeof value === 'object' && 'error' in value ? String(value.error) : String(value)
}
