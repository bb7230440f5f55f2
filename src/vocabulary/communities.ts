import { normalise } from './normalise'
import { withoutNumbering } from './numbering'
import { rememberWords } from './word-cache'

export interface CommunityName {
  /** Without 社区, 居委会 and their like, without a township in front: the same for every way of writing one place. */
  readonly name: string
  /** As written, inner white space removed. */
  readonly label: string
}

/** What may follow a community's name, longest first. */
const SUFFIXES = ['社区综合党委', '社区党群服务中心', '社区综合服务中心', '社区便民服务中心', '社区居民委员会', '社区管理委员会', '社区公共服务站', '社区居委会', '社区服务中心', '社区工作站', '社区服务站', '社区党总支', '社区党支部', '社区"两委"', '社区“两委”', '社区“两委"', '社区两委', '社区管委会', '社区党委', '社区居委', '居民委员会', '党群服务中心', '居委会', '居委', '社区'] as const
/** 村 is part of a village's name; only the office goes. */
const VILLAGE_OFFICES = ['村民委员会', '村委会', '村委'] as const
const NUMBERING = /^(?:[(（]?[一二三四五六七八九十]{1,3}[)）]?[、.．,，]|[(（][一二三四五六七八九十]{1,3}[)）]|[(（]?\d{1,3}[)）]?[、.．,，\-_]|[(（]\d{1,3}[)）]|[①-⑳]|第[一二三四五六七八九十\d]+[、.]|[★●■◆▲·•]+)/
/** 01河南社区, 001河南社区 without any mark between; 3号社区 and 5号路社区 are names. */
const BARE_NUMBER = /^(?:\d{1,2}|0\d{2,3})(?![号院里段区组号街路])(?=[\u4e00-\u9fff]{2,}(?:社区|居委会|居民委员会)$)/
/** The code of the statistics office in front: 321204001河南居委会. */
const CODE = /^\d{6,12}[-_]?(?=[\u4e00-\u9fff]{2})/
const HEADCOUNT = /(?<=社区|居委会|新村)[-—:：]?共?\d+[人名]$/
/** （6人） behind a name says nothing of the name. */
const COUNTED = /(?<=.{2})[(（[【]共?\d{1,3}[人名][)）\]】]$/
const TAIL = /[:：。.,，;；、]+$/
/** A count or remark behind the name: （6人）, （盖章）, (公章). */
const SIDE = /[(（[【][^()（）[\]【】]*[)）\]】]$/
const TOWNSHIP = /^([\u4e00-\u9fff]{2,12}?(?:街道办事处|街道办|街道|镇政府|镇|乡))(?=[\u4e00-\u9fff])/
/** Words that end like a community and are headers, groups or sentences. */
const NO_COMMUNITY = new Set(['社区', '居委会', '本社区', '各社区', '全社区', '该社区', '所属社区', '所在社区', '服务社区', '社区居委会', '示范社区', '村社区', '村(社区)', '镇社区', '市社区', '新社区', '城市社区', '农村社区', '村改居社区', '和谐社区', '精品社区', '智慧社区', '其他社区', '现社区', '居民委员会', '社区居民委员会', '任职社区', '工作社区', '居委', '全部社区', '涉农社区', '原社区', '街道社区', '合计社区', '乡镇社区', '社区服务中心', '党群服务中心', '居住社区', '户籍社区', '管辖社区', '姓名社区', '本居委会', '所属居委会', '所在居委会', '各居委会', '村居委会', '国家级示范社区', '省级示范社区', '市级示范社区'])

/** The name of a community from any of its writings: 河 南 社区居委会 and 姜堰镇河南社区 are 河南; 第一社区 is 第一. */
export const communityName = rememberWords((text: string): CommunityName => {
  return { name: withoutSuffix(withoutTownship(stripped(text))), label: normalise(text).replace(COUNTED, '') }
})

function withoutSuffix(word: string): string {
  for (const suffix of VILLAGE_OFFICES) {
    if (word.endsWith(suffix) && word.length > suffix.length) {
      const rest = word.slice(0, -suffix.length)
      return rest.endsWith('村') || rest.endsWith('社区') ? withoutSuffix(rest) : `${rest}村`
    }
  }
  for (const suffix of SUFFIXES) if (word.endsWith(suffix) && word.length > suffix.length) return word.slice(0, -suffix.length)
  return word
}

/** 姜堰镇河南社区 -> 河南社区, only when a name of two characters or more remains: 景德镇路社区 stays. */
function withoutTownship(word: string): string {
  const match = TOWNSHIP.exec(word)
  if (match === null) return word
  const rest = word.slice(match[0].length)
  const bare = withoutSuffix(rest)
  if (bare === rest && !rest.endsWith('村')) return word
  if (bare.length < 2 || NO_COMMUNITY.has(rest) || SUFFIXES.some(suffix => rest === suffix)) return word
  return TOWNSHIP.test(rest) ? withoutTownship(rest) : rest
}

/** The text is the label of one community: it ends in 社区, 居委会, 新村 …, alone or with numbering, a colon or a count beside it. */
export function isCommunityLabel(text: string): boolean {
  if (text.length > 60) return false
  const word = stripped(text)
  if (word.length < 2 || word.length > 24 || NO_COMMUNITY.has(word)) return false
  if (/[:：,，。;；!?！？"“”=√×]/.test(word)) return false
  if (/^(?:填报|报送|单位|各|本|全|该|合计|小计|总计|注|是否|备注|说明|所在|所属|现|任)/.test(word)) return false
  if (/(?:花名册|名册|统计表|情况表|一览表|汇总表|名单|信息表)$/.test(word)) return false
  const ends = SUFFIXES.some(suffix => word.endsWith(suffix)) || VILLAGE_OFFICES.some(suffix => word.endsWith(suffix)) || /[\u4e00-\u9fff]{2,}(?:新村|村)$/.test(word)
  return ends && /^[\u4e00-\u9fff〇\dA-Za-z()·-]+$/.test(word)
}

/** 清泉社区第1网格, 清泉社区二组: a part of the community. */
const GRID = /^(.{2,}(?:社区|居委会|居民委员会))(?:第?[一二三四五六七八九十\d]{1,3}(?:号)?(?:微?网格|居民小组|小组|片区|片|组)|[-/—])$/

/** 城关镇/社区办/河东社区, 城关镇-河东社区: where the community stands in the books, from the top down. 城东区/城西区社区 are two beside each other. */
const ABOVE = /^[\u4e00-\u9fff]{1,16}(?:省|市|县|(?<=[\u4e00-\u9fff]{2})(?<![社小])区(?<![东西南北中前后新老上下一二三四五]区(?=[/\\][\u4e00-\u9fff]{1,12}区(?:社区|居委会|居民委员会)$))|镇|乡|街道|办|办事处|办公室|科|局|委|政府|中心|组织)(?:[/\\>›»→|_]|[-—]{1,2})+(?=[\u4e00-\u9fff])/

/** The last step of a way through an organisation; the text itself where it is none. */
export function lastOfPath(text: string): string {
  let rest = normalise(text)
  for (let above = ABOVE.exec(rest); above !== null; above = ABOVE.exec(rest)) rest = rest.slice(above[0].length)
  return rest
}

/** Without numbering in front, and without a headcount, a remark or a colon behind. */
function stripped(text: string): string {
  // Circled numbers go before they become plain digits, and white space may be all that parts a number from the name.
  let word = lastOfPath(withoutNumbering(text).rest).replace(NUMBERING, '').replace(CODE, '').replace(BARE_NUMBER, '').replace(TAIL, '').replace(HEADCOUNT, '')
  word = GRID.exec(word)?.[1] ?? word
  for (let turn = 0; turn < 3; turn++) {
    const shorter = word.replace(SIDE, '').replace(TAIL, '')
    if (shorter === word || shorter === '') break
    word = shorter
  }
  return word
}

/** The township or subdistrict that a text names: 姜堰镇河南社区 and 填报单位：姜堰镇社区办 give 姜堰镇. `null` when none. */
export function townshipOf(text: string): string | null {
  const word = normalise(text).replace(/^.*[:：]/, '')
  const whole = /^[\u4e00-\u9fff]{2,10}?(?:街道办事处|街道办|街道|镇政府|镇人民政府|镇|乡)(?:\(盖章\))?$/.exec(word)
  const found = whole?.[0] ?? TOWNSHIP.exec(word)?.[1]
  if (found === undefined) return null
  return found.replace(/\(盖章\)$/, '').replace(/街道办事处$|街道办$/, '街道').replace(/镇政府$|镇人民政府$/, '镇')
}
