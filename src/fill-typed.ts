import type { CellChange } from './core/change'
import { withCells } from './core/patched-snapshot'
import { parseBox } from './core/place'
import { itemOf } from './core/proposal'
import type { Report } from './core/report'
import { sheetNamed } from './core/snapshot'
import type { Snapshot } from './core/snapshot'
import { contentAt } from './budgets/filling/existing'
import { fillSteps } from './fill'
import type { FillOptions, FillPlan, TypedCell } from './fill'
import { recalculated } from './formula/recalculated'
import { message } from './messages'

/**
 * A fill over a workbook in which the person has just typed some cells. What was typed is the first part of the proposal: it is written, and
 * taken back, with the rest, and the rest is worked out as if it stood there already.
 * A generator, with a rest between its parts.
 * @param judge checks the workbook as it is with the typed cells
 */
export function* fillTyped(
  snapshot: Snapshot,
  report: Report,
  typed: readonly TypedCell[],
  judge: (snapshot: Snapshot) => Report,
  options: FillOptions = {},
): Generator<undefined, FillPlan> {
  const changes = typed.flatMap(each => changeOf(snapshot, each))
  if (changes.length === 0) return yield* fillSteps(snapshot, report, { ...options, typed })
  const filled = withCells(snapshot, [...changes, ...recalculated(snapshot, changes)])
  yield
  const plan = yield* fillSteps(filled, judge(filled), { ...options, typed })
  const items = changes.map(change => itemOf(change, message('fill.why.typed', { sheet: change.sheet, cell: change.cell })))
  return { ...plan, items: [...items, ...plan.items] }
}

/** A typed cell of a sheet that is there. One of a sheet that the fill adds goes into its drawing. */
function changeOf(snapshot: Snapshot, { sheet, cell, value }: TypedCell): CellChange[] {
  const found = sheetNamed(snapshot, sheet), box = parseBox(cell)
  if (found === undefined || box === null) return []
  const before = contentAt(found, box.top, box.left)
  return before === value ? [] : [{ kind: 'cell', sheet, cell, before, after: value }]
}
