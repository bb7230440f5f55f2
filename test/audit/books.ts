import { areaCells } from '../../src/core/area'
import { auditReport } from '../../src/audit'
import type { CellValue } from '../../src/core/cell'
import type { AuditReport } from '../../src/core/checked'
import type { Finding } from '../../src/core/finding'
import { cellKey } from '../../src/core/place'
import type { DefinedName, NamedTable, SheetSnapshot, Snapshot } from '../../src/core/snapshot'
import { withValues } from '../../src/formula/calculated'
import { Workspace } from '../../src/formula/workspace'
import { readSnapshot } from '../../src/read'

/** A cell as it is written in a test: a text that begins with `=` is a formula; `[formula, value]` one that shows a value of its own. */
export type Written = CellValue | readonly [formula: string, shows: CellValue]

export type Sheets = Readonly<Record<string, readonly (readonly Written[])[]>>

/** What a workbook has besides the cells of its sheets. */
export interface More {
  readonly names?: readonly DefinedName[]
  readonly hidden?: readonly string[]
  /** By sheet. */
  readonly tables?: Readonly<Record<string, readonly NamedTable[]>>
}

/** A workbook out of rows; formulas show what they calculate to. */
export function book(
  sheets: Sheets,
  more: More = {},
): Snapshot {
  const empty: Snapshot = { name: '示例.xlsx', dateSystem: 1900, sheets: [], names: more.names ?? [], notices: [] }
  const workspace = new Workspace(empty),
    cells = Object.entries(sheets)
  for (const [name, rows] of cells) {
    workspace.addSheet(name)
    for (const [r, row] of rows.entries()) {
      for (const [c, cell] of row.entries()) {
        if (isShown(cell)) workspace.write(name, r + 1, c + 1, cell[1])
        else if (cell !== null) workspace.write(name, r + 1, c + 1, isFormulaText(cell) ? { formula: cell, value: null } : cell)
      }
    }
  }
  return withValues({
    ...empty,
    sheets: cells.map(([name, rows]): SheetSnapshot => {
      const formulas = new Map<number, string>()
      const values = rows.map((row, r) =>
        row.map((cell, c): CellValue => {
          if (isShown(cell)) {
            formulas.set(cellKey(r + 1, c + 1), cell[0])
            return cell[1]
          }
          if (!isFormulaText(cell)) return cell
          formulas.set(cellKey(r + 1, c + 1), cell)
          return workspace.calculate(cell, name, r + 1, c + 1) ?? null
        }),
      )
      return {
        name,
        kind: 'worksheet',
        visibility: more.hidden?.includes(name) === true ? 'hidden' : 'visible',
        rows: values,
        formulas,
        isProtected: false,
        tables: more.tables?.[name] ?? [],
      }
    }),
  }).snapshot
}

/** The audit of a workbook out of rows. */
export function audited(sheets: Sheets, more: More = {}): AuditReport {
  const snapshot = book(sheets, more)
  return auditReport(snapshot, readSnapshot(snapshot))
}

/** A finding in one line: `rule severity Sheet!A1 =expected`. */
export function line({ rule, severity, at, evidence }: Finding): string {
  return `${rule} ${severity} ${at === null ? '' : `${at.sheet}!${areaCells(at) ?? ''}`}${evidence?.expected === null || evidence?.expected === undefined ? '' : ` =${String(evidence.expected)}`}`
}

function isShown(cell: Written): cell is readonly [string, CellValue] {
  return Array.isArray(cell)
}

function isFormulaText(cell: Written): cell is string {
  return typeof cell === 'string' && cell.startsWith('=')
}
