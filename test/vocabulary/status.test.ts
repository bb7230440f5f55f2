import fc from 'fast-check'
import { isVacantName, presenceOfWord, readPresence } from '../../src/vocabulary/status'

/** Words parted by white space; `_` stands for a space inside a word. */
const words = (text: string) => text.split(/\s+/).filter(word => word !== '').map(word => word.replaceAll('_', ' '))
const GROUPS = {
  present: '在岗 在职 正常 在编在岗 现任 试用期 在聘 返聘 拟退休 即将退休 2024年6月即将退休 未离职 借调入 在职在岗 是 √ 正常在岗 已到岗 2020年3月到岗 在岗人员 由河东社区调入 续签 延迟退休 正常上班',
  vacant: '拟聘用 拟录用 待上岗 空缺 空岗 待招 待招聘 待聘 缺编 缺 暂缺 空 待补 岗位空缺 （空缺） 空缺（待招） 招聘中 未到岗',
  left: '合同到期不再续聘 合同终止 离职 已离职 辞职 已辞职 退休 已退休 调出 调离 已调离 去世 死亡 病故 解聘 辞退 免职 离任 内退 离岗 合同到期 2023年5月离职 2023.5离职 已于2023年5月退休x 离职（2023.5） 2023年5月离职 2023-05-01辞职 2023年退休 调往河东社区 调至民政局 已调任街道 离职2023.05 因病去世 自动离职 考取公务员 于2022年8月辞职 5月离职 离职人员 已于2023年5月退休 到龄退休 2023年换届落选 调河西社区任书记 合同到期未续 录用公务员',
  leave: '病假 产假 长休 长病假 事假 休假 产假中 休产假 停薪留职 工伤 2023年3月起病假 在职（产假） 在岗（病假） 脱产学习 长期病休 哺乳假 产假至2024年3月 休产假至2024.3 不在岗 应征入伍 二胎产假',
  'seconded-out': '借调 借调出 借出 借调至区民政局 借调到街道 挂职外出 挂职 抽调 外派 借调（街道） 2023年起借调 挂职于街道 被抽调 借调至姜堰镇',
} as const
for (const [presence, text] of Object.entries(GROUPS)) {
  test.each(words(text).filter(word => !word.endsWith('x')))(`%s is ${presence}`, word => {
    expect(readPresence(word, '人员状态').presence).toBe(presence)
    expect(readPresence(word, '人员状态').note).not.toBe('value.unknown-word')
  })
}

// Header, value, presence, note.
test.each([
  ['是否在岗', '是', 'present', null], ['是否在岗', '否', 'leave', 'value.status-not-on-post'], ['是否在职', '否', 'left', null], ['是否离职', '是', 'left', null], ['是否离职', '否', 'present', null],
  ['是否退休', '√', 'left', null], ['是否空缺', '是', 'vacant', null], ['是否在岗', 1, 'present', null], ['是否在职', 0, 'left', null], ['是否在岗', '', 'present', null], ['是否在岗', '借调', 'seconded-out', null],
  ['人员状态', '', 'present', null], ['人员状态', null, 'present', null], ['人员状态', '/', 'present', null], ['人员状态', '无', 'present', 'value.unknown-word'], ['人员状态', 1, 'present', 'value.code'],
  ['人员状态', '神秘状态', 'present', 'value.unknown-word'], ['人员状态', '拟退休', 'present', 'value.status-not-yet'],
] as const)('under %s, %s', (header, value, presence, note) => {
  expect(readPresence(value, header)).toEqual({ presence, note })
})

test.each(words('空缺 （空缺） 空_缺 待招 待招聘 待聘 缺编 暂缺 空岗 空缺1 空缺（1） 缺编2人 空缺一 【空缺】 招聘中 空缺（待招聘） 岗位空缺 空缺岗位 (待招) 正式空缺 待补充'))('%s is nobody\'s name', name => { expect(isVacantName(name)).toBe(true) })
test.each(words('张三 李空 王缺 程待招x 欧阳正式 司马建军 任空').filter(word => !word.endsWith('x')).concat('', '张　三'))('%p is a name or nothing', name => { expect(isVacantName(name)).toBe(false) })

test.each([['备注里什么都有', null], ['2021年换届当选', 'present'], ['原在河东社区工作', null], ['党员示范岗', null], ['退休返聘', 'present'], ['退役军人', null], ['2023年5月离职', 'left'], ['退役大学生', null], ['退伍军人', null], ['辞职信已交', null]])('a remark %s states %s', (word, presence) => {
  expect(presenceOfWord(word)?.presence ?? null).toBe(presence)
})

test('never throws', () => {
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.boolean()), fc.string(), (value, header) => { readPresence(value, header) }))
  fc.assert(fc.property(fc.string({ unit: 'binary' }), name => { isVacantName(name) }))
})
