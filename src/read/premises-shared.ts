import type { CellValue } from '../core/cell'
import type { Measured, PremisesDoubt, PremisesRow } from '../core/reading'
import { communityName, isCommunityLabel, lastOfPath } from '../vocabulary/communities'
import { normalise, textOf } from '../vocabulary/normalise'
import type { FoundTable } from './found-table'
import { rowOf } from './grid'
import type { RowAreas } from './premises-areas'
import type { SettledColumn } from './settled-column'
import type { SettledTable } from './settle-table'

/** 与河东社区合用: the premises of another community too. With whom else they are shared takes nothing away from the area. */
const WITH_COMMUNITY = /(?:与|和|同)(?!本|我|该)[\u4e00-\u9fff]{1,8}(?:社区|居委会|村).{0,6}(?:合用|共用|合署|共享|同址|同一处|合并办公|联合办公|一处办公)/

/** 合署办公, 两社区合用 as the whole remark: of several communities, whichever they are. 与派出所合署办公 takes nothing away. */
const TOGETHER = /^(?:(?:[两二三四几多234]|若干)个?(?:社区|居委会|村))?(?:合署办公|合署|合用|共用|共享|同址办公|联合办公|合并办公|同一处办公)(?:一处)?(?:办公|活动)?(?:用房|场所)?$/

/** 与上合署办公, 同下行合用: with the community of the row beside. */
const WITH_ROW = /(?:与|和|同)[上下](?:一|面|述|列)?(?:行|栏|格|家|户|个|社区)?.{0,4}(?:合用|共用|合署|共享|同址|同一处|合并办公|联合办公|一处办公)/

function isSharedBy(text: string, inRemark: boolean): boolean {
  if (WITH_COMMUNITY.test(text) || WITH_ROW.test(text) || (inRemark && TOGETHER.test(text))) return true
  // 文化路8号（两社区合署办公）: what stands in brackets is a remark.
  return [...text.matchAll(/[(]([^()]{2,20})[)]/g)].some(([, inside = '']) => TOGETHER.test(inside))
}

/** Areas merged over several rows, by first row. Over different communities it is one building, counted for none of them in full. */
export function mergedAreas(
  found: FoundTable,
  community: SettledColumn | undefined,
  areaColumns: ReadonlySet<number>,
): Map<number, { bottom: number; shared: boolean }> {
  const merged = new Map<number, { bottom: number; shared: boolean }>()
  if (community === undefined) return merged
  for (const box of found.sheet.merges ?? []) {
    if (box.bottom === box.top || !areaColumns.has(box.left) || box.top < found.first || box.bottom > found.last) continue
    const names = new Set<string>()
    for (let row = box.top; row <= box.bottom; row++) {
      const text = textOf(rowOf(found.sheet, row)[community.column - 1] ?? null)
      if (text.trim() !== '') names.add(communityName(text).name)
    }
    const before = merged.get(box.top)
    merged.set(box.top, { bottom: Math.max(box.bottom, before?.bottom ?? 0), shared: names.size > 1 || before?.shared === true })
  }
  return merged
}

/** How many places the words beside an area tell of: two addresses on two lines. */
export function placesTold(
  cells: readonly CellValue[],
  table: SettledTable,
  community: SettledColumn | undefined,
  areaColumns: ReadonlySet<number>,
): number {
  let places = 1
  for (const column of table.columns) {
    if (areaColumns.has(column.column) || column.column === community?.column || column.key === 'seq') continue
    const value = cells[column.column - 1]
    if (typeof value !== 'string') continue
    if (column.key === 'address' || column.key === 'tenure' || column.key === 'year')
      places = Math.max(
        places,
        value
          .trim()
          .split(/[\n\r]+|[;；、]|(?<=[号室楼幢栋层房内侧旁])[\s\u3000]+(?=[\u4e00-\u9fff]{2})/)
          .filter(piece => piece.trim() !== '').length,
      )
    else {
      const told = /^(?:共|现有)?(?:(\d)|([两二三四五]))处(?:用房|办公用房|场所)?$/.exec(normalise(value))
      if (told !== null)
        places = Math.max(
          places,
          told[1] === undefined
            ? ['', '', '两二', '三', '四', '五'].findIndex(word => word !== '' && word.includes(told[2] ?? '?'))
            : Number(told[1]),
        )
    }
  }
  return places
}

/** Words that say that another community uses the place too. */
export function sharesByWord(cells: readonly CellValue[], table: SettledTable, areaColumns: ReadonlySet<number>): boolean {
  return table.columns.some(
    column =>
      (column.key === 'tenure' ||
        column.key === 'remark' ||
        column.key === 'address' ||
        column.key === 'lease' ||
        areaColumns.has(column.column)) &&
      isSharedBy(normalise(textOf(cells[column.column - 1] ?? null)), column.key === 'remark'),
  )
}

/** 河南、河东社区 or 河南社区/河东社区: several communities in one cell. */
export function splitCommunities(value: string): readonly string[] {
  // 城关镇/河东社区 is one place and its town.
  if (lastOfPath(value) !== normalise(value)) return [value]
  const parts = value.split(/[、/;；,，+&\n]|和(?=[\u4e00-\u9fff]{2,}(?:社区|居委会))/).map(part => normalise(part)).filter(part => part !== '')
  if (parts.length < 2 || !isCommunityLabel(parts.at(-1) ?? '')) return [value]
  // The last one's 社区 is everybody's: 东区/西区社区.
  return parts.every(part => /^[\u4e00-\u9fff\d]{2,16}$/.test(part)) ? parts.map(part => (isCommunityLabel(part) ? part : `${part}社区`)) : [value]
}

/** An area that several communities use together: no number of it belongs to one of them. */
export function open(area: Measured | null): Measured | null {
  return area === null ? null : { ...area, value: null, low: 0, high: area.high ?? area.value, about: true }
}

export function sharedDoubt(by: NonNullable<PremisesDoubt['by']>, areas: RowAreas, communities: readonly number[]): PremisesDoubt {
  const measured = [areas.usable, areas.unspecified, areas.built].filter(area => area !== null)
  return { kind: 'shared', by, places: measured.slice(0, 1).map(area => area.place), values: measured.slice(0, 1).flatMap(area => area.value === null ? [] : [area.value]), communities }
}

/** One place, or one for each way in which the columns say that it is held. */
export function parted(areas: RowAreas): readonly Pick<PremisesRow, 'usable' | 'unspecified' | 'activity' | 'built'>[] {
  if (areas.held.length === 0)
    return [areas].map(({ usable, unspecified, activity, built }) => ({ usable, unspecified, activity, built }))
  return areas.held.map(({ tenure, area, basis }, at) => ({
    usable: basis === 'usable' ? area : null,
    unspecified: basis === 'usable' ? null : area,
    activity: null,
    built: at === 0 ? areas.built : null,
    tenure,
  }))
}
