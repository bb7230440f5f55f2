import type { CellValue } from '../../src/core/cell'
import { readSnapshot } from '../../src/read'
import type { SheetText } from './sheets'
import { AS_OF, book, read } from './sheets'

/** College, Party or League, birth, kind of the first two people. */
function values(head: string, rows: readonly (readonly CellValue[])[]): readonly string[] {
  const reading = readSnapshot(book({ 清泉社区: [head.split('|'), ...rows] }), { asOf: AS_OF })
  return reading.people.map(person => [person.name, person.college, person.partyOrLeague, person.birth, person.employment].join(' '))
}

const WANTED = ['张三 yes yes 19850301 formal', '李四 no no 19901201 contracted']

test.each<readonly [what: string, head: string, rows: readonly (readonly CellValue[])[]]>([
  ['education and politics, a stroke', '姓名|学历/政治面貌|出生年月|人员类别', [['张三', '大专/中共党员', '1985.03', '正式'], ['李四', '高中/群众', '1990.12', '聘用']]],
  ['politics and education in words, a blank', '姓名|政治面貌及学历|出生年月|人员类别', [['张三', '中共党员 大专（函授）', '1985.03', '正式'], ['李四', '群众 高中', '1990.12', '聘用']]],
  ['two lines', '姓名|学历\n政治面貌|出生年月|人员类别', [['张三', '大专\n中共党员', '1985.03', '正式'], ['李四', '高中\n群众', '1990.12', '聘用']]],
  ['nothing between', '姓名|政治面貌、学历|出生年月|人员类别', [['张三', '中共党员大专', '1985.03', '正式'], ['李四', '群众高中', '1990.12', '聘用']]],
  ['the other order in the cells', '姓名|学历/政治面貌|出生年月|人员类别', [['张三', '中共党员/大专', '1985.03', '正式'], ['李四', '群众/高中', '1990.12', '聘用']]],
  ['three things', '姓名|性别、出生年月、学历|政治面貌|人员类别', [['张三', '女、1985年3月、大专', '中共党员', '正式'], ['李四', '男、1990.12、高中', '群众', '聘用']]],
  ['three things, commas, days with strokes', '姓名|性别/出生年月/学历|政治面貌|人员类别', [['张三', '女，1985/03/01，大专', '中共党员', '正式'], ['李四', '男，1990/12/01，高中', '群众', '聘用']]],
  ['post and kind', '姓名|学历|政治面貌|出生年月|职务及人员性质', [['张三', '大专', '中共党员', '1985.03', '书记、主任/事业编'], ['李四', '高中', '群众', '1990.12', '社区工作者/合同制']]],
  ['name and sex', '姓名/性别|学历|政治面貌|出生年月|人员类别', [['张三/女', '大专', '中共党员', '1985.03', '正式'], ['李四/男', '高中', '群众', '1990.12', '聘用']]],
  ['birth and politics', '姓名|学历|出生年月/政治面貌|人员类别', [['张三', '大专', '1985.03/中共党员', '正式'], ['李四', '高中', '1990.12/群众', '聘用']]],
  ['kind and politics in brackets of the header', '姓名|学历|出生年月|情况（人员类别/政治面貌）', [['张三', '大专', '1985.03', '正式/中共党员'], ['李四', '高中', '1990.12', '聘用/群众']]],
])('several things in a cell: %s', (_what, head, rows) => {
  expect(values(head, rows)).toEqual(WANTED)
})

test('the columns of a reading are those of the sheet', () => {
  const reading = read({ 清泉社区: ['姓名|学历/政治面貌|人员类别', '张三|大专/中共党员|正式'] })
  expect(reading.tables[0]?.columns.map(({ column, key }) => [column, key])).toEqual([[1, 'name'], [3, 'employment'], [2, 'education'], [2, 'politics']])
})

test('a word that is not known is asked about where it stands', () => {
  const reading = read({ 清泉社区: ['姓名|学历/政治面貌|人员类别', '张三|大专/中共党员|正式', '李四|大专/中共党员|正式', '王五|大专/甲等|正式'] })
  expect(reading.people.map(person => person.partyOrLeague)).toEqual(['yes', 'yes', 'unclear'])
  expect(reading.questions.flatMap(question => question.places.map(place => place.column))).toContain(2)
})

test('a header of two things over cells that show neither is asked about and used for nothing', () => {
  const reading = read({ 清泉社区: ['姓名|学历/政治面貌|出生年月|人员类别', '张三|甲一|1985.03|正式', '李四|乙二|1990.12|聘用'] })
  expect(reading.people.map(person => [person.college, person.partyOrLeague])).toEqual([['blank', 'blank'], ['blank', 'blank']])
  expect(reading.questions.map(question => [question.kind, question.choices.map(choice => choice.id)])).toContainEqual(['column', ['education', 'politics', 'none']])
})

test.each<readonly [what: string, rows: SheetText, wanted: readonly (readonly (number | null | undefined)[])[]]>([
  ['built and usable', ['社区|建筑面积/使用面积', '清泉社区|310/224', '荷叶社区|150/96'], [[310, 224], [150, 96]]],
  ['usable and built with units', ['社区|使用面积/建筑面积（㎡）', '清泉社区|224㎡/310㎡', '荷叶社区|96㎡/150㎡'], [[310, 224], [150, 96]]],
  ['said in the bracket', ['社区|面积（建筑/使用）', '清泉社区|310/224', '荷叶社区|150/96'], [[310, 224], [150, 96]]],
])('two areas in a cell: %s', (_what, rows, wanted) => {
  const reading = read({ 用房: rows })
  expect(reading.premises.map(place => [place.built?.value, place.usable?.value])).toEqual(wanted)
  expect(reading.premises.map(place => place.usable?.place.column)).toEqual([2, 2])
})

test.each<readonly [what: string, head: string]>([
  ['English', 'No.|Name|Date of Birth|Education|Political Status|Employment Type'],
  ['English in capitals', 'NO.|FULL NAME|BIRTH DATE|HIGHEST EDUCATION|POLITICAL AFFILIATION|TYPE OF EMPLOYMENT'],
  ['Chinese first', '序号 No.|姓名 Name|出生年月 Date of Birth|学历 Education|政治面貌 Political Status|人员类别 Employment Type'],
  ['English first', 'No. 序号|Name 姓名|Birth 出生年月|Education 学历|Politics 政治面貌|Type 人员类别'],
  ['a stroke between', '序号/No.|姓名/Name|出生年月/DOB|学历/Education|政治面貌/Party|人员类别/Category'],
  ['English in brackets', '序号（No.）|姓名（Name）|出生年月（Date of Birth）|学历（Education）|政治面貌（Political Status）|人员类别（Type）'],
  ['on two lines', '序号\nNo.|姓名\nName|出生年月\nBirth|学历\nEducation|政治面貌\nPolitics|人员类别\nType'],
  ['circled numbers', '①序号|②姓名|③出生年月|④学历|⑤政治面貌|⑥人员类别'],
  ['circled numbers behind', '序号①|姓名②|出生年月③|学历④|政治面貌⑤|人员类别⑥'],
  ['superscripts', '序号|姓名|出生年月¹|学历²|政治面貌³|人员类别⁴'],
  ['marks of notes', '序号|姓名|出生年月（注1）|学历[注2]|政治面貌注3|人员类别*'],
  ['numbers with a mark', '1.序号|2.姓名|3.出生年月|4.学历|5.政治面貌|6.人员类别'],
])('headers: %s', (_what, head) => {
  const rows: (readonly CellValue[])[] = [[1, '张三', '1985.03', '大专', '中共党员', '正式'], [2, '李四', '1990.12', '高中', '群众', '聘用']]
  expect(values(head, rows)).toEqual(WANTED)
})

test('a name of its own in Latin letters is no header', () => {
  const reading = read({ 清泉社区: ['姓名|EMS号|学历|人员类别', '张三|12345|大专|正式'] })
  expect(reading.tables[0]?.columns.map(column => column.key)).toEqual(['name', null, 'education', 'employment'])
})

test.each<readonly [what: string, header: string, cells: readonly string[], keys: readonly string[]]>([
  ['always the same of the two', '党派身份', ['中共党员', '群众', '无', '共青团员'], ['politics']],
  ['the same, whatever the header separates', '学历/政治面貌', ['大专', '本科', '高中', '大专'], ['education']],
  ['the one or the other', '党派身份', ['中共党员', '正式', '群众', '聘用'], ['politics', 'employment']],
  ['both in one of the cells', '学历/政治面貌', ['大专', '本科', '高中/群众', '大专'], ['education', 'politics']],
])('a column whose cells hold one thing is that thing: %s', (_what, header, cells, keys) => {
  const reading = read({ 清泉社区: [`姓名|${header}`, ...cells.map((cell, at) => `甲${'甲乙丙丁'.charAt(at)}|${cell}`)] })
  expect(reading.tables[0]?.columns.filter(({ column }) => column === 2).map(({ key }) => key)).toEqual(keys)
})

test('a kind in a section row is not taken back by a column that says nothing of kinds', () => {
  const people = (from: string) => ['甲', '乙', '丙'].map(name => `${from}${name}|1985.03|大专|中共党员`)
  const reading = read({ 清泉社区: ['（一）正式人员', '姓名|出生年月|学历|党派身份', ...people('张'), '（二）聘用人员', '姓名|出生年月|学历|党派身份', ...people('李')] })
  expect(reading.people.map(({ employment }) => employment)).toEqual([...Array<string>(3).fill('formal'), ...Array<string>(3).fill('contracted')])
})
