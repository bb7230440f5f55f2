import fc from 'fast-check'
import { cellError } from '../../src/core/cell'
import type { CellValue } from '../../src/core/cell'
import type { SheetSnapshot, Snapshot } from '../../src/core/snapshot'
import { exactly } from '../../src/formula/criteria'
import { Workspace } from '../../src/formula/workspace'
import { cellKey } from '../../src/core/place'

const sheet = (
  name: string,
  rows: readonly (readonly CellValue[])[],
  formulas: readonly (readonly [row: number, column: number, formula: string])[] = [],
): SheetSnapshot => ({
  name,
  kind: 'worksheet',
  visibility: 'visible',
  rows,
  formulas: new Map(formulas.map(([row, column, formula]) => [cellKey(row, column), formula])),
  isProtected: false,
  tables: [],
})
const book = (sheets: readonly SheetSnapshot[], names: Snapshot['names'] = [], dateSystem: 1900 | 1904 = 1900): Snapshot => ({ name: 't.xlsx', dateSystem, sheets, names, notices: [] })

const roster = sheet('花名册', [
  ['社区', '类别', '年龄', '工资', '编号'],
  ['河南', '正式', 40, 100, '310101199001011234'],
  ['河南社区', '聘用', 30, 50.5, '310101199001019999'],
  ['河南', '在编', null, 'x', '12'],
  ['河东', '正式', 50, 70, 12],
  ['', '聘用', '45', null, '河*东'],
  [null, null, cellError('#N/A'), 1, 'ABC'],
])
const other = sheet("O'Neil 参数", [[10, 'a'], [0.25, 'B'], [null, true]])
const space = new Workspace(book([roster, other, sheet('算', [[1, 2, 3], [4, 5, 6]])], [{ name: '标准', refersTo: "'O''Neil 参数'!$A$1" }, { name: 'AsOf', refersTo: '45291' }]))

test.each<readonly [string, CellValue]>([
  ['=1+2*3^2', 19],
  ['=-2^2', 4],
  ['=50%*4', 2],
  ['="a"&1.50&TRUE', 'a1.5TRUE'],
  ['=1/0', cellError('#DIV/0!')],
  ['="x"+1', cellError('#VALUE!')],
  ['="12"+1', 13],
  ['="a"="A"', true],
  ['=2>"1"', false],
  ['=""=0', false],
  ['=Z99=""', true],
  ['=Z99=0', true],
  ['=Z99', 0],
  ['=0.1+0.2=0.3', true],
  ['=标准*2', 20],
  ["='O''Neil 参数'!A2*100", 25],
  ['=不存在!A1', cellError('#REF!')],
  ['=没有这个名称', cellError('#NAME?')],
  ['=SUM(花名册!D2:D5,1,"2")', 223.5],
  ['=SUM(花名册!C2:C7)', cellError('#N/A')],
  ['=COUNT(花名册!C2:C7)', 3],
  ['=COUNTA(花名册!A2:A7)', 5],
  ['=COUNTBLANK(花名册!A2:A7)', 2],
  ['=MAX(花名册!D2:D7)', 100],
  ['=MIN(花名册!D2:D7)', 1],
  ['=AVERAGE(算!A1:C2)', 3.5],
  ['=COUNTIFS(花名册!$A$2:$A$100,"河南",花名册!$B$2:$B$100,"正式")', 1],
  ['=COUNTIFS(花名册!$A:$A,"河南*")', 3],
  ['=COUNTIFS(花名册!$A$2:$A$100,"")', 95],
  ['=COUNTIFS(花名册!$A$2:$A$7,"<>")', 5],
  ['=COUNTIFS(花名册!$A$2:$A$7,"?*")', 4],
  ['=COUNTIFS(花名册!$A$2:$A$7,"<>河南")', 4],
  ['=COUNTIFS(花名册!$D$2:$D$7,">=70")', 2],
  ['=COUNTIFS(花名册!$E$2:$E$7,12)', 2],
  ['=COUNTIFS(花名册!$E$2:$E$7,"河~*东")', 1],
  ['=COUNTIF(花名册!$E$2:$E$7,"abc")', 1],
  ['=COUNTIFS(花名册!$A$2:$A$7,"河南",花名册!$B$2:$B$8,"正式")', cellError('#VALUE!')],
  ['=SUMIFS(花名册!$D$2:$D$100,花名册!$A$2:$A$100,"河南")', 100],
  ['=SUMIFS(花名册!$C$2:$C$7,花名册!$D$2:$D$7,1)', cellError('#N/A')],
  ['=SUMIF(花名册!$B$2:$B$5,"正式",花名册!$D$2)', 170],
  ['=AVERAGEIFS(花名册!$C$2:$C$6,花名册!$B$2:$B$6,"正式")', 45],
  ['=AVERAGEIFS(花名册!$C$2:$C$6,花名册!$B$2:$B$6,"无")', cellError('#DIV/0!')],
  ['=SUMPRODUCT(COUNTIFS(花名册!$A$2:$A$9,{"河南","河南社区"},花名册!$B$2:$B$9,{"正式";"在编";"聘用"}))', 3],
  ['=SUMPRODUCT((花名册!A2:A5="河南")*(花名册!B2:B5="正式"))', 1],
  ['=SUMPRODUCT(算!A1:C1,算!A2:C2)', 32],
  ['=SUMPRODUCT(算!A1:C1,算!A1:B1)', cellError('#VALUE!')],
  ['=IF(1>2,"a")', false],
  ['=IF("x"="X",,5)', 0],
  ['=IF(1/0,1,2)', cellError('#DIV/0!')],
  ['=IFERROR(1/0,"待填")', '待填'],
  ['=AND(TRUE,1,2>1)', true],
  ['=OR(FALSE,0)', false],
  ['=NOT(1)', false],
  ['=ROUND(1.005,2)', 1.01],
  ['=ROUND(-2.5,0)', -3],
  ['=ROUND(1234.5,-2)', 1200],
  ['=INT(-1.5)', -2],
  ['=MOD(-3,2)', 1],
  ['=ABS(-1.7)', 1.7],
  ['=N("x")+N(TRUE)', 1],
  ['=LEN("社区a")', 3],
  ['=MID("10X98765432",3,1)', 'X'],
  ['=MID("abc",0,1)', cellError('#VALUE!')],
  ['=LEFT("办公用房",2)&RIGHT("abc",1)', '办公c'],
  ['=UPPER("x")', 'X'],
  ['=DATE(2023,14,31)', 45353],
  ['=DATEDIF(DATE(1985,3,12),AsOf,"Y")', 38],
  ['=DATEDIF(DATE(1985,12,31),AsOf,"y")', 38],
  ['=DATEDIF(AsOf+1,AsOf,"Y")', cellError('#NUM!')],
  ['=YEAR(AsOf)*10000+MONTH(AsOf)*100+DAY(AsOf)', 20231231],
  ['=INDEX(算!A1:C2,2,3)', 6],
  ['=INDEX(算!A1:C1,2)', 2],
  ['=INDEX(算!A1:C2,3,1)', cellError('#REF!')],
  ['=MATCH("聘用",花名册!B1:B6,0)', 3],
  ['=MATCH("没有",花名册!B1:B6,0)', cellError('#N/A')],
  ['=SUM(算!A1:INDEX(算!A1:C2,2,2))', 12],
  ['=ROW(B7)+ROW()', 8],
  ['=ISNUMBER(花名册!C6)', false],
  ['=SUM(1,,2)', 3],
  ['=COUNT(标准,花名册!A1)', 1],
])('%s', (formula, expected) => {
  expect(space.calculate(formula, '算', 1, 9)).toEqual(expected)
})

test.each(['=INDIRECT("A1")', '=[1]表!A1', '=表1[金额]', '=SUM('])('%s is not calculated, and says so by giving nothing', formula => {
  expect(space.calculate(formula, '算', 1, 9)).toBeUndefined()
})

test('a written cell changes every formula that depends on it, and no other', () => {
  const before = sheet('预算', [[1, 5, 6, 99], [2, 0, 2, 7]], [[1, 3, '=A1+B1'], [2, 3, '=A2'], [1, 4, '=FORECAST(1,B1:B2,A1:A2)']])
  const total = sheet('汇总', [[8, 42]], [[1, 1, '=SUM(预算!C1:C2)'], [1, 2, '=40+2']])
  const after = new Workspace(book([before, total]))
  after.write('预算', 1, 2, 10)
  after.addSheet('新表')
  after.write('新表', 1, 1, { formula: '=汇总!A1+汇总!B1+预算!C2', value: null })
  expect([after.value('预算', 1, 3), after.calculate('=新表!A1', '新表', 2, 1), after.value('汇总', 1, 1), after.value('汇总', 1, 2)]).toEqual([11, 57, 13, 42])
  expect(after.calculate('=预算!C1', '新表', 3, 1)).toBe(11)
  // A formula that cannot be calculated here, and is outdated, makes what depends on it unknown.
  expect(after.calculate('=预算!D1', '新表', 3, 1)).toBeUndefined()
})

test('circles have no value', () => {
  const circle = new Workspace(book([]))
  circle.addSheet('圈')
  circle.write('圈', 1, 1, { formula: '=B1', value: null })
  circle.write('圈', 1, 2, { formula: '=A1', value: null })
  expect(circle.calculate('=A1', '圈', 2, 1)).toBeUndefined()
})

test('grouped conditions count as a plain loop does', () => {
  const cell = fc.constantFrom<CellValue>('河南', '河东', 'HeNan', 'henan', '', null, 1, '1', 1.5, true, cellError('#N/A'), '=x', 'a*b')
  const wanted = fc.constantFrom<CellValue>('河南', 'HENAN', 1, '1', '<>河南', '>1', '*', '?*', '', '<>', true, '=1', 'a~*b')
  fc.assert(fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 40 }), wanted, wanted, (rows, first, second) => {
    const one = new Workspace(book([sheet('数', rows)]))
    const literal = (value: CellValue) => (typeof value === 'string' ? `"${value}"` : String(value).toUpperCase())
    const each = rows.map((_row, index) => `COUNTIFS(数!A${String(index + 1)},${literal(first)},数!B${String(index + 1)},${literal(second)})`)
    const sum = each.reduce((total, formula) => total + Number(one.calculate(`=${formula}`, '数', 1, 9)), 0)
    const blank = (value: CellValue) => Number(one.calculate(`=COUNTIFS(数!ZZ1,${literal(value)})`, '数', 1, 9))
    expect(one.calculate(`=COUNTIFS(数!$A$1:$A$60,${literal(first)},数!$B$1:$B$60,${literal(second)})`, '数', 1, 9)).toBe(sum + (60 - rows.length) * blank(first) * blank(second))
  }))
})

test('a text made exact meets itself, whatever is in it', () => {
  fc.assert(fc.property(fc.string({ minLength: 1 }), text => {
    const one = new Workspace(book([sheet('数', [[text]])]))
    const found = one.calculate(`=COUNTIFS(数!A1,"${exactly(text).replaceAll('"', '""')}")`, '数', 1, 9)
    expect(found).toBe(1)
  }))
})
