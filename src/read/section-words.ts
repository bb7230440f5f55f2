import type { Presence } from '../core/reading'
import { isCommunityLabel } from '../vocabulary/communities'
import { readEmployment } from '../vocabulary/employment'
import type { EmploymentReading } from '../vocabulary/employment'
import { unitLine } from '../vocabulary/money'
import { normalise } from '../vocabulary/normalise'
import { withoutNumbering } from '../vocabulary/numbering'
import type { NumberingStyle } from '../vocabulary/numbering'
import { presenceOfWord } from '../vocabulary/status'
import { communityInText, isTownshipUnit } from './place-names'

/** What a line among the rows of a list says of the rows below it. */
export interface SectionWords {
  /** Its community, as the index of communities is asked for it. */
  readonly community: string | null
  /** A town or an office above the communities: no community holds below it. */
  readonly town: boolean
  readonly employment: EmploymentReading | null
  /** 离职人员, 拟招聘人员, 借调人员; `present` for 在职人员. */
  readonly presence: Presence | null
  /** （正式3人）: as many people of the kind are said to stand below; the kind holds only where they do. */
  readonly count?: number
  /** 其他人员: not told whose, unless every community has such a group. */
  readonly others?: true
  /** The style of its number, to tell its level by. */
  readonly style: NumberingStyle
  /** The number itself; `null` where it has none. */
  readonly number: number | null
}

export interface SectionContext {
  /** The workbook names such a community elsewhere. */
  readonly isKnown: (text: string) => boolean
  /** A bare name (清泉) may be a community: no column tells it. `counted`: only with a number, a count or a bracket beside it. */
  readonly bare: 'no' | 'counted' | 'yes'
}

const LONGEST = 40
/** 社区名称：, 所属居委会：, 填报单位（盖章）：. What follows is a community even as a bare name. */
const LABEL_WORDS =
  '(?:所属|所在|填报|填表|报送|上报|编制|编报|用人|服务|任职|工作|本)?(?:社区居委会|社区居民委员会|社区|居委会|居民委员会|村\\(社区\\)|村\\(居\\)|村居|村\\/社区|社区\\/村|单位|部门|机构)(?:名称|全称|名)?(?:\\((?:盖章|公章|章|签章|全称)\\))?'
const LABEL = new RegExp(`^${LABEL_WORDS}[:：](.+)$`), LABEL_ALONE = new RegExp(`^${LABEL_WORDS}$`)

/** 所属社区, 单位名称: a cell of its own that says that the next cell names the place of the rows below. */
export function isPlaceLabel(text: string): boolean {
  return LABEL_ALONE.test(normalise(text).replace(/[:：]$/, ''))
}
const DECORATED = /^[★☆◆◇●○■□▲△▶►·•=＝\-—–_~～*#※>》\s\u3000]+|[★☆◆◇●○■□▲△◀◄·•=＝\-—–_~～*#※<《:：;；。.,，\s\u3000]+$/g
const BRACKETED = /^[(【[<《〔「『](.+)[)】\]>》〕」』]$/
const SIDE = /[(【[<《〔「『]([^()【】[\]<>《》〔〕「」『』]*)[)】\]>》〕」』]$/
/** （7人） 共7人 7名 behind a name. */
const COUNT = /(?:[-—:：,，](?:共|计|合计|共计|现有|实有)?|共|计|合计|共计|现有|实有|(?<=社区|居委会))\d{1,4}(?:人|名|位|户|个)?$|\d{1,4}(?:人|名|位)$/
const LEAD = /^(?:以下|下列|下面|如下|附)(?:为|是)?[:：]?(?=.{2})/
const NOUNS = /(?:基本)?(?:人员)?(?:花名册|名册|名单|一览表|情况表|统计表|信息表|登记表|明细表|汇总表|基本情况|情况|信息|明细|如下|台账|附后)$/

/** Lists of people who are not on the staff, or not yet. */
const CANDIDATES = /应聘|入围|面试|笔试|候选|拟|储备|后备|待录|待招|待聘|待入职|待报到|待上岗|招考|报考|居民代表|楼栋长|楼组长|居民小组长|志愿者|志愿服务|义工/
const FORMER = /离职|离岗|离任|历任|往届|上届|离退|退休|退职|退养|卸任|免职|调出|调离|调走|已离|已调|去世|已故|病故|亡故|死亡|辞|解聘|开除|除名|减员|停聘|不再聘/
/** 退休返聘 is a kind, and 在职及退休人员 says nothing of each. */
const STILL_THERE = /返聘|在职|在岗|现任|留任|新进|新增/
const LONGEST_STATUS = 14
/** A group of the staff that is neither a place nor a kind: 网格队伍, 党建条线, 窗口人员, 班子成员. */
const GROUP = /^(?:[一二三四五六七八九十\d]|第|社区|居委会?|党|团|妇|工|残|联|支部|总支|委|班子|两|网格|条线|窗口|服务|综治|民政|计生|劳动|劳保|保障|文化|文体|城管|卫生|物业|治保|调解|信访|财务|后勤|行政|专职|专干|社工|工作者|工作|辅助|协管|管理|一般|普通|主要|负责|书记|主任|副|成员|干部|组|站|中心|办公室|大厅|建|线|岗位?|员|人|队伍|类|部分|全体|其中|和|及|、|领导)+$/

const OTHERS = /^其[他它](?:工作)?(?:人员|类|类别)?$/
/** 八一 is a name. */
const NUMERALS = /^[一二三四五六七八九十]+$/

/**
 * What a line says that stands alone among the rows of a list: its community however it is numbered, labelled, bracketed or counted;
 * a kind of staff (聘用人员), a status (离职人员名单), a town. `null`: it is not understood, and nothing is known of the rows below it.
 */
export function sectionWords(text: string, context: SectionContext): SectionWords | null {
  if (text.length > LONGEST * 3) return null
  const { rest, style } = withoutNumbering(text.replace(/^[\s\u3000★☆◆◇●○■□▲△▶►·•※]+/, ''))
  const whole = normalise(text)
  const said = (more: Partial<SectionWords>): SectionWords => ({
    community: null,
    town: false,
    employment: null,
    presence: null,
    style,
    number: style === '' ? null : numberOf(text),
    ...more,
  })
  // 三水 is a name, and not the third of anything, where it is known.
  if (/^[\u4e00-\u9fff]{2,12}$/.test(whole) && context.isKnown(whole) && !isTownshipUnit(whole)) return said({ community: whole })
  let core = withoutCounts(normalise(rest.replace(DECORATED, '')))
  if (core === '' || core.length > LONGEST || unitLine(core) !== null) return null
  const labelled = LABEL.exec(core)?.[1]
  if (labelled !== undefined) core = labelled
  core = core.replace(LEAD, '')
  let marked = style !== '' || labelled !== undefined
  const sides: string[] = []
  for (let turn = 0; turn < 4; turn++) {
    let shorter = core.replace(DECORATED, '')
    const inner = BRACKETED.exec(shorter)?.[1]
    if (inner !== undefined && !/[()【】[\]<>《》]/.test(inner)) { shorter = inner; marked = true }
    const side = SIDE.exec(shorter)
    if (side !== null && side.index > 0) { sides.push(side[1] ?? ''); shorter = shorter.slice(0, side.index) }
    if (COUNT.test(shorter)) { marked = true; shorter = shorter.replace(COUNT, '') }
    if (shorter === core || shorter === '') break
    core = shorter
  }
  if (sides.some(side => /\d/.test(side))) marked = true
  if (core === '' || /[。；;!?！？]|^(?:以上|上述|上列)/.test(core)) return null
  const bare = core.replace(NOUNS, '') || core
  const group = kindOf(bare, core) ?? sides.map(side => kindOf(side, side)).find(found => found !== null) ?? null
  const community =
    placeOf(core, context, labelled !== undefined, marked, bare) ??
    sides.map(side => (isCommunityLabel(side) ? side : null)).find(found => found !== null) ??
    null
  if (community !== null) {
    const own = group === null || isCommunityLabel(core) ? {} : group
    return said({ community, ...own, ...kindBehind(core), ...sideKind(sides) })
  }
  // 注：某同志工资关系在镇 ends like a town and is a sentence.
  const office = bare.replace(/(?:机关)?(?:工作)?(?:人员|干部|职工)$/, '')
  if ([bare, core, office].some(isTownshipUnit) && !/[:：,，、]/.test(core)) return said({ town: true })
  if (group !== null) return said(group)
  if (OTHERS.test(bare)) return said({ others: true })
  return GROUP.test(bare) && !NUMERALS.test(bare) ? said({}) : null
}

/** 清泉社区：编制4人，实有正式3人、聘用4人 is the name of the place with counts behind it. */
function withoutCounts(core: string): string {
  const [, place = '', counts = ''] = PLACE_AND_COUNTS.exec(core) ?? []
  return place !== '' && counts.split(/[,，、;；。]/).every(piece => piece === '' || /^[\u4e00-\u9fff:：]{0,10}\d{1,4}[人名个户处位]?$/.test(piece)) ? place : core
}
const PLACE_AND_COUNTS = /^([\u4e00-\u9fff]{1,16}?(?:社区居民委员会|社区居委会|居民委员会|居委会|社区))[:：,，](.*\d.*)$/

/** 三 of 三、荷叶社区. */
function numberOf(text: string): number | null {
  const word = /^[\s(（【第]*([一二三四五六七八九十]{1,3}|\d{1,3})/.exec(text)?.[1]
  if (word === undefined) return null
  if (/^\d/.test(word)) return Number(word)
  const [tens, ones] = word.includes('十') ? word.split('十') : ['', word]
  const digit = (each: string | undefined): number => (each === undefined || each === '' ? 0 : NUMERAL_DIGITS.indexOf(each) + 1)
  return (word.includes('十') ? Math.max(1, digit(tens)) * 10 : 0) + digit(ones)
}
const NUMERAL_DIGITS = '一二三四五六七八九'

function sideKind(sides: readonly string[]): Partial<SectionWords> {
  for (const side of sides) {
    const count = /^(\D+?)[:：]?共?(\d{1,3})[人名位]$/.exec(side), said = count === null ? side : (count[1] ?? '')
    const kind = /\d/.test(said) ? null : kindOf(said, said)
    if (kind !== null) return count === null ? kind : { ...kind, count: Number(count[2]) }
  }
  return {}
}

/** 清泉社区聘用人员, 清泉社区——正式: the kind or the status that stands behind the name of the place. */
function kindBehind(core: string): Partial<SectionWords> {
  const behind = PLACE_AND_MORE.exec(core)?.[1]
  return behind === undefined ? {} : (kindOf(behind.replace(NOUNS, '') || behind, behind) ?? {})
}
const PLACE_AND_MORE = /^[\u4e00-\u9fff]{1,16}?(?:社区居民委员会|社区居委会|居民委员会|居委会|社区)[-—–_~·:：、]*(.{2,})$/

/** 以上为清泉社区，共7人: the community of the rows above; `null` for any other line. */
export function placeAbove(text: string): string | null {
  const said = /^[(【[]?(?:以上|上述|上列)(?:\d+[人名])?(?:均|都)?(?:为|是|系)?(.{2,30}?)(?:[,，]?(?:共|计|合计)\d+[人名])?[)】\]]?$/.exec(normalise(text))?.[1]
  return said === undefined || /[:：;；。]/.test(said) ? null : communityInText(said)
}

/** （以上为“两委”人员）: says something of the rows above that is neither a place, nor a kind, nor a status, and nothing of those below. */
export function looksBack(text: string): boolean {
  const plain = normalise(text).replace(/^[(【[]|[)】\]]$/g, '')
  const said = /^(?:以上|上述|上列)(?:人员|同志|\d+人)?(?:均|都|系|为|是)*(.*)$/.exec(plain)?.[1]
  return said !== undefined && !/社区|居委会|村/.test(said.replace(/社区(?=[“"]?两委|工作者|干部|班子)/g, '')) && !/编|聘|正式|临时|合同|派遣|离|退|调/.test(said)
}

/** A kind or a status that the line states; `null` when it states none. */
function kindOf(bare: string, core: string): Pick<SectionWords, 'employment' | 'presence'> | null {
  if (bare === '' || isCommunityLabel(core)) return null
  const plain = bare.replace(/^(?:社区|居委会|本社区|其中|[一二三四五六七八九十]类)[:：]?/, '')
  if (!STILL_THERE.test(bare) && bare.length <= LONGEST_STATUS && !/[,，、:：]/.test(bare)) {
    if (CANDIDATES.test(bare)) return { employment: null, presence: 'vacant' }
    if (FORMER.test(bare)) return { employment: null, presence: 'left' }
  }
  const stated = presenceOfWord(plain) ?? presenceOfWord(plain.replace(/(?:的)?(?:工作)?(?:人员|干部|同志|职工)$/, ''))
  if (stated !== null && stated.note === null && !/^(?:挂|下派|选派|派驻|驻|兼|返聘|退休返聘|延|交流)/.test(plain)) {
    const kind = stated.presence === 'present' ? readEmployment(plain, '') : null
    if (kind === null || kind.employment === 'unknown') return { employment: null, presence: stated.presence }
  }
  // 其他人员 is a kind of nobody's: whose the people are is not told.
  if (/^其[他它]/.test(plain)) return null
  if (!/人员|编|聘|岗|派遣|临时|正式|合同|工$|员$|志愿|村官|支一扶|网格员队伍$/.test(bare)) return null
  const employment = readEmployment(bare.replace(/队伍$/, ''), '')
  if (employment.employment === 'unknown' || employment.presence !== null) return null
  // 三、网格员 parts the staff by kind; 综治专干 and the like are posts.
  if (employment.note === 'value.employment-position' && !/^(?:专职|社区)?网格员(?:队伍|人员)?$/.test(plain)) return null
  return { employment, presence: null }
}

function placeOf(core: string, context: SectionContext, labelled: boolean, marked: boolean, bare: string): string | null {
  const inside = core.length <= 30 && !/[，,]/.test(core) ? communityInText(core) : null
  if (inside !== null) return inside
  if (isTownshipUnit(core)) return null
  if (isCommunityLabel(core) || context.isKnown(core)) return core
  if (context.isKnown(bare)) return bare
  if (!/^[\u4e00-\u9fff]{2,8}$/.test(core) || isTownshipUnit(core)) return null
  if (labelled) return core
  const allowed = context.bare === 'yes' ? marked || core.length <= 6 : context.bare === 'counted' && marked
  return allowed && !NO_PLACE.test(core) && (NUMERALS.test(core) || !GROUP.test(core)) && kindOf(bare, core) === null ? core : null
}

/** Words that no name of a community has: 网格队伍, 一般人员, 情况说明. */
const NO_PLACE = /页$|续表|完毕|到此|截止|核对|打印|人员|干部|成员|队伍|岗位|网格|窗口|条线|班子|名单|名册|情况|说明|统计|汇总|合计|小计|备注|以上|以下|其他|其它|其中|部分|聘|编制|正式|临时|离职|退休|空白|续表|单位|表格|填表|审核|年度|社工|专干|志愿/
