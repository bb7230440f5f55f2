import { daysInMonth, fullYears } from '../core/day'
import type { PolicyReadings } from '../core/plan'
import type { Answer, Person } from '../core/reading'

/** Full years on the day; the typed age where there is no birth date; -1 when neither is known. */
export function ageOf(person: Person, asOf: number): number {
  if (person.birth > 0) return fullYears(person.birth, asOf)
  return person.statedAge < 0 ? -1 : Math.floor(person.statedAge)
}

/** Formal or contracted, and there: the people the shares and the mean are taken over. */
export function isCounted(person: Person): boolean {
  return person.sameAs < 0 && isOnPost(person)
}

/** As `isCounted`, whichever listing of the person it is. */
export function isOnPost(person: Person): boolean {
  return (person.employment === 'formal' || person.employment === 'contracted') && isHere(person)
}

/** The answer that counts as college education under the policy's reading. */
export function collegeAnswer(person: Person, settings: PolicyReadings): Answer {
  return settings.education === 'full-time-only' ? person.collegeFullTime : person.college
}

/** Not vacant and not left: counted as soon as the kind says so. */
export function isHere(person: Person): boolean {
  return person.presence !== 'vacant' && person.presence !== 'left'
}

/** The last day on which the person can be born, as far as the writing goes. */
export function latestBirth(person: Person): number {
  const year = Math.floor(person.birth / 10_000), month = Math.floor(person.birth / 100) % 100
  if (person.birthPrecision === 'year') return year * 10_000 + 1231
  const last = person.birthPrecision === 'month-ambiguous' ? 10 : month
  return year * 10_000 + last * 100 + daysInMonth(year, last)
}

/** The first day on which the person can be born. */
export function earliestBirth(person: Person): number {
  const year = Math.floor(person.birth / 10_000), month = Math.floor(person.birth / 100) % 100
  if (person.birthPrecision === 'year') return year * 10_000 + 101
  return year * 10_000 + (person.birthPrecision === 'month-ambiguous' ? 1 : month) * 100 + 1
}
