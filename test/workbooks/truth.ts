/** What a workbook must come out as, counted from the builder's own lists and never from the product. */

export interface TruePerson {
  readonly community: string
  readonly kind: 'formal' | 'contracted' | 'undecided'
  /** Left or vacant rows are counted nowhere. */
  readonly present?: boolean
  readonly college: boolean
  readonly partyLeague: boolean
  readonly birth: { readonly year: number; readonly month: number; readonly day: number }
}

export interface TrueUnit {
  readonly formal: number
  readonly contracted: number
  readonly undecided: number
  readonly counted: number
  readonly college: number
  readonly partyLeague: number
  /** Unrounded; `null` when nobody is counted. */
  readonly averageAge: number | null
}

/** Full years on a day. */
export function fullYears(birth: TruePerson['birth'], on: TruePerson['birth']): number {
  const before = on.month < birth.month || (on.month === birth.month && on.day < birth.day)
  return on.year - birth.year - (before ? 1 : 0)
}

export function trueUnit(people: readonly TruePerson[], on: TruePerson['birth']): TrueUnit {
  const here = people.filter(person => person.present !== false)
  const counted = here.filter(person => person.kind !== 'undecided')
  return {
    formal: here.filter(person => person.kind === 'formal').length,
    contracted: here.filter(person => person.kind === 'contracted').length,
    undecided: here.length - counted.length,
    counted: counted.length,
    college: counted.filter(person => person.college).length,
    partyLeague: counted.filter(person => person.partyLeague).length,
    averageAge: counted.length === 0 ? null : counted.reduce((sum, person) => sum + fullYears(person.birth, on), 0) / counted.length,
  }
}

export type TrueVerdict = 'met' | 'missed' | 'surplus' | 'unknown'

/** The five staffing verdicts of one community under 4 + 3, 80 %, 45, 50 %. */
export function trueStaffing(unit: TrueUnit): Readonly<Record<'formal-count' | 'contracted-count' | 'college-share' | 'average-age' | 'party-league-share', TrueVerdict>> {
  const count = (have: number, want: number): TrueVerdict => (have < want ? 'missed' : have > want ? 'surplus' : 'met')
  const share = (part: number, percent: number): TrueVerdict => (unit.counted === 0 ? 'unknown' : part * 100 >= unit.counted * percent ? 'met' : 'missed')
  return {
    'formal-count': count(unit.formal, 4),
    'contracted-count': count(unit.contracted, 3),
    'college-share': share(unit.college, 80),
    'average-age': unit.averageAge === null ? 'unknown' : unit.averageAge <= 45 ? 'met' : 'missed',
    'party-league-share': share(unit.partyLeague, 50),
  }
}

export function byCommunity(people: readonly TruePerson[], on: TruePerson['birth']): ReadonlyMap<string, TrueUnit> {
  const names = [...new Set(people.map(person => person.community))]
  return new Map(names.map(name => [name, trueUnit(people.filter(person => person.community === name), on)]))
}
