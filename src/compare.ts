import { ROOM_KEYS } from './core/columns'
import type { ComparedField, ComparedPlace, Comparison } from './core/comparison'
import type { ColumnKey, PremisesRow } from './core/reading'
import type { Verdict } from './core/verdict'
import type { Report, UnitReport } from './core/report'
import type { Snapshot } from './core/snapshot'
import { Cells } from './compare-cells'
import type { Side } from './compare-cells'
import { comparePeople } from './compare-people'
import { normalise } from './vocabulary/normalise'

/** A workbook, read and judged. The report must still hold its people and premises. */
export interface Version {
  readonly snapshot: Snapshot
  readonly report: Report
}

/** Two versions of a workbook: who came, left, moved and changed; which premises, figures and verdicts moved. */
export function compare(old: Version, now: Version): Comparison {
  const before: Side = { snapshot: old.snapshot, reading: old.report.reading },
    after: Side = { snapshot: now.snapshot, reading: now.report.reading }
  const { people, unmatched } = comparePeople(before, after)
  return {
    old: { file: old.report.file, asOf: old.report.asOf }, new: { file: now.report.file, asOf: now.report.asOf },
    people, premises: comparePlaces(before, after), ...compareUnits(old.report, now.report), unmatched,
  }
}

const PLACE_FIELDS = ['usableArea', 'builtArea', 'area', 'activityArea', 'tenure', 'lease', 'demolition', ...ROOM_KEYS, 'planYear'] as const satisfies readonly ColumnKey[]

interface Place {
  readonly row: PremisesRow
  readonly cells: Cells
  readonly community: string
  readonly address: string
}

/** Places of one community are matched by their address, else by their area, else in their order. */
function comparePlaces(old: Side, now: Side): ComparedPlace[] {
  const before = byCommunity(old), after = byCommunity(now), found: ComparedPlace[] = []
  for (const community of new Set([...before.keys(), ...after.keys()])) {
    const left = [...(before.get(community) ?? [])], right = [...(after.get(community) ?? [])], pairs: [Place, Place][] = []
    for (const same of [(a: Place, b: Place) => a.address !== '' && a.address === b.address, (a: Place, b: Place) => areaOf(a) !== null && areaOf(a) === areaOf(b) && (a.address === '' || b.address === ''), (a: Place, b: Place) => a.address === '' || b.address === '']) {
      for (const one of [...left]) {
        const at = right.findIndex(other => same(one, other)), other = right[at]
        if (other === undefined) continue
        pairs.push([one, other])
        right.splice(at, 1)
        left.splice(left.indexOf(one), 1)
      }
    }
    for (const [one, other] of pairs) {
      const fields = placeFields(one, other)
      if (fields.length > 0) found.push({ community, change: 'changed', fields })
    }
    for (const one of left) found.push({ community, change: 'left', fields: placeFields(one, null) })
    for (const other of right) found.push({ community, change: 'came', fields: placeFields(null, other) })
  }
  return found
}

function byCommunity(side: Side): Map<string, Place[]> {
  const cells = new Cells(side), found = new Map<string, Place[]>(), { reading } = side
  for (const row of reading.premises) {
    const community = reading.communities[row.community]?.name
    if (community === undefined || reading.tables[row.table]?.counted !== true) continue
    const address = cells.value(row, 'address'), place: Place = { row, cells, community, address: typeof address === 'string' ? normalise(address) : '' }
    found.set(community, [...(found.get(community) ?? []), place])
  }
  return found
}

function areaOf({ row }: Place): number | null {
  return (row.usable ?? row.unspecified ?? row.built)?.value ?? null
}

/** What is written otherwise; of a place that came or went, what is written at all. */
function placeFields(one: Place | null, other: Place | null): ComparedField[] {
  return PLACE_FIELDS.flatMap(key => {
    const was = one === null ? null : one.cells.shown(one.row, key), is = other === null ? null : other.cells.shown(other.row, key)
    const comparable = (one === null || one.cells.column(one.row, key) > 0) && (other === null || other.cells.column(other.row, key) > 0)
    return !comparable || was === is
      ? []
      : [{ key, old: was, new: is, oldCell: one?.cells.cell(one.row, key) ?? null, newCell: other?.cells.cell(other.row, key) ?? null }]
  })
}

/** What is compared of every community and of the whole. */
const FIGURES: Readonly<Record<string, (unit: UnitReport) => number | null>> = {
  formal: unit => unit.headcount.formal,
  contracted: unit => unit.headcount.contracted,
  undecided: unit => unit.headcount.undecided,
  counted: unit => unit.headcount.counted,
  college: unit => unit.headcount.college,
  collegeShare: ({ headcount: { college, counted } }) => (counted === 0 ? null : college / counted),
  averageAge: unit => unit.headcount.averageAge,
  partyLeague: unit => unit.headcount.partyLeague,
  partyLeagueShare: ({ headcount: { partyLeague, counted } }) => (counted === 0 ? null : partyLeague / counted),
  usableArea: unit => unit.premises?.usableArea ?? null,
  builtArea: unit => unit.premises?.builtArea ?? null,
  ownArea: unit => unit.premises?.ownArea ?? null,
  rooms: unit => unit.premises?.rooms ?? null,
}

function compareUnits(old: Report, now: Report): Pick<Comparison, 'figures' | 'verdicts'> {
  const figures: Comparison['figures'][number][] = [], verdicts: Comparison['verdicts'][number][] = []
  const before = new Map(old.communities.map(unit => [unit.name, unit])), after = new Map(now.communities.map(unit => [unit.name, unit]))
  const units: (readonly [string | null, UnitReport | undefined, UnitReport | undefined])[] = [[null, old.overall, now.overall]]
  for (const name of new Set([...before.keys(), ...after.keys()])) units.push([name, before.get(name), after.get(name)])
  for (const [community, one, other] of units) {
    for (const [figure, take] of Object.entries(FIGURES)) {
      const was = one === undefined ? null : take(one), is = other === undefined ? null : take(other)
      if (was !== is && !(was !== null && is !== null && Math.abs(was - is) < 1e-9)) figures.push({ community, figure, old: was, new: is })
    }
    const was = verdictsOf(one), is = verdictsOf(other)
    for (const target of new Set([...was.keys(), ...is.keys()]))
      if (was.get(target) !== is.get(target))
        verdicts.push({ community, target, old: was.get(target) ?? null, new: is.get(target) ?? null })
  }
  return { figures, verdicts }
}

function verdictsOf(unit: UnitReport | undefined): Map<string, Verdict> {
  return new Map(unit?.judgements.map(({ target, verdict }) => [target.id, verdict]) ?? [])
}
