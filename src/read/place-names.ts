import { communityName, isCommunityLabel } from '../vocabulary/communities'
import { normalise } from '../vocabulary/normalise'
import { withoutNumbering } from '../vocabulary/numbering'

/** A town, a subdistrict or an office above the communities: it names no community. */
const TOWNSHIP_UNIT = /(?:镇|街道|乡|区|县|市)$|^(?:[\u4e00-\u9fff]{0,6}(?:镇|街道|乡|区|县|市))?(?:本级|机关)$|(?:镇|街道|乡|区|县|市)(?:人民)?政府$|(?:镇|街道|乡)(?:便民|党群|政务|综合|为民)服务(?:中心|站|大厅)$|(?:[\u4e00-\u9fff]{2}(?:办|办公室|局|科)|办事处|工委|党委|组织部|(?:财政|司法|派出)所|社工部|社会工作部|指挥部|领导小组|执法[大中]?队)(?:[(].*[)])?$/

export function isTownshipUnit(text: string): boolean {
  return TOWNSHIP_UNIT.test(text) && !/(?:社区|居委会|居民委员会|村委会)$/.test(text)
}

const PLACE_IN_TEXT = /([\u4e00-\u9fffA-Za-z0-9]{1,24}?)(社区居民委员会|社区居委会|居民委员会|居委会|社区(?!办(?!公|事|理|证|活)|工作办|工作科|建设办|建设科)|村民委员会|村委会)/g
/** Words before 社区 that name no place. */
const NO_PLACE = new Set(['', '各', '本', '我', '全', '村', '城乡', '城市', '农村', '全镇', '全市', '全区', '全县', '全乡', '全街道', '辖区', '所属', '所辖', '下属', '年', '年度', '各镇', '各街道', '街道', '乡镇', '镇', '镇街', '区', '市', '县', '示范', '智慧', '新', '填报', '单位', '村和', '村居', '村及', '和', '个', '关于', '属地', '省', '国家', '先进', '优秀', '基层', '社会', '城镇', '专职', '服务', '现有', '在职', '城市及农村', '附件', '所在', '名称', '报', '该', '此', '每个', '每', '以上', '以下', '街道各', '镇各', '区各', '市各', '街道所属', '镇所属', '街道辖区', '镇辖区', '一览', '完整', '智慧型', '试点', '标准化', '党', '加强', '推进', '面向', '含镇', '含街道', '含乡', '及镇', '和镇', '包括镇', '不含镇', '含区', '驻', '进', '到', '在', '下', '离'])
/** 2023年 and 年度 before a place; the 年 of 青年路 is its own. */
const UPPER_PLACE = /^.*?(?:(?:[\d〇零一二三四五六七八九]{2,4}|[本上去当今])年度?|年度|\d{1,2}月份?|[一二三四]季度|学年|全[市区县镇乡])|^(?:附件|表|附表)[一二三四五六七八九十]*/
/** Longest parts first: 江苏省泰州市姜堰区罗塘街道城中 -> 城中. A place needs two characters before its suffix (镇南 is no town). */
const ABOVE = /^.{2,}?(?:自治区|街道办事处|街道|省|自治州|地区|开发区|新区|市|区|县|镇|乡)/

/**
 * The community that a title, a sheet's name or a reporting-unit line is about; `null` when it names none (姜堰镇社区干部…, 各社区…).
 * @returns the label as written, e.g. 锦都社区
 */
export function communityInText(text: string): string | null {
  const plain = normalise(withoutNumbering(text).rest)
  const labels = new Map<string, string>()
  for (const match of plain.matchAll(PLACE_IN_TEXT)) {
    // 荷叶、清泉社区: two communities, of which one is written without its suffix.
    const before = /([\u4e00-\u9fff]{2,6})[、,，]$/.exec(plain.slice(0, match.index))?.[1]
    if (before !== undefined && mayBePlace(before)) return null
    const inner = innerPlace(match[1] ?? ''), behind = plain.slice(match.index + match[0].length)
    // 和谐社区 is a place until it is being built.
    const name = inner?.endsWith('和谐') === true && PROGRAMME.test(behind) ? null : inner
    if (name !== null && !labels.has(name)) labels.set(name, name + (match[2] ?? ''))
  }
  const [only] = labels.values()
  // Two communities in one title: neither is the list's one community.
  if (labels.size > 0) return labels.size === 1 && only !== undefined ? only : null
  const village = /(?:^|[镇乡道区县市年度:])([\u4e00-\u9fff]{2,4}新村)(?=工作人员|人员|干部|社工|两委|花名册|名册)/.exec(plain)?.[1]
  if (village !== undefined) return village
  // 纺织新村 and the like carry no suffix and are labels by themselves.
  return plain.length <= 12 && isCommunityLabel(plain) && !NO_PLACE.has(communityName(plain).name) && !isTownshipUnit(plain) ? plain : null
}

/** A word before 、 that is no post, no kind of people, no number and no town. */
function mayBePlace(word: string): boolean {
  return !/(?:书记|主任|委员|干部|人员|员|长|组织|领导|编|聘用|正式|表|册|件|名单)$/.test(word) && !/^[一二三四五六七八九十]+$/.test(word) && !isTownshipUnit(word)
}

const PROGRAMME = /^(?:建设|创建|示范|达标|评[比估选]|考核|活动|工程|试点)/

function innerPlace(before: string): string | null {
  let name = before.replace(UPPER_PLACE, '')
  for (let turn = 0; turn < 5; turn++) {
    const inner = name.replace(ABOVE, '')
    if (inner === name) break
    if (inner === '') {
      // Nothing between the town and 社区: the town's communities, unless it is a place like 老城区 that nobody governs from.
      return null
    }
    name = inner
  }
  name = name.replace(/^(?:各|全|本|我|所属|辖区|下属|关于|有关)/, '')
  // 清泉和荷叶社区 are two; 人和 and 和平里 are names.
  if (/^.{2,}[和与及].{2,}$/.test(name)) return null
  return NO_PLACE.has(name) || name.length > 10 || name.length === 0 || /^(?:\d+|[xX×]+|某+)$/.test(name) ? null : name
}

/** Words of sheet names that name a kind of list and no place. */
const LIST_WORD = /物业|企业|公司|机构|组织|商户|学校|教师|医院|卫生|派出所|辅警|城管|部门|科室|其他|其它|合计|表|册|单|情况|人员|统计|汇总|附件|名录|信息|数据|sheet|工作簿|\d{3,}|说明|选项|字典|模板|样|示例|资料|台账|台帐|明细|底|旧|新版|版|备份|副本|测算|预算|经费|工资|用房|办公|阵地|社工|干部|正式|聘|编|全部|总|原始|导出|查询|结果|封面|目录|首页|两委|网格|岗|[定终]稿|终版|最[新终]/i

/** What a clerk adds to a sheet's name beside the place: 2023, （定稿）, 最新, 7人. */
const BESIDE_NAME = /^(?:(?:19|20)\d{2}(?:年度?)?(?:\d{1,2}月)?[-—_.]?)|[-—_.]?(?:(?:19|20)\d{2}(?:年度?)?(?:\d{1,2}月)?|共?\d{1,3}[人名])$|[-—_.]?(?:定稿|终稿|终版|最终|最新|已?核对|已核|已改|改后?|修改|完成|报送|上报|已报|已交)[版稿]?$/
/** A bracket with such words, a date or a headcount. */
const SIDE_OF_NAME = /[(（【[](?:[^()（）【】[\]]{0,4}?(?:定|终|最|核|改|完|报|交|新|版|稿)[^()（）【】[\]]{0,3}|[\d.\-年月日]{2,10}|共?\d{1,3}[人名])[)）】\]]$/

/** A bare sheet name that may be a community's: 河西, 花园, 2023河西, 河西（定稿）, 河西7人. */
export function bareCommunityName(sheetName: string): string | null {
  let plain = normalise(sheetName)
  for (let turn = 0; turn < 3; turn++) {
    const shorter = plain.replace(SIDE_OF_NAME, '').replace(BESIDE_NAME, '')
    if (shorter === plain || shorter === '') break
    plain = shorter
  }
  plain = plain.replace(/^(?:[\d一二三四五六七八九十]{1,3}[.、．_-]|[(（]?\d{1,2}[)）]|\d{1,2})/, '')
  return /^[\u4e00-\u9fff]{2,6}$/.test(plain) && !LIST_WORD.test(plain) && !isTownshipUnit(plain) ? plain : null
}
