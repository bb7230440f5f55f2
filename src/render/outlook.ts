import type { Language, Message } from '../core/message'
import type { HirePlan, OpenAnswer, OpenCell, Outlook } from '../core/outlook'
import { cellName, placeName } from '../core/place'
import type { Report } from '../core/report'
import { message, messageNamed, say } from '../messages'
import type { MessageKey } from '../messages'
import { LazyList } from './json-pieces'
import { verdictWord } from './words'

/** So many cells of one sentence are named. */
const MOST_NAMED = 6

/** Nobody older is taken on: a mean above it asks for nothing. */
const OLDEST = 60

/** So many sentences of each kind stand in a written report; the rest is counted. */
export const MOST_LINES = 200

/** `sensitivity` as the contract has it. */
export function sensitivityJson({ sensitivity, reading }: Report): object {
  const community = (index: number): string | null => reading.communities[index]?.name ?? null
  return {
    questions: new LazyList(sensitivity.questions, ({ id, kind, place, community: index, assumed, answers }) => ({
      id,
      kind,
      sheet: place?.sheet ?? null,
      cell: place === null ? null : cellName(place.row, place.column),
      community: community(index),
      assumed,
      answers,
    })),
    ...(sensitivity.more === 0 ? {} : { questionsLeftOut: sensitivity.more }),
    verdicts: new LazyList(sensitivity.verdicts, ({ community: index, target, verdict, outcomes, turn, fewest }) => ({
      community: community(index),
      target,
      verdict,
      outcomes,
      turn,
      fewest,
    })),
    clarify: sensitivity.clarify,
    clarifyExact: sensitivity.clarifyExact,
  }
}

/** `plan` as the contract has it. */
export function planJson({ plan, reading }: Report): object {
  const shown = ({ community, anyKind, rosterMissing, ...rest }: HirePlan): object => ({
    community: reading.communities[community]?.name ?? null,
    ...rest,
    ...(anyKind === 0 ? {} : { anyKind }),
    ...(rosterMissing ? { rosterMissing } : {}),
  })
  return { hires: new LazyList(plan.hires, shown), overall: plan.overall === null ? null : shown(plan.overall) }
}

/** A sentence for every verdict that may turn, the whole first, and one for what settles them all. */
export function turnLines(report: Report, language: Language, most: number): string[] {
  const {
      sensitivity: { verdicts, questions, clarify, clarifyExact },
    } = report,
    cells = new Map(questions.map(question => [question.id, question]))
  const turning = verdicts.filter(outlook => outlook.turn.length > 0).sort((a, b) => Number(a.community >= 0) - Number(b.community >= 0))
  const lines = turning.slice(0, most).map(outlook => say(turnSentence(outlook, report, cells), language))
  if (turning.length > most) lines.push(say(message('outlook.more-verdicts', { count: turning.length - most }), language))
  if (clarify.length > 0) lines.push(say(message(clarifyExact ? 'outlook.clarify' : 'outlook.clarify-enough', { count: clarify.length, cells: clarify.slice(0, MOST_NAMED * 2).flatMap(id => cells.get(id) ?? []).map(cellWord), more: more(clarify.length > MOST_NAMED * 2) }), language))
  return lines
}

function turnSentence(
  { community, target: id, verdict, outcomes, turn, fewest }: Outlook,
  { communities, policy }: Report,
  cells: ReadonlyMap<string, OpenCell>,
): Message {
  const target = policy.targets.find(each => each.id === id)
  const steps = turn.slice(0, MOST_NAMED).flatMap(({ question, answer }) => {
    const cell = cells.get(question)
    return cell === undefined ? [] : [message('outlook.step', { cell: cellWord(cell), answer: answerWord(cell, answer) })]
  })
  return message('outlook.turns', {
    unit: communities[community]?.label ?? message('outlook.whole'),
    target: target?.title ?? id,
    verdict: verdictWord(verdict),
    count: fewest,
    steps,
    more: more(fewest > steps.length),
    others: outcomes.filter(each => each !== verdict).map(verdictWord),
  })
}

function more(isMore: boolean): Message | string {
  return isMore ? message('outlook.more') : ''
}

function cellWord({ place }: OpenCell): string | Message {
  return place === null ? message('outlook.as-of') : placeName(place)
}

const WORDS: Readonly<Record<string, MessageKey>> = {
  'education yes': 'outlook.college-yes', 'politics yes': 'outlook.party-yes', 'employment formal': 'outlook.formal', 'employment contracted': 'outlook.contracted', 'employment not-counted': 'outlook.not-counted',
  'area-basis usable': 'outlook.usable', 'area-basis built': 'outlook.built', 'rooms present': 'outlook.present', 'rooms absent': 'outlook.absent',
}

function answerWord({ kind }: OpenCell, answer: OpenAnswer): Message {
  if (typeof answer === 'number') return message('outlook.area', { area: answer })
  if (answer.startsWith('age:')) return message('outlook.age', { age: Number(answer.slice(4)) })
  if (kind === 'birth') return message('outlook.born', { day: answer })
  if (kind === 'as-of') return message('outlook.day', { day: answer })
  return messageNamed(WORDS[`${kind} ${answer}`] ?? 'outlook.no')
}

/** A sentence for every community that has posts to fill or cannot reach its targets by filling them; the whole first. */
export function hireLines(report: Report, language: Language, most: number): string[] {
  const {
      plan: { hires, overall },
    } = report,
    listed = [...(overall === null ? [] : [overall]), ...hires]
      .map(plan => ({ plan, parts: hireParts(plan) }))
      .filter(({ parts }) => parts.length > 0)
  const between = language === 'en' ? '; ' : '；'
  const lines = listed.slice(0, most).map(({ plan: { community }, parts }) => say(message('hire.line', { unit: report.communities[community]?.label ?? message('outlook.whole'), parts: parts.map(part => say(part, language)).join(between) }), language))
  if (listed.length > most) lines.push(say(message('report.more-communities', { count: listed.length - most }), language))
  return lines
}

/** What closes the gap of a unit, part by part; empty: nothing is to be done, or nothing can be done by taking people on. */
export function hireParts(plan: HirePlan): Message[] {
  if (plan.rosterMissing) return [message('hire.roster-missing')]
  const { formal, contracted, anyKind, college, collegeBeyond, partyLeague, partyLeagueBeyond, ageSum, ageReachable } = plan,
    parts: Message[] = [],
    heads = formal + contracted + anyKind
  const posts = ([['hire.formal', formal], ['hire.contracted', contracted], ['hire.any-kind', anyKind]] as const).filter(([, count]) => count > 0).map(([key, count]) => message(key, { count }))
  if (posts.length > 0) parts.push(message('hire.take-on', { posts }))
  if (college > 0) parts.push(message('hire.college', { count: college }))
  if (collegeBeyond > 0) parts.push(message('hire.college-beyond', { count: collegeBeyond }))
  if (partyLeague > 0) parts.push(message('hire.party', { count: partyLeague }))
  if (partyLeagueBeyond > 0) parts.push(message('hire.party-beyond', { count: partyLeagueBeyond }))
  if (heads > 0 && !ageReachable) parts.push(message('hire.age-beyond'))
  else if (heads > 0 && ageSum !== null && ageSum < OLDEST * heads) parts.push(message('hire.age', { sum: ageSum, mean: ageSum / heads }))
  else if (heads === 0 && !ageReachable) parts.push(message('hire.age-nobody'))
  if (plan.over) parts.push(message('hire.over'))
  return parts
}
