import type { Written } from './books'
import type { Layout } from './seeded-layouts'

type Amounts = (seed: number) => () => number

const NAMES = ['东风', '向阳', '朝阳', '和平', '幸福', '建设', '胜利', '光明']
const sums = (columns: readonly string[], from: number, to: number): string[] => columns.map(column => `=SUM(${column}${from}:${column}${to})`)

/** The forms of public budgets: codes with two columns, a plan over years, shares of a fixed sum, execution by quarters, a sheet a month. */
export function formLayouts(amounts: Amounts): readonly Layout[] {
  return [monthSheets(amounts(307)), twoColumns(amounts(311)), overYears(amounts(313)), shares(amounts(317)), execution(amounts(331))]
}

/** Each month takes the balance of the month before over; the last sheet adds them up. */
function monthSheets(next: () => number): Layout {
  const months = ['1月', '2月', '3月', '4月', '5月', '6月'], sheets: Record<string, Written[][]> = {}
  for (const [at, month] of months.entries()) {
    sheets[month] = [[`${month}收支`], ['上月结余', at === 0 ? 150.5 : `='${months[at - 1] ?? ''}'!B11`], ['拨款', next()], ['其他收入', next()],
      ['收入合计', '=B3+B4'], ...['水费', '电费', '办公用品', '活动支出'].map((item): Written[] => [item, next()]),
      ['支出合计', '=SUM(B6:B9)'], ['月末结余', '=B2+B5-B10']]
  }
  sheets['上半年'] = [['上半年收支'], ['月份', '收入', '支出', '结余'], ...months.map((month): Written[] =>
    [month, `='${month}'!B5`, `='${month}'!B10`, `='${month}'!B11`]), ['合计', '=SUM(B3:B8)', '=SUM(C3:C8)', '=D8']]
  return { name: 'a sheet a month', sheets, sums: ['3月!B10', '5月!B10'], computed: ['2月!B11', '4月!B5', '6月!B11', '3月!B2'] }
}

/** Parents first, their children by code, two columns of amounts and their sum. */
function twoColumns(next: () => number): Layout {
  const groups = [['301', '工资福利支出', 5], ['302', '商品和服务支出', 6], ['303', '对个人和家庭的补助', 3]] as const, body: Written[][] = [], heads: number[] = []
  for (const [code, name, count] of groups) {
    const row = body.length + 4
    heads.push(row)
    body.push([code, name, ...sums(['C', 'D'], row + 1, row + count), `=C${row}+D${row}`])
    for (let i = 1; i <= count; i++) body.push([`${code}0${i}`, `${name.slice(0, 2)}${i}`, next(), next(), `=C${row + i}+D${row + i}`])
  }
  const total = (column: string): string => `=${heads.map(row => `${column}${row}`).join('+')}`
  return { name: 'codes with two columns', sheets: { 经济分类: [['基本支出表'], ['科目编码', '科目名称', '人员经费', '公用经费', '合计'],
    [null, '合计', total('C'), total('D'), '=C3+D3'], ...body] }, sums: ['经济分类!C10', '经济分类!D4', '经济分类!D17'], computed: ['经济分类!E7', '经济分类!E13'] }
}

/** Each year grows by the rate of its row. */
function overYears(next: () => number): Layout {
  const items = ['人员经费', '运转经费', '服务群众', '阵地建设', '网格治理', '文体活动', '应急物资']
  const rows: Written[][] = [['经费滚动规划'], ['项目', '年增长率', '2024年', '2025年', '2026年', '2027年', '五年合计', '年均']]
  for (const [at, item] of items.entries()) {
    const row = at + 3
    rows.push([item, 0.02 + at / 100, next(), ...['C', 'D', 'E'].map(before => `=ROUND(${before}${row}*(1+$B${row}),1)`), `=SUM(C${row}:F${row})`, `=ROUND(G${row}/4,1)`])
  }
  rows.push(['合计', null, ...sums(['C', 'D', 'E', 'F', 'G', 'H'], 3, 9)])
  return { name: 'a plan over years', sheets: { 规划: rows }, sums: ['规划!E10', '规划!G5', '规划!G10'], computed: ['规划!E5', '规划!D8', '规划!H6'] }
}

/** A fixed sum handed out by shares of households and area. */
function shares(next: () => number): Layout {
  const rows: Written[][] = [['专项资金分配'], ['资金总额', 600, null, '户数权重', 0.6, '面积权重', 0.4], ['社区', '户数', '面积', '户数占比', '面积占比', '系数', '分配额']]
  for (const [at, name] of NAMES.entries()) {
    const row = at + 4
    rows.push([`${name}社区`, Math.round(next() * 40), Math.round(next() * 30), `=B${row}/B$12`, `=C${row}/C$12`, `=D${row}*$E$2+E${row}*$G$2`, `=ROUND($B$2*F${row},2)`])
  }
  rows.push(['合计', ...sums(['B', 'C', 'D', 'E', 'F', 'G'], 4, 11)])
  return { name: 'shares of a fixed sum', sheets: { 分配: rows }, sums: ['分配!C12', '分配!F12'], computed: ['分配!D6', '分配!E8', '分配!F7', '分配!G9'] }
}

/** Budget, adjustment, quarters, what is left, and a guarded rate; an adjustment may be blank. */
function execution(next: () => number): Layout {
  const rows: Written[][] = [['预算执行情况'], ['科目', '年初预算', '调整', '调整后预算', '一季度', '二季度', '三季度', '四季度', '累计支出', '结余', '执行率']]
  for (const [at, name] of NAMES.entries()) {
    const row = at + 3, budget = Math.round(next() * 100) / 10, part = (): number => Math.round(next() * 2) / 10
    rows.push([`${name}科目`, budget, at % 3 === 0 ? null : Math.round(budget) / 10, `=B${row}+C${row}`, part(), part(), part(), part(),
      `=SUM(E${row}:H${row})`, `=D${row}-I${row}`, `=IF(D${row}=0,0,ROUND(I${row}/D${row},4))`])
  }
  rows.push(['合计', ...sums(['B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J'], 3, 10), '=IF(D11=0,0,ROUND(I11/D11,4))'])
  return { name: 'execution by quarters', sheets: { 执行: rows }, sums: ['执行!E11', '执行!I6', '执行!I11'], computed: ['执行!D5', '执行!J7', '执行!K6'] }
}
