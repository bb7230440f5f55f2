import { people, read, HEADER } from './sheets'
import type { SheetText } from './sheets'

const PLAIN = '序号|姓名|学历|政治面貌|人员类别'
const ONE = [PLAIN, '1|张三|大专|党员|正式'] as const
const names = (rows: SheetText, sheet = '表', options = {}) => read({ [sheet]: rows }, options).communities.map(community => community.name)

test.each<readonly [title: string, name: string | null]>([
  ['锦都社区工作人员花名册', '锦都'],
  ['江苏省泰州市姜堰区罗塘街道城中社区工作人员花名册', '城中'],
  ['镇南社区花名册', '镇南'],
  ['姜堰镇镇南社区人员表', '镇南'],
  ['2023年度城北社区居委会干部名册', '城北'],
  ['社区工作者花名册（城中社区）', '城中'],
  ['附件2：振兴社区专职工作者信息表', '振兴'],
  ['纺织新村工作人员花名册', '纺织新村'],
  ['城中居民委员会成员名单', '城中'],
  ['姜堰镇社区干部基本情况表', null],
  ['罗塘街道社区工作者花名册', null],
  ['姜堰区社区工作者花名册', null],
  ['各社区人员花名册', null],
  ['社区工作人员花名册', null],
  ['XX社区工作人员花名册', null],
  ['城中社区、城北社区人员花名册', null],
])('title %s: %s', (title, name) => {
  expect(names([title, ...ONE])).toEqual(name === null ? [] : [name])
})

test.each<readonly [sheet: string, name: string | null]>([
  ['河南社区', '河南'], ['凤凰居委会', '凤凰'], ['河西', '河西'], ['纺织新村', '纺织新村'], ['1、河南社区', '河南'], ['01河南', '河南'], ['（3）河东', '河东'], ['姜堰镇河南社区', '河南'], ['花名册-河南社区', '河南'], ['第一社区', '第一'],
  ['人员表', null], ['Sheet1', null], ['附件1', null], ['汇总', null], ['高新区', null], ['正式人员', null],
])('sheet %s: %s', (sheet, name) => {
  expect(names([...ONE], sheet)).toEqual(name === null ? [] : [name])
})

test.each<readonly [what: string, rows: SheetText, name: string]>([
  ['a reporting line', ['花名册', '填报单位：河南社区居委会', ...ONE], '河南'],
  ['a reporting line with the date in the same cell', ['花名册', '填报单位（盖章）：姜堰镇河南社区居民委员会     填报时间：2023年6月30日', ...ONE], '河南'],
  ['a label and its value in two cells', ['花名册', '填报单位：|河南社区|||日期：|2023-06-30', ...ONE], '河南'],
  ['单位： in front of a community', ['单位：河南社区居委会（盖章）', ...ONE], '河南'],
])('%s names the community', (_what, rows, name) => {
  expect(names(rows)).toEqual([name])
})

test('the file name and the only community of the workbook stand in, with a notice', () => {
  const byFile = read({ Sheet1: [...ONE] }, { name: '河南社区花名册.xlsx' })
  expect([byFile.communities.map(each => each.name), byFile.notices.map(notice => notice.key)]).toEqual([['河南'], ['notice.community-from-file-name']])
  const byOther = read({ 名册: [...ONE], 用房: ['社区|使用面积', '河东社区|100'] })
  expect([people(byOther), byOther.notices.map(notice => notice.key)]).toEqual([['张三 河东 formal'], ['notice.community-only-one']])
})

test('nobody is put into a community that nothing names: a question asks', () => {
  const reading = read({ Sheet1: [...ONE] })
  expect(people(reading)).toEqual(['张三 ? formal'])
  expect(reading.questions.map(question => question.id)).toEqual(['community:Sheet1!0ecfd6f7'])
})

test('a title copied from another sheet loses to the sheet’s own name, with a notice', () => {
  const reading = read({ 河东社区: ['河南社区花名册', ...ONE] })
  expect([people(reading), reading.notices.map(notice => notice.key)]).toEqual([['张三 河东 formal'], ['notice.community-disagrees']])
})

test.each<readonly [what: string, rows: SheetText, wanted: readonly string[]]>([
  ['filled in each row', [HEADER, '1|河南社区|张三|大专|党员|正式', '2|河东社区|李四|大专|党员|正式'], ['张三 河南 formal', '李四 河东 formal']],
  ['in the first row of the group', [HEADER, '1|河南社区|张三|大专|党员|正式', '2||李四|大专|党员|正式'], ['张三 河南 formal', '李四 河南 formal']],
  ['never across a subtotal', [HEADER, '1|河南社区|张三|大专|党员|正式', '小计||1', '2||李四|大专|党员|正式'], ['张三 河南 formal', '李四 ? formal']],
  ['across the subtotal of one sex', [HEADER, '1|河南社区|张三|大专|党员|正式', '男性小计||1', '2||李四|大专|党员|正式'], ['张三 河南 formal', '李四 河南 formal']],
  ['never across the subtotal of a place that begins so', [HEADER, '1|河南社区|张三|大专|党员|正式', '女儿桥小计||1', '2||李四|大专|党员|正式'], ['张三 河南 formal', '李四 ? formal']],
  ['across the subtotal of a page', [HEADER, '1|河南社区|张三|大专|党员|正式', '本页小计||1', '2||李四|大专|党员|正式'], ['张三 河南 formal', '李四 河南 formal']],
  ['section rows with and without numbering and counts', [PLAIN, '一、河南社区', '1|张三|大专|党员|正式', '（二）河东社区', '2|李四|大专|党员|正式', '荷叶社区（1人）', '3|王五|大专|党员|正式', '南苑居委会：', '4|赵六|大专|党员|正式'], ['张三 河南 formal', '李四 河东 formal', '王五 荷叶 formal', '赵六 南苑 formal']],
  ['section rows with more about the community', [PLAIN, '河南社区（正式1人，聘用0人）', '1|张三|大专|党员|正式', '一、河东社区|||书记：王某', '2|李四|大专|党员|正式', '河东社区王五已于2023年6月离职，不再列入。', '3|赵六|大专|党员|正式'], ['张三 河南 formal', '李四 河东 formal', '赵六 河东 formal']],
  ['section rows with a count beside', [PLAIN, '河南社区|1人', '1|张三|大专|党员|正式', '河东|1人', '2|李四|大专|党员|正式'], ['张三 河南 formal', '李四 河东 formal']],
  ['bare section names', [PLAIN, '河南', '1|张三|大专|党员|正式', '河东', '2|李四|大专|党员|正式'], ['张三 河南 formal', '李四 河东 formal']],
  ['numbered names where the first column holds people', ['姓名|学历|政治面貌|人员类别', '一、河南', '张三|大专|党员|正式', '二、河东', '李四|大专|党员|正式'], ['张三 河南 formal', '李四 河东 formal']],
  ['sections of the kind of employment', ['序号|社区|姓名|学历|政治面貌', '一、正式人员', '1|河南社区|张三|大专|党员', '二、聘用人员（1人）', '2|河南社区|李四|大专|党员'], ['张三 河南 formal', '李四 河南 contracted']],
  ['posts that name the community', ['姓名|所在单位及职务|学历|政治面貌|身份', '张三|河南社区党总支书记|大专|党员|正式', '李四|河东社区居委会主任|大专|党员|聘用'], ['张三 河南 formal', '李四 河东 contracted']],
  ['a town beside the community', ['镇（街道）|单位|姓名|学历|政治面貌|人员性质', '姜堰镇|河南社区|张三|大专|党员|正式', '姜堰镇|河东社区|李四|大专|党员|正式'], ['张三 河南 formal', '李四 河东 formal']],
  ['a town where a community should stand', [HEADER, '1|河南社区|张三|大专|党员|正式', '2|姜堰镇社区办|李四|大专|党员|正式'], ['张三 河南 formal', '李四 ? formal']],
  ['every way of writing one name', [HEADER, '1|河南社区居委会|张三|大专|党员|正式', '2|河 南|李四|大专|党员|正式', '3|姜堰镇河南社区|王五|大专|党员|正式', '4|河南居民委员会|赵六|大专|党员|正式'], ['张三 河南 formal', '李四 河南 formal', '王五 河南 formal', '赵六 河南 formal']],
])('community: %s', (_what, rows, wanted) => {
  expect(people(read({ 表: rows }))).toEqual(wanted)
})

test('labels are kept as written, households and residents with their cells', () => {
  const { communities, notices } = read({
    名册: [HEADER, '1|河南社区居委会|张三|大专|党员|正式', '2|河 南|李四|大专|党员|正式'],
    一览: ['社区名称|户数|常住人口（万人）|示范社区', '河南社区|2,000户|0.5|是', '河西|1800|0.4|否', '合计|3800|0.9|'],
    用房: ['社区|户数|使用面积', '河南|2100|120'],
  })
  expect(communities).toMatchObject([
    { name: '河南', label: '河南社区居委会', labels: ['河南社区居委会', '河南', '河南社区'], households: { value: 2000, place: { sheet: '一览', row: 2, column: 2 } }, population: { value: 5000 }, model: 'yes' },
    { name: '河西', households: { value: 1800 }, population: { value: 4000 }, model: 'no' },
  ])
  expect(notices.map(notice => notice.key)).toEqual(['notice.count-disagrees'])
})

test('housing compounds are no communities', () => {
  const reading = read({ 小区: ['序号|小区名称|所属社区|物业公司|户数', '1|天地小区|河南社区|恒联|500'] })
  expect([reading.communities, reading.tables[0]?.reason?.key]).toEqual([[], 'table.compounds'])
})

test('communities of one name in two towns are counted as one, and that is said', () => {
  const roster = (second: string): SheetText => ['街道|社区|姓名|学历|政治面貌|人员类别', '罗塘街道|新村社区|张三|大专|群众|正式', `${second}|新村社区|李四|大专|群众|正式`]
  expect(read({ 表: roster('三水街道') }).notices).toEqual([{ key: 'notice.community-in-two-towns', params: { sheet: '表', community: '新村', towns: '罗塘街道、三水街道' }, sheet: '表' }])
  expect(read({ 表: roster('') }).notices).toEqual([])
})

test('the town’s own staff belong to no community, and a code in front of a name is no part of it', () => {
  expect(people(read({ 表: [HEADER, '1|街道本级|张三|大专|群众|正式', '2|321204001河南居委会|李四|大专|群众|正式', '3|河南社区|王五|大专|群众|正式'] }))).toEqual(['张三 ? formal', '李四 河南 formal', '王五 河南 formal'])
})
