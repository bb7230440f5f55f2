import type { Message } from '../../core/message'
import type { PayPart, StaffClass } from '../../vocabulary/budget-words'
import type { DraftContent } from '../draft'

/**
 * Where the budget sheets take the facts of a community from: formulas over the roster and the premises list, whichever they are.
 * A formula is given without its leading `=`; `label` is the cell of the community's name in the row that asks, e.g. `$A6`.
 */
export interface Sources {
  readonly communities: readonly CommunitySource[]
  /** Pay of a kind over the whole roster: yuan a year and how many are paid, for the mean cost where no total was given. */
  wholePay(kind: 'formal' | 'contracted'): { readonly sum: string; readonly count: string } | null
  staff(query: StaffQuery): StaffFigure
  payPart(query: PayPartQuery): StaffFigure
  /**
   * A word of the roster that leaves open whether people of the community (-1: everyone) are formal, contracted or neither; `null` where all are settled.
   * @param types of kinds (as `staffType` tells them) that have lines of their own in the table that asks
   */
  openKind(community: number, types: ReadonlySet<string>): string | null
  /** The lists say what is paid each month, and nothing by the year. */
  isPaidByMonth(): boolean
  /** Rows may stand for communities that are not named yet: their cells stay empty. */
  readonly guarded: boolean
  /** The mean age of everyone counted, `null` when no roster tells it. */
  readonly overallAge: Sourced
}

/** Persons or pay (yuan a year) of a kind of staff that a table tells apart by its words. */
export interface StaffQuery {
  readonly of: 'persons' | 'pay'
  readonly kind: StaffKindWord
  /** All kinds of that class that the table tells apart. */
  readonly told: readonly StaffKindWord[]
  /** Index into the report's communities; -1: everyone. */
  readonly community: number
}

/** A part of the pay (yuan a year) of a kind, or of everyone who counts. */
export interface PayPartQuery {
  readonly kind: 'formal' | 'contracted' | null
  readonly part: PayPart
  /** Index into the report's communities; -1: everyone. */
  readonly community: number
}

export interface StaffKindWord {
  readonly class: StaffClass
  /** As `staffType` tells it. */
  readonly type: string
  readonly word: string
}

/** A formula without `=`, or the word that the list lacks to tell the kind. */
export type StaffFigure = { readonly formula: string } | { readonly lacks: string }

export interface CommunitySource {
  /** What stands in the first column: the name, or a formula that brings it. */
  readonly label: DraftContent
  /** How many are counted by the report; left out where nobody counted. */
  readonly counted?: number
  figure(figure: SourceFigure, label: string): Sourced
}

/**
 * `formal`, `contracted`: persons counted. `college`, `party`: of them. `age`: their mean age.
 * `open`: a text on what is blank and could turn a verdict, empty when nothing is.
 * `formalPay`, `contractedPay`: yuan a year by the roster; `formalPaid`, `contractedPaid`: how many of the counted persons have pay there.
 * `usable`, `own`: m2 or 待核实. `builtOnly`: 是 / 否. `rooms`: 齐全, 缺n室 or 待核实. `state`: the tenure in a word.
 */
export type SourceFigure =
  | 'formal' | 'contracted' | 'college' | 'party' | 'age' | 'open'
  | 'formalPay' | 'formalPaid' | 'contractedPay' | 'contractedPaid'
  | 'usable' | 'own' | 'builtOnly' | 'rooms' | 'state'

/** A formula over the workbook's cells; or a value that no formula can take, with the reason; or nothing. */
export type Sourced =
  | { readonly formula: string; readonly inputs?: readonly string[] }
  | { readonly value: string | number; readonly why: Message; readonly inputs?: readonly string[] }
  | null

/** The expression that stands for a sourced figure inside a larger formula; `otherwise` where there is none. */
export function expressionOf(sourced: Sourced, otherwise: string): string {
  if (sourced === null) return otherwise
  if ('formula' in sourced) return sourced.formula
  return typeof sourced.value === 'number' ? String(sourced.value) : textLiteral(sourced.value)
}

/** A text inside a formula. */
export function textLiteral(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}
