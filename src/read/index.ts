import { markedSheets } from '../core/marks'
import { dayText } from '../core/day'
import type { Place } from '../core/place'
import { onTheSheet } from '../core/turned'
import type { TurnedSheet } from '../core/turned'
import type { Mapping } from '../core/mapping'
import type { Person, NearName, PremisesRow, Question, Reading } from '../core/reading'
import type { ReadNotice, SheetSnapshot, Snapshot } from '../core/snapshot'
import { message } from '../messages'
import { normalise } from '../vocabulary/normalise'
import { communityName } from '../vocabulary/communities'
import { askColumn, askCommunity, askNearName, askEmployment, askTable, askWord } from './ask'
import { classify } from './classify'
import type { Classified } from './classify'
import { CommunityIndex } from './communities'
import { learnAliases } from './community-aliases'
import { readCommunities, readMeasures } from './community-table'
import { decoded } from './decode'
import type { Draft } from './draft'
import type { FoundTable } from './found-table'
import { rowOf } from './grid'
import { readHeading } from './heading'
import type { Heading } from './heading'
import { knownCommunities, listPresence, MATTERS } from './list-facts'
import { decideListCommunities } from './list-communities'
import { listEmployment } from './list-employment'
import { Told, nameTables } from './mapping'
import { disagreeingCounts, peopleMoved, premisesMoved } from './moved-communities'
import { takeNearNames } from './misspelt-communities'
import { Identities } from './identities'
import { NoteLists } from './notes'
import { readLines } from './other-tables'
import { readPeople } from './people'
import type { ListContext, ListOutcome } from './list-context'
import { communityInText } from './place-names'
import { readPremises } from './premises'
import { withDoubts } from './premises-doubts'
import { premisesInRoster } from './roster-areas'
import { RowReader } from './rows'
import { inTwoTowns } from './towns'
import { statedDayOf } from './stated-day'
import { tableReading, withEmptySheets } from './table-readings'
import { tablesOn } from './tables-on-sheet'
import { underAreaTitle } from './title-areas'
import { withMerges, withPossibleMerges } from './possible-merges'
import { decideByKind, decideByRows } from './which-count'
import type { Lists } from './which-count'
import { hasKey, settleTable, withoutCounts } from './settle-table'
import type { TurningDays } from './turning-days'
import type { SettleContext } from './settle'
import { WordMeanings } from './words'

export interface ReadTablesOptions {
  /** What a person or a mapping file said; wins over everything the program would think. */
  readonly mapping?: Mapping | undefined
  /** yyyymmdd. Births after it are errors, and ages are judged plausible on it. */
  readonly asOf?: number | undefined
  /** yyyymmdd. Taken for `asOf` where neither a person nor the workbook states a day. */
  readonly otherwiseAsOf?: number | undefined
  /** yyyymmdd. The values are taken on this day, and all else (which lists are of which year) as without it. */
  readonly onDay?: number | undefined
  /** Takes the days on which the values would read otherwise. */
  readonly turning?: TurningDays | undefined
}

/**
 * Understands a workbook: every table of every sheet, the meaning of its columns, its rows as typed values, and what is uncertain.
 * Never throws on content: what cannot be understood becomes a table of kind `other` with a reason, a skipped row, a note or a question.
 */
export function readSnapshot(snapshot: Snapshot, options: ReadTablesOptions = {}): Reading {
  const reading = new SnapshotReader(snapshot, options).run(), merged = withPossibleMerges(snapshot, reading)
  return merged === null ? reading : withMerges(reading, new SnapshotReader(merged, options).run())
}

class SnapshotReader {
  private readonly told: Told
  private readonly words: WordMeanings
  private readonly notes = new NoteLists()
  private readonly identities = new Identities()
  /** yyyymmdd on which the values are held plausible. */
  private asOf: number | undefined
  private readonly communities: CommunityIndex
  private readonly notices: ReadNotice[] = []
  private readonly questions: Question[] = []
  private readonly people: Person[] = []
  private readonly premises: PremisesRow[] = []
  private readonly drafts: Draft[] = []
  private readonly turned: TurnedSheet[] = []
  /** Communities that community tables name; they count even without people or premises. */
  private readonly listed = new Set<number>()

  /** Sheets that this program drew from the others: what stands there is no second source. */
  private readonly drawn: ReadonlySet<string>

  constructor(
    private readonly snapshot: Snapshot,
    private readonly options: ReadTablesOptions,
  ) {
    this.drawn = new Set(markedSheets(snapshot.names).values())
    this.told = new Told(options.mapping)
    this.words = new WordMeanings(options.mapping)
    this.communities = new CommunityIndex(
      Object.fromEntries(Object.entries(options.mapping?.communities ?? {}).map(([from, to]) => [normalise(from), to])),
    )
  }

  run(): Reading {
    const tables: FoundTable[] = [],
      sheetsWithout: SheetSnapshot[] = []
    for (const sheet of this.snapshot.sheets) {
      const own = sheet.kind === 'worksheet' && !this.drawn.has(sheet.name) ? tablesOn(sheet, this.snapshot.dateSystem, this.turned) : []
      if (own.length === 0) sheetsWithout.push(sheet)
      tables.push(...own)
    }
    const found = decoded(tables, this.notices).map(underAreaTitle)
    nameTables(found)
    const perSheet = new Map<string, number>()
    for (const table of found) perSheet.set(table.sheet.name, (perSheet.get(table.sheet.name) ?? 0) + 1)
    const headings = found.map(table => readHeading(table, this.snapshot.dateSystem))
    const { stated, notices } = statedDayOf(found, headings)
    this.notices.push(...notices)
    this.asOf = this.options.onDay ?? this.options.asOf ?? stated?.day ?? this.options.otherwiseAsOf
    const year =
      this.options.asOf !== undefined ? Math.floor(this.options.asOf / 10_000) : stated === null ? null : Math.floor(stated.day / 10_000)
    const known = knownCommunities(found)
    const context: SettleContext = { dateSystem: this.snapshot.dateSystem, isKnownCommunity: text => known.has(communityName(text).name) }
    for (const [index, table] of found.entries()) {
      const heading = headings[index]
      if (heading !== undefined) this.draft(table, heading, context, year, perSheet.get(table.sheet.name) ?? 1)
    }
    if (!this.drafts.some(({ classified, counted }) => classified.kind === 'premises' && counted))
      this.drafts.push(...this.drafts.flatMap(draft => premisesInRoster(draft) ?? []))
    const lists: Lists = {
      drafts: this.drafts,
      told: this.told,
      notices: this.notices,
      questions: this.questions,
      people: this.people,
      premises: this.premises,
      asOf: this.asOf,
    }
    decideByKind(lists)
    learnAliases(this.drafts, this.communities)
    decideListCommunities(this.drafts, known, perSheet, this.told, this.communities, this.notices, this.snapshot.name)
    for (const [index, draft] of this.drafts.entries()) this.readRows(draft, index)
    decideByRows(lists)
    this.notices.push(...this.told.unused())
    this.identities.settle(
      this.people,
      this.drafts.map(draft => draft.counted),
    )
    return this.result(stated, found, headings, sheetsWithout)
  }

  private draft(table: FoundTable, heading: Heading, context: SettleContext, year: number | null, onSheet: number): void {
    const settled = settleTable(table, context, this.told.table(table, onSheet), column => this.told.column(table, column))
    const kind = this.told.kind(table, onSheet)
    const reporting = (heading.reportingUnit !== null && communityInText(heading.reportingUnit) !== null) || heading.bareReporter !== null
    const place = reporting || heading.titles.some(line => communityInText(line) !== null) || communityInText(table.sheet.name) !== null
    const classified: Classified =
      kind === undefined
        ? classify(settled, heading, year, place)
        : kind === 'ignore'
          ? { kind: 'other', reason: message('table.ignored'), ask: null }
          : { kind, reason: null, ask: null }
    if (classified.ask !== null) this.questions.push(askTable(table, classified.ask, classified.kind, classified.reason, heading.title))
    if (classified.kind === 'staff' || classified.kind === 'premises') {
      for (const doubt of settled.doubts) {
        const open = doubt.candidates.filter(key => MATTERS.has(key) && !hasKey(settled, key))
        if (open.length > 0) this.questions.push(askColumn(table, doubt))
      }
    }
    this.drafts.push({
      settled: classified.kind === 'staffing-summary' ? withoutCounts(settled) : settled,
      heading,
      classified,
      hidden: table.sheet.visibility !== 'visible',
      counted: classified.kind !== 'other',
      reason: classified.reason,
      told: kind !== undefined,
      community: -1,
      rowsRead: 0,
      skipped: [],
      lastRow: table.header.bottom,
      homeless: [],
    })
  }

  private readRows(draft: Draft, index: number): void {
    const { kind } = draft.classified
    if (kind === 'other') return
    const { settled } = draft
    const rows = new RowReader(settled, text => this.communities.isKnown(text), draft.community >= 0)
    const context: ListContext = {
      table: settled,
      index,
      community: draft.community,
      employment: kind === 'staff' ? listEmployment(draft, this.told) : null,
      presence: kind === 'staff' && draft.told !== true ? listPresence(draft.heading, settled.found.sheet.name) : null,
      dateSystem: this.snapshot.dateSystem,
      asOf: this.asOf,
      turning: this.options.turning ?? null,
      communities: this.communities,
      words: this.words,
      notes: this.notes,
      identities: this.identities,
    }
    let outcome: ListOutcome
    if (kind === 'staff') outcome = readPeople(context, rows, this.people)
    else if (kind === 'premises') {
      const before = this.premises.length
      outcome = readPremises(context, draft.heading.unit, rows, this.premises)
      if (hasKey(settled, 'households', 'population', 'model')) {
        for (const place of this.premises.slice(before))
          if (place.community >= 0) readMeasures(context, rowOf(settled.found.sheet, place.row), place.row, place.community)
      }
    } else if (kind === 'community') outcome = readCommunities(context, rows, this.listed)
    else outcome = readLines(settled, rows)
    draft.rowsRead = outcome.rowsRead
    draft.skipped = rows.skipped
    draft.lastRow = outcome.lastRow
    draft.homeless = outcome.homeless
    if (kind === 'staff' || kind === 'premises') this.notices.push(...inTwoTowns(settled))
  }

  private result(
    stated: { day: number; place: Place } | null,
    _found: readonly FoundTable[],
    _headings: readonly Heading[],
    sheetsWithout: readonly SheetSnapshot[],
  ): Reading {
    const counted = this.drafts.map(draft => draft.counted)
    const near = this.nearNamesOf(counted)
    const used = new Set<number>(this.listed)
    for (const person of this.people) if (person.community >= 0 && counted[person.table] === true) used.add(person.community)
    for (const place of this.premises) if (place.community >= 0 && counted[place.table] === true) used.add(place.community)
    const { communities, moved } = this.communities.finish(used)
    const people = peopleMoved(this.people, moved), placed = premisesMoved(this.premises, moved)
    const premises = withDoubts(
      placed,
      this.drafts.map(draft => (draft.counted ? draft.settled : undefined)),
      communities.map(community => community.name),
      this.asOf,
      this.options.turning ?? null,
    )
    const tables = this.drafts.map((draft, index) => tableReading(draft, index, this.turned))
    for (const [index, draft] of this.drafts.entries()) this.askAbout(draft, index, communities)
    this.notices.push(...disagreeingCounts(this.communities))
    this.questions.push(...this.words.openWords.map(askWord))
    const { turned } = this
    this.questions.push(...near.map(askNearName))
    return {
      tables: withEmptySheets(tables, sheetsWithout, this.drawn),
      communities: onTheSheet(communities, turned),
      people,
      premises: turned.length === 0 ? premises : premises.map(place => onTheSheet(place, turned)),
      statedDay: stated === null ? null : { day: dayText(stated.day), place: stated.place },
      questions: onTheSheet(this.questions, turned),
      notices: this.notices,
      ...(near.length === 0 ? {} : { nearNames: near }),
      ...(turned.length === 0 ? {} : { turned }),
    }
  }

  private nearNamesOf(counted: readonly boolean[]): readonly NearName[] {
    const { drafts, people, premises, communities, listed, notes } = this
    return takeNearNames({ drafts, people, premises, communities, listed, notes, counted, answers: this.options.mapping?.answers ?? {} })
  }

  private askAbout(draft: Draft, index: number, communities: Reading['communities']): void {
    if (!draft.counted) return
    const { found } = draft.settled
    if (draft.homeless.length > 0) this.questions.push(askCommunity(found, draft.homeless, communities))
    if (
      draft.classified.kind === 'staff' &&
      draft.rowsRead > 0 &&
      !hasKey(draft.settled, 'employment') &&
      listEmployment(draft, this.told) === null
    ) {
      const unknown = this.people.filter(person => person.table === index && person.employment === 'unknown').length
      if (unknown > 0) this.questions.push(askEmployment(found, unknown))
    }
    const hiddenRows = found.sheet.hiddenRows
    if (hiddenRows !== undefined && (draft.classified.kind === 'staff' || draft.classified.kind === 'premises')) {
      let rows = 0
      for (const row of hiddenRows) if (row > found.header.bottom && row <= draft.lastRow) rows++
      if (rows > 0) this.notices.push({ key: 'notice.hidden-rows', params: { sheet: found.sheet.name, rows }, sheet: found.sheet.name })
    }
  }
}
