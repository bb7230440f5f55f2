import { cellKey } from '../../src/core/place'
import { withPlainReferences } from '../../src/formula/plain-references'
import { withValues } from '../../src/formula/calculated'
import { audited, book, line } from '../audit/books'
import type { Sheets } from '../audit/books'

const COLUMNS = ['品名', '数量', '单价', '金额', "备注[1]"]
const more = { tables: { 用品: [{ name: '用品表', box: { top: 2, left: 2, bottom: 6, right: 6 }, headerRows: 1, totalsRows: 1, columns: COLUMNS }] } }

function written(formula: string, sheet = '用品', sheets: Sheets = {}): string | undefined {
  const own = sheet === '用品' ? [[], [null, ...COLUMNS], [null, '纸', 2, 3, formula], [null, '笔', 4, 5, 20], [null, '墨', 1, 9, 9], [null, '合计', 7, null, 35]] : [[null, '纸', 2, 3], [], [null, null, null, null, formula]]
  const all: Sheets = { 用品: own, 另表: sheet === '另表' ? own : [[1]], 一月: [[1]], 二月: [[2]], 三月: [[3]], ...sheets }
  return withPlainReferences(book(all, more)).sheets.find(each => each.name === sheet)?.formulas.get(cellKey(3, 5))
}

test.each([
  ['its own row', '=用品表[[#This Row],[数量]]*用品表[[#This Row],[单价]]', '=$C3*$D3'],
  ['its own row, as it is shown', '=[@数量]*[@单价]', '=$C3*$D3'],
  ['its own row, in two brackets', '=用品表[@[数量]]+1', '=$C3+1'],
  ['columns of its own row', '=SUM(用品表[[#This Row],[数量]:[单价]])', '=SUM($C3:$D3)'],
  ['a column', '=SUM(用品表[金额])', '=SUM($E$3:$E$5)'],
  ['a column with its head and total', '=COUNTA(用品表[[#All],[金额]])', '=COUNTA($E$2:$E$6)'],
  ['the total of a column', '=用品表[[#Totals],[金额]]', '=$E$6'],
  ['the head of a column', '=用品表[[#Headers],[金额]]', '=$E$2'],
  ['the body', '=COUNTA(用品表[#Data])', '=COUNTA($B$3:$F$5)'],
  ['the whole table by its name alone', '=COUNTA(用品表)+ROWS( 用品表 )', '=COUNTA($B$3:$F$5)+ROWS( $B$3:$F$5 )'],
  ['the name of a table in a text, in a longer word and of a column', '=用品表二&"用品表"&用品表(1)', '=用品表二&"用品表"&用品表(1)'],
  ['a name with brackets in it', "=COUNTA(用品表[备注'[1']])", '=COUNTA($F$3:$F$5)'],
  ['a column that is not there', '=SUM(用品表[折扣])', '=SUM(用品表[折扣])'],
  ['a table that is not there', '=SUM(别表[金额])', '=SUM(别表[金额])'],
  ['another file', '=[1]用品!E3', '=[1]用品!E3'],
  ['a text with brackets', '=COUNTIF(C3:C5,"[数量]")', '=COUNTIF(C3:C5,"[数量]")'],
  ['several sheets', '=SUM(一月:三月!A1)', '=SUM(一月!A1,二月!A1,三月!A1)'],
  ['several sheets in quotes', "=SUM('一月:三月'!A1:B2)+1", '=SUM(一月!A1:B2,二月!A1:B2,三月!A1:B2)+1'],
  ['sheets that are not there', '=SUM(一月:九月!A1)', '=SUM(一月:九月!A1)'],
  ['a plain range', '=SUM(C3:D3)', '=SUM(C3:D3)'],
])('%s: %s', (_name, formula, plain) => {
  expect(written(formula)).toBe(plain)
})

test('from another sheet a table is named with its sheet', () => {
  expect(written('=SUM(用品表[金额])', '另表')).toBe('=SUM(用品!$E$3:$E$5)')
})

test('a workbook without such references comes back as it is', () => {
  const snapshot = book({ 表: [[1, 2, '=A1+B1']] })
  expect(withPlainReferences(snapshot)).toBe(snapshot)
})

test('a grand SUBTOTAL passes over the SUBTOTALs in its range', () => {
  const rows = [[1], [2], ['=SUBTOTAL(9,A1:A2)'], [4], ['=SUBTOTAL(9,A4:A4)'], ['=SUBTOTAL(9,A1:A5)'], ['=SUBTOTAL(1,A1:A4)'], ['=SUBTOTAL(103,A1:A5)']]
  const [sheet] = withValues(book({ 表: rows })).snapshot.sheets
  expect(sheet?.rows.map(row => row[0])).toEqual([1, 2, 3, 4, 4, 7, 7 / 3, 3])
})

test('a change names the formula as it is written', () => {
  const head = ['品名', '数量', '单价', '金额', '备注[1]'], good = '=[@数量]*[@单价]'
  const rows = [head, ...[1, 2, 3, 4, 5, 6].map(i => [`品${i}`, i * 7, i + 11, i === 3 ? '=[@数量]+[@单价]' : good, null])]
  const box = { top: 1, left: 1, bottom: 7, right: 5 }
  const { findings } = audited({ 用品: rows }, { tables: { 用品: [{ name: '用品表', box, headerRows: 1, totalsRows: 0, columns: head }] } })
  expect(findings.map(line)).toEqual(['formula-operator-differs error 用品!D4 =294'])
  expect(findings[0]?.fix?.changes).toEqual([
    { kind: 'cell', sheet: '用品', cell: 'D4', before: { formula: '=[@数量]+[@单价]', value: 35 }, after: { formula: '=$B4*$C4', value: 294 } },
  ])
})
