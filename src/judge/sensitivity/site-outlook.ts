import { dayText } from '../../core/day'
import type { OpenKind } from '../../core/outlook'
import type { Place } from '../../core/place'
import type { Target } from '../../core/plan'
import type { Verdict } from '../../core/verdict'
import type { UnitFacts } from '../facts'
import type { Figure } from '../figure'
import { expectedOn, verdictAgainst } from '../judge'
import { openRooms, usableParts } from '../open-site'
import { areaOutlook } from './area-outlook'
import type { Given, Question } from './question-list'
import { roomsOutlook } from './rooms-outlook'

/** What can become of one target on the premises of one community, on one day. */
export interface SiteOutlook {
  /** With nothing answered. */
  readonly verdict: Verdict
  readonly outcomes: ReadonlySet<Verdict>
  readonly turn: readonly Given[]
  /** The questions on which the verdict hangs. */
  readonly questions: ReadonlyMap<string, Question>
  /** All that the outcomes are worked out from: alike on two days, nothing differs between them. */
  readonly basis: () => string
}

/** @param day yyyymmdd @param given the verdict in the report, where it is the report's own day */
export function siteOutlook(figure: Figure, target: Target, unit: UnitFacts, day: number, given?: Verdict): SiteOutlook {
  const expected = expectedOn(target, unit, dayText(day)), verdict = given ?? verdictAgainst(figure, target, unit, expected)
  return figure.id === 'rooms' ? roomsOf(figure, target, unit, day, verdict, expected) : areaOf(target, unit, day, verdict, expected)
}

/** Whether another day can give another verdict for some answers: `perhaps` where the same verdicts come about in other ways. */
export function dayMatters(days: readonly SiteOutlook[]): 'yes' | 'no' | 'perhaps' {
  const [today, ...others] = days
  if (today === undefined || others.length === 0) return 'no'
  const listed = (each: SiteOutlook): string => [...each.outcomes].sort().join(' ')
  if (others.some(each => listed(each) !== listed(today))) return 'yes'
  return today.outcomes.size < 2 || others.every(each => each.basis() === today.basis()) ? 'no' : 'perhaps'
}

function areaOf(target: Target, unit: UnitFacts, day: number, verdict: Verdict, expected: number | null): SiteOutlook {
  const isKnown = unit.premises !== null && expected !== null
  const sites = isKnown ? (unit.premises?.sites ?? []).filter(site => site.tenure !== 'in-building') : []
  const parts = sites.flatMap(site => usableParts(site, day))
  const { outcomes, turn, hangs } = areaOutlook(parts, target, expected ?? 0, verdict, isKnown)
  const questions = new Map<string, Question>()
  for (const part of parts) {
    if (part.open === null || part.place === null || !hangs.has(part)) continue
    const at = { place: part.place, community: unit.community }
    questions.set(placeKey('area', part.place), part.open === 'number'
      ? { kind: 'area', ...at, assumed: null, answers: [plain(part.low), plain(part.high)] }
      : { kind: 'area-basis', ...at, assumed: 'usable', answers: ['usable', 'built'] })
  }
  const steps = turn.flatMap(({ part, answer }) => (part.place === null ? [] : [{ key: placeKey('area', part.place), answer }]))
  const basis = () => JSON.stringify([expected, parts.map(({ low, high, open }) => [low, high, open])])
  return { verdict, outcomes, turn: steps, questions, basis }
}

function roomsOf(figure: Figure, target: Target, unit: UnitFacts, day: number, verdict: Verdict, expected: number | null): SiteOutlook {
  // Nobody says anything of its rooms: no answer to a cell would.
  const basis = () => String(expected)
  if (unit.premises === null) return { verdict, outcomes: new Set([verdict]), turn: [], questions: new Map(), basis }
  const cells = openRooms(unit.premises.sites, unit.facts.reading)
  const { outcomes, turn, hangs } = roomsOutlook(figure, target, unit, dayText(day), cells, verdict)
  const questions = new Map<string, Question>()
  for (const cell of cells) {
    if (!hangs.has(cell)) continue
    questions.set(placeKey('rooms', cell.place), {
      kind: 'rooms', place: cell.place, community: unit.community, assumed: null, answers: ['present', 'absent'],
    })
  }
  const steps = turn.map(({ cell, answer }) => ({ key: placeKey('rooms', cell.place), answer }))
  return { verdict, outcomes, turn: steps, questions, basis }
}

function placeKey(kind: OpenKind, { sheet, row, column }: Place): string {
  return `${kind} ${sheet}!${String(row)},${String(column)}`
}

function plain(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
