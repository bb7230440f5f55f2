import { areasOf } from '../../core/area'
import type { Area } from '../../core/area'
import type { Place } from '../../core/place'
import type { ColumnKey, Measured, PremisesDoubt, PremisesRow, TableReading } from '../../core/reading'
import { cellOfRow, columnAt } from '../../core/table-columns'
import type { UnitFacts } from '../../judge/facts'
import { unitSubject } from '../units'
import type { RuleInput } from '../rule'

/** One counted place with its list and its community. */
export interface Site {
  readonly place: PremisesRow
  readonly table: TableReading
  readonly unit: UnitFacts
}

/** Every place that counts and whose community is known, community by community. */
export function* sitesOf({ facts, reading }: RuleInput): Generator<Site> {
  for (const unit of facts.units) for (const place of unit.premises?.sites ?? []) {
    const table = reading.tables[place.table]
    if (table !== undefined) yield { place, table, unit }
  }
}

/** The usable area, or the one that does not say which; the built one where that stands alone. */
export function measureOf({ place }: Site): Measured | null {
  return place.usable ?? place.unspecified ?? place.activity ?? place.built
}

/** The row's cells under the first column of each key that the list has. */
export function cellsAt({ place, table }: Site, ...keys: readonly ColumnKey[]): Place[] {
  return keys.flatMap(key => {
    const column = columnAt(table, key)
    return column === 0 ? [] : [{ sheet: table.sheet, row: place.row, column }]
  })
}

/** The cell of the area of a place, or of its community's name where no area stands. */
export function areaPlace(site: Site): Place {
  return measureOf(site)?.place ?? cellOfRow(site.table, site.place.row, 'usableArea', 'area', 'officeArea', 'builtArea', 'community')
}

/** Cells as the place of a finding: those of the first one's sheet together, the rest as related. */
export function placed(places: readonly Place[]): { readonly at: Area | null; readonly related: readonly Area[] } {
  const [first] = places
  if (first === undefined) return { at: null, related: [] }
  const own = places.filter(place => place.sheet === first.sheet), others = places.filter(place => place.sheet !== first.sheet)
  return { at: { sheet: first.sheet, boxes: areasOf(own).flatMap(area => area.boxes) }, related: areasOf(others) }
}

/** Stable over runs: the community, what is wrong, and which of its places where there are several. */
export function siteSubject(input: RuleInput, site: Site, what: string): string {
  const sites = site.unit.premises?.sites ?? [], at = sites.indexOf(site.place)
  return `${unitSubject(input, site.unit.community)}/${what}${sites.length > 1 ? `-${String(at + 1)}` : ''}`
}

/** Doubts of a kind, each with the place that has it. */
export function* doubtsOf(input: RuleInput, ...kinds: readonly PremisesDoubt['kind'][]): Generator<Site & { readonly doubt: PremisesDoubt }> {
  for (const site of sitesOf(input)) for (const doubt of site.place.doubts ?? []) if (kinds.includes(doubt.kind)) yield { ...site, doubt }
}
