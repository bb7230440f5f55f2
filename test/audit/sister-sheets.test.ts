import { audited, line } from './books'
import type { Sheets, Written } from './books'

const MONTHS = ['1月', '2月', '3月', '4月', '5月']

/** One sheet a month, each taking the balance of the month before over; `replaced` are cells of single sheets: `3月!B9`. */
function months(replaced: Readonly<Record<string, Written>> = {}, titles = MONTHS): Sheets {
  return Object.fromEntries(titles.map((name, at): [string, Written[][]] => {
    const rows: Written[][] = [
      [`${name}收支`], ['上月结余', at === 0 ? 150 : `='${MONTHS[at - 1] ?? ''}'!B10`], ['拨款', 60 + 7 * at], ['其他收入', 11 + at],
      ['收入合计', '=B3+B4'], ['水费', 12 + at], ['电费', 21 - at], ['办公费', 9 + 2 * at], ['支出合计', '=SUM(B6:B8)'], ['月末结余', '=B2+B5-B9'],
    ]
    for (const [place, written] of Object.entries(replaced)) {
      const [sheet = '', cell = ''] = place.split('!'), row = rows[Number(cell.slice(1)) - 1]
      if (sheet === name && row !== undefined) row[1] = written
    }
    return [name, rows]
  }))
}

test.each<[string, Sheets, string[]]>([
  ['all alike: nothing', months(), []],
  ['a typed sum', months({ '3月!B5': 90 }), ['sheet-differs error 3月!B5 =87']],
  ['a typed sum that is right', months({ '3月!B5': 87 }), ['sheet-differs info 3月!B5 =87']],
  ['a value worked out in the cell', months({ '3月!B5': '=74+15' }), ['sheet-differs error 3月!B5 =87']],
  ['another formula', months({ '4月!B10': '=B2+B5+B9' }), ['sheet-differs error 4月!B10 =302']],
  ['the balance of another month', months({ '4月!B2': "='2月'!B10" }), ['sheet-differs warning 4月!B2 =255']],
  ['the balance of its own month before: the same form', months({}, MONTHS.slice(0, 4)), []],
  ['nothing, with numbers to add', months({ '3月!B9': null }), ['sheet-differs warning 3月!B9 =46']],
  ['a typed 0', months({ '3月!B9': 0 }), ['sheet-differs warning 3月!B9 =46']],
  ['on purpose, with a note', { ...months(), '3月': (months()['3月'] ?? []).map((row, at) => (at === 4 ? ['收入合计', 90, '按合同价，手工填列'] : row)) },
    ['sheet-differs info 3月!B5 =87']],
  ['two of five differ: no form', months({ '3月!B5': 90, '4月!B5': 95 }), []],
  ['two sheets alone have no say', months({ '2月!B5': 90 }, MONTHS.slice(0, 2)), []],
])('sheets of one form, %s', (_name, sheets, expected) => {
  expect(audited(sheets).findings.map(line)).toEqual(expected)
})

describe('a value that was worked out in its cell is typed', () => {
  const table = (third: Written): Sheets => ({ 经费: [['项目', '基本', '项目', '合计'], ...[1, 2, 3, 4, 5].map((at): Written[] =>
    [`第${at}项`, 10 * at, 7 + at, at === 3 ? third : `=B${at + 1}+C${at + 1}`])] })
  test.each<[string, Written, string[]]>([
    ['another value', '=30+15', ['typed-in-differs error 经费!D4 =40']],
    ['the same value', '=30+10', ['total-typed-in info 经费!D4 =40']],
    ['with its unit', '40万元', ['total-typed-in info 经费!D4 =40']],
    ['a 0 among sums of numbers', 0, ['typed-in-differs warning 经费!D4 =40']],
    ['the same sum in another way', '=SUM(B4,C4)', ['formula-operator-differs info 经费!D4 =40']],
  ])('%s', (_name, third, expected) => {
    expect(audited(table(third)).findings.map(line)).toEqual(expected)
  })
})

test('a comma for a colon takes the ends of the range alone', () => {
  const sheets: Sheets = { 汇总: [['项目', '甲', '乙', '丙', '丁'], ['一', 3, 4, 5, 6], ['二', 7, 8, 9, 10], ['三', 2, 2, 3, 2],
    ['合计', '=SUM(B2:B4)', '=SUM(C2:C4)', '=SUM(D2,D4)', '=SUM(E2:E4)']] }
  expect(audited(sheets).findings.map(line)).toEqual(['formula-terms-differ error 汇总!D5 =17'])
})

test('what is calculated, and what stands below the total, is no item that the details lack', () => {
  const items = ['拨款', '专项', '自筹', '捐赠', '其他'], sheets: Sheets = {
    总表: [['项目', '金额'], ...items.map((item, at): Written[] => [item, `=明细!B${at + 2}`]), ['本年合计', '=SUM(B2:B6)'], ['上年结转', 81.5],
      ['收入总计', '=B7+B8']],
    明细: [['项目', '金额'], ...items.map((item, at): Written[] => [item, 20 + 13 * at]), ['合计', '=SUM(B2:B6)']],
  }
  expect(audited(sheets).findings.map(line)).toEqual([])
})

test('RANK and PRODUCT are calculated', () => {
  const scores: Sheets = { 考核: [['社区', '得分', '名次', '积'], ...[88, 92, 75, 92].map((score, at): Written[] =>
    [`第${at + 1}社区`, score, [`=RANK(B${at + 2},B$2:B$5)`, [3, 1, 4, 2][at] ?? 0], `=PRODUCT(B${at + 2},2)`])] }
  expect(audited(scores).findings.map(line)).toEqual(['value-stale error 考核!C5 =1'])
})

describe('a tree of codes', () => {
  const codes: readonly (readonly [string, string])[] = [['301', '工资福利支出'], ['30101', '基本工资'], ['30102', '津贴补贴'], ['30103', '奖金'],
    ['302', '商品和服务支出'], ['30201', '办公费'], ['30202', '水电费'], ['303', '补助'], ['30301', '生活补助'], ['30302', '奖励金']]
  const sums: Readonly<Record<number, string>> = { 0: 'SUM(X3:X5)', 4: 'SUM(X7:X8)', 7: 'SUM(X10:X11)' }
  const tree = (replaced: Readonly<Record<string, Written>> = {}): Sheets => ({ 经济分类: [['科目编码', '科目名称', '人员经费', '公用经费'],
    ...codes.map(([code, name], at): Written[] => [code, name, ...['C', 'D'].map((letter, k): Written => replaced[`${letter}${at + 2}`]
      ?? (sums[at] === undefined ? 10 + 3 * at + 17 * k : `=${sums[at].replaceAll('X', letter)}`))])] })
  test.each<[string, Sheets, string[]]>([
    ['every parent adds its children', tree(), []],
    ['one takes a child too few', tree({ D6: '=SUM(D7:D7)' }), ['family-differs warning 经济分类!D6 =87']],
    ['one is the mean of its children', tree({ C2: '=AVERAGE(C3:C5)' }), ['family-differs warning 经济分类!C2 =48']],
    ['one takes the column beside', tree({ D9: '=SUM(C10:C11)' }), ['family-differs warning 经济分类!D9 =105']],
    ['one is typed', tree({ D6: 90 }), ['family-differs warning 经济分类!D6 =87']],
    ['one has lost its reference', tree({ D6: ['=SUM(#REF!)', { error: '#REF!' }] }), ['formula-error-value error 经济分类!D6 =87']],
    ['written out one by one', tree({ D6: '=D7+D8' }), []],
  ])('%s', (_name, sheets, expected) => {
    expect(audited(sheets).findings.map(line)).toEqual(expected)
  })
})

test('a share typed as its number of percent', () => {
  const sheets: Sheets = { 分配: [['社区', '户数', '占比'], ...[812, 1204, 955, 1310, 720, 1100].map((count, at): Written[] =>
    [`第${at + 1}社区`, count, at === 1 ? 19.73 : `=B${at + 2}/B$8`]), ['合计', '=SUM(B2:B7)', null]] }
  expect(audited(sheets).findings.map(line)).toEqual([expect.stringMatching(/^typed-in-differs error 分配!C3 =0\.1973/)])
})

test('what a subtotal within the range counts is not left out', () => {
  const sheets: Sheets = { 支出: [['项目', '预算数'], ['（一）正式人员', 60], ['（二）聘用人员', 40], ['二、公用经费', '=SUM(B5:B6)'], ['（一）办公费', 2],
    ['（二）培训费', 1.5], ['合计', '=SUM(B2:B4)']] }
  expect(audited(sheets).findings.filter(finding => finding.rule === 'range-leaves-cells-out')).toEqual([])
})
