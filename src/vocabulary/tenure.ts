import { isCellError } from '../core/cell'
import type { CellValue } from '../core/cell'
import type { Answer, Tenure } from '../core/reading'
import { isNothing, plainAnswer } from './answers'
import { DENIED_TWICE, demolitionOfWords, UNDECIDED } from './demolition-words'
import { DOUBT } from './doubt-words'
import { chineseFor } from './english-values'
import { lexicon } from './grammar'
import type { Piece, WordLists } from './grammar'
import { normalise, textOf } from './normalise'
import type { ValueNoteKey } from './notes'
import { rememberWords } from './word-cache'

export interface TenureReading {
  readonly tenure: Tenure
  readonly note: ValueNoteKey | null
}

export interface DemolitionReading {
  readonly answer: Answer
  readonly note: ValueNoteKey | null
}

type Kind = 'own' | 'rented' | 'borrowed' | 'shared' | 'in-building' | 'to-be-demolished' | 'none' | 'doubt' | 'former' | 'filler' | 'separator' | 'free' | 'over' | 'handed' | 'then' | 'owner' | 'not-own'

/** How premises are held, by what the word means. To teach a new one, add it to its line. */
const WORDS = {
  own: ['购', '自有', '镇资产', '社区资产', '村资产', '街道资产', '拆迁安置房', '拆迁安置', '回迁房', '赠送', '提供', '自有产权', '自有房', '自有房产', '自有用房', '自建', '自建房', '拨建', '财政拨建', '政府拨建', '财政投资', '自购', '自置', '产权房', '有产权', '产权自有', '永久使用权', '自有(有证)', '购置', '购买', '购入', '购房', '回购', '划拨', '无偿划拨', '行政划拨', '财政划拨', '调拨', '无偿调拨', '拨付', '拨用', '调剂', '调配', '划转', '配建', '配建移交', '配套', '配套移交', '配套建设', '配套用房', '开发商配建', '开发商移交', '开发商配套', '开发商提供', '小区配套', '小区配建', '公建配套', '公建', '代建移交', '财政投资建设', '政府投资建设', '投资建设', '政府投资新建', '置换', '国有', '国有资产', '国有产权', '集体', '集体所有', '集体产权', '集体资产', '集体自有', '公有', '公房', '公产', '政府产权', '政府所有', '政府资产', '街道产权', '街道所有', '镇产权', '镇所有', '镇政府所有', '社区产权', '社区所有', '社区自有', '居委会自有', '居委会所有', '本社区所有', '归社区所有', '新建', '已建', '改建', '改扩建', '扩建', '翻建', '援建', '捐建', '捐赠', '赠予', '受赠', '建造', '建设', '永久使用', '永久性', '长期无偿使用', '无偿使用', '无偿提供', '无偿', '免费使用', '免费提供', '政府提供', '街道提供', '镇提供', '镇政府提供', '固定资产', '有证', '有房产证', '产权明晰', '独立产权', '完全产权', '房改房', '直管公房'],
  rented: ['公房承租', '租', '承租公房', '承租国有公房', '租用公房', '租用国有公房', '租用国有资产', '承租国有资产', '租用集体资产', '租赁', '租用', '租借', '租房', '租住', '承租', '借租', '租入', '租来', '外租', '转租', '租的', '租来的', '是租的', '代租', '暂租', '廉租', '长租', '长期租赁', '长期租用', '短租', '短期租赁', '租赁房', '租赁房屋', '租赁用房', '租用房', '租用民房', '租用房屋', '租民房', '有偿使用', '有偿租用', '付费使用', '返租', '租金', '年租金', '租期', '租期至', '租期到'],
  borrowed: ['借的', '借来的', '是借的', '借', '活动板房', '板房', '临时板房', '彩钢房', '临时搭建', '借用', '借房', '借住', '暂借', '借用房', '借用房屋', '借用民房', '无偿借用', '免费借用', '长期借用', '临时借用', '借来', '临时', '临时用房', '临时场所', '临时办公', '临时性', '临时安置', '暂用', '寄用', '过渡', '过渡用房', '过渡房', '临时过渡', '周转', '周转房', '周转用房', '挂靠', '寄居'],
  shared: ['合用', '共用', '合署', '合署办公', '共享', '合建', '共建', '共建共享', '联合', '混用', '兼用', '共有', '合租'],
  'in-building': ['正建', '主体已完', '已完工未启用', '装修未完', '尚在装修', '未装修', '未投入使用', '尚未投入使用', '未交房', '待交房', '没交房', '设计中', '设计阶段', '招标中', '计划自建', '规划新建', '未验收', '待验收', '验收中', '未建成', '尚未建成', '没建好', '还没建好', '建成未交付', '竣工未交付', '已竣工未交付', '已建成未交付', '建成未启用', '已建成未启用', '竣工待验收', '已竣工待验收', '主体完工', '主体封顶', '可研中', '年底交付', '年底建成', '明年交付', '明年建成', '未开工', '已立项', '立项', '立项中', '主体已封顶', '已封顶', '封顶', '已选址', '选址中', '选址', '未建', '拟购', '拟购置', '拟购买', '待购置', '待购', '计划购置', '计划购买', '拟划拨', '待划拨', '拟调拨', '拟移交', '拟配建', '待配建', '拟自建', '拟新建', '拟建设', '拟置换', '计划建', '代建', '代建中', '已规划', '正在筹建', '开工建设', '已开工', '即将开工', '即将交付', '即将建成', '即将移交', '正在施工', '施工中', '在施工', '主体施工', '待建设', '新建在建', '在建', '建设中', '正在建', '正在建设', '在建中', '未竣工', '未完工', '待竣工', '规划', '规划中', '规划建设', '待建', '拟建', '筹建', '筹建中', '计划建设', '计划新建', '新建中', '改造中', '装修中', '正在装修', '待交付', '待移交', '未移交', '未交付', '未启用', '尚未启用', '待装修', '在建未交付', '正在新建', '拟新建', '预计', '建设'],
  'to-be-demolished': ['待动迁', '动迁', '拟动迁', '即将动迁', '列入征收', '已征收', '拟征收', '即将拆除', '面临征收', '面临拆除', '列入棚改', '旧城改造', '城中村改造', '待拆迁', '拆迁', '待拆', '拟拆', '拟拆迁', '面临拆迁', '列入拆迁', '已列入拆迁', '即将拆迁', '将拆迁', '拆迁中', '已拆', '已拆除', '已拆迁', '拆除', '待拆除', '征收', '待征收', '征迁', '危房', '危旧房', 'd级危房', 'c级危房', '危险房屋', '棚改', '违建', '违章建筑'],
  none: ['没房', '没有房子', '无自有房', '无房子', '暂没有', '暂时没有', '无', '未落实', '尚未落实', '无产权用房', '无社区用房', '无办公场地', '尚未解决', '无房', '无用房', '没有', '无办公用房', '无独立用房', '无固定场所', '无场所', '无阵地', '暂无', '暂无用房', '暂无场所', '未解决', '无独立场所', '无办公场所', '没有用房', '无固定用房', '无自有用房'],
  free: ['本社区', '我社区', '公房', '民房', '居民房', '私房', '商铺', '门面', '门面房', '门市', '店面', '车库', '学校', '小学', '教室', '中学', '企业', '物业', '物业用房', '开发商', '政府', '办事处', '街道办', '街道办事处', '街道', '镇政府', '镇', '村', '居民', '住宅', '住房', '写字楼', '商品房', '小区', '单位', '其他社区', '邻近社区', '房', '房屋', '房产', '用房', '办公用房', '办公楼', '楼', '场地', '场所', '底层', '一楼', '二楼', '厂房', '仓库', '幼儿园', '银行', '公司', '社区', '居委会', '个人', '他人', '向', '与', '从', '由', '给', '邻居', '办公', '外单位', '派出所', '卫生院', '党校', '老年大学', '文化站', '管委会', '活动', '室', '小区内', '安置房', '安置', '村民', '私人', '售楼处', '宿舍', '售楼部', '架空层', '原', '老', '旧', '全部', '房源', '同'],
  // What has ended or was given away: whether anything is left nobody says.
  over: ['到期', '已到期', '期满', '已满', '期已满', '租期已满', '届满', '退租', '已退租', '停租', '已停租', '不再租用', '已不租', '不租', '终止', '已终止', '解除', '已解除', '已还', '归还', '已归还', '退还', '已退还', '待还', '收回', '已收回', '被收回', '已被收回', '出租', '已出租', '出租中', '出售', '已出售', '已卖', '卖出', '已置换', '置换出', '已置换出', '腾退', '已腾退', '抵押', '已抵押', '查封', '被查封', '意向', '意向书', '租赁意向', '意向租赁', '占用', '被占用', '停用', '已停用', '闲置', '废弃', '他用', '挪作他用', '改作他用', '说是', '据说是', '未租', '未续租', '未续签', '不续租', '不再续租'],
  // 移交: to whom tells whose it is.
  handed: ['移交', '已移交', '移交给', '已移交给', '移交至', '移交到', '产权移交', '产权已移交', '无偿移交', '整体移交', '移交使用', '交付', '已交付', '交付给', '移交中', '正在移交'],
  // What stood before is no more: 自有拆除后租用, 自有改为租赁.
  then: ['后', '现', '现为', '现已', '目前', '改', '改为', '改成', '转', '转为', '变为', '变更为'],
  'not-own': ['无产权', '没有产权', '非自有', '不是自有', '非自有产权', '不是自有产权', '无自有产权', '没有自有产权'],
  owner: ['产权', '产权归', '产权属', '产权属于', '权属', '归', '属', '属于', '所有', '所有权', '所有权归', '归属'],
  // Whose it is is disputed, or not settled: none of the words beside it can be taken.
  doubt: { shared: DOUBT, but: word => ['不确定', '不明', '不清', '待批', '待落实', '未落实', '尚未落实', '未批', '缺', '无证', '无证书', '无房产证', '未定', '无', '除'].includes(word), and: ['部分', '部分为', '一部分', '半', '一半', '置换中', '正在置换', '纠纷', '争议', '有争议', '产权纠纷', '产权争议', '权属争议', '权属纠纷', '诉讼', '历史遗留', '产权不明晰', '产权未移交', '产权未明确', '产权未定', '产权待移交', '归属不清', '拟', '待', '将', '曾', '可能', '疑似', '是否', '计划', '准备', '协商', '协商中', '待商定', '洽谈', '洽谈中', '谈', '在谈', '正在谈', '商谈', '争取', '申请', '无主', '小产权', '公租房', '公租'] },
  // What was and is no more: 原租赁, 原自有现租赁.
  former: ['原自有', '原租赁', '原租用', '原借用', '原为自有', '原为租赁', '原为借用', '原系自有', '原系租赁', '原产权', '曾租用', '曾租赁', '曾借用', '曾自有', '曾为自有', '以前租赁', '以前租用', '以前借用', '以前自有', '之前租用', '之前租赁', '之前借用', '此前租用', '过去租用'],
  filler: ['非租赁', '非租用', '非借用', '不是租的', '不是借的', '不是租赁', '不是租用', '不是借用', '无租赁', '非租', '性质', '方式', '形式', '来源', '取得', '的', '使用', '中', '期', '合同', '协议', '年', '月', '至', '装修', '还在', '无抵押', '未抵押', '未办产权证', '未办房产证', '未办证', '已办证', '已', '尚', '产权不清', '为', '是', '自', '长期', '短期', '-', ':', '.', '"', '“', '”', '等', '每年', '万元', '元', '续', '内', '有证', '无证', '未办证', '办证中', '产权证', '房产证', '无产权证', '正在办证', '有', '办理中', '约', '资产', '无争议', '无纠纷', '清晰', '明晰', '未到期', '未满', '统一', '未过期', '合同未到期', '租期未到', '租约未满', '仍', '仍在', '仍然', '继续', '正在', '每年', '每', '里', '就是', '的', '统一', '期限', '期至', '一年一签', '一年一租', '一年', '三年', '五年', '起'],
  separator: ['/', '、', ';', ',', '，', '；', '+', '|', '\\', '和', '及', '(', ')', '[', ']', '【', '】', '<', '>', '或', '。', '其中', '兼'],
} satisfies WordLists<Kind>
const piecesOf = lexicon<Kind>({ ...WORDS, own: WORDS.own.filter(word => word !== '建设') })

/** Reads one cell of a tenure column: 自有, 租赁（2024年到期）, 借用学校教室, 在建. */
export function readTenure(value: CellValue): TenureReading {
  if (value === null) return { tenure: 'blank', note: null }
  if (isCellError(value)) return { tenure: 'unclear', note: 'value.error' }
  if (typeof value === 'number') return { tenure: 'unclear', note: 'value.code' }
  return readWord(textOf(value))
}

const NOT_KNOWN_YET = /^(?:(?:产权|权属)(?:待定|待查|待核实|待确认|待明确|未定|未明确|不详)|待查|待定|待核|待核实|待确认|待补|待补充|待明确|不详|不明|未知|不清|不清楚|产权不明|产权不清|另附|见附件|说不清|\?+)$/

const readWord = rememberWords((text: string): TenureReading => {
  const written = normalise(text).toLowerCase(),
    word = chineseFor('tenure', written) ?? written
  if (word === '无' || word === '暂无') return { tenure: 'none', note: null }
  // 待查 is written where somebody should have known: it is asked about, and a stroke is not.
  if (NOT_KNOWN_YET.test(word)) return { tenure: 'unclear', note: 'value.unknown-word' }
  if (isNothing(word)) return { tenure: 'blank', note: null }
  if (/^\d+$/.test(word)) return { tenure: 'unclear', note: 'value.code' }
  const pieces = piecesOf(word.replace(/\d+(?:\.\d+)?(?:m2|㎡|平方米|平米|平|间|万元|万|元|年|月|日|%)?/g, ''))
  const kinds = kindsOf(pieces, /\d/.test(word))
  return kinds === null || kinds.size === 0 ? UNKNOWN : settle(kinds)
})

const UNKNOWN: TenureReading = { tenure: 'unclear', note: 'value.unknown-word' }
/** A place's name may stand between, 借用河东村部, and settles nothing; what denies, doubts or takes away is none. */
const TELLS = /[不未无非没还说据听传疑待拟曾退停收卖售抵封废弃毁拆争诉欠违占换除]/
/** Owners whose premises are not the community's own. */
const STRANGER = /^(?:民房|居民房|私房|学校|小学|中学|企业|物业|开发商|居民|个人|他人|公司|银行|村民|私人|邻居|外单位|幼儿园|卫生院|派出所|党校)$/

/** The kinds of tenure that the pieces name; `null` where one is not known, in doubt or over. */
function kindsOf(pieces: readonly Piece<Kind>[], dated: boolean): Set<Tenure> | null {
  let kinds = new Set<Tenure>(), owned = false, notOwn = false
  for (const [at, { kind, text }] of pieces.entries()) {
    const next = pieces.slice(at + 1).find(piece => piece.kind !== 'filler' && piece.kind !== 'separator')
    switch (kind) {
      case 'unknown': {
        const named = /^[\u4e00-\u9fff]{1,8}$/.test(text) && !TELLS.test(text)
        if (!named) return null
        break
      }
      case 'doubt': return null
      // 租赁（2025年到期）: the day tells whether it is over; 租赁已到期 is a lease whose end is told beside.
      case 'over': if (!(/^(?:已?到期|期满|届满)$/.test(text) && (dated || kinds.has('rented'))) && !kinds.has('to-be-demolished')) return null; break
      case 'handed': {
        if (text.includes('中') || text.startsWith('正在') || pieces[at + 1]?.text === '中') return null
        const giver = pieces.slice(0, at).some(piece => piece.kind === 'own' || (piece.kind === 'free' && !/^(?:社区|居委会|原|老|旧|全部)$/.test(piece.text)))
        if (next?.kind === 'free' ? !/^(?:本|我)?(?:社区|居委会)$/.test(next.text) : next?.kind === 'unknown' || (next?.kind === 'own' ? !/社区|自有/.test(next.text) : !giver && !text.startsWith('产权'))) return null
        kinds.add('own')
        break
      }
      case 'then': {
        const tells = pieces.slice(at + 1).find(piece => piece.kind !== 'filler' && piece.kind !== 'separator' && piece.kind !== 'free' && piece.kind !== 'then')
        if (tells !== undefined && ['own', 'rented', 'borrowed', 'shared', 'none', 'in-building'].includes(tells.kind)) kinds = new Set()
        break
      }
      case 'owner': owned = true; break
      case 'not-own': notOwn = true; break
      case 'former': case 'filler': case 'separator': case 'free': break
      default: kinds.add(kind)
    }
  }
  if (notOwn) return kinds.has('own') || kinds.size === 0 ? null : kinds
  if (!owned || kinds.size > 0) return kinds
  // 产权归开发商 is not the community's; 产权：社区 is.
  return pieces.some(piece => piece.kind === 'unknown' || (piece.kind === 'free' && STRANGER.test(piece.text))) ? null : new Set<Tenure>(['own'])
}

/** Several words in one cell: the weaker hold wins where one qualifies the other, and two real values are a question. */
function settle(kinds: ReadonlySet<Tenure>): TenureReading {
  const only = [...kinds]
  if (only.length === 1) return { tenure: only[0] ?? 'unclear', note: null }
  if (kinds.has('in-building') && !kinds.has('rented') && !kinds.has('borrowed')) return { tenure: 'in-building', note: null }
  if (kinds.has('to-be-demolished')) return { tenure: 'to-be-demolished', note: null }
  if (kinds.has('rented') && (kinds.has('borrowed') || kinds.has('shared')) && !kinds.has('own')) return { tenure: 'rented', note: null }
  if (kinds.has('borrowed') && !kinds.has('rented')) return { tenure: 'borrowed', note: null }
  if (kinds.has('shared') && kinds.has('own') && kinds.size === 2) return { tenure: 'shared', note: null }
  return { tenure: 'unclear', note: 'value.tenure-two-values' }
}

const DEMOLISHED = /^(?:(?:已|拟|待|将|即将|面临|计划|正在|列入|纳入|属|属于|在|有|需|须|要|应)*(?:近期|今年|明年|年内|年底|\d{4}年?(?:\d{1,2}月)?)?(?:已|拟|待|将|即将|面临|计划|正在|列入|纳入)*(?:拆迁|征收|拆除|征迁|搬迁|拆|棚改|旧改|动迁|腾退|棚户区改造|旧城改造|旧区改造|城中村改造|危旧房改造|城市更新)(?:计划|范围|规划|改造|名单|区域|中|内|项目|期限)*|危房|危旧房|[cd]级危房|已?(?:列入|纳入|涉及|在)(?:计划|范围|红线|名单)?内?|\d{4}(?:年|[./-]\d{1,2}(?:[./-]\d{1,2})?)(?:\d{1,2}月)?(?:前|底|内)?)$/
/** Reads one cell of a demolition column: 是, √, 面临拆迁, 2024年拆迁, 未列入. */
export function readDemolition(value: CellValue): DemolitionReading {
  if (value === null) return { answer: 'blank', note: null }
  if (isCellError(value)) return { answer: 'unclear', note: 'value.error' }
  const word = normalise(textOf(value)).toLowerCase()
  if (word === '') return { answer: 'blank', note: null }
  const plain = plainAnswer(word)
  if (plain !== null) return { answer: plain, note: null }
  if (isNothing(word)) return { answer: 'blank', note: null }
  if (typeof value === 'number') return value >= 1990 && value <= 2100 || value > 30_000 && value < 80_000 ? { answer: 'yes', note: null } : { answer: 'unclear', note: 'value.code' }
  if (UNDECIDED.test(word) || DENIED_TWICE.test(word)) return { answer: 'unclear', note: 'value.unknown-word' }
  const told = demolitionOfWords(word) ?? (DEMOLISHED.test(word) && !/[未没不无非否]|取消|暂停|暂缓|终止/.test(word) ? 'yes' : null)
  return told === null ? { answer: 'unclear', note: 'value.unknown-word' } : { answer: told, note: null }
}
