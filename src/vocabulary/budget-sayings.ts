/**
 * What a budget figure measures. `text`: a column of words, never filled. `change`: this year less last; `growth`: the same in percent.
 * `base`: what contributions are reckoned from; `done`: the part of a plan that is carried out; `communities`: how many there are.
 */
export type Measure =
  | 'base' | 'factor' | 'done' | 'communities' | 'age'
  | 'persons' | 'amount' | 'unit-cost' | 'area' | 'rate' | 'collected' | 'cumulative' | 'quantity' | 'months' | 'person-months' | 'share' | 'change' | 'growth' | 'text'

export type Period = 'now' | 'target' | 'gap' | 'surplus' | 'increment' | 'previous' | 'this-year' | 'next' | 'decrement'

/** What a line or a column is about. `item`: something that is bought or paid for, which only the table itself can tell. */
export type Subject = 'staff' | 'running' | 'premises' | 'fund' | 'sources' | 'subsidy' | 'principals' | 'task-money' | 'paid-service' | 'remainder' | 'item'

/** How a kind of staff stands to the plan's two kinds; `aside`: counted in neither. */
export type StaffClass = 'formal' | 'contracted' | 'aside'

/**
 * A part of what staff cost: `pay` is all of it but the employer's insurance and housing fund, `both` these two together; the others are
 * single columns of a pay list. `personal`: taken from the person's own pay, no cost of the office.
 */
export type PayPart =
  | 'pay' | 'insurance' | 'fund' | 'both' | 'personal'
  | 'basic' | 'performance' | 'allowance' | 'bonus' | 'post' | 'pension' | 'medical' | 'unemployment' | 'injury'

export interface MeasureUnit {
  readonly of: 'money' | 'area' | 'persons' | 'percent' | 'other'
  /** Yuan, m2 or persons in one of it. */
  readonly scale: number
  readonly word: string
}

/** What one word says. A word may say several things: 人员经费 is an amount about staff. */
export interface Saying {
  readonly measure?: Measure
  /** In a table of heads the word counts them, in this period. */
  readonly ofHeads?: Period
  /** A measure that holds only where no other word names one: 实有 alone is persons, in 实有面积 it is not. */
  readonly hint?: Measure
  readonly period?: Period
  readonly subject?: Subject
  readonly staff?: StaffClass
  readonly unit?: MeasureUnit
  readonly per?: 'month' | 'year' | 'person-month' | 'person-year' | 'person' | 'each' | 'm2' | 'm2-month'
  readonly basis?: 'built' | 'usable'
  readonly total?: 'total' | 'subtotal'
  readonly side?: 'income' | 'expenditure'
  readonly payer?: 'higher' | 'town'
  readonly year?: number
  readonly months?: number
  readonly part?: PayPart
  /** A part of a year, or the whole of it beside its parts. */
  readonly span?: 'part' | 'whole'
  /** How far money that is owed has come: due, paid of it, still owed, let off. */
  readonly flow?: 'due' | 'paid' | 'owed' | 'waived'
  /** Those of the staff who fulfil a ratio of the policy. */
  readonly who?: 'college' | 'party'
  /** What comes in less what goes out. */
  readonly balance?: true
  /** 两委, 书记: some of the staff, whom no list tells apart; only the table's own arithmetic tells their figures. */
  readonly some?: true
  /** The word is understood and forbids: an example, an old copy, one of several plans. */
  readonly forbids?: true
}

export interface Said extends Saying {
  /** Normalised. */
  readonly word: string
}
