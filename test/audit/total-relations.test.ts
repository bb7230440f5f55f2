import { audited, line } from './books'
import type { Sheets, Written } from './books'

/** People by sex and by age: the total of a row is made up twice. */
function twice(change: Readonly<Record<string, number>> = {}): Sheets {
  const rows: Written[][] = [['镇街', '男', '女', '合计', '0-17岁', '18-59岁', '60岁以上']]
  const men = [10412, 8120, 15377, 9206, 12044, 7391], women = [11985, 7633, 14920, 9871, 11206, 6980],
    young = [4100, 2877, 6020, 3391, 4455, 2566], old = [5230, 3904, 7411, 4806, 5710, 3470]
  for (const [i, name] of ['城关', '青石', '白塔', '柳林', '桥头', '双河'].entries()) {
    const m = men[i] ?? 0, w = women[i] ?? 0, y = young[i] ?? 0, o = old[i] ?? 0
    rows.push([name, m, w, m + w, y, m + w - y - o, o])
  }
  rows.push(['合计', ...[1, 2, 3, 4, 5, 6].map(column => rows.slice(1).reduce((sum, row) => sum + Number(row[column]), 0))])
  for (const [cell, value] of Object.entries(change)) (rows[Number(cell.slice(1)) - 1] ?? [])[cell.charCodeAt(0) - 65] = value
  return { 人口: rows }
}

/** A typed cash book. */
function ledger(change: Readonly<Record<number, number>> = {}): Sheets {
  const moves = [[0, 350], [2000, 0], [0, 61.5], [0, 180], [900, 0], [0, 44], [0, 12.3], [300, 0]] as const
  let balance = 5000
  return {
    往来: [
      ['日期', '摘要', '收入', '支出', '余额'], ['1日', '上月结转', null, null, balance],
      ...moves.map(([income, spent], i): Written[] => {
        balance = Number((balance + income - spent).toFixed(2))
        return [`${i + 2}日`, '往来', income === 0 ? null : income, spent === 0 ? null : spent, change[i + 3] ?? balance]
      }),
      ['本月合计', null, 3200, 647.8, balance],
    ],
  }
}

/** Receipts by year with their growth, whose total is written by hand. */
function growth(total: string): Sheets {
  const rows = [[420, 462], [210, 199.5], [88, 110], [41, 45.1]].map(([before = 0, now = 0], i): Written[] => [`税种${i + 1}`, before, now, `=(C${i + 2}-B${i + 2})/B${i + 2}`])
  return { 收入: [['项目', '上年', '本年', '增幅'], ...rows, ['合计', '=SUM(B2:B5)', '=SUM(C2:C5)', total]] }
}

test.each<[string, Sheets, string[]]>([
  ['a total made up twice is silent', twice(), []],
  ['one part of a total made up twice', twice({ C4: 14_650 }), ['total-wrong error 人口!C4 =14920']],
  ['a running balance goes on', ledger(), []],
  ['a balance that is wrong in one row', ledger({ 6: 9999 }), ['balance-breaks warning 往来!E6 =6408.5']],
  ['rates added up in the total', growth('=SUM(D2:D5)'), ['rates-summed warning 收入!D6 =0.0758893280632']],
  ['the rate of the totals', growth('=(C6-B6)/B6'), []],
  ['a sum that takes a parent and its only child', { 支出: [['编码', '科目', '上年', '本年'], ['201', '一般公共服务', '=C3', '=D3'], ['20103', '政府办公厅', 120, 131], ['208', '社会保障', '=C5', '=D5'], ['20805', '养老', 44, 47], ['', '合计', '=C2+C4', '=D2+D4+D5']] },
    ['counted-twice error 支出!D6 =178']],
])('%s', (_name, sheets, expected) => {
  expect(audited(sheets).findings.map(line).map(text => text.replace(/(\d\.\d{13})\d+/, '$1'))).toEqual(expected)
})

test('a running balance stands among what was checked, row by row', () => {
  const { checked } = audited(ledger())
  expect(checked.totals.filter(({ column }) => column === 5).map(({ row, holds, agree, of }) => [row, holds, agree, of])).toEqual([3, 4,
    5, 6, 7, 8, 9, 10].map(row => [row, true, 8, 8]))
})

test.each([
  ['全县2023年共投入资金1305.6万元，其中县级820.6万元，镇级430万元。', ['stated-sum-differs warning 说明!A1 =1250.6']],
  ['全县2023年共投入资金1250.6万元，其中县级820.6万元，镇级430万元。', []],
  ['全年共支出1000万元，其中工程500万元、设备210万元。', []],
  ['全年共支出1000万元，其中工程520万元、设备460万元等。', []],
])('%s', (text, expected) => {
  expect(audited({ 说明: [[text], ['项目', '金额'], ['甲', 12], ['乙', 15]] }).findings.filter(({ rule }) => rule === 'stated-sum-differs').map(line)).toEqual(expected)
})

describe('what was recalculated', () => {
  const rows: Written[][] = [['社区', '人数', '经费', '占比', '人均'], ...[[12, 61.23], [9, 48.61], [15, 70.52], [7, 44.74], [11, 52.18], [16, 83.72]].map(([heads = 0, amount = 0], i): Written[] => [`${'甲乙丙丁戊己'[i] ?? ''}社区`, heads, amount, Number((amount / 361).toFixed(4)), Number((amount / heads).toFixed(2))])]
  rows.push(['合计', 70, 361, 1, 5.16], ['平均', 11.67, 60.17, null, null])
  const { totals } = audited({ 经费: rows }).checked
  const told = (row: number, column: number): string[] => totals.filter(each => each.row === row && each.column === column).map(each => `${each.relation} ${each.parts.map(({ top, left, bottom, right }) => `${String(top)},${String(left)}:${String(bottom)},${String(right)}`).join(' ')} ${String(each.holds)}`)

  test.each([
    ['a total', 8, 3, 'sum 2,3:7,3 true'],
    ['a mean, without the total above it', 9, 3, 'average 2,3:7,3 true'],
    ['a share, of the amount and the whole', 3, 4, 'share 3,3:3,3 8,3:8,3 true'],
    ['an amount a head', 3, 5, 'share 3,2:3,3 true'],
  ])('%s', (_name, row, column, relation) => {
    expect(told(row, column)).toContain(relation)
  })
})
