import * as fc from 'fast-check'
import { areasOf, parseFormula } from '../../src/formula/parse'
import type { Expression } from '../../src/formula/parse'
import { columnName } from '../../src/core/place'
import type { Area } from '../../src/formula/values'

const COLUMNS = 40, ROWS = 900

/** A cell or an area as it is written, with the box that it is. */
const written = fc.record({
  sheet: fc.constantFrom('', '明细', 'Q1', '2024 年'), top: fc.integer({ min: 1, max: ROWS }), left: fc.integer({ min: 1, max: COLUMNS }),
  down: fc.integer({ min: 0, max: 9 }), right: fc.integer({ min: 0, max: 4 }), fixed: fc.boolean(), turned: fc.boolean(),
}).map(({ sheet, top, left, down, right, fixed, turned }) => {
  const dollar = fixed ? '$' : '', bottom = top + down, end = left + right
  const first = `${dollar}${columnName(left)}${dollar}${String(top)}`, last = `${columnName(end)}${String(bottom)}`
  const prefix = sheet === '' ? '' : sheet.includes(' ') ? `'${sheet}'!` : `${sheet}!`
  const text = down + right === 0 ? first : turned ? `${last}:${first}` : `${first}:${last}`
  return { text: prefix + text, box: { sheet, top, left, bottom, right: end } }
})

/** What a formula looks like apart from its cells. */
const FORMS: readonly ((cells: readonly string[]) => string)[] = [
  ([a = '']) => `=SUM(${a})`,
  ([a = '', b = '']) => `=${a}+${b}`,
  ([a = '', b = '', c = '']) => `=IF(${a}>0,ROUND(${b}*8%,2),-${c})`,
  ([a = '', b = '']) => `=SUMIF(${a},"A1:B2",${b})/10000`,
  ([a = '', b = '', c = '']) => `=SUM(${a},${b},)-${c}%`,
]

const box = ({ sheet, top, left, bottom, right }: Omit<Area, 'kind'>): string => [sheet, top, left, bottom, right].join()

test('copies of a formula are read with their own cells, in the order in which they stand', () => {
  const cellsOfCopies = fc.array(fc.array(written, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 5 })
  fc.assert(fc.property(fc.constantFrom(...FORMS), cellsOfCopies, (form, copies) => {
    const used = new Set(form(['x', 'y', 'z']).match(/[xyz]/g)).size
    for (const cells of copies)
      expect(areasOf(parseFormula(form(cells.map(cell => cell.text)))).map(box)).toEqual(cells.slice(0, used).map(cell => box(cell.box)))
  }))
})

describe('one shape, other cells', () => {
  const kinds = (formula: string): Expression['type'] => parseFormula(formula).type
  test.each([
    ['=[1]表!A1', '=[2]表!B7', 'unsupported'],
    ['=一月:三月!A1', '=二月:四月!B3', 'area'],
    ['=表1[金额]', '=表2[金额]', 'unsupported'],
    ['=A1:A3 B2:C2', '=A4:A9 B7:C7', 'binary'],
    ['=合计数', '=合计数', 'name'],
  ])('%s and %s', (one, other, type) => {
    expect([kinds(one), kinds(other)]).toEqual([type, type])
  })
})
