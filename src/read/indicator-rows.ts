import { isBlank } from '../core/cell'
import type { CellValue } from '../core/cell'
import { AREA_KEYS, isAreaKey } from '../core/columns'
import type { SheetSnapshot } from '../core/snapshot'
import { rowLabel } from '../vocabulary/labels'
import { normalise, textOf } from '../vocabulary/normalise'
import type { FilledCell } from './grid'
import { filledCells, rowOf } from './grid'
import { headerCell } from './header-cells'
import { listOf, tells } from './turned-list'
import type { Label, TurnedTable } from './turned-list'

const INDICATOR = /^(?:指标|指标名称|指标项|统计指标|项目|项目名称|内容|栏目)$/
const VALUE = /^(?:数值|数量|数据|值|指标值|数|结果|情况|填报内容|填报数)$/
const ROWS_LOOKED_AT = 15

/** The words over a table say that its rows are indicators with their values. */
export function headsIndicators(levels: readonly (readonly string[])[]): boolean {
  const words = levels.map(level => level.at(-1) ?? '')
  const at = words.findIndex(word => INDICATOR.test(word))
  return at >= 0 && words.slice(at + 1).some(word => VALUE.test(word))
}

interface Heads { readonly row: number; readonly community: number; readonly indicator: number; readonly value: number }

/**
 * 社区 | 指标 | 数值: one row for each thing told of each community. Read as one row a community; a thing that is told twice of one
 * community settles nothing, and then nothing is read.
 */
export function indicatorRows(sheet: SheetSnapshot, right: number): TurnedTable | null {
  const heads = headsOf(sheet, right)
  if (heads === null) return null
  const words = new Map<string, Label>(), places: FilledCell[] = [], records: Map<string, { row: number; column: number }>[] = []
  let name = '', last = heads.row
  for (let row = heads.row + 1; row <= sheet.rows.length; row++) {
    const cells = rowOf(sheet, row), place = cells[heads.community - 1], word = cells[heads.indicator - 1]
    if (isBlank(word) || typeof word !== 'string') { if (!isBlank(place)) return null; continue }
    const key = normalise(word)
    if (typeof place === 'string' && !isBlank(place) && normalise(place) !== name) {
      if (rowLabel(normalise(place)) !== null) break
      name = normalise(place)
      places.push({ row, column: heads.community, value: place })
      records.push(new Map())
    }
    const record = records.at(-1)
    if (record === undefined || record.has(key)) return null
    record.set(key, { row, column: heads.value })
    if (!words.has(key)) words.set(key, { row, column: heads.indicator, keys: headerCell(word).keys, text: word })
    last = row
  }
  const labels = [...words.values()]
  const isTwice = new Set(places.map(({ value }) => normalise(textOf(value)))).size !== places.length
  if (records.length === 0 || isTwice || !labels.some(isMeasured) || !(tells(labels) || labels.every(isArea))) return null
  const rows = records.map((record, at) => [places[at] ?? null, ...labels.map(({ text }) => record.get(normalise(text)) ?? null)])
  const label = { row: heads.row, column: heads.community }
  const box = { top: heads.row, left: Math.min(heads.community, heads.indicator), bottom: last, right }
  return listOf(sheet, ['社区', ...labels.map(({ text }) => text)], [label, ...labels], rows, box, 0)
}

/** Rooms alone, row by row, are a list of rooms. */
function isMeasured({ keys }: Label): boolean {
  return keys.some(key => MEASURED.has(key))
}
/** 社区 | 项目 | 数量 with nothing but areas. */
function isArea({ keys }: Label): boolean {
  return keys.some(key => isAreaKey(key))
}
const MEASURED: ReadonlySet<string> = new Set([...AREA_KEYS, 'birth', 'education', 'id'])

function headsOf(sheet: SheetSnapshot, right: number): Heads | null {
  for (let row = 1; row <= Math.min(sheet.rows.length, ROWS_LOOKED_AT); row++) {
    const cells = filledCells({ sheet, left: 1, right }, row)
    const indicator = cells.find(({ value }) => INDICATOR.test(normalise(textOf(value))))
    const value = cells.find(cell => indicator !== undefined && cell.column > indicator.column && VALUE.test(normalise(textOf(cell.value))))
    const community = cells.find(cell => cell !== indicator && headsPlaces(cell.value))
    if (indicator !== undefined && value !== undefined && community !== undefined)
      return { row, community: community.column, indicator: indicator.column, value: value.column }
  }
  return null
}

/** 社区 over names of communities; 单位 beside indicators is the unit of measure. */
function headsPlaces(value: CellValue): boolean {
  return typeof value === 'string' && !/^(?:计量)?单位$/.test(normalise(value)) && headerCell(value).keys.includes('community')
}
