import type { Target } from '../../core/plan'
import type { PremisesRow, RoomState } from '../../core/reading'
import type { Verdict } from '../../core/verdict'
import type { Day } from '../../core/day'
import { roomColumns } from '../facts'
import type { UnitFacts } from '../facts'
import type { Figure } from '../figure'
import { verdictFor } from '../judge'
import { premisesFacts } from '../premises-facts'
import type { OpenRooms } from '../open-site'

export type RoomAnswer = 'present' | 'absent'

export interface RoomStep {
  readonly cell: OpenRooms
  readonly answer: RoomAnswer
}

export interface RoomsOutlook {
  /** Every verdict that the answers to all questions give. */
  readonly outcomes: ReadonlySet<Verdict>
  readonly turn: readonly RoomStep[]
  readonly hangs: ReadonlySet<OpenRooms>
}

/** So many open cells are tried in all combinations; of more only the plain ways. */
const MOST_TRIED = 6

/** What can become of the rooms of one community. The figure is taken anew for every way of answering: there are few cells. */
export function roomsOutlook(
  figure: Figure,
  target: Target,
  unit: UnitFacts,
  asOf: Day,
  cells: readonly OpenRooms[],
  given: Verdict,
): RoomsOutlook {
  const asked = roomColumns(unit.facts.reading),
    sites = unit.premises?.sites ?? []
  const verdict = (answers: ReadonlyMap<OpenRooms, RoomAnswer>): Verdict => {
    const answered = sites.map((site, at) =>
      withRooms(
        site,
        cells.filter(cell => cell.site === at),
        answers,
      ),
    )
    return verdictFor(figure, target, { ...unit, premises: premisesFacts(answered, unit.facts.settings, asked) }, asOf)
  }
  if (cells.length > MOST_TRIED) return manyRooms(cells, verdict, given)
  const outcomes = new Set<Verdict>(),
    hangs = new Set<OpenRooms>()
  let turn: RoomStep[] = []
  for (const answers of allAnswers(cells, true)) {
    const found = verdict(answers),
      steps = [...answers].map(([cell, answer]) => ({ cell, answer }))
    if (answers.size === cells.length) {
      outcomes.add(found)
      for (const cell of cells)
        if (answers.get(cell) === 'present' && verdict(new Map(answers).set(cell, 'absent')) !== found) hangs.add(cell)
    }
    if (found !== given && steps.length > 0 && (turn.length === 0 || steps.length < turn.length)) turn = steps
  }
  return { outcomes, turn, hangs }
}

/** All there, or none: and of the ways to turn it, one room wholly absent or one cell of each room present. */
function manyRooms(
  cells: readonly OpenRooms[],
  verdict: (answers: ReadonlyMap<OpenRooms, RoomAnswer>) => Verdict,
  given: Verdict,
): RoomsOutlook {
  const all = (answer: RoomAnswer, some = cells): ReadonlyMap<OpenRooms, RoomAnswer> => new Map(some.map(cell => [cell, answer]))
  const rooms = [...new Set(cells.flatMap(cell => cell.rooms))],
    once: OpenRooms[] = []
  for (const room of rooms)
    if (!once.some(cell => cell.rooms.includes(room))) once.push(...cells.filter(cell => cell.rooms.includes(room)).slice(0, 1))
  const ways = [
    all('present', once),
    ...rooms.map(room =>
      all(
        'absent',
        cells.filter(cell => cell.rooms.includes(room)),
      ),
    ),
  ]
  const turn = ways.filter(way => verdict(way) !== given).sort((a, b) => a.size - b.size)[0]
  return {
    outcomes: new Set([verdict(all('present')), verdict(all('absent'))]),
    turn: turn === undefined ? [] : [...turn].map(([cell, answer]) => ({ cell, answer })),
    hangs: new Set(cells),
  }
}

/** Every way of answering; with `partial` those too that leave some cells open. */
function* allAnswers(cells: readonly OpenRooms[], partial: boolean): Generator<ReadonlyMap<OpenRooms, RoomAnswer>> {
  const [first, ...rest] = cells
  if (first === undefined) {
    yield new Map()
    return
  }
  for (const others of allAnswers(rest, partial)) {
    if (partial) yield others
    for (const answer of ['present', 'absent'] as const) yield new Map(others).set(first, answer)
  }
}

function withRooms(site: PremisesRow, cells: readonly OpenRooms[], answers: ReadonlyMap<OpenRooms, RoomAnswer>): PremisesRow {
  const rooms: Record<string, RoomState> = { ...site.rooms }
  for (const cell of cells) {
    const answer = answers.get(cell)
    if (answer !== undefined) for (const room of cell.rooms) rooms[room] = answer
  }
  return { ...site, rooms: rooms as PremisesRow['rooms'] }
}
