import { audited, line } from './books'
import type { Sheets, Written } from './books'

const PLACES = ['城关镇', '河西镇', '东坝镇', '石门乡', '清溪乡', '茶店镇']

/** Amounts and their shares by turns: a share is the amount left of it over its total. */
function shares(replaced: Readonly<Record<string, Written>> = {}): Sheets {
  return placed([
    ['乡镇', '人口', '占比', '面积', '占比', '系数', '占比'],
    ...PLACES.map((place, i): Written[] => [place, 8000 + i * 730, `=B${i + 2}/B$8`, 40.5 + i * 13, `=D${i + 2}/D$8`, 0.8 + i * 0.07, `=F${i + 2}/F$8`]),
    ['合计', ...['B', 'C', 'D', 'E', 'F', 'G'].map(column => `=SUM(${column}2:${column}7)`)],
  ], replaced)
}

/** What one has is carried on from year to year; spending grows line by line at rates of its own. */
function years(replaced: Readonly<Record<string, Written>> = {}): Sheets {
  const grown = (row: number, rate: string): string[] => ['C', 'D', 'E', 'F'].map(column => `=ROUND(${column}${row}*(1+${rate}),2)`)
  return placed([
    ['财力增长率', null, 0.06],
    ['项目', '增长率', '2026年', '2027年', '2028年', '2029年', '2030年'],
    ...['人员支出', '公用支出', '民生支出', '建设支出', '偿债支出'].map((item, i): Written[] => [item, 0.02 + i * 0.013, 300.5 + i * 91, ...grown(i + 3, `$B${i + 3}`)]),
    ['支出合计', null, ...['C', 'D', 'E', 'F', 'G'].map(column => `=SUM(${column}3:${column}7)`)],
    ['财力', null, 2820.5, ...grown(9, '$C$1')],
    ['差额', null, ...['C', 'D', 'E', 'F', 'G'].map(column => `=${column}9-${column}8`)],
    ['累计差额', null, '=C10', ...['C', 'D', 'E', 'F'].map((column, i) => `=${column}11+${'DEFG'[i] ?? ''}10`)],
  ], replaced)
}

/** Three years by groups with their totals above, and the change beside them. */
function groups(replaced: Readonly<Record<string, Written>> = {}): Sheets {
  const change = (row: number): string => `=D${row}-C${row}`
  const items = (from: number): Written[][] => [0, 1, 2].map(i => [`项目${from + i}`, 10.5 + i * 3 + from, 12.25 + i * 5, 9.75 + i * 7 + from, change(from + i)])
  return placed([
    ['项目', '2024年', '2025年', '2026年', '增减'],
    ['总计', ...['B', 'C', 'D'].map(column => `=${column}3+${column}7`), change(2)],
    ['一、设施', ...['B', 'C', 'D'].map(column => `=SUM(${column}4:${column}6)`), change(3)], ...items(4),
    ['二、民生', ...['B', 'C', 'D'].map(column => `=SUM(${column}8:${column}10)`), change(7)], ...items(8),
  ], replaced)
}

/** Marks that are weighed with the line above them, which adds up to 1. */
function marks(replaced: Readonly<Record<string, Written>> = {}): Sheets {
  return placed([
    ['村', '党建', '治理', '环境', '得分'],
    ['权重', 0.4, 0.35, 0.25, '=SUM(B2:D2)'],
    ...PLACES.map((place, i): Written[] => [place, 71 + i * 3, 88 - i * 2, 80 + i, `=SUMPRODUCT(B${i + 3}:D${i + 3},B$2:D$2)`]),
  ], replaced)
}

function placed(rows: Written[][], replaced: Readonly<Record<string, Written>>): Sheets {
  for (const [cell, written] of Object.entries(replaced)) (rows[Number(cell.slice(1)) - 1] ?? [])[cell.charCodeAt(0) - 65] = written
  return { 表: rows }
}

describe('runs of formulas among other lines', () => {
  test.each<[string, Sheets, string[]]>([
    ['amounts between shares are amounts', shares(), []],
    ['a share at the end of its column, which the total adds', shares({ C7: 0.72 }), ['typed-in-differs error 表!C7 =0.19763']],
    ['a share of 0 among shares', shares({ E2: 0 }), ['typed-in-differs warning 表!E2 =0.09247']],
    ['a range that takes the column beside it in', shares({ D8: '=SUM(C2:D7)' }), ['formula-reference-differs error 表!D8 =438']],
    ['the line of weights is no copy of the marks', marks(), []],
    ['a chain of years and the rates beside it', years(), []],
    ['the head of a chain with a lost rate', years({ D9: '=ROUND(C9*(1+$C$2),2)' }), ['formula-reference-differs error 表!D9 =2989.73']],
    ['a year in the chain that takes a cell of another line', years({ E9: '=ROUND(D9*(1+$B$3),2)' }), ['formula-reference-differs error 表!E9 =3169.11']],
    ['a balance that adds a term more', years({ G11: '=F11+G10+G9' }), ['formula-terms-differ error 表!G11 =2536.57']],
    ['a grown year with a constant added', years({ D5: '=ROUND(C5*(1+$B5),2)+2.8' }), ['formula-operator-differs error 表!D5 =504.7']],
    ['a group total that takes a part twice', groups({ D3: '=SUM(D4:D6,D6)' }), ['formula-terms-differ warning 表!D3 =62.25']],
    ['a group total that takes two columns', groups({ D7: '=SUM(C8:D10)' }), ['formula-reference-differs warning 表!D7 =74.25']],
    ['a group total above its parts with its ends alone', groups({ C3: '=SUM(C4,C6)' }), ['formula-terms-differ warning 表!C3 =51.75']],
    ['a grand total that leaves a group out', groups({ B2: '=B3' }), ['formula-terms-differ warning 表!B2 =117']],
  ])('%s', (_name, sheets, expected) => {
    expect(audited(sheets).findings.filter(each => each.severity !== 'info').map(each => line(each).replace(/=(\d+\.\d+)$/, (_all, value: string) => `=${String(Number(Number(value).toFixed(5)))}`))).toEqual(expected)
  })

  const villages = ['石桥村', '柳林村', '双河村', '大坪村', '新塘村']
  const details: Sheets = Object.fromEntries(villages.map((village, i) => [village, [['项目', '金额'], ['报酬', 4388 + i * 517], ['办公', 930 + i * 41]]]))
  const linked = (replaced: Readonly<Record<string, Written>>): Sheets => ({ ...placed([['村', '报酬'], ...villages.map((village): Written[] => [village, `=${village}!B2`])], replaced), ...details })

  test.each<[string, Sheets, string[]]>([
    ['links to the sheets that the rows name', linked({}), []],
    ['a number typed in the last row', linked({ B6: 75405 }), ['link-differs error 表!B6 =6456']],
    ['a sum worked out in its cell', linked({ B3: '=2500+2441' }), ['link-differs warning 表!B3 =4905']],
    ['a link that lost its sheet', linked({ B4: '=B5' }), ['link-differs warning 表!B4 =5422']],
  ])('%s', (_name, sheets, expected) => {
    expect(audited(sheets).findings.filter(each => each.severity !== 'info').map(line)).toEqual(expected)
  })

  test('a running sum passes over the row of a subtotal', () => {
    const rows: Written[][] = [['月份', '支出', '累计'], ...[1, 2, 3, 4, 5, 6].map((n): Written[] => [`${n}月`, n * 3.5, n === 1 ? '=B2' : `=C${n}+B${n + 1}`]), ['上半年小计', '=SUM(B2:B7)', null], ['7月', 24.5, '=C7+B9'], ['8月', 28, '=C9+B10'], ['9月', 31.5, '=C10+B11']]
    expect(audited({ 表: rows }).findings.map(line)).toEqual([])
  })

  test('a text that reads like the number that its siblings compute is that number, whatever unit it names', () => {
    const rows: Written[][] = [['单位：万元'], ['项目', '一季度', '二季度', '合计'], ...[5, 6, 7, 8].map((n, i): Written[] => [`项目${i}`, n * 11.5, n * 7.25, i === 2 ? '131.25元' : `=SUM(B${i + 3}:C${i + 3})`]), ['合计', '=SUM(B3:B6)', '=SUM(C3:C6)', '=SUM(D3:D6)']]
    expect(audited({ 表: rows }).findings.map(line)).toContain('number-stored-as-text error 表!D5 =131.25')
  })

  test('a count that lost its condition is found by the word that it no longer asks for', () => {
    const people: Written[][] = PLACES.flatMap((place, i): Written[][] => [[place, 30 + i * 5], [place, 52], [place, 61 - i]])
    const rows = PLACES.map((place, i): Written[] => [place, `=COUNTIFS(花名册!$A$1:$A$18,$A${i + 1},花名册!$B$1:$B$18,">=50")`])
    rows[2] = ['东坝镇', '=COUNTIFS(花名册!$B$1:$B$18,">=50")']
    expect(audited({ 汇总: rows, 花名册: people }).findings.map(line)).toEqual(['formula-terms-differ error 汇总!B3 =2'])
  })

  test.each<[string, number, string, string[]]>([
    ['in the middle', 4, '$10', ['formula-range-differs error 汇总!B5 =3']],
    ['at the end', 5, '$10', ['formula-range-differs error 汇总!B6 =3']],
    ['of the same value', 0, '$17', ['formula-range-differs info 汇总!B1:B6 =2']],
  ])('a list fixed with $ that is counted only in part, %s', (_name, at, end, expected) => {
    const people: Written[][] = PLACES.flatMap((place, i): Written[][] => [[place, 30 + i * 5], [place, 52], [place, 61 - i]])
    const rows = PLACES.map((place, i): Written[] => [place, `=COUNTIFS(花名册!$A$1:$A$18,$A${i + 1},花名册!$B$1:$B$18,">=50")`])
    rows[at] = [PLACES[at] ?? '', String(rows[at]?.[1]).replaceAll('$18', end)]
    expect(audited({ 汇总: rows, 花名册: people }).findings.map(line)).toEqual(expected)
  })
})
