import { audited, line } from './books'
import type { Sheets } from './books'
import { put } from './across-books'

function findings(sheets: Sheets): string[] {
  return audited(sheets).findings.filter(({ severity }) => severity !== 'info').map(line)
}

const oneColumn: Sheets = { 支出表: [
  ['科目编码', '科目名称', '金额（万元）'], [201, '一般公共服务支出', 1615.3], [20103, '政府办公厅事务', 1015.3], [2010301, '行政运行', 815.3], [2010302, '一般行政管理事务', 200],
  [20132, '组织事务', 600], [2013201, '行政运行', 450], [2013202, '其他组织事务', 150], [208, '社会保障支出', 300], [20802, '民政管理事务', 300], [2080208, '基层政权建设', 180], [2080299, '其他民政事务', 120], ['合计', null, 1915.3],
] }

const numbered: Sheets = { 预算: [
  ['项目', '上年', '本年'], ['一、人员经费', 95.2, 103.4], ['（一）正式人员', 78.1, 83.5], ['（二）临时人员', 17.1, 19.9], ['二、公用经费', 14.4, 16.2], ['（一）办公费', 9.2, 10.1], ['（二）水电费', 5.2, 6.1], ['合计', 109.6, 119.6],
] }

const shares: Sheets = { 构成: [['社区', '人数', '标准（元/月）', '月数', '金额（万元）', '占比%'],
  ['河南', 6, 1500, 12, 10.8, 23.08], ['河东', 5, 1500, 12, 9, 19.23], ['荷叶', 4, 1500, 12, 7.2, 15.38], ['南苑', 7, 1500, 12, 12.6, 26.92], ['叶舍', 4, 1500, 12, 7.2, 15.38], ['合计', 26, null, null, 46.8, 100]] }

describe('trees, months and shares', () => {
  test.each<[string, Sheets, string[]]>([
    ['a tree of codes in one column', oneColumn, []],
    ['a parent in one column', put(oneColumn, '支出表', { C6: 560 }), ['total-wrong error 支出表!C6 =600']],
    ['a total that adds parents and children', put(oneColumn, '支出表', { C13: 5745.9 }), ['total-counts-twice warning 支出表!C13 =1915.3']],
    ['numbered items', numbered, []],
    ['a numbered parent', put(numbered, '预算', { C2: 108.4 }), ['total-wrong error 预算!C2 =103.4']],
    ['heads, standard, months, amount and share', shares, []],
    ['ten months for twelve', put(shares, '构成', { D4: 10 }), ['total-wrong warning 构成!D4 =12']],
    ['a standard ten times too high', put(shares, '构成', { C3: 15000 }), ['total-wrong error 构成!C3 =1500']],
    ['an amount that is not the product', put(shares, '构成', { E5: 16.2 }), ['total-wrong error 构成!E5 =12.6']],
    ['a share over the wrong base', put(shares, '构成', { F3: 24.1 }), ['total-wrong error 构成!F3 =19.23']],
  ])('%s', (_name, sheets, expected) => {
    expect(findings(sheets)).toEqual(expected)
  })
})

test('a hidden sheet with numbers is a remark', () => {
  expect(audited({ 表: [['项目', '金额'], ['办公费', 3]], 底稿: [['项目', '金额'], ['会议费', 5]] }, { hidden: ['底稿'] }).findings.map(line)).toEqual(['hidden-holds-data info 底稿!'])
})

test('a difference is checked as a difference', () => {
  const rows = [['社区', '应配人数', '实有人数', '缺额'], ...[[7, 4], [6, 5], [9, 7], [8, 8], [7, 2]].map(([a = 0, b = 0], i) => [`社区${String(i)}`, a, b, a - b])]
  expect(audited({ 配备: rows }).checked.totals.filter(total => total.relation === 'difference').map(({ column }) => column)).toEqual([4, 4, 4, 4, 4])
})
