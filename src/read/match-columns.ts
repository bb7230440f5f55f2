import { AREA_KEYS, isEducationKey, ROOM_KEY } from '../core/columns'
import type { ColumnKey } from '../core/reading'
import type { FoundTable } from './found-table'
import { headerKeys, splitHeader } from '../vocabulary/headers'
import { headerCell } from './header-cells'

/** A column with what its header may mean. */
export interface ColumnCandidate {
  readonly column: number
  /** Levels joined by ` / `, as written but for white space. */
  readonly header: string
  /** The word that value readers are given: 是否在编, 是否党员. */
  readonly word: string
  readonly candidates: readonly ColumnKey[]
  readonly unit: string | null
  readonly yesNo: boolean
}

/** Words below 面积 that name a part of it, or all. */
const AREA_PART = /^(?:合计|小计|总计|总面积|总|使用|建筑|实用|办公|办公室|办公用房|活动|活动室|活动用房|居民活动|服务|其他|其它|警务室|会议室|议事室|文化活动室|便民服务|食堂|仓库)$/
/** Words below 面积 that name how a part of it is held. */
const HELD = /^(?:其中[:：]?)?(?:自有|自建|购置|划拨|产权|自有产权|配建|移交|租赁|租用|租借|租入|承租|借用|借|租|无偿使用|合用|共用|其中自有|其中租赁|其中借用)(?:面积|部分|用房|房屋)?$/
const AREAS_AND_ROOMS: ReadonlySet<ColumnKey> = new Set<ColumnKey>([...AREA_KEYS, ...Object.values(ROOM_KEY)])

/** Exact meanings of each column: the last level first, then levels joined, then what the group above says. */
export function matchColumns(table: FoundTable): ColumnCandidate[] {
  return table.levels.map((levels, index) => {
    const column = table.header.left + index
    const header = levels.join(' / ')
    const cells = levels.map(headerCell)
    const last = cells.at(-1)
    if (last === undefined) return { column, header, word: '', candidates: [], unit: null, yesNo: false }
    const unit = [...cells].reverse().find(cell => cell.unit !== null)?.unit ?? null
    return { column, header, word: asked(levels.at(-1) ?? '') ?? last.word, candidates: measured(candidatesOf(levels), unit), unit, yesNo: last.yesNo }
  })
}

/** 实有（㎡） beside 标准（㎡） and 缺口（㎡）: square metres are counted, and not heads. */
function measured(keys: readonly ColumnKey[], unit: string | null): readonly ColumnKey[] {
  if (unit === null || !/^(?:m\^?2|㎡|m²|平方米|平米|平方)$/i.test(unit) || !keys.some(key => COUNTED.has(key))) return keys
  return keys.includes('actual') ? ['area'] : keys.filter(key => !COUNTED.has(key))
}
const COUNTED: ReadonlySet<ColumnKey> = new Set<ColumnKey>(['actual', 'approved', 'vacant', 'count'])

/** A level that says when, and nothing else. */
const TIME = /^(?:(?:(?:19|20)\d{2})年?(?:度|[初底末])?|(?:上|去|本|今|当)(?:一)?年(?:度|[初底末])?|年[初底末]|期[初末]|现在|目前|当前|变动[前后]|调整[前后])$/

/** 政治面貌（是否党员） asks what its bracket asks. */
function asked(header: string): string | null {
  return /^[^()（）]{2,}[(（](是否[^()（）]{2,8})[)）]$/.exec(header)?.[1] ?? null
}

function candidatesOf(levels: readonly string[]): readonly ColumnKey[] {
  const last = headerCell(levels.at(-1) ?? '')
  const above = levels.slice(0, -1)
  if (above.length === 0) return last.keys
  // 人员类别 / 2022年 | 2023年: the same thing at two times; the later one is taken.
  if (last.keys.length === 0 && TIME.test(levels.at(-1) ?? '')) return candidatesOf(above)
  const educationAbove = above.map(level => headerCell(level).keys.find(isEducationKey)).filter(key => key !== undefined)
  if (educationAbove.length > 0 || above.some(level => /学历|教育|文化程度/.test(level))) {
    // 学历 / 全日制 / 学历: the nearest group that says which kind of study.
    const way = wayOfStudy(levels.at(-1) ?? '') ?? [...above].reverse().map(wayOfStudy).find(key => key !== null) ?? null
    if (last.keys.some(isEducationKey)) return way === null ? last.keys : [way]
    if (last.keys.length === 0 && way !== null && wayOfStudy(levels.at(-1) ?? '') !== null) return [way]
  }
  // 使用面积 / 合计 | 办公 | 活动 | 其他: figures of areas, whatever the words mean elsewhere.
  if (above.some(level => /面积/.test(level)) && AREA_PART.test(last.word)) return headerKeys([...above.map(level => splitHeader(level).word), last.word].join('/')).filter(key => AREAS_AND_ROOMS.has(key))
  // 使用面积 / 自有 | 租赁 | 借用: one area, parted by how it is held.
  if (last.keys.length === 0 && above.some(level => /面积/.test(level)) && HELD.test(last.word)) return above.some(level => /使用|实用/.test(level)) ? ['usableArea'] : above.some(level => /建筑/.test(level)) ? ['builtArea'] : ['area']
  // 正式人员 / 应配 joined is one word in some vocabularies and two levels in others: the longer match says more.
  const joins = [levels.join(''), levels.slice(-2).join('')]
  if (last.keys.length !== 1) for (const join of joins) {
    const keys = headerCell(join).keys
    if (keys.length > 0) return keys
  }
  return last.keys
}

function wayOfStudy(text: string): ColumnKey | null {
  const keys = headerCell(text).keys
  if (keys.includes('educationFullTime')) return 'educationFullTime'
  if (keys.includes('educationInService')) return 'educationInService'
  if (/^(?:全日制|第一学历|普通全日制)/.test(text)) return 'educationFullTime'
  if (/^(?:在职|后取|继续教育|非全日制)/.test(text)) return 'educationInService'
  return null
}
