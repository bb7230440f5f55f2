import { daysInMonth } from '../../src/core/day'
import type { OpenAnswer, OpenKind } from '../../src/core/outlook'
import type { Policy } from '../../src/core/plan'
import type { Person, PremisesRow, Reading } from '../../src/core/reading'
import type { Verdict } from '../../src/core/verdict'
import type { UnitReport } from '../../src/core/report'
import { judge } from '../../src/judge'

/** An open cell as a person would list it, found without the program's own list. */
export interface Cell {
  readonly kind: OpenKind
  readonly sheet: string
  readonly row: number
  readonly column: number
  readonly answers: readonly OpenAnswer[]
  /** Answers that a turn may use: those other than assumed. */
  readonly others: readonly OpenAnswer[]
  answer(reading: Reading, answer: OpenAnswer): Reading
}

const COLUMN = { employment: 3, education: 4, politics: 5, birth: 6 } as const

export function openCells(reading: Reading, ages: readonly number[]): Cell[] {
  const cells: Cell[] = []
  for (const [at, person] of reading.people.entries()) {
    if (person.presence === 'vacant' || person.presence === 'left') continue
    const on = (
      kind: keyof typeof COLUMN,
      answers: readonly OpenAnswer[],
      others: readonly OpenAnswer[],
      change: (answer: OpenAnswer) => Partial<Person>,
    ): void => {
      cells.push({
        kind,
        sheet: '花名册',
        row: person.row,
        column: COLUMN[kind],
        answers,
        others,
        answer: (given, answer) => ({
          ...given,
          people: given.people.map((each, index) => (index === at ? { ...each, ...change(answer) } : each)),
        }),
      })
    }
    if (person.employment === 'undecided' || person.employment === 'unknown') {
      on('employment', ['not-counted', 'formal', 'contracted'], ['formal', 'contracted'], answer => (answer === 'not-counted' ? { presence: 'left' } : { employment: answer as 'formal' }))
    }
    if (person.college === 'blank' || person.college === 'unclear') on('education', ['no', 'yes'], ['yes'], answer => ({ college: answer as 'no' }))
    if (person.partyOrLeague === 'blank' || person.partyOrLeague === 'unclear') on('politics', ['no', 'yes'], ['yes'], answer => ({ partyOrLeague: answer as 'no' }))
    if (person.birth > 0 && person.birthPrecision === 'month') {
      const year = Math.floor(person.birth / 10_000), month = Math.floor(person.birth / 100) % 100, day = (date: number): string => `${String(year)}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
      const [first, last] = [day(1), day(daysInMonth(year, month))]
      on('birth', [first, last], [last], answer => ({ birth: Number(String(answer).replaceAll('-', '')), birthPrecision: 'day' }))
    }
    if (person.birth === 0 && person.statedAge < 0) on('birth', ages.map(age => `age:${String(age)}`), ages.map(age => `age:${String(age)}`), answer => ({ statedAge: Number(String(answer).slice(4)) }))
  }
  for (const [at, site] of reading.premises.entries()) {
    const on = (
      kind: OpenKind,
      column: number,
      answers: readonly OpenAnswer[],
      others: readonly OpenAnswer[],
      change: (answer: OpenAnswer, now: PremisesRow) => Partial<PremisesRow>,
    ): void => {
      cells.push({
        kind,
        sheet: '办公用房',
        row: site.row,
        column,
        answers,
        others,
        answer: (given, answer) => ({
          ...given,
          premises: given.premises.map((each, index) => (index === at ? { ...each, ...change(answer, each) } : each)),
        }),
      })
    }
    const exact = (value: OpenAnswer, column: number): PremisesRow['usable'] => ({ value: Number(value), low: Number(value), high: Number(value), about: false, place: { sheet: '办公用房', row: site.row, column }, raw: null })
    const areas = (low: number, high: number): number[] => [low, (low + high) / 2, high].map(value => Math.round(value * 1e6) / 1e6)
    if (site.usable?.about === true && site.usable.value !== null) {
      const answers = areas(site.usable.value * 0.9, site.usable.value * 1.1)
      on('area', 2, answers, answers, answer => ({ usable: exact(answer, 2) }))
    } else if (site.usable === null && site.unspecified === null && site.built?.value !== undefined && site.built.value !== null) {
      const answers = areas(0, site.built.value)
      on('area', 3, answers, answers, answer => ({ usable: exact(answer, 2) }))
    } else if (site.usable === null && site.unspecified !== null) {
      on('area-basis', 4, ['usable', 'built'], ['built'], answer => (answer === 'usable' ? { usable: site.unspecified, unspecified: null } : { built: site.unspecified, unspecified: null }))
    }
    for (const [order, room] of (['office', 'police', 'meeting', 'culture'] as const).entries()) {
      if (site.rooms[room] !== 'unknown') continue
      on('rooms', 8 + order, ['present', 'absent'], ['present', 'absent'], (answer, now) => ({ rooms: { ...now.rooms, [room]: answer as 'present' } }))
    }
  }
  return cells
}

/** Verdicts by community (or the whole) and target, of the targets that answers can touch. */
export function verdictsOf(reading: Reading, policy: Policy, asOf: string): Map<string, Verdict> {
  const { communities, overall } = judge(reading, policy, asOf), found = new Map<string, Verdict>()
  const add = (unit: UnitReport): void => {
    for (const { target, verdict } of unit.judgements) {
      const premises = target.figure === 'usable-area' || target.figure === 'rooms'
      if (target.figure === 'community-count' || target.figure === 'model-communities' || (premises && (unit.community < 0 || reading.premises.length === 0)) || (!premises && reading.people.length === 0)) continue
      found.set(`${String(unit.community)} ${target.id}`, verdict)
    }
  }
  communities.forEach(add)
  add(overall)
  return found
}

/** All ways of answering; `null`: left open. */
export function* combinations(
  cells: readonly Cell[],
  choices: (cell: Cell) => readonly (OpenAnswer | null)[],
): Generator<readonly (OpenAnswer | null)[]> {
  const [first, ...rest] = cells
  if (first === undefined) {
    yield []
    return
  }
  for (const answer of choices(first)) for (const others of combinations(rest, choices)) yield [answer, ...others]
}

export function answered(reading: Reading, cells: readonly Cell[], answers: readonly (OpenAnswer | null)[]): Reading {
  return cells.reduce((given, cell, at) => {
    const answer = answers[at]
    return answer === undefined || answer === null ? given : cell.answer(given, answer)
  }, reading)
}
