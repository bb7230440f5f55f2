import type { RoomState } from '../core/reading'
import { lexicon } from './grammar'

type Kind = 'there' | 'gone' | 'lack' | 'once' | 'planned' | 'shared' | 'filler'

/** Stands where a count or a size was in a list: 办公室2间. */
export const COUNTED = '◆'
/** 办公室√警务室×: a tick speaks of what it stands behind, unless the first one stands ahead. */
export const MARK = /^[√×]$/

/** How one room is, in words that follow one another: 已投入使用, 设在一楼, 暂未设立, 与会议室一室两用. To teach a new one, add it to its line. */
const piecesOf = lexicon<Kind>({
  there: ['运行中', '运转中', '已单设', '单设', '专设', '专门设立', '设立', '建好了', '齐', '全', '达到标准', '符合标准', '新装修', '设备齐', '正常', '大间', '小间', '一大间', '一小间', '两小间', '两大间', '建有', '具备', '开放', '每天开放', '正常开放', '正常使用', '装修', '已装修', '新建', '已新建', '已建', '已设', '已建成', '已建成使用', '在用', '独用', '自有', '有', '√', '已有', '独立', '单独', '独立设立', '独立设置', '投入使用', '启用', '已启用', '挂牌', '挂牌使用', '配齐', '已配齐', '建成', '完成', '建好', '完好', '规范化', '规范化建设', '运行正常', '运转正常', '使用中', '正在使用', '在使用', '正常运行', '设在', '位于', '设于', '专用', '专用房', '独立房间', '专室', '专门', '一间', '两间', '单间', '达标', '标准化', '配有', '设有', '设', '在一楼', '在二楼', '在三楼'],
  gone: [...['未', '没', '没有', '尚未', '还未', '还没', '暂未'].flatMap(not => ['单设', '专设', '建', '建立', '建好', '建成', '设立', '设置', '配', '配备'].map(word => not + word)), ...['', '已', '被', '已被'].flatMap(by => ['停办', '停止使用', '暂停使用', '关停', '搬走', '搬', '收回', '拆除', '拆掉', '拆掉了', '挪用', '占用', '撤掉'].map(word => by + word)), '改为仓库', '改成仓库', '未设', '未单设', '未单独设置', '未单独设立', '未独立设置', '未独立设立', '不独立', '没有独立', '暂未设立', '暂未设置', '暂未建', '暂未配备', '暂时没有', '暂时无', '尚未设立', '尚未设置', '尚未建成', '尚未配备', '尚未建', '未落实', '未配置', '未配齐', '未挂牌', '未投入使用', '未完成', '未单独', '没建', '没设', '没有建', '没建成', '未建立', '取消', '已取消', '现已取消', '撤销', '已撤销', '已撤', '撤并', '已撤并', '停用', '已停用', '关闭', '已关闭', '被占用', '已被占用', '被挪用', '挪作他用', '改作他用', '改作仓库', '缺失', '已改作他用', '有名无实', '形同虚设', '已拆', '已拆除', '不能使用', '无法使用', '闲置未用', '已无', '现已无', '不设', '不再设', '不再设置', '没配', '没有配', '未设有', '未建成', '未完工'],
  // 无独立用房, 缺活动室: what is lacking must be a room, 缺桌椅 is another matter.
  lack: ['没得', '没有呢', '暂没', '暂时没', '未有', '尚未有', '至今没有', '一直没有', '无', '没', '没有', '缺', '缺少', '欠缺', '暂无', '尚无', '现无', '目前无', '目前没有', '还没有', '还没', '尚没有', '并无', '暂没有', '未设', '未建', '未配', '未配备', '未建立'],
  once: ['原有', '曾有', '以前有', '过去有', '有过', '曾设', '原设'],
  planned: [...['', '待', '拟', '正在', '尚在', '明年', '拟明年', '计划明年'].flatMap(when => ['改建', '改造', '施工', '建设', '新建', '扩建'].map(word => when + word)).filter(word => word !== '新建'), '明年建', '拟明年建', '计划明年建', '改建中', '施工中', '扩建中', '计划', '规划', '打算', '待建', '在建', '拟建', '筹建', '待装修', '筹备', '筹备中', '待筹建', '待建设', '待配备', '待落实', '拟', '年建', '年建成', '年设立', '正在筹备', '正在筹建', '正在装修', '正在改造', '建设过程中'],
  shared: ['共一间', '公用一间', '公用', '一起', '在一起', '合在一起', '一室三用', '一室几用', '一室多功能', '四室合一', '混合使用', '混用', '合用', '共用', '兼用', '合用一间', '共用一间', '一室两用', '一室多用', '两用', '兼', '兼作', '兼做', '同室', '同一间', '合并', '合并设置', '综合使用', '综合利用', '与其他室合用'],
  filler: ['党员活动室', '综治中心', '综合服务中心', '居家养老', '现有', '现', '场所', '场地', '用房', '固定', '固定场所', '专门场所', '独立场所', '条件', '地方', '面积小', '面积偏小', '面积较小', '但', '较小', '小', '简陋', '陈旧', '设施旧', '设施陈旧', '设施齐全', '设备齐全', '负一楼', '小区内', '小区', '院内', '楼上', '楼下', '一间房', '门面', '居委会内', '服务中心', '室内', '与', '和', '同', '跟', '使用', '社区', '居委会', '村委', '村委会', '物业', '办公室', '会议室', '议事室', '活动室', '警务室', '图书室', '阅览室', '党群服务中心', '服务大厅', '大厅', '一楼', '二楼', '三楼', '四楼', '一层', '二层', '三层', '底楼', '底层', '东侧', '西侧', '楼', '层', '室', '号', '间', '个', '处', '面积', '共', '约', '近', '余', '多', '左右', '不小于', '不少于', '已', '房间', '房', ',', '，', ';', '、', '。', '(', ')', '的'],
})
const asideOf = lexicon<'aside'>({ aside: ['座', '座位', '张', '桌', '桌椅', '椅', '电脑', '可容纳', '容纳', '图书', '册', '台', '人', '每周', '每天', '民警', '驻点', '民警驻点', '有人', '大', '新', '新址', '党群中心', '阅览', '含', '会议', '东', '西', '南', '北', '东边', '西边', '配', '内', '开放', '大厅', '大厅内', '一楼', '二楼', '三楼', '一层', '二层', '楼', '层', '挂牌', '配有', '设在', '活动', '办公', '合格', '独立'] })

/** How it is furnished, what it holds and who is in it, in a bracket behind 有: 可容纳30人, 民警驻点. */
export function isAside(text: string): boolean {
  return asideOf(text.replace(SIZE, '').replace(/[,，、;；]/g, '')).every(piece => piece.kind === 'aside')
}

/** Where a room is and whose: it says nothing of whether. */
export const WHERE_IT_IS = /^(?:19|20)\d{2}年?(?:\d{1,2}月)?(?:建成?|设立?|底)?$|^[\u4e00-\u9fff\d]{0,10}(?:号|楼|层|室|院|旁|边|侧|内|区|村|路|街|巷|小区|社区|办)$/

const SIZE = /\d+(?:\.\d+)?(?:余|多)?(?:m2|㎡|平方米|平米|平方|平|间|个|处|室|楼|层|号|座|张|人|册|台)?/g

/** What of it speaks of being there: 独立 behind 无 is how it would be. */
function thereOf(plain: string): string {
  return piecesOf(plain).filter(piece => piece.kind === 'there').map(piece => piece.text).join('')
}

/** The state of the room where every word is known and they agree; `null` else, also where a figure is nought. */
export function roomOfWords(word: string): Exclude<RoomState, 'unknown'> | 'planned' | null {
  let figures = 0
  let nought = false
  const plain = word.replace(SIZE, size => {
    figures++
    if (Number.parseFloat(size) === 0) nought = true
    return ''
  })
  if (nought) return null
  const kinds = new Set(piecesOf(plain).map(piece => piece.kind))
  if (kinds.has('unknown')) return null
  const gone = kinds.has('gone') || (kinds.has('lack') && !kinds.has('once'))
  // 有计划 is no room; 无，拟建 is one that comes.
  if (kinds.has('planned')) return kinds.has('there') || kinds.has('shared') || kinds.has('once') ? null : 'planned'
  if (kinds.has('once')) return (kinds.has('gone') || kinds.has('lack')) && !kinds.has('there') && !kinds.has('shared') ? 'absent' : null
  if (kinds.has('lack') && (kinds.has('gone') || /没有?(?:取消|撤|停)|无(?:取消|合用)/.test(plain))) return null
  // 已取消合用: whether the room is still there is not said.
  if (gone && kinds.has('shared') && /取消|撤销|停止|不再/.test(plain)) return null
  // 原有，现已取消: what was there is no more; 未单设，与会议室合用 is there after all.
  if (gone) return kinds.has('shared') ? (kinds.has('lack') && !/[,，;；]/.test(plain) ? null : 'shared') : kinds.has('there') && (!kinds.has('lack') || !/^(?:独立|单独|专用|专门|固定|设|专室|独立房间|专用房)+$/.test(thereOf(plain))) ? null : 'absent'
  if (kinds.has('shared')) return 'shared'
  return kinds.has('there') || figures > 0 ? 'present' : null
}
