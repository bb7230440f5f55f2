import fc from 'fast-check'
import { boxName, cellKey, cellName, columnName, columnNumber, columnRuns, keyColumn, keyRow, LAST_COLUMN, LAST_ROW, parseBox, placeName, sheetReference } from '../../src/core/place'

const column = fc.integer({ min: 1, max: LAST_COLUMN })
const row = fc.integer({ min: 1, max: LAST_ROW })

test.each([[1, 'A'], [26, 'Z'], [27, 'AA'], [52, 'AZ'], [702, 'ZZ'], [703, 'AAA'], [16_384, 'XFD']])('column %i is %s', (number, name) => {
  expect(columnName(number)).toBe(name)
  expect(columnNumber(name)).toBe(number)
})

test.each(['', 'XFE', 'ZZZ', 'A1', '列'])('%p names no column', name => {
  expect(columnNumber(name)).toBeNull()
})

test('column names and numbers, cell keys and places come back to themselves', () => {
  fc.assert(fc.property(column, row, (c, r) => {
    expect(columnNumber(columnName(c))).toBe(c)
    const key = cellKey(r, c)
    expect([keyRow(key), keyColumn(key)]).toEqual([r, c])
    expect(parseBox(cellName(r, c))).toEqual({ top: r, bottom: r, left: c, right: c })
  }))
})

test('cell keys sort as cells do, rows first', () => {
  fc.assert(fc.property(column, row, column, row, (c1, r1, c2, r2) => {
    expect(Math.sign(cellKey(r1, c1) - cellKey(r2, c2))).toBe(Math.sign(r1 - r2 || c1 - c2))
  }))
})

test.each([
  ['A3:L4', { top: 3, left: 1, bottom: 4, right: 12 }],
  ['$B$5', { top: 5, left: 2, bottom: 5, right: 2 }],
  ['L4:A3', { top: 3, left: 1, bottom: 4, right: 12 }],
  [' c7 ', { top: 7, left: 3, bottom: 7, right: 3 }],
])('%s is a box', (name, box) => {
  expect(parseBox(name)).toEqual(box)
})

test.each(['', 'A0', 'A1048577', 'XFE1', 'A:B', '1:2', '河南!A1', 'A1:'])('%p is no box', name => {
  expect(parseBox(name)).toBeNull()
})

test('a box of one cell is named by the cell', () => {
  expect(boxName({ top: 2, left: 2, bottom: 2, right: 2 })).toBe('B2')
  expect(boxName({ top: 2, left: 2, bottom: 9, right: 3 })).toBe('B2:C9')
})

test.each([
  ['花名册', '花名册'],
  ['Sheet1', 'Sheet1'],
  ['2026年 预算', "'2026年 预算'"],
  ['人员(旧)', "'人员(旧)'"],
  ["O'Neil", "'O''Neil'"],
  ['AB12', "'AB12'"],
  ['R1C1', "'R1C1'"],
  ['2023', "'2023'"],
])('sheet %s stands in a formula as %s', (name, reference) => {
  expect(sheetReference(name)).toBe(reference)
  expect(placeName({ sheet: name, row: 9, column: 4 })).toBe(`${reference}!D9`)
})

test.each<[number[], number, string]>([
  [[5, 6, 7, 9], 2, 'B5:B7,B9'],
  [[9, 5, 7, 6, 5], 2, 'B5:B7,B9'],
  [[], 2, ''],
  [[3], 28, 'AB3'],
])('rows %p of column %i are %s', (rows, column, text) => {
  expect(columnRuns(rows, column)).toBe(text)
})

test('at most the asked number of runs is named', () => {
  expect(columnRuns([1, 3, 5, 7], 1, 2)).toBe('A1,A3')
})
