import { areaCells, areaName, areaNamed, areasOf, columnBoxes, rowRuns } from '../../src/core/area'

test.each([
  ['花名册', 'B5:B7,D9', '花名册!B5:B7,D9'],
  ['本 表', 'C4', "'本 表'!C4"],
  ['花名册', 'B5:B7,D9,nonsense', '花名册!B5:B7,D9'],
  ['花名册', '', '花名册'],
])('%s %s is called %s', (sheet, cells, name) => expect(areaName(areaNamed(sheet, cells))).toBe(name))

test('a sheet as a whole has no cells', () => expect(areaCells({ sheet: '表', boxes: [] })).toBeNull())

test('places are joined where they follow each other in a column, sheet by sheet', () => {
  const at = (sheet: string, row: number, column = 7) => ({ sheet, row, column })
  expect(areasOf([at('甲', 4), at('甲', 5), at('甲', 6), at('甲', 9), at('甲', 9, 8), at('乙', 10, 8)]).map(areaName)).toEqual(['甲!G4:G6,G9', '甲!H9', '乙!H10'])
})

test.each<[number[], number[]]>([[[], []], [[4], [4, 4]], [[4, 5, 6, 9], [4, 6, 9, 9]], [[4, 4], [4, 4, 4, 4]]])('rows %j are the runs %j', (rows, runs) => expect(rowRuns(rows)).toEqual(runs))

test('no more rectangles are named than help to look', () => {
  const runs = Array.from({ length: 200 }, (_, i) => [i * 2 + 1, i * 2 + 1]).flat()
  expect(columnBoxes(runs, 1)).toHaveLength(60)
})
