import { lexicon } from './grammar'

type Kind = 'coming' | 'listed' | 'denied' | 'none' | 'undone' | 'stays' | 'over' | 'filler'

/** The words of a demolition column by what they mean. To teach a new one, add it to its line. */
const piecesOf = lexicon<Kind>({
  coming: [...['整体', '整村', '部分', '局部', '全部', '异地'].flatMap(how => ['拆迁', '拆除', '搬迁', '征收', '动迁'].map(word => how + word)), 'd级', 'd级危房', 'c级危房', 'd级危险房屋', '涉拆', '启动', '已启动', '进行中', '规划拆除', '规划拆迁', '搬', '拆', '拆迁', '拆除', '征收', '征迁', '动迁', '搬迁', '腾退', '拆迁协议', '征收协议', '征收公告', '拆迁公告', '危房', '危旧房', '危房改造', '棚改', '棚户区改造', '旧城改造', '旧改', '城中村改造', '拆迁改造', '拆迁安置'],
  listed: ['拆迁对象', '征收对象', '对象', '此计划', '规划', '计划', '任务', '规划范围', '计划范围', '范围', '范围内', '拆迁任务', '之列', '名单', '名录', '列', '规划内', '计划内', '列入', '纳入', '涉及', '属', '属于', '红线', '红线内', '红线范围', '红线范围内', '征收范围', '征收范围内', '拆迁范围', '拆迁范围内', '拆迁计划', '征收计划', '拆迁红线', '拆迁红线内'],
  // 不拆, 不属拆迁范围: a plain no.
  denied: ['不', '非', '否', '不是', '暂不', '不在', '不属', '不属于', '不涉及', '不列入', '不纳入', '不会', '不用', '不需', '不需要', '无需', '无须', '近期不', '并非'],
  // 无拆迁计划: there is none.
  none: ['无', '没有', '没', '暂无', '暂没有', '并无', '尚无', '目前无'],
  // 未列入: it is not on the list; 未拆: it has not gone yet.
  undone: ['未', '尚未', '还未', '还没', '还没有', '暂未', '并未', '未曾', '从未', '目前未'],
  stays: ['予以保留', '永久保留', '保留使用', '红线以外', '范围之外', '范围以外', '征收红线外', '拆迁红线外', '保留', '长期保留', '继续使用', '长期使用', '正常使用', '使用', '正常', '良好', '完好', '稳定', '红线外', '范围外', '拆迁范围外', '征收范围外', '红线范围外', '计划外', '移出', '已移出', '调出范围'],
  over: ['已取消', '取消', '已撤销', '暂停', '已暂停', '暂缓', '已暂缓', '搁置', '已搁置', '已停止', '终止', '已终止'],
  filler: ['处于', '位于', '已公告', '公告', '修路', '鉴定', '鉴定为', '系', '为', '新房', '拟', '待', '将', '即将', '面临', '正', '要', '需', '需要', '须', '应', '马上', '准备', '因', '被', '是', '有', '近三年', '三年内', '两年内', '近两年', '五年内', '正在', '已', '已经', '于', '在', '在即', '近期', '目前', '现', '今年', '明年', '后年', '年内', '年底', '年底前', '年初', '上半年', '下半年', '底', '底前', '前', '后', '近', '近三年', '近两年', '近年', '三年', '两年', '内', '中', '房屋', '用房', '办公用房', '社区用房', '新建', '新房', '新建房屋', '道路', '道路拓宽', '道路改造', '高铁', '地铁', '铁路', '公路', '河道整治', '项目', '工作', '高铁建设', '建设', '签', '已签', '签订', '已签订', '签约', '发布', '已发布', '发', '已发', '区域', '片区', '地块', '的', '年', '月', '日'],
})
/** Nobody knows yet: neither a yes nor a no. */
export const UNDECIDED = /确定|可能|是否|未定|待定|传闻|据说|听说|等通知|待通知|不详|不清|不明|有望/
/** 不保留, 未取消拆迁: the building may well go. */
export const DENIED_TWICE = /^(?:不|未|没有?|尚未|暂未|并未|暂不)(?:予|再|曾|能)?(?:取消|撤销|终止|停止|暂停|暂缓|保留)/
const A_DAY = /(?:19|20)\d{2}(?:[年./-](?:\d{1,2}(?:月|(?!\d)))?)?/g

/** Whether the words say that the building goes; `null` where a word is not known, it is not decided or two clauses disagree. A place in brackets says nothing. */
export function demolitionOfWords(word: string): 'yes' | 'no' | null {
  const plain = word.replace(/\((?:[\u4e00-\u9fff]{1,6}(?:片区|社区|村|路|地块|项目|小区|组))\)$/, '').replace(A_DAY, '')
  const answers = new Set<'yes' | 'no'>()
  for (const clause of plain.split(/[,，、;；。()]/)) {
    if (clause === '') continue
    const answer = clause === '是' || clause === '有' ? 'yes' : ofClause(clause)
    if (answer === null) return null
    if (answer !== 'nothing') answers.add(answer)
  }
  const [first] = answers
  return answers.size === 1 && first !== undefined ? first : null
}

function ofClause(clause: string): 'yes' | 'no' | 'nothing' | null {
  const pieces = piecesOf(clause), kinds = new Set(pieces.map(piece => piece.kind))
  if (kinds.has('unknown')) return null
  const denials = pieces.filter(piece => piece.kind === 'denied' || piece.kind === 'none' || piece.kind === 'undone').length
  const listed = kinds.has('listed'), coming = kinds.has('coming')
  // 不保留, 未取消拆迁: what is denied twice is no no. 未签拆迁协议: the agreement is not there, the demolition may come all the same.
  if (denials > 1 || (denials > 0 && (kinds.has('over') || kinds.has('stays') || /协议|公告|启动|进行|签/.test(clause)))) return null
  if (kinds.has('over') || kinds.has('stays')) return 'no'
  if (kinds.has('denied')) return 'no'
  // 没有拆 is only not yet; 没有拆迁 and 没有列入 are a no.
  if (kinds.has('none')) return listed || pieces.some(piece => piece.kind === 'coming' && piece.text.length > 1 && piece.text !== '拆除') || pieces.length === 1 ? 'no' : null
  if (kinds.has('undone')) return listed ? 'no' : null
  return coming || listed ? 'yes' : 'nothing'
}
