import { check } from '../../src/check'
import { areaName } from '../../src/core/area'
import { defaultPolicy as policy } from '../../src/policies'
import { CARD } from './registration-card'
import { book, communityOf, people, read, tables } from './sheets'
import type { SheetText } from './sheets'

/** What other hands wrote that is close to a list and yet says something else: marks on names, cards beside a roster, changes. */
function ages(sheets: Readonly<Record<string, SheetText>>): readonly string[] {
  return read(sheets).people.map(({ name, birth, birthPrecision }) => `${name} ${String(birth)} ${birthPrecision}`)
}

test.each<readonly [what: string, rows: SheetText, wanted: readonly string[]]>([
  ['under one group', ['姓名|出生||学历|政治面貌', '|年|月||', '张三|1985|3|大专|党员', '李四|1988|12|大专|党员'], ['张三 19850301 month', '李四 19881201 month']],
  ['with the day', ['姓名|出生年月日|||学历|政治面貌', '|年|月|日||', '张三|1985|3|7|大专|党员', '李四|1988|12|21|大专|党员'], ['张三 19850307 day', '李四 19881221 day']],
  ['with 出生 in each word', ['姓名|出生年|出生月|学历|政治面貌', '张三|1985年|3月|大专|党员', '李四|1988年|12月|大专|党员'], ['张三 19850301 month', '李四 19881201 month']],
])('year and month of birth in columns of their own: %s', (_what, rows, wanted) => {
  expect(ages({ 表: rows })).toEqual(wanted)
})

test('a name without a mark has no kind, and that is asked', () => {
  const reading = read({ 表: ['社区|姓名|学历|政治面貌', '清泉社区|张三|大专|党员', '清泉社区|李四（聘用）|大专|党员'] })
  expect(people(reading)).toEqual(['张三 清泉 unknown', '李四 清泉 contracted'])
  expect(reading.questions.map(question => question.kind)).toEqual(['column'])
})

test('a bracket that is no kind of staff marks nobody', () => {
  const reading = read({ 表: ['社区|姓名|学历|政治面貌', '清泉社区|张三（书记）|大专|党员', '清泉社区|李四（女）|大专|党员'] })
  expect(people(reading)).toEqual(['张三 清泉 unknown', '李四 清泉 unknown'])
})

test('subtotals both above and below tell nothing', () => {
  const reading = read({
    表: ['姓名|学历|政治面貌|人员类别', '张三|大专|党员|正式', '清泉社区小计|1人', '李四|大专|党员|聘用', '荷叶社区小计|1人', '王五|大专|党员|正式'],
  })
  expect(people(reading)).toEqual(['张三 ? formal', '李四 ? contracted', '王五 ? formal'])
  expect(reading.questions).toHaveLength(1)
})

test.each(['填报单位：民政科', '填报单位：双桥镇', '单位：人', '填报单位：社区办', '填报单位：县社工部'])('%s names no community', line => {
  const reading = read({ 表: [line, '姓名|学历|政治面貌|人员类别', '张三|大专|党员|正式', '李四|大专|党员|聘用'] })
  expect(reading.people.map(person => communityOf(reading, person.community))).toEqual(['?', '?'])
})

test('青年路 keeps its name under every line', () => {
  for (const line of ['社区：青年路社区', '2023年青年路社区花名册', '双桥镇青年路社区工作人员花名册', '二〇二三年度青年路社区花名册']) {
    const reading = read({ 表: [line, '姓名|学历|政治面貌|人员类别', '张三|大专|党员|正式'] })
    expect([line, people(reading)]).toEqual([line, ['张三 青年路 formal']])
  }
})

test('cards beside a roster of the same people are named and not counted', () => {
  const roster = ['社区|姓名|学历|政治面貌|人员类别', '清泉社区|张三|大专|党员|正式', '清泉社区|李四|大专|党员|聘用']
  const reading = read({ 花名册: roster, 登记表: [...CARD('清泉社区', '张三', '男', '1985.03', '正式'), ...CARD('清泉社区', '李四', '女', '1988.03', '聘用')] })
  expect(tables(reading)).toEqual(['staff 花名册 2', 'other 登记表 0'])
})

test('what is said of a card or a second row names its own cell', () => {
  const rows = (text: string): readonly string[] => text.split('|')
  const paired = [
    rows('序号|社区|姓名|性别|出生年月|学历'),
    rows('||身份证号码|政治面貌|人员类别|职务'),
    ...[1, 2, 3, 4].flatMap(at => [
      [at, '清泉社区', ['张三', '李四', '王五', '赵六'][at - 1] ?? '', '男', '1985.03', '大专'],
      [null, null, null, at === 2 ? '党贝' : '党员', '正式', '委员'],
    ]),
  ]
  const report = check(book({ 表: paired }), { policy, asOf: '2023-12-31' })
  const unknown = report.findings.filter(finding => finding.rule === 'value-unknown' || finding.rule.includes('word'))
  expect(unknown.map(finding => (finding.at === null ? '' : areaName(finding.at)))).toContain('表!D6')
  expect(JSON.stringify(report.findings)).not.toMatch(/"top":\d{7}/)
})

test('a list of changes beside a roster adds nobody', () => {
  const roster = ['序号|社区|姓名|学历|政治面貌|人员类别', '1|清泉社区|张三|大专|党员|正式', '2|清泉社区|李四|大专|党员|聘用']
  const changes = ['序号|社区|姓名|学历|政治面貌|人员类别|变动类型|变动时间', '1|清泉社区|李四|大专|党员|聘用|新增|2023.05', '2|清泉社区|王五|大专|党员|正式|减少|2023.06']
  for (const name of ['人员变动情况', '增减人员表', '2023年人员异动']) {
    expect(tables(read({ 花名册: roster, [name]: changes }))).toEqual(['staff 花名册 2', `other ${name} 0`])
  }
  // Without a word in its name the column still tells who left.
  expect(people(read({ 花名册: [...changes.slice(0, 2), changes[2] ?? ''] }))).toEqual(['李四 清泉 contracted', '王五 清泉 formal left'])
})

test('kinds that come again are gaps and not filled down', () => {
  const reading = read({
    表: ['人员类别|社区|姓名|学历', '正式|清泉社区|张三|大专', '|清泉社区|李四|大专', '聘用|清泉社区|王五|大专', '|清泉社区|赵六|大专', '正式|清泉社区|钱七|大专', '|清泉社区|孙八|大专'],
  })
  expect(people(reading).filter(person => person.endsWith('unknown'))).toHaveLength(3)
})

test('one bare line over one list, or a group of people, is no community', () => {
  for (const line of ['清泉', '网格队伍', '基本信息']) {
    const reading = read({ 表: ['花名册', line, '姓名|学历|政治面貌|人员类别', '张三|大专|党员|正式', '李四|大专|党员|聘用'] })
    expect(reading.people.map(person => communityOf(reading, person.community))).toEqual(['?', '?'])
  }
})
