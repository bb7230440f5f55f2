import type { ColumnKey } from '../core/reading'
import { HEADER_WORDS } from './header-words'
import { readEmployment } from './employment'
import { normalise } from './normalise'
import { readPolitics } from './politics'
import { roomsOfHeader } from './rooms'
import { rememberWords } from './word-cache'

export { HEADER_WORDS }

export interface HeaderWord {
  /** Normalised, without numbering, unit and notes. */
  readonly word: string
  /** Unit in the header, as written but for width: ㎡, m2, 万元, 岁. */
  readonly unit: string | null
  /** The column is answered with yes and no. */
  readonly yesNo: boolean
}

/** Several keys for one word, in the order in which they are likelier. */
const KEYS_OF = new Map<string, readonly ColumnKey[]>()
for (const key of Object.keys(HEADER_WORDS) as ColumnKey[]) {
  for (const word of HEADER_WORDS[key]) {
    const before = KEYS_OF.get(word)
    if (before === undefined) KEYS_OF.set(word, [key])
    else if (!before.includes(key)) KEYS_OF.set(word, [...before, key])
  }
}
/** Words where the order of the table above is not the order of likelihood. */
const LIKELIER: Readonly<Record<string, readonly ColumnKey[]>> = {
  办公面积: ['area', 'officeArea'],
  办公用房面积: ['area', 'officeArea'],
  办公用房: ['roomOffice', 'area', 'officeArea'],
  办公场所: ['roomOffice', 'officeArea'],
  办公使用面积: ['usableArea', 'officeArea'],
  // 自有120㎡ is both: the area goes first, and its cell tells the tenure too.
  办公用房情况: ['area', 'tenure'],
  用房情况: ['area', 'tenure'],
  办公用房使用面积: ['usableArea', 'officeArea'],
  编制: ['employment', 'approved'],
  在编: ['employment', 'actual'],
  在岗: ['status', 'actual'],
  来源: ['source', 'tenure', 'employment'],
  性质: ['employment', 'tenure'],
  类别: ['employment', 'item'],
  名称: ['community', 'name', 'item'],
  镇: ['township', 'payer'],
  街道: ['township', 'payer'],
  镇街: ['township', 'payer'],
  '镇(街道)': ['township', 'payer'],
  其他: ['remark', 'payer'],
  其它: ['remark', 'payer'],
  现学历: ['educationInService', 'education'],
  原学历: ['educationFullTime', 'education'],
  职称: ['certificate', 'position'],
  现有: ['actual'],
}
for (const [word, keys] of Object.entries(LIKELIER)) KEYS_OF.set(word, keys)

const NUMBERING = /^(?:[(（]?\d{1,2}[)）、.．:：](?!\d)|[(（][一二三四五六七八九十]{1,3}[)）][、.]?|[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十\d]{1,2}[项列栏][:：]?|[a-zA-Z][、.．](?=[\u4e00-\u9fff]))/
const UNIT = '(?:单位[:：])?(?:人民币)?(?:[百千万亿]?元(?:[/每·](?:人|月|年|m2|㎡|平方米|平米|户|人·月|人·年|人/月|人/年|月/人|年/人|季|天|次|平方)){0,2}|[万千百]?(?:m\\^?2|㎡|平方米|平米|平方|m²|平)|亩|公顷|平方公里|[百千万]人|[百千万]户|人|名|位|户|个|间|处|套|栋|幢|岁|周岁|年|月|个月|日|%|％|‰|人次|次|天|元整|米|m|期|分|项|件|万|户数|人数)'
const UNIT_ALONE = new RegExp(`^${UNIT}$`, 'i')
const UNIT_BESIDE = new RegExp(`^(?:${UNIT})[、,，;；].*|.*[、,，;；](?:${UNIT})$`)
const UNIT_BEHIND = new RegExp(`^(.+?)[/:：、\\-]?(${UNIT})$`, 'i')
const BRACKET_AT_END = /^(.+?)[([【<]([^()[\]【】<>]*(?:\([^()]*\))?[^()[\]【】<>]*)[)\]】>]$/
const YES_NO_WORD = /^(?:是否|有无|是不是|能否)|(?:与否|是否)$|[^或]否$/
const YES_NO_SIDE = /^(?:是\/?否|是、否|是或否|有\/?无|有、无|有或无|√|打√|填是否|填"?是"?或"?否"?|打勾|是填1否填0|1\/0|y\/n|√\/×|√或×|是打√|有打√|是否|填写是或否|填是\/否)$/i

/** Parts a header as written into its word, its unit and whether it is answered with yes and no. */
/** 大专以上打√, 是的打√. */
const TICKED = /^(.*?)(?:的|者|请)*(?:打|划|画)(?:[√✓✔]|勾|钩|对勾)?$/
export const splitHeader = rememberWords((text: string): HeaderWord => {
  // Circled numbers go before they become plain digits.
  let word = normalise(text.replace(/^\s*[①-⑳⑴-⒇⒈-⒛㈠-㈩]/u, '')).replace(/[“”"'‘’「」]/g, '')
  word = word.replace(NUMBERING, '').replace(/[:：。;；,，、]+$/, '')
  let unit: string | null = null
  let yesNo = false
  for (let turn = 0; turn < 3; turn++) {
    const match = BRACKET_AT_END.exec(word)
    if (match === null) break
    const side = match[2] ?? '', base = match[1] ?? ''
    if (YES_NO_SIDE.test(side)) yesNo = true
    // 文化程度（大专以上打√） asks 是否大专以上.
    const ticked = TICKED.exec(side)?.[1]
    if (ticked !== undefined) {
      yesNo = true
      word = KEYS_OF.has(`是否${ticked}`) ? `是否${ticked}` : base
      continue
    }
    if (UNIT_ALONE.test(side)) {
      unit ??= side.replace(/^单位[:：]/, '').replace(/^人民币/, '')
      word = base
      continue
    }
    // 村(社区) and 职务(岗位) are words of their own.
    if (KEYS_OF.has(word.toLowerCase())) break
    // 正式（应配） asks for the establishment, 正式（实有） for the people.
    if (/^(?:应配|应有|核定|编制|实有|现有|空缺|缺编|缺额|缺口)(?:数|人数)?$/.test(side) && /^(?:正式|聘用|合同制|编外|临时)/.test(base)) {
      word = base + side.replace(/(?:人数|数)$/, '')
      break
    }
    const inUnit = UNIT_BESIDE.exec(side)
    if (inUnit !== null && unit === null) {
      const parts = side.split(/[、,，;；]/)
      unit = parts.find(part => UNIT_ALONE.test(part))?.replace(/^单位[:：]/, '') ?? null
    }
    word = base
  }
  if (unit === null && !KEYS_OF.has(word.toLowerCase())) {
    // 面积㎡, 金额/万元, 使用面积:平方米
    const joined = UNIT_BEHIND.exec(word)
    if (joined !== null && KEYS_OF.has((joined[1] ?? '').toLowerCase())) {
      word = joined[1] ?? ''
      unit = joined[2] ?? null
    }
  }
  if (YES_NO_WORD.test(word)) yesNo = true
  return { word, unit, yesNo }
})

/** Group words above a column that say nothing of their own. */
const NEUTRAL = /^(?:.*(?:基本情况|人员情况|个人情况|基本信息|个人信息|人员信息|基础信息|主要情况|情况|信息|概况|其中|有关情况|内容|明细|名册|一览|统计|数据|资料|状况|项目))$/
const FULL_TIME = /^(?:学历情况|学历|教育情况|教育|文化程度|学历学位)?\/?(?:全日制(?:教育|学历|学历教育|教育学历)?|第一学历|初始学历|原始学历)$/
const IN_SERVICE = /^(?:学历情况|学历|教育情况|教育|文化程度|学历学位)?\/?(?:在职(?:教育|学历|学历教育|教育学历)?|非全日制(?:教育|学历)?|继续教育(?:学历)?|后取学历|后续学历|现学历)$/
const EDUCATION_LAST = new Set(['学历', '学历学位', '学历(学位)', '学历/学位', '学历层次', '文化程度', '学历名称', '最高学历', '学位学历', '学历及学位', '学历、学位', '层次', '受教育程度'])

/**
 * The keys that a header word may stand for. Exact words only; several mean that the values must settle it; none means unknown.
 * Levels may be joined by `/`: 全日制教育/学历.
 */
export const headerKeys = rememberWords((text: string): readonly ColumnKey[] => {
  const word = normalise(text).replace(/[“”"'‘’「」]/g, '').toLowerCase()
  const whole = KEYS_OF.get(word)
  if (whole !== undefined) return whole
  if (/[/、,，和及与]/.test(word) && roomsOfHeader(word).length >= 2) return ['rooms']
  const offered = keyOfOptions(word)
  if (offered !== null) return [offered]
  if (word.includes('/')) return joinedKeys(word)
  const dated = OF_A_YEAR.exec(word)?.[1]
  if (dated !== undefined) {
    const keys = (KEYS_OF.get(dated) ?? NONE).filter(key => YEARLY.has(key))
    if (keys.length > 0) return keys
  }
  // 是否设有警务室: whatever room it asks for.
  const asked = ASKS_FOR.exec(word)?.[1], rooms = asked === undefined ? NONE : (KEYS_OF.get(asked) ?? bareKeys(asked)).filter(key => key.startsWith('room'))
  if (rooms.length > 0) return rooms
  if (TOLD_IN_WORDS.test(word)) return ['area', 'tenure']
  const floor = OF_A_PART.exec(word)?.[1]
  if (floor !== undefined) return KEYS_OF.get(floor) ?? NONE
  // 到社区工作日期, 首次工作时间: a day has several words, and one meaning.
  const day = OF_A_DAY.exec(word)?.[1], days = day === undefined ? NONE : (KEYS_OF.get(`${day}时间`) ?? NONE).filter(key => DAYS.has(key))
  return days.length > 0 ? days : bareKeys(word)
})
const OF_A_DAY = /^(?:首次|初次|最早|实际)?([\u4e00-\u9fff]{2,}?)(?:年份?月份?日?|日期|时间)$/
const DAYS: ReadonlySet<ColumnKey> = new Set<ColumnKey>(['birth', 'hired', 'joined', 'partyJoined'])
/** A group's number or a lead-in that adds nothing: 本人姓名 is in no table, nor is 现政治面貌. */
function bareKeys(word: string): readonly ColumnKey[] {
  const bare = word.replace(/^(?:现有|现|目前|本人|个人|其|社工|干部|职工|员工|人员|社区工作者|工作人员|社区)(?=[\u4e00-\u9fff]{2,})/, '').replace(/(?:情况|名称|信息)$/, '')
  return bare === word || bare.length < 2 ? NONE : KEYS_OF.get(bare) ?? NONE
}
const ASKS_FOR = /^(?:是否(?:建|设|配|具|拥)?有|有无|是否设立|是否设置|是否建立|是否具备)(.{2,})$/
/** 用房情况, 阵地建设现状: sentences about the premises. */
const TOLD_IN_WORDS = /^(?:社区|现有?|办公|活动|服务|综合|及|和|、)*(?:用房|阵地|场所|房屋)(?:建设|使用|基本)?(?:情况|现状|概况)(?:说明|描述)?$/
/** 一层使用面积, 分阵地面积: the area of one floor, wing or site. */
const OF_A_PART = /^(?:[一二三四五六\d底顶负][楼层]|第?[一二三四\d][处址]|(?:主|附|辅|副|分|东|西|南|北|前|后|配)(?:楼|阵地|址|站点?)|(?:主|分|副)(?:办公)?(?:场所|用房))((?:使用|实际使用|建筑)?面积)$/
const NONE: readonly ColumnKey[] = Object.freeze([])

/** 聘用或在编, 党员/团员/群众: a header that offers the values of its column. */
function keyOfOptions(word: string): ColumnKey | null {
  const options = word.split(/[/、,或]/).filter(option => option !== '')
  if (options.length < 2) return null
  const kinds = new Set(options.map(option => readEmployment(option, '').employment))
  if (kinds.has('formal') && kinds.has('contracted') && !kinds.has('unknown')) return 'employment'
  return options.every(option => readPolitics(option, '').note === null) && options.some(option => /[党团]员/.test(option)) ? 'politics' : null
}

/** 2020年预算数, 2023年度经费, 上年决算数, 本年人数: a word of money or number with its year. */
const OF_A_YEAR = /^(?:(?:19|20)\d{2}年?(?:度|底|末)?|(?:本|上|当|去|今|次|下|明)(?:一)?年(?:度|底|末)?)[-:]?(.{2,})$/
const YEARLY: ReadonlySet<ColumnKey> = new Set<ColumnKey>(['amount', 'pay', 'insurance', 'unitPrice', 'count', 'actual', 'approved', 'vacant', 'usableArea', 'builtArea', 'area', 'households', 'population'])

/** 四室情况/警务室, 基本情况/姓名, 学历/全日制教育, 核定编制/正式: the last level, as its group colours it. */
function joinedKeys(word: string): readonly ColumnKey[] {
  const levels = word.split('/').map(level => splitHeader(level).word.toLowerCase()).filter(level => level !== '')
  const last = levels.at(-1)
  if (last === undefined) return NONE
  const groups = levels.slice(0, -1)
  const group = groups.join('/')
  const joined = KEYS_OF.get(levels.join('/'))
  if (joined !== undefined) return joined
  if (groups.some(each => FULL_TIME.test(each)) && EDUCATION_LAST.has(last)) return ['educationFullTime']
  if (groups.some(each => IN_SERVICE.test(each)) && EDUCATION_LAST.has(last)) return ['educationInService']
  if (FULL_TIME.test(last) && /学历|文化|教育/.test(group)) return ['educationFullTime']
  if (IN_SERVICE.test(last) && /学历|文化|教育/.test(group)) return ['educationInService']
  // 办公用房 over 面积 is the area of the offices; 活动用房 over it that of the activity rooms.
  if (/^(?:面积|使用面积|建筑面积|小计面积)$/.test(last)) {
    if (/活动/.test(group) && !/办公/.test(group)) return ['activityArea']
    if (/办公/.test(group) && /其中/.test(group)) return ['officeArea']
    return last === '面积' ? (/使用|实用/.test(group) ? ['usableArea'] : /建筑/.test(group) ? ['builtArea'] : ['area']) : KEYS_OF.get(last) ?? NONE
  }
  if (/面积/.test(group) && /^(?:使用|实用|实际使用|净)$/.test(last)) return ['usableArea']
  if (/面积/.test(group) && /^(?:建筑|建筑面积|产权|证载)$/.test(last)) return ['builtArea']
  if (/面积/.test(group) && /^(?:办公|办公用房|办公室)$/.test(last)) return ['officeArea']
  if (/面积/.test(group) && /^(?:活动|活动用房|活动室|居民活动|服务)$/.test(last)) return ['activityArea']
  if (/面积/.test(group) && /^(?:合计|小计|总|总计|总面积)$/.test(last)) return /使用/.test(group) ? ['usableArea'] : /建筑/.test(group) ? ['builtArea'] : ['area']
  if (/核定|编制数|职数|员额|应配|应有|定编|计划配备|目标/.test(group)) return ['approved']
  if (/空缺|缺编|缺额|缺口|差额|超编/.test(group)) return ['vacant']
  if (/实有|现有|实配|在岗人数|现任|在编人数/.test(group) && /正式|聘用|合计|小计|人数|编外|临时|合同|人员/.test(last)) return ['actual']
  if (/资金来源|经费来源|资金渠道|来源/.test(group)) {
    const keys = KEYS_OF.get(last)
    if (keys?.includes('payer') === true) return ['payer']
  }
  const alone = KEYS_OF.get(last) ?? bareKeys(last)
  if (alone.length > 0) return alone
  // 社区/办公室情况: the level above, when the last one is neutral.
  return NEUTRAL.test(last) ? KEYS_OF.get(groups.at(-1) ?? '') ?? bareKeys(groups.at(-1) ?? '') : NONE
}
