import type { Scenario } from '../src/fill'
import type { FillView, ProposalView, ProposedSheet } from './proposal-view'

/** A proposal on the screen, and what the person did with it. */
export interface Preview<P extends ProposalView = ProposalView> {
  /** `null`: to be asked for. */
  readonly plan: P | null
  /** It is being worked out. */
  readonly busy: boolean
  /** Items that the person does not want, by their position. */
  readonly leftOut: readonly number[]
  /** Sheets whose lines are open. */
  readonly open: readonly string[]
  /** Lines whose formula is shown. */
  readonly explained: readonly number[]
  /** How many lines of a sheet are drawn, where more than the first hundred were asked for. */
  readonly most: Readonly<Record<string, number>>
}

/** What the person does with a preview. */
export type PreviewChange = Partial<Pick<Preview, 'leftOut' | 'open' | 'explained' | 'most'>>

/** What the fill screen remembers. */
export interface FillState extends Preview<FillView> {
  /** `null`: as the workbook says. */
  readonly scenario: Scenario | null
  /** The person stopped it: it is not asked for again by itself. */
  readonly stopped: boolean
}

export const NO_PREVIEW: Preview<never> = { plan: null, busy: false, leftOut: [], open: [], explained: [], most: {} }
export const NO_FILL: FillState = { ...NO_PREVIEW, scenario: null, stopped: false }

/** After a new check the plan is another one: it is asked for again. */
export function afterCheck(fill: FillState): FillState {
  return { ...NO_FILL, scenario: fill.scenario, open: fill.open }
}

/** Takes a whole sheet in or out. New sheets point to each other: they go together. */
export function toggleSheet({ plan, leftOut }: Preview, sheet: ProposedSheet): readonly number[] {
  const group = sheet.isNew ? (plan?.sheets.filter(each => each.isNew) ?? []) : [sheet]
  const numbers = group.flatMap(each => each.lines.map(line => line.number)), out = new Set(leftOut)
  const isIn = numbers.some(number => !out.has(number))
  for (const number of numbers) if (isIn) out.add(number); else out.delete(number)
  return [...out]
}

export function toggleLine({ leftOut }: Preview, number: number): readonly number[] {
  return leftOut.includes(number) ? leftOut.filter(other => other !== number) : [...leftOut, number]
}

/** How many cells would be written. */
export function chosenCount({ plan, leftOut }: Preview): number {
  const all = plan?.sheets.reduce((sum, sheet) => sum + sheet.lines.length, 0) ?? 0
  return all - leftOut.length
}
