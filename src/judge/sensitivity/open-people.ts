import { fullYears } from '../../core/day'
import type { Person } from '../../core/reading'
import type { Rests } from '../figure'
import { earliestBirth, latestBirth } from '../person-facts'
import type { Days, OpenPeople } from './census'
import { influenceOn } from './influence'
import { AS_OF, personKey } from './question-list'
import type { QuestionList } from './question-list'
import type { UnitOutlook } from './unit-outlook'

/** Lists the questions of everybody who is open for a verdict that is not the same for all answers. @param outlooks those verdicts */
export function listPeople(outlooks: readonly UnitOutlook[], people: OpenPeople, days: Days, questions: QuestionList): void {
  const wanted = new Map<number, Set<Rests>>()
  for (const { unit, rests } of outlooks) wanted.set(unit.community, (wanted.get(unit.community) ?? new Set()).add(rests))
  if (wanted.size === 0) return
  const all = wanted.get(-1)
  people.each((index, person, open) => {
    const own = wanted.get(person.community),
      asks = (rests: Rests): boolean => all?.has(rests) === true || own?.has(rests) === true
    if (own === undefined && all === undefined) return
    if (open.employment) questions.addPerson(index, person, 'employment')
    if (open.college && asks('college')) questions.addPerson(index, person, 'education')
    if (open.partyOrLeague && asks('party')) questions.addPerson(index, person, 'politics')
    if (open.birth !== null && asks('age') && birthMatters(person, open.birth, days)) questions.addPerson(index, person, 'birth')
  })
}

function birthMatters(person: Person, open: 'days' | 'ages', days: Days): boolean {
  return open === 'ages' || days.some(day => fullYears(earliestBirth(person), day) !== fullYears(latestBirth(person), day))
}

/** Works out on which questions some verdict hangs, and adds their keys. @returns whether that could be told exactly */
export function settleExactly(outlooks: readonly UnitOutlook[], hangs: Set<string>): boolean {
  let exact = true
  for (const outlook of outlooks) {
    const influence = influenceOn(outlook)
    exact &&= influence.exact
    if (influence.day) hangs.add(AS_OF)
    for (const [{ members }, kinds] of influence.byGroup)
      for (const index of members) for (const kind of kinds) hangs.add(personKey(index, kind))
  }
  return exact
}
