import { cellKey, keyColumn, keyRow } from '../core/place'
import type { SheetSnapshot } from '../core/snapshot'
import type { FormulaIndex } from './formula-index'

/** Steps from formula to formula that are followed in a workbook: beyond it the check says that it stopped. */
const MOST_STEPS = 3_000_000

/** A cell that holds a formula. */
export interface FormulaNode {
  readonly sheet: SheetSnapshot
  readonly key: number
}

export interface Circles {
  readonly circles: readonly (readonly FormulaNode[])[]
  /** Every formula was followed. */
  readonly complete: boolean
  /** `Sheet!key` of every cell in a circle. */
  readonly cells: ReadonlySet<string>
}

const learnt = new WeakMap<FormulaIndex, Circles>()

/** The circular references of a workbook, looked for once. */
export function circlesOf(index: FormulaIndex): Circles {
  let found = learnt.get(index)
  if (found === undefined) {
    const { circles, complete } = findCircles(index)
    found = { circles, complete, cells: new Set(circles.flat().map(({ sheet, key }) => `${sheet.name}!${String(key)}`)) }
    learnt.set(index, found)
  }
  return found
}

/** Strongly connected formulas (Tarjan, without recursion). */
function findCircles(index: FormulaIndex): { readonly circles: FormulaNode[][]; readonly complete: boolean } {
  const circles: FormulaNode[][] = [], state = new Map<string, { index: number; low: number; open: boolean }>(), stack: { node: FormulaNode; name: string }[] = []
  let counter = 0, steps = 0
  const nameOf = ({ sheet, key }: FormulaNode): string => `${sheet.name}!${String(key)}`
  for (const sheet of index.snapshot.sheets) {
    for (const start of sheet.formulas.keys()) {
      if (state.has(nameOf({ sheet, key: start })) || steps > MOST_STEPS) continue
      const work: { node: FormulaNode; name: string; next: Iterator<FormulaNode> }[] = []
      const open = (node: FormulaNode): void => {
        const name = nameOf(node)
        state.set(name, { index: counter, low: counter++, open: true })
        stack.push({ node, name })
        work.push({ node, name, next: formulasIn(index, node) })
      }
      open({ sheet, key: start })
      while (work.length > 0) {
        const top = work[work.length - 1] as (typeof work)[number], own = state.get(top.name) as { index: number; low: number; open: boolean }
        const step = steps++ > MOST_STEPS ? { done: true as const, value: undefined } : top.next.next()
        if (step.done !== true) {
          const known = state.get(nameOf(step.value))
          if (known === undefined) open(step.value)
          else if (known.open) own.low = Math.min(own.low, known.index)
          continue
        }
        work.pop()
        const parent = work[work.length - 1]
        if (parent !== undefined) {
          const above = state.get(parent.name)
          if (above !== undefined) above.low = Math.min(above.low, own.low)
        }
        if (own.low !== own.index) continue
        const circle: FormulaNode[] = []
        for (let last = stack.pop(); last !== undefined; last = stack.pop()) {
          const found = state.get(last.name)
          if (found !== undefined) found.open = false
          circle.push(last.node)
          if (last.name === top.name) break
        }
        if (circle.length > 1 || pointsAtItself(index, circle[0] as FormulaNode)) circles.push(circle.reverse())
      }
    }
  }
  return { circles, complete: steps <= MOST_STEPS }
}

/** Formulas that a formula takes in. */
function* formulasIn(index: FormulaIndex, { sheet, key }: FormulaNode): Generator<FormulaNode> {
  for (const area of index.referencesOf(sheet, keyRow(key), keyColumn(key))) {
    const other = area.external ? undefined : index.sheetNamed(area.sheet)
    if (other === undefined || other.formulas.size === 0) continue
    const { rows, columns } = index.of(other)
    if (area.top === area.bottom && area.left === area.right) {
      const single = cellKey(area.top, area.left)
      if (other.formulas.has(single)) yield { sheet: other, key: single }
    } else if (area.right - area.left <= 50) {
      for (let column = area.left; column <= area.right; column++) for (const row of columns.get(column)?.at ?? []) if (row >= area.top && row <= area.bottom) yield { sheet: other, key: cellKey(row, column) }
    } else {
      for (const [row, line] of rows) if (row >= area.top && row <= area.bottom) for (const column of line.at) if (column >= area.left && column <= area.right) yield { sheet: other, key: cellKey(row, column) }
    }
  }
}

function pointsAtItself(index: FormulaIndex, { sheet, key }: FormulaNode): boolean {
  const row = keyRow(key), column = keyColumn(key)
  return index.referencesOf(sheet, row, column).some(area => !area.external && area.sheet.toLowerCase() === sheet.name.toLowerCase() && row >= area.top && row <= area.bottom && column >= area.left && column <= area.right)
}
