import type { CellValue } from '../../src/core/cell'
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
