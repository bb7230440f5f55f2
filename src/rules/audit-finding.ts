import type { Area } from '../core/area'
import type { CellContent, CellValue } from '../core/cell'
import { isCellError } from '../core/cell'
import type { CellChange } from '../core/change'
import type { Finding, Severity } from '../core/finding'
import type { Message } from '../core/message'
import { cellName } from '../core/place'
import { hash } from '../core/waiver'
import { cellAt } from '../core/snapshot'
import type { SheetSnapshot } from '../core/snapshot'

/** Cells of one sheet. */
export type Cells = Area

export interface AuditFindingSpec {
  readonly rule: string
  readonly severity: Severity
  /** Only what is itself in doubt. */
  readonly at: Cells
  /** Siblings, parts, dependants, and the other places of the same cause. */
  readonly related?: readonly Cells[]
  readonly subject: string
  readonly message: Message
  /** What stands there; of a formula the value that it shows. */
  readonly actual?: CellValue
  /** The value that would be right. */
  readonly expected?: CellValue
  /** What would be written to put it right. */
  readonly fix?: readonly {
    readonly sheet: string
    readonly row: number
    readonly column: number
    readonly before: CellContent
    readonly after: CellContent
  }[]
  readonly safe?: boolean
}

/** So many places are named beside a finding's own; the sentence has the count. */
const MOST_RELATED = 200

/** A finding of the audit in the shape that reports have. */
export function auditFinding(spec: AuditFindingSpec): Finding {
  const actual = shown(spec.actual), expected = shown(spec.expected)
  const difference = typeof actual === 'number' && typeof expected === 'number' ? Number((actual - expected).toPrecision(12)) : null
  return {
    rule: spec.rule, severity: spec.severity, at: spec.at,
    related: (spec.related ?? []).flatMap(({ sheet, boxes }) => boxes.map(box => ({ sheet, boxes: [box] }))).slice(0, MOST_RELATED),
    subject: spec.subject, message: spec.message,
    evidence: spec.actual === undefined && spec.expected === undefined ? null : { actual, expected, difference, source: null },
    fix: spec.fix === undefined || spec.fix.length === 0 ? null : {
      safe: spec.safe ?? false,
      changes: spec.fix.map(({ sheet, row, column, before, after }): CellChange => ({ kind: 'cell', sheet, cell: cellName(row, column), before, after })),
    },
  }
}

function shown(value: CellValue | undefined): number | string | null {
  if (value === undefined || value === null) return null
  return typeof value === 'boolean' ? String(value) : isCellError(value) ? value.error : value
}

/**
 * A stable name of a cell without its address: the sheet, and a hash of its row's and its column's words, so that it survives inserted
 * rows and columns and holds no personal data.
 */
export function subjectOf(sheet: SheetSnapshot, row: number, column: number): string {
  return `${sheet.name}/${hash(`${wordLeft(sheet, row, column)}\u0000${wordAbove(sheet, row, column)}`)}`
}

/** The nearest text left of a cell; empty when there is none. */
export function wordLeft(sheet: SheetSnapshot, row: number, column: number): string {
  for (let at = column - 1; at >= 1; at--) {
    const value = cellAt(sheet, row, at)
    if (typeof value === 'string' && value.trim() !== '') return value.trim()
  }
  return ''
}

/** The nearest text above a cell; empty when there is none. */
export function wordAbove(sheet: SheetSnapshot, row: number, column: number): string {
  for (let at = row - 1; at >= Math.max(1, row - 2000); at--) {
    const value = cellAt(sheet, at, column)
    if (typeof value === 'string' && value.trim() !== '') return value.trim()
  }
  return ''
}
