import { audited, line } from './books'
import type { Sheets, Written } from './books'

const MONTHS = ['1月', '2月', '3月', '4月', '5月', '6月']

/** Items by month with a total row and a total column of formulas; cells are replaced by `with`. */
function matrix(replaced: Readonly<Record<string, Written>> = {}): Sheets {
  const items: [string, number[]][] = [['办公费', [12, 15, 11, 18, 14, 13]], ['水电费', [31, 29, 35, 33, 36, 30]], ['会议费', [8, 7, 9, 6, 5, 11]], ['培训费', [22, 21, 27, 24, 26, 23]]]
  const rows: Written[][] = [
    ['项目', ...MONTHS, '全年'],
    ...items.map(([name, values], i): Written[] => [name, ...values, `=SUM(B${i + 2}:G${i + 2})`]),
    ['合计', ...['B', 'C', 'D', 'E', 'F', 'G', 'H'].map(column => `=SUM(${column}2:${column}5)`)],
  ]
  for (const [cell, written] of Object.entries(replaced)) {
    const row = Number(cell.slice(1)) - 1, column = cell.charCodeAt(0) - 65
    while (rows.length <= row) rows.push([])
    const cells = rows[row]
    if (cells !== undefined) cells[column] = written
  }
  return { 预算: rows }
}

/** Heads by standard and months, in 万元. */
function priced(amounts: readonly Written[]): Sheets {
  const heads = [68, 58, 12, 9, 21, 17], standards = [1500, 1200, 2100, 900, 1800, 1600]
  return { 经费: [['岗位', '人数', '标准（元/月）', '金额（万元）', '备注'], ...amounts.map((amount, i): Written[] => [`岗位${i + 1}`, heads[i] ?? 1, standards[i] ?? 1, amount, null])] }
}

const right = (row: number): string => `=B${row}*C${row}*12/10000`

describe('formulas held against their siblings', () => {
  test.each<[string, Sheets, string[]]>([
    ['a clean table is silent', matrix(), []],
    ['a typed total that is right', matrix({ D6: 82 }), ['total-typed-in info 预算!D6 =82']],
    ['a typed total that is wrong', matrix({ D6: 92 }), ['typed-in-differs error 预算!D6 =82']],
    ['a typed row total that is wrong', matrix({ H3: 149 }), ['typed-in-differs error 预算!H3 =194']],
    ['a total that leaves the last row out', matrix({ D6: '=SUM(D2:D4)' }), ['formula-range-differs error 预算!D6 =82']],
    ['a total whose line is lost at the head', matrix({ D6: '=SUM(D3:D5)' }), ['formula-range-differs error 预算!D6 =82']],
    ['another function over the same cells', matrix({ D6: '=AVERAGE(D2:D5)' }), ['formula-operator-differs error 预算!D6 =82']],
    ['the same in a row that no word calls a sum', matrix({ A6: '全年', D6: '=AVERAGE(D2:D5)' }), ['formula-operator-differs warning 预算!D6 =82']],
    ['all rows are a row short', { 预算: [['项目', '一季度', '二季度', '三季度', '四季度'], ['办公费', 12, 13, 14, 15], ['会议费', 21, 22, 23, 24], ['培训费', 31, 32, 33, 35], ['合计', '=SUM(B2:B3)', '=SUM(C2:C3)', '=SUM(D2:D3)', '=SUM(E2:E3)']] },
      ['range-leaves-cells-out warning 预算!B5:E5 =64']],
    ['a factor that differs', priced([2, 3, 4, 5, 6, 7].map(row => (row === 4 ? '=B4*C4*12/1000' : right(row)))), ['formula-operator-differs error 经费!D4 =30.24']],
    ['ten months for twelve', priced([2, 3, 4, 5, 6, 7].map(row => (row === 4 ? '=B4*C4*10/10000' : right(row)))), ['formula-operator-differs error 经费!D4 =30.24']],
    ['a reference to the row above', priced([2, 3, 4, 5, 6, 7].map(row => (row === 5 ? '=B5*C4*12/10000' : right(row)))), ['formula-reference-differs error 经费!D5 =9.72']],
    ['a term that is missing', { 汇总: [['社区', '人员', '办公', '活动', '合计'], ...[2, 3, 4, 5, 6].map((row): Written[] => [`社区${row}`, row * 7, row * 5, row * 3, row === 4 ? '=B4+C4' : `=B${row}+C${row}+D${row}`])] },
      ['formula-terms-differ error 汇总!E4 =60']],
    ['a reference two columns off between equal formulas', { 汇总: [['社区', '甲', '乙', '丙', '差额'], ...[2, 3, 4, 5, 6].map((row): Written[] => [`社区${row}`, row * 7, row * 5, row * 3, row === 4 ? '=SUM(B4:D4)-C4*2' : `=B${row}-C${row}`])] },
      ['formula-breaks-pattern warning 汇总!E4 =8']],
    ['the wrong sums are the many', matrix({ B6: '=SUM(B2:B4)', C6: '=SUM(C2:C4)', E6: '=SUM(E2:E4)', F6: '=SUM(F2:F4)', G6: '=SUM(G2:G4)' }),
      ['formula-range-differs warning 预算!B6:C6,E6:G6 =73']],
  ])('%s', (_name, sheets, expected) => {
    expect(audited(sheets).findings.map(line)).toEqual(expected)
  })

  test('an override with a note beside it is never above info', () => {
    const sheets = priced([2, 3, 4, 5, 6, 7].map(row => (row === 4 ? 28 : right(row))))
    const rows = (sheets['经费'] ?? []).map((row, i) => (i === 3 ? [...row.slice(0, 4), '按合同价，手工填列'] : row))
    expect(audited({ 经费: rows }).findings.map(line)).toEqual(['typed-in-differs info 经费!D4 =30.24'])
  })
})
