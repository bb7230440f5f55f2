import { isCellError } from '../core/cell'
import type { CellValue } from '../core/cell'
import type { Answer, Tenure } from '../core/reading'
import { isNothing, plainAnswer } from './answers'
import { DENIED_TWICE, demolitionOfWords, UNDECIDED } from './demolition-words'
import { chineseFor } from './english-values'
import { lexicon } from './grammar'
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

type Kind = 'own' | 'rented' | 'borrowed' | 'shared' | 'in-building' | 'to-be-demolished' | 'none' | 'doubt' | 'former' | 'filler' | 'separator' | 'free'

/** How premises are held, by what the word means. To teach a new one, add it to its line. */
const WORDS: Readonly<Record<Kind, readonly string[]>> = {
  own: ['自有', '镇资产', '社区资产', '村资产', '街道资产', '产权已移交', '已移交', '拆迁安置房', '拆迁安置', '回迁房', '赠送', '提供', '自有产权', '自有房', '自有房产', '自有用房', '自建', '自建房', '拨建', '财政拨建', '政府拨建', '财政投资', '自购', '自置', '产权房', '有产权', '产权', '产权自有', '自有(有证)', '购置', '购买', '购入', '购房', '回购', '划拨', '无偿划拨', '行政划拨', '财政划拨', '调拨', '无偿调拨', '拨付', '拨用', '调剂', '调配', '划转', '配建', '配建移交', '配套', '配套移交', '配套建设', '配套用房', '开发商配建', '开发商移交', '开发商配套', '开发商提供', '小区配套', '小区配建', '移交', '无偿移交', '公建配套', '公建', '代建移交', '置换', '国有', '国有资产', '国有产权', '集体', '集体所有', '集体产权', '集体资产', '集体自有', '公有', '公房', '公产', '政府产权', '政府所有', '政府资产', '街道产权', '街道所有', '镇产权', '镇所有', '镇政府所有', '社区产权', '社区所有', '社区自有', '居委会自有', '居委会所有', '本社区所有', '归社区所有', '新建', '已建', '改建', '改扩建', '扩建', '翻建', '援建', '捐建', '捐赠', '赠予', '受赠', '建造', '建设', '永久使用', '永久性', '长期无偿使用', '无偿使用', '无偿提供', '无偿', '免费使用', '免费提供', '政府提供', '街道提供', '镇提供', '镇政府提供', '固定资产', '有证', '有房产证', '产权明晰', '独立产权', '完全产权', '房改房', '直管公房'],
  rented: ['租', '承租公房', '承租国有公房', '租用公房', '租用国有公房', '租用国有资产', '承租国有资产', '租用集体资产', '租赁', '租用', '租借', '租房', '租住', '承租', '借租', '出租', '租入', '租来', '外租', '转租', '廉租', '长租', '长期租赁', '长期租用', '短租', '短期租赁', '租赁房', '租赁房屋', '租赁用房', '租用房', '租用民房', '租用房屋', '租民房', '有偿使用', '有偿租用', '付费使用', '返租', '租金', '年租金', '租期', '租期至', '租期到'],
  borrowed: ['借', '活动板房', '板房', '临时板房', '彩钢房', '临时搭建', '借用', '借房', '借住', '暂借', '借用房', '借用房屋', '借用民房', '无偿借用', '免费借用', '长期借用', '临时借用', '借来', '临时', '临时用房', '临时场所', '临时办公', '临时性', '临时安置', '暂用', '寄用', '过渡', '过渡用房', '过渡房', '临时过渡', '周转', '周转房', '周转用房', '挂靠', '寄居'],
  shared: ['合用', '共用', '合署', '合署办公', '共享', '合建', '共建', '共建共享', '联合', '混用', '兼用', '共有', '合租'],
  'in-building': ['未开工', '已立项', '立项', '立项中', '主体已封顶', '已封顶', '封顶', '已选址', '选址中', '选址', '未建', '拟购', '拟购置', '拟购买', '待购置', '待购', '计划购置', '计划购买', '拟划拨', '待划拨', '拟调拨', '拟移交', '拟配建', '待配建', '拟自建', '拟新建', '拟建设', '拟置换', '计划建', '代建', '代建中', '已规划', '正在筹建', '开工建设', '已开工', '即将开工', '即将交付', '即将建成', '即将移交', '正在施工', '施工中', '在施工', '主体施工', '待建设', '新建在建', '在建', '建设中', '正在建', '正在建设', '在建中', '未竣工', '未完工', '待竣工', '规划', '规划中', '规划建设', '待建', '拟建', '筹建', '筹建中', '计划建设', '计划新建', '新建中', '改造中', '装修中', '正在装修', '待交付', '待移交', '未移交', '未交付', '未启用', '尚未启用', '待装修', '在建未交付', '正在新建', '拟新建', '预计', '建设'],
  'to-be-demolished': ['待动迁', '动迁', '拟动迁', '即将动迁', '列入征收', '已征收', '拟征收', '即将拆除', '面临征收', '面临拆除', '列入棚改', '旧城改造', '城中村改造', '待拆迁', '拆迁', '待拆', '拟拆', '拟拆迁', '面临拆迁', '列入拆迁', '已列入拆迁', '即将拆迁', '将拆迁', '拆迁中', '已拆', '已拆迁', '拆除', '待拆除', '征收', '待征收', '征迁', '危房', '危旧房', 'd级危房', 'c级危房', '危险房屋', '棚改', '违建', '违章建筑'],
  none: ['无', '未落实', '尚未落实', '无产权用房', '无社区用房', '无办公场地', '尚未解决', '无房', '无用房', '没有', '无办公用房', '无独立用房', '无固定场所', '无场所', '无阵地', '暂无', '暂无用房', '暂无场所', '未解决', '无独立场所', '无办公场所', '没有用房', '无固定用房', '无自有用房'],
  free: ['民房', '居民房', '私房', '商铺', '门面', '门面房', '门市', '店面', '车库', '学校', '小学', '教室', '中学', '企业', '物业', '物业用房', '开发商', '政府', '街道', '镇政府', '镇', '村', '居民', '住宅', '住房', '写字楼', '商品房', '小区', '单位', '其他社区', '邻近社区', '房', '房屋', '房产', '用房', '办公用房', '办公楼', '楼', '场地', '场所', '底层', '一楼', '二楼', '厂房', '仓库', '幼儿园', '银行', '公司', '社区', '居委会', '个人', '他人', '向', '与', '从', '由', '给', '邻居', '办公', '外单位', '派出所', '卫生院', '党校', '老年大学', '文化站', '管委会', '活动', '室', '小区内', '安置房', '安置', '原', '老', '旧', '部分', '全部', '房源', '同'],
  // Whose it is is disputed, or not settled: none of the words beside it can be taken.
  doubt: ['纠纷', '争议', '有争议', '产权纠纷', '产权争议', '权属争议', '权属纠纷', '诉讼', '历史遗留', '产权不明晰', '产权未移交', '产权未明确', '产权未定', '产权待移交', '归属不清', '拟', '待', '将', '曾', '可能', '疑似', '是否', '计划', '准备', '协商', '协商中', '待商定', '洽谈', '洽谈中'],
  // What was and is no more: 原租赁, 原自有现租赁.
  former: ['原自有', '原租赁', '原租用', '原借用', '原为自有', '原为租赁', '原为借用', '原系自有', '原系租赁', '原产权', '曾租用', '曾租赁', '曾借用', '曾自有', '曾为自有', '以前租赁', '以前租用', '以前借用', '以前自有', '之前租用', '之前租赁', '之前借用', '此前租用', '过去租用'],
  filler: ['性质', '方式', '形式', '来源', '取得', '的', '使用', '中', '期', '合同', '协议', '年', '月', '至', '到期', '已', '尚', '产权不清', '目前', '现', '现为', '为', '属', '是', '自', '长期', '短期', '-', ':', '.', '"', '“', '”', '等', '每年', '万元', '元', '续', '内', '有证', '无证', '未办证', '办证中', '产权证', '房产证', '无产权证', '正在办证', '有', '办理中', '约', '所有', '资产', '统一', '期限', '期至', '一年一签', '一年一租', '一年', '三年', '五年', '起'],
  separator: ['/', '、', ';', ',', '，', '；', '+', '|', '\\', '和', '及', '(', ')', '[', ']', '【', '】', '<', '>', '或', '。', '其中', '兼'],
}
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
  const kinds = new Set<Tenure>()
  for (const piece of piecesOf(word.replace(/\d+(?:\.\d+)?(?:m2|㎡|平方米|平米|平|间|万元|元|年|月|日|%)?/g, ''))) {
    if (piece.kind === 'unknown') {
      // A place's name may stand between: 借用河东社区用房. It settles nothing alone.
      if (!/^[\u4e00-\u9fff]{1,8}$/.test(piece.text) || /[不未无非没]/.test(piece.text)) return { tenure: 'unclear', note: 'value.unknown-word' }
      continue
    }
    if (piece.kind === 'doubt') return { tenure: 'unclear', note: 'value.unknown-word' }
    if (piece.kind !== 'former' && piece.kind !== 'filler' && piece.kind !== 'separator' && piece.kind !== 'free') kinds.add(piece.kind)
  }
  if (kinds.size === 0) return { tenure: 'unclear', note: 'value.unknown-word' }
  return settle(kinds)
})

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

const DEMOLISHED = /^(?:(?:已|拟|待|将|即将|面临|计划|正在|列入|纳入|属|属于|在|有|需|须|要|应)*(?:近期|今年|明年|年内|年底|\d{4}年?(?:\d{1,2}月)?)?(?:已|拟|待|将|即将|面临|计划|正在|列入|纳入)*(?:拆迁|征收|拆除|征迁|搬迁|拆|棚改|旧改|动迁|腾退|棚户区改造|旧城改造|旧区改造|城中村改造|危旧房改造|城市更新)(?:计划|范围|规划|改造|名单|区域|中|内|项目|期限)*|危房|危旧房|[cd]级危房|已?(?:列入|纳入|涉及|在)(?:计划|范围|红线|名单)?内?|是.*|有.*|\d{4}(?:年|[./-]\d{1,2}).*)$/
const STAYS = /^(?:否[(,，、。].*|(?:不|未|没有?|无|非|暂未|暂不|暂无|尚未|不在|不属|否)(?:.{0,3})(?:拆迁|征收|拆除|征迁|搬迁|拆|列入|纳入|涉及|计划|动迁)?(?:拆迁|征收)?(?:计划|范围|规划|内|任务|列|区域|之列)*)$/

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
  if (STAYS.test(word) || /^(?:正常|保留|良好|完好|稳定|长期使用)$/.test(word)) return { answer: 'no', note: null }
  if (DEMOLISHED.test(word)) return { answer: 'yes', note: null }
  const told = demolitionOfWords(word)
  return told === null ? { answer: 'unclear', note: 'value.unknown-word' } : { answer: told, note: null }
}
