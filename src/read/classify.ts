import { isBlank } from '../core/cell'
import type { CellValue } from '../core/cell'
import { AREA_KEYS, EDUCATION_KEYS, isAreaKey, ROOM_KEYS } from '../core/columns'
import type { Message } from '../core/message'
import type { TableKind } from '../core/reading'
import { message } from '../messages'
import { readBirth } from '../vocabulary/dates'
import { readAge } from '../vocabulary/ages'
import { readEmployment } from '../vocabulary/employment'
import { readId } from '../vocabulary/ids'
import { normalise } from '../vocabulary/normalise'
import { rowOf } from './grid'
import type { Heading } from './heading'
import { mayHaveSections } from './list-facts'
import { isTransposed } from './list-direction'
import { columnOf, columnsOf, hasKey, sampleRows } from './settle-table'
import type { SettledTable } from './settle-table'

/** What a table is, and why when it is nothing that is used. */
export interface Classified {
  readonly kind: TableKind
  readonly reason: Message | null
  /** Something for a person to settle: what the table could be instead. */
  readonly ask: readonly TableKind[] | null
  /** A roster for want of a better one: names and ages, and nothing of what a plan asks. Beside a fuller roster it is another list. */
  readonly weak?: boolean
}

/** Lists of people who do not work for the community. Words of titles and sheet names. */
const OTHER_PEOPLE = /(?:物业|保安|保洁|家政)(?:公司|企业|服务企业|服务公司)|(?:企业|公司|工厂|厂区|商户|商铺|门店|机构)(?:职工|员工|从业人员|经营者|负责人)|个体(?:工商)?户|(?<!大)学生|大学生(?!村)|学员|幼儿|儿童|小学|初中生|高中生|托管|托班|夏令营|冬令营|兴趣班|少年宫|志愿者|志愿服务|义工|居民名|居民信息|居民花名|居民登记|社区居民(?!委)|居民代表|会员|村民代表|住户|业主|租户|租客|户籍|户主|低保|低收入|特困|残疾人(?!专)|老人|老年人|高龄|独居|空巢|退役军人|优抚|退伍军人|困难|贫困|帮扶对象|流动人口|流动党员|党课|党校学习|培训班|培训名单|参训|参会|参加.{0,8}(?:培训|会议|活动)|签到|报名|考生|应聘|面试|笔试|入围|拟聘|入党积极分子|发展对象|党员名册|党员花名册|党员信息|党员名单|在册党员|报到党员|楼栋长|楼道长|楼组长|楼长|单元长|巷长|后备(?:干部|人才|力量)|储备(?:干部|人才)|考试成绩|成绩(?:表|单|汇总|公示)|推荐(?:表|人选|名单)|评选|评优|先进个人|优秀社区工作者|离退休|退休人员|离职人员|已离职|已退休|(?:离职|退休)(?:名单|花名册|名册|表(?![\u4e00-\u9fff])|\s|$)|离任|辞职人员|历任|人员变动|人员异动|人员增减|人员调动|人员流动情况|增减(?:人员|变动|情况|明细)|变动(?:情况|明细|人员)(?:表|$|\s)|异动(?:情况|明细)|减员|拟录|拟招|招考|报考|岗位需求|教职工|教师|幼儿园|医务|护士|派出所|民警|辅警|消防|环卫|城管|(?:镇|街道|乡|政府|市|区|县)机关|机关(?:工作)?人员|机关干部|居民小组长|矫正|刑满|吸毒|信访|精神障碍|失业|失独|计生家庭|育龄|孕产妇|新生儿|慰问对象|获奖|受表彰|候选人|选民|议事会成员|监督委员会成员|(?<!大学生)(?<!社区和)村干部|村(?:级|民)?[“"]?两委|村委会成员|村级组织|行政村|业委会|业主委员会|物管会|居务监督|乡贤|理事会成员|文艺队|文体队|巡逻队|巡防队|党小组长|联户长|中心户长|人大代表|政协委员|两代表|党代表(?!会)|护理员|护工|商户|从业人员|保洁|保安|物业人员|体检|疫苗|接种|核酸|慰问|福利|领取|尺码|工作服|用餐|住宿|乘车|分组名单|意外险|通讯录|值班表|值班安排|考勤|联系方式表/
/** Of those, words that may stand beside a list of staff: 社区残疾人专职工作者, 退役军人服务站社工. Every other word decides. */
const MAY_BE_STAFF = /^(?:残疾人|退役军人|退伍军人|优抚|困难|贫困|低保|低收入|特困|失业|矫正|信访|党员名册|党员花名册|党员信息|党员名单|通讯录|联系方式表|考勤|从业人员|村干部|村级组织|村(?:级|民)?[“"]?两委|村委会成员|行政村|儿童|老年人|户籍|流动人口|消防|城管|离任|招考|帮扶对象)/
/** 不含志愿者, 除公益性岗位外: what a list leaves out. */
const LEFT_OUT = /(?:不含|不包括|不包含|不计|除|剔除|非)[^，。,；;）)（(]*|[(（](?:含|包括|包含)[^)）]*[)）]/g
/** A line that tells how to fill the list in is no title of it. */
const ADVICE = /[。；;]|请|须|不填|不要|.{41}/
/** Words that name staff of communities, whatever else the title says. */
const COMMUNITY_STAFF = /社区工作者|社区工作人员|社区干部|两委|社工|社区专职|专职(?:工作者|社工|人员|委员)|社区人员|网格员|聘用人员|正式人员|编外人员|公益性岗位/
/** Words that say that the list is of those who work for the community, or of some staff. */
const STAFF_WORDS = /社区工作者|社区工作人员|工作人员|社区干部|干部(?:基本情况|名册|花名|信息|配备|队伍)|两委|社工|专职|在职人员|在岗人员|编外人员|聘用人员|正式人员|在编人员|人员(?:花名册|名册|信息|基本情况|情况|明细|一览|统计|台账|登记|名单)|花名册|社区人员|网格员|公益性岗位|职工/
/** Columns that only lists of other people have. */
const OTHER_COLUMNS = /^(?:学号|班级|年级|班别|班次|学籍号?|家长|家长姓名|家长电话|家长联系方式|监护人|监护人姓名|监护人电话|就读学校|代表类别|就读班级|在读学校|所在学校|所在班级|学校|院系|导师|志愿者编号|志愿服务时长|服务时长|志愿时长|注册时间|课程|课程名称|培训课程|培训时间|成绩|总分|得分|分数|总成绩|排名|名次|准考证号|报考岗位|主要事迹|推荐意见|推荐单位|考试成绩|笔试成绩|面试成绩|签到|签名|户主|户主姓名|与户主关系|家庭人口|家庭人数|低保证号|残疾证号|残疾等级|残疾类别|门牌号|房号|房间号|楼栋|单元|楼幢|楼号|入党介绍人|转正时间|所在党支部|党费|监护关系|联系家长|紧急联系人与学生关系)$/
const PAY_TITLE = /工资|薪酬|薪资|报酬|补贴发放|发放表|津贴|社保缴纳|社保明细|公积金缴存|绩效发放|待遇/
const OLD = /[(（【[]?(?:旧|老|原|作废|过期|废|历史|备份|副本|拷贝|复制|copy|backup|old|上年|去年|往年|过时|勿用|不用|草稿|底稿)[)）\]】]?/i

/** An old version or a copy, by the sheet's name. */
export function looksOld(sheetName: string): boolean {
  const plain = normalise(sheetName)
  return /[(【[](?:旧|老|原|作废|废|历史|备份|副本|\d)[)】\]]$/.test(plain) || /(?:旧|作废|备份|副本|历史|勿用|不用|上年|去年|拷贝|old|backup|copy|bak|草稿)(?:\d*|表|版|数据)$/i.test(plain) || (OLD.test(plain) && /^(?:旧|作废|备份|副本|历史|old|copy)/i.test(plain))
}

/** A list of housing compounds: its households are those of a compound, not of the community. */
const COMPOUND = /^(?:住宅|居民|商品房|物业)?(?:小区|楼盘|楼院|院落)(?:名称|名)?$/

const PERSON_KEYS = ['sex', 'birth', 'age', 'id', ...EDUCATION_KEYS, 'politics', 'employment', 'status', 'position'] as const

/**
 * Decides what a table is. A list of people is a roster only when nothing speaks against it; what is doubtful is asked about and not counted.
 * @param year year of the as-of date, for the plausibility of ages; `null` when not known
 */
export function classify(table: SettledTable, heading: Heading, year: number | null, hasReportingCommunity: boolean): Classified {
  const { found } = table
  if (found.cards !== undefined) return cardsOf(table, found.cards, heading, year, hasReportingCommunity)
  if (found.turned === undefined && (found.guessed || found.header.right - found.header.left < 2 || !hasKey(table, 'name')) && isTransposed(found)) return { kind: 'other', reason: message('table.transposed'), ask: null }
  const title = `${heading.text} ${normalise(found.sheet.name)}`
  const named = `${heading.titles.filter(line => !ADVICE.test(line)).join(' ')} ${normalise(found.sheet.name)}`.replace(LEFT_OUT, '')
  if (found.guessed && !hasKey(table, 'name', 'community')) return guessed(table)
  const hasName = hasKey(table, 'name')
  const area = hasKey(table, ...AREA_KEYS), rooms = columnsOf(table, ...ROOM_KEYS).length
  const community = hasKey(table, 'community')
  const money = hasKey(table, 'amount', 'pay', 'insurance', 'unitPrice', 'payer')
  // 负责人 beside an area names who answers for a place.
  const roomy = rooms >= 2 || hasKey(table, 'rooms')
  const places = (area || roomy) && !hasKey(table, ...EDUCATION_KEYS, 'politics', 'employment', 'birth', 'age', 'id', 'status')
  if (hasName && !places) {
    const people = listOfPeople(table, title, named, year)
    if (people !== null) return people
  }
  const where = community || hasReportingCommunity || ((area || roomy) && mayHaveSections(table))
  if ((area || roomy) && OTHER_PREMISES.test(named) && (LET.test(named) || !/社区(?:办公|活动|工作|居委会)?用房|居委会|党群服务中心/.test(named.replace(OTHER_PREMISES, '')))) return { kind: 'other', reason: message('table.other-premises', { word: OTHER_PREMISES.exec(named)?.[0] ?? '' }), ask: ['premises', 'other'] }
  const compounds = table.columns.some(column => COMPOUND.test(lastLevel(column.header)) && column.filled > 0)
  if (compounds && rooms === 0 && !hasKey(table, 'usableArea', 'officeArea', 'activityArea', 'tenure')) return { kind: 'other', reason: message('table.compounds'), ask: null }
  if ((area || roomy) && (!hasName || places) && isPlan(table, named)) return planned(table, title)
  if ((!hasName || places) && (area || roomy) && where && (!/基金|规划|测算|预算|投资|造价|开发面积|审批/.test(title) || listsWhatStands(table, named))) return { kind: 'premises', reason: null, ask: null }
  if ((!hasName || places) && area && !where && /用房|阵地|场所|服务中心|服务站/.test(title)) return { kind: 'premises', reason: null, ask: null }
  if (/基金/.test(title) && !hasName) return { kind: 'fund', reason: null, ask: null }
  if (!hasName && (/资金来源|经费来源|资金筹措/.test(title) || hasKey(table, 'source')) && hasKey(table, 'amount', 'payer') && !hasKey(table, 'item')) return { kind: 'funding-sources', reason: null, ask: null }
  if (isSummary(table, title)) return { kind: 'staffing-summary', reason: null, ask: null }
  if (community && hasKey(table, 'households', 'population', 'compounds', 'managed', 'model')) return { kind: 'community', reason: null, ask: null }
  if (!hasName && (hasKey(table, 'item') || /预算|决算|经费|收支|支出|测算/.test(title)) && (money || hasKey(table, 'count') || /预算|决算|经费|收支|支出|测算/.test(title))) return { kind: 'budget', reason: null, ask: null }
  if (PAY_TITLE.test(title) && money) return { kind: 'pay', reason: null, ask: null }
  if (isLookUp(table)) return { kind: 'other', reason: message('table.look-up'), ask: null }
  if (hasName) return { kind: 'other', reason: message('table.not-a-roster'), ask: ['staff', 'other'] }
  return { kind: 'other', reason: message('table.unknown-columns'), ask: null }
}

/** Cards of persons: a roster only where they tell the community and the kind of staff or as much beside, and no list of the same people stands beside them. */
function cardsOf(table: SettledTable, cards: number, heading: Heading, year: number | null, hasCommunity: boolean): Classified {
  const other: Classified = { kind: 'other', reason: message('table.person-cards', { cards }), ask: null }
  if (table.found.turned === undefined || !(hasKey(table, 'community') || hasCommunity)) return other
  const title = `${heading.text} ${normalise(table.found.sheet.name)}`
  const people = listOfPeople(table, title, heading.titles.join(' '), year)
  if (people?.kind !== 'staff') return people?.ask === null || people === null ? other : people
  return { ...people, weak: true }
}

/** Premises of somebody else, listed by community. */
/** Premises that the community lets to others. */
const LET = /招租|出租(?!屋管理)|闲置|租金收取|收租|商业网点/
const OTHER_PREMISES = /宿舍|驿站|实践[站所]|消防站|农贸|租金收取|收租|商业网点|招租|出租(?!屋管理)|闲置|物业(?:管理|服务|办公)?用房|养老(?:服务)?(?:设施|用房|中心|站)|日间照料|卫生(?:服务)?(?:站|室|中心|用房)|幼儿园|托育|学校|菜市场|行政村|村级组织|村部|派出所用房|出租房|公租房|廉租房|安置房|商铺|门面房|厂房|公共厕所|公厕|垃圾(?:房|站|中转|收集)|停车(?:场|位|棚|库)|充电(?:桩|棚|站)|健身(?:点|路径|器材|场)|公园|绿地|广场|避难场所|助餐点|老年食堂/

const PLAN = /(?:建设|改造|新建|扩建|实施|解决|安排|提升|购置|工作|项目|达标|年度).{0,4}计划|计划(?:表|安排)|拟建|拟新建|拟改造|规划表|建设规划|任务分解|项目库|储备项目/
const PERHAPS_PLAN = /新建|改造|扩建|申报|申请|立项|项目|规划|方案|需求|任务|计划|筹建/
const PLAN_COLUMN = /投资|购置单价|所需资金|资金需求|造价|总投|概算|估算|资金来源|资金安排|实施年度|建设年度|计划年度|实施年份|计划年份|开工|竣工|完工|建设期|建设内容|建设性质|建设方式|建设单位|责任单位|完成时限|计划/
/** 社区用房现状及规划表 with a column 现有面积 lists what stands, beside what is planned. */
const NOW = /现状|现有|目前|现使用/
function listsWhatStands(table: SettledTable, named: string): boolean {
  return NOW.test(named) && table.columns.some(({ key, header }) => isAreaKey(key) && NOW.test(header))
}

/** What a person filed in for, or hopes to get, is no list of what stands: a programme of premises with years and money. */
function isPlan(table: SettledTable, named: string): boolean {
  if (PLAN.test(named)) return !listsWhatStands(table, named)
  const columns = table.columns.filter(column => column.filled > 0 && (PLAN_COLUMN.test(column.header) || column.key === 'planYear' || column.key === 'unitPrice')).length
  const money = table.columns.some(column => /投资|造价|概算|估算/.test(column.header))
  return PERHAPS_PLAN.test(named) ? columns >= 1 : money && columns >= 2
}

function planned(table: SettledTable, title: string): Classified {
  if (hasKey(table, 'item', 'amount', 'unitPrice', 'payer') || /预算|经费|资金|投资|测算/.test(title)) return { kind: 'budget', reason: message('table.premises-plan'), ask: null }
  return { kind: 'other', reason: message('table.premises-plan'), ask: ['premises', 'other'] }
}

function guessed(table: SettledTable): Classified {
  const { found } = table
  const rows = sampleRows(found)
  // Formulas without a stored value leave the rows empty: the header's width tells a table from lines of text.
  const headed = found.levels.filter(levels => levels.length > 0).length
  if (headed < 3 && !rows.some(cells => cells.filter(value => value !== null && value !== '').length >= 3)) return { kind: 'other', reason: message('table.only-text'), ask: null }
  const hasId = (cells: readonly CellValue[]): boolean => cells.some(value => { const { state } = readId(value); return state === 'valid' || state === 'checksum' })
  const ids = rows.filter(hasId).length + (hasId(rowOf(found.sheet, found.header.bottom)) ? 1 : 0)
  return ids >= 2 && ids >= rows.length / 2 ? { kind: 'other', reason: message('table.no-header'), ask: ['staff', 'other'] } : { kind: 'other', reason: message('table.unknown-columns'), ask: null }
}

function listOfPeople(table: SettledTable, title: string, named: string, year: number | null): Classified | null {
  const evidence = new Set<string>(table.columns.map(column => column.key ?? '').filter(key => (PERSON_KEYS as readonly string[]).includes(key)))
  // 人员类别 over 常住 and 流动 is no kind of employment.
  if (evidence.has('employment') && !tellsEmployment(table)) evidence.delete('employment')
  const educated = EDUCATION_KEYS.some(key => evidence.has(key))
  const aged = evidence.has('birth') || evidence.has('age') || evidence.has('id')
  const strong = [educated, aged, evidence.has('politics'), evidence.has('employment'), evidence.has('status')].filter(Boolean).length
  const pays = columnsOf(table, 'pay', 'insurance', 'amount', 'unitPrice').length
  // 学历补贴 makes pay sheets name the education too.
  const paid = pays >= 1 && ((!educated && !evidence.has('politics') && (pays >= 2 || PAY_TITLE.test(title))) || (pays >= 2 && PAY_TITLE.test(named) && !evidence.has('politics') && !aged))
  if (paid) return { kind: 'pay', reason: message('table.pay'), ask: null }
  const members = !evidence.has('politics') && !evidence.has('employment') && hasKey(table, 'partyJoined')
  const odd = table.columns.filter(
    column => OTHER_COLUMNS.test(lastLevel(column.header)) || (members && PARTY_COLUMNS.test(lastLevel(column.header))),
  )
  const otherTitle = OTHER_PEOPLE.exec(named)?.[0] ?? null
  const staffTitle = STAFF_WORDS.test(title)
  if (odd.length > 0 && !(evidence.has('employment') && educated && otherTitle === null && odd.length === 1)) {
    return { kind: 'other', reason: message('table.other-people-columns', { columns: odd.map(column => lastLevel(column.header)) }), ask: ['staff', 'other'] }
  }
  if (otherTitle !== null && !(evidence.has('employment') && educated && evidence.has('politics') && COMMUNITY_STAFF.test(named.replace(otherTitle, '')) && MAY_BE_STAFF.test(otherTitle))) {
    return { kind: 'other', reason: message('table.other-people-title', { word: otherTitle }), ask: ['staff', 'other'] }
  }
  if (year !== null && tooYoung(table, year)) return { kind: 'other', reason: message('table.other-people-ages'), ask: ['staff', 'other'] }
  if (strong >= 2) return { kind: 'staff', reason: null, ask: evidence.has('employment') || staffTitle || (educated && evidence.has('politics')) ? null : ['staff', 'other'] }
  if (strong === 1 && (staffTitle || evidence.has('employment'))) return { kind: 'staff', reason: null, ask: evidence.has('employment') ? null : ['staff', 'other'], weak: !evidence.has('employment') && !educated }
  if (isSummary(table, title)) return null
  return hasKey(table, ...AREA_KEYS) || hasKey(table, 'households', 'population') ? null : { kind: 'other', reason: message('table.not-a-roster'), ask: ['staff', 'other'] }
}

/** Columns of a list of Party members, where neither the membership itself nor a kind of employment is told. */
const PARTY_COLUMNS = /^(?:党员类别|党员类型|人员类别|所在支部|所属支部|所在党组织|所属党组织|所在党支部|党支部|支部名称|党内职务)$/

function tellsEmployment(table: SettledTable): boolean {
  // A tick under 正式 or 聘用 tells it.
  if (table.ticks.some(group => group.key === 'employment')) return true
  const rows = sampleRows(table.found)
  return columnsOf(table, 'employment').some(({ column, word, by }) => {
    let filled = 0, known = 0
    for (const cells of rows) {
      const value = cells[column - 1] ?? null
      if (isBlank(value)) continue
      filled++
      const { employment, presence } = readEmployment(value, word)
      if (employment !== 'unknown' || presence !== null) known++
    }
    return by === 'mapping' || filled === 0 || known > 0
  })
}

function lastLevel(header: string): string {
  return (header.split(' / ').at(-1) ?? header).replace(/[(].*[)]$/, '')
}

const YOUNG = 16, OLD_AGE = 75
const TOO_MANY = 0.4

/** Most of those whose age is known are children, or most are of an age at which nobody works: a list of other people. */
function tooYoung(table: SettledTable, year: number): boolean {
  const birth = columnOf(table, 'birth'), age = columnOf(table, 'age'), id = columnOf(table, 'id')
  let known = 0, out = 0
  for (const cells of sampleRows(table.found)) {
    const years = ageOf(cells, birth?.column, age?.column, id?.column, year, table.found.sheet)
    if (years === null) continue
    known++
    if (years < YOUNG || years > OLD_AGE) out++
  }
  return known >= 3 && out / known >= TOO_MANY
}

function ageOf(
  cells: readonly CellValue[],
  birth: number | undefined,
  age: number | undefined,
  id: number | undefined,
  year: number,
  _sheet: unknown,
): number | null {
  const born = birth === undefined ? 0 : bornIn(cells[birth - 1] ?? null)
  if (born !== 0) return year - born
  const stated = age === undefined ? -1 : plainAge(cells[age - 1] ?? null)
  if (stated >= 0) return stated
  const fromId = id === undefined ? 0 : readId(cells[id - 1] ?? null).birth
  return fromId === 0 ? null : year - Math.floor(fromId / 10_000)
}

function bornIn(value: CellValue): number {
  const { birth } = readBirth(value, 1900)
  return Math.floor(birth / 10_000)
}

function plainAge(value: CellValue): number {
  const { age } = readAge(value)
  // The vocabulary refuses ages at which nobody works; here they are what is looked for.
  if (age >= 0) return age
  const digits = typeof value === 'number' ? value : typeof value === 'string' ? Number(/^(\d{1,2})(?:周?岁)?$/.exec(normalise(value))?.[1] ?? Number.NaN) : Number.NaN
  return digits >= 1 && digits < 120 ? digits : -1
}

const SUMMARY_WORD = /^(?:男|女|党员|团员|群众|本科以上|本科及以上|大专|大专以上|大专及以上|高中及以下|高中以下|研究生|本科|正式|聘用|在编|编外|合同制|临时|正式人员|聘用人员|人数|总人数|合计|平均年龄|35岁以下|35岁及以下|36-45岁|46-55岁|55岁以上|小计|应配|实配|实有|缺编|空缺数|职数|现任数|超编|差额|比率|比例|占比)$/

/** One row a community or a class of people, with counts: nobody in it is a person. */
function isSummary(table: SettledTable, title: string): boolean {
  if (hasKey(table, 'approved', 'actual', 'vacant')) return true
  const counting = table.columns.filter(column => SUMMARY_WORD.test(lastLevel(column.header))).length
  return counting >= 3 || (counting >= 1 && /配备|结构|汇总|统计/.test(title) && (hasKey(table, 'community') || counting >= 2))
}

/** Columns of words side by side without anything that ties a row together. */
function isLookUp(table: SettledTable): boolean {
  if (hasKey(table, 'seq', 'name', 'community', 'item')) return false
  const lengths = new Set<number>()
  const rows = sampleRows(table.found)
  for (const column of table.columns) {
    let filled = 0
    for (const cells of rows) {
      const value = cells[column.column - 1]
      if (typeof value === 'number') return false
      if (typeof value === 'string' && value !== '') filled++
    }
    lengths.add(filled)
  }
  return table.columns.length >= 2 && lengths.size >= 1 && rows.length <= 60
}
