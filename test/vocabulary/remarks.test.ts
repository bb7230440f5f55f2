import fc from 'fast-check'
import { dayAgainst, readRemark } from '../../src/vocabulary/remarks'

const AS_OF = 20_231_231

test.each<readonly [string, string | null]>([
  ['已离职', 'left'], ['劳动合同已解除', 'left'], ['2022年8月辞职', 'left'], ['该同志2022年8月因个人原因辞职', 'left'], ['2022年8月因个人原因辞职，岗位空缺', 'left'], ['已办理离职手续', 'left'], ['因病去世', 'left'],
  ['提前离岗', 'left'], ['新招录，未报到', 'vacant'], ['2023年12月31日退休', 'left'], ['产假至2024年3月', 'leave'], ['2022年9月起借调至县民政局', 'seconded-out'],
  ['2025年3月退休', null], ['2024.6到龄退休', null], ['2024年1月1日起调离', null], ['拟于2024年退休', null], ['党员示范岗', null], ['未离职', null], ['2021年从荷叶社区调入', null],
])('%s: %s', (remark, presence) => { expect(readRemark(remark, AS_OF)).toEqual({ presence, open: false }) })

test.each([
  '合同2023年6月到期', '已退休，返聘', '退休返聘人员', '不在本社区工作', '占编不在岗', '吃空饷', '服刑', '与荷叶社区重复', '作废', '原荷叶社区书记退休', '人在外地', '在荷叶社区上班', '2024年2月入职', '2024年3月新招', '被县里抽调一年多',
])('%s: not understood, and told', remark => { expect(readRemark(remark, AS_OF)).toEqual({ presence: null, open: true }) })

test.each(['2019年从企业离职后进入社区', '原镇企业下岗后到社区', '曾借调到区民政局，已返岗', '曾借调民政局一年', '曾请长病假', '老伴已去世', '公婆病故', '2022年借调至街道，2023年3月返岗', '产假结束，已回岗', '退伍军人', '其配偶退休', '接替退休的王某', '2020年退居二线', '合同2024年到期', '身份证2022年到期', '党员关系未转', '优秀共产党员', '无离职记录', '兼任网格长', '已于2021年取得本科学历', '组织关系已调走', '在社区工作10年', '现在岗', '2022年2月入职', '在本社区工作', '现在社区居住'])(
  '%s: says nothing of being there', remark => { expect(readRemark(remark, AS_OF)).toMatchObject({ presence: null, open: false }) },
)

test.each<readonly [string, number, string]>([
  ['2023年退休', 20_230_630, 'either'], ['2023年退休', 20_231_231, 'past'], ['2024年退休', 20_231_231, 'ahead'], ['2023.6退休', 20_230_615, 'either'], ['2023年6月1日', 20_230_531, 'ahead'], ['2020.1-2024.12', AS_OF, 'ahead'], ['退休', AS_OF, 'past'],
])('%s on %i: %s', (text, asOf, where) => { expect(dayAgainst(text, asOf)).toBe(where) })

test('a year that may lie on either side of the day leaves it open', () => { expect(readRemark('2023年退休', 20_230_630)).toEqual({ presence: 'left', open: true }) })
test('no day is known: what is told has happened', () => { expect(readRemark('2025年3月退休', undefined)).toEqual({ presence: 'left', open: false }) })
test('never throws', () => { fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), text => { readRemark(text, AS_OF) })) })

// Clerks say it in a hundred ways: what names a way out and is not understood is asked about, never passed over.
test.each([
  '三月份走人', '年底离职', '本人申请离职，已批准', '申请辞职获批准', '已转岗至民政办', '选调上挂', '今年6月过世', '人已不在', '退出社区工作者队伍', '精简人员已分流', '未通过考核解除合同', '主动请辞已批准', '占编', '撤走', '岗位取消',
  '升任街道干部', '考编成功离开', '去别的社区了', '现为河西社区工作人员', '已划转至街道', '未再聘', '回家务农', '改做生意', '到外企就职', '上研究生去了', '迁往外地', '列入减员', '怀孕休假', '在医院',
  '封闭培训', '下派村里', '支教', '在镇上帮忙', '同时在两处领工资', '两边都报了',
])('%s: a way out in rarer words, told', remark => { expect(readRemark(remark, AS_OF).open || readRemark(remark, AS_OF).presence !== null).toBe(true) })

test.each([
  '考取社工证', '取得中级职称', '见习期满', '试用期已满', '不占编', '非占编人员', '户籍在外地', '家住外地', '离社区远', '退出现役', '参加社工培训', '党龄十年', '年度考核优秀', '轮岗', '非占编',
])('%s: nothing of being there', remark => { expect(readRemark(remark, AS_OF)).toMatchObject({ presence: null, open: false }) })

// A movement and where it leads, in pairs that no list holds as wholes.
describe('signs of a way out are composed', () => {
  const any = (words: string): fc.Arbitrary<string> => fc.constantFrom(...words.split(' '))
  const told = (remark: string): boolean => readRemark(remark, AS_OF).presence !== null || readRemark(remark, AS_OF).open
  test('moved to a place that is not this community', () => {
    fc.assert(fc.property(any('调到 转任 分流至 交流到 应聘到 选派到 挂任 退回 现供职于 被安排到 轮岗到'), any('镇政府 县民政局 街道办 河西社区 劳务公司 县医院 党校 区便民服务中心 东风村'), (move, place) => { expect([move + place, told(move + place)]).toEqual([move + place, true]) }))
  })
  test('struck from a list, without pay, or somebody else in the place', () => {
    fc.assert(fc.property(any('名册 花名册 编制 人员 系统'), any('已核减 剔除 已删除 核销 已清退'), (list, struck) => { expect([list + struck, told(list + struck)]).toEqual([list + struck, true]) }))
    fc.assert(fc.property(any('工资 社保 补贴 公积金 劳动关系'), any('已停发 停缴 已转出 已终止 已解除'), (pay, end) => { expect([pay + end, told(pay + end)]).toEqual([pay + end, true]) }))
    fc.assert(fc.property(any('家属 由其妻 他人 亲属'), any('代岗 顶班 替班 上班'), (who, does) => { expect([who + does, told(who + does)]).toEqual([who + does, true]) }))
  })
  test('where somebody came from, and duties, are none', () => {
    fc.assert(fc.property(any('从 由'), any('河西社区 镇政府 县民政局 企业'), any('调来 转来 调入 转入'), (from, place, comes) => { expect([from + place + comes, told(from + place + comes)]).toEqual([from + place + comes, false]) }))
    fc.assert(fc.property(any('兼 负责 分管 任'), any('综治 民政 党建 社保 网格 退役军人'), any('专干 工作 委员 员'), (lead, field, role) => { expect([lead + field + role, told(lead + field + role)]).toEqual([lead + field + role, false]) }))
  })
})

test.each(['某某某', '暂按甲类', '随队', '见附页说明'])('%s: nothing that is known, and told once for the column', remark => { expect(readRemark(remark, AS_OF)).toEqual({ presence: null, open: false, unread: true }) })
test.each(['网格长', '县优秀党员、社工证', '2018年公招', '党龄8年', '书记主任一肩挑', '从荷叶社区调入', '丈夫病故', '产假结束，已返岗'])('%s: all of it is known', remark => { expect(readRemark(remark, AS_OF)).toEqual({ presence: null, open: false }) })

describe('each clause speaks for itself', () => {
  const told = (remark: string): boolean => readRemark(remark, AS_OF).presence !== null || readRemark(remark, AS_OF).open
  test('what is said of another matter hides no way out behind it', () => {
    const other = fc.constantFrom('负责计生工作', '管理人员', '身份证丢失', '户口已迁走', '子女在外', '爱人在部队', '驾照已考', '社工证已取得', '示范岗', '拟明年补编', '家住河西', '服务对象多')
    const gone = fc.constantFrom('占编不在岗', '人失联', '现已到县民政局上班', '本人已调到镇里', '人在深圳', '去开网约车了', '吃空饷', '已考编')
    fc.assert(fc.property(other, gone, (first, second) => { expect([first, second, told(`${first}，${second}`), told(`${second}；${first}`)]).toEqual([first, second, true, true]) }))
  })
  test('how long a contract holds does not put off what has happened', () => {
    const term = fc.constantFrom('合同至2027年5月', '合同期2021.1-2026.12', '聘期2022-2027年'), gone = fc.constantFrom('2023年5月辞职', '2023年5月调到镇政府', '2023年5月已离开社区', '人在外地', '2023年3月外出打工')
    fc.assert(fc.property(term, gone, (first, second) => { expect([first, second, told(`${first}，${second}`), told(`${second}，${first}`)]).toEqual([first, second, true, true]) }))
  })
  test.each(['合同2025年6月到期', '合同至2027年5月，网格长', '2025年3月，退休', '退休，2025年3月起'])('%s: lies ahead, or is none', remark => { expect(readRemark(remark, AS_OF)).toMatchObject({ presence: null, open: false }) })
  test.each(['接替王某，2022年10月已辞职', '代替李某，本人已走'])('%s: about either of the two, and asked', remark => { expect(readRemark(remark, AS_OF)).toEqual({ presence: null, open: true }) })
})

// A hundred remarks of a county's clerks, none of them a way out: these were asked about.
test.each([
  '党关系在原单位，双报到', '档案在县人才中心', '社保在县人社局缴纳', '兼职物业纠纷调解员', '产假已满，正常到岗', '父亲去世，三天丧假，已到岗', '每周三到镇里开会', '每月到县局报账', '后备干部', '家有卧床老人', '负责禁毒、戒毒康复',
])('%s: harmless', remark => { expect(readRemark(remark, AS_OF)).toMatchObject({ presence: null, open: false }) })
// And these ways out were passed over.
test.each([
  '到女儿家带孙子', '人没了', '过完年就没见人', '公务员录取', '进去了', '判了三年', '与河西社区重报', '河西社区也有此人', '实际上班的是她嫂子', '她弟弟替她上班', '让别人顶着', '跑滴滴去了', '撂挑子', '等通知上岗', '每天到镇里上班', '档案已转走，到镇里上班', '兼职物业公司经理', '社保在外单位',
])('%s: a way out, told', remark => { expect(readRemark(remark, AS_OF).open || readRemark(remark, AS_OF).presence !== null).toBe(true) })
