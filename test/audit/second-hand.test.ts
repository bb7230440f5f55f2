import { audited, line } from './books'
import type { Sheets, Written } from './books'
import { put, wholeBook } from './across-books'

const told = (sheets: Sheets): string[] => audited(sheets).findings.filter(({ severity }) => severity !== 'info').map(line)

describe('a list of prices beside purchases', () => {
  const prices: Written[][] = [['编码', '品名', '单价', '折扣'], ...['口罩', '手套', '帐篷', '棉被', '手电', '雨衣'].map((item, i): Written[] => [`W0${i}`, item, 20.5 + 31 * i, 0.9 + i / 100])]
  const bought = (price: (row: number) => string): Written[][] => [['编码', '品名', '数量', '单价', '折扣', '金额'], ...[0, 1, 2, 3, 4, 5, 2, 0].map((item, i): Written[] =>
    [`W0${item}`, prices[item + 1]?.[1] ?? '', 10 + 7 * i, price(i + 2), `=VLOOKUP(A${i + 2},单价!$A$2:$D$7,4,FALSE)`, `=ROUND(C${i + 2}*D${i + 2}*E${i + 2},2)`])]
  const found = (row: number): string => `=INDEX(单价!$C$2:$C$7,MATCH(A${row},单价!$A$2:$A$7,0))`

  test('prices of items that are bought twice are no sums', () => {
    expect(told({ 采购: bought(found), 单价: prices })).toEqual([])
  })
  test('a code that the list lacks is no template that waits', () => {
    expect(told({ 采购: bought(found).map((row, i) => (i === 4 ? ['W99', ...row.slice(1)] : row)), 单价: prices })).toEqual(['formula-error-value warning 采购!D5:E5'])
  })
})

test.each<[string, string, string[]]>([
  ['both whole', '=SUMPRODUCT(B6:F6,$B$2:$F$2)', []],
  ['both shorter by one', '=SUMPRODUCT(B6:E6,$B$2:$E$2)', [expect.stringMatching(/^formula-range-differs error 考核!G6 =8/) as string]],
])('two ranges multiplied: %s', (_name, formula, expected) => {
  const rows: Written[][] = [['考核'], ['权重', 0.3, 0.25, 0.2, 0.15, 0.1], ['社区', '党建', '服务', '治理', '财务', '创新', '得分'],
    ...[0, 1, 2, 3, 4, 5].map((i): Written[] => [`社区${i}`, 80 + i, 90 - i, 75 + 2 * i, 88, 70 + 3 * i, i === 2 ? formula : `=SUMPRODUCT(B${i + 4}:F${i + 4},$B$2:$F$2)`])]
  expect(told({ 考核: rows })).toEqual(expected)
})

describe('a total typed in among counts', () => {
  const posts = (total: Written): Sheets => ({ 编制: [['单位', '管理', '专技', '合计'], ...[4, 6, 3, 8, 5, 7, 4].map((n, i): Written[] => [`单位${i}`, n, n + 3, `=B${i + 2}+C${i + 2}`]), ['合计', '=SUM(B2:B8)', '=SUM(C2:C8)', total]] })
  test.each<[string, Written, string[]]>([
    ['right', 95, []],
    ['as far off as whole numbers may be rounded', 96, []],
    ['three more than seven parts give', 98, ['typed-in-differs error 编制!D9 =95']],
  ])('%s', (_name, total, expected) => {
    expect(told(posts(total))).toEqual(expected)
  })
})

describe('inputs of which many are the same', () => {
  const pay = (odd: number): Sheets => ({ 工资: [['姓名', '基本', '绩效', '合计'], ...[3200, 2800, 2600, 3200, odd, 2600, 3200, 2800, 2600].map((base, i): Written[] => [`测试${i}`, base, 400 + 13 * i, `=B${i + 2}+C${i + 2}`])] })
  test.each([[2800, []], [28_000, ['input-off-scale warning 工资!B6 =2800']], [280, ['input-off-scale warning 工资!B6 =2800']], [2900, []]] as const)('%d among three grades', (odd, expected) => {
    expect(told(pay(odd))).toEqual(expected)
  })
})

test('其中 and the rows indented below it stand in their whole', () => {
  const funds = (total: number): Sheets => ({ 构成: [['来源', '上年', '本年'], ['财政拨款', 580, 620], ['  其中：县级', 400, 420], ['        镇级', 180, 200], ['自筹', 120, 145.5], ['捐助', 40, 34.5], ['合计', 740, total]] })
  expect(told(funds(800))).toEqual([])
  expect(told(funds(1420))).toEqual(['total-counts-twice warning 构成!C7 =800'])
})

describe('people and pay', () => {
  test('a name that the roster has once is paid twice', () => {
    const book = wholeBook(), pay = book['工资表'] ?? [], third = pay[3] ?? []
    expect(told(put(book, '工资表', { C5: third[2] ?? '' })).filter(each => each.startsWith('paid'))).toEqual(['paid-twice warning 工资表!C5'])
  })
})
