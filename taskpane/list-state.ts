import type { Severity } from '../src/core/finding'

export type BoardShow = 'all' | 'missed' | 'unknown' | 'met'

export interface BoardState {
  readonly show: BoardShow
  readonly query: string
  /** Open communities, by index. */
  readonly open: readonly number[]
  /** Of an open community: the one target that was asked for. */
  readonly only: Readonly<Record<number, string>>
  /** How many rows are drawn. */
  readonly most: number
}

/** How the findings are grouped. */
export type GroupedBy = 'cause' | 'community'

/** What is kept of the list from one visit to the next: how it is seen, never what was typed. */
export type FindingsHabit = Pick<FindingsState, 'by' | 'severities'>

export interface FindingsState {
  readonly by: GroupedBy
  /** Severities to show; empty: all. */
  readonly severities: readonly Severity[]
  readonly query: string
  /** The accepted findings are shown in place of the others. */
  readonly accepted: boolean
  /** Keys of the groups that are open. */
  readonly open: readonly string[]
  /** How many lines of a group are drawn, where more than the first hundred were asked for. */
  readonly most: Readonly<Record<string, number>>
  /** The finding that was gone to last, by its position in the report. */
  readonly current: number | null
}

/** Rows and lines are drawn so many at a time. */
export const PAGE = 100
