import type { Area } from '../src/core/area'
import { dayNumber, fullYears } from '../src/core/day'
import type { Person, PremisesRow, TableReading } from '../src/core/reading'
import type { Report } from '../src/core/report'
import { cellAt, sheetNamed } from '../src/core/snapshot'
import type { Snapshot } from '../src/core/snapshot'
import { maskId } from '../src/vocabulary/ids'
import { textOf } from '../src/vocabulary/normalise'
import type { PersonLine, UnitRows } from './shown'

/** People of one community that the pane lists; a community of the plan has seven. */
const MOST_PEOPLE = 100

/** The people and premises of one community, as the pane lists them. */
export function unitRows(community: number, snapshot: Snapshot, report: Report): UnitRows {
  const asOf = dayNumber(report.asOf)
  const people = report.reading.people.filter(person => person.community === community), lacking = lackingRows(report, community)
  // Those who are behind a miss are always among them: the board names them.
  const listed = people.filter((person, place) => place < MOST_PEOPLE || lacking.has(rowKey(placed(person, report).sheet, person.row)))
  return {
    people: listed.map(person => personLine(person, snapshot, report, asOf)),
    peopleLeftOut: people.length - listed.length,
    premises: report.reading.premises.filter(row => row.community === community).map(row => ({ ...row, area: placed(row, report) })),
  }
}

/** Rows behind the misses of a community. */
function lackingRows(report: Report, community: number): ReadonlySet<string> {
  const unit = report.communities.find(each => each.community === community)
  return new Set(unit?.judgements.flatMap(({ lacking }) => lacking.slice(0, MOST_PEOPLE).map(({ sheet, row }) => rowKey(sheet, row))))
}

function rowKey(sheet: string, row: number): string {
  return `${sheet}!${row}`
}

function personLine(person: Person, snapshot: Snapshot, report: Report, asOf: number): PersonLine {
  const area = placed(person, report)
  const table = report.reading.tables[person.table]
  const idColumn = table?.columns.find(column => column.key === 'id')?.column
  const from = sheetNamed(snapshot, area.sheet)
  const id = idColumn === undefined || from === undefined ? '' : textOf(cellAt(from, person.row, idColumn))
  return {
    area, row: person.row, name: person.name, employment: person.employment, presence: person.presence, college: person.college,
    partyOrLeague: person.partyOrLeague, notes: person.notes,
    age: person.birth > 0 ? fullYears(person.birth, asOf) : person.statedAge >= 0 ? Math.floor(person.statedAge) : null,
    id: id === '' ? '' : maskId(id),
    listed: table?.counted !== false,
    counted: table?.counted !== false && (person.employment === 'formal' || person.employment === 'contracted') && person.presence !== 'vacant' && person.presence !== 'left',
  }
}

/** The row's cells within its table. */
function placed(row: Person | PremisesRow, report: Report): Area {
  const table: TableReading | undefined = report.reading.tables[row.table]
  if (table === undefined) return { sheet: '', boxes: [] }
  return { sheet: table.sheet, boxes: [{ top: row.row, bottom: row.row, left: table.header.left, right: table.header.right }] }
}
