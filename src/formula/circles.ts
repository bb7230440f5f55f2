import { cellKey, isInBox, keyColumn, keyRow } from '../core/place'
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

/** How far the formulas of one column are in order. */
interface ColumnState {
  readonly at: readonly number[]
  readonly done: Uint8Array
  /** Positions of the first and the last that is not; all before and after are. */
  first: number
  last: number
}

/** Passes over all formulas, forward and backward in turn: sheets are calculated top down, or bottom up. */
const MOST_PASSES = 8

/**
 * Formulas that no order of calculation was found for: those of circles, and those that need one. Each pass is linear: a range whose
 * column is in order up to it costs one comparison.
 */
function withoutOrder(index: FormulaIndex): Map<SheetSnapshot, Set<number>> {
  const states = new Map<SheetSnapshot, Map<number, ColumnState>>()
  let left = new Map<SheetSnapshot, number[]>()
  for (const sheet of index.snapshot.sheets) {
    if (sheet.formulas.size === 0) continue
    const columns = new Map<number, ColumnState>()
    for (const [column, { at }] of index.of(sheet).columns)
      columns.set(column, { at, done: new Uint8Array(at.length), first: 0, last: at.length - 1 })
    states.set(sheet, columns)
    left.set(sheet, [...sheet.formulas.keys()].sort((a, b) => a - b))
  }
  for (let pass = 0; pass < MOST_PASSES && left.size > 0; pass++) {
    const next = new Map<SheetSnapshot, number[]>()
    let progress = false
    for (const [sheet, keys] of pass % 2 === 0 ? left : [...left].reverse()) {
      const open: number[] = []
      for (let i = 0; i < keys.length; i++) {
        const key = (pass % 2 === 0 ? keys[i] : keys[keys.length - 1 - i]) ?? 0
        if (!isInOrder(index, states, sheet, key)) open.push(key)
        else {
          markDone(states.get(sheet)?.get(keyColumn(key)), keyRow(key))
          progress = true
        }
      }
      if (open.length > 0) next.set(sheet, pass % 2 === 0 ? open : open.reverse())
    }
    left = next
    if (!progress && pass > 0) break
  }
  return new Map([...left].map(([sheet, keys]) => [sheet, new Set(keys)]))
}

function isInOrder(
  index: FormulaIndex,
  states: ReadonlyMap<SheetSnapshot, ReadonlyMap<number, ColumnState>>,
  sheet: SheetSnapshot,
  key: number,
): boolean {
  for (const area of index.referencesOf(sheet, keyRow(key), keyColumn(key))) {
    const other = area.external ? undefined : index.sheetNamed(area.sheet),
      columns = other === undefined ? undefined : states.get(other)
    if (columns === undefined) continue
    if (area.right - area.left < columns.size) {
      for (let column = area.left; column <= area.right; column++) if (!isDone(columns.get(column), area.top, area.bottom)) return false
    } else
      for (const [column, state] of columns)
        if (column >= area.left && column <= area.right && !isDone(state, area.top, area.bottom)) return false
  }
  return true
}

function isDone(state: ColumnState | undefined, top: number, bottom: number): boolean {
  if (state === undefined || state.first > state.last || bottom < (state.at[state.first] ?? 0) || top > (state.at[state.last] ?? 0))
    return true
  for (let i = Math.max(state.first, lowerBound(state.at, top)); i <= state.last && (state.at[i] ?? 0) <= bottom; i++)
    if (state.done[i] === 0) return false
  return true
}

function markDone(state: ColumnState | undefined, row: number): void {
  if (state === undefined) return
  state.done[lowerBound(state.at, row)] = 1
  while (state.first <= state.last && state.done[state.first] === 1) state.first++
  while (state.last >= state.first && state.done[state.last] === 1) state.last--
}

/** Position of the first value that is not smaller. */
function lowerBound(sorted: readonly number[], value: number): number {
  let low = 0, high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

/** Strongly connected formulas (Tarjan, without recursion) among those whose cells could not be put into an order of calculation. */
function findCircles(index: FormulaIndex): { readonly circles: FormulaNode[][]; readonly complete: boolean } {
  const left = withoutOrder(index)
  if (left.size === 0) return { circles: [], complete: true }
  const circles: FormulaNode[][] = [],
    state = new Map<string, { index: number; low: number; open: boolean }>(),
    stack: { node: FormulaNode; name: string }[] = []
  let counter = 0, steps = 0
  const nameOf = ({ sheet, key }: FormulaNode): string => `${sheet.name}!${String(key)}`
  for (const [sheet, keys] of left) {
    for (const start of keys) {
      if (state.has(nameOf({ sheet, key: start })) || steps > MOST_STEPS) continue
      const work: { node: FormulaNode; name: string; next: Iterator<FormulaNode> }[] = []
      const open = (node: FormulaNode): void => {
        const name = nameOf(node)
        state.set(name, { index: counter, low: counter++, open: true })
        stack.push({ node, name })
        work.push({ node, name, next: formulasIn(index, node, left) })
      }
      open({ sheet, key: start })
      while (work.length > 0) {
        const top = work[work.length - 1] as (typeof work)[number],
          own = state.get(top.name) as { index: number; low: number; open: boolean }
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
function* formulasIn(
  index: FormulaIndex,
  { sheet, key }: FormulaNode,
  left: ReadonlyMap<SheetSnapshot, ReadonlySet<number>>,
): Generator<FormulaNode> {
  for (const area of index.referencesOf(sheet, keyRow(key), keyColumn(key))) {
    const other = area.external ? undefined : index.sheetNamed(area.sheet)
    const keys = other === undefined ? undefined : left.get(other)
    if (other === undefined || keys === undefined) continue
    const { rows, columns } = index.of(other)
    if (area.top === area.bottom && area.left === area.right) {
      const single = cellKey(area.top, area.left)
      if (keys.has(single)) yield { sheet: other, key: single }
    } else if (area.right - area.left <= 50) {
      for (let column = area.left; column <= area.right; column++)
        for (const row of columns.get(column)?.at ?? [])
          if (row >= area.top && row <= area.bottom && keys.has(cellKey(row, column))) yield { sheet: other, key: cellKey(row, column) }
    } else {
      for (const [row, line] of rows)
        if (row >= area.top && row <= area.bottom)
          for (const column of line.at)
            if (column >= area.left && column <= area.right && keys.has(cellKey(row, column)))
              yield { sheet: other, key: cellKey(row, column) }
    }
  }
}

function pointsAtItself(index: FormulaIndex, { sheet, key }: FormulaNode): boolean {
  const row = keyRow(key), column = keyColumn(key)
  return index
    .referencesOf(sheet, row, column)
    .some(
      area =>
        !area.external &&
        area.sheet.toLowerCase() === sheet.name.toLowerCase() &&
        isInBox(area, row, column),
    )
}
