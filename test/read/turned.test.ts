import type { CellValue } from '../../src/core/cell'
import type { Box } from '../../src/core/place'
import { check } from '../../src/check'
import { defaultPolicy as policy } from '../../src/policies'
import { areaName } from '../../src/core/area'
import { readSnapshot } from '../../src/read'
import { people, read, tables } from './sheets'
import { AS_OF, book, communityOf } from './sheets'
import type { SheetText } from './sheets'

function places(rows: SheetText, sheet = '用房'): readonly string[] {
  const reading = read({ [sheet]: rows })
  return reading.premises.map(place => [communityOf(reading, place.community), (place.usable ?? place.unspecified ?? place.built)?.value, place.tenure, ...Object.values(place.rooms)].join(' '))
}

const WANTED = ['清泉 210 own present absent unknown unknown', '荷叶 90 rented present present unknown unknown']

test.each<readonly [what: string, rows: SheetText]>([
  ['labels in the first column', ['社区名称|清泉社区|荷叶社区', '使用面积（㎡）|210|90', '产权性质|自有|租用', '社区办公室|有|有', '警务室|无|有']],
  ['a title and a unit above', ['社区办公用房情况', '单位：平方米', '社区|清泉社区|荷叶社区', '使用面积|210|90', '产权性质|自有|租用', '办公室|有|有', '警务室|无|有']],
  ['a corner word', ['办公用房情况', '项目|清泉社区|荷叶社区', '使用面积（㎡）|210|90', '产权性质|自有|租用', '办公室|有|有', '警务室|无|有']],
  ['numbered labels', ['序号|项目|清泉社区|荷叶社区', '1|使用面积|210|90', '2|产权性质|自有|租用', '3|办公室|有|有', '4|警务室|无|有']],
  ['starts in the second column', ['', '|社区|清泉社区|荷叶社区', '|使用面积|210|90', '|产权性质|自有|租用', '|办公室|有|有', '|警务室|无|有']],
  ['a note below', ['社区|清泉社区|荷叶社区', '使用面积|210|90', '产权性质|自有|租用', '办公室|有|有', '警务室|无|有', '注：面积以房产证为准']],
])('a community a column: %s', (_what, rows) => {
  expect(places(rows)).toEqual(WANTED)
})

test.each<readonly [what: string, rows: SheetText]>([
  ['one below the other', ['社区名称|清泉社区', '使用面积|210㎡', '产权性质|自有', '办公室|有', '警务室|无', '', '社区名称|荷叶社区', '使用面积|90㎡', '产权性质|租用', '办公室|有', '警务室|有']],
  ['titles between', ['社区用房登记表', '社区名称|清泉社区', '使用面积|210', '产权性质|自有', '办公室|有', '警务室|无', '社区用房登记表', '社区名称|荷叶社区', '使用面积|90', '产权性质|租用', '办公室|有', '警务室|有']],
  ['two pairs a row', ['社区名称|清泉社区|产权性质|自有', '使用面积|210|办公室|有', '警务室|无', '社区名称|荷叶社区|产权性质|租用', '使用面积|90|办公室|有', '警务室|有']],
  ['labels with a colon', ['社区名称：|清泉社区', '使用面积：|210', '产权性质：|自有', '办公室：|有', '警务室：|无', '', '社区名称：|荷叶社区', '使用面积：|90', '产权性质：|租用', '办公室：|有', '警务室：|有']],
])('a form a community: %s', (_what, rows) => {
  expect(places(rows)).toEqual(WANTED)
})

test('a form a sheet, the community in the sheet’s name', () => {
  const reading = read({ 清泉社区: ['用房登记表', '使用面积|210', '产权性质|自有', '办公室|有'], 荷叶社区: ['用房登记表', '使用面积|90', '产权性质|租用', '办公室|有'] })
  expect(reading.premises.map(place => [communityOf(reading, place.community), place.usable?.value])).toEqual([['清泉', 210], ['荷叶', 90]])
})

test('a person a column', () => {
  expect(people(read({ 表: ['姓名|张三|李四', '社区|清泉社区|荷叶社区', '学历|大专|高中', '政治面貌|中共党员|群众', '人员类别|正式|聘用'] }))).toEqual(['张三 清泉 formal', '李四 荷叶 contracted'])
})

test('what is said names the cells in which the values stand', () => {
  const rows: readonly (readonly CellValue[])[] = [['办公用房情况'], ['项目', '清泉社区', '荷叶社区'], ['使用面积', 210, 90], ['产权性质', '自有', '租用'], ['办公室', '有', '有'], ['警务室', '有', '有'], ['民主议事室', '有', '有'], ['文化活动室', '有', '无']]
  const reading = readSnapshot(book({ 用房: rows }), { asOf: AS_OF })
  expect(reading.tables.map(({ kind, header, body, turned }) => ({ kind, header, body, turned }))).toEqual([{ kind: 'premises', header: { top: 2, left: 1, bottom: 8, right: 3 }, body: { top: 2, left: 1, bottom: 8, right: 3 }, turned: true }])
  expect(reading.premises.map(place => place.usable?.place)).toEqual([{ sheet: '用房', row: 3, column: 2 }, { sheet: '用房', row: 3, column: 3 }])
  const report = check(book({ 用房: rows }), { policy, asOf: '2023-12-31' })
  const missed = report.findings.filter(finding => finding.rule === 'target-missed')
  expect(missed.map(finding => finding.at === null ? '' : areaName(finding.at))).toEqual(expect.arrayContaining(['用房!C3', '用房!C5,C6,C7,C8']))
  expect(JSON.stringify(report.findings)).not.toMatch(/"top":\d{7}/)
})

test('lists in rows stay lists in rows', () => {
  expect(tables(read({ 表: ['社区|使用面积|产权', '清泉社区|210|自有', '荷叶社区|90|租用'] }))).toEqual(['premises 表 2'])
  expect(tables(read({ 表: ['政治面貌|中共党员', '学历|大专', '人员类别|正式'] }))[0]).toMatch(/^(?:other|staff 表 0)/)
})

describe('merges, formats and struck-out rows of a list in another shape', () => {
  const box = (top: number, left: number, bottom: number, right: number): Box => ({ top, left, bottom, right })
  const onSide: SheetText = ['姓名|张三|李四|王五', '社区|清泉社区||荷叶社区', '出生年月|1985.1|1985.1|1985.1', '学历|大专||高中', '政治面貌|群众|群众|群众', '人员类别|正式||聘用']
  const told = (reading: ReturnType<typeof read>): readonly string[] =>
    reading.people.map(person => `${person.name} ${communityOf(reading, person.community)} ${person.employment} ${person.college} ${person.birthPrecision}`)
  test('a value merged over the columns of several people', () => {
    const merges = { 表: [box(2, 2, 2, 3), box(4, 2, 4, 3), box(6, 2, 6, 3)] }
    expect(told(read({ 表: onSide }, { merges }))).toEqual(['张三 清泉 formal yes month-ambiguous', '李四 清泉 formal yes month-ambiguous', '王五 荷叶 contracted no month-ambiguous'])
  })
  test('a format that shows the second digit of the month', () => {
    const snapshot = book({ 表: onSide })
    const formats = new Map([2, 3, 4].map(column => [column, [{ from: 3, to: 3, format: '0.00' }]]))
    const reading = readSnapshot({ ...snapshot, sheets: snapshot.sheets.map(sheet => ({ ...sheet, formats })) }, { asOf: AS_OF })
    expect(reading.people.map(({ birth, birthPrecision }) => `${birth} ${birthPrecision}`)).toEqual(['19851001 month', '19851001 month', '19851001 month'])
  })
  const twoRows: SheetText = ['社区|序号|姓名|性别|学历|人员类别', '||出生年月|民族|政治面貌|职务', '清泉社区|1|张三|男|大专|正式', '||1985.03|汉|党员|主任', '|2|李四|女||', '||1988.03|汉|群众|委员', '荷叶社区|3|王五|男|高中|聘用', '||1990.01|汉|群众|委员']
  const header = [box(1, 1, 2, 1), box(1, 2, 2, 2)]
  test('values merged over several people of two rows each', () => {
    const merges = { 表: [...header, box(3, 1, 6, 1), box(3, 5, 3, 5), box(3, 6, 6, 6), box(7, 1, 8, 1)] }
    expect(told(read({ 表: twoRows }, { merges })).map(line => line.replace(/ \S+ month$/, ''))).toEqual(['张三 清泉 formal', '李四 清泉 formal', '王五 荷叶 contracted'])
  })
  test('a line merged over the whole width stays a line', () => {
    const rows: SheetText = ['序号|姓名|性别|学历|人员类别', '|出生年月|民族|政治面貌|职务', '清泉社区', '1|张三|男|大专|正式', '|1985.03|汉|党员|主任', '荷叶社区', '2|王五|男|高中|聘用', '|1990.01|汉|群众|委员', '3|李四|女|高中|聘用', '|1990.01|汉|群众|委员']
    const merges = { 表: [box(1, 1, 2, 1), box(3, 1, 3, 5), box(6, 1, 6, 5)] }
    expect(people(read({ 表: rows }, { merges }))).toEqual(['张三 清泉 formal', '王五 荷叶 contracted', '李四 荷叶 contracted'])
  })
  test('two struck-out rows are one struck-out person, one of two is none', () => {
    const snapshot = book({ 表: twoRows }, { merges: { 表: header } })
    const left = (struck: readonly number[]): readonly string[] => readSnapshot({ ...snapshot, sheets: snapshot.sheets.map(sheet => ({ ...sheet, struckRows: new Set(struck) })) }, { asOf: AS_OF }).people.filter(({ presence }) => presence === 'left').map(({ name }) => name)
    expect([left([5, 6]), left([5])]).toEqual([['李四'], []])
  })
})

describe('labels and values in one cell', () => {
  test.each<readonly [what: string, rows: SheetText]>([
    ['a line each under a title', ['清泉社区用房情况', '使用面积：210平方米', '产权：自有', '社区办公室：有', '警务室：无', '', '荷叶社区用房情况', '使用面积：90平方米', '产权：租用', '社区办公室：有', '警务室：有']],
    ['several cells a row', ['社区名称：清泉社区|使用面积：210㎡', '产权：自有|社区办公室：有', '警务室：无', '', '社区名称：荷叶社区|使用面积：90㎡', '产权：租用|社区办公室：有', '警务室：有']],
    ['several a cell', ['社区名称：清泉社区  使用面积：210平方米  产权：自有；社区办公室：有；警务室：无', '社区名称：荷叶社区  使用面积：90平方米  产权：租用；社区办公室：有；警务室：有']],
  ])('premises, %s', (_what, rows) => {
    expect(places(rows)).toEqual(WANTED)
  })
  test('people, and the cells that are named', () => {
    const card = (name: string, kind: string): readonly string[] => [`姓名：${name}|性别：男|出生年月：1985.03`, '所属社区：清泉社区|学历：大专|政治面貌：中共党员', `人员类别：${kind}|职务：委员`, '']
    const reading = read({ 表: ['社区工作人员登记表', ...card('张三', '正式'), ...card('李四', '聘用')] })
    expect(people(reading)).toEqual(['张三 清泉 formal', '李四 清泉 contracted'])
    expect(reading.tables[0]?.header).toMatchObject({ left: 1, right: 3 })
  })
  test.each<readonly [rows: SheetText]>([
    [['填报单位：罗塘街道', '填报日期：2023年12月', '使用面积：指可用的面积', '产权：填自有或租赁', '学历：填最高学历']],
    [['填表说明', '1.姓名：与身份证一致', '2.出生年月：如1985.03', '3.学历：大专', '4.政治面貌：群众', '5.人员类别：正式、聘用']],
    [['使用面积：120', '备注：无']],
  ])('explanations and remarks are none %#', rows => {
    const reading = read({ 表: rows })
    expect([reading.people, reading.premises]).toEqual([[], []])
  })
})
