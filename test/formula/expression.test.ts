import fc from 'fast-check'
import { add, call, cell, divide, multiply, negative, number, range, scaled, subtract, text, written } from '../../src/formula/expression'
import type { Term } from '../../src/formula/expression'
import { Workspace } from '../../src/formula/workspace'

const a = cell({ row: 1, column: 1 }), b = cell({ row: 2, column: 2 })
const pay = written('SUMIFS(C:C,A:A,"x")+SUMIFS(D:D,A:A,"x")')

test.each<readonly [Term, string]>([
  [divide(pay, number(10_000)), '(SUMIFS(C:C,A:A,"x")+SUMIFS(D:D,A:A,"x"))/10000'],
  [multiply(add(a, b), number(12)), '(A1+B2)*12'],
  [subtract(a, add(b, number(1))), 'A1-(B2+1)'],
  [subtract(a, subtract(b, number(1))), 'A1-(B2-1)'],
  [divide(a, multiply(b, number(2))), 'A1/(B2*2)'],
  [multiply(a, divide(b, number(2))), 'A1*(B2/2)'],
  [add(a, multiply(b, number(2))), 'A1+B2*2'],
  [scaled(a, 1e-4), 'A1/10000'],
  [scaled(a, 10), 'A1*10'],
  [scaled(a, 1), 'A1'],
  [multiply(a, negative(b)), 'A1*-B2'],
  [negative(add(a, b)), '-(A1+B2)'],
  [add(), '0'],
  [add(a, number(0)), 'A1'],
  [call('SUM', range({ row: 4, column: 3 }, { row: 9, column: 3 }, true)), 'SUM(C$4:C9)'],
  [cell({ sheet: "O'Neil 表", row: 3, column: 2, fixed: true }), "'O''Neil 表'!$B$3"],
  [text('他说"好"'), '"他说""好"""'],
  [written('=(A1+B2)'), '(A1+B2)'],
  [divide(written('(A1)+(B2)'), number(2)), '((A1)+(B2))/2'],
  [multiply(written('A1=B2'), number(2)), '(A1=B2)*2'],
])('%# is printed with the brackets that it needs', (term, expected) => {
  expect(term.text).toBe(expected)
})

/** A term beside the number that it must come to; where anything is divided by nothing it comes to none, as in a sheet. */
type Sum = readonly [Term, number]
const leaf: fc.Arbitrary<Sum> = fc.integer({ min: -50, max: 50 }).map((value): Sum => [number(value), value])
const { tree } = fc.letrec<{ tree: Sum }>(tie => ({
  tree: fc.oneof({ maxDepth: 5 }, leaf, fc.tuple(fc.constantFrom('+', '-', '*', '/', 'n'), tie('tree'), tie('tree')).map(([sign, [left, x], [right, y]]): Sum =>
    sign === '+' ? [add(left, right), x + y] : sign === '-' ? [subtract(left, right), x - y] : sign === '*' ? [multiply(left, right), x * y] : sign === 'n' ? [negative(left), -x] : [divide(left, right), y === 0 ? Number.NaN : x / y])),
}))

test('a tree prints as a formula that comes to the same number', () => {
  const space = new Workspace({ name: 't', dateSystem: 1900, names: [], notices: [], sheets: [{ name: 's', kind: 'worksheet', visibility: 'visible', rows: [], formulas: new Map(), isProtected: false, tables: [] }] })
  fc.assert(fc.property(tree, ([term, expected]) => {
    fc.pre(Number.isFinite(expected) && Math.abs(expected) < 1e9)
    const found = space.calculate(`=${term.text}`, 's', 1, 1)
    expect(Math.abs(Number(found) - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)))
  }))
})
