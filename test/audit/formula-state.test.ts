import { auditReport } from '../../src/audit'
import { readSnapshot } from '../../src/read'
import { audited, book, line } from './books'
import type { Sheets } from './books'

describe('formulas that cannot be trusted as they stand', () => {
  test.each<[string, Sheets, string[]]>([
    ['a total that holds itself', { 预算: [['项目', '金额'], ['办公费', 12], ['会议费', 8], ['合计', ['=SUM(B2:B4)', 0]]] }, ['circular-reference error 预算!B4 =20']],
    ['two cells that need each other', { 预算: [['甲', ['=B2+1', 0]], ['乙', ['=B1+1', 0]]] }, ['circular-reference warning 预算!B1']],
    ['a value that its formula does not give', { 预算: [['项目', '金额'], ['办公费', 12], ['会议费', 8], ['合计', ['=SUM(B2:B3)', 23]]] }, ['value-stale error 预算!B4 =20']],
    ['an array formula, whose text alone would take one row', { 预算: [['数量', '单价', '合计'], [2, 30, ['=SUM(A2:A4*B2:B4)', 260]], [4, 20, null], [6, 20, null]] }, []],
    ['a file written without calculating is told once', { 预算: [['项目', '一', '二', '三', '四', '五'], ['办公费', 12, 13, 14, 15, 16], ['会议费', 8, 9, 10, 11, 12], ['合计', ['=SUM(B2:B3)', 0], ['=SUM(C2:C3)', 0], ['=SUM(D2:D3)', 0], ['=SUM(E2:E3)', 0], ['=SUM(F2:F3)', 0]]] },
      ['value-stale info 预算!B4:F4 =20']],
    ['a number as text in a sum, in another unit than its column', { 预算: [['项目', '金额（元）'], ['办公费', 120000], ['会议费', '8.5万元'], ['培训费', 63000], ['合计', '=SUM(B2:B4)']] }, ['number-stored-as-text error 预算!B3 =85000']],
    ['words in a sum are no numbers', { 预算: [['项目', '金额'], ['办公费', 12], ['会议费', '待定'], ['培训费', '见附件2'], ['其他', 5], ['其他', 6], ['合计', '=SUM(B2:B6)']] }, []],
    ['formulas that take from another file', { 预算: [['办公费', ["='[2022.xlsx]表'!B2", 12]], ['会议费', ["='[2022.xlsx]表'!B3", 8]]] }, ['external-link info 预算!B1:B2']],
    ['a link to the row above the total', { 汇总: [['社区', '金额'], ['河东', '=河东!B4'], ['南苑', '=南苑!B3'], ['北苑', '=北苑!B4'], ['东街', '=东街!B4']], ...Object.fromEntries(['河东', '南苑', '北苑', '东街'].map((name, i) => [name, [['项目', '金额'], ['办公', 10 + i], ['会议', 20 + i], ['合计', '=SUM(B2:B3)']]])) },
      ['link-differs error 汇总!B3 =32']],
  ])('%s', (_name, sheets, expected) => {
    expect(audited(sheets).findings.map(line)).toEqual(expected)
  })

  test('a name whose cells are gone is told where it is used', () => {
    const names = [{ name: '月标准', refersTo: '参数!#REF!' }, { name: '旧标准', refersTo: '#REF!' }]
    expect(audited({ 预算: [['人员', ['=月标准*12', { error: '#REF!' }]]] }, { names }).findings.map(line)).toEqual(['name-broken warning 预算!B1', 'name-broken info 预算!'])
  })

  test('sheets that the program drew itself get no finding', () => {
    const snapshot = book({ 预算: [['项目', '金额'], ['办公费', 12], ['合计', ['=SUM(B2:B2)', 23]]] }, { names: [{ name: '_plancheck.sheet.parameters', refersTo: '预算!$A$1', hidden: true }] })
    expect(auditReport(snapshot, readSnapshot(snapshot)).findings).toEqual([])
  })

  test('formulas stored without a value are calculated first', () => {
    const rows = [2, 3, 4, 5].map(row => [`社区${row}`, row * 3, row * 5, [`=B${row}+C${row}`, null]] as const)
    const sheets = { 汇总: [['社区', '甲', '乙', '合计'], ...rows.map((row, i) => (i === 2 ? [...row.slice(0, 3), 99] : row)), ['合计', ['=SUM(B2:B5)', null], ['=SUM(C2:C5)', null], ['=SUM(D2:D5)', null]]] } as Sheets
    expect(audited(sheets).findings.map(line)).toEqual(['typed-in-differs error 汇总!D4 =32'])
    expect(audited({ 汇总: [['甲', ['=明细!#REF!*2', null]]], 明细: [['乙', 1]] }).findings.map(line)).toEqual(['formula-error-value warning 汇总!B1'])
  })

  test('what cannot be calculated is said', () => {
    expect(audited({ 汇总: [['甲', ['=WEBSERVICE("x")', null]]] }).checked.not.map(each => each.why.key)).toEqual(['audit.not-calculated'])
  })

  test('ids are no numbers in text, and texts that functions of texts take are meant as they are', () => {
    expect(audited({ 名册: [['姓名', '证号', '校验', '长度'], ...[1, 2, 3].map(i => [`测试${i}`, `32129919850312000${i}`, `=SUM(B${i + 1}:B${i + 1})`, `=LEN(B${i + 1})`])] }).findings.map(line)).toEqual([])
  })

  test('what was looked at is counted', () => {
    expect(audited({ 预算: [['办公费', 12], ['会议费', 8], ['合计', '=SUM(B1:B2)']] }).checked.formulas).toBe(1)
  })
})

test('values kept to their shown decimals are not stale, and costly formulas are a note', () => {
  const rounded: Sheets = { 测算: [['项目', '数', '价', '额'], ['甲', 3, 1.234, ['=B2*C2', 3.7]], ['乙', 7, 2.345, ['=B3*C3', 16.42]], ['丙', 5, 9.999, ['=B4*C4', 50]]] }
  expect(audited(rounded).findings.filter(({ severity }) => severity !== 'info').map(line)).toEqual([])
  const costly: Sheets = { 测算: [['项目', '数', '价'], ['甲', 3, 4], ['合计', '=SUMPRODUCT(B:B,C:C)', ['=TODAY()', 45_000]]] }
  expect(audited(costly).findings.filter(({ rule }) => rule === 'formula-costly').map(({ message: { key } }) => key)).toEqual(['audit.volatile', 'audit.whole-columns'])
})
