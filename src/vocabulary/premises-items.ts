import type { RoomId } from '../core/reading'
import { normalise } from './normalise'
import { ROOM_WORDS } from './rooms'
import { rememberWords } from './word-cache'

/** What a row of a list by uses or rooms is about. */
export interface PremisesItem {
  /** `total`: the community's whole; `part`: a room or a use; `outside`: land and open air, no premises. */
  readonly kind: 'total' | 'part' | 'outside'
  /** The word says which area the row gives. */
  readonly basis: 'usable' | 'built' | null
  /** One of the four required rooms, or the use that stands for it. */
  readonly room: RoomId | null
  /** It names a room (警务室) and not a use (活动用房): a list with such rows tells which rooms are there. */
  readonly isRoom: boolean
  /** 其中：警务室 is inside the row above it. */
  readonly ofWhich: boolean
  /** 合计, 小计: exactly the sum of the parts; 总面积 and 使用面积 may hold more than is listed. */
  readonly isSum: boolean
}

const SUM = /^(?:面积|使用面积|建筑面积|用房|房屋)?(?:合计|小计|总计|共计|总和|计)(?:面积|使用面积|建筑面积)?$/
const WHOLE = /^(?:总|整体|全部|现有|实有)?(?:用房|房屋|办公用房|社区用房)?(?:总)?(?:使用|实用|建筑|实际使用)?(?:总)?面积$/
const OUTSIDE = /广场|户外|室外|露天|停车|绿地|绿化|院落|院子|占地|土地|用地|操场|球场|空地/
const USE = /^(?:社区|居委会|居民|其他|其它|辅助|附属|服务|管理|公共|配套|综合|便民|文化|文体|老年|党建|党群|综治|卫生|养老|物业|储藏|仓储|日间照料|志愿|一站式)*(?:办公|活动|服务|业务|辅助|附属|公共|管理|综合|其他|其它|文化|文体|会议|警务|议事|阅览|便民)(?:用房|场所|区域|区|面积|使用面积|房屋|部分|功能区)?$/
/** Any other room of such a house. */
const OTHER_ROOM = /^(?=.{2})[\u4e00-\u9fffA-Za-z“”"()·-]{0,12}(?:室|厅|站|中心|馆|屋|间|点|角|吧|窗口|处|所|食堂|厨房|超市|书房|书吧|之家|学校|课堂|讲堂|驿站|走廊|过道|楼道|楼梯|仓库|库房|大厅|工作区|阵地)$/

const ROOM_OF = new Map<string, RoomId>()
for (const room of Object.keys(ROOM_WORDS) as RoomId[]) for (const word of ROOM_WORDS[room]) ROOM_OF.set(word, room)

/** Reads the word that a row of such a list stands under; `null` when it is none that is known. */
export const premisesItem = rememberWords((text: string): PremisesItem | null => {
  const written = normalise(text).replace(/^(?:[(]?[\d一二三四五六七八九十]{1,2}[)、.．])(?=[\u4e00-\u9fff])/, '')
  const inner = /^(?:其中|内含|含)[:：、,，]?(.+)$/.exec(written)?.[1]
  const ofWhich = inner !== undefined
  const word = (inner ?? written).replace(/[(（][^()（）]*[)）]$/, '').replace(/[:：]$/, '')
  if (word === '' || word.length > 20) return null
  const basis = /使用|实用/.test(word) ? 'usable' : /建筑|建面/.test(word) ? 'built' : null
  const item = (kind: PremisesItem['kind'], more: Partial<PremisesItem> = {}): PremisesItem => ({ kind, basis, room: null, isRoom: false, ofWhich, isSum: false, ...more })
  if (SUM.test(word)) return item('total', { isSum: true })
  if (WHOLE.test(word)) return item('total')
  if (OUTSIDE.test(word)) return item('outside')
  const bare = word.replace(/(?:使用|建筑)?面积$/, '')
  const room = ROOM_OF.get(bare) ?? null
  if (room !== null) return item('part', { room, isRoom: !/(?:用房|场所|区域|区|办公|活动|文化|议事|警务|面积)$/.test(bare) })
  if (USE.test(word)) return item('part')
  return OTHER_ROOM.test(bare) ? item('part', { isRoom: true }) : null
})
