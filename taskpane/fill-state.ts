import type { Message } from '../src/core/message'
import type { CellContent } from '../src/core/cell'
import type { FillPlan, Scenario } from '../src/fill'
import type { LastWrite, Refusal, Written } from './fill-written'

/** A plan as the pane shows it: by sheet, each change a line. The changes themselves stay in the worker. */
export interface ShownFill {
  readonly scenario: Scenario
  readonly sheets: readonly ShownFillSheet[]
  readonly missing: FillPlan['missing']
  readonly kept: FillPlan['kept']
  readonly conflicts: FillPlan['conflicts']
  readonly notes: FillPlan['notes']
}

export interface ShownFillSheet {
  readonly sheet: string
  /** The sheet does not exist yet. */
  readonly isNew: boolean
  readonly changes: readonly ShownFillChange[]
}

export interface ShownFillChange {
  /** Position in the plan. */
  readonly number: number
  readonly cell: string
  readonly before: CellContent
  readonly after: CellContent
  readonly why: Message
  readonly inputs: readonly string[]
  /** Words of its row and column; empty where it has none. */
  readonly label: string
  /** Number format that the cell will have, where the plan sets one. */
  readonly format: string | null
}

/** What the fill screen remembers. */
export interface FillState {
  /** `null`: as the workbook says. */
  readonly scenario: Scenario | null
  /** `null`: to be asked for. */
  readonly plan: ShownFill | null
  readonly busy: boolean
  /** Changes that the person does not want, by their position. */
  readonly leftOut: readonly number[]
  /** Sheets whose lines are open. */
  readonly open: readonly string[]
  /** Lines whose formula is shown. */
  readonly explained: readonly number[]
  /** How many lines of a sheet are drawn, where more than the first hundred were asked for. */
  readonly most: Readonly<Record<string, number>>
  /** What the last write or undo did; `null` before there was one. */
  readonly done: Written | null
  /** Why the last one did nothing at all. */
  readonly refused: Refusal | null
  /** The latest write to this workbook, of whatever kind: what an undo would take back. */
  readonly undo: LastWrite | null
}

export const NO_FILL: FillState = {
  scenario: null,
  plan: null,
  busy: false,
  leftOut: [],
  open: [],
  explained: [],
  most: {},
  done: null,
  refused: null,
  undo: null,
}

/** After a new check the plan is another one: it is asked for again, and what was done stays told. */
export function afterCheck(fill: FillState): FillState {
  return { ...NO_FILL, scenario: fill.scenario, open: fill.open, done: fill.done, undo: fill.undo }
}

/** Takes a whole sheet in or out. New sheets point to each other: they go together. */
export function toggleSheet(state: FillState, sheet: ShownFillSheet): readonly number[] {
  const group = sheet.isNew ? (state.plan?.sheets.filter(each => each.isNew) ?? []) : [sheet]
  const numbers = group.flatMap(each => each.changes.map(change => change.number)), out = new Set(state.leftOut)
  const isIn = numbers.some(number => !out.has(number))
  for (const number of numbers) if (isIn) out.add(number); else out.delete(number)
  return [...out]
}

export function toggleChange(state: FillState, number: number): readonly number[] {
  return state.leftOut.includes(number) ? state.leftOut.filter(other => other !== number) : [...state.leftOut, number]
}

/** How many cells would be written. */
export function chosenCount(state: FillState): number {
  const all = state.plan?.sheets.reduce((sum, sheet) => sum + sheet.changes.length, 0) ?? 0
  return all - state.leftOut.length
}
