import { audited, line } from './books'
import type { Sheets, Written } from './books'

/** Heads, a standard and the amount of six offices; the amount in one row is another. */
function table(
  amount: Written,
  more: { readonly row?: number; readonly heads?: Written; readonly note?: string; readonly after?: string; readonly total?: boolean } = {},
): Sheets {
  const at = more.row ?? 4
  return { 预算: [['科室', '人数', '标准', '金额', '备注', '全年'], ...['党政办', '经发办', '综治办', '社会办', '财政所', '文化站'].map((office, i): Written[] => [
    office, i === at - 2 && more.heads !== undefined ? more.heads : 3 + i, 1.25 + i * 0.5, i === at - 2 ? amount : `=B${i + 2}*C${i + 2}`, i === at - 2 ? (more.note ?? null) : null,
    ...(more.after === undefined ? [] : [more.after.replaceAll('#', String(i + 2))]),
  ]), ...(more.total === false ? [] : [['合计', '=SUM(B2:B7)', null, '=SUM(D2:D7)']])] }
}

describe('a cell left out among cells that compute', () => {
  test.each<[string, Sheets, string[]]>([
    ['all compute', table('=B4*C4'), []],
    ['one is blank', table(null), ['formula-left-out warning 预算!D4 =11.25']],
    ['one holds a dash: a note', table('—'), ['formula-left-out info 预算!D4 =11.25']],
    ['one is blank, and no total takes it', table(null, { total: false }), ['formula-left-out info 预算!D4 =11.25']],
    ['one is blank, and so is what it would take', table(null, { heads: null }), []],
    ['one is blank for nobody', table(null, { heads: 0 }), []],
    ['the first, which the total takes', table(null, { row: 2 }), ['formula-left-out warning 预算!D2 =3.75']],
    ['the last, which the total takes', table(null, { row: 7 }), ['formula-left-out warning 预算!D7 =30']],
    ['a dash at the end', table('—', { row: 7 }), ['formula-left-out info 预算!D7 =30']],
    ['the first, and no total takes it', table(null, { row: 2, total: false }), []],
    ['the first, and nothing to take', table(null, { row: 2, heads: null }), []],
    ['a word in the column of the note says that it is on purpose', table(null, { note: '按批复另行核定' }), ['formula-left-out info 预算!D4 =11.25']],
    ['a dash that formulas take for a number', table('—', { after: '=D#*12' }), ['formula-error-value warning 预算!D4 =11.25']],
    ['a word at the end of the column that a formula takes for a number', table('无', { row: 7, after: '=D#*12' }), ['formula-error-value warning 预算!D7 =30']],
  ])('%s', (_name, sheets, expected) => {
    expect(audited(sheets).findings.map(line)).toEqual(expected)
  })

  test('a formula that slipped onto a label says nothing of the label', () => {
    const sheets = table('=B4*C4', { after: '=D#*12' }), rows = (sheets['预算'] ?? []).map((row, i) => (i === 4 ? [...row.slice(0, 5), '=A5*12'] : row))
    expect(audited({ 预算: rows }).findings.map(line)).toEqual(['formula-reference-differs error 预算!F5 =198'])
  })

  test('every other cell left out is how the line is made', () => {
    const rows: Written[][] = [['数', 3, null, 4, null, 5, null, 6, null, 7], ['再', 1, 2, 3, 4, 5, 6, 7, 8, 9], ['倍', ...['B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J'].map((column, i) => (i % 2 === 0 ? `=${column}2*2` : null))]]
    expect(audited({ 表: rows }).findings.map(line)).toEqual([])
  })

  test('a row of totals may leave a column out', () => {
    const rows: Written[][] = [['科室', '人数', '单价', '数量', '金额', '合计'], ...[1, 2, 3].map((n): Written[] => [`科室${n}`, n, n * 2.5, n + 4, n * 7, n * 9]), ['合计', '=SUM(B2:B4)', null, '=SUM(D2:D4)', '=SUM(E2:E4)', '=SUM(F2:F4)']]
    expect(audited({ 表: rows }).findings.filter(each => each.rule === 'formula-left-out')).toEqual([])
  })

  test('a row that adds others up ends the run', () => {
    const sheets = table('=B4*C4'), rows = (sheets['预算'] ?? []).map((row, i) => (i === 6 ? ['小计', '=SUM(B2:B6)', 4, null] : row))
    expect(audited({ 预算: rows }).findings.filter(each => each.rule === 'formula-left-out')).toEqual([])
  })

  test.each<[string, Written, string[]]>([
    ['a number', 35.5, []],
    ['a number as text', '35.5', ['number-stored-as-text error 流水!C4 =35.5']],
    ['a number with its unit', '35.5元', ['number-stored-as-text error 流水!C4 =35.5']],
  ])('a list that SUMIFS of another sheet adds, with %s', (_name, amount, expected) => {
    const list: Written[][] = [['科室', '类别', '金额（元）'], ...[12.5, 18, amount, 22.75, 31, 9.5].map((each, i): Written[] => [i % 2 === 0 ? '办公室' : '财政所', i < 3 ? '差旅' : '会议', each])]
    const sums = ['办公室', '财政所'].map((office, i): Written[] => [office, `=SUMIFS(流水!$C$2:$C$7,流水!$A$2:$A$7,$A${i + 2})`, `=SUMIF(流水!$A$2:$A$7,$A${i + 2},流水!$C$2:$C$7)`])
    expect(audited({ 统计: [['科室', '金额', '核对'], ...sums], 流水: list }).findings.map(line)).toEqual(expected)
  })
})
