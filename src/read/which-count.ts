import { activityBesideOffices } from './activity-lists'
import type { Person, PremisesRow, Question } from '../core/reading'
import type { ReadNotice } from '../core/snapshot'
import { message } from '../messages'
import { normalise } from '../vocabulary/normalise'
import { askSecondList } from './ask'
import { looksOld } from './classify'
import type { Draft } from './draft'
import { joinByName } from './joined-lists'
import { listPresence, timeOf } from './list-facts'
import type { Told } from './mapping'
import { openedBy, secondPremises } from './premises-lists'
import { MONTHS_WITH_YEAR, secondLists } from './second-lists'

/** The lists of a workbook, and what may be said about which of them count. */
export interface Lists {
  readonly drafts: readonly Draft[]
  readonly told: Told
  readonly notices: ReadNotice[]
  readonly questions: Question[]
  readonly people: Person[]
  readonly premises: PremisesRow[]
  /** yyyymmdd of the judgement; unknown where neither a person nor the workbook states a day. */
  readonly asOf: number | undefined
}

/** Before the rows are read: by what the lists are, and whether their sheets can be seen. */
export function decideByKind(lists: Lists): void {
  decideWeak(lists)
  decideHidden(lists)
}

/** After the rows are read: lists of the same people or premises, and old versions. */
export function decideByRows(lists: Lists): void {
  decideSecondLists(lists)
  decideSecondPremises(lists)
  activityBesideOffices(lists.drafts, lists.premises)
}

/** Names and ages beside a full roster are another list of the same people. */
function decideWeak({ drafts, asOf }: Lists): void {
  const fuller = drafts.some(
    draft => draft.classified.kind === 'staff' && draft.classified.weak !== true && !draft.hidden && !tellsOfOthers(draft, asOf),
  )
  if (!fuller) return
  for (const draft of drafts) {
    if (draft.classified.weak !== true) continue
    const { cards } = draft.settled.found
    const reason = cards === undefined ? message('table.not-a-roster') : message('table.person-cards', { cards })
    draft.classified = { kind: 'other', reason, ask: null }
    draft.counted = false
    draft.reason = draft.classified.reason
  }
}

/** A list of an earlier year, or of people who have left: it takes nothing away from the lists of those who are here. */
function tellsOfOthers(draft: Draft, asOf: number | undefined): boolean {
  const { name } = draft.settled.found.sheet, year = yearOf(draft)
  if (looksOld(name) || listPresence(draft.heading, name) !== null) return true
  return year !== null && asOf !== undefined && year < Math.floor(asOf / 10_000)
}

/** A hidden sheet counts only where no visible one of its kind exists. */
function decideHidden({ drafts, told, notices }: Lists): void {
  for (const draft of drafts) {
    if (!draft.hidden || draft.classified.kind === 'other') continue
    const visible = drafts.some(other => !other.hidden && other.classified.kind === draft.classified.kind)
    const { name } = draft.settled.found.sheet
    if (visible) {
      draft.counted = told.counts(draft.settled.found) ?? false
      if (!draft.counted) draft.reason = message('table.hidden-copy')
      notices.push({ key: 'notice.hidden-sheet', params: { sheet: name }, sheet: name })
    } else if (draft.classified.kind === 'staff' || draft.classified.kind === 'premises') {
      notices.push({ key: 'notice.hidden-sheet-counted', params: { sheet: name }, sheet: name })
    }
  }
}

function decideSecondLists({ drafts, told, notices, questions, people: everybody, asOf }: Lists): void {
  const staff = drafts.flatMap((draft, index) => (draft.classified.kind === 'staff' && draft.counted ? [{ draft, index }] : []))
  if (staff.length < 2) return
  const people = new Map<number, Person[]>(staff.map(({ index }) => [index, []]))
  for (const person of everybody) people.get(person.table)?.push(person)
  const communitiesOf = (index: number): ReadonlySet<number> => new Set((people.get(index) ?? []).map(person => person.community))
  const kindsOf = (index: number): ReadonlySet<string> => new Set((people.get(index) ?? []).map(person => person.employment))
  const now = asOf === undefined ? null : Math.floor(asOf / 10_000)
  const dated = staff.map(({ draft, index }) => ({ index, year: yearOf(draft), communities: communitiesOf(index), kinds: kindsOf(index) }))
  const earlier = ofEarlierYears(dated, now)
  const times = staff.map(({ draft, index }) => {
    const title = normalise(draft.heading.title ?? draft.settled.found.sheet.name), { name } = draft.settled.found.sheet
    const change = CHANGE.exec(title)?.[1] ?? CHANGE.exec(name)?.[1]
    const time = COHORT.test(title) || COHORT.test(name) ? null : change === undefined ? timeOf(name, draft.heading) : change === '前' ? 1 : 2
    return { index, time, called: title.replace(TIME_WORDS, ''), communities: communitiesOf(index) }
  })
  const before = ofEarlierTimes(times)
  const lists = staff.map(({ draft, index }) => ({
    index,
    old: looksOld(draft.settled.found.sheet.name) || earlier.has(index) || before.has(index),
    time: timeOf(draft.settled.found.sheet.name, draft.heading),
    columns: draft.settled.columns.filter(column => column.key !== null).length,
    people: people.get(index) ?? [],
  }))
  for (const second of secondLists(lists, asOf === undefined ? 0 : Math.floor(asOf / 100))) {
    const draft = drafts[second.index]
    if (draft === undefined) continue
    const others = [...new Set(second.others.map(index => drafts[index]?.settled.found.sheet.name ?? ''))]
    const counts = told.counts(draft.settled.found)
    draft.counted = counts ?? false
    if (!draft.counted)
      draft.reason = second.why === 'old-version' ? message('table.old-version') : message('table.same-people', { others })
    if (counts === undefined)
      questions.push(
        askSecondList(
          draft.settled.found,
          second.why === 'old-version' ? 'question.old-version' : 'question.same-people',
          second.share,
          others,
        ),
      )
    if (second.why === 'same-people') for (const other of new Set(second.others)) notices.push(...joinByName(drafts, other, second.index, everybody))
  }
}

/** 2022年招聘人员 beside 2023年招聘人员 are two groups of the staff, not two versions of one list. */
const COHORT = /招|录用|入职|新进|新聘|选聘|选调|毕业/
/** What a time leaves of a title: 2023年初社区花名册 and 社区花名册（2023年底） are one list at two times. */
const TIME_WORDS = new RegExp(
  '(?:调整|换届|变动|改选|整合|优化|合并|更新|修改)[前后]|(?:19|20)\\d{2}年?|(?:1[0-2]|0?[1-9])月(?:份|底|末|初)?|[上下]半年|[一二三四]季度|年?[初中底末]|期[初末]|现在|目前|最新|度|' +
    '[()（）【】[\\]\\s.\\-—_]',
  'g',
)
const LIST_YEAR = /(?:^|[^\d])((?:19|20)\d{2})(?:年|$|[^\d.\-/])/

/** The year that a list's sheet or title gives it; `null` for none, or where it is the year in which its people came. */
function yearOf({ settled, heading }: Draft): number | null {
  for (const text of [settled.found.sheet.name, heading.title ?? '']) {
    const year = LIST_YEAR.exec(normalise(text))?.[1]
    if (year !== undefined) return COHORT.test(text) ? null : Number(year)
  }
  return null
}

/** A list with its year, and what its people are. */
interface Dated {
  readonly index: number
  readonly year: number | null
  readonly communities: ReadonlySet<number>
  readonly kinds: ReadonlySet<string>
}

/**
 * Lists of an earlier year than others that hold the same communities: last year's roster beside this year's. One without a year beside
 * them is of the year of the judgement, where it tells of the same kinds of people.
 */
function ofEarlierYears(lists: readonly Dated[], now: number | null): ReadonlySet<number> {
  const years = lists.flatMap(({ year }) => (year === null ? [] : [year]))
  const newest = Math.max(...years)
  const places = new Set(lists.filter(({ year }) => year === newest).flatMap(({ communities }) => [...communities]))
  const undated = lists.filter(({ year }) => year === null)
  const earlier = new Set<number>()
  for (const { index, year, communities, kinds } of lists) {
    if (year === null || communities.size === 0) continue
    const isToldAgain =
      now !== null &&
      year < now &&
      [...communities].every(each => undated.some(other => other.communities.has(each))) &&
      [...kinds].every(kind => undated.some(other => other.kinds.has(kind)))
    if (isToldAgain || (year < newest && [...communities].every(each => places.has(each)))) earlier.add(index)
  }
  return earlier
}

/** 换届前 and 换届后: one list before and after a change. */
const CHANGE = /(?:调整|换届|变动|改选|整合|优化|合并|更新|修改)([前后])/

interface Timed {
  readonly index: number
  readonly time: number | null
  /** The title without its time. */
  readonly called: string
  readonly communities: ReadonlySet<number>
}

/** Lists that are called alike but for their times: of those that hold the same communities the latest counts. */
function ofEarlierTimes(lists: readonly Timed[]): ReadonlySet<number> {
  const earlier = new Set<number>()
  for (const { index, time, called, communities } of lists)
    if (
      time !== null &&
      communities.size > 0 &&
      lists.some(
        other =>
          other.time !== null &&
          other.time > time &&
          other.time >= MONTHS_WITH_YEAR === time >= MONTHS_WITH_YEAR &&
          other.called === called &&
          [...communities].every(each => each >= 0 && other.communities.has(each)),
      )
    )
      earlier.add(index)
  return earlier
}

/** Two lists of the same premises count once; where they do not agree both answers are kept. */
function decideSecondPremises({ drafts, told, questions, premises, asOf }: Lists): void {
  const lists = drafts.flatMap((draft, index) =>
    draft.classified.kind === 'premises' && draft.counted
      ? [
          {
            index,
            sheet: draft.settled.found.sheet.name,
            titles: draft.heading.titles,
            old: looksOld(draft.settled.found.sheet.name),
            time: timeOf(draft.settled.found.sheet.name, draft.heading),
            table: draft.settled,
          },
        ]
      : [],
  )
  if (lists.length < 2) return
  const { second, doubts } = secondPremises(lists, premises, asOf === undefined ? 0 : Math.floor(asOf / 100))
  for (const { index, why, others } of second) {
    const draft = drafts[index]
    if (draft === undefined) continue
    const counts = told.counts(draft.settled.found),
      names = [...new Set(others.map(other => drafts[other]?.settled.found.sheet.name ?? ''))]
    draft.counted = counts ?? false
    if (!draft.counted)
      draft.reason = why === 'old-version' ? message('table.old-version') : message('table.same-premises', { others: names })
    if (counts === undefined)
      questions.push(
        askSecondList(draft.settled.found, why === 'old-version' ? 'question.old-version' : 'question.same-premises', 1, names),
      )
  }
  for (const [at, doubt] of doubts) {
    const place = premises[at]
    if (place !== undefined) premises[at] = openedBy(place, doubt)
  }
}
