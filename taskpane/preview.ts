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
  /** The plan is of before the last check: it stays readable until the next one is there. */
  readonly outdated: boolean
  /** Cells that the person typed here, to be written with the rest. */
  readonly typed: readonly TypedText[]
  /** Inputs that were asked for since the workbook was read: one that was given stays in its place. */
  readonly asked: FillView['missing']
  /** Groups of cells that were left whose numbers are being typed, by their key. */
  readonly giving: readonly string[]
}

/** A cell as the person typed it. */
export interface TypedText {
  readonly sheet: string
  readonly cell: string
  readonly text: string
}

export const NO_PREVIEW: Preview<never> = { plan: null, busy: false, leftOut: [], open: [], explained: [], most: {} }
export const NO_FILL: FillState = { ...NO_PREVIEW, scenario: null, stopped: false, outdated: false, typed: [], asked: [], giving: [] }

/**
 * After a new check the plan is another one: it is asked for again. The old one stays readable meanwhile, unless cells changed.
 * @param isSame the workbook was judged anew and not read anew
 */
export function afterCheck(fill: FillState, isSame: boolean): FillState {
  const { scenario, open, giving, stopped } = fill
  return isSame ? { ...fill, busy: false, outdated: fill.plan !== null } : { ...NO_FILL, scenario, open, giving, stopped }
}

/** The state when a plan has come: what was left out stays so, wherever its cell now stands in the plan. */
export function planned(fill: FillState, plan: FillView): FillState {
  const out = new Set(fill.plan === null ? [] : namesOf(fill.plan, new Set(fill.leftOut)))
  const leftOut = plan.sheets.flatMap(({ sheet, lines }) => lines.filter(line => out.has(`${sheet}!${line.cell}`)).map(line => line.number))
  const known = new Set(fill.asked.map(({ input }) => input))
  return {
    ...fill,
    plan,
    busy: false,
    outdated: false,
    leftOut,
    asked: [...fill.asked, ...plan.missing.filter(({ input }) => !known.has(input))],
  }
}

function namesOf({ sheets }: FillView, numbers: ReadonlySet<number>): string[] {
  return sheets.flatMap(({ sheet, lines }) => lines.filter(line => numbers.has(line.number)).map(line => `${sheet}!${line.cell}`))
}

/** The typed cells with one of them typed anew; empty text takes it back. */
export function withTyped(typed: readonly TypedText[], { sheet, cell, text }: TypedText): readonly TypedText[] {
  const others = typed.filter(other => other.sheet !== sheet || other.cell !== cell)
  return text.trim() === '' ? others : [...others, { sheet, cell, text }]
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
