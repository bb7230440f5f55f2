import { readSnapshot } from '../../src/read'
import { book, people, read, skipped, tables, keys, HEADER } from './sheets'
import type { SheetText } from './sheets'

const PLAIN = '序号|姓名|学历|政治面貌|人员类别'

test.each<readonly [layout: string, rows: SheetText, found: readonly string[], wanted: readonly string[]]>([
  ['the header in the first row', [HEADER, '1|河南社区|张三|大专|群众|正式'], ['staff 表 1'], ['张三 河南 formal']],
  ['a title, a blank row, a reporting line, then the header', ['社区工作人员花名册', '', '填报单位：姜堰镇|||日期：2023.12.31', HEADER, '1|河南社区|张三|大专|群众|正式'], ['staff 表 1'], ['张三 河南 formal']],
  ['a table that starts in column C', ['||花名册', '||序号|社区|姓名|学历|政治面貌|人员类别', '||1|河南社区|张三|大专|群众|正式'], ['staff 表 1'], ['张三 河南 formal']],
  ['two lists side by side with a blank column between', ['河南社区花名册', `${PLAIN}||${PLAIN}`, '1|张三|大专|党员|正式||2|李四|大专|党员|聘用'], ['staff 表 1', 'staff 表 1'], ['张三 河南 formal', '李四 河南 contracted']],
  ['one list in two blocks with nothing between', ['河南社区花名册', `${PLAIN}|${PLAIN}`, '1|张三|大专|党员|正式|2|李四|大专|党员|聘用'], ['staff 表 1', 'staff 表 1'], ['张三 河南 formal', '李四 河南 contracted']],
  ['a block a community, its name above the block', ['河南社区||||河东社区|||', '姓名|学历|政治面貌|人员类别|姓名|学历|政治面貌|人员类别', '张三|大专|党员|正式|李四|大专|党员|聘用'], ['staff 表 1', 'staff 表 1'], ['张三 河南 formal', '李四 河东 contracted']],
  ['people and premises side by side', [`${HEADER}||社区|使用面积|产权`, '1|河南社区|张三|大专|党员|正式||河南社区|120|自有'], ['staff 表 1', 'premises 表 1'], ['张三 河南 formal']],
  ['people and premises side by side, nothing between', ['序号|姓名|社区|学历|政治面貌|人员类别|社区名称|使用面积|产权', '1|张三|河南社区|大专|党员|正式|河南社区|120|自有'], ['staff 表 1', 'premises 表 1'], ['张三 河南 formal']],
  ['a title over each of two lists, one of them over the gap', ['河南社区|||河东社区||||', '姓名|学历|人员类别||姓名|学历|人员类别', '张三|大专|正式||李四|大专|聘用'], ['staff 表 1', 'staff 表 1'], ['张三 河南 formal', '李四 河东 contracted']],
  ['people above premises, blank rows between', [HEADER, '1|河南社区|张三|大专|党员|正式', '', '办公用房情况', '社区|使用面积|产权', '河南社区|120|自有'], ['staff 表 1', 'premises 表 1'], ['张三 河南 formal']],
  ['people above premises without a blank row', [HEADER, '1|河南社区|张三|大专|党员|正式', '办公用房情况', '社区|使用面积|产权', '河南社区|120|自有'], ['staff 表 1', 'premises 表 1'], ['张三 河南 formal']],
  ['one list a community, each with its title', ['河南社区花名册', PLAIN, '1|张三|大专|党员|正式', '', '河东社区花名册', PLAIN, '1|李四|大专|党员|聘用'], ['staff 表 1', 'staff 表 1'], ['张三 河南 formal', '李四 河东 contracted']],
  ['one list a community under a section line', ['人员花名册', '一、河南社区', PLAIN, '1|张三|大专|党员|正式', '二、河东社区', PLAIN, '1|李四|大专|党员|聘用'], ['staff 表 1', 'staff 表 1'], ['张三 河南 formal', '李四 河东 contracted']],
])('%s', (_layout, rows, found, wanted) => {
  const reading = read({ 表: rows })
  expect(tables(reading)).toEqual(found)
  expect(people(reading)).toEqual(wanted)
})

test.each<readonly [what: string, rows: SheetText, keys: readonly (string | null)[], header: readonly [number, number]]>([
  ['a group over the names', ['序号|社区|基本情况||人员类别', '||姓名|学历|', '1|河南社区|张三|大专|正式'], ['seq', 'community', 'name', 'education', 'employment'], [1, 2]],
  ['three levels of education without any merge', ['姓名|学历学位||||人员类别', '|全日制教育||在职教育||', '|学历|毕业院校|学历|毕业院校|', '张三|高中|一中|大专|电大|正式'], ['name', 'educationFullTime', 'school', 'educationInService', 'school', 'employment'], [1, 3]],
  ['full-time and in-service under one word', ['姓名|文化程度||政治面貌|人员类别', '|全日制|在职||', '张三|高中|大专|群众|正式'], ['name', 'educationFullTime', 'educationInService', 'politics', 'employment'], [1, 2]],
  ['words broken over two rows', ['|||出生|政治|人员', '序号|社区|姓名|年月|面貌|类别', '1|河南社区|张三|1985.03|群众|正式'], ['seq', 'community', 'name', 'birth', 'politics', 'employment'], [1, 2]],
  ['units in a row of their own', ['姓名|年龄|学历|月工资|人员类别', '|（岁）||（元）|', '张三|38|大专|3000|正式'], ['name', 'age', 'education', 'pay', 'employment'], [1, 2]],
  ['a group word over the rooms alone', ['|||四室情况|||', '社区|使用面积|产权|办公室|警务室|议事室|活动室', '河南社区|200|自有|有|有|有|有'], ['community', 'usableArea', 'tenure', 'roomOffice', 'roomPolice', 'roomMeeting', 'roomCulture'], [1, 2]],
  ['a lower level with an example of a date', ['序号|基本情况|||人员类别', '|姓名|出生年月（如1985.03）|学历|', '1|张三|1985.03|大专|正式'], ['seq', 'name', 'birth', 'education', 'employment'], [1, 2]],
  ['of which', ['社区|建筑面积|其中：使用面积|产权', '河南社区|300|210|自有'], ['community', 'builtArea', 'usableArea', 'tenure'], [1, 1]],
])('header: %s', (_what, rows, wanted, [top, bottom]) => {
  const reading = read({ 河南社区: rows })
  expect(keys(reading)).toEqual(wanted)
  expect(reading.tables[0]?.header).toMatchObject({ top, bottom })
  expect(reading.tables[0]?.rowsRead).toBe(1)
})

test('merges are a hint: the same header with and without them', () => {
  const rows: SheetText = ['序号|社区|基本情况||人员类别', '||姓名|学历|', '1|河南社区|张三|大专|正式']
  const box = (top: number, left: number, bottom: number, right: number) => ({ top, left, bottom, right })
  const merged = read({ 表: rows }, { merges: { 表: [box(1, 1, 2, 1), box(1, 2, 2, 2), box(1, 3, 1, 4), box(1, 5, 2, 5)] } })
  expect({ ...merged.tables[0] }).toEqual({ ...read({ 表: rows }).tables[0] })
})

test('rows that are no people are skipped with their reason', () => {
  const reading = read({
    表: [
      '姜堰镇社区工作人员花名册', HEADER, '1|2|3|4|5|6', '例|河南社区|例：张某|大专|党员|正式', '合计||3人', '一、正式人员', '1|河南社区|张三|大专|党员|', '', '2||李四|大专|群众|', '小计||2人',
      '姜堰镇社区工作人员花名册', HEADER, '3|河东社区|王五|大专|群众|聘用', '4', '5|河东社区||||', '', '注：以上人员不含志愿者。', '填表人：李某|||审核人：王某',
    ],
  })
  expect(skipped(reading)).toEqual(['3 column-numbers', '4 example', '5 total', '6 section', '8 blank', '10 subtotal', '11 title', '12 repeated-header', '14 numbered-blank', '15 numbered-blank', '16 blank', '17 note', '18 signature'])
  expect(people(reading)).toEqual(['张三 河南 formal', '李四 河南 formal', '王五 河东 contracted'])
  expect(reading.tables[0]?.body).toEqual({ top: 3, left: 1, bottom: 15, right: 6 })
})

test.each<readonly [what: string, rows: SheetText, reason: string]>([
  ['an empty sheet', [], 'table.empty-sheet'],
  ['instructions', ['填表说明', '1.姓名：填写身份证上的姓名。', '2.学历：如大专、本科。'], 'table.only-text'],
  ['lists of options', ['性别|政治面貌|学历', '男|党员|大专', '女|群众|本科', '|团员|高中'], 'table.look-up'],
  ['a table of something else', ['门店|区域|销售额', '一店|城东|100', '二店|城西|200'], 'table.unknown-columns'],
  ['people without a header', ['1|河南社区|张三|990101198503124516|大专', '2|河南社区|李四|990101199003124517|高中', '3|河南社区|王五|990101199003124518|高中'], 'table.no-header'],
  ['one community a column, without people or places', ['社区情况', '社区名称|河南社区|河东社区', '户数|2100|900', '常住人口|6000|2000', '坐落|东街|西街'], 'table.transposed'],
])('%s is told and not dropped', (_what, rows, reason) => {
  const reading = read({ 表: rows })
  expect(reading.tables).toHaveLength(1)
  expect(reading.tables[0]).toMatchObject({ kind: 'other', counted: false, reason: { key: reason } })
})

test('a chart sheet is listed too', () => {
  const snapshot = book({ 表: [HEADER, '1|河南社区|张三|大专|群众|正式'], 图表: [] })
  const [roster, chart] = snapshot.sheets
  if (roster === undefined || chart === undefined) throw new Error('two sheets were built')
  const reading = readSnapshot({ ...snapshot, sheets: [roster, { ...chart, kind: 'chartsheet' }] })
  expect(reading.tables.map(table => [table.sheet, table.reason?.key])).toEqual([['表', undefined], ['图表', 'table.no-cells']])
})
