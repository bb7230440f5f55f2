import { isCellError } from '../core/cell'
import type { CellValue } from '../core/cell'
import { ownValue } from '../core/own-value'
import { isNothing } from './answers'
import { castsDoubt } from './doubt-words'
import { normalise } from './normalise'
import type { ValueNoteKey } from './notes'
import { breaksDigits, numbersApart } from './numbers-apart'
import { chineseNumber } from './numerals'

export interface AreaReading {
  /** m2; a range gives its lower end. `null`: no number can be had (2间, 待定), or none is written (`empty`). */
  readonly value: number | null
  /** Bounds in m2 that the writing allows; equal to `value` when exact. `high` is `null` for an open end (200以上). */
  readonly low: number | null
  readonly high: number | null
  /** 约, 左右, 近, 余, 不足: never passes a borderline. */
  readonly about: boolean
  /** The cell itself says which area it is (建筑260), whatever its header says. */
  readonly kind: 'usable' | 'built' | null
  readonly note: ValueNoteKey | null
  /** Nothing is written: blank, a stroke. */
  readonly empty: boolean
  /** Numbers that stand apart in the cell, in m2: whether they are two places or two measures only what stands beside can tell. */
  readonly apart?: readonly number[]
  /** The built area, where the cell gives it beside the usable one. */
  readonly built?: number
}

/** m2 in one of each unit. 亩 is land, 1/15 hectare. */
const UNITS: Readonly<Record<string, number>> = { m2: 1, '㎡': 1, 平方米: 1, 平米: 1, 平方: 1, 平: 1, m: 1, 米: 1, '方': 1, sqm: 1, 万m2: 10_000, 万平方米: 10_000, 万平米: 10_000, 万平: 10_000, 万平方: 10_000, 万: 10_000, 万方: 10_000, 百平方米: 100, 百m2: 100, 千平方米: 1000, 千m2: 1000, 公顷: 10_000, 平方公里: 1_000_000 }
const UNIT = '(?:[万千百]?(?:平方米|平米|平方|平|m2|㎡|sqm|方)|万|m|米)'
const NUMBER = '(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|\\.\\d+)'
/** How far a vague word may be off, as a share. */
const VAGUE = 0.1

const BELOW = '略低于|近|将近|接近|不足|不到|少于|低于|小于|未达|未到|不满|<|≤|不超过|不多于|最多'
const ABOVE = '略超过?|略大于|超|超过|大于|高于|多于|>|≥|至少|不少于|不低于|不小于|最少|逾|达'
const ABOUT = '~|±|\\+-|大致|大体|差不多|约|目测|大约|大概|约为|约有|估计|估测|估|估算|预计|≈|左右|上下|暂估'
// Repeated: no word of it is made of two others (总计, 现有), or there would be ever more ways to read a text.
const LEAD = '(?:上下|前后|左右)?[一二两三四五六\\d](?:层|处|间|栋|幢|楼)(?:楼|房|平房)?|共|合计|总|计|有|为|面积|实际|实有|实测|现|:|='
const SIMPLE = new RegExp(`^(?:${LEAD})*(?<front>${BELOW}|${ABOVE}|${ABOUT})?(?:为|有|:)?(?<low>${NUMBER})(?<unit0>${UNIT})?(?:(?:-|~|至|到|—|–|−|--)(?<high>${NUMBER}))?(?<mid>余|多|来|几|\\+)?(?<unit>${UNIT})?(?<back>±\\d*|左右|上下|余|多|来|有余|出头|开外|挂零|许|以上|及以上|以下|及以下|以内|之内|不到|不足|不等|\\+)?$`)
/** `label number unit` repeated: 办公60活动40, 一楼120㎡、二楼80㎡. */
const PART = new RegExp(`([^\\d.]*?)(${BELOW}|${ABOUT})?(${NUMBER})(${UNIT})?(左右|余|多)?`, 'y')
const ROOMS_ONLY = /^(?:约|共|有)?(?:\d+|[一二两三四五六七八九十]+)(?:大|小)?(?:间|室|处|个|层|套|栋|幢|座|楼)(?:房|房间|房屋|办公室|平房|房子|办公用房|半)?$/
const LAND = new RegExp(`^(?:约|近|共|占地)?(${NUMBER})亩(?:地)?(?:左右|余|多)?$`)
const PLANNED = /^(?:在建|规划|待建|拟建|新建中|建设中|正在建设|计划|规划中|筹建|预计|设计|即将|装修中)/
const NO_AREA = new Set(['无', '没有', '无用房', '无房', '无办公用房', '无独立用房', '暂无用房', '无活动用房', '无面积', '没有用房', '没有办公用房', '无社区用房', '暂无办公用房', '无固定用房', '零', '没房', '无场所', '无阵地'])
const NO_NUMBER = new Set(['合用', '共用', '租用', '借用', '租赁', '不达标', '达标', '有', '是', '若干'])

/**
 * Reads one cell of an area column, in m2.
 * @param unit the unit of the header or the sheet, as `splitHeader` gives it; a unit in the cell goes first
 */
export function readArea(value: CellValue, unit: string | null): AreaReading {
  if (value === null) return EMPTY
  if (isCellError(value)) return noNumber('value.error')
  if (typeof value === 'boolean') return noNumber('value.area-unknown')
  const factor = unitFactor(unit)
  if (factor === 'land') return typeof value === 'number' || /\d/.test(value) ? noNumber('value.area-land') : readText(value, 1, false)
  if (typeof value === 'number') return Number.isFinite(value * 1e10) && value >= 0 ? exact(round(value * factor), factor === 1 ? null : 'value.area-unit') : noNumber('value.area-unknown')
  return readText(value, factor, false)
}

const EMPTY: AreaReading = { value: null, low: null, high: null, about: false, kind: null, note: null, empty: true }

function exact(value: number, note: ValueNoteKey | null): AreaReading {
  if (!Number.isFinite(value)) return noNumber('value.area-unknown')
  return { value, low: value, high: value, about: false, kind: null, note, empty: false }
}

function noNumber(note: ValueNoteKey): AreaReading {
  return { value: null, low: null, high: null, about: false, kind: null, note, empty: false }
}

/** Binary dust off: 0.018 x 10,000 is 180. */
function round(value: number): number {
  return Math.round(value * 1e6) / 1e6
}

function unitFactor(unit: string | null): number | 'land' {
  if (unit === null) return 1
  const word = normalise(plainSquares(unit)).toLowerCase()
  if (/亩$/.test(word)) return 'land'
  return ownValue(UNITS, word) ?? 1
}

/** m^2, m**2, M² and m 2 are one way of writing. */
function plainSquares(text: string): string {
  return text.length > LONGEST ? text : text.replace(/(?<=\d\s?)米\s?[2²２](?![\d０-９])/g, 'm2').replace(/([mMｍＭ])\s?(?:\^|\*{2})?\s?[2²２](?![\d０-９])/g, 'm2').replace(/平方公?尺/g, '平方米')
}

const LONGEST = 500

function readText(written: string, factor: number, inner: boolean): AreaReading {
  const text = saidOfAll(withoutAsides(plainSquares(written)))
  const apart = numbersApart(text.trim())
  if (apart !== null) {
    const values = apart.map(piece => readText(piece, factor, true)).map(reading => reading.value)
    const known = values.filter(value => value !== null)
    return known.length < values.length ? noNumber('value.area-unknown') : { ...noNumber('value.area-apart'), apart: known }
  }
  if (breaksDigits(text)) return noNumber('value.area-unknown')
  // The asterisk is a times sign here, and `normalise` takes it for a mark.
  const word = normalise(text.replace(/(?<=[\d㎡米平方²2])\s*[*＊]\s*(?=\d)/g, '×')).toLowerCase().replace(/,(?=\d{3}(?!\d))/g, '')
  if (NO_AREA.has(word)) return exact(0, null)
  if (/^(?:待定|待核实|待测|待测量|待查|不详|不清|未知|待补|待补充|未测量|待确认)$/.test(word)) return noNumber('value.area-unknown')
  if (isNothing(word)) return EMPTY
  const kinds = bothKinds(word, factor)
  if (kinds !== null) return kinds
  const stripped = withoutBrackets(word)
  if (stripped.bare === '' || ((!/\d/.test(stripped.bare) || ROOMS_ONLY.test(stripped.bare)) && /\d/.test(stripped.inside) && !inner)) return readText(stripped.inside, factor, true)
  const bare = stripped.bare.replace(/[。.,，;；、:：]+$/, '').replace(/\/(?:自有|自建|划拨|租用|租赁|借用)$/, '').replace(/[,，;；、(]?其中.*$/, '').replace(/[,，;；、]?(?:[已未]办证|[有无]证)$/, '')
  const side = sideNote(stripped.inside)
  const found = readBare(bare, factor)
  if (side === null || found.note !== null || found.value === null) return found
  if (side === 'value.area-planned') return noNumber(side)
  if (side === 'value.area-unknown') return noNumber(side)
  if (side === 'value.area-about') return found.about ? found : vague(found.value, '约')
  return { ...found, note: side, ...(side === 'value.area-kind-inside' ? { kind: /使用|实用/.test(stripped.inside) ? 'usable' : 'built' } : {}) }
}

/** 位于人民路12号，共两层，2018年建，面积254平方米: where it stands, since when and how it is built say nothing of how large it is. */
function withoutAsides(word: string): string {
  const clauses = word.split(CLAUSE_END)
  if (clauses.length < 2) return word
  const left = clauses.filter(clause => { const bare = clause.trim(); return bare !== '' && !ADDRESS.test(bare) && !BUILT_IN.test(bare) && !STOREYS.test(bare) })
  return left.length === clauses.length || !left.some(clause => /\d/.test(clause)) ? word : left.join('，')
}
/** 办公用房使用面积120㎡，活动用房使用面积80㎡: what is said of each number is said once, behind them all. */
function saidOfAll(text: string): string {
  const plain = /\d[^,，;；。]*[,，;；。(（]\s*其中/.test(text) ? text.replace(/[,，;；。(（]\s*其中[\s\S]*$/, '') : text.replace(/(?<=^|[,，;；。])其中[:：]?/, '')
  const said = plain.match(/(?:实际)?使用面积/g)?.length ?? 0
  if (said === 0 || BUILT_AREA.test(plain) || (plain === text && said < 2) || (plain.match(MEASURED)?.length ?? 0) !== said) return text
  return `${plain.replace(/(?:实际)?使用面积(?:共计|总计|合计|共|约?为|[:：])*/g, '')}（使用面积）`
}
const BUILT_AREA = /建筑|建面|占地|土地|亩|标准|应/, MEASURED = /\d(?:\.\d+)?\s*(?:平方米|平米|平方|平|m2|㎡)/gi
const CLAUSE_END = /[，;；。\n]|,(?!\d{3}(?!\d))/
const BUILT_IN = /^(?:始?建成?于)?(?:19|20)\d{2}年(?:\d{1,2}月)?(?:份|底|初)?(?:新|改|扩|翻|重|自)?(?:建成?|建造|建设|竣工|启用|投用|投入使用|交付使用|交付|购置|购买|搬入|入驻)?$/
const STOREYS = /^(?:(?:现|现有|共有?)?(?:(?:办公|活动)?(?:用房|场所|阵地))?(?:共|有|共有)?[一二两三四五六\d]处(?:用房)?|(?:共|系|为|地上)?[一二两三四五六\d]层(?:楼房?|建筑)?|(?:砖混|砖木|框架|钢混)结构|平房|楼房|(?:均|都|产权)?(?:为|系|属)?自有(?:产权|用房)?)$/
const ADDRESS = /^(?:现?位于|坐落[于在]?|地址[:：]?|[设现]?在)?[\u4e00-\u9fff]{2,20}\d{1,5}(?:-\d{1,4})?(?:号|弄|巷|栋|幢|单元|号楼)(?:[\u4e00-\u9fff]{0,4}\d{0,4}(?:号|栋|幢|单元|楼|层|室))*$/

/** 建筑260 and 建筑面积260，使用面积180: the usable one is taken where both stand. */
function bothKinds(word: string, factor: number): AreaReading | null {
  const usable = new RegExp(`(?:实际)?(?:使用|实用|净)(?:面积)?(?:约|为|:|：)*(${NUMBER})(${UNIT})?`).exec(word)
  const built = new RegExp(`(?:总)?(?:建筑|建面|房屋)(?:面积)?(?:约|为|:|：)*(${NUMBER})(${UNIT})?`).exec(word)
  const found = usable ?? built
  if (found === null) return null
  const rest = word.replace(usable?.[0] ?? '', '').replace(built?.[0] ?? '', '')
  if (/\d/.test(rest)) return null
  const area = scaled(Number(found[1]), found[2], factor)
  const beside = usable !== null && built !== null ? { built: scaled(Number(built[1]), built[2], factor) } : {}
  return { ...exact(area, 'value.area-kind-inside'), about: /约|左右|余|多|近/.test(word), kind: usable !== null ? 'usable' : 'built', ...beside }
}

function withoutBrackets(word: string): { bare: string; inside: string } {
  const inside: string[] = []
  const bare = word.replace(/[([【<{]([^()[\]【】<>{}]*)[)\]】>}]/g, (_all, content: string) => {
    inside.push(content)
    return ''
  })
  return { bare, inside: inside.join(' ') }
}

/** What the bracket says of a building that is not there yet, or no more. */
const NOT_YET = /在建|规划|待建|拟建|未建|建设中|施工|未完工|未竣工|[未待](?:交付|移交)/
const GONE = /已拆|已拆迁|拆除|已收回|已停用|停用|出租|退租|收回|闲置|废弃|占用|占地|土地|亩|标准|目标|要求|应达|应有|公摊|除|减|假|疑|原有|原为|曾/

/** What is no room, and in the number: 200（含院坝）. */
const OUTSIDE = /(?<![不未无没非])[含包连带](?:[^,，;；不]*)(?:院|坝|广场|绿化|停车|车位|室外|户外|露天|空地|道路|操场|球场|花园)/

function sideNote(inside: string): ValueNoteKey | null {
  if (inside === '') return null
  if (/合用|共用|兼用|合署/.test(inside)) return 'value.area-shared'
  if (GONE.test(inside) || OUTSIDE.test(inside) || castsDoubt(inside)) return 'value.area-unknown'
  if (NOT_YET.test(inside)) return 'value.area-planned'
  if (/建筑|建面|使用面积|实用/.test(inside) && !(/建筑|建面/.test(inside) && /使用/.test(inside))) return 'value.area-kind-inside'
  if (/估|约/.test(inside)) return 'value.area-about'
  return null
}

function readBare(word: string, factor: number): AreaReading {
  if (NO_NUMBER.has(word)) return noNumber(word === '合用' || word === '共用' ? 'value.area-shared' : 'value.area-unknown')
  if (PLANNED.test(word)) return noNumber('value.area-planned')
  const simple = SIMPLE.exec(word)
  if (simple?.groups !== undefined) return readSimple(simple.groups, factor)
  if (ROOMS_ONLY.test(word)) return noNumber('value.area-rooms')
  if (LAND.test(word)) return noNumber('value.area-land')
  const plain = word.replace(/[壹贰叁肆伍陆柒捌玖拾佰仟]/g, figure => '一二三四五六七八九十百千'.charAt('壹贰叁肆伍陆柒捌玖拾佰仟'.indexOf(figure)))
  const chinese = new RegExp(`^(?:约|近)?([一二两三四五六七八九十百千零〇]+)(?:余|多|来)?(${UNIT})?(?:整|左右|余|多)?$`).exec(plain)
  // 百十平 is some hundred, and no 110.
  if (chinese !== null && !/^百十/.test(chinese[1] ?? '') && (chinese[2] !== undefined || /[百千]/.test(chinese[1] ?? ''))) {
    const number = chineseNumber(chinese[1] ?? '')
    if (number !== null) return /约|近|左右|余|多|来/.test(word) ? vague(scaled(number, chinese[2], factor), word) : exact(scaled(number, chinese[2], factor), null)
  }
  return readSum(word, factor)
}

function scaled(number: number, unit: string | undefined, factor: number): number {
  return round(number * (unit === undefined || unit === '' ? factor : ownValue(UNITS, unit) ?? { 万: 10_000, 千: 1000, 百: 100 }[unit.charAt(0)] ?? 1))
}

function readSimple(groups: Readonly<Record<string, string | undefined>>, factor: number): AreaReading {
  const unit = groups.unit ?? groups.unit0
  const low = scaled(Number((groups.low ?? '').replace(/,/g, '')), unit, factor)
  const changed: ValueNoteKey | null = unit !== undefined && /^[万千百]/.test(unit) ? 'value.area-unit' : null
  if (groups.high !== undefined) {
    const high = scaled(Number(groups.high.replace(/,/g, '')), unit, factor)
    if (high < low) return noNumber('value.area-unknown')
    return { value: low, low, high, about: low !== high, kind: null, note: low === high ? changed : 'value.area-range', empty: false }
  }
  const words = `${groups.front ?? ''} ${groups.mid ?? ''} ${groups.back ?? ''}`
  return words.trim() === '' ? exact(low, changed) : vague(low, words)
}

/** Bounds of a vague figure: 近 and 不足 stay below it, 余, 多 and 以上 reach it, 约 may be either side. */
function vague(value: number, words: string): AreaReading {
  const about = { value, about: true, kind: null, note: 'value.area-about' as const, empty: false }
  if (/以上|超|大于|高于|多于|>|≥|至少|不少于|不低于|不小于|最少/.test(words)) return { ...about, low: value, high: null }
  if (/余|多|来|几|\+|出头|开外|挂零|逾/.test(words)) return { ...about, low: value, high: round(value * (1 + VAGUE)) }
  if (/以下|以内|之内|小于|少于|低于|<|≤|不超过|不多于|最多/.test(words)) return { ...about, low: 0, high: value }
  if (/近|接近|不足|不到|未|不满/.test(words)) return { ...about, low: round(value * (1 - VAGUE)), high: value }
  return { ...about, low: round(value * (1 - VAGUE)), high: round(value * (1 + VAGUE)) }
}

/** 12号楼120 has one figure, and so has 12、13号楼共200. */
const HOUSE_NUMBERS = /(?:(?<![\d号楼栋幢元])\d{1,4}(?:[、,，和及~-]\d{1,4})+|\d{1,4})(?:号楼|号|栋|幢|单元|楼)/g

/** Several figures: 120+85, 办公60活动40, 一楼120、二楼80, 3间60㎡, 60×2. Any part not understood leaves the whole unread. */
function readSum(word: string, factor: number): AreaReading {
  // 200.5.3 is no number, and no two.
  if (/\d\.\d+\.\d/.test(word)) return noNumber('value.area-unknown')
  const total = word.split(/[=]/)
  if (total.length === 2 && total[1] !== undefined) return readBare(total[1], factor)
  const product = new RegExp(`^(${NUMBER})(?:${UNIT}|间|层|处|套)?[×x](${NUMBER})(?:间|层|处|套|(${UNIT}))?$`).exec(word)
  if (product !== null) return { ...exact(scaled(Number(product[1]) * Number(product[2]), product[3], factor), 'value.area-sum') }
  const figures: number[] = []
  let shared = false, about = false, labelled = false, at = 0
  const source = word.replace(HOUSE_NUMBERS, '楼').replace(/(?:\d+|[一二两三四五六七八九十]+)(?:间|层|套|处)(?:房|办公室|平房)?/g, apart).replace(/^\/|\/$/g, '').replace(/[左右]{2}/g, '左右')
  while (at < source.length) {
    PART.lastIndex = at
    const part = PART.exec(source)
    if (part === null) break
    const label = (part[1] ?? '').replace(/^[+、,，;；/和及与\s]+|[:：约共为]+$/g, '')
    if (!isPartLabel(label)) return noNumber('value.area-unknown')
    if (label !== '') labelled = true
    if (/合用|共用/.test(label)) shared = true
    if (part[2] !== undefined || part[5] !== undefined || /约/.test(part[1] ?? '')) about = true
    figures.push(scaled(Number((part[3] ?? '').replace(/,/g, '')), part[4], factor))
    at = PART.lastIndex
  }
  const rest = source.slice(at)
  if (figures.length === 0 || !(rest === '' || /^(?:[+、,，;；。]|左右|余|多|不等|平方米|m2|均为自有|自有|租用|租赁|借用|合用|共用)*$/.test(rest))) return noNumber('value.area-unknown')
  // 60/80 does not say what the two are.
  if (/\d[^+、,，;；\d]*\/[^\d]*\d/.test(source) && !labelled) return noNumber('value.area-unknown')
  const sum = round(figures.reduce((a, b) => a + b, 0))
  if (shared || /合用|共用/.test(rest)) return { ...exact(sum, 'value.area-shared'), about }
  if (about) return { ...vague(sum, '约'), note: 'value.area-about' }
  return exact(sum, figures.length > 1 ? (labelled ? 'value.area-parts' : 'value.area-sum') : null)
}

/** A number of floors or rooms goes out of the text, and two numbers beside it stay two: 一层120二层80. */
function apart(all: string, at: number, text: string): string {
  return /\d$/.test(text.slice(0, at)) && /^\d/.test(text.slice(at + all.length)) ? '、' : ''
}

const PART_LABEL = /^(?:[一二三四五六七八九十]{1,3}[楼层]|[东南西北前后新老旧]?[楼院区]|.{0,6}(?:办公|临时|活动|服务|警务|会议|议事|图书|阅览|文化|文体|老年|党建|便民|大厅|中心|用房|面积|场所|室|站|点|处|房|厅|屋|楼|层|阵地|合用|共用|租用|自有|租赁|借用|无偿使用|其他|另|另有|外加|加))$/
function isPartLabel(label: string): boolean {
  return label === '' || (PART_LABEL.test(label) && !/[无未没非不原缺差欠需应减]|占地|土地|标准|目标/.test(label) && !castsDoubt(label))
}
