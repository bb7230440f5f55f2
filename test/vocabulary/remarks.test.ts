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

test.each(['2019年从企业离职后进入社区', '原镇企业下岗后到社区', '曾借调到区民政局，已返岗', '2022年借调至街道，2023年3月返岗', '产假结束，已回岗', '退伍军人', '其配偶退休', '接替退休的王某', '2020年退居二线', '合同2024年到期', '身份证2022年到期', '党员关系未转', '优秀共产党员', '无离职记录', '兼任网格长', '已于2021年取得本科学历', '组织关系已调走', '在社区工作10年', '现在岗', '2022年2月入职', '在本社区工作', '现在社区居住'])(
  '%s: says nothing of being there', remark => { expect(readRemark(remark, AS_OF)).toEqual({ presence: null, open: false }) },
)

test.each<readonly [string, number, string]>([
  ['2023年退休', 20_230_630, 'either'], ['2023年退休', 20_231_231, 'past'], ['2024年退休', 20_231_231, 'ahead'], ['2023.6退休', 20_230_615, 'either'], ['2023年6月1日', 20_230_531, 'ahead'], ['2020.1-2024.12', AS_OF, 'ahead'], ['退休', AS_OF, 'past'],
])('%s on %i: %s', (text, asOf, where) => { expect(dayAgainst(text, asOf)).toBe(where) })

test('a year that may lie on either side of the day leaves it open', () => { expect(readRemark('2023年退休', 20_230_630)).toEqual({ presence: 'left', open: true }) })
test('no day is known: what is told has happened', () => { expect(readRemark('2025年3月退休', undefined)).toEqual({ presence: 'left', open: false }) })
test('never throws', () => { fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), text => { readRemark(text, AS_OF) })) })

// Clerks say it in a hundred ways: what names a way out and is not understood is asked about, never passed over.
test.each([
  '三月份走人', '已转岗至民政办', '选调上挂', '今年6月过世', '人已不在', '退出社区工作者队伍', '精简人员已分流', '未通过考核解除合同', '主动请辞已批准', '占编', '撤走', '岗位取消',
  '升任街道干部', '考编成功离开', '去别的社区了', '现为河西社区工作人员', '已划转至街道', '未再聘', '回家务农', '改做生意', '到外企就职', '上研究生去了', '迁往外地', '列入减员', '怀孕休假', '在医院',
  '封闭培训', '下派村里', '支教', '在镇上帮忙', '同时在两处领工资', '两边都报了',
])('%s: a way out in rarer words, told', remark => { expect(readRemark(remark, AS_OF).open || readRemark(remark, AS_OF).presence !== null).toBe(true) })

test.each([
  '考取社工证', '取得中级职称', '见习期满', '试用期已满', '不占编', '非占编人员', '户籍在外地', '家住外地', '离社区远', '退出现役', '参加社工培训', '党龄十年', '年度考核优秀', '轮岗', '非占编',
])('%s: nothing of being there', remark => { expect(readRemark(remark, AS_OF)).toEqual({ presence: null, open: false }) })
