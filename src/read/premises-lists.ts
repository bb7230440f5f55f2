import { ROOM_KEYS } from '../core/columns'
import type { Measured, PremisesDoubt, PremisesRow } from '../core/reading'
import { normalise } from '../vocabulary/normalise'
import { hasKey } from './settle-table'
import type { SettledTable } from './settle-table'

/** One counted list of premises for the comparison. */
export interface PremisesList {
  readonly index: number
  readonly sheet: string
  readonly titles: readonly string[]
  readonly old: boolean
  /** When it was drawn up, larger is later; `null` when nothing tells. */
  readonly time: number | null
  readonly table: SettledTable
}

/** A list whose places stand in another one already. */
export interface SecondPremises {
  readonly index: number
  readonly why: 'old-version' | 'same-premises'
  readonly others: readonly number[]
}

const ROUNDING = 0.5
const PREMISES_KEYS = ['address', 'tenure', 'lease', 'demolition', ...ROOM_KEYS] as const

/** The premises of one community in one list. */
interface Sites {
  readonly at: readonly number[]
  readonly value: number | null
}

/**
 * Lists that would count the same premises twice. 办公用房 and 活动用房 are two parts and both count; an older list and one with the same areas do not;
 * a table of communities that names an area beside a list of premises is a second answer and never more premises.
 * @param now year x 100 + month of the judgement, of which a list without a time is; 0 where no day is known
 * @returns the lists that do not count, and a doubt for each row, by its position, whose community gets two answers
 */
export function secondPremises(
  lists: readonly PremisesList[],
  premises: readonly PremisesRow[],
  now = 0,
): { readonly second: readonly SecondPremises[]; readonly doubts: ReadonlyMap<number, PremisesDoubt> } {
  const second: SecondPremises[] = [],
    doubts = new Map<number, PremisesDoubt>()
  const newest = Math.max(0, ...lists.map(list => list.time ?? 0))
  const order = [...lists].sort(
    (a, b) =>
      Number(a.old) - Number(b.old) ||
      Number(isOfEarlierYear(a, now)) - Number(isOfEarlierYear(b, now)) ||
      (b.time ?? newest) - (a.time ?? newest) ||
      richness(b) - richness(a) ||
      a.index - b.index,
  )
  const kept: { readonly list: PremisesList; readonly sites: ReadonlyMap<number, Sites> }[] = []
  for (const list of order) {
    const sites = sitesOf(list.index, premises)
    const others = kept.filter(other => !isAnotherPart(list, other.list) && [...sites.keys()].some(community => other.sites.has(community)))
    if (others.length === 0) {
      kept.push({ list, sites })
      continue
    }
    const [other] = others
    if (other === undefined) continue
    const older = list.old || (list.time !== null && (other.list.time === null ? isOfEarlierYear(list, now) : list.time < other.list.time))
    const shared = [...sites.keys()].filter(community => other.sites.has(community))
    const agreeing = shared.filter(community => agrees(sites.get(community), other.sites.get(community)))
    const isSecond = older || agreeing.length * 2 >= shared.length || richness(list) === 0
    if (isSecond) {
      second.push({ index: list.index, why: older ? 'old-version' : 'same-premises', others: others.map(each => each.list.index) })
      if (older) continue
    } else kept.push({ list, sites })
    // A place of its own, or the same one measured anew: nobody can tell which.
    for (const community of shared) {
      if (isSecond && agreeing.includes(community)) continue
      const one = other.sites.get(community),
        two = sites.get(community)
      if (one === undefined || two === undefined) continue
      const doubt: PremisesDoubt = {
        kind: 'lists-differ',
        places: [...one.at, ...two.at].flatMap(at => placesOf(premises[at])),
        values: [one.value, two.value].filter(value => value !== null),
        communities: [],
      }
      for (const at of isSecond ? one.at.slice(0, 1) : [...one.at.slice(0, 1), ...two.at.slice(0, 1)]) doubts.set(at, doubt)
    }
  }
  return { second, doubts }
}

/** 2022年社区用房情况 in 2023. 2021年新建用房 may be some of what stands. */
function isOfEarlierYear({ time, sheet, titles }: PremisesList, now: number): boolean {
  return time !== null && time >= 190_000 && Math.floor(time / 100) < Math.floor(now / 100) && !/新|改|扩|建成|购|投入|启用|增/.test(`${titles[0] ?? ''}${sheet}`)
}

/** The place with both answers: at least the smaller, at the most both together. */
export function openedBy(place: PremisesRow, doubt: PremisesDoubt): PremisesRow {
  const open = (area: Measured | null): Measured | null =>
    area === null ? null : { ...area, value: null, low: 0, high: null, doubtful: true }
  return { ...place, usable: open(place.usable), unspecified: open(place.unspecified), doubts: [...(place.doubts ?? []), doubt] }
}

function richness({ table }: PremisesList): number {
  return PREMISES_KEYS.filter(key => hasKey(table, key)).length
}

/** 办公用房情况 beside 活动用房情况, 自有用房 beside 租赁用房. */
function isAnotherPart(a: PremisesList, b: PremisesList): boolean {
  const one = partOf(a), other = partOf(b), held = heldOf(a), otherwise = heldOf(b)
  return (one !== 'both' && other !== 'both' && one !== other) || (held !== null && otherwise !== null && held !== otherwise)
}

/** How all premises of a list are held, by what it is called. */
function heldOf(list: PremisesList): 'own' | 'rented' | null {
  const text = normalise(`${list.titles[0] ?? ''}${list.sheet}`)
  const own = /自有|自建/.test(text), rented = /租赁|租用|租借|承租|借用/.test(text)
  return own === rented ? null : own ? 'own' : 'rented'
}

function partOf(list: PremisesList): 'office' | 'activity' | 'both' {
  const text = normalise(`${list.titles[0] ?? ''}${list.sheet}`)
  const office = /办公/.test(text), activity = /活动/.test(text)
  return office === activity ? 'both' : office ? 'office' : 'activity'
}

function sitesOf(table: number, premises: readonly PremisesRow[]): ReadonlyMap<number, Sites> {
  const rows = new Map<number, number[]>()
  for (const [at, place] of premises.entries()) {
    if (place.table !== table || place.community < 0 || !hasArea(place)) continue
    const list = rows.get(place.community)
    if (list === undefined) rows.set(place.community, [at])
    else list.push(at)
  }
  return new Map(
    [...rows].map(([community, at]) => [
      community,
      { at, value: at.reduce<number | null>((sum, each) => plus(sum, valueOf(premises[each])), 0) },
    ]),
  )
}

function hasArea(place: PremisesRow): boolean {
  return place.usable !== null || place.unspecified !== null
}

function valueOf(place: PremisesRow | undefined): number | null {
  const area = place?.usable ?? place?.unspecified ?? null
  return area === null || area.value === null ? null : area.value + (place?.activity?.value ?? 0)
}

function plus(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b
}

function agrees(one: Sites | undefined, other: Sites | undefined): boolean {
  return (
    one !== undefined && other !== undefined && one.value !== null && other.value !== null && Math.abs(one.value - other.value) <= ROUNDING
  )
}

function placesOf(place: PremisesRow | undefined): readonly Measured['place'][] {
  const area = place?.usable ?? place?.unspecified
  return area === null || area === undefined ? [] : [area.place]
}
