import { check } from '../src/check'
import { cellName } from '../src/core/place'
import { newWorkbookBytes, openWorkbook } from '../src/hosts/xlsx/node'
import { collectChanges } from '../src/template'
import { defaultPolicy } from '../src/policies'

test('a collecting workbook, filled in as it asks, is read as it was meant', async () => {
  const book = openWorkbook(await newWorkbookBytes(collectChanges('2024-06-30')), '采集表.xlsx'), empty = await book.read()
  expect(empty.sheets.map(sheet => sheet.name)).toEqual(['填表说明', '社区信息', '人员花名册', '办公用房'])
  const type = (sheet: string, row: number, column: number, after: string | number) => ({ kind: 'cell' as const, sheet, cell: cellName(row, column), before: null, after })
  const line = (sheet: string, row: number, values: readonly (string | number | null)[]) =>
    values.flatMap((value, at) => (value === null ? [] : [type(sheet, row, at + 1, value)]))
  await book.apply([
    ...line('社区信息', 5, [null, '河东社区', null, 1200]),
    ...line('人员花名册', 5, [null, '河东社区', '丁一', null, '男', 31_121, null, '本科', null, null, '中共党员', '正式', '在岗']),
    ...line('人员花名册', 6, [null, '河东社区', '于二', null, '女', 33_000, null, '高中', '大专', null, '群众', '聘用', '在岗']),
    ...line('办公用房', 5, [null, '河东社区', '东街1号', 210, 260, '自有', null, '否', '有', '合用', '有', '无']),
  ])
  const report = check(await book.read(), { policy: defaultPolicy }), [unit] = report.communities
  expect([report.asOf, report.asOfFrom, report.communities.length]).toEqual(['2024-06-30', 'stated', 1])
  expect(unit?.headcount).toMatchObject({ formal: 1, contracted: 1, college: 2, partyLeague: 1, ageBlank: 0, undecided: 0, unknown: 0 })
  expect(unit?.premises).toMatchObject({ usableArea: 210, builtArea: 260, rooms: 3, tenure: 'own' })
  expect(report.questions).toEqual([])
})
