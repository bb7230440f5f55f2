import { at } from '../../core/at'
import type { Day } from '../../core/day'
import { dayNumber, dayText } from '../../core/day'
import type { Outlook, Sensitivity } from '../../core/outlook'
import { isOverallOnly } from '../../core/plan'
import type { Policy, Target } from '../../core/plan'
import type { Verdict } from '../../core/verdict'
import { gatherFacts } from '../facts'
import type { Facts, UnitFacts } from '../facts'
import { figures } from '../figures'
import type { Figure, Rests } from '../figure'
import type { Judged } from '../judge'
import { answerColumns } from '../open-person'
import { openPeople } from './census'
import type { Days, OpenPeople } from './census'
import { daysOfYear, decidingDays } from './days'
import type { DatedReadings } from './days'
import { listPeople, settleExactly } from './open-people'
import { AS_OF, QuestionList, ROOM, birthAnswer, personKey } from './question-list'
import type { Given } from './question-list'
import { shareOn, wholeToday } from './shares'
import { dayMatters, siteOutlook } from './site-outlook'
import { UnitOutlook } from './unit-outlook'
import type { Turn } from './unit-outlook'
import { wholeOutcomes, wholeTurn } from './whole-outlook'

/** So many answers of one turn are listed. */
const MOST_STEPS = 1000
/** Up to so many open cells the smallest list of cells to clarify is worked out; beyond, a sufficient one. */
const MOST_EXACT = 16

/** How the as-of day is taken. */
export interface SensitivityOptions {
  /** The day is open too: every day of its calendar year. */
  readonly varyAsOf?: boolean
  /** The workbook as it reads on each of those days; left out: it reads alike on all of them. */
  readonly dated?: DatedReadings | null
}

/**
 * For every verdict, whether it holds for all possible answers to the open questions, or the fewest answers that turn it; and the cells to clarify.
 * Every verdict is taken by the figure itself from other sums, so that no rule of judging stands twice.
 */
export function sensitivity(judged: Judged, policy: Policy, asOf: Day, options: SensitivityOptions = {}): Sensitivity {
  return new Outlooks(judged, policy, asOf, options).run()
}

type Rested = Figure & { readonly rests: Rests }

class Outlooks {
  private readonly people: OpenPeople
  private readonly days: Days
  /** The facts of each of the days. */
  private readonly onDays: readonly Facts[]
  private readonly questions: QuestionList
  private readonly outlooks: (Omit<Outlook, 'turn'> & { readonly given: readonly Given[] })[] = []
  private readonly lists = new Map<string, readonly Verdict[]>()
  /** Keys of questions on which some verdict hangs. */
  private readonly hangs = new Set<string>()
  /** Verdicts about people that are not the same for all answers. */
  private readonly open: UnitOutlook[] = []
  /** The day may or may not matter to some verdict: the list of cells is enough, and perhaps not the smallest. */
  private rough = false
  /** Where the last unit had the judgement that was asked for. */
  private place = -1

  constructor(
    private readonly judged: Judged,
    private readonly policy: Policy,
    private readonly asOf: Day,
    { varyAsOf = false, dated = null }: SensitivityOptions,
  ) {
    const { facts } = judged,
      columns = answerColumns(facts.reading, facts.settings)
    const isDoubtful = facts.whole.swing !== null && facts.whole.swing.ages.options.length > 0
    this.days = varyAsOf ? decidingDays(policy, asOf, facts.reading, dated?.days ?? [], isDoubtful) : [dayNumber(asOf)]
    const factsOn = (day: number): Facts => gatherFacts(dated?.on(day) ?? facts.reading, dayText(day), facts.settings)
    this.onDays = this.days.map((day, at) => (at === 0 ? facts : factsOn(day)))
    this.people = openPeople(this.onDays, columns, this.days)
    this.questions = new QuestionList(facts, columns)
  }

  run(): Sensitivity {
    const { facts } = this.judged,
      { questions } = this
    for (const target of this.policy.targets) {
      const figure = figures.get(target.figure)
      if (figure === undefined) continue
      if (isRested(figure) && facts.hasRoster) this.peopleTarget(figure, target)
      else if ((figure.id === 'usable-area' || figure.id === 'rooms') && facts.hasPremises) this.premisesTarget(figure, target)
    }
    if (this.open.some(outlook => outlook.varies)) this.askDay()
    listPeople(this.open, this.people, this.days, questions)
    const exact = questions.more === 0 && questions.size <= MOST_EXACT && settleExactly(this.open, this.hangs) && !this.rough,
      { cells, ids } = questions.finish()
    const clarify = [...ids].filter(([key]) => !exact || this.hangs.has(key)).map(([, id]) => id)
    const steps = (given: readonly Given[]): Outlook['turn'] =>
      given.length === 0 ? NO_STEPS : given.slice(0, MOST_STEPS).flatMap(({ key, answer }) => {
        const question = ids.get(key)
        return question === undefined ? [] : [{ question, answer }]
      })
    return {
      questions: cells,
      more: questions.more,
      // Written out: of what is left of a pattern each object would get a hidden class of its own, and there are as many as communities and targets.
      verdicts: this.outlooks.map(({ community, target, verdict, outcomes, fewest, given }) => ({
        community, target, verdict, outcomes, fewest, turn: steps(given),
      })),
      clarify,
      clarifyExact: exact,
    }
  }

  /** The verdict in the report; `undefined`: the target is not judged for this unit. */
  private given(unit: UnitFacts, target: Target): Verdict | undefined {
    const report = unit.community < 0 ? this.judged.overall : this.judged.communities[unit.community]
    if (report === undefined) return undefined
    // The communities' judgements stand in one order: where the last one had it, this one has it too.
    const known = report.judgements[this.place]
    if (known?.target === target) return known.verdict
    this.place = report.judgements.findIndex(judgement => judgement.target === target)
    return report.judgements[this.place]?.verdict
  }

  private peopleTarget(figure: Rested, target: Target): void {
    const { units, whole } = this.judged.facts,
      each = figure.whole === 'each'
    const parts = isOverallOnly(target) && !each ? [] : units.map(unit => this.unitTarget(figure, target, unit))
    const given = this.given(whole, target)
    if (given === undefined) return
    if (!each) {
      this.unitTarget(figure, target, whole)
      return
    }
    // The day is one for all communities: what they come to together is asked day by day.
    const outcomes = new Set<Verdict>([given]), turns: { readonly cost: number; readonly turns: readonly Turn[] }[] = []
    for (const day of this.days.keys()) {
      const shares = parts.map(({ outlook }) => shareOn(outlook, day)), more = day === 0 ? 0 : 1
      for (const outcome of wholeOutcomes(shares, given)) outcomes.add(outcome)
      const found = day > 0 && wholeToday(shares) !== given ? { cost: 0, turns: [{ cost: 0, picks: [], day }] } : wholeTurn(shares, given)
      if (found !== null) turns.push({ cost: found.cost + more, turns: found.turns })
    }
    const turn = outcomes.size > 1 ? (turns.sort((a, b) => a.cost - b.cost)[0] ?? null) : null
    this.add(whole, target, given, outcomes, turn?.cost ?? 0, turn?.turns ?? [])
    if (isOverallOnly(target) && outcomes.size > 1) for (const part of parts) if (part.outcomes.size > 1) this.open.push(part.outlook)
  }

  /** A unit on each of the days, the given one first. */
  private onEachDay(unit: UnitFacts): readonly [UnitFacts, ...UnitFacts[]] {
    return [unit, ...this.onDays.slice(1).map(({ units, whole }) => (unit.community < 0 ? whole : units[unit.community] ?? unit))]
  }

  private unitTarget(
    figure: Rested,
    target: Target,
    unit: UnitFacts,
  ): { readonly outlook: UnitOutlook; readonly outcomes: ReadonlySet<Verdict> } {
    const given = this.given(unit, target),
      outlook = new UnitOutlook(figure, target, this.onEachDay(unit), this.people.census(unit), this.days, given),
      outcomes = new Set([outlook.given, ...outlook.answered()])
    if (given !== undefined) {
      const turn = outcomes.size > 1 ? outlook.turn() : null
      this.add(unit, target, given, outcomes, turn?.cost ?? 0, turn === null ? [] : [turn])
      if (outcomes.size > 1) this.open.push(outlook)
    }
    return { outlook, outcomes }
  }

  /** A target on premises: each community by itself, on each of the days. */
  private premisesTarget(figure: Figure, target: Target): void {
    for (const unit of this.judged.facts.units) {
      const given = this.given(unit, target)
      if (given === undefined) continue
      const onDay = (each: UnitFacts, day: number) => siteOutlook(figure, target, each, at(this.days, day), day === 0 ? given : undefined)
      const days = this.onEachDay(unit).map(onDay)
      for (const [key, question] of days.flatMap(({ questions }) => [...questions])) {
        this.questions.add(key, question)
        this.hangs.add(key)
      }
      const outcomes = new Set([given, ...days.flatMap(each => [...each.outcomes])]), [today] = days
      const influence = dayMatters(days)
      if (influence !== 'no') {
        this.askDay()
        this.hangs.add(AS_OF)
        this.rough ||= influence === 'perhaps'
      }
      const turns = days.flatMap(({ verdict, turn }, day): (readonly Given[])[] => {
        const steps: readonly Given[] = day === 0 ? [] : [{ key: AS_OF, answer: dayText(at(this.days, day)) }]
        if (day > 0 && verdict !== given) return [steps]
        return turn.length === 0 ? [] : [[...steps, ...turn]]
      })
      const turn = outcomes.size > 1 && today !== undefined ? (turns.sort((a, b) => a.length - b.length)[0] ?? NO_STEPS) : NO_STEPS
      this.addGiven(unit, target, given, outcomes, turn.length, turn)
    }
  }

  private add(
    unit: UnitFacts,
    target: Target,
    verdict: Verdict,
    outcomes: ReadonlySet<Verdict>,
    fewest: number,
    turns: readonly Turn[],
  ): void {
    this.addGiven(unit, target, verdict, outcomes, fewest, this.stepsOf(turns, unit.community < 0 ? ROOM.whole : ROOM.community))
  }

  private addGiven(
    unit: UnitFacts,
    target: Target,
    verdict: Verdict,
    outcomes: ReadonlySet<Verdict>,
    fewest: number,
    given: readonly Given[],
  ): void {
    this.outlooks.push({ community: unit.community, target: target.id, verdict, outcomes: this.listed(outcomes), fewest, given })
  }

  /** The verdicts in order; one list for all outlooks with the same, for there may be hundreds of thousands. */
  private listed(outcomes: ReadonlySet<Verdict>): readonly Verdict[] {
    const sorted = [...outcomes].sort(),
      key = sorted.join(' ')
    const known = this.lists.get(key) ?? sorted
    this.lists.set(key, known)
    return known
  }

  /** The answers of a turn, person by person: who is named is listed as a question too. */
  private stepsOf(turns: readonly Turn[], room: number): readonly Given[] {
    if (turns.length === 0) return NO_STEPS
    const found: Given[] = [],
      { people } = this.judged.facts.reading,
      day = turns.find(turn => turn.day > 0)?.day
    if (day !== undefined) {
      this.askDay()
      found.push({ key: AS_OF, answer: dayText(at(this.days, day)) })
    }
    const used = new Map<readonly number[], number>()
    for (const {
      group: { members },
      option,
      count,
    } of turns.flatMap(turn => turn.picks)) {
      const from = used.get(members) ?? 0
      used.set(members, from + count)
      for (const index of members.slice(from, from + count)) {
        const person = people[index]
        if (person === undefined || found.length >= MOST_STEPS) continue
        for (const { kind, answer } of option.steps) {
          this.questions.addPerson(index, person, kind, room)
          found.push({ key: personKey(index, kind), answer: birthAnswer(person, answer) })
        }
      }
    }
    return found
  }

  private askDay(): void {
    this.questions.add(AS_OF, { kind: 'as-of', place: null, community: -1, assumed: this.asOf, answers: daysOfYear(this.asOf) })
  }
}

const NO_STEPS: readonly never[] = []

function isRested(figure: Figure): figure is Rested {
  return figure.rests !== undefined
}

