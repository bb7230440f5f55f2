import { between, pick, series, Town, two } from '../people'
import type { Invented } from '../people'
import { byCommunity, fullYears, trueStaffing, trueUnit } from '../truth'
import type { TruePerson, TrueVerdict } from '../truth'
import { serial } from '../workbook'
import type { Book } from '../workbook'

/** A person with the words that a sheet may write about them. */
export interface Member extends TruePerson {
  readonly person: Invented
  readonly education: string
  readonly politics: string
  readonly kindWord: string
}

export interface CrewOptions {
  readonly seed: number
  /** Communities with formal and contracted heads. */
  readonly staff: Readonly<Record<string, readonly [number, number]>>
  readonly formalWords?: readonly string[]
  readonly contractedWords?: readonly string[]
  readonly college?: number
  readonly party?: number
}

const COLLEGE = ['大专', '本科', '大专', '大学本科', '大学', '大专（函授）', '自考大专', '研究生', '党校本科']
const SCHOOL = ['高中', '中专', '初中', '职高', '技校']
const RED = ['中共党员', '中共党员', '党员', '中共预备党员']
const PLAIN = ['群众', '群众', '无党派人士', '民盟盟员']

/** People of several communities, the same at every call. */
export function crew(options: CrewOptions): readonly Member[] {
  const draw = series(options.seed)
  const town = new Town(draw)
  return Object.entries(options.staff).flatMap(([community, [formal, contracted]]) =>
    Array.from({ length: formal + contracted }, (_, at): Member => {
      const kind = at < formal ? 'formal' : 'contracted'
      const person = town.person(between(25, 58, draw), 2023)
      const college = draw() < (options.college ?? 0.72)
      const league = fullYears(person.birth, { year: 2023, month: 12, day: 31 }) < 28
      const partyLeague = league || draw() < (options.party ?? 0.5)
      return {
        community, kind, person, birth: person.birth, college, partyLeague,
        education: pick(college ? COLLEGE : SCHOOL, draw),
        politics: league ? '共青团员' : pick(partyLeague ? RED : PLAIN, draw),
        kindWord: pick(kind === 'formal' ? options.formalWords ?? ['正式'] : options.contractedWords ?? ['聘用'], draw),
      }
    }))
}

/** What `check` must say of a workbook; the shape that a scoring program reads. */
export interface Acceptance {
  readonly id: string
  readonly asOf: string
  /** A workbook, or the bytes of a text file. */
  readonly file: { readonly name: string; readonly book: Book } | { readonly name: string; readonly bytes: Uint8Array }
  readonly kind: 'staff' | 'premises' | 'both' | 'decoy'
  readonly tags: readonly string[]
  /** What each sheet is: `staff`, `premises`, `hidden`, `salary`, `decoy`, `other`. */
  readonly sheets: Readonly<Record<string, string>>
  readonly people: { readonly min: number; readonly max: number } | null
  readonly communities: readonly TrueCommunity[]
  readonly overall: TrueCommunity | null
}

export type Expected<T> = T | 'skip' | { readonly oneOf: readonly T[] }

export interface TrueCommunity {
  readonly name?: string
  readonly communities?: number
  readonly formal: Expected<number>
  readonly contracted: Expected<number>
  readonly undecided: Expected<number>
  readonly counted: Expected<number>
  readonly college: Expected<number | null>
  readonly partyLeague: Expected<number | null>
  readonly averageAge: Expected<number | null>
  readonly usableArea: Expected<number | null>
  readonly rooms: Expected<number | null>
  readonly verdicts: Readonly<Record<string, Expected<TrueVerdict>>>
}

/** What is known of a community's premises; left out: nothing is. */
export interface TruePremises {
  readonly usableArea: Expected<number | null>
  readonly area: Expected<TrueVerdict>
  readonly rooms: Expected<number | null>
  readonly roomsVerdict: Expected<TrueVerdict>
}

export interface TruthOptions {
  readonly id: string
  readonly name?: string
  readonly asOf?: string
  readonly tags: readonly string[]
  readonly sheets: Readonly<Record<string, string>>
  readonly people?: readonly Member[]
  /** Rows that a reader may or may not list as read (vacant posts). */
  readonly loose?: number
  readonly premises?: Readonly<Record<string, TruePremises>>
  /** Figures and verdicts that this workbook settles otherwise, for every community and the whole. */
  readonly everywhere?: Partial<Omit<TrueCommunity, 'verdicts'>> & { readonly verdicts?: TrueCommunity['verdicts'] }
  readonly book?: Book
  readonly bytes?: Uint8Array
}

const NO_STAFF = { formal: 0, contracted: 0, undecided: 0, counted: 0, college: 'skip', partyLeague: 'skip', averageAge: null } as const

/** An acceptance case with the truth counted from the people and premises that went in. */
export function accepted(options: TruthOptions): Acceptance {
  const asOf = options.asOf ?? '2023-12-31'
  const [year = 0, month = 0, day = 0] = asOf.split('-').map(Number)
  const on = { year, month, day }
  const people = options.people ?? []
  const units = byCommunity(people, on)
  const names = [...new Set([...units.keys(), ...Object.keys(options.premises ?? {})])]
  const loosened = <T extends TrueCommunity>(truth: T): T => ({
    ...truth,
    ...options.everywhere,
    verdicts: { ...truth.verdicts, ...options.everywhere?.verdicts },
  })
  const communities = names.map(name => {
    const unit = units.get(name)
    const place = options.premises?.[name]
    return loosened({
      name,
      ...(unit === undefined ? NO_STAFF : { ...unit, averageAge: unit.averageAge }),
      usableArea: options.premises === undefined ? null : place?.usableArea ?? null,
      rooms: options.premises === undefined ? 'skip' : place?.rooms ?? null,
      verdicts: {
        // In a workbook with a roster, a community without a row in it is short of everyone; without one nothing is known.
        ...(unit === undefined ? { 'formal-count': people.length > 0 ? 'skip' : 'unknown', 'contracted-count': people.length > 0 ? 'skip' : 'unknown', 'college-share': 'unknown', 'average-age': 'unknown', 'party-league-share': 'unknown' } as const : trueStaffing(unit)),
        'usable-area': place?.area ?? 'unknown',
        'required-rooms': place?.roomsVerdict ?? 'unknown',
      },
    } satisfies TrueCommunity)
  })
  const whole = trueUnit(people, on)
  const staffing = trueStaffing(whole)
  // A surplus in one community never makes up for a shortage in another; where the sum is enough and one is short, more than one word will do.
  const wholeCount = (verdict: 'formal-count' | 'contracted-count', have: number, each: number): Expected<TrueVerdict> =>
    have < each * names.length ? 'missed' : communities.some(community => community.verdicts[verdict] === 'missed') ? 'skip' : have > each * names.length ? 'surplus' : 'met'
  const overall: TrueCommunity | null = names.length === 0 ? null : loosened({
    communities: names.length, ...whole, ...(people.length === 0 ? NO_STAFF : {}), usableArea: 'skip', rooms: 'skip',
    verdicts: people.length === 0
      ? { 'formal-count': 'unknown', 'contracted-count': 'unknown', 'college-share': 'unknown', 'average-age': 'unknown', 'party-league-share': 'unknown', 'usable-area': 'skip', 'required-rooms': 'skip' }
      : { ...staffing, 'formal-count': wholeCount('formal-count', whole.formal, 4), 'contracted-count': wholeCount('contracted-count', whole.contracted, 3), 'usable-area': 'skip', 'required-rooms': 'skip' },
  })
  const rows = people.length
  const name = `${options.id}_${options.name ?? '社区情况表.xlsx'}`
  if (options.book === undefined && options.bytes === undefined) throw new Error(`${options.id} has no file`)
  return {
    id: options.id, asOf, tags: options.tags, sheets: options.sheets, communities, overall,
    file: options.book !== undefined ? { name, book: options.book } : { name, bytes: options.bytes ?? new Uint8Array() },
    kind: names.length === 0 ? 'decoy' : rows === 0 ? 'premises' : options.premises === undefined ? 'staff' : 'both',
    people: rows === 0 ? null : { min: rows, max: rows + (options.loose ?? 0) },
  }
}

export const month = ({ year, month }: Invented['birth'], sign = '.'): string => `${String(year)}${sign}${two(month)}`
export const day = ({ year, month, day }: Invented['birth'], sign = '-'): string => `${String(year)}${sign}${two(month)}${sign}${two(day)}`
export const dayNumber = ({ year, month, day }: Invented['birth']): number => serial(year, month, day)
export const ageOn = (member: Member, year = 2023): number => fullYears(member.birth, { year, month: 12, day: 31 })

/** Groups in the order of first appearance. */
export function grouped(people: readonly Member[]): readonly (readonly [string, readonly Member[]])[] {
  return [...new Set(people.map(member => member.community))].map(
    name => [name, people.filter(member => member.community === name)] as const,
  )
}

/** Premises that meet or miss by plain numbers. */
export function plainPremises(usableArea: number, rooms: number): TruePremises {
  return { usableArea, area: usableArea >= 200 ? 'met' : 'missed', rooms, roomsVerdict: rooms === 4 ? 'met' : 'missed' }
}
