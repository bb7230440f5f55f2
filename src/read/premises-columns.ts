import { isBlank } from '../core/cell'
import type { CellValue } from '../core/cell'
import { isAreaKey, isRoomKey } from '../core/columns'
import type { ColumnKey, Tenure } from '../core/reading'
import { normalise, textOf } from '../vocabulary/normalise'
import { premisesItem } from '../vocabulary/premises-items'
import { readTenure } from '../vocabulary/tenure'
import { columnsOf, sampleRows, sheetColumn } from './settle-table'
import type { SettledColumn } from './settled-column'
import type { SettledTable } from './settle-table'

export type AreaBasis = 'usable' | 'built' | 'open'

/** What a column of areas holds, by all levels of its header. */
export interface AreaColumn {
  readonly column: number
  /** The column of the sheet; another one where the column was taken from cells that hold several things. */
  readonly origin: number
  readonly unit: string | null
  readonly key: ColumnKey
  readonly basis: AreaBasis
  /** `total` says that it is a sum; `whole` is an area with no word on a part; the rest are parts. */
  readonly part: 'total' | 'whole' | 'office' | 'activity' | 'other'
  /** 其中：办公用房面积: inside another column, and perhaps not all of it. */
  readonly ofWhich: boolean
  /** 面积 / 自有 | 租赁: the part that is held so. */
  readonly tenure: Tenure | null
  /** All levels, joined by `/`. */
  readonly header: string
  /** The levels above the last one. */
  readonly group: string
  /** Two measures in one cell (建筑面积/使用面积: 310/224), in the order of the header. */
  readonly order: readonly ('usable' | 'built')[] | null
  /** 办公用房 / 小计: the sum of its own group, and a part of the whole. */
  readonly sumsGroup: boolean
}


/** No area of premises that stand today: land and open air, what should be or is missing, what is planned, last year's, somebody else's. */
const NOT_PREMISES = new RegExp([
  '占地|土地|用地|宗地|地块|户外|室外|露天|广场|绿化|绿地|停车|院落|菜地',
  '人均|户均|百户|每户|每人|应达|应有|应配|应建|标准|要求|需要|需求|所需|缺|差额|差距|相差|不足|达标|是否|单价|造价|租金|比例|占比|%',
  '规划|拟|计划|新增|新建|在建|待建|扩建|预计|目标|申报|申请|预期|十四五',
  '(?:改造|扩建|新建|搬迁|建成|调整|整改|装修|达标)后',
  '上年|去年|往年|上一年|原(?:有|来)?(?:办公|用房)?(?:使用|建筑)?面积|^原',
  '辖区|管辖|小区|住宅|开发|拆迁面积|拆除面积|出租|物业',
].join('|'))
const TOTAL = /合计|总计|小计|共计|总面积|面积总|总使用|总建筑|总用房|整体|^总$/
const PLAIN = /^(?:使用|建筑|实用)?(?:面积)?(?:[(][^()]*[)])?$/
const OFFICE = /办公/
const ACTIVITY = /活动|文体|文化/
const INSIDE = /其中|内含/
const HELD = /自有|自建|购置|划拨|产权(?!面积|证)|配建|移交|租赁|租用|租借|租入|承租|借用|无偿使用/
const BUILT = /建筑|建面|产权面积|产证面积|证载|房产证|权证|房屋面积|登记面积|测绘/
const USABLE = /使用|实用|可用|套内|净面积|实际使用/

/** Every column of the table that holds areas of premises, with what it holds. */
export function areaColumns(table: SettledTable): readonly AreaColumn[] {
  const found: AreaColumn[] = []
  for (const column of table.columns) {
    const area = areaColumn(column, sheetColumn(table, column.column))
    // 建筑面积/使用面积: the cell itself is read, once, so that one number in it is never taken for both.
    if (area !== null && !(area.order !== null && found.some(each => each.column === area.column))) found.push(area)
  }
  return insideTheirGroups(withOthers(table, roomsInside(found)))
}

/** 办公用房面积 | 办公室面积 | 警务室面积: beside the room where people work, 办公用房 is the house and no part of one. */
function roomsInside(found: readonly AreaColumn[]): readonly AreaColumn[] {
  const isOffice = (each: AreaColumn): boolean => each.part === 'office' && each.tenure === null
  if (!found.some(each => isOffice(each) && nameOf(each).endsWith('室'))) return found
  const houses = new Set(found.filter(each => isOffice(each) && /办公(?:服务)?(?:用房|场所)$/.test(nameOf(each)) && each.group === ''))
  return houses.size !== 1 ? found : found.map(each => (houses.has(each) ? { ...each, part: 'whole' } : each))
}

function nameOf({ header }: AreaColumn): string {
  return header.replace(/[(（][^()（）]*[)）]$/, '').replace(/(?:使用|建筑)?面积$/, '')
}

const OTHERS = /^(?:其他|其它|其余|附属|辅助|服务|公共|配套)(?:用房|房屋|部分|面积)?$/

/** 办公用房 | 活动用房 | 其他 | 合计: numbers between areas and their total are areas, though their word alone says nothing. */
function withOthers(table: SettledTable, found: readonly AreaColumn[]): readonly AreaColumn[] {
  const part = found.find(({ part }) => part === 'office' || part === 'activity'), total = found.find(({ part }) => part === 'total')
  if (part === undefined || total === undefined) return found
  const rows = sampleRows(table.found), more: AreaColumn[] = []
  for (const column of table.columns) {
    const last = normalise(column.header.split(' / ').at(-1) ?? '')
    if (column.filled === 0 || column.by === 'mapping' || !OTHERS.test(last) || found.some(each => each.column === column.column)) continue
    const values = rows.map(cells => cells[column.column - 1] ?? null).filter(value => !isBlank(value))
    if (!values.every(value => typeof value === 'number')) continue
    more.push({ ...part, column: column.column, origin: sheetColumn(table, column.column), unit: column.unit ?? part.unit, part: 'other', header: last, sumsGroup: false })
  }
  return more.length === 0 ? found : [...found, ...more].sort((a, b) => a.column - b.column)
}

function areaColumn(column: SettledColumn, origin: number): AreaColumn | null {
  const levels = column.header.split(' / ').map(level => normalise(level))
  const header = levels.join('/'), last = levels.at(-1) ?? '', group = levels.slice(0, -1).join('/')
  const key = column.key
  const mapped = column.by === 'mapping'
  if (mapped && (!isAreaKey(key))) return null
  const keyed = isAreaKey(key)
  // A word that is nothing else and stands under 面积, or speaks of an area itself, is a part of it.
  const unknown = key === null || key === 'remark' || key === 'payer'
  // 2022年面积 beside 2023年面积 lost its meaning to the later year.
  if (!keyed && /(?:19|20)\d{2}年/.test(header)) return null
  const telling = keyed || (unknown && /面积/.test(header) && column.filled > 0) || (isRoom(key) && /面积/.test(group))
  if (!telling) return null
  if (!mapped && NOT_PREMISES.test(header)) return null
  const order = orderOf(last) ?? orderOf(header)
  const basis = key === 'builtArea' && !USABLE.test(header) ? 'built' : key === 'usableArea' && !BUILT.test(header) ? 'usable' : basisOf(last) ?? basisOf(group) ?? 'open'
  const apart = origin !== column.column
  const office = apart ? key === 'officeArea' : OFFICE.test(header) || key === 'officeArea', activity = apart ? key === 'activityArea' : ACTIVITY.test(header) || key === 'activityArea'
  const held = HELD.test(last) ? tenureOf(last) : HELD.test(group) ? tenureOf(group) : null
  // 建筑面积 | 其中：使用面积 are two measures of one whole.
  const measure = (key === 'usableArea' || key === 'builtArea') && !office && !activity && held === null
  const ofWhich = INSIDE.test(header) && !measure
  const part = office && activity ? (TOTAL.test(last) ? 'total' : 'whole') : office ? 'office' : activity ? 'activity'
    : TOTAL.test(last) || (TOTAL.test(group) && PLAIN.test(last)) ? 'total' : held !== null || ofWhich || !keyed || ofRoom(levels) ? 'other' : 'whole'
  return { column: order === null ? column.column : origin, origin, unit: column.unit, key: keyed ? key : 'area', basis, part: held !== null && part === 'whole' ? 'other' : part, ofWhich, tenure: part === 'total' ? null : held, header, group, order, sumsGroup: (part === 'office' || part === 'activity') && group !== '' && TOTAL.test(last) }
}

/** 一楼面积, 附楼面积: one floor or wing of several. */
const FLOOR = /^(?:[一二三四五六\d底顶负][楼层]|第?[一二三四\d][处址]|(?:主|附|辅|副|分|东|西|南|北|前|后|配)(?:楼|阵地|址|站点?)|(?:主|分|副)(?:办公)?(?:场所|用房))(?:使用|实际使用|建筑)?面积$/

/** 警务室 / 面积: one room and not the house. */
function ofRoom(levels: readonly string[]): boolean {
  return levels.some(level => premisesItem(level)?.isRoom === true || FLOOR.test(level))
}

function isRoom(key: ColumnKey | null): boolean {
  return key !== 'rooms' && isRoomKey(key)
}

function basisOf(text: string): 'usable' | 'built' | null {
  return USABLE.test(text) ? 'usable' : BUILT.test(text) ? 'built' : null
}

function tenureOf(text: string): Tenure | null {
  const words = text.replace(/^其中[:：]?/, '').replace(/(?:建筑|使用|办公|活动)?(?:面积|部分|用房|房屋)+/g, '').split('/')
  for (const word of words.reverse()) {
    const { tenure } = readTenure(word)
    if (tenure !== 'blank' && tenure !== 'unclear') return tenure
  }
  return null
}

/** 建筑面积/使用面积, 使用（建筑）面积: which of the two the first number of a cell is. */
function orderOf(text: string): AreaColumn['order'] {
  const built = text.search(/建筑|建面/), usable = text.search(/使用|实用/)
  if (built < 0 || usable < 0) return null
  // 建筑面积（不是使用面积） tells of one.
  if (/不|非|按/.test(text)) return null
  return built < usable ? ['built', 'usable'] : ['usable', 'built']
}

/** Under 办公用房 / 小计 the other columns of the same group are inside it. */
function insideTheirGroups(columns: readonly AreaColumn[]): readonly AreaColumn[] {
  const sums = columns.filter(each => each.sumsGroup)
  return sums.length === 0
    ? columns
    : columns.filter(each => each.sumsGroup || !sums.some(sum => sum.group === each.group && sum.basis === each.basis))
}

/** A row says where it is or how it is held: a total of the rows above does neither. */
export function saysWhere(cells: readonly CellValue[], table: SettledTable): boolean {
  return columnsOf(table, 'address', 'tenure', 'lease').some(({ column }) => /[\u4e00-\u9fff]{2}/.test(textOf(cells[column - 1] ?? null)))
}
