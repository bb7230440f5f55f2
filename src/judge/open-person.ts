import { columnAt } from '../core/table-columns'
import { EDUCATION_KEYS } from '../core/columns'
import type { PolicyReadings } from '../core/plan'
import type { ColumnKey, Person, Reading } from '../core/reading'
import { collegeAnswer, earliestBirth, isHere, latestBirth } from './person-facts'

/**
 * What is open about one person, in one place: whatever asks for it (the range of a figure, what could turn a verdict) takes it from here.
 * A value is open only where there is a cell in which it could be answered.
 */
export interface OpenPerson {
  /** Not counted until the kind is told: blank, not known, or for the user to decide. */
  readonly employment: boolean
  readonly college: boolean
  readonly partyOrLeague: boolean
  /** `days`: a month or a year alone; `ages`: nothing usable is written. */
  readonly birth: 'days' | 'ages' | null
}

/** Columns of a roster in which each of the open values would be answered; 0: there is none. */
export interface AnswerColumns {
  readonly employment: number
  readonly college: number
  readonly politics: number
  readonly birth: number
}

const COLUMNS: Readonly<Record<keyof AnswerColumns, readonly ColumnKey[]>> = {
  employment: ['employment', 'status'],
  college: EDUCATION_KEYS,
  politics: ['politics'],
  birth: ['birth', 'age', 'id'],
}

/** The answer columns of every table, by its index. */
export function answerColumns(reading: Reading, settings: PolicyReadings): readonly AnswerColumns[] {
  const college: readonly ColumnKey[] = settings.education === 'full-time-only' ? ['educationFullTime', 'education', 'educationInService'] : COLUMNS.college
  return reading.tables.map(table => ({
    employment: columnAt(table, ...COLUMNS.employment),
    college: columnAt(table, ...college),
    politics: columnAt(table, ...COLUMNS.politics),
    birth: columnAt(table, ...COLUMNS.birth),
  }))
}

const BIRTHS = [null, 'days', 'ages'] as const

/** Every way of being open, by its number: people share them, for there may be a million. */
const WAYS: readonly OpenPerson[] = BIRTHS.flatMap(birth =>
  Array.from({ length: 8 }, (_, way) => ({ employment: (way & 1) !== 0, college: (way & 2) !== 0, partyOrLeague: (way & 4) !== 0, birth })),
)
const NOTHING = wayOf(false, false, false, null)

function wayOf(employment: boolean, college: boolean, partyOrLeague: boolean, birth: OpenPerson['birth']): OpenPerson {
  const way = WAYS[(employment ? 1 : 0) + (college ? 2 : 0) + (partyOrLeague ? 4 : 0) + 8 * BIRTHS.indexOf(birth)]
  if (way === undefined) throw new RangeError('no such way of being open')
  return way
}

/** @returns what is open: one object for all who are open alike, and the same empty one for everybody about whom nothing is */
export function openOf(person: Person, columns: AnswerColumns, settings: PolicyReadings): OpenPerson {
  if (!isHere(person) || person.sameAs >= 0) return NOTHING
  const told = person.employment === 'formal' || person.employment === 'contracted'
  if (!told && columns.employment === 0) return NOTHING
  const answer = collegeAnswer(person, settings)
  const college = answer !== 'yes' && answer !== 'no' && columns.college !== 0
  const partyOrLeague = person.partyOrLeague !== 'yes' && person.partyOrLeague !== 'no' && columns.politics !== 0
  const birth = person.birth > 0 ? (person.birthPrecision === 'day' || earliestBirth(person) === latestBirth(person) ? null : 'days') : person.statedAge < 0 && columns.birth !== 0 ? 'ages' : null
  return wayOf(!told, college, partyOrLeague, birth)
}

/** Nothing is open. */
export function isSettled(open: OpenPerson): boolean {
  return open === NOTHING
}
