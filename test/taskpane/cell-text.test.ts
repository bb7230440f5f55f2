/** @jest-environment node */
import fc from 'fast-check'
import { cellError } from '../../src/core/cell'
import type { CellValue } from '../../src/core/cell'
import { cellText } from '../../taskpane/cell-text'

const DAY = 31_118 // 1985-03-12
const NOON = DAY + 0.5 + 5 / 1440 + 7 / 86_400

test.each<[CellValue, string, string]>([
  [null, 'General', ''],
  ['丁一', '0.00', '丁一'],
  [true, 'General', 'TRUE'],
  [cellError('#DIV/0!'), '0.00', '#DIV/0!'],
  [12, 'General', '12'],
  [-0.5, 'General', '-0.5'],
  [0.1 + 0.2, 'General', '0.3'],
  [1 / 3, 'General', '0.333333333'],
  [123_456_789_012, 'General', '1.23457E+11'],
  [3.14159, '0.00', '3.14'],
  [1.005, '0.00', '1.01'],
  [7, '0.00', '7.00'],
  [7, '000', '007'],
  [1234567.891, '#,##0', '1,234,568'],
  [1234.5, '#,##0.00', '1,234.50'],
  [-1234.5, '#,##0.00', '-1,234.50'],
  [0.5, '#.##', '.5'],
  [5, '#.##', '5.'],
  [1234567, '#,##0,', '1,235'],
  [0.714, '0%', '71%'],
  [0.714, '0.0%', '71.4%'],
  [-2, '0;(0)', '(2)'],
  [0, '0;-0;"-"', '-'],
  [-5, '#,##0;[Red]-#,##0', '-5'],
  [12.5, '0.0" 万元"', '12.5 万元'],
  [83.5, '0.00"万"', '83.50万'],
  [1234.5, '"¥"#,##0.00', '¥1,234.50'],
  [1234.5, '[$¥-804]#,##0.00', '¥1,234.50'],
  [1234, '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', '1,234'],
  [12345, '0.00E+00', '1.23E+04'],
  [12.25, '# ?/?', '12.25'],
  [DAY, 'yyyy-mm-dd', '1985-03-12'],
  [DAY, 'yyyy/m/d', '1985/3/12'],
  [DAY, 'yyyy"年"m"月"d"日"', '1985年3月12日'],
  [DAY, 'yyyy"年"m"月"', '1985年3月'],
  [DAY, '[$-804]yyyy"年"m"月"d"日";@', '1985年3月12日'],
  [DAY, 'yyyy.mm', '1985.03'],
  [DAY, 'd-mmm-yy', '12-Mar-85'],
  [NOON, 'yyyy/m/d h:mm', '1985/3/12 12:05'],
  [NOON, 'h:mm:ss', '12:05:07'],
  [NOON, 'h:mm AM/PM', '12:05 PM'],
  [DAY + 0.25, '上午/下午h"时"mm"分"', '上午6时00分'],
  [1.5, '[h]:mm', '36:00'],
  [12, '@', '12'],
])('%p as %s is %s', (value, format, expected) => {
  expect(cellText(value, format, 1900)).toBe(expected)
})

test('the 1904 system counts from another day', () => {
  expect(cellText(DAY - 1462, 'yyyy-mm-dd', 1904)).toBe('1985-03-12')
})

test('a serial that is no day is shown as the number it is', () => {
  expect(cellText(-3, 'yyyy-mm-dd', 1900)).toBe('-3')
  expect(cellText(9e9, 'yyyy-mm-dd', 1900)).toBe('9000000000')
})

test('no format and no number makes it fail or show nothing for something', () => {
  fc.assert(fc.property(fc.string({ maxLength: 24 }), fc.double({ noNaN: true, noDefaultInfinity: true }), (format, value) => {
    expect(typeof cellText(value, format, 1900)).toBe('string')
  }))
})

test('a grouped whole number reads back as itself', () => {
  fc.assert(fc.property(fc.integer(), value => {
    expect(Number(cellText(value, '#,##0', 1900).replaceAll(',', ''))).toBe(value)
  }))
})
