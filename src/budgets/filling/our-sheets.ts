import type { CellContent, CellValue } from '../../core/cell'
import { isBlank, isFormula } from '../../core/cell'
import type { CellChange } from '../../core/change'
import { cellName } from '../../core/place'
import { cellAt } from '../../core/snapshot'
import type { SheetSnapshot } from '../../core/snapshot'
import { message } from '../../messages'
import { finished } from '../draft'
import type { SheetDraft } from '../draft'
import type { Workspace } from '../../formula/workspace'
import { contentAt, judgeCell, sameShown } from './existing'
import { inputsOf } from './inputs-of'
import type { FillConflict, KeptCell } from '../../core/fill-plan'
import { itemOf } from '../../core/proposal'
import type { ProposalItem } from '../../core/proposal'

/** A drafted cell with its value, and the words that name its row and column. */
interface Drafted {
  readonly row: number
  readonly column: number
  readonly content: CellContent
  readonly line: string
  readonly header: string
}

/** Lays a draft over the workspace, so that other sheets' formulas find it. Cells that a person changed keep what they hold. */
export function layOut(draft: SheetDraft, existing: SheetSnapshot | null, workspace: Workspace): void {
  for (const { row, column, content } of draft.contents()) {
    const planned = finished(content, () => null)
    if (existing !== null && judgeCell(contentAt(existing, row, column), planned, true).outcome !== 'write') continue
    workspace.write(draft.name, row, column, planned)
  }
}

/** Changes for a new sheet: every drafted cell. */
export function newSheetChanges(draft: SheetDraft, workspace: Workspace): ProposalItem<CellChange>[] {
  return draftedCells(draft, workspace).map(cell => changeOf(draft, cell, null, true, workspace, {}))
}

/**
 * Changes for a sheet of ours that is there already: blank cells and formulas that moved. What a person typed or rewrote stays and is
 * told when it says something else. A sheet whose rows were moved about is left alone.
 */
export function oldSheetChanges(
  draft: SheetDraft,
  sheet: SheetSnapshot,
  workspace: Workspace,
): {
  readonly changes: readonly ProposalItem<CellChange>[]
  readonly kept: readonly KeptCell[]
  readonly conflicts: readonly FillConflict[]
} {
  const cells = draftedCells(draft, workspace)
  const moved = cells.find(
    cell =>
      cell.column === 1 &&
      cell.row > 3 &&
      differs(cellAt(sheet, cell.row, 1), valueOf(cell.content)) &&
      !isTotal(cellAt(sheet, cell.row, 1)),
  )
  if (moved !== undefined)
    return {
      changes: [],
      kept: [],
      conflicts: [
        {
          sheet: sheet.name,
          cell: cellName(moved.row, 1),
          message: message('fill.conflict.rearranged', { sheet: sheet.name, cell: cellName(moved.row, 1) }),
        },
      ],
    }
  const changes: ProposalItem<CellChange>[] = [],
    kept: KeptCell[] = [],
    conflicts: FillConflict[] = []
  for (const cell of cells) {
    const now = contentAt(sheet, cell.row, cell.column),
      name = cellName(cell.row, cell.column)
    const verdict = judgeCell(now, cell.content, true)
    if (verdict.outcome === 'write') {
      if (sheet.isProtected)
        conflicts.push({ sheet: sheet.name, cell: name, message: message('fill.conflict.protected', { sheet: sheet.name, cell: name }) })
      else {
        const format = draft.formatAt(cell.row, cell.column)
        changes.push(
          changeOf(
            draft,
            cell,
            now,
            verdict.safe,
            workspace,
            isBlank(cellAt(sheet, cell.row, 1)) && format !== undefined ? { format } : {},
          ),
        )
      }
    } else if (
      verdict.outcome === 'keep' &&
      isFormula(cell.content) &&
      !sameShown(verdict.value, cell.content.value) &&
      cell.content.value !== ''
    )
      kept.push({ sheet: sheet.name, cell: name, value: verdict.value, wouldBe: cell.content.value })
  }
  return { changes, kept, conflicts }
}

/** 合计, whatever it says of what is missing. */
function isTotal(there: CellValue): boolean {
  return typeof there === 'string' && there.startsWith('合计')
}

/** A label that is there and is another one. */
function differs(there: CellValue, planned: CellValue): boolean {
  return !isBlank(there) && !isBlank(planned) && typeof there === typeof planned && there !== planned
}

function draftedCells(draft: SheetDraft, workspace: Workspace): Drafted[] {
  const contents = draft.contents()
  const text = (row: number, column: number): string => {
    const value = workspace.value(draft.name, row, column)
    return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
  }
  const headers = new Map<number, string>()
  return contents.map(({ row, column, content }): Drafted => {
    const value = finished(content, formula => workspace.calculate(formula, draft.name, row, column) ?? null)
    if (row >= 4 && typeof content === 'string' && draft.isHeader(row, column)) headers.set(column, content)
    return { row, column, content: value, line: row > 4 ? text(row, 1) || text(row, 2) : '', header: headers.get(column) ?? '' }
  })
}

function valueOf(content: CellContent): CellValue {
  return isFormula(content) ? content.value : content
}

function changeOf(draft: SheetDraft, cell: Drafted, before: CellContent, safe: boolean, workspace: Workspace, more: Pick<CellChange, 'format'>): ProposalItem<CellChange> {
  const name = cellName(cell.row, cell.column), reason = draft.reason(cell.row, cell.column)
  const change: CellChange = { kind: 'cell', sheet: draft.name, cell: name, before, after: cell.content, ...more }
  const params = { sheet: draft.name, cell: name, line: cell.line, column: cell.header }
  if (reason !== undefined) return itemOf(change, message('fill.why.value', { ...params, why: reason.why }), { inputs: reason.inputs, safe })
  if (!isFormula(cell.content)) return itemOf(change, message('fill.why.text', params), { safe })
  const why = cell.line === '' && cell.header === '' ? message('fill.why.formula-alone', { sheet: draft.name, cell: name }) : message('fill.why.formula', params)
  return itemOf(change, why, { inputs: inputsOf(cell.content.formula, draft.name, workspace), safe })
}
