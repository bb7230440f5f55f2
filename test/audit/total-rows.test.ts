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
