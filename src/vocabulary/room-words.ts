import type { RoomState } from '../core/reading'
import { lexicon } from './grammar'

type Kind = 'there' | 'gone' | 'planned' | 'shared' | 'filler'

/** Stands where a count or a size was in a list: 办公室2间. */
export const COUNTED = '◆'
/** 办公室√警务室×: a tick speaks of what it stands behind, unless the first one stands ahead. */
export const MARK = /^[√×]$/

/** How one room is, in words that follow one another: 已投入使用, 设在一楼, 暂未设立, 与会议室一室两用. To teach a new one, add it to its line. */
const piecesOf = lexicon<Kind>({
  there: ['有', '√', '已有', '独立', '单独', '独立设立', '独立设置', '投入使用', '启用', '已启用', '挂牌', '挂牌使用', '配齐', '已配齐', '建成', '完成', '建好', '完好', '规范化', '规范化建设', '运行正常', '运转正常', '使用中', '正在使用', '在使用', '正常运行', '设在', '位于', '设于', '专用', '专用房', '独立房间', '专室', '专门', '一间', '两间', '单间', '达标', '标准化', '配有', '设有', '设', '在一楼', '在二楼', '在三楼'],
  gone: ['未设', '未单设', '未单独设置', '未单独设立', '未独立设置', '未独立设立', '不独立', '没有独立', '暂未设立', '暂未设置', '暂未建', '暂未配备', '暂时没有', '暂时无', '尚未设立', '尚未设置', '尚未建成', '尚未配备', '尚未建', '未落实', '未配置', '未配齐', '未挂牌', '未投入使用', '未完成', '未单独', '没建', '没设', '没有建', '没建成', '未建立', '取消', '已取消', '现已取消', '撤销', '已撤销', '已撤', '撤并', '已撤并', '停用', '已停用', '关闭', '已关闭', '被占用', '已被占用', '被挪用', '挪作他用', '改作他用', '已改作他用', '有名无实', '形同虚设', '已拆', '已拆除', '不能使用', '无法使用', '闲置未用', '原有', '曾有'],
  planned: ['待装修', '筹备', '筹备中', '待筹建', '待建设', '待配备', '待落实', '拟', '年建', '年建成', '年设立', '正在筹备', '正在筹建', '正在装修', '正在改造', '建设过程中'],
  shared: ['合用', '共用', '兼用', '合用一间', '共用一间', '一室两用', '一室多用', '两用', '兼', '兼作', '兼做', '同室', '同一间', '合并', '合并设置', '综合使用', '综合利用', '与其他室合用'],
  filler: ['与', '和', '同', '跟', '使用', '社区', '居委会', '村委', '村委会', '物业', '办公室', '会议室', '议事室', '活动室', '警务室', '图书室', '阅览室', '党群服务中心', '服务大厅', '大厅', '一楼', '二楼', '三楼', '四楼', '一层', '二层', '三层', '底楼', '底层', '东侧', '西侧', '楼', '层', '室', '号', '间', '个', '处', '面积', '共', '约', '近', '余', '多', '左右', '不小于', '不少于', '已', '房间', '房', ',', '，', ';', '、', '。', '(', ')', '的'],
})
const SIZE = /\d+(?:\.\d+)?(?:余|多)?(?:m2|㎡|平方米|平米|平方|平|间|个|处|室|楼|层|号)?/g

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
  const gone = kinds.has('gone')
  if (kinds.has('planned')) return kinds.has('there') || kinds.has('shared') ? null : 'planned'
  // 已取消合用: whether the room is still there is not said.
  if (gone && kinds.has('shared') && /取消|撤销|停止|不再/.test(plain)) return null
  // 原有，现已取消: what was there is no more; 未单设，与会议室合用 is there after all.
  if (gone) return kinds.has('shared') ? 'shared' : kinds.has('there') ? null : 'absent'
  if (kinds.has('shared')) return 'shared'
  return kinds.has('there') || figures > 0 ? 'present' : null
}
