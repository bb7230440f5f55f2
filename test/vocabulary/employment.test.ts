import fc from 'fast-check'
import { readEmployment } from '../../src/vocabulary/employment'

/** Words parted by white space; `_` stands for a space inside a word. */
const words = (text: string) => text.split(/\s+/).filter(word => word !== '').map(word => word.replaceAll('_', ' '))
const kind = (word: string) => readEmployment(word, '人员性质').employment

const FORMAL = `正式 正式人员 正式工 正式编制 正式在编 在编 在编人员 在编在岗 事业 事业编制 事业编 事业编制人员 事业单位 事业单位编制 事业干部 行政编 行政编制 公务员 参公 参公人员 参公管理 参照公务员管理 全额 全额拨款 全额事业 差额 差额拨款 编制内 编内 编制内人员 有编制 固定 固定工
  员额 员额内 正式职工 正式（事业编） 事业（全额） 事业编制（聘用制） 聘用（在编） 聘用制（事业编制） 在编网格员 网格员（在编） 事业编社工 正式社工 正式（在编） 1正式 01-正式 专职社工（员额内） 社工（员额） 社区工作者（额度内） “正式” 正_式 镇在编 全民 机关 行政 实名制 正式员工 正式干部 事业在编 全额事业编制 在编（事业） 已入编 正式工作人员 行政/事业 公务员（选调）x`
const CONTRACTED = `聘用 聘用制 聘用人员 聘用制人员 合同 合同制 合同工 合同制工人x 聘任 聘任制 编外 编外聘用 编外人员 编外合同制 编外用工 劳动合同 劳动合同制 劳务派遣 劳务派遣人员 派遣 派遣制 人事代理 人事派遣 临时 临时工 临时人员 临聘 临聘人员 临时聘用 镇聘 区聘 街道聘用 社区聘用 自聘 社区自聘
  外聘 非在编 非编 无编制 无编 编制外 编制外人员 不在编 非正式 合同聘用 聘用（编外） 聘用（合同制） 网格员（聘用） 编外网格员 合同制社工 聘用制网格员 公开招聘 政府雇员 劳务工 合_同_制 2聘用 镇街聘用 街道聘 居委会自聘 签订劳动合同 协议工 正式（编外） 聘用工 社会招聘 聘用合同制 招聘 聘用制工作人员 临时用工 聘 合同制聘用 固定期限劳动合同 无固定期限合同 局聘 劳务派遣（国企） 城市社区合同制工作人员 社会化招聘 人力资源派遣 编外长聘`
const UNDECIDED = `公益性岗位 公益岗 公益性岗位人员 公益岗位 网格员 专职网格员 退休返聘 返聘 返聘人员 借调 借调人员 挂职 兼职 下派 选派 三支一扶 西部计划 大学生村官 见习 见习生 实习 实习生 志愿者 购买服务 政府购买服务 政府购买岗位 外包 服务外包 公益性岗位（聘用） 聘用（返聘） 正式（借调）
  聘用制干部 专职社工 社工 社区工作者 书记 主任 正式聘用 正式/聘用 事业编制/编外 选调生 就业见习 兼职网格员 退休 4050人员 其他 苏北计划志愿者 定补干部 就业困难人员 见习大学生`
const UNKNOWN = '大专 群众 ？ 张三 未知类别 无'
const OPTION = '两委 两委成员 “两委”成员 社区两委成员'

test.each(words(FORMAL).filter(word => !word.endsWith('x')))('%s is formal', word => { expect(readEmployment(word, '人员性质')).toEqual({ employment: 'formal', presence: null, note: null }) })
test.each(words(CONTRACTED).filter(word => !word.endsWith('x')))('%s is contracted', word => { expect(readEmployment(word, '人员性质')).toEqual({ employment: 'contracted', presence: null, note: null }) })
test.each(words(UNDECIDED).filter(word => word !== '退休'))('%s is undecided, with the reason', word => {
  const read = readEmployment(word, '人员性质')
  expect(read.employment).toBe('undecided')
  expect(read.note).toMatch(/^value\.employment-(?:undecided|conflict|position|cadre)$/)
})
test.each(words(OPTION))('%s is formal as an option', word => { expect(readEmployment(word, '人员类别')).toEqual({ employment: 'formal', presence: null, note: 'value.employment-option' }) })
test.each(words(UNKNOWN))('%s is unknown', word => { expect(kind(word)).toBe('unknown') })

// Header, value, class.
test.each([
  ['是否在编', '是', 'formal'], ['是否在编', '否', 'contracted'], ['是否在编', '√', 'formal'], ['是否在编', '×', 'contracted'], ['是否在编', 1, 'formal'], ['是否在编', 0, 'contracted'],
  ['是否在编', '在编', 'formal'], ['是否在编', '编外', 'contracted'], ['是否在编', '', 'unknown'], ['是否在编', '-', 'unknown'],
  ['是否正式人员', '否', 'contracted'], ['是否为在编人员', '是', 'formal'], ['是否编外', '是', 'contracted'], ['是否编外', '否', 'formal'], ['是否聘用', '是', 'contracted'], ['有无编制', '有', 'formal'], ['有无编制', '无', 'contracted'], ['在编与否', '否', 'contracted'],
  ['人员性质', '是', 'unknown'], ['人员性质', 1, 'unknown'], ['编制', 4, 'unknown'], ['人员性质/是否在编', '是', 'formal'],
] as const)('under %s, %s is %s', (header, value, employment) => {
  expect(readEmployment(value, header).employment).toBe(employment)
})

test.each([['空缺', 'vacant'], ['缺编', 'vacant'], ['待招聘', 'vacant'], ['退休', 'left'], ['离职', 'left'], ['辞职', 'left'], ['产假', 'leave']])('%s in the kind column tells the presence', (word, presence) => {
  expect(readEmployment(word, '人员性质')).toEqual({ employment: 'unknown', presence, note: 'value.status-word-in-kind' })
})

test('any office may be the one that contracts', () => {
  fc.assert(fc.property(fc.constantFrom('镇', '区', '县', '市', '街道', '社区', '居委会', '镇街', '办事处', '政府', '自', '外'), fc.constantFrom('聘', '聘用', '聘用制', '聘用人员', '招聘', '聘任'), (office, word) => {
    expect([office + word, kind(office + word)]).toEqual([office + word, 'contracted'])
  }))
})

test('never throws', () => {
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.boolean()), fc.string(), (value, header) => { readEmployment(value, header) }))
})
test.each(['事业编（合同工）', '在编（劳务派遣）', '在编、临时工'])('%s contradicts itself', word => { expect(readEmployment(word, '人员类别').note).toBe('value.employment-conflict') })
test.each(['聘用（在编）', '在编（合同制）', '事业编制（聘用）'])('%s is one statement', word => { expect(kind(word)).toBe('formal') })
