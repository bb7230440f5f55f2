import * as fc from 'fast-check'
import { columnName } from '../../src/core/place'
import { fileFormula, shownFormula } from '../../src/hosts/xlsx/file-formula'
import { cutFormula, shiftFormula } from '../../src/hosts/xlsx/formula-shift'

const shift = (formula: string, rows: number, columns: number): string => shiftFormula(cutFormula(formula), rows, columns)

test.each<[string, string, string]>([
  ['relative references', 'A1+B2', 'B3+C4'],
  ['fixed rows and columns', '$A1+B$2+$C$3', '$A3+C$2+$C$3'],
  ['ranges', 'SUM(A1:B2,$C$1:D4)', 'SUM(B3:C4,$C$1:E6)'],
  ['whole columns', 'SUM(A:C)+COUNT($B:D)', 'SUM(B:D)+COUNT($B:E)'],
  ['whole rows', 'SUM(1:3)+COUNT($2:4)', 'SUM(3:5)+COUNT($2:6)'],
  ['other sheets', "办公用房!A1+'O''Neil A1'!B2+Sheet1!C$3", "办公用房!B3+'O''Neil A1'!C4+Sheet1!D$3"],
  ['a range over sheets', "SUM('一月:三月'!A1)+SUM(Sheet1:Sheet3!B1)", "SUM('一月:三月'!B3)+SUM(Sheet1:Sheet3!C3)"],
  ['texts stay', '"A1 in ""B2"""&A1', '"A1 in ""B2"""&B3'],
  ['functions that look like references', 'LOG10(A1)+ATAN2(B1,C1)+DAYS360(A1,B1)', 'LOG10(B3)+ATAN2(C3,D3)+DAYS360(B3,C3)'],
  ['names that look like references', '社区A1+A1B+单价+_A1+A1.B+ABCD1+A1048577', '社区A1+A1B+单价+_A1+A1.B+ABCD1+A1048577'],
  ['structured references', '花名册[@工资]+花名册[[#This Row],[A1]]+SUM(花名册[[A1]:[B2]])', '花名册[@工资]+花名册[[#This Row],[A1]]+SUM(花名册[[A1]:[B2]])'],
  ['other workbooks', '[1]Sheet1!A1+[1]!单价', '[1]Sheet1!B3+[1]!单价'],
  ['numbers', '1+2.5+1E3+A1*10%', '1+2.5+1E3+B3*10%'],
  ['a ratio of numbers is no range of rows', 'A1&"1:2"', 'B3&"1:2"'],
  ['error values', 'IF(A1=#N/A,#REF!,#DIV/0!)', 'IF(B3=#N/A,#REF!,#DIV/0!)'],
  ['a spill reference', 'SUM(A1#)+@B1:B3', 'SUM(B3#)+@C3:C5'],
  ['lower case', 'sum(a1:b2)', 'sum(B3:C4)'],
  ['a broken text', '"A1', '"A1'],
])('%s', (_what, formula, expected) => {
  expect(shift(formula, 2, 1)).toBe(expected)
})

test.each([['A1', -1, 0], ['A1', 0, -1], ['XFD1', 0, 1], ['A1048576', 1, 0], ['A:A', 0, -1], ['1:1', -1, 0]])('%s moved off the sheet by %i rows and %i columns', (formula, rows, columns) => {
  expect(shift(formula, rows, columns)).toContain('#REF!')
})

test('moving there and back is no move', () => {
  const reference = fc.tuple(fc.constantFrom('', '$'), fc.integer({ min: 50, max: 16_000 }), fc.constantFrom('', '$'), fc.integer({ min: 50, max: 1_000_000 })).map(([fixedColumn, column, fixedRow, row]) => fixedColumn + columnName(column) + fixedRow + row)
  const piece = fc.oneof(reference, fc.constantFrom('+', '*', '(', ')', ',', '"A1"', '单价', 'SUM(', "'一 二'!", '1.5', '&', '花名册[A1]'))
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 12 }),
      fc.integer({ min: -40, max: 40 }),
      fc.integer({ min: -40, max: 40 }),
      (pieces, rows, columns) => {
        const formula = pieces.join(' ')
        expect(shift(shift(formula, rows, columns), -rows, -columns)).toBe(formula)
      },
    ),
  )
})

test('a formula that is not moved is unchanged, whatever it is', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'A1$:!\'"[]()B2,+ 社@#._') }), formula => {
    expect(shift(formula, 0, 0).toUpperCase()).toBe(formula.toUpperCase())
  }))
})

test.each([
  ['=SUM(A1)', 'SUM(A1)'],
  ['=XLOOKUP(A1,B:B,C:C)', '_xlfn.XLOOKUP(A1,B:B,C:C)'],
  ['=iferror(textjoin(",",TRUE,A1),"")', 'iferror(_xlfn.TEXTJOIN(",",TRUE,A1),"")'],
  ['=SORT(FILTER(A:A,B:B=1))', '_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A:A,B:B=1))'],
  ['="XLOOKUP("&A1', '"XLOOKUP("&A1'],
  ["='IFS(a)'!A1", "'IFS(a)'!A1"],
  ['=表一[@工资]*2', '表一[[#This Row],[工资]]*2'],
  ['=表一[@[月 薪]]*2', '表一[[#This Row],[月 薪]]*2'],
  ['=STDEV.S(A:A)', '_xlfn.STDEV.S(A:A)'],
])('%s in a file is %s', (shown, inFile) => {
  expect(fileFormula(shown)).toBe(inFile)
})

test.each([['_xlfn.XLOOKUP(1,A:A,B:B)', '=XLOOKUP(1,A:A,B:B)'], ['_xlfn._xlws.SORT(A:A)', '=SORT(A:A)'], ['SUM(A1)', '=SUM(A1)']])('%s is shown as %s', (inFile, shown) => {
  expect(shownFormula(inFile)).toBe(shown)
})
