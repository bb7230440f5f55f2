import { isCellError } from '../core/cell'
import type { CellValue } from '../core/cell'
import type { Employment, Presence } from '../core/reading'
import { isNotKnownYet, isNothing, plainAnswer } from './answers'
import { DOUBT } from './doubt-words'
import { chineseFor } from './english-values'
import { lexicon, withoutCode } from './grammar'
import type { WordLists } from './grammar'
import { normalise, textOf } from './normalise'
import type { ValueNoteKey } from './notes'
import { presenceOfWord } from './status'
import { rememberWords } from './word-cache'

export interface EmploymentReading {
  readonly employment: Employment
  /** A presence that stands in the kind column (空缺, 退休); usually `null`. */
  readonly presence: Presence | null
  readonly note: ValueNoteKey | null
}

/**
 * formal, contracted: the two classes. established, outside: the same, so plainly that they win over a looser word
 * (聘用（在编） is formal, 正式（编外） is contracted). aside: counted nowhere until the person decides, whatever stands beside it.
 * position: a post, which says nothing of the class. option: formal only if the user's plan says so.
 */
type Kind = 'formal' | 'established' | 'contracted' | 'outside' | 'aside' | 'position' | 'option' | 'cadre' | 'filler' | 'separator' | 'payer' | 'like' | 'doubt'

/** The grades of public institutions: 管理九级, 专技十二级. */
const GRADES = ['', '事业'].flatMap(front => ['管理', '职员', '专技', '专业技术', '管理岗', '专技岗', '工勤', '技术工'].flatMap(post => ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三'].map(grade => `${front}${post}${grade}级`)))
/** Who has no establishment: 没编制, 尚未入编, 不是正式. */
const DENIED = ['非', '不是', '未', '没', '没有', '无', '尚未', '还未', '还没', '暂未', '不属', '不属于', '并非'].flatMap(not => ['编', '编制', '入编', '在编', '正式', '正式工', '正式编', '正式编制', '正式人员', '正式在编', '事业编', '事业编制', '行政编', '行政编制', '公务员', '事业人员', '编内', '占编', '纳编', '编制内'].map(word => not + word))
/** What somebody is not, which says nothing of what he is: 非编外, 不是聘用. */
const NOT_CONTRACTED = ['非', '不是', '未', '没', '没有', '无', '尚未', '不属', '不属于', '并非'].flatMap(not => ['编外', '聘用', '合同制', '合同工', '合同', '临时工', '临时', '派遣', '劳务派遣', '外聘', '临聘', '聘任'].map(word => not + word))
const TERMS = ['一', '二', '两', '三', '四', '五', '1', '2', '3', '5'].flatMap(years => [`${years}年期`, `${years}年一签`, `${years}年一聘`, `${years}年合同`, `合同${years}年`, `${years}年`])

/** The words of employment by what they mean. To teach a new one, add it to its line. */
const WORDS = {
  formal: [...GRADES, '财政全额供养', '正式', '正式工', '正式职工', '事业', '行政', '机关', '固定', '固定工', '固定职工', '全额', '全额拨款', '差额', '差额拨款', '财政全额', '全供', '财政供养', '全民', '全民所有制', '国家干部', '正式干部', '长期固定', '参公', '参公管理', '参照公务员', '参照公务员管理', '参照公务员法', '参照公务员法管理', '参照', '公务员', '公务员编制', '事业单位', '机关事业', '机关事业单位', '事业干部', '事业工勤', '机关工勤', '工勤', '员额', '员额内', '员额制', '额度内', '正职工', '实名制', '全民事业', '全额事业', '差额事业', '财政拨款', '财补', '正式聘任制公务员'],
  established: [...['镇', '县', '区', '街', '街道', '市', '乡'].flatMap(of => [`${of}编`, `${of}编制`]), ...['公益一类', '公益二类', '一类', '二类'].flatMap(of => [`${of}事业`, `${of}事业编`, `${of}事业编制`, `${of}事业单位`]), '周转编', '考编', '考编进入', '在编', '在编在岗', '在编在职', '编内', '编制内', '事业身份', '有编', '有编制', '入编', '已入编', '占编', '占用编制', '事业编', '事业编制', '事业在编', '事业单位编制', '事业单位在编', '全额事业编', '全额事业编制', '差额事业编', '差额事业编制', '全额编制', '差额编制', '行政编', '行政编制', '行政在编', '参公编', '参公编制', '参公事业编', '参公事业编制', '公务员编', '工勤编', '工勤编制', '机关编制', '实名编制', '实名制编制', '编制', '正式编', '正式编制', '正式在编', '正编', '社区编制', '在编制', '在编制内', '编制在册', '镇在编', '街道在编', '在编正式', '核编', '核定编制内', '全民编制', '地方编制', '周转编制'],
  contracted: [...TERMS.filter(word => /[签聘合]/.test(word)), '三方派遣', '三方', '第三方用工', '人力公司派遣', '协议工资', '公司派遣', '代理', '聘用', '聘用制', '聘用工', '聘', '聘任', '聘任制', '聘请', '招聘', '招聘制', '社会化招聘', '社会化聘用', '人力资源派遣', '人力资源', '长聘', '短聘', '计时工', '公开招聘', '招录', '合同', '合同制', '合同工', '合同制工', '合同制职工', '合同聘用', '固定期限', '固定期限合同', '固定期限劳动合同', '无固定期限', '无固定期限合同', '无固定期限劳动合同', '劳动合同', '劳动合同制', '劳动合同工', '签订劳动合同', '签劳动合同', '劳务', '劳务工', '劳务用工', '劳务合同', '劳务合同制', '劳务派遣', '劳务派遣制', '劳务派遣工', '派遣', '派遣制', '派遣工', '人才派遣', '人事代理', '人事代理制', '人事派遣', '代理制', '临时', '临时工', '临时性', '临聘', '临聘工', '临时聘用', '临时用工', '临时雇用', '临雇', '外聘', '协议', '协议工', '协议制', '协议工资制', '雇员', '雇员制', '雇用', '雇佣', '政府雇员', '短期', '短期工', '短期合同', '计划外', '计划外用工', '辅助', '辅助用工', '自收自支', '非全日制', '非全日制用工', '小时工', '钟点工', '日工', '季节工', '年薪制', '社会化用工', '社会聘用', '社会招聘', '专聘', '项目聘用', '项目制', '项目用工', '企业聘用', '公司聘用', '人才公司', '劳务公司', '第三方', '第三方派遣', '聘干', '代管', '约聘', '社区聘'],
  outside: ['编制之外', ...DENIED.filter(word => word !== '未编' && word !== '没有编'), '没有编', '编外', '编外聘用', '编外合同', '编外合同制', '编外用工', '编外工', '编外聘用制', '编外临聘', '编外人事代理', '事业编外', '机关编外', '镇编外', '街道编外', '编制外', '编制外聘用', '编制外合同', '编制外用工', '非在编', '非编', '非编制', '非编制内', '非事业编', '非事业编制', '非在编在岗', '无编', '无编制', '没有编制', '不在编', '未入编', '不占编', '非正式', '非正式工', '体制外', '额度外', '员额外', '无编聘用', '未在编'],
  aside: ['驻社区民警', '驻社区', '驻区民警', '楼道长', '劳动保障协理员', '协理员', '民生岗', '民生岗位', '基层公共服务岗', '公共服务岗', '包村', '包村干部', '特聘顾问', '军转', '公益性岗位', '开发性岗位', '就业困难', '苏北计划', '两项计划', '物业', '联防', '联防队员', '定额', '定补', '定工', '误工补贴', '定额补贴', '公益性岗', '公益岗位', '公益岗', '公益性', '公岗', '公益', '公益性就业', '公益性就业岗位', '公益特岗', '社区公益岗', '就业援助岗', '4050', '4050人员', '40-50', '托底安置', '退休返聘', '返聘', '返聘退休', '退休聘用', '离退休返聘', '退休', '离退休', '内退', '借调', '借用', '借入', '抽调', '挂职', '挂职锻炼', '挂任', '兼职', '兼任', '兼', '下派', '下沉', '下沉干部', '选派', '选派干部', '派驻', '驻点', '驻村', '包联', '联系', '交流', '三支一扶', '三支', '西部计划', '西部志愿者', '大学生村官', '村官', '大学生志愿者', '选调', '选调生', '定向选调', '见习', '就业见习', '见习生', '实习', '实习生', '志愿者', '志愿', '义工', '志愿服务', '购买服务', '政府购买服务', '政府购买', '政府购买岗位', '购买岗位', '购买社会服务', '购买', '外包', '服务外包', '劳务外包', '业务外包', '第一书记', '停薪留职', '灵活就业', '零工', '义务', '义务兼职', '不坐班', '轮值', '社会组织', '社会组织派驻', '物业兼职', '帮扶', '帮扶干部', '支教', '特岗', '退役安置', '以工代训', '双报到', '在职党员报到', '楼栋长', '居民小组长', '小组长', '社区民警', '民警', '辅警', '协警', '协管', '协管员', '保安', '保洁', '保洁员', '门卫', '其他', '其它', '非坐班', '顾问', '聘请顾问'],
  position: ['网格员', '网格化', '网格辅助员', '残疾人专委', '残联专委', '专武干部', '民兵营长', '妇女主任', '妇联主席', '团支书', '综治专干', '综治', '持证社工', '专职网格员', '网格', '网格长', '网格管理员', '网格信息员', '社工', '社区社工', '专职社工', '专职社区工作者', '社区专职工作者', '社区工作者', '社区工作人员', '社区专职', '社区专干', '专职', '专干', '专职工作者', '社区干部', '社工岗', '书记', '主任', '副书记', '副主任', '委员', '居委会主任', '居委会副主任', '居委会委员', '居委', '居委会', '居民委员会', '党组织书记', '党支部书记', '党总支书记', '党委书记', '民政专干', '计生专干', '劳保专干', '残疾人专职委员', '残协委员', '党建指导员', '党务工作者', '专职党务工作者', '会计', '报账员', '文书', '后备干部', '后备', '储备', '储备干部', '一般工作人员', '普通工作人员', '社区人员', '一般干部', '干部', '网格专员', '服务窗口', '窗口', '村干部', '村居干部', '助理', '主任助理', '书记助理', '退役军人', '退伍军人', '普通'],
  option: ['两委', '两委成员', '两委班子', '两委班子成员', '两委干部', '社区两委', '社区两委成员', '社区两委班子成员', '社区两委干部', '村居两委', '村两委', '班子成员', '社区班子成员', '居委会成员', '居委成员', '居委会班子', '支委', '换届', '换届选举', '选举', '选任', '选任制', '当选'],
  cadre: ['聘用制干部', '聘用干部', '聘干'],
  filler: [...TERMS.filter(word => !/[签聘合]/.test(word)), '五险', '五险一金', '社保', '交社保', '有社保', '无社保', '缴社保', '月薪', '8小时', '续签', '已续签', '考聘', '初级', '中级', '高级', '男', '女', '大专', '本科', '党员', '试用期', '试用期内', '试用', '起', '与', '派遣公司', '人力公司', '签合同', '签订合同', '期', '进入', '城管', '原书记', '原主任', '人员', '员工', '职工', '身份', '性质', '岗位', '岗', '用工', '形式', '方式', '类', '类型', '类别', '的', '制', '制度', '员', '工', '人', '在岗', '在职', '-', ':', '.', '_', '"', '“', '”', '签订', '签', '编', '属', '系', '为', '现', '单位', '合同(', '已', '管理', '技术', '专业技术', '职员', '同志', '成员', '工作', '队伍', '~', '考录', '性', '全职', '全日制', '长期', '统一', '财政', '在册', '常年', '·', '用', '工作人员', '城市', '农村', '国企', '国有企业', '期限', '大学生', '青年', '顶岗', '专技', '安置', '协助'],
  separator: ['/', '、', ';', ',', '，', '；', '+', '|', '\\', '(', ')', '[', ']', '【', '】', '和', '及', '与', '&', '兼职(', '或'],
  // 参照事业编管理: like one, and none.
  like: [...NOT_CONTRACTED, '类事业编', '准事业编', '参照在编', '参照正式', '参照事业编', '参照事业编制', '参照事业', '参照事业单位', '视同', '享受', '待遇', '同工同酬', '按照', '比照', '参照管理'],
  doubt: { shared: DOUBT },
  payer: ['社区', '局', '站', '所', '中心', '镇', '区', '县', '市', '省', '街道', '街', '乡', '村', '镇街', '街镇', '办事处', '街道办', '街道办事处', '镇政府', '区政府', '县政府', '市政府', '政府', '区级', '镇级', '市级', '县级', '街道级', '社区级', '民政', '民政局', '人社', '人社局', '区民政', '自', '自行', '自主', '外', '公开', '居委会自', '社区自', '单位自', '劳动', '社会', '专项', '统招统'],
} satisfies WordLists<Kind>
const piecesOf = lexicon<Kind>(WORDS)

const BLANK: EmploymentReading = { employment: 'unknown', presence: null, note: null }
const FORMAL: EmploymentReading = { employment: 'formal', presence: null, note: null }
const CONTRACTED: EmploymentReading = { employment: 'contracted', presence: null, note: null }
const UNDECIDED: EmploymentReading = { employment: 'undecided', presence: null, note: 'value.employment-undecided' }
const CONFLICT: EmploymentReading = { employment: 'undecided', presence: null, note: 'value.employment-conflict' }
const POSITION: EmploymentReading = { employment: 'undecided', presence: null, note: 'value.employment-position' }
const OPTION: EmploymentReading = { employment: 'formal', presence: null, note: 'value.employment-option' }
const CADRE: EmploymentReading = { employment: 'undecided', presence: null, note: 'value.employment-cadre' }
const UNKNOWN: EmploymentReading = { employment: 'unknown', presence: null, note: 'value.unknown-word' }
const CODE: EmploymentReading = { employment: 'unknown', presence: null, note: 'value.code' }
const ERROR: EmploymentReading = { employment: 'unknown', presence: null, note: 'value.error' }

/** The words of a kind of employment, for readers of other sheets: budgets tell kinds of staff by the same words as rosters. */
export function employmentWords(...kinds: readonly ('formal' | 'established' | 'contracted' | 'outside' | 'aside')[]): readonly string[] {
  return kinds.flatMap(kind => WORDS[kind])
}

/** Kinds that the plan counts in neither class, as its settled readings say: they are listed beside, and no count waits for them. */
const LEFT_OUT = /公益|公岗|开发性岗|4050|40-50|返聘|退休|志愿者|义工|实习|见习|挂职|挂任|兼职|兼任|借调|借用|抽调|网格/

/** Whether a kind is one that is counted nowhere, not one that somebody still has to place (政府购买服务, 其他). */
export function isLeftOut(word: string): boolean {
  return LEFT_OUT.test(normalise(word))
}

/** What a header asks: the kind in words, or yes and no about being formal or being contracted. */
type Asked = 'word' | 'formal' | 'contracted'

const askedBy = rememberWords((header: string): Asked => {
  const word = normalise(header).split('/').filter(part => part !== '否').at(-1) ?? ''
  const about = /^(?:是否|是不是|有无|是否为|是否是|是否有|是否属于|是否属)(.+)$/.exec(word)?.[1] ?? /^(.+?)(?:与否|否)$/.exec(word)?.[1]
  if (about === undefined) return 'word'
  const kind = readWord(about.replace(/^(?:为|是|有|属于|属)/, '')).employment
  return kind === 'formal' || kind === 'contracted' ? kind : 'word'
})

/** Headers that ask for the establishment somebody holds. */
const ESTABLISHMENT = /^(?:编制|编制类型|编制类别|编制性质|编制情况|编制种类|编制形式|人员编制|编别|所属编制)$/

/**
 * Reads one cell of a kind column.
 * @param headerWord the column's word: 是否在编 is answered with yes and no
 */
export function readEmployment(value: CellValue, headerWord: string): EmploymentReading {
  if (value === null) return BLANK
  if (isCellError(value)) return ERROR
  const asked = askedBy(headerWord)
  if (asked !== 'word') {
    const word = normalise(textOf(value))
    const answer = plainAnswer(word)
    if (answer === 'yes') return asked === 'formal' ? FORMAL : CONTRACTED
    if (answer === 'no' && !/^[/\\—–-]+$/.test(word)) return asked === 'formal' ? CONTRACTED : FORMAL
  }
  if (typeof value === 'number') return CODE
  // 编制：无 is an answer; 人员类别：无 is none.
  if (ESTABLISHMENT.test(headerWord) && /^(?:无|没有|无编制)$/.test(normalise(value === true || value === false ? '' : value))) return CONTRACTED
  return readWord(textOf(value))
}

const readWord = rememberWords((text: string): EmploymentReading => {
  const written = normalise(text).toLowerCase().replace(/["“”'‘’]/g, ''),
    word = chineseFor('employment', written) ?? written
  if (word === '') return BLANK
  // 待定 is no vacant post: the kind is not known yet.
  if (isNotKnownYet(word)) return BLANK
  const stated = presenceOfWord(word)
  if (stated !== null && stated.presence !== 'present' && stated.presence !== 'seconded-out') return { employment: 'unknown', presence: stated.presence, note: 'value.status-word-in-kind' }
  if (isNothing(word)) return BLANK
  if (/^\d+$/.test(word)) return CODE
  // Under 正/聘 a single character tells; within other words it would tell nothing.
  if (word === '正') return FORMAL
  if (word === '聘') return CONTRACTED
  if (word === '无') return { employment: 'unknown', presence: null, note: 'value.unknown-word' }
  return readChain(withoutCode(word.replace(BESIDE, '').replace(SINCE, '')))
})

/** （4人）, （4）, （2019年）: how many they are, and since when. */
const BESIDE = /[(（[【](?:共|计|自|从)?(?:\d{1,2}|\d{1,4}[人名]|(?:19|20)\d{2}(?:[.\-/]\d{1,2}|年(?:\d{1,2}月)?)?)(?:起|签订?|招|聘|聘用|入职|至今)?[)）\]】]$/

/** 2019年起聘用, 聘用3人: since when, and how many. */
const SINCE = /(?:自|从|于)?(?:19|20)\d{2}(?:年(?:\d{1,2}月)?|[.\-/]\d{1,2})(?:至今|起|后)?|\d{1,3}[人名](?!员)/g

const NEVER_ESTABLISHED = /合同工|临时工|临聘|派遣|代理/

function readChain(word: string): EmploymentReading {
  const seen = new Set<Kind>()
  let meaning = false
  for (const piece of piecesOf(word)) {
    if (piece.kind === 'unknown' || piece.kind === 'like' || piece.kind === 'doubt') return UNKNOWN
    seen.add(piece.kind)
    if (piece.kind !== 'filler' && piece.kind !== 'separator' && piece.kind !== 'payer') meaning = true
  }
  if (!meaning) return UNKNOWN
  if (seen.has('aside')) return UNDECIDED
  if (seen.has('cadre')) return seen.has('established') ? FORMAL : CADRE
  const established = seen.has('established'), outside = seen.has('outside')
  if (established && outside) return CONFLICT
  // 聘用（在编） is one statement, 在编或聘用 and 在编/聘用 are two.
  if (/[或、/\\|;；+]/.test(word) && ((established && seen.has('contracted')) || (outside && seen.has('formal')))) return CONFLICT
  // 聘用 may say how somebody on the establishment is taken on; 合同工, 临时工 and 派遣 are none of it.
  if (established && NEVER_ESTABLISHED.test(word)) return CONFLICT
  if (outside) return CONTRACTED
  if (established) return FORMAL
  if (seen.has('formal') && seen.has('contracted')) return CONFLICT
  if (seen.has('contracted')) return CONTRACTED
  if (seen.has('formal')) return FORMAL
  if (seen.has('option')) return OPTION
  return POSITION
}
