import type { SheetSnapshot } from '../../core/snapshot'
import type { BudgetContext } from '../context'
import type { PayPartQuery, StaffFigure, StaffQuery } from '../sources/source'
import type { KnownInputs } from './known-inputs'
import type { OwnTable } from './own-table'

/** What the derivations may ask of the workbook. */
export interface OwnContext {
  readonly budget: BudgetContext
  /** The sheets of this program stand in the workbook or will: without a roster there are none. */
  readonly hasSheets: boolean
  readonly tables: readonly OwnTable[]
  /** Row of a community on the sheets of this program; `null` when it has none. */
  rowOf(community: number): number | null
  /** Year that counts as now. */
  readonly year: number
  /** First year of the forecast. */
  readonly firstYear: number
  /** Everything that the tables' own arithmetic gives is written: what is still missing will not come. */
  readonly isSettled: boolean
  /** Whether a cell has a number, typed or about to be written. */
  hasNumber(sheet: string, row: number, column: number): boolean
  /** The cell was written by this program, now or before. */
  isWritten(sheet: string, row: number, column: number): boolean
  numberAt(sheet: string, row: number, column: number): number | null
  /** The number format of a cell, `General` where nobody knows. */
  formatAt(sheet: SheetSnapshot, row: number, column: number): string
  /** The area that a community (-1: everyone) has today by the premises list, in m2, as a formula without `=`; `null` where the list does not tell. */
  areaNow(community: number): string | null
  /** Persons or pay of kinds told apart by their words; `null` where the roster does not tell them apart, with the word that it lacks. */
  staff(kinds: StaffQuery): StaffFigure
  /** A part of the pay by the lists: 工资, 单位社保, 绩效. */
  payPart(query: PayPartQuery): StaffFigure
  /** A word of the roster that leaves the kind of people open; see `Sources`. */
  openKind(community: number, types: ReadonlySet<string>): string | null
  /** The lists say what is paid each month: a part of the year is so many months of it. */
  isPaidByMonth(): boolean
  /** What one of a kind costs a year by the workbook's own standards or statement, in 万元; `null` where it says nothing. */
  stated(kind: 'formal' | 'contracted'): number | null
  /** Inputs of the person's own that say different things. */
  readonly disagreeing: KnownInputs['disagreeing']
}
