import type { SheetSnapshot } from '../../src/core/snapshot'
import { numberWritten } from '../../src/formula/number-written'
import { book } from '../read/sheets'

test.each<[string, number | null]>([
  ['12.50', 12.5], ['1,234', 1234], ['124㎡', 124], ['¥3', 3], ['’7', 7], ['12人', 12], ['', null], ['约12', null], ['12个月', null],
  ['123456789012345', 123_456_789_012_345], ['1234567890123456', null],
  // An id behind a number of order is no number, and is written nowhere.
  ['321299198503150110', null], ['1.321299198503150110', null], ['1.321299850315011', null],
])('the number that %s stands for', (text, number) => {
  expect(numberWritten(book({ 表: [['金额'], [text]] }).sheets[0] as SheetSnapshot, 2, 1, text)).toBe(number)
})
