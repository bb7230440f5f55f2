/**
 * What a living member of a staff can be, one rule for every way of writing (domain.md 1.2): born in 1916 or later, and at least fifteen years
 * before the day that counts. System defaults (1900-01-00, 1900-01-01, 0000-00-00) fall out of it by themselves.
 */
export type BirthDoubt = 'future' | 'unlikely'

/** First year in which somebody on a roster can have been born. */
const FIRST_BIRTH_YEAR = 1916
/** Nobody younger stands on a roster. */
const YOUNGEST = 15
const OLDEST = 107

/**
 * Why a birth cannot be that of somebody on a roster; `null` when it can.
 * @param birth yyyymmdd
 * @param asOf yyyymmdd; left out: only what no day could make likely is told
 */
export function birthDoubt(birth: number, asOf: number | undefined): BirthDoubt | null {
  if (asOf !== undefined && birth > asOf) return 'future'
  if (birth < FIRST_BIRTH_YEAR * 10_000) return 'unlikely'
  return asOf !== undefined && birth > asOf - YOUNGEST * 10_000 ? 'unlikely' : null
}

/** The day (yyyymmdd) from which on somebody born on a day is old enough to stand on a roster. */
export function likelyFrom(birth: number): number {
  return birth + YOUNGEST * 10_000
}

/** An age in years that somebody on a roster can have. */
export function isLikelyAge(age: number): boolean {
  return age >= YOUNGEST && age <= OLDEST
}
