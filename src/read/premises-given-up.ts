import { daysInMonth, ymd } from '../core/day'
import type { Place } from '../core/place'
import type { Measured, PremisesDoubt, PremisesRow, RoomId, RoomState } from '../core/reading'
import { normalise, textOf } from '../vocabulary/normalise'
import { rowOf } from './grid'
import { sheetColumn } from './settle-table'
import type { SettledTable } from './settle-table'
import type { TurningDays } from './turning-days'

const NO_LONGER = '(?:退租|停租|不再租用|退还|归还|交还|腾退|腾空|收回|停用|停止使用|不再使用|弃用|废弃|报废|拆除|拆掉|拆完|拆|拆迁|灭失|倒塌|变卖|出售|转让|置换出去)'
const LET = '(?:对外|整体|全部)?(?:出租|转租|外借|出借)'
const WHEN = '(?:(?:(?:19|20)\\d{2}年?(?:[.\\-/]?\\d{1,2}月?(?:\\d{1,2}日)?)?|去年|前年|今年|年初|上半年|下半年|\\d{1,2}月)(?:份|底|初|末|中旬|起|前|后|以来)*)'
const SUBJECT = '(?:该处|此处|本处|该房屋|该用房|此房|该房|房屋|用房|办公用房|场所|场地|因[\\u4e00-\\u9fff]{1,10}?)'
const BY = '(?:被[\\u4e00-\\u9fff]{0,8}?|由[\\u4e00-\\u9fff]{1,10}?|[镇街区市县]政府|街道|房东|业主|产权单位|开发商|物业)'
const BEHIND = '(?:完毕|完成|了|使用|(?:给|还)?(?:原)?(?:房东|业主|产权单位|出租方|产权人|单位|主人|房主|开发商|物业|学校|街道|[镇街区市县]政府))?'
/** A whole clause: 已退租, 2022年停用, 已被街道收回, 因拆迁已停用. */
const GONE = new RegExp(`^${SUBJECT}?${WHEN}?${BY}?(?<over>(?:已经?|现已|均已|早已|业已))?${BY}?(?:于)?${WHEN}?(?:全部|整体|正式)?${NO_LONGER}${BEHIND}$`)
const LET_OUT = new RegExp(`^${SUBJECT}?${WHEN}?(?:已经?|现已|现|目前)?${WHEN}?${LET}(?:中|给.{1,10})?$`)
/** 已移交, 已移交街道: whether the community got it or gave it away is not told. 已移交社区 is the community's. */
const HANDED = new RegExp(`^${SUBJECT}?${WHEN}?(?:已经?|现已|均已)${WHEN}?(?:全部|整体|正式)?移交(?:完毕|完成|使用)?(?:[给至到]?(?<whom>[\\u4e00-\\u9fff]{1,12}))?$`)
/** 停用 alone says how it is; the others alone may lie ahead. */
const STATE = /^(?:现|现在|目前)?(?:停用|停止使用|不再使用|弃用|废弃)$/
/** The words somewhere in a clause that says of a part, or more than is understood. */
const SPOKEN = /(?:已经?|被|\d年?(?:\d{1,2}月)?(?:底|初|份|起)?)[^未没不无]{0,6}(?:退租|停租|腾退|收回|停用|停止使用|不再使用|弃用)/
/** What takes a house away or leaves it without use, in words of which the rest is not understood: 已被法院查封, 现闲置, 已整体搬迁. */
const LOST = /查封|被?征用|被[^,]{0,6}占|(?:他人|别人|企业|商户|租户)占用|(?:归|退|返|交)还|已还给|(?:租|让|借|腾)给|租与|搬[离走出]|(?:已|整体|全部|正在)搬迁|搬迁中|迁[出往走]|不在(?:此|这里|该处)|空置|闲置|关[闭停]|停[办业]|歇业|停用|暂停使用|无人(?:使用|办公)|[挪改]作?他用|[坍倒垮]塌|[烧焚]毁|(?:无法|不能|不宜|不可|难以)(?:继续|正常)?(?:使用|办公)|(?:现|目前|已|一直|长期)由(?!本|我|社区|居委)[^,]{1,8}(?<!提供)(?:使用|经营)$/
/** 利用闲置校舍改建, 2020年搬迁至现址, 拟退还: of what was before, of where it came from, or of what lies ahead. */
const NOT_LOST = /利用|盘活|改[造建]|迁?(?:入|至此|到此|现址)|周末|夜间|节假日|押金|[未没非拟待将防免][^,]{0,5}(?:封|占|还|给|[搬迁]|置|闭|停|用|塌|毁)|(?:计划|准备|即将|预计|可能)/
const NOT_YET = /(?:[未没不无拟待将应须需]|计划|准备|即将|预计|可能)[^,]{0,4}(?:退|停|腾|收|弃|拆|移)/
const OF_ANOTHER = /原(?!单位|产权|业主|房东|主人|房主)|旧|老(?!龄|年|人)/
const PARTLY = /部分|局部|一半|[一二三四五六]楼|[一二三四五六]层|\d楼|\d层|\d+间|[一二两三]间/
const OURS = /社区|居委|我|本|村委/
const OWN_TENURE = /移交|配建|配套|开发|划拨/
const LONGEST = 80
const CLAUSES = /[,，。;；、()]/

/**
 * What a remark, a status or a tenure says of a place that is no longer used: `gone`, or `open` where it is handed over to nobody knows whom, let out,
 * given up in part, on a day that may lie ahead, or with more beside it than is understood.
 * @param asOf yyyymmdd; `undefined` where no day is known
 * @param isOld the place itself is called the old one (原办公用房)
 */
export function givenUpIn(text: string, asOf: number | undefined, isOld: boolean, tenure = ''): 'gone' | 'open' | null {
  const plain = normalise(text).replace(/^[(【[]|[)】\]]$/g, '')
  if (plain === '' || plain.length > LONGEST) return null
  const answers = plain.split(CLAUSES).filter(clause => clause !== '').map(clause => ofClause(clause, asOf, isOld, tenure))
  if (answers.length > 0 && answers.every(answer => answer === 'gone')) return 'gone'
  return answers.some(answer => answer !== null) ? 'open' : null
}

function ofClause(clause: string, asOf: number | undefined, isOld: boolean, tenure: string): 'gone' | 'open' | null {
  const plain = isOld ? clause.replace(/^(?:原|旧|老)(?:址|房|办公楼|办公用房|用房|房屋|场所)?/, '') : clause
  if (OF_ANOTHER.test(plain) || NOT_YET.test(plain)) return null
  const gone = GONE.exec(plain)
  if (gone !== null) {
    const span = spanOf(plain), year = span === null ? Number(/(?:19|20)\d{2}/.exec(plain)?.[0] ?? 0) : Math.floor(span.from / 10_000)
    // To the month or the day: before it the house stands, and within the month nobody knows.
    if (span !== null && asOf !== undefined) return asOf < span.from ? null : asOf < span.to ? 'open' : 'gone'
    // 拆迁 alone, and 2025年拆除, are told by the words on demolition.
    if (year === 0) return gone.groups?.over !== undefined || /^被|被/.test(plain) || STATE.test(plain) ? 'gone' : /拆/.test(plain) ? null : 'open'
    // What is to be pulled down stands today.
    if (gone.groups?.over === undefined && asOf !== undefined && year > Math.floor(asOf / 10_000) && /拆/.test(plain)) return null
    return asOf !== undefined && year <= Math.floor(asOf / 10_000) - (gone.groups?.over === undefined && asOf % 10_000 < 1231 ? 1 : 0) ? 'gone' : 'open'
  }
  if (LET_OUT.test(plain)) return 'open'
  const handed = HANDED.exec(plain)
  if (handed !== null) return OURS.test(handed.groups?.whom ?? '') || (handed.groups?.whom === undefined && OWN_TENURE.test(tenure)) ? null : 'open'
  if (LOST.test(plain) && !NOT_LOST.test(plain)) return 'open'
  return SPOKEN.test(plain) || (PARTLY.test(plain) && /(?:停用|退租|收回|腾退)/.test(plain)) ? 'open' : null
}

/** A month or a day of a clause, as yyyymmdd: from when the place may be given up, and from when it is. */
const MONTH = /((?:19|20)\d{2})(?:年|[.\-/])(\d{1,2})(?:(?:月|[.\-/])(\d{1,2})日?|月|$|(?!\d))/
function spanOf(clause: string): { readonly from: number; readonly to: number } | null {
  const [, year = 0, month = 0, day] = (MONTH.exec(clause) ?? []).map(Number)
  if (year === 0 || month < 1 || month > 12) return null
  if (day !== undefined && day >= 1 && day <= daysInMonth(year, month)) return { from: ymd(year, month, day), to: ymd(year, month, day) }
  return { from: ymd(year, month, 1), to: ymd(year, month, daysInMonth(year, month)) }
}

function noteSpan(clause: string, turning: TurningDays): void {
  const span = GONE.test(clause) ? spanOf(clause) : null
  if (span === null) return
  turning.note(span.from)
  turning.note(span.to)
}

/** The doubt that a place's own words raise; `null` where they raise none, or no area stands there to be doubted. */
export function givenUp(
  place: PremisesRow, table: SettledTable, asOf: number | undefined, turning: TurningDays | null = null,
): PremisesDoubt | null {
  const area = place.usable ?? place.unspecified ?? place.activity ?? place.built
  if (area === null || area.value === null || area.value <= 0 || place.tenure === 'in-building' || place.tenure === 'none') return null
  const { sheet } = table.found, cells = rowOf(sheet, place.row)
  const isOld = table.columns.some(
    ({ key, column }) => NAMES.has(key ?? 'item') && OLD_NAME.test(normalise(textOf(cells[column - 1] ?? null))),
  )
  const told = table.columns.filter(column => SAYS.has(column.key ?? '') || (column.key === null && OF_USE.test(column.header)))
  for (const { key, column } of told) {
    const value = cells[column - 1] ?? null
    if (typeof value !== 'string') continue
    if (turning !== null) for (const clause of normalise(value).split(CLAUSES)) noteSpan(clause, turning)
    const answer = key === 'item' && LET_USE.test(normalise(value)) ? 'gone' : givenUpIn(value, asOf, isOld, place.tenureWord)
    if (answer === null) continue
    const at: Place = { sheet: sheet.name, row: place.row, column: sheetColumn(table, column) }
    return { kind: answer === 'gone' ? 'given-up' : 'perhaps-given-up', places: [area.place, at], values: [area.value], communities: [] }
  }
  return null
}

const NAMES: ReadonlySet<string> = new Set(['item', 'name', 'address'])
const OLD_NAME = /^(?:原|旧|老(?!年|龄))/
const SAYS: ReadonlySet<string> = new Set(['item', 'remark', 'status', 'tenure'])
/** A use by others: 出租, 商铺, 对外经营. */
const LET_USE = /^(?:对外|整体|已)*(?:出租|招租|转租|外租|经营|商业|商铺|门面|店面)/
const OF_USE = /使用(?:情况|状况|状态)|^现状|状态$|^说明|情况说明/

/** The place as its own words leave it: nothing of it counts today, or as much as is written, and nobody knows which. */
export function withoutPlace(place: PremisesRow, isGone: boolean): PremisesRow {
  const { lease: _lease, allRooms: _allRooms, ...rest } = place
  const left = (area: Measured | null): Measured | null => {
    if (area === null || area.value === null) return area
    return { ...area, value: isGone ? 0 : null, low: 0, high: area.high ?? area.value, about: false, doubtful: true }
  }
  const states = Object.entries(place.rooms).map(([room, state]) => [room, state === 'absent' ? state : 'unknown'])
  const rooms = Object.fromEntries(states) as Record<RoomId, RoomState>
  return { ...rest, rooms, demolition: isGone ? 'blank' : place.demolition, usable: left(place.usable), unspecified: left(place.unspecified), activity: left(place.activity), built: left(place.built) }
}
