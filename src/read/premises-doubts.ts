import type { CellValue } from '../core/cell'
import type { Place } from '../core/place'
import type { Measured, PremisesDoubt, PremisesRow } from '../core/reading'
import { normalise, textOf } from '../vocabulary/normalise'
import { rowOf } from './grid'
import { givenUp, withoutPlace } from './premises-given-up'
import { columnsOf, sheetColumn } from './settle-table'
import type { SettledTable } from './settle-table'
import type { TurningDays } from './turning-days'

/** What stands beside a place that may tell that it is another one's too. */
interface Beside {
  readonly at: number
  readonly place: PremisesRow
  readonly address: string
  readonly addressAt: Place | null
  readonly certificate: string
  readonly certificateAt: Place | null
  /** Words on how it is used, joined. */
  readonly words: string
  readonly wordsAt: Place | null
}

/** A place over so many times the median of the others, or over so many m2 usable, or under so many, is a slip of the unit until a person says no. */
const TIMES_MEDIAN = 20, MOST_USABLE = 5000, MOST_BUILT = 20_000, LEAST = 8
const ROUNDING = 0.05

/**
 * Places that contradict themselves or each other: impossible or implausible areas, and one building listed for several communities.
 * Their areas become unknown, and what stands in the cells is kept with the doubt.
 * @param names of the communities, by index
 * @param tables settled tables that count, by the index of the table; `undefined` for one that does not
 * @param asOf yyyymmdd, to tell what was given up by then; @param turning is told the days from which it is
 */
export function withDoubts(
  premises: readonly PremisesRow[],
  tables: readonly (SettledTable | undefined)[],
  names: readonly string[],
  asOf?: number,
  turning: TurningDays | null = null,
): readonly PremisesRow[] {
  const counted = premises.flatMap((place, at) => {
    const table = tables[place.table]
    return table === undefined ? [] : [besideOf(place, at, table)]
  })
  if (counted.length === 0) return premises
  const doubts = new Map<number, PremisesDoubt[]>()
  const add = (at: number, doubt: PremisesDoubt): void => {
    const list = doubts.get(at)
    if (list === undefined) doubts.set(at, [doubt])
    else list.push(doubt)
  }
  const kindsTold = new Set(counted.filter(({ place }) => KIND_OF_TENURE.test(place.tenureWord)).map(({ place }) => place.table))
  for (const { place, at } of counted) {
    const impossible = overBuilt(place)
    if (impossible !== null) add(at, impossible)
    const none = noneWithArea(place, kindsTold.has(place.table))
    if (none !== null) add(at, none)
    const table = tables[place.table], given = table === undefined ? null : givenUp(place, table, asOf, turning)
    if (given !== null) add(at, given)
  }
  implausible(counted, add)
  sharedByWord(counted, names, add)
  sharedByText(counted, 'address', add)
  sharedByText(counted, 'certificate', add)
  return doubts.size === 0
    ? premises
    : premises.map((place, at) => {
        const own = doubts.get(at)
        return own === undefined ? place : doubted(place, own)
      })
}

function doubted(place: PremisesRow, doubts: readonly PremisesDoubt[]): PremisesRow {
  // The word of the row told that it is shared before it was known with whom.
  const before = (place.doubts ?? []).filter(doubt => doubt.kind !== 'shared' || doubt.by !== 'word' || !doubts.some(each => each.kind === 'shared'))
  const all = [
    ...before,
    ...doubts.filter((doubt, at) => doubts.findIndex(each => each.kind === doubt.kind && each.by === doubt.by) === at),
  ]
  const shared = all.some(doubt => doubt.kind === 'shared')
  const unknown = (area: Measured | null): Measured | null =>
    area === null ? null : { ...area, value: null, low: 0, high: null, about: true }
  const builtToo = doubts.some(doubt => doubt.kind === 'shared' || (doubt.kind === 'implausible' && doubt.places.some(each => each.column === place.built?.place.column)))
  const usableToo = shared || doubts.some(doubt => doubt.kind === 'usable-over-built' || (doubt.kind === 'implausible' && doubt.places.some(each => each.column !== place.built?.place.column)))
  const isGone = all.some(doubt => doubt.kind === 'given-up')
  const left = isGone || all.some(doubt => doubt.kind === 'perhaps-given-up') ? withoutPlace(place, isGone) : place
  return {
    ...left, doubts: all,
    ...(usableToo ? { usable: unknown(left.usable), unspecified: unknown(left.unspecified), activity: unknown(left.activity) } : {}),
    // It may be the same house, or a second one there.
    ...(doubts.some(doubt => doubt.kind === 'listed-twice' || doubt.kind === 'none-with-area') && !shared ? { usable: perhaps(left.usable), unspecified: perhaps(left.unspecified), activity: perhaps(left.activity) } : {}),
    ...(builtToo ? { built: unknown(left.built) } : {}),
  }
}

function perhaps(area: Measured | null): Measured | null {
  return area === null || area.value === null ? area : { ...area, low: 0, high: area.high ?? area.value, doubtful: true }
}

function besideOf(place: PremisesRow, at: number, table: SettledTable): Beside {
  const cells = rowOf(table.found.sheet, place.row), sheet = table.found.sheet.name
  const placeOf = (column: number): Place => ({ sheet, row: place.row, column: sheetColumn(table, column) })
  const [addressColumn] = columnsOf(table, 'address')
  const address = addressColumn === undefined ? '' : addressKey(cells[addressColumn.column - 1] ?? null)
  const proof = table.columns.find(column => CERTIFICATE.test(normalise(column.header)))
  const certificate = proof === undefined ? '' : certificateKey(cells[proof.column - 1] ?? null)
  let words = '', wordsAt: Place | null = null
  for (const column of columnsOf(table, 'remark', 'tenure', 'address', 'lease', 'status', 'usableArea', 'area', 'officeArea')) {
    const text = normalise(textOf(cells[column.column - 1] ?? null))
    if (!TOGETHER.test(text)) continue
    words += ` ${text}`
    wordsAt ??= placeOf(column.column)
  }
  return {
    at,
    place,
    address,
    addressAt: addressColumn === undefined ? null : placeOf(addressColumn.column),
    certificate,
    certificateAt: proof === undefined ? null : placeOf(proof.column),
    words,
    wordsAt,
  }
}

const CERTIFICATE = /(?:产权|房产|不动产|房屋所有权|权属|产)(?:所有权)?证(?:书)?(?:号|编号|号码)/
const TOGETHER = /合署|合用|共用|共享|同一处|同一办公|合并办公|联合办公|一处办公|共同使用|一起办公/
const LONGEST = 60

/** An address that names one house: with a number, and whatever is said of floors and rooms. */
function addressKey(value: CellValue): string {
  // 文化路8号（合署办公） is 文化路8号.
  const text = normalise(textOf(value)).replace(/[(][^()]{1,20}[)]/g, inside => (TOGETHER.test(inside) ? '' : inside)).replace(/[，,。；;、]+$/, '')
  return text.length >= 4 && text.length <= LONGEST && /(?:\d|[一二三四五六七八九十])(?:号|弄|幢|栋|座|室|楼)/.test(text) ? text : ''
}

function certificateKey(value: CellValue): string {
  const text = normalise(textOf(value)).toLowerCase()
  return /\d{4,}/.test(text) && text.length <= LONGEST ? text : ''
}

function areaOf(place: PremisesRow): Measured | null {
  return place.usable ?? place.unspecified
}

function overBuilt(place: PremisesRow): PremisesDoubt | null {
  const { built, activity } = place, usable = areaOf(place)
  if (built === null || usable === null || built.value === null || usable.value === null) return null
  const whole = usable.value + (activity?.value ?? 0)
  // 约200 of 190 may be either; the least that is usable is still too much.
  const least = usable.about ? (usable.low ?? whole) + (activity?.value ?? 0) : whole,
    most = built.about ? (built.high ?? Number.POSITIVE_INFINITY) : built.value
  return least > most + ROUNDING ? { kind: 'usable-over-built', places: [usable.place, built.place], values: [whole, built.value], communities: [] } : null
}

/** In a column with such words 无 says how the premises are held; beside 有 it may say that there is no title. */
const KIND_OF_TENURE = /自有|自建|划拨|配建|移交|购|租|借/

/** 无房 and 158 m2; a plain 无 as well, in a column that tells how premises are held. */
function noneWithArea({ tenure, tenureWord, usable, unspecified, built }: PremisesRow, kindsTold: boolean): PremisesDoubt | null {
  const area = usable ?? unspecified ?? built
  if (tenure !== 'none' || (!kindsTold && /^暂?无$/.test(tenureWord)) || area === null || area.value === null || area.value <= 0) return null
  return { kind: 'none-with-area', places: [area.place], values: [area.value], communities: [] }
}

function implausible(counted: readonly Beside[], add: (at: number, doubt: PremisesDoubt) => void): void {
  const perCommunity = new Map<number, number>()
  for (const { place } of counted) perCommunity.set(place.community, (perCommunity.get(place.community) ?? 0) + 1)
  for (const [measure, most] of [[areaOf, MOST_USABLE], [(place: PremisesRow) => place.built, MOST_BUILT]] as const) {
    const values = counted.map(({ place }) => measure(place)?.value ?? null)
    const sorted = values.filter(value => value !== null && value > 0).sort((a, b) => (a ?? 0) - (b ?? 0)) as number[]
    for (const [index, { place, at }] of counted.entries()) {
      const value = values[index] ?? null, area = measure(place)
      if (value === null || area === null || value <= 0) continue
      const median = medianWithout(sorted, value)
      // Rooms of one community listed row by row may be small; a place of its own may not.
      const tooSmall = value < LEAST && perCommunity.get(place.community) === 1
      const tooLarge = value > most || (median !== null && value > TIMES_MEDIAN * median)
      if (tooSmall || tooLarge) add(at, { kind: 'implausible', places: [area.place], values: [value, ...(median === null ? [] : [median])], communities: [] })
    }
  }
}

/** The median of all values but one of those that are `value`; `null` where fewer than two are left. */
function medianWithout(sorted: readonly number[], value: number): number | null {
  const left = sorted.length - 1
  if (left < 2) return null
  const removed = sorted.indexOf(value)
  const at = (index: number): number => sorted[index < removed ? index : index + 1] ?? 0
  const middle = Math.floor(left / 2)
  return left % 2 === 1 ? at(middle) : (at(middle - 1) + at(middle)) / 2
}

/** 与南街社区合署办公: that community's place is this one. */
function sharedByWord(counted: readonly Beside[], names: readonly string[], add: (at: number, doubt: PremisesDoubt) => void): void {
  const telling = counted.filter(each => each.words !== '')
  if (telling.length === 0) return
  const byCommunity = new Map<number, Beside[]>()
  for (const each of counted) {
    const list = byCommunity.get(each.place.community)
    if (list === undefined) byCommunity.set(each.place.community, [each])
    else list.push(each)
  }
  for (const each of telling) {
    for (const [community, name] of names.entries()) {
      if (community === each.place.community || name.length < 2 || !isNamed(each.words, name)) continue
      const others = byCommunity.get(community) ?? [], value = areaOf(each.place)?.value ?? null
      const same = others.filter(other => value !== null && areaOf(other.place)?.value === value)
      add(each.at, sharedDoubt(each, others, [community], 'word'))
      for (const other of same.length > 0 ? same : others) add(other.at, sharedDoubt(other, [each], [each.place.community], 'word'))
    }
  }
}

/** The name with a suffix, or right behind 与, 和, 同. */
function isNamed(words: string, name: string): boolean {
  for (let at = words.indexOf(name); at >= 0; at = words.indexOf(name, at + 1)) {
    const before = words.charAt(at - 1), behind = words.slice(at + name.length, at + name.length + 3)
    if (/[与和同跟及、]/.test(before) || (/^(?:社区|居委|村)/.test(behind) && !/[\u4e00-\u9fff]/.test(before))) return true
  }
  return false
}

/** The same house number, or the same certificate, for places of several communities that have one area: other areas tell that it was parted. */
function sharedByText(counted: readonly Beside[], by: 'address' | 'certificate', add: (at: number, doubt: PremisesDoubt) => void): void {
  const groups = new Map<string, Beside[]>()
  for (const each of counted) {
    if (each[by] === '') continue
    const group = groups.get(each[by])
    if (group === undefined) groups.set(each[by], [each])
    else group.push(each)
  }
  for (const group of groups.values()) {
    if (group.length < 2) continue
    for (const each of group) {
      const others = group.filter(other => other.place.community !== each.place.community && (by === 'certificate' || sameArea(each.place, other.place)))
      if (others.length > 0) add(each.at, sharedDoubt(each, others, [...new Set(others.map(other => other.place.community))], by))
      const first = group.find(
        other =>
          other.at < each.at &&
          other.place.community === each.place.community &&
          areaOf(each.place) !== null &&
          areaOf(other.place) !== null &&
          sameArea(each.place, other.place),
      )
      if (first !== undefined) add(each.at, { ...sharedDoubt(each, [first], [], by), kind: 'listed-twice' })
    }
  }
}

function sameArea(a: PremisesRow, b: PremisesRow): boolean {
  const one = areaOf(a)?.value ?? a.built?.value ?? null, other = areaOf(b)?.value ?? b.built?.value ?? null
  return one === null || other === null || Math.abs(one - other) <= ROUNDING
}

function sharedDoubt(own: Beside, others: readonly Beside[], communities: readonly number[], by: NonNullable<PremisesDoubt['by']>): PremisesDoubt {
  const cells = (each: Beside): Place[] => {
    const told = by === 'address' ? each.addressAt : by === 'certificate' ? each.certificateAt : each.wordsAt
    return [areaOf(each.place)?.place ?? each.place.built?.place ?? null, told].filter(place => place !== null)
  }
  const value = areaOf(own.place)?.value ?? own.place.built?.value ?? null
  return { kind: 'shared', by, places: [...cells(own), ...others.flatMap(cells)], values: value === null ? [] : [value], communities }
}
