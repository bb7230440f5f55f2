import { markedSheets } from '../core/marks'
import { dayText } from '../core/day'
import type { Place } from '../core/place'
import { onTheSheet, realPlace } from '../core/turned'
import type { TurnedSheet } from '../core/turned'
import type { Mapping, Person, NearName, PremisesRow, Question, Reading, SkippedRow, TableReading } from '../core/reading'
import type { ReadNotice, SheetSnapshot, Snapshot } from '../core/snapshot'
import { message } from '../messages'
import { normalise } from '../vocabulary/normalise'
import { readEmployment } from '../vocabulary/employment'
import type { EmploymentReading } from '../vocabulary/employment'
import { communityName, isCommunityLabel } from '../vocabulary/communities'
import { askColumn, askCommunity, askNearName, nearNameId, askEmployment, askSecondList, askTable, askWord } from './ask'
import { cardList } from './card-list'
import { classify, looksOld, mayBeTurned } from './classify'
import type { Classified } from './classify'
import { CommunityIndex } from './communities'
import { readCommunities, readMeasures } from './community-table'
import { findTables } from './find-tables'
import type { FoundTable } from './find-tables'
import { rowOf } from './grid'
import { readHeading } from './heading'
import type { Heading } from './heading'
import { knownCommunities, listPresence, LIST_EMPLOYMENT, MATTERS, mayHaveSections, shortPlace, unitOfColumns, timeOf } from './list-facts'
import { Told, nameTables } from './mapping'
import { Identities } from './identities'
import { nearNames } from './near-names'
import { NoteLists } from './notes'
import { readLines } from './other-tables'
import { pairedRows } from './paired-rows'
import { readPeople } from './people'
import type { ListContext, ListOutcome } from './list-context'
import { bareCommunityName, communityInText } from './place-names'
import { readPremises } from './premises'
import { withDoubts } from './premises-doubts'
import { openedBy, secondPremises } from './premises-lists'
import { RowReader } from './rows'
import { secondLists } from './second-lists'
import { inTwoTowns } from './towns'
import { statedDayOf } from './stated-day'
import { turnedTables } from './turned'
import { withPossibleMerges } from './possible-merges'
import { columnOf, hasKey, settleTable, sheetColumn, withoutCounts } from './settle-table'
import type { SettledTable } from './settle-table'
import type { SettleContext } from './settle'
import { WordMeanings } from './words'

export interface ReadTablesOptions {
  /** What a person or a mapping file said; wins over everything the program would think. */
  readonly mapping?: Mapping | undefined
  /** yyyymmdd. Births after it are errors, and ages are judged plausible on it. */
  readonly asOf?: number | undefined
  /** yyyymmdd. Taken for `asOf` where neither a person nor the workbook states a day. */
  readonly otherwiseAsOf?: number | undefined
}

/** One table on its way through the reading. */
interface Draft {
  readonly settled: SettledTable
  readonly heading: Heading
  classified: Classified
  readonly hidden: boolean
  /** A person said what the list is. */
  readonly told: boolean
  counted: boolean
  reason: TableReading['reason']
  community: number
  rowsRead: number
  skipped: readonly SkippedRow[]
  lastRow: number
  homeless: readonly number[]
}

/**
 * Understands a workbook: every table of every sheet, the meaning of its columns, its rows as typed values, and what is uncertain.
 * Never throws on content: what cannot be understood becomes a table of kind `other` with a reason, a skipped row, a note or a question.
 */
export function readSnapshot(snapshot: Snapshot, options: ReadTablesOptions = {}): Reading {
  const reading = new SnapshotReader(snapshot, options).run(), merged = withPossibleMerges(snapshot, reading)
  return merged === null ? reading : { ...reading, ifMerged: new SnapshotReader(merged, options).run() }
}

/** Lists on their side and forms stand nearest below the sheet, then these. */
const FIRST_PAIRED = 3

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
    const found: FoundTable[] = [],
      sheetsWithout: SheetSnapshot[] = []
    for (const sheet of this.snapshot.sheets) {
      const tables = sheet.kind === 'worksheet' && !this.drawn.has(sheet.name) ? this.tablesOf(sheet) : []
      if (tables.length === 0) sheetsWithout.push(sheet)
      found.push(...tables)
    }
    nameTables(found)
    const perSheet = new Map<string, number>()
    for (const table of found) perSheet.set(table.sheet.name, (perSheet.get(table.sheet.name) ?? 0) + 1)
    const headings = found.map(table => readHeading(table, this.snapshot.dateSystem))
    const { stated, notices } = statedDayOf(found, headings)
    this.notices.push(...notices)
    this.asOf = this.options.asOf ?? stated?.day ?? this.options.otherwiseAsOf
    const year =
      this.options.asOf !== undefined ? Math.floor(this.options.asOf / 10_000) : stated === null ? null : Math.floor(stated.day / 10_000)
    const known = knownCommunities(found)
    const context: SettleContext = { dateSystem: this.snapshot.dateSystem, isKnownCommunity: text => known.has(communityName(text).name) }
    for (const [index, table] of found.entries()) {
      const heading = headings[index]
      if (heading !== undefined) this.draft(table, heading, context, year, perSheet.get(table.sheet.name) ?? 1)
    }
    this.decideWeak()
    this.decideHidden()
    this.decideListCommunities(known, perSheet)
    for (const [index, draft] of this.drafts.entries()) this.readRows(draft, index)
    this.decideSecondLists()
    this.decideSecondPremises()
    this.notices.push(...this.told.unused())
    this.identities.settle(
      this.people,
      this.drafts.map(draft => draft.counted),
    )
    return this.result(stated, found, headings, sheetsWithout)
  }

  /** The lists of a sheet; where none stands in rows, those on their side and in forms. */
  private tablesOf(sheet: SheetSnapshot): readonly FoundTable[] {
    const tables = findTables(sheet)
    if (tables[0]?.cards !== undefined) {
      const cards = cardList(sheet)
      if (cards === null) return tables
      this.turned.push(cards.turned)
      return [cards.found]
    }
    // Pairs of label and value side by side look like headers with a row or two below.
    const inRows = (table: FoundTable): boolean => !mayBeTurned(table) && table.last - table.first >= 2
    if (!tables.some(mayBeTurned) || tables.some(inRows)) return this.inOneRowEach(tables)
    const lists = turnedTables(sheet)
    if (lists.length === 0) return this.inOneRowEach(tables)
    this.turned.push(...lists.map(list => list.turned))
    return lists.map(list => list.found)
  }

  /** Lists in which each person fills two rows, as lists of one row each. */
  private inOneRowEach(tables: readonly FoundTable[]): readonly FoundTable[] {
    const context: SettleContext = { dateSystem: this.snapshot.dateSystem, isKnownCommunity: () => false }
    return tables.map((table, at) => {
      const paired = pairedRows(table, context, FIRST_PAIRED + at)
      if (paired === null) return table
      this.turned.push(paired.turned)
      return paired.found
    })
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

  /** Names and ages beside a full roster are another list of the same people. */
  private decideWeak(): void {
    if (!this.drafts.some(draft => draft.classified.kind === 'staff' && draft.classified.weak !== true && !draft.hidden)) return
    for (const draft of this.drafts) {
      if (draft.classified.weak !== true) continue
      const { cards } = draft.settled.found
      const reason = cards === undefined ? message('table.not-a-roster') : message('table.person-cards', { cards })
      draft.classified = { kind: 'other', reason, ask: null }
      draft.counted = false
      draft.reason = draft.classified.reason
    }
  }

  /** A hidden sheet counts only where no visible one of its kind exists. */
  private decideHidden(): void {
    for (const draft of this.drafts) {
      if (!draft.hidden || draft.classified.kind === 'other') continue
      const visible = this.drafts.some(other => !other.hidden && other.classified.kind === draft.classified.kind)
      const { name } = draft.settled.found.sheet
      if (visible) {
        draft.counted = this.told.counts(draft.settled.found) ?? false
        if (!draft.counted) draft.reason = message('table.hidden-copy')
        this.notices.push({ key: 'notice.hidden-sheet', params: { sheet: name }, sheet: name })
      } else if (draft.classified.kind === 'staff' || draft.classified.kind === 'premises') {
        this.notices.push({ key: 'notice.hidden-sheet-counted', params: { sheet: name }, sheet: name })
      }
    }
  }

  /** The one community of each list that does not name communities row by row: by its title, reporting unit, sheet's name. */
  private decideListCommunities(known: ReadonlySet<string>, perSheet: ReadonlyMap<string, number>): void {
    const ofSheets = new Map<string, string>()
    for (const draft of this.drafts) {
      const { sheet } = draft.settled.found
      const label =
        communityInText(sheet.name) ??
        (known.has(communityName(sheet.name).name) ? normalise(sheet.name) : null) ??
        bareCommunityName(sheet.name)
      if (label !== null) ofSheets.set(sheet.name, label)
    }
    for (const draft of this.drafts) {
      if (draft.classified.kind === 'other') continue
      const { found } = draft.settled,
        { sheet, header } = found
      const place: Place = { sheet: sheet.name, row: header.top, column: header.left }
      const toldName = this.told.listCommunity(found)
      const title = draft.heading.titles.map(communityInText).find(name => name !== null) ?? null
      const reporter = draft.heading.reportingUnit === null ? null : communityInText(draft.heading.reportingUnit)
      const byName = ofSheets.get(sheet.name) ?? null
      const sure = byName !== null && (isCommunityLabel(byName) || known.has(communityName(byName).name))
      let label = toldName ?? null
      if (label === null && sure && perSheet.get(sheet.name) === 1) {
        label = byName
        if (title !== null && this.communities.nameOf(title) !== this.communities.nameOf(byName) && !hasKey(draft.settled, 'community')) {
          this.notices.push({ key: 'notice.community-disagrees', params: { sheet: sheet.name, title, used: byName }, sheet: sheet.name })
        }
      }
      label ??= title ?? reporter ?? (sure ? byName : null)
      if (!hasKey(draft.settled, 'community') && !mayHaveSections(draft.settled)) label ??= draft.heading.bareReporter
      if (label === null && byName !== null && !hasKey(draft.settled, 'community') && draft.classified.kind === 'staff') {
        label = byName
        if (!draft.settled.found.heading.some(cell => String(cell.value).includes(byName)))
          this.notices.push({ key: 'notice.community-from-sheet-name', params: { sheet: sheet.name, used: byName }, sheet: sheet.name })
      }
      if (label === null && !hasKey(draft.settled, 'community') && !mayHaveSections(draft.settled)) {
        // One file a community is sent in under the community's name.
        const byFile = communityInText(this.snapshot.name.replace(/\.[A-Za-z]{2,5}$/, ''))
        const [only] = known.size === 1 ? known : []
        const found = byFile ?? only ?? null
        if (found !== null) {
          label = found
          this.notices.push({
            key: byFile !== null ? 'notice.community-from-file-name' : 'notice.community-only-one',
            params: { sheet: sheet.name, used: found },
            sheet: sheet.name,
          })
        }
      }
      if (label !== null) draft.community = this.communities.find(label, place)
    }
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
      employment: kind === 'staff' ? this.listEmployment(draft) : null,
      presence: kind === 'staff' && draft.told !== true ? listPresence(draft.heading, settled.found.sheet.name) : null,
      dateSystem: this.snapshot.dateSystem,
      asOf: this.asOf,
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

  /** 聘用人员花名册 without a column for the kind: the title says it for everybody. */
  private listEmployment(draft: Draft): EmploymentReading | null {
    const told = this.told.listEmployment(draft.settled.found)
    if (told !== undefined) return { employment: told, presence: null, note: null }
    if (hasKey(draft.settled, 'employment')) return null
    // The line nearest to the header says most: 在编人员 over one block, 编外人员 over the next.
    for (const text of [...draft.heading.titles.map(normalise), normalise(draft.settled.found.sheet.name)]) {
      const words = new Set(
        [...text.matchAll(LIST_EMPLOYMENT)].map(match => readEmployment(match[0], '').employment).filter(word => word !== 'unknown'),
      )
      const [only] = words
      if (words.size > 1) return null
      if (only !== undefined) return { employment: only, presence: null, note: null }
    }
    return null
  }

  private decideSecondLists(): void {
    const staff = this.drafts.flatMap((draft, index) => (draft.classified.kind === 'staff' && draft.counted ? [{ draft, index }] : []))
    if (staff.length < 2) return
    const people = new Map<number, Person[]>(staff.map(({ index }) => [index, []]))
    for (const person of this.people) people.get(person.table)?.push(person)
    const lists = staff.map(({ draft, index }) => ({
      index,
      old: looksOld(draft.settled.found.sheet.name),
      time: timeOf(draft.settled.found.sheet.name, draft.heading),
      columns: draft.settled.columns.filter(column => column.key !== null).length,
      people: people.get(index) ?? [],
    }))
    for (const second of secondLists(lists)) {
      const draft = this.drafts[second.index]
      if (draft === undefined) continue
      const others = [...new Set(second.others.map(index => this.drafts[index]?.settled.found.sheet.name ?? ''))]
      const told = this.told.counts(draft.settled.found)
      draft.counted = told ?? false
      if (!draft.counted)
        draft.reason = second.why === 'old-version' ? message('table.old-version') : message('table.same-people', { others })
      if (told === undefined)
        this.questions.push(
          askSecondList(
            draft.settled.found,
            second.why === 'old-version' ? 'question.old-version' : 'question.same-people',
            second.share,
            others,
          ),
        )
    }
  }

  /** Two lists of the same premises count once; where they do not agree both answers are kept. */
  private decideSecondPremises(): void {
    const lists = this.drafts.flatMap((draft, index) =>
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
    const { second, doubts } = secondPremises(lists, this.premises)
    for (const { index, why, others } of second) {
      const draft = this.drafts[index]
      if (draft === undefined) continue
      const told = this.told.counts(draft.settled.found),
        names = [...new Set(others.map(other => this.drafts[other]?.settled.found.sheet.name ?? ''))]
      draft.counted = told ?? false
      if (!draft.counted)
        draft.reason = why === 'old-version' ? message('table.old-version') : message('table.same-premises', { others: names })
      if (told === undefined)
        this.questions.push(
          askSecondList(draft.settled.found, why === 'old-version' ? 'question.old-version' : 'question.same-premises', 1, names),
        )
    }
    for (const [at, doubt] of doubts) {
      const place = this.premises[at]
      if (place !== undefined) this.premises[at] = openedBy(place, doubt)
    }
  }

  private result(
    stated: { day: number; place: Place } | null,
    _found: readonly FoundTable[],
    _headings: readonly Heading[],
    sheetsWithout: readonly SheetSnapshot[],
  ): Reading {
    const counted = this.drafts.map(draft => draft.counted)
    const near = this.takeNearNames(counted)
    const used = new Set<number>(this.listed)
    for (const person of this.people) if (person.community >= 0 && counted[person.table] === true) used.add(person.community)
    for (const place of this.premises) if (place.community >= 0 && counted[place.table] === true) used.add(place.community)
    const { communities, moved } = this.communities.finish(used)
    const people = moved.every((to, from) => to === from)
      ? this.people
      : this.people.map(person => (person.community < 0 ? person : { ...person, community: moved[person.community] ?? -1 }))
    const placed = this.premises.map(place =>
      place.community < 0
        ? place
        : {
            ...place,
            community: moved[place.community] ?? -1,
            ...(place.doubts === undefined
              ? {}
              : { doubts: place.doubts.map(doubt => ({ ...doubt, communities: doubt.communities.map(each => moved[each] ?? -1) })) }),
          },
    )
    const premises = withDoubts(
      placed,
      this.drafts.map(draft => (draft.counted ? draft.settled : undefined)),
      communities.map(community => community.name),
    )
    const tables = this.drafts.map((draft, index) => this.tableReading(draft, index))
    for (const [index, draft] of this.drafts.entries()) this.askAbout(draft, index, communities)
    for (let at = 0; at < this.communities.size; at++) {
      const entry = this.communities.at(at)
      for (const { places } of entry?.conflicts ?? []) {
        const [first, second] = places
        if (entry !== undefined && first !== undefined && second !== undefined)
          this.notices.push({
            key: 'notice.count-disagrees',
            params: { community: entry.name, first: shortPlace(first), second: shortPlace(second) },
            sheet: second.sheet,
          })
      }
    }
    this.questions.push(...this.words.openWords.map(askWord))
    const { turned } = this
    this.questions.push(...near.map(askNearName))
    return {
      tables: this.withEmptySheets(tables, sheetsWithout),
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

  /** Takes misspelt communities of the roster for the listed ones that they are near to. */
  private takeNearNames(counted: readonly boolean[]): readonly NearName[] {
    const placed = new Set<number>()
    for (const place of this.premises) if (place.community >= 0 && counted[place.table] === true) placed.add(place.community)
    const placeOf = ({ table, row }: Person): Place => {
      const settled = this.drafts[table]?.settled,
        column = settled === undefined ? undefined : columnOf(settled, 'community')?.column
      return {
        sheet: settled?.found.sheet.name ?? '',
        row,
        column: settled === undefined || column === undefined ? (settled?.found.header.left ?? 1) : sheetColumn(settled, column),
      }
    }
    const isOwn = (written: string): boolean => this.options.mapping?.answers?.[nearNameId(written)] === 'own'
    const { names, taken } = nearNames(
      this.communities,
      this.people.filter(person => counted[person.table] === true),
      this.listed,
      placed,
      placeOf,
      isOwn,
    )
    if (taken.size > 0)
      for (const [index, person] of this.people.entries()) {
        const community = taken.get(person.community)
        if (community !== undefined)
          this.people[index] = {
            ...person,
            community,
            notes: this.notes.add(this.notes.start(), this.notes.note('community', 'value.community-near')).list.concat(person.notes),
          }
      }
    return names
  }

  private askAbout(draft: Draft, index: number, communities: Reading['communities']): void {
    if (!draft.counted) return
    const { found } = draft.settled
    if (draft.homeless.length > 0) this.questions.push(askCommunity(found, draft.homeless, communities))
    if (
      draft.classified.kind === 'staff' &&
      draft.rowsRead > 0 &&
      !hasKey(draft.settled, 'employment') &&
      this.listEmployment(draft) === null
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

  private tableReading(draft: Draft, index: number): TableReading {
    const { found, columns } = draft.settled
    const bottom = draft.classified.kind === 'other' ? found.last : draft.lastRow
    const body =
      bottom > found.header.bottom ? { top: found.header.bottom + 1, left: found.header.left, bottom, right: found.header.right } : null
    return {
      index,
      kind: draft.classified.kind,
      sheet: found.sheet.name,
      hidden: draft.hidden,
      counted: draft.counted,
      title: draft.heading.title,
      header: found.turned ?? found.header,
      body: found.turned ?? body,
      ...(found.turned === undefined ? {} : { turned: true as const }),
      columns: columns.map(({ column, key, header, by, unit }) => ({ column: sheetColumn(draft.settled, column), key, header, by, unit })),
      rowsRead: draft.rowsRead,
      skipped:
        found.turned === undefined
          ? draft.skipped
          : draft.skipped.map(({ row, why }) => ({
              row: realPlace({ sheet: found.sheet.name, row, column: found.header.left }, this.turned).row,
              why,
            })),
      unit: draft.heading.unit ?? unitOfColumns(draft.settled),
      reason: draft.reason,
    }
  }

  /** Sheets without a table stand at the end of the list, so that nothing is dropped in silence. */
  private withEmptySheets(tables: readonly TableReading[], sheetsWithout: readonly SheetSnapshot[]): TableReading[] {
    const all = [...tables]
    for (const sheet of sheetsWithout) {
      all.push({
        index: all.length,
        kind: 'other',
        sheet: sheet.name,
        hidden: sheet.visibility !== 'visible',
        counted: false,
        title: null,
        header: { top: 1, left: 1, bottom: 1, right: 1 },
        body: null,
        columns: [],
        rowsRead: 0,
        skipped: [],
        unit: null,
        reason: message(this.drawn.has(sheet.name) ? 'table.drawn' : sheet.kind === 'worksheet' ? 'table.empty-sheet' : 'table.no-cells'),
      })
    }
    return all
  }
}
