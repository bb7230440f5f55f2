import { audited, line } from './books'
import type { Sheets, Written } from './books'

const ITEMS: readonly (readonly [string, number, number])[] = [['在职人员', 85.6, 12.25], ['聘用人员', 33.7, 4.5], ['公用经费', 14.2, 30.75]]

/** Two amounts and a rate a line, and a row of totals. */
function table(inTotal: Written, second: Written = '=SUM(C2:C4)', word = '合计'): Sheets {
  return { 测算: [['项目', '上年', '本年', '增减率'], ...ITEMS.map(([name, a, b], i): Written[] => [name, a, b, `=C${i + 2}/B${i + 2}-1`]), [word, inTotal, second, '=C5/B5-1']] }
}

const told = (sheets: Sheets): string[] => audited(sheets).findings.filter(each => each.severity !== 'info').map(line)

describe('two totals beside each other', () => {
  test.each<[string, Written, string[]]>([
    ['both add the list', '=SUM(B2:B4)', []],
    ['one adds it part by part', '=B2+B3+B4', []],
    ['one takes its ends alone', '=SUM(B2,B4)', ['total-row-differs warning 测算!B5 =133.5']],
    ['one adds a constant', '=SUM(B2:B4)+2.8', ['total-row-differs warning 测算!B5 =133.5']],
    ['one counts', '=COUNT(B2:B4)', ['total-row-differs warning 测算!B5 =133.5']],
    ['one is typed with its digits turned', 133.05, ['total-in-doubt warning 测算!B5 =133.5']],
    ['one is typed as 0', 0, ['total-row-differs warning 测算!B5 =133.5']],
    ['one is another figure altogether', 7, []],
    ['one is a balance', '=B2-B3', []],
  ])('%s', (_name, written, expected) => {
    expect(told(table(written))).toEqual(expected)
  })

  test('a mean in a row of means is no total', () => {
    expect(told(table('=AVERAGE(B2:B4)', '=AVERAGE(C2:C4)', '平均'))).toEqual([])
  })

  test('a column of prices has no total to miss', () => {
    expect(told({ 测算: [['品目', '单价', '金额'], ...ITEMS.map(([name, a, b]): Written[] => [name, a, b]), ['合计', '=AVERAGE(B2:B4)', '=SUM(C2:C4)']] })).toEqual([])
  })

  test('a total alone in its row that averages its list', () => {
    expect(told({ 测算: [['项目', '金额'], ...ITEMS.map(([name, a]): Written[] => [name, a]), ['合计', '=AVERAGE(B2:B4)']] })).toEqual(['total-row-differs warning 测算!B5 =133.5'])
  })

  test('an override with a note beside it is a note', () => {
    const sheets = table(133.05)
    expect(audited({ 测算: (sheets['测算'] ?? []).map((row, i) => (i === 4 ? [...row, '按批复数手工填列'] : row)) }).findings.map(line)).toEqual(['total-in-doubt info 测算!B5 =133.5'])
  })
})

describe('two sums beside each other at the head of a chapter', () => {
  const chapters = (first: Written, total: Written = '=B2+B5', head = '二、项目支出'): Sheets => ({
    预算: [
      ['项目', '上年', '本年', '增减'], ['一、基本支出', '=B3+B4', '=C3+C4', '=C2-B2'], ['人员经费', 40.5, 44.25, '=C3-B3'], ['公用经费', 10.75, 12, '=C4-B4'],
      [head, first, '=SUM(C6:C8)', '=C5-B5'], ['道路养护', 20.25, 21, '=C6-B6'], ['河道保洁', 8.5, 9.5, '=C7-B7'], ['防汛抗旱', 5, 6.25, '=C8-B8'],
      ['支出合计', total, '=C2+C5', '=C9-B9'],
    ],
  })
  test.each<[string, Sheets, string[]]>([
    ['both add the chapter', chapters('=SUM(B6:B8)'), []],
    ['one adds it part by part', chapters('=B6+B7+B8'), []],
    ['one leaves the last out', chapters('=SUM(B6:B7)'), ['total-row-differs warning 预算!B5 =33.75']],
    ['one takes the total in as well', chapters('=SUM(B6:B8)*1.05'), ['total-row-differs warning 预算!B5 =33.75']],
    ['one adds the column beside', chapters('=SUM(C6:C8)'), ['total-row-differs warning 预算!B5 =33.75']],
    ['one is typed as 0', chapters(0), ['total-row-differs warning 预算!B5 =33.75']],
    ['the total takes a part for its chapter', chapters('=SUM(B6:B8)', '=B3+B5'), ['total-row-differs warning 预算!B9 =85']],
    ['without its number the head is no chapter', chapters('=SUM(B6:B7)', '=B2+B5', '项目支出'), []],
  ])('%s', (_name, sheets, expected) => {
    expect(told(sheets)).toEqual(expected)
  })
})
