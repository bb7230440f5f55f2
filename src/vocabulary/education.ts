import { isCellError } from '../core/cell'
import type { CellValue } from '../core/cell'
import type { Answer } from '../core/reading'
import { ownValue } from '../core/own-value'
import { isNothing, plainAnswer } from './answers'
import { AHEAD_WORDS, DOUBT } from './doubt-words'
import { chineseFor } from './english-values'
import { lexicon, withoutCode } from './grammar'
import type { Piece } from './grammar'
import { normalise, textOf } from './normalise'
import type { ValueNoteKey } from './notes'
import { rememberWords } from './word-cache'

/** `studying`: in study and nothing obtained is written; `code`: a bare number, whose list of codes only the author knows. */
export type EducationLevel = 'doctor' | 'master' | 'postgraduate' | 'bachelor' | 'college' | 'secondary' | 'high' | 'middle' | 'primary' | 'none' | 'studying' | 'code' | 'blank' | 'unknown'

export interface EducationReading {
  readonly level: EducationLevel
  /** 大专以上, obtained. `unclear` for study not finished yet, codes and words not known. */
  readonly college: Answer
  readonly note: ValueNoteKey | null
}

type Kind = 'doctor' | 'master' | 'postgraduate' | 'bachelor' | 'college' | 'secondary' | 'high' | 'middle' | 'primary' | 'none'
  | 'college-mode' | 'mode' | 'studying' | 'unfinished' | 'equivalent' | 'course' | 'above' | 'at-or-below' | 'below' | 'obtained' | 'filler' | 'separator' | 'open' | 'close' | 'mixed' | 'denial' | 'doubt' | 'either'

/** Higher is more. What stands between 大专 and 高中 is one step, as the vocational schools are no college. */
const RANK: Readonly<Partial<Record<Kind, number>>> = {
  doctor: 9,
  master: 8,
  postgraduate: 7,
  bachelor: 6,
  college: 5,
  secondary: 4,
  high: 4,
  middle: 3,
  primary: 2,
  none: 1,
}
const COLLEGE_RANK = 5

const SUBJECTS = ['哲学', '经济学', '法学', '教育学', '文学', '历史学', '理学', '工学', '农学', '医学', '军事学', '管理学', '艺术学', '工程', '法律', '教育', '会计', '工商管理', '公共管理', '社会工作', '农业推广', '金融', '翻译', '专业']

/** What is said of a study that is not done: 拟读, 正在上, 想考取. */
const TO_STUDY = ['读', '上', '念', '考', '考取', '报', '报考', '报读', '读取', '攻读', '取得', '获得', '拿', '拿到', '升']

/** The words of education by what they mean. To teach a new one, add it to its line. */
const WORDS: Readonly<Record<Kind, readonly string[]>> = {
  doctor: ['博士研究生', '博士生', '博士后', '博士', '博研', 'phd', 'doctor', ...SUBJECTS.map(subject => `${subject}博士`)],
  master: ['硕士研究生', '硕士生', '硕士', '硕研', 'mba', 'mpa', 'master', '研究生硕士', '双硕士', ...SUBJECTS.map(subject => `${subject}硕士`)],
  postgraduate: ['研究生班', '研究生', '研究生教育', '在职研究生', 'postgraduate'],
  bachelor: ['本科學歷', '大學', '大學本科', '大学本科', '大学本科教育', '本科教育', '本科', '本科生', '大本', '大学', '大学普通班', '普通班', '大普', '学士', '双学士', '双学位', '第二学士', '第二学位', '专升本', '专接本', '专转本', '专续本', '专插本', '本硕连读', '大学毕业生', 'bachelor', '大学文化', '大学学历',
    ...SUBJECTS.map(subject => `${subject}学士`)],
  college: ['大專', '專科', '大学专科', '大学专科教育', '大学专科和专科学校', '专科教育', '专科学校', '专科', '专科生', '大专', '大专生', '大专班', '高职', '高职高专', '高职专科', '职业大学', '高职大专', '高职(专科)', '高职(大专)', '高等职业', '高等职业教育', '高等职业技术', '高等职业学校', '高等职业院校', '职业大专', '高等专科', '高等专科学校', '高专', '大学大专',
    '五年一贯制大专', '五年制大专', '五年制高职', '五年一贯制', '3+2大专', '三加二大专', '三年制大专', '二年制大专', '初中起点大专', '大专专科', '师专', '师范专科', '医专', '副学士', 'associate', '专本科', '本专科', '大学专', '职业学院', '职业技术学院'],
  secondary: ['農校', '农机中专', '中专', '中专生', '中师', '中技', '中等专业', '中等专业学校', '中等专科', '中等专科学校', '中等师范', '中等技术', '中等职业', '中等职业教育', '中等职业学校', '中职', '职高', '职业高中', '职中', '职业中专', '职业中学', '职业学校', '职专', '职校', '技校', '技工', '技工学校', '高级职业中学', '职业高级中学', '高级职中', '中等师范学校', '中医学校', '卫生学校', '财校', '商校', '财贸学校', '粮校', '警校', '护校', '体校', '林校', '电视中专', '广播电视中专', '农业中专', '职业技术学校', '中等专业学历', '技师', '技师学院', '高级技工', '高级技工学校', '高技', '高级工', '预备技师', '中级工', '幼师', '卫校', '农校', '师范', '师范学校', '普师', '小中专', '中函', '综合高中', '中等教育', '电大中专', '普通中专', '成人中专'],
  high: ['老三届高中', '老高中', '高中', '高一', '高二', '高三', '高中生', '普高', '普通高中', '普通高级中学', '高级中学', '成人高中', '完全中学', '中学'],
  middle: ['农业中学', '农中', '初中', '初一', '初二', '初三', '初中生', '普通初中', '初级中学', '普通初级中学', '成人初中', '初职', '职业初中'],
  primary: ['小学', '小学生', '普通小学', '初小', '高小', '完小', '成人小学', '私塾'],
  none: ['没上过学', '未上学', '未读过书', '没读过书', '文盲', '半文盲', '文盲或半文盲', '文盲半文盲', '不识字', '识字很少', '无学历', '未上学', '未上过学', '未受教育', '未受过教育', '扫盲班', '扫盲', '学龄前', '学前教育', '幼儿园'],
  'college-mode': ['电大', '电视大学', '广播电视大学', '广播电大', '中央电大', '省电大', '夜大', '夜大学', '职大', '职工大学', '业大', '业余大学', '刊大', '函大', '自考', '自学考试', '高等教育自学考试', '高自考', '国开', '国开大学', '中央广播电视大学', '江苏开放大学', '江苏广播电视大学', '省广播电视大学', '国家开放大学', '开放大学', '开大', '老年大学'],
  mode: ['在职', '开放教育', '职业', '函授', '自学', '自修', '成教', '成人教育', '成人高等教育', '成人高考', '成人高校', '成人', '成考', '成高', '成招', '党校', '省委党校', '中央党校', '市委党校', '县委党校', '区委党校', '省党校', '市党校', '中共中央党校', '江苏省委党校', '党校函授', '行政学院', '网络', '网络教育', '网教', '网络学院', '网络大学', '远程', '远程教育', '现代远程教育', '现代远程', '奥鹏', '业余', '全日制', '非全日制', '全日', '普通', '普通高校', '普通高等', '普通高等教育', '普通高等学校', '普通全日制', '高等教育', '高等院校', '高等学校', '高校', '高等', '统招', '普招', '统分', '统考', '脱产', '半脱产', '不脱产', '继续教育', '进修', '定向', '委培', '自费', '军校', '军队', '部队', '军事院校', '国民教育', '国民', '国家承认', '后取', '后取得', '后学历', '后续', '第一学历', '第二', '最高', '最高学历', '原始学历', '初始学历', '现', '现有', '原', '学习形式', '民办', '公办', '海外', '留学', '国外', '境外', '四年制', '五年制', '三年制', '二年制', '两年制', '一年制', '二年', '三年', '四年', '五年', '2年制', '3年制', '4年制', '5年制', '学术', '学术型', '学术学位', '专业型', '应用型', '在职教育', '函授教育', '自考教育', '全日制教育', '师范类', '双'],
  studying: [...[...AHEAD_WORDS, '正在', '正', '在', '继续', '刚', '现', '已', '又', '后', ''].flatMap(lead => TO_STUDY.map(study => lead + study)).filter(word => !['取得', '获得', '已取得', '已获得', '报', '考', '拿到', '已拿到', '现取得', '后取得', '后获得', '拿', '已拿', '升'].includes(word)),
    '大一', '大二', '大三', '大四', '一年级', '二年级', '三年级', '四年级', '第一年', '第二年', '第三年', '第四年', '最后一年', '报考中', '备考', '备考中', '自学中', '函授中', '录取', '已录取', '被录取', '报名中', '实习期', '实习', '实习中', '未答辩', '论文未过', '挂科', '延期毕业', '缓毕业', '暂缓毕业', '明年毕业', '今年毕业', '年底毕业', '后年毕业', '下半年毕业', '差一门', '差两门', '差2门', '差1门', '差3门', '还差1门', '还差2门', '还差3门', '还差一门', '还差两门', '还有一门未过', '还有两门未过', '未考完', '还未考完', '没考完', '在读', '在读生', '就读', '就读中', '在读中', '正在读', '正在就读', '在学', '在校', '在校生', '在修', '攻读', '攻读中', '正在攻读', '在职攻读', '正在攻', '在考', '自考中', '考试中', '学习中', '正在学习', '进修中', '未毕业', '尚未毕业', '还未毕业', '待毕业', '即将毕业', '将毕业', '预毕业', '预计毕业', '报读', '已报名', '报名', '在籍', '读', '正读', '修读中', '未发证', '未拿证', '未取证', '证书未发', '毕业证未发', '毕业证未拿', '拟毕业', '应届未毕业', '即将', '将', '将要', '快', '拟', '有望', '争取', '正在考', '正在自考'],
  unfinished: [...['没', '未', '没有', '尚未'].flatMap(not => ['念完', '上完', '读完', '修完', '考完', '完成学业'].map(word => not + word)), '肄业', '结业', '结业证', '结业证书', '辍学', '退学', '休学', '肆业', '肄', '没毕业', '未取得毕业证', '未取得毕业证书', '无毕业证', '无毕业证书', '没有毕业证', '未取得', '未取得学历', '未完成', '中途退学', '未结业', '未读完', '没读完', '未修完', '除名'],
  equivalent: ['相当于', '相当', '同等学力', '同等学历', '同等', '等同', '等同于', '视同'],
  course: ['课程班', '课程', '课程进修班', '课程进修', '进修班', '课程研修班', '研修班', '专业证书', '专业证书班', '单科', '证书班', '培训班', '培训'],
  above: ['以上', '及以上', '或以上', '含以上', '以上学历', '起点', '及其以上', '(含)以上', '(含)及以上'],
  'at-or-below': ['及以下', '或以下', '含以下', '及其以下', '(含)以下'],
  below: ['以下'],
  obtained: ['已发证', '已拿证', '已领证', '证齐', '证书齐', '已提供证书', '已交证书', '验过原件', '已验原件', '经核实', '经审核', '经认证', '核实', '只读过', '只读到', '读了', '读了一年', '读了两年', '读了半年', '读到', '半途', '中途', '有', '持有', '持', '具有', '具备', '已具备', '拿到', '已拿到', '已拿', '文凭', '证书', '文凭证书', '已核实', '已核', '已认证', '已审核', '已验', '已验证', '可查', '学信网可查', '学信网已核', '证书已验', '原件已核', '原件已验', '证书齐全', '毕业证已交', '已交', '有证', '国家承认', '承认', '属实', '真实', '有效', '√', '只有', '仅', '仅有', '只', '先', '后', '再', '原为', '最终', '辅修', '毕业于', '退役后取得', '在职取得', '后取得', '毕业', '毕业生', '已毕业', '毕', '已取得', '取得', '已取证', '毕业证', '毕业证书', '已获', '获得', '获', '学历', '学位', '文化', '程度', '文化程度', '文化水平', '水平', '层次', '学历层次', '学历学位', '教育', '学历教育', '班', '生', '毕业学历', '级', '类', '应届', '应届毕业', '应届毕业生', '往届', '往届毕业生', '专业', '无学位', '无学位证', '无学位证书', '没有学位', '未取得学位'],
  filler: ['-', '的', '是', '为', ':', '_', '.', '·', '并', '已', '后', '"', '“', '”', '~', '系', '(含)', '含'],
  separator: ['/', '、', ';', ',', '，', '；', '+', '|', '\\', '和', '及', '与', '&', '兼', '。', '→', '->', '>'],
  open: ['(', '[', '【', '<', '〔', '{', '「', '《'],
  close: [')', ']', '】', '〕', '}', '」', '》'],
  // What somebody has not: 高中（非大专）, 未达大专.
  denial: ['无', '非', '没有', '没', '不是', '不是真', '并非', '未达', '未达到', '未到', '达不到', '没达到', '未获', '未获得', '没获得', '未拿到', '没拿到', '不到', '不足', '不够', '没上', '未上', '没有上', '没上过', '未上过', '未曾上', '没读', '未读', '没有读', '没读过', '未读过', '没考上', '未考上', '没有考上', '未录取', '没录取', '未被录取', '未考取', '没考取', '无此', '不具备', '不具有', '未取得过'],
  doubt: DOUBT.filter(word => word !== '无证明'),
  either: ['或', '或者', '抑或', '还是'],
  mixed: ['预科', '大中专', '中高职', '师范学院', '师范大学', '大学生', '学生', '在校学生', '学徒', '博硕'],
}
const piecesOf = lexicon<Kind>(WORDS)

/** One letter in the place of a word, alone in the cell. */
const SHORT: Readonly<Record<string, Kind>> = { 博: 'doctor', 硕: 'master', 研: 'postgraduate', 本: 'bachelor', 专: 'college', 高: 'high', 初: 'middle', 小: 'primary' }
/** A name that may stand before a level: 泰州职业技术学院大专. */
const SCHOOL = /(学院|学校|大学|党校|电大|中学|师范|[师医农警商财幼药体艺]专|专业|院|校|系|科)$/
/** A subject that may stand before a level: 法学本科, 行政管理大专, 汉语言文学（师范）本科. */
const SUBJECT = /(?:学|管理|工程|教育|法律|会计|审计|财务|财会|金融|经济|贸易|营销|技术|应用|设计|语言|文学|英语|日语|中文|汉语|语文|数学|物理|化学|生物|历史|地理|政治|体育|音乐|美术|艺术|机械|电子|电气|电力|自动化|计算机|软件|网络|信息|通信|土木|建筑|园林|农|林|医|药|护理|临床|师范|行政|文秘|秘书|新闻|传媒|广告|旅游|酒店|物流|统计|保险|税务|社工|社会工作|心理|公安|侦查|司法|民政|工商|人力资源|理工|方向|类|专业|一体化|电算化|电工|焊工|财税|财经|税|兽医|畜牧|养殖|种植|园艺|水利|测绘|采矿|化工|纺织|服装|烹饪|美容|铁路|交通|运输|汽修|汽车|数控|模具|焊接|档案|图书|哲学|播音|表演|摄影|动漫|康复|中医|针灸|检验|助产|口腔|公文|党务|党建|党史|社区|治理|服务|事务|商务|电商|国贸|外贸|证券|投资|房产|物业|家政|养老|保安|消防|安全|环保|环境|生态|气象|地质|食品|制造|维修|控制|通讯|国防|军事|指挥|作战|警察|监狱|法务|书法|舞蹈|戏剧)$/
/** How schools are called for short, the towns that they are in, and how somebody came to study: 大专（南师大）, 本科（河海）, 大专（单招）. */
const SCHOOL_SHORT = /^(?:南京|苏州|无锡|常州|镇江|扬州|泰州|南通|盐城|淮安|宿迁|徐州|连云港|江苏|上海|北京|天津|杭州|合肥|武汉|西安|省|市|南|扬|苏|通|河海|江南|东南|华东|中国)*(?:河海|江南|东南|[师财农医工理林矿]?大|师专|工|师|理工|财经|农林|医|农)?$/
const WAY_IN = /^(?:对口|单招|对口单招|注册入学|扩招|提前招生|退役士兵|退役军人|转业|军转|农民大学生|村干部班|干部班|大专班|函|自|成|电|在|业|持证)$/
/** A title or a certificate of a trade beside the diploma: 大专、会计师. */
const TITLE = /^(?:[\u4e00-\u9fff]{0,8}(?:会计|会计师|社工|社工师|工程师|经济师|教师资格|教师证|职称|资格证?|幼教|小教|行管|护士|船舶|航海|驾驶))$/
const REFUSED_TAIL = /[未无非没不拟欲想待假伪疑缺差除\d?？]|[年月]级|第.|中$/
const DATE = /(?:19|20)?\d{2}[年./-]\d{0,2}[月./-]?\d{0,2}日?|(?:19|20)\d{2}(?:年|级|届)?|\d{2}[届级](?!学)|\(\d{2}\)|\(\d(?:\+\d|年制?)\)/g

interface Found { readonly kind: Kind; readonly rank: number; state: 'obtained' | 'studying' | 'unfinished' | 'equivalent' | 'denied' | 'doubted'; limit: 'exact' | 'above' | 'at-or-below' | 'below' }

/** Reads one cell of an education column (any of the three), as obtained education and whether it is 大专以上. */
export function readEducation(value: CellValue): EducationReading {
  if (typeof value === 'number') return CODE
  if (isCellError(value)) return ERROR
  return readWord(withoutNoDegree(textOf(value)))
}

/** 大专 无, or 大专 above 无: the second thing in the cell (a degree, a subject) is none, and denies nothing of the first. */
function withoutNoDegree(text: string): string {
  const parts = text.trim().split(/[\s\u3000]+/)
  return parts.length === 2 && /^(?:无|没有|暂无|[-—–/]+)$/.test(parts[1] ?? '') ? (parts[0] ?? '') : text
}

/** Reads one cell under 是否大专以上: 是 and 否 answer it, 1 and 0 as well, and so does a diploma. */
export function readCollegeAnswer(value: CellValue): EducationReading {
  if (value === 1 || value === true) return ASKED_YES
  if (value === 0 || value === false) return ASKED_NO
  const answer = typeof value === 'string' ? plainAnswer(normalise(value)) : null
  return answer === null ? readEducation(value) : answer === 'yes' ? ASKED_YES : ASKED_NO
}

const ASKED_YES: EducationReading = { level: 'college', college: 'yes', note: null }
const ASKED_NO: EducationReading = { level: 'high', college: 'no', note: null }

const BLANK: EducationReading = { level: 'blank', college: 'blank', note: null }
const CODE: EducationReading = { level: 'code', college: 'unclear', note: 'value.code' }
const ERROR: EducationReading = { level: 'unknown', college: 'unclear', note: 'value.error' }
const UNKNOWN: EducationReading = { level: 'unknown', college: 'unclear', note: 'value.unknown-word' }
const NONE: EducationReading = { level: 'none', college: 'no', note: 'value.education-none' }

const readWord = rememberWords((text: string): EducationReading => {
  const written = normalise(text).toLowerCase(),
    word = chineseFor('education', written) ?? written
  if (word === '') return BLANK
  if (word === '无' || word === '没有' || word === '(无)') return NONE
  if (isNothing(word)) return BLANK
  if (/^\d+(\.0+)?$/.test(word)) return CODE
  // 大专无: of the degree, or of the diploma? Nobody can tell.
  if (/^(?:大专|专科|大学|本科|研究生|硕士|博士).*无$/.test(word)) return UNKNOWN
  const short = ownValue(SHORT, word)
  if (short !== undefined) return settle([{ kind: short, rank: RANK[short] ?? 0, state: 'obtained', limit: 'exact' }], false, false)
  // 3+2大专, 五年一贯制: how long the two parts of the course are says nothing of its level.
  return readChain(withoutCode(word.replace(/^[35]\+[2-4](?=[\u4e00-\u9fff])/, '').replace(/(以[上下])\(含[^()]*\)/, '及$1').replace(/\(含\)(?=以[上下])/, '及')).replace(DATE, ''))
})

function readChain(word: string): EducationReading {
  const pieces = mergeSchools(piecesOf(word))
  const found: Found[] = []
  let pending: Exclude<Found['state'], 'obtained'> | null = null
  let tail = false, depth = 0, modeOnly = false, mixed = false, either = false
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at]
    if (piece === undefined) break
    const last = found.at(-1)
    switch (piece.kind) {
      case 'open': depth++; break
      case 'close': depth--; break
      case 'mixed': mixed = true; break
      case 'either': either = true; break
      case 'doubt': case 'denial': {
        const state = piece.kind === 'doubt' ? 'doubted' : 'denied'
        // 不是没有大专: what is denied twice is no no.
        if (pending === 'denied') return UNKNOWN
        if (nextLevel(pieces, at + 1) !== null && (last === undefined || startsClause(pieces[at - 1]) || piece.kind === 'denial')) pending = state
        else if (last !== undefined) last.state = state
        else if (piece.kind === 'doubt') return UNKNOWN
        break
      }
      case 'unknown': {
        const next = pieces[at + 1]
        // 自考大专中: still at it.
        if (last !== undefined && piece.text === '中' && (next === undefined || next.kind === 'close')) { last.state = 'studying'; break }
        // A word that is not understood makes the value unknown, unless it can only be a subject or a school.
        if (depth > 0) {
          if (last === undefined || !harmless(piece.text)) return UNKNOWN
          break
        }
        // Before a level only the name of a school may stand; after it a subject.
        if (last === undefined && !SCHOOL.test(piece.text) && !(SUBJECT.test(piece.text) && next !== undefined && !REFUSED_TAIL.test(piece.text)) && !(piece.text.length > 1 && next?.text.startsWith('大学') === true && !REFUSED_TAIL.test(piece.text))) return UNKNOWN
        if (last !== undefined && !harmless(piece.text)) return UNKNOWN
        if (last !== undefined || next === undefined) tail = true
        break
      }
      case 'college-mode': {
        if (!levelFollows(pieces, at + 1)) {
          if (last === undefined) modeOnly = true
          // 老年大学 is no education, whatever stands around it.
          if (piece.text === '老年大学') return UNKNOWN
          if (last === undefined) found.push({ kind: 'college', rank: COLLEGE_RANK, state: pending ?? 'obtained', limit: 'exact' })
        }
        break
      }
      case 'studying': case 'unfinished': {
        const state = piece.kind
        const next = nextLevel(pieces, at + 1)
        const atStart = last === undefined || startsClause(pieces[at - 1])
        if (next !== null && (atStart || next > (last?.rank ?? 0))) pending = state
        else if (last !== undefined) last.state = state
        break
      }
      case 'course': if (last !== undefined) last.state = 'unfinished'; break
      case 'equivalent': if (last !== undefined && nextLevel(pieces, at + 1) === null) last.state = 'equivalent'; else pending = 'equivalent'; break
      case 'above': case 'at-or-below': case 'below': if (last !== undefined) last.limit = piece.kind; break
      // 大专在读，已毕业 and 读大专，已拿证: it came to an end.
      case 'obtained': if (last?.state === 'studying' && /^已/.test(piece.text)) last.state = 'obtained'; break
      case 'filler': case 'separator': case 'mode': break
      default: {
        found.push({ kind: piece.kind, rank: RANK[piece.kind] ?? 0, state: pending ?? 'obtained', limit: 'exact' })
        pending = null
      }
    }
  }
  if (mixed || found.length === 0) return UNKNOWN
  // 高中或大专: one of the two.
  if (either && new Set(found.map(each => each.rank >= COLLEGE_RANK)).size > 1) return UNKNOWN
  return settle(found, tail, modeOnly)
}

function startsClause(before: Piece<Kind> | undefined): boolean {
  return before === undefined || before.kind === 'separator' || before.kind === 'open'
}

/** The name of a subject or a school, which says nothing of the diploma. */
function harmless(text: string): boolean {
  return !REFUSED_TAIL.test(text) && (SUBJECT.test(text) || SCHOOL.test(text) || SCHOOL_SHORT.test(text) || WAY_IN.test(text) || TITLE.test(text) || /^[a-z.:]*$/.test(text))
}

/** 扬州大学 is a school and not the level 大学: an unknown piece right before a level that ends a school's name becomes one piece with it. */
function mergeSchools(pieces: readonly Piece<Kind>[]): Piece<Kind>[] {
  const merged: Piece<Kind>[] = []
  for (const piece of pieces) {
    const before = merged.at(-1)
    if (before?.kind === 'unknown' && SCHOOL.test(piece.text) && piece.kind !== 'unknown' && !/[科系]$/.test(piece.text)) merged[merged.length - 1] = { kind: 'unknown', text: before.text + piece.text }
    else if (before?.kind === 'unknown' && piece.kind === 'unknown') merged[merged.length - 1] = { kind: 'unknown', text: before.text + piece.text }
    else merged.push(piece)
  }
  return merged
}

/** A level comes next, perhaps after more modes of study: 电大(在职)专科. */
function levelFollows(pieces: readonly Piece<Kind>[], from: number): boolean {
  return nextLevel(pieces, from) !== null
}

function nextLevel(pieces: readonly Piece<Kind>[], from: number): number | null {
  for (let at = from; at < pieces.length; at++) {
    const kind = pieces[at]?.kind
    if (kind === undefined || kind === 'unknown' || kind === 'close' || kind === 'separator') return null
    const rank = RANK[kind]
    if (rank !== undefined) return rank
  }
  return null
}

function settle(found: readonly Found[], tail: boolean, modeOnly: boolean): EducationReading {
  const obtained = found.filter(each => each.state === 'obtained')
  const best = highest(obtained)
  const reached = best !== null && answer(best) === 'yes'
  // 大专（待核实）: nobody knows. 无本科: whether it is 大专 is not said; 无大专: it is not.
  if (!reached && found.some(each => each.state === 'doubted')) return UNKNOWN
  const denied = found.filter(each => each.state === 'denied')
  if (best === null && denied.length > 0 && denied.length === found.length) return denied.some(each => each.rank <= COLLEGE_RANK) ? { level: 'high', college: 'no', note: null } : UNKNOWN
  if (best !== null) {
    const level = best.kind as EducationLevel
    const college = answer(best)
    if (college !== 'yes') {
      // Something higher is under way beside an obtained lower one: the lower one counts.
      const open = found.some(each => each.state === 'studying' && each.rank >= COLLEGE_RANK)
      if (open) return { level, college, note: 'value.education-in-study-beside' }
    }
    return { level, college, note: noteFor(found, obtained, best, college, tail, modeOnly) }
  }
  if (found.some(each => each.state === 'studying')) {
    const top = highest(found.filter(each => each.state === 'studying'))
    // 高中在读: whatever comes of it is no college.
    return top !== null && top.rank < COLLEGE_RANK ? { level: top.kind as EducationLevel, college: 'no', note: null } : { level: 'studying', college: 'unclear', note: 'value.education-in-study' }
  }
  const top = highest(found)
  const lower: EducationLevel = top !== null && top.rank < COLLEGE_RANK ? top.kind as EducationLevel : 'high'
  return { level: lower, college: 'no', note: found.some(each => each.state === 'equivalent') ? 'value.education-equivalent' : 'value.education-not-finished' }
}

function noteFor(
  found: readonly Found[],
  obtained: readonly Found[],
  best: Found,
  college: Answer,
  tail: boolean,
  modeOnly: boolean,
): ValueNoteKey | null {
  if (college === 'unclear') return 'value.education-range'
  if (found.some(each => each.state !== 'obtained' && each.state !== 'denied'))
    return found.some(each => each.state === 'studying') ? 'value.education-in-study-beside' : 'value.education-not-finished'
  if (best.limit !== 'exact') return 'value.education-or-above'
  if (new Set(obtained.map(each => each.rank >= COLLEGE_RANK)).size > 1) return 'value.two-values'
  if (modeOnly) return 'value.education-mode-only'
  return tail ? 'value.education-tail' : null
}

function highest(found: readonly Found[]): Found | null {
  let best: Found | null = null
  for (const each of found) if (best === null || each.rank > best.rank) best = each
  return best
}

function answer(best: Found): Answer {
  const reaches = best.rank >= COLLEGE_RANK
  switch (best.limit) {
    case 'exact': return reaches ? 'yes' : 'no'
    case 'above': return reaches ? 'yes' : 'unclear'
    case 'at-or-below': return reaches ? 'unclear' : 'no'
    case 'below': return best.rank > COLLEGE_RANK ? 'unclear' : 'no'
  }
}
