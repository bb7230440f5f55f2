import type { CellContent } from '../../core/cell'
import { isFormula } from '../../core/cell'
import { cellKey, cellName } from '../../core/place'
import { cellAt, styleAt } from '../../core/snapshot'
import type { SheetSnapshot } from '../../core/snapshot'
import { message } from '../../messages'
import type { Workspace } from '../../formula/workspace'
import type { OwnColumn, OwnLine, OwnTable } from '../own/own-lines'
import { ownFormula } from '../own/own-formulas'
import type { OwnContext } from '../own/own-formulas'
import { contentAt, judgeCell, sameShown } from './existing'
import { inputsOf } from './inputs-of'
import type { FillChange, FillConflict, KeptCell } from '../../core/fill-plan'
import type { CellSet } from './records'

export interface OwnFill {
  readonly changes: readonly FillChange[]
  readonly kept: readonly KeptCell[]
  readonly conflicts: readonly FillConflict[]
  /** Cells that are ours after this fill. */
  readonly written: ReadonlyMap<string, ReadonlySet<number>>
}

/** Lines before what sums them: each pass sees what the passes before it will write. */
const PASSES: readonly ((line: OwnLine, column: OwnColumn) => boolean)[] = [
  (line, column) => line.role !== 'total' && line.role !== 'subtotal' && column.words.measure !== 'cumulative' && column.words.measure !== 'amount',
  (line, column) => line.role !== 'total' && line.role !== 'subtotal' && column.words.measure === 'amount',
  (_line, column) => column.words.measure === 'cumulative',
  line => line.role === 'subtotal',
  line => line.role === 'total',
]

/**
 * Fills a person's own budget tables: blank cells, and cells that this program wrote before. A cell whose formula has no number to show
 * is left as it is; what is missing is told elsewhere.
 */
export function fillOwnTables(tables: readonly OwnTable[], context: Omit<OwnContext, 'hasNumber'>, workspace: Workspace, recorded: CellSet): OwnFill {
  const changes: FillChange[] = [], kept: KeptCell[] = [], conflicts: FillConflict[] = []
  const written = new Map<string, Set<number>>()
  const numbers = new Set<string>()
  const key = (own: OwnTable, row: number, column: number) => `${own.sheet.name}!${String(cellKey(row, column))}`
  const full: OwnContext = { ...context, hasNumber: (own, row, column) => numbers.has(key(own, row, column)) || typeof cellAt(own.sheet, row, column) === 'number' }
  for (const pass of PASSES) {
    const batch: { own: OwnTable; row: number; column: number; content: CellContent }[] = []
    for (const own of tables) {
      for (const line of own.lines) {
        for (const column of own.columns) {
          if (!pass(line, column) || column.column === own.labelColumn) continue
          const planned = ownFormula(own, line, column, full)
          if (planned === null) continue
          const formula = `=${planned.formula}`, value = workspace.calculate(formula, own.sheet.name, line.row, column.column)
          if (typeof value !== 'number') continue
          const now = contentAt(own.sheet, line.row, column.column), cell = cellName(line.row, column.column)
          const ours = recorded.get(own.sheet.name)?.has(cellKey(line.row, column.column)) === true
          const verdict = judgeCell(now, { formula, value }, ours)
          if (verdict.outcome === 'keep' && !isFormula(now) && typeof verdict.value === 'number' && !sameShown(verdict.value, value)) kept.push({ sheet: own.sheet.name, cell, value: verdict.value, wouldBe: tidy(value) })
          if (verdict.outcome !== 'write') continue
          const blocked = blockedBy(own.sheet, line.row, column.column)
          if (blocked !== null) {
            if (blocked === 'protected') conflicts.push({ sheet: own.sheet.name, cell, message: message('fill.conflict.protected', { sheet: own.sheet.name, cell }) })
            continue
          }
          changes.push({
            change: { kind: 'cell', sheet: own.sheet.name, cell, before: now, after: { formula, value } },
            why: `fill.why.${planned.why}`, message: message(`fill.why.${planned.why}`, { sheet: own.sheet.name, cell, line: line.label, column: column.header }),
            inputs: inputsOf(formula, own.sheet.name, workspace), safe: verdict.safe,
          })
          batch.push({ own, row: line.row, column: column.column, content: { formula, value } })
          numbers.add(key(own, line.row, column.column))
          const cells = written.get(own.sheet.name) ?? new Set<number>()
          written.set(own.sheet.name, cells.add(cellKey(line.row, column.column)))
        }
      }
    }
    for (const { own, row, column, content } of batch) workspace.write(own.sheet.name, row, column, content)
  }
  return { changes, kept, conflicts, written }
}

/** Why a cell cannot be written: the sheet is protected, or the cell lies inside a merge. */
function blockedBy(sheet: SheetSnapshot, row: number, column: number): 'protected' | 'merged' | null {
  if (sheet.isProtected && styleAt(sheet, row, column)?.locked !== false) return 'protected'
  const merge = sheet.merges?.find(box => row >= box.top && row <= box.bottom && column >= box.left && column <= box.right)
  return merge !== undefined && (merge.top !== row || merge.left !== column) ? 'merged' : null
}

/** Binary dust off: 83.50000000000001 is 83.5. */
function tidy(value: number): number {
  return Number(value.toPrecision(12))
}

