import { isCellError } from '../core/cell'
import type { CellValue } from '../core/cell'
import type { RoomId, RoomState } from '../core/reading'
import { isNothing, plainAnswer } from './answers'
import { castsDoubt } from './doubt-words'
import { chineseFor } from './english-values'
import { lexicon } from './grammar'
import { normalise, textOf } from './normalise'
import type { ValueNoteKey } from './notes'
import { chineseNumber } from './numerals'
import type { RoomStyle } from './room-style'
import { COUNTED, MARK, WHERE_IT_IS, isAside, roomOfWords } from './room-words'
import { rememberWords } from './word-cache'

export interface RoomReading {
  readonly state: RoomState
  readonly note: ValueNoteKey | null
}

export interface RoomsReading {
  readonly rooms: Partial<Record<RoomId, RoomState>>
  /** Whether the cell says that all four are there; `null` when it does not tell. */
  readonly complete: boolean | null
  readonly note: ValueNoteKey | null
}

/** The four required rooms by the names that sheets give them. To teach a new one, add it to its line. */
export const ROOM_WORDS: Readonly<Record<RoomId, readonly string[]>> = {
  office: ['社区办公室', '办公室', '居委会办公室', '综合办公室', '社区居委会办公室', '党群办公室', '集中办公室', '办公场所', '办公区', '办公用房', '社区办公用房', '居委会办公用房', '社区办公场所', '工作室', '工作用房', '办公', '社区办', '两委办公室', '书记办公室', '社区综合办公室', '联合办公室', '办公室(服务大厅)', '便民服务大厅', '服务大厅', '办事大厅', '一站式服务大厅'],
  police: ['警务室', '社区警务室', '警务站', '社区警务站', '警务工作站', '警务工作室', '治安警务室', '治安室', '民警工作室', '民警室', '警务', '警务点', '片警室', '综治警务室', '警民联系室', '警民联调室', '警务(治安)室', '警务室(综治室)', '警务用房', '公安警务室'],
  meeting: ['民主议事室', '议事室', '会议室', '协商议事室', '民主协商室', '协商室', '议事厅', '民主议事厅', '居民议事室', '居民议事厅', '议事协商室', '议事协商厅', '民主议事', '议事', '党群议事室', '党员议事室', '多功能会议室', '民主议事协商室', '居民协商议事室', '红色议事厅', '民主恳谈室', '民情恳谈室', '议事会议室', '议事(会议)室', '会议(议事)室', '会议室(议事室)', '议事室(会议室)', '党员会议室', '大会议室', '协商议事厅', '民主议事会议室', '居民会议室', '村居议事室', '议事活动室'],
  culture: ['文化活动室', '活动室', '文体活动室', '阅览室', '图书室', '图书阅览室', '文化室', '文体室', '居民活动室', '文娱室', '文娱活动室', '文化活动中心', '文体活动中心', '活动中心', '综合文化活动室', '社区文化活动室', '社区活动室', '老年活动室', '娱乐室', '多功能活动室', '文化站', '社区文化室', '社区文化中心', '综合活动室', '综合文化室', '群众活动室', '文化活动', '文体活动', '文娱活动', '居民活动', '文化娱乐', '文体', '文化娱乐室', '棋牌室', '电子阅览室', '农家书屋', '社区书屋', '图书馆', '书画室', '活动用房', '居民活动用房', '文化活动用房', '文化活动室(图书室)', '文化(活动)室', '文体(活动)室', '文化', '活动'],
}
const ROOM_OF = new Map<string, RoomId>()
for (const room of Object.keys(ROOM_WORDS) as RoomId[]) for (const word of ROOM_WORDS[room]) ROOM_OF.set(word, room)

/** The required room that a header names; `null` when it names none. */
export function roomOfHeader(word: string): RoomId | null {
  const plain = normalise(word).replace(/^(?:\(?[一二三四1-4]\)?[.、)]?)(?=[\u4e00-\u9fff]{2})/, '').replace(/^(?:是否有|有无|是否设有|是否具备|是否设置|是否建有|是否有独立|有独立|独立|设置|设立)/, '')
  const whole = ROOM_OF.get(plain)
  if (whole !== undefined) return whole
  const last = plain.split('/').at(-1) ?? plain
  return ROOM_OF.get(last) ?? ROOM_OF.get(last.replace(/(?:有无|情况|设置|建设|面积|数量|数|个数|间数|\([^()]*\)|是否具备|是否有|使用情况|配备情况)+$/, '')) ?? null
}

const SHARED = /^(?:有|是|√|已)?[(,，、]?(?:与|同|和)?.{0,10}?(?:合用|共用|兼用|共享|合署|一室多用|合并使用|合并|混用|兼|合设|合建|公用)(?:使用|办公|室)?\d*(?:m2|㎡|平方米|平)?[)]?$/
const PLANNED = /^(?:在建|待建|规划|拟建|筹建|建设中|正在建|正在建设|规划中|计划|装修中|改造中|准备|即将|待启用|未启用|待设|拟设|年内建成|预计|\d{4}年(?:底)?建成)/
const PRESENT_WORD = new Set(['独立', '单独', '单设', '独用', '独立设置', '单独设置', '单独设立', '已建', '已设', '已有', '已设立', '已建成', '已配备', '已设置', '有独立', '独立使用', '专用', '建有', '设有', '配有', '具备', '达标', '完成', '完善', '齐全', '自有', '租用', '租赁', '借用', '正常', '正常使用', '在用', '已启用', '开放', '良好', '合格', '健全', '到位', '有1间', '规范', '标准'])
const ABSENT_WORD = new Set(['尚未建设', '尚未建', '未建设', '暂未建', '暂未建设', '无此室', '无此功能室', '没有此室', '空', '无', '没', '没有', '未建', '未设', '未设立', '未设置', '未配', '未配备', '未建成', '缺', '缺少', '欠缺', '无独立', '无此室', '不具备', '不达标', '未达标', '暂无', '暂缺', '尚无', '无用房', '无场所', '没有设', '不足', '零', '未开设'])
const SIZED = /^(?:有|独立|约|近|共)?\(?(?:约|近)?(\d+(?:\.\d+)?)(?:m2|㎡|平方米|平米|平方|平|间|个|处|室)?(?:左右|余|多)?\)?$/
const DASH = /^[/\\—–_-]+$/

/**
 * Reads one cell of a room column.
 * @param style the way the column is filled: a blank in a √ column is no, in a 有/无 column nobody knows
 */
export function readRoom(value: CellValue, style: RoomStyle): RoomReading {
  if (isCellError(value)) return { state: 'unknown', note: 'value.error' }
  if (typeof value === 'number') return { state: value > 0 ? 'present' : value === 0 ? 'absent' : 'unknown', note: null }
  const written = normalise(textOf(value)).toLowerCase(),
    word = chineseFor('answer', written) ?? written
  if (word === '') return { state: style === 'tick' ? 'absent' : 'unknown', note: null }
  const plain = plainAnswer(word)
  if (plain !== null) return { state: plain === 'yes' ? 'present' : 'absent', note: null }
  if (ABSENT_WORD.has(word) || DASH.test(word)) return { state: 'absent', note: null }
  if (isNothing(word)) return { state: 'unknown', note: null }
  if (PRESENT_WORD.has(word)) return { state: 'present', note: null }
  if (SHARED.test(word) && !/^(?:无|未|不|没)|取消|撤销|停止/.test(word)) return { state: 'shared', note: null }
  if (PLANNED.test(word)) return { state: 'absent', note: 'value.room-planned' }
  const sized = SIZED.exec(word)
  if (sized !== null) return { state: Number(sized[1]) > 0 ? 'present' : 'absent', note: null }
  const bracketed = /^([^()]+)\(([^()]*)\)$/.exec(word)
  if (bracketed !== null) {
    const outer: RoomReading = readRoom(bracketed[1] ?? '', style)
    const inner: RoomReading = readRoom(bracketed[2] ?? '', 'unknown')
    if (outer.state === 'present' && (inner.state === 'shared' || inner.note === 'value.room-planned')) return inner
    if (outer.note !== 'value.unknown-word' && !castsDoubt(bracketed[2] ?? '') && (inner.note !== 'value.unknown-word' || WHERE_IT_IS.test(bracketed[2] ?? '') || isAside(bracketed[2] ?? ''))) return outer
    // What the bracket says is not understood: neither there nor not.
    return toldOf(word)
  }
  if (/^[一二两三四五六七八九十]间$/.test(word)) return { state: 'present', note: null }
  return toldOf(word)
}

function toldOf(word: string): RoomReading {
  const told = roomOfWords(word)
  return told === 'planned' ? { state: 'absent', note: 'value.room-planned' } : { state: told ?? 'unknown', note: told === null ? 'value.unknown-word' : null }
}

type Kind = RoomId | 'planned' | 'nearly' | 'have' | 'lack' | 'only' | 'all' | 'none' | 'part' | 'shared' | 'filler' | 'separator'
const piecesOf = lexicon<Kind>({
  ...ROOM_WORDS,
  have: [COUNTED, '有', '已有', '设有', '建有', '具备', '配有', '现有', '√', '已建', '设立', '设置', '独立', '有独立'],
  lack: ['少', '还少', '暂无', '暂缺', '尚无', '未设立', '未设置', '尚未设立', '尚未设置', '暂未设', '暂未设立', '暂未设置', '缺', '缺少', '无', '没有', '未设', '未建', '欠', '还缺', '尚缺', '差', '缺乏', '不含', '除', '×'],
  only: ['仅', '只有', '仅有', '只', '仅设', '只设', '仅具备'],
  all: ['一厅四室', '四室一厅', '四室俱备', '全部齐全', '全部配齐', '已全部配齐', '全部建成', '已全部建成', '全部设置', '4室齐全', '4室', '四个室', '四个室都有', '四间', '均已设置', '均已设立', '均已配备', '均已建立', '均设置', '均设立', '配备齐全', '配置齐全', '设置齐全', '设施齐全', '功能齐全', '功能室齐全', '各室齐全', '样样齐全', '齐备', '齐', '四室齐全', '四室均有', '四室都有', '四室合一', '四室俱全', '四室具备', '四室一站', '四室达标', '全部具备', '全有', '都有', '均有', '具备四室', '有四室', '俱全', '达标', '已达标', '完备', '健全', '全', '已达到', '达到', '符合', '均具备', '都具备', '全部达标', '四室', '四室一站齐全', '四室全', '完善', '到位', '实现', '已实现', '建成', '已建成', '完成', '已完成', '落实', '已落实', '配齐', '已配齐', '建齐'],
  none: ['一个都没有', '一间都没有', '一室都没有', '均没有', '均未设', '均未设置', '均未设立', '均未建', '均未建成', '都未建', '都未设', '全部没有', '均无', '都没有', '全无', '四室均无', '没有四室', '无四室', '未设四室'],
  part: ['缺一', '缺二', '缺三', '缺一室', '缺两室', '缺二室', '缺三室', '缺1室', '缺2室', '缺3室', '差一室', '差两室', '差1室', '差2室', '少一室', '少一间', '少两室', '少1室', '缺一间', '缺两间', '差一间', '仅一室', '仅两室', '仅三室', '仅1室', '仅2室', '仅3室', '只有一室', '只有两室', '只有三室', '只有1室', '只有2室', '只有3室', '未全部配齐', '未全部建成', '未全部达标', '未配全', '没配齐', '未设齐', '不齐备', '不齐备', '三室', '两室', '不齐', '不齐全', '不全', '未达标', '不达标', '不完善', '不具备', '部分', '未达到', '不符合', '不健全', '四室不全', '四室不齐', '四室不齐全', '未齐全', '未配齐', '尚不齐全', '未实现', '没有实现', '未建成', '尚未建成', '未完成', '未落实', '没有达到', '没达标', '未能达到', '尚未实现', '尚未达到', '尚未达标', '未全', '基本没有', '不完备', '未到位'],
  shared: ['四室共用', '合用一间', '共用一间', '共用一室', '合用一室', '合用', '共用', '兼用', '合一', '一室多用', '合署'],
  planned: ['在建', '建设中', '正在建', '正在建设', '筹建', '筹建中', '规划中', '规划', '待建', '拟建', '拟设', '待设', '改造中', '装修中', '完善中', '待完善', '推进中', '待启用', '即将建成', '准备设'],
  nearly: ['基本', '大部分', '大致', '部分室', '多数'],
  filler: ['社区', '的', '室', '等', '为', '已', ':', '-', '均', '各', '1', '间', '一间', '各一间', '外', '其余', '其他', '以外', '另', '标准', '在', '.', '共', '"', '“', '”', '尚', '且', '设', '建'],
  separator: ['/', '、', ';', ',', '，', '；', '+', '和', '及', '与', '(', ')', '。', '|', '\\'],
})
const LIST_TAIL = /(?:\([^()]*\))?(?:设置|建设|配备|配置|使用)?(?:情况|状况)?(?:是否(?:齐全|具备|达标)|有无|是否有)?$/

/** The different rooms that a header lists, in its order: 办公室/警务室/议事室/活动室. Empty when it names none, or anything else beside. */
export const roomsOfHeader = rememberWords((text: string): readonly RoomId[] => {
  const word = normalise(text).replace(/[“”"'‘’]/g, '')
  const bracketed = /^[^()]*\(([^()]*[/、,][^()]*)\)[^()]*$/.exec(word)?.[1]
  for (const each of [word.replace(LIST_TAIL, ''), bracketed]) {
    const rooms = each === undefined ? [] : listed(each)
    if (rooms.length > 0) return rooms
  }
  return []
})

function listed(word: string): RoomId[] {
  const rooms = new Set<RoomId>()
  for (const { kind } of piecesOf(word)) {
    if (kind === 'office' || kind === 'police' || kind === 'meeting' || kind === 'culture') rooms.add(kind)
    else if (kind !== 'filler' && kind !== 'separator' && kind !== 'have' && kind !== 'all') return []
  }
  return [...rooms]
}

/**
 * Reads one cell of a column whose header lists rooms: 齐全 and √ speak of those listed, √/√/×/√ of each in turn, and a list of its own as anywhere.
 * @param rooms what the header lists
 */
export function readListedRooms(value: CellValue, rooms: readonly RoomId[]): RoomsReading {
  const told = roomsInText(value)
  if (rooms.length < 2) return told
  const parts = typeof value === 'string' ? normalise(value).split(/[/、,，;；\s]+/).filter(part => part !== '') : []
  if (parts.length === rooms.length) {
    const each = parts.map(part => readRoom(part, 'unknown'))
    if (each.every(reading => reading.state !== 'unknown')) {
      const complete = rooms.length === ALL_ROOMS.length && each.every(reading => reading.state !== 'absent')
      return { rooms: Object.fromEntries(rooms.map((room, at) => [room, each[at]?.state ?? 'unknown'])), complete: rooms.length < ALL_ROOMS.length ? null : complete, note: each.find(reading => reading.note !== null)?.note ?? null }
    }
  }
  if (rooms.length === ALL_ROOMS.length || told.complete !== true) return told
  return { rooms: Object.fromEntries(rooms.map(room => [room, told.rooms[room] ?? 'present'])), complete: null, note: told.note }
}

const ALL_ROOMS: readonly RoomId[] = ['office', 'police', 'meeting', 'culture']

/** Reads one cell of a column for all four: 齐全, 是, 3, 办公室、警务室, 缺警务室. A list names what is there; the rest is taken as absent. */
export function roomsInText(value: CellValue): RoomsReading {
  if (value === null || isCellError(value)) return { rooms: {}, complete: null, note: value === null ? null : 'value.error' }
  // A line break, and white space behind a room's name, part two rooms; inside a name they are only spread letters.
  const word = normalise(textOf(value).replace(/(?<=\S)[\s\u3000]*[\n\r]+[\s\u3000]*(?=\S)|(?<=[室厅站馆屋间角吧家])[\s\u3000]{1,20}(?=[\u4e00-\u9fff]{2})/g, '、')).toLowerCase()
  if (word === '') return { rooms: {}, complete: null, note: null }
  const counted = /^(?:有|共|已有|具备|现有|共有)?(?:(\d+)|([一二两三四五六七八九十零]))(?:室|间|个|处)?(?:一站)?(?:合一)?$/.exec(word)
  if (counted !== null) return fromCount(counted[1] !== undefined ? Number(counted[1]) : chineseNumber(counted[2] ?? '') ?? 0)
  if (word === '无' || word === '没有' || word === '均无' || word === '暂无') return { rooms: every('absent'), complete: false, note: null }
  const plain = plainAnswer(word)
  if (plain === 'yes') return { rooms: every('present'), complete: true, note: null }
  if (plain === 'no' && !DASH.test(word)) return { rooms: {}, complete: false, note: 'value.rooms-count-only' }
  if (isNothing(word) || DASH.test(word)) return { rooms: {}, complete: null, note: null }
  // 否，缺警务室: the answer, and what it means.
  const answered = /^(是|否)[,，、;；:(（]+([^()（）]{2,})[)）]?$/.exec(word)
  if (answered !== null) {
    const told = fromPieces(answered[2] ?? '')
    const complete = answered[1] === '是'
    if (told.complete === null || told.complete === complete) return told.note === 'value.unknown-word' ? { rooms: complete ? every('present') : {}, complete, note: told.note } : { ...told, complete }
    return { rooms: told.rooms, complete: null, note: 'value.unknown-word' }
  }
  return fromPieces(word)
}

function fromCount(count: number): RoomsReading {
  if (count >= 4) return { rooms: every('present'), complete: true, note: null }
  if (count === 0) return { rooms: every('absent'), complete: false, note: null }
  return { rooms: {}, complete: false, note: 'value.rooms-count-only' }
}

/** 办公室2间、警务室（20㎡）: how many and how large says only that it is there, unless it is nought. */
const SIZE_BEHIND = /\(?(?:共|约)?(\d+(?:\.\d+)?)(?:间|个|处|m2|㎡|平方米|平米|平)(?:左右)?\)?/g

function fromPieces(word: string): RoomsReading {
  const pieces = withOtherRooms(word.replace(SIZE_BEHIND, (_all, size: string) => (Number(size) === 0 ? '无' : COUNTED)).replace(/\((?:19|20)\d{2}年?(?:\d{1,2}月)?(?:建成?|底)?\)/g, ''))
  const present = new Set<RoomId>(), absent = new Set<RoomId>()
  const marksAhead = MARK.test(pieces[0]?.text ?? '')
  const marks = new Set<Kind>(), maybe = new Set<RoomId>()
  let others = false
  // Rooms named and not yet told of: 缺 and 有 speak of what follows, or of what they stand behind (办公室有、警务室无).
  let waiting: RoomId[] = [], lacking = false, before: RoomPiece['kind'] | null = null
  const settle = (missing: boolean): void => {
    for (const room of waiting) (missing ? absent : present).add(room)
    waiting = []
  }
  for (const [at, { kind, text, room }] of pieces.entries()) {
    if (kind === 'unknown') return { rooms: {}, complete: null, note: 'value.unknown-word' }
    if (kind === 'other') { others = true; continue }
    if (kind === 'maybe') { if (room !== undefined) maybe.add(room); continue }
    switch (kind) {
      case 'have': case 'only': case 'lack': {
        // 无独立警务室: how the room would be does not make it one.
        if (kind === 'have' && before === 'lack') break
        const behind = waiting.length > 0 && (endsClause(pieces[at + 1]) || text === COUNTED || (MARK.test(text) && !marksAhead))
        // 缺警务室1间: how many are lacking makes none of them.
        settle(behind && !(lacking && text === COUNTED) ? kind === 'lack' : lacking)
        if (!behind) lacking = kind === 'lack'
        break
      }
      case 'planned': settle(waiting.length > 0); marks.add(kind); break
      case 'all': case 'part': case 'none': case 'shared': case 'nearly': marks.add(kind); break
      case 'separator': if (/[,，;；。]/.test(text)) settle(lacking); break
      case 'filler': break
      default: waiting.push(kind)
    }
    if (kind !== 'filler') before = kind
  }
  settle(lacking)
  if (maybe.size === 0) return others && present.size + absent.size + marks.size === 0 ? { rooms: every('absent'), complete: false, note: 'value.rooms-part' } : settled(present, absent, marks)
  if (present.size + absent.size + marks.size === 0) for (const room of ALL_ROOMS) if (!maybe.has(room)) absent.add(room)
  const told = settled(present, absent, marks), rooms = { ...told.rooms }
  // 儿童活动室 may be the 活动室 that is asked for, or another one.
  for (const room of maybe) if (!present.has(room)) rooms[room] = 'unknown'
  return { rooms, complete: told.complete === true ? true : null, note: 'value.unknown-word' }
}

type RoomPiece = { readonly kind: Kind | 'other' | 'maybe' | 'unknown'; readonly text: string; readonly room?: RoomId }

/** Rooms beyond the four: 档案室, 卫生站, 妇女儿童之家. They stand in the same lists and say nothing of the four. */
const OTHER_ROOM = /^[\u4e00-\u9fffa-z·“”"]{2,14}(?:室|厅|站|点|中心|馆|屋|房|家|角|吧|窗口|食堂|超市|学校|课堂|讲堂|驿站|阵地|园地|基地|长廊|走廊|广场|舞台|书院|诊所|超市|门诊|之窗|空间|小站|仓库|库房|大厅|公社|联盟)$/
const SAYS_MORE = /[无未没缺欠差不]|暂|待|在建|合用|共用|兼/
const PARTS = /([/、;,，；+|\\。]|(?<=[室厅站馆屋间角吧家点])[及和与](?=[\u4e00-\u9fff]{2}))/

/** The pieces of a list of rooms, each clause by itself: one that names another room leaves the rest to be understood. */
function withOtherRooms(word: string): readonly RoomPiece[] {
  const whole = piecesOf(word)
  if (!whole.some(piece => piece.kind === 'unknown')) return whole
  const pieces: RoomPiece[] = []
  for (const part of word.split(PARTS)) {
    if (part === '') continue
    const own = piecesOf(part), bare = part.replace(/(?:有|◆|各?[一二两三四五六七八九十\d]+[间个处])$/, '').replace(/^(?:设有|建有|另有|有|及|和|与|等)/, '')
    const named = own.some(piece => piece.kind === 'office' || piece.kind === 'police' || piece.kind === 'meeting' || piece.kind === 'culture')
    if (own.some(piece => piece.kind === 'unknown') && !SAYS_MORE.test(bare) && OTHER_ROOM.test(bare)) {
      // 儿童活动室 and 书记办公室 are of the kind, and not surely the one that is asked for.
      if (named) for (const { kind } of own) { if (kind === 'office' || kind === 'police' || kind === 'meeting' || kind === 'culture') pieces.push({ kind: 'maybe', text: part, room: kind }) }
      else pieces.push({ kind: 'other', text: part })
    } else pieces.push(...own)
  }
  return pieces
}

function endsClause(next: RoomPiece | undefined): boolean {
  return next === undefined || next.kind === 'separator'
}

function settled(present: ReadonlySet<RoomId>, absent: ReadonlySet<RoomId>, marks: ReadonlySet<Kind>): RoomsReading {
  const shared = marks.has('shared'), planned = marks.has('planned')
  if (marks.has('none')) return { rooms: every('absent'), complete: false, note: null }
  if (absent.size > 0 && present.size === 0) {
    // 缺警务室 leaves the others there; 警务室在建 tells nothing of them.
    const rooms: Partial<Record<RoomId, RoomState>> = planned ? {} : every(shared ? 'shared' : 'present')
    for (const room of absent) rooms[room] = 'absent'
    return { rooms, complete: false, note: planned ? 'value.room-planned' : 'value.rooms-part' }
  }
  if (present.size > 0) {
    const rooms: Partial<Record<RoomId, RoomState>> = {}
    for (const room of ALL_ROOMS) rooms[room] = present.has(room) ? (shared ? 'shared' : 'present') : 'absent'
    return { rooms, complete: present.size === ALL_ROOMS.length, note: present.size === ALL_ROOMS.length ? null : 'value.rooms-part' }
  }
  if (planned) return { rooms: {}, complete: false, note: 'value.room-planned' }
  if (marks.has('part')) return { rooms: {}, complete: false, note: 'value.rooms-count-only' }
  // 基本齐全 is said where something may be missing.
  if (marks.has('nearly')) return { rooms: {}, complete: null, note: 'value.rooms-count-only' }
  if (marks.has('all')) return { rooms: every(shared ? 'shared' : 'present'), complete: true, note: null }
  if (shared) return { rooms: every('shared'), complete: true, note: null }
  return { rooms: {}, complete: null, note: 'value.unknown-word' }
}

function every(state: RoomState): Record<RoomId, RoomState> {
  return { office: state, police: state, meeting: state, culture: state }
}
