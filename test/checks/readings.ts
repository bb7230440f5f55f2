import type { Answer, BirthPrecision, ColumnKey, CommunityReading, Employment, Known, Measured, Person, PremisesRow, Presence, Reading, RoomId, RoomState, Sex, TableKind, TableReading, Tenure, ValueNote } from '../../src/core/reading'

/** A person in short: `formal 本科 党员 1980-05-01`; what is left out is plain (present, college no, party no, born 1980-01-01). */
export interface PersonGiven {
  readonly in?: string
  readonly as?: Employment
  readonly presence?: Presence
  readonly college?: Answer
  readonly fullTime?: Answer
  readonly party?: Answer
  /** yyyymmdd. */
  readonly birth?: number
  readonly precision?: BirthPrecision
  readonly age?: number
  readonly sameAs?: number
  readonly sex?: Sex
  readonly notes?: readonly ValueNote[]
}

export interface SiteGiven {
  readonly in: string
  readonly usable?: number | Partial<Measured>
  readonly built?: number | Partial<Measured>
  readonly area?: number | Partial<Measured>
  readonly activity?: number
  readonly tenure?: Tenure
  readonly demolition?: Answer
  readonly rooms?: readonly RoomState[]
  readonly allRooms?: boolean
  readonly notes?: readonly ValueNote[]
}

export interface Given {
  readonly people?: readonly PersonGiven[]
  readonly sites?: readonly SiteGiven[]
  /** Communities besides those that people and sites name, with what is known of them. */
  readonly communities?: Readonly<Record<string, { readonly households?: number; readonly population?: number; readonly model?: Answer }>>
}

const STAFF: readonly ColumnKey[] = ['community', 'name', 'employment', 'education', 'politics', 'birth', 'status']
const PREMISES: readonly ColumnKey[] = ['community', 'usableArea', 'builtArea', 'area', 'activityArea', 'tenure', 'demolition', 'roomOffice', 'roomPolice', 'roomMeeting', 'roomCulture']
const ROOMS: readonly RoomId[] = ['office', 'police', 'meeting', 'culture']

function table(index: number, kind: TableKind, sheet: string, keys: readonly ColumnKey[], rows: number): TableReading {
  return {
    index,
    kind,
    sheet,
    hidden: false,
    counted: true,
    title: null,
    header: { top: 1, left: 1, bottom: 1, right: keys.length },
    body: { top: 2, left: 1, bottom: rows + 1, right: keys.length },
    columns: keys.map((key, column) => ({ column: column + 1, key, header: key, by: 'header', unit: null })),
    rowsRead: rows,
    skipped: [],
    unit: null,
    reason: null,
  }
}

/** A reading made by hand: the roster on 花名册 from row 2, the premises on 办公用房 from row 2. */
export function reading(given: Given): Reading {
  const names = new Map<string, number>(), { people = [], sites = [], communities = {} } = given
  const indexOf = (name: string): number => {
    const found = names.get(name) ?? names.size
    names.set(name, found)
    return found
  }
  const tables: TableReading[] = []
  const staff = people.length > 0 ? tables.push(table(tables.length, 'staff', '花名册', STAFF, people.length)) - 1 : -1
  const premises = sites.length > 0 ? tables.push(table(tables.length, 'premises', '办公用房', PREMISES, sites.length)) - 1 : -1
  const persons = people.map((each, index): Person => ({
    table: staff, row: index + 2, community: each.in === '' ? -1 : indexOf(each.in ?? '河东'), name: `甲${index}`, employment: each.as ?? 'formal', presence: each.presence ?? 'present',
    college: each.college ?? 'no', collegeFullTime: each.fullTime ?? 'blank', partyOrLeague: each.party ?? 'no', birth: each.birth ?? (each.age === undefined ? 19800101 : 0),
    birthPrecision: each.precision ?? (each.birth === 0 || each.age !== undefined ? 'none' : 'day'), statedAge: each.age ?? -1, affiliation: 'unknown', sex: each.sex ?? 'unknown', sameAs: each.sameAs ?? -1, notes: each.notes ?? [],
  }))
  const rows = sites.map((each, index): PremisesRow => {
    const measured = (value: number | Partial<Measured> | undefined, column: number): Measured | null => {
      if (value === undefined) return null
      const place = { sheet: '办公用房', row: index + 2, column }
      return typeof value === 'number' ? { value, low: value, high: value, about: false, place, raw: value } : { value: null, low: null, high: null, about: false, place, raw: null, ...value }
    }
    const states = each.rooms ?? ['unknown', 'unknown', 'unknown', 'unknown']
    return {
      table: premises,
      row: index + 2,
      community: indexOf(each.in),
      usable: measured(each.usable, 2),
      built: measured(each.built, 3),
      unspecified: measured(each.area, 4),
      activity: measured(each.activity, 5),
      tenure: each.tenure ?? 'own',
      tenureWord: '',
      demolition: each.demolition ?? 'blank',
      rooms: Object.fromEntries(ROOMS.map((room, at) => [room, states[at] ?? 'unknown'])) as Record<RoomId, RoomState>,
      notes: each.notes ?? [],
      ...(each.allRooms === undefined ? {} : { allRooms: each.allRooms }),
    }
  })
  for (const name of Object.keys(communities)) indexOf(name)
  // What is known of communities stands in a list of them.
  if (Object.keys(communities).length > 0) tables.push(table(tables.length, 'community', '社区', ['community', 'households', 'population', 'model'], names.size))
  const known = (value: number | undefined): Known | null => (value === undefined ? null : { value, place: { sheet: '社区', row: 2, column: 2 } })
  return {
    tables, people: persons, premises: rows, statedDay: null, questions: [], notices: [],
    communities: [...names].map(([name, index]): CommunityReading => {
      const more = communities[name]
      return { index, name, label: `${name}社区`, labels: [`${name}社区`], places: [], households: known(more?.households), population: known(more?.population), model: more?.model ?? 'blank' }
    }),
  }
}

/** Several people alike. */
export function times(count: number, person: PersonGiven): PersonGiven[] {
  return Array.from({ length: count }, () => person)
}
