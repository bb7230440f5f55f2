import { joined, lexicon } from './grammar'
import type { MadeWords } from './grammar'

/** Not yet, or not at all. */
const NOT_YET = ['未', '没', '没有', '尚未', '还未', '还没', '暂未', '未经', '未能', '不能', '无法', '并未', '待', '有待', '尚待', '需', '须', '缺', '无', '暂无', '查无'] as const
/** What a person does who makes sure of something, and what it is proved by. */
const PROVING = ['核', '核实', '核对', '核查', '核准', '查', '查实', '查证', '查到', '认证', '认定', '审', '审核', '审查', '审批', '批', '批准', '批复', '报批', '确认', '确定', '证实', '证明', '明确', '复核', '复查', '备案', '公示', '讨论', '研究', '落实', '定', '通过']
const PROOF = ['证', '证书', '证件', '此证', '证明', '证明材料', '文凭', '毕业证书原件', '原件', '档案', '材料', '资料', '依据', '记录', '佐证']
const SHOWING = ['见', '提供', '提交', '出示', '交', '补', '拿到', '领', '领到', '收到', '到', '下', '下发', '找到', '附']
const UNDER_WAY = ['核实', '核查', '审核', '复核', '认证', '申请', '审批', '公示', '报批', '办理', '核对', '调查', '查证', '确认', '协商', '仲裁', '诉讼']

/**
 * Words that cast doubt on whatever they stand beside: not proved yet, said by somebody, in dispute, made void, written by mistake.
 * A value beside one of them is unknown, whatever it is. To teach a new one, add it to the front or the back that it is made of.
 */
export const DOUBT: readonly MadeWords[] = [
  { fronts: NOT_YET, backs: PROVING },
  { fronts: NOT_YET, backs: ['证书', '证件', '此证', '证明', '证明材料', '原件', '档案', '材料', '资料', '依据', '记录', '佐证'] },
  { fronts: NOT_YET, backs: SHOWING },
  { fronts: NOT_YET, backs: SHOWING.flatMap(show => PROOF.map(proof => show + proof)) },
  { fronts: PROOF, backs: NOT_YET.flatMap(not => SHOWING.map(show => not + show)) },
  { fronts: PROOF, backs: ['存疑', '丢失', '遗失', '缺失', '不全', '不齐', '不符', '有问题', '有疑问'] },
  { fronts: ['', '正在', '正', '还在'], backs: UNDER_WAY.map(word => `${word}中`) },
  { fronts: ['正在', '还在'], backs: UNDER_WAY },
  { fronts: joined(['', '本人', '自己', '口头', '他人', '据', '据他', '听'], ['自称', '自报', '自述', '口述', '说', '称', '反映', '举报']).filter(word => word.length > 1), backs: [''] },
  { fronts: ['', '有', '存在', '尚有', '仍有'], backs: ['争议', '异议', '疑问', '疑义', '疑点', '纠纷', '分歧', '矛盾', '出入'] },
  { fronts: ['', '已', '已被', '被', '系', '属'], backs: ['作废', '撤销', '注销', '取消', '伪造', '假冒', '冒用', '冒名', '造假', '吊销'] },
  { fronts: ['', '疑', '疑似', '系', '属', '是'], backs: ['假', '假的', '假证', '假文凭', '误填', '填错', '写错', '有误', '笔误', '误写', '错填', '登错', '登记错误', '填写错误'] },
  { fronts: ['不', '不予', '不被', '未被', '国家不', '未予', '不再'], backs: ['承认', '认可', '认', '算', '计', '作数', '认定', '采信'] },
  { fronts: [
    '疑', '疑似', '存疑', '可能', '可能是', '也许', '或许', '大概', '大概是', '应该', '应该是', '好像', '好像是', '似乎', '估计', '估计是', '据说', '听说', '传闻', '说不清', '不好说', '不清', '不清楚', '不明', '不详', '不确定', '不知', '未知', '未定', '待定',
    '口头', '自称', '自称是', '无效', '除外', '除', '不含', '不包括', '同上', '学信网无', '网上查不到', '查不到', '查不着', '学信网查不到', '学信网未查到', '学信网查无', '网上未查到', '?', '??', '???', '!', '是否', '是不是',
  ], backs: [''] },
]

/** Leads to something that is only planned or under way: 拟读, 准备考, 即将取得. */
export const AHEAD_WORDS = ['拟', '拟于', '计划', '准备', '打算', '想', '想要', '欲', '争取', '有望', '即将', '将', '将要', '将于', '预计', '快', '快要', '临近', '待', '等待', '等着', '希望', '筹备'] as const

const doubtsOf = lexicon<'doubt'>({ doubt: { shared: DOUBT, but: word => word.length === 1 && word !== '?' } })

/** A word of doubt stands somewhere in the text: 180（待核实）, 200（有争议）. */
export function castsDoubt(text: string): boolean {
  return doubtsOf(text).some(piece => piece.kind === 'doubt')
}
