import fc from 'fast-check'
import { auditReport } from '../../src/audit'
import type { Snapshot } from '../../src/core/snapshot'
import { readSnapshot } from '../../src/read'
import { audited, book, line } from './books'
import type { Sheets } from './books'
import { people, put, wholeBook, without } from './across-books'

function findings(sheets: Sheets): string[] {
  return audited(sheets).findings.filter(({ severity }) => severity !== 'info').map(line)
}

const funding: Sheets = { 资金来源表: [['资金来源表'], ['单位：万元'], ['来源', '金额'], ['市财政补贴', 12.5], ['建设局筹资', 10], ['镇承担', 80.9], ['合计', 103.4]], 人员经费预算: [['人员经费预算表'], ['单位：万元'], ['支出项目', '预算金额'], ['正式人员经费', 83.5], ['临时人员经费', 19.9], ['合计', 103.4]] }
const balance: Sheets = { 收支总表: [['收支总表'], ['单位：万元'], ['收入项目', '金额', '支出项目', '金额'], ['财政拨款', 62.5, '人员经费', 103.4], ['镇级承担', 78.4, '公用经费', 25.6], ['其他收入', 8.1, '项目支出', 20], ['收入总计', 149, '支出总计', 149]] }
const projects: Sheets = { 项目预算: [['单位：万元'], ['序号', '项目', '金额', '资金来源'], [1, '办公用房维修', 12.4, '社区建设基金'], [2, '社区活动经费', 8.3, '镇财政'], [3, '人员工资', 9.6, '镇财政'], [4, '设备购置', 5.1, '镇财政']] }
const sisters = (odd: string): Sheets => Object.fromEntries(['河南社区', '河东社区', '荷叶社区', '南苑社区'].map((name, i) => [name, [[`${name}${i === 2 ? odd : '2023年'}经费预算表`], ['项目', '金额'], ['办公费', 1.2 + i], ['水电费', 0.8 + i]]]))
const rates: Sheets = { 费率表: [['社区', '人数', '经费（元）', '人均（元）'], ['河南', 6, 7260, 1210], ['河东', 5, 7000, 1400], ['荷叶', 4, 4400, 1100], ['合计', 15, 18660, 1244]] }
const ofWhich: Sheets = { 支出: [['项目', '2022年', '2023年'], ['人员经费', 62.4, 75.3], ['其中：正式人员', 45, 52.1], ['公用经费', 20.5, 23.4], ['项目经费', 18, 20.6], ['合计', 100.9, 119.3]] }

describe('a whole book that agrees', () => {
  test('is silent', () => expect(findings(wholeBook())).toEqual([]))
  test('says what it held', () => {
    const { checked } = audited(wholeBook())
    expect(new Set(checked.pairs.map(pair => pair.what))).toEqual(new Set(['headcount', 'amount', 'person', 'stated-sum', 'communities']))
    expect(checked.pairs.every(pair => pair.holds)).toBe(true)
  })
})

/** The first three communities alone, whose few small numbers prove nothing by themselves, beside a summary. */
function threeCommunities(header: string, formal: readonly number[]): Sheets {
  const three = ['河南社区', '河东社区', '荷叶社区'], roster = (wholeBook()['花名册'] ?? []).filter((row, at) => at < 2 || three.includes(String(row[1])))
  return { 花名册: roster, 人员统计: [['社区', header, '聘用人员'], ...three.map((community, at) => [community, formal[at] ?? 0, [2, 2, 1][at] ?? 0])] }
}
test.each<[string, readonly number[], string[]]>([
  ['正式人员', [4, 3, 3], []],
  ['正式人员', [4, 3, 5], ['summary-differs warning 人员统计!B4 =3']],
  ['现有正式人数（人）', [4, 3, 5], ['summary-differs warning 人员统计!B4 =3']],
  ['应配正式人员', [4, 3, 5], []],
  ['正式人员', [4, 1, 5], []],
])('three communities, %s %j', (header, formal, wanted) => {
  expect(findings(threeCommunities(header, formal))).toEqual(wanted)
})

describe('sheets against each other', () => {
  test.each<[string, Sheets, string[]]>([
    ['heads of a budget against the roster', put(wholeBook(), '人员经费预算', { B4: 17, B6: 26 }), ['headcount-differs error 人员经费预算!B4 =15']],
    ['formal heads of one community', put(wholeBook(), '汇总表', { B4: 4, D4: 6, B8: 16, D8: 25 }), ['summary-differs error 汇总表!B4 =3']],
    ['pay of one community in 元 among 万元', put(wholeBook(), '汇总表', { E5: 187000 }), ['summary-differs error 汇总表!E5 =18.7']],
    ['somebody is paid whom no roster names', put(wholeBook(), '工资表', { C5: '孟某' }), ['paid-without-person warning 工资表!C5']],
    ['a sentence about the communities', put(wholeBook(), '说明', { A2: '全镇共有6个社区，目前15名正式人员、9名聘用人员。' }), ['stated-figure-differs warning 说明!A2 =5']],
    ['a sentence about the staff', put(wholeBook(), '说明', { A2: '全镇共有5个社区，目前18名正式人员。' }), ['stated-figure-differs warning 说明!A2 =15']],
    ['a sentence against its own sum', put(wholeBook(), '说明', { A2: '目前正式人员年需经费83.5万元，临时人员年需经费19.9万元，两项支出共101.7万元，市财政仅补贴12.5万元。' }), ['stated-sum-differs warning 说明!A2 =103.4']],
    ['sources that are the expenditure', funding, []],
    ['sources below the expenditure', put(funding, '资金来源表', { B6: 78.9, B7: 101.4 }), ['balance-differs warning 资金来源表!B7 =103.4']],
    ['a remainder below nothing', put(funding, '资金来源表', { B4: 112.5, B6: -19.1 }), ['remainder-negative warning 资金来源表!B6 =0']],
    ['two sides that balance', balance, []],
    ['two sides that do not', put(balance, '收支总表', { B4: 64.5, B7: 151 }), ['balance-differs warning 收支总表!B7 =149']],
    ['projects', projects, []],
    ['the fund pays staff', put(projects, '项目预算', { D5: '社区建设基金' }), ['fund-pays-staff warning 项目预算!D5']],
    ['one item twice', put(projects, '项目预算', { B6: '社区活动经费', C6: 8.3 }), ['item-twice warning 项目预算!B6:C6 =0']],
    ['an amount in 元 among 万元', put(projects, '项目预算', { C4: 83000 }), ['amount-in-other-unit warning 项目预算!C4 =8.3']],
    ['sister sheets', sisters('2023年'), []],
    ['a sheet of the year before', sisters('2022年'), ['year-differs warning 荷叶社区!A1 =2023']],
    ['a day in one sheet\'s list is no title', put(sisters('2023年'), '荷叶社区', { A1: '经费预算表', B3: '2019年3月到岗' }), []],
    ['a sheet of another kind is no sister', put(sisters('2023年'), '荷叶社区', { A1: '荷叶社区2021年度工作总结' }), []],
    ['a day of compiling above the list is none', put(sisters('2023年'), '荷叶社区', { A1: '2022年12月31日' }), []],
    ['a unit behind the title', put(sisters('2022年'), '荷叶社区', { A1: '荷叶社区2022年经费预算表（单位：万元）' }), ['year-differs warning 荷叶社区!A1 =2023']],
    ['means in a total row', rates, []],
    ['means added up', put(rates, '费率表', { D5: 3710 }), ['mean-summed warning 费率表!D5 =1237']],
    ['其中 rows', ofWhich, []],
    ['其中 counted with its whole', put(ofWhich, '支出', { B6: 145.9, C6: 171.4 }), ['total-counts-twice warning 支出!B6 =100.9', 'total-counts-twice warning 支出!C6 =119.3']],
  ])('%s', (_name, sheets, expected) => {
    expect(findings(sheets)).toEqual(expected)
  })

  test('a community that the summary lacks is told', () => {
    expect(findings(put(without(wholeBook(), '汇总表', 7), '汇总表', { B7: 12, C7: 7, D7: 19, E7: 0 })).some(each => each.startsWith('summary-row-missing'))).toBe(true)
  })

  test('somebody who left and is still paid', () => {
    const book = wholeBook(), sheets = put({ ...book, 花名册: (book['花名册'] ?? []).map((row, i) => [...row, i === 1 ? '人员状态' : i > 1 ? '在岗' : null]) }, '花名册', { I3: '离职' })
    expect(findings(sheets)).toContain('paid-though-left warning 工资表!C3')
  })
})

describe('any one typed total of a summary', () => {
  test('is found at its cell with the right value', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 9 }), fc.boolean(), (column, by, up) => {
      const book = wholeBook(), name = 'BCDE'.charAt(column), right = Number(book['汇总表']?.[7]?.[column + 1]), wrong = Number((right + (up ? by : -by)).toFixed(2))
      const found = audited(put(book, '汇总表', { [`${name}8`]: wrong })).findings.filter(finding => finding.severity !== 'info')
      return found.length >= 1 && found.every(finding => line(finding).includes(`汇总表!${name}8 =${String(right)}`))
    }), { numRuns: 40 })
  })
})

test('the book has as many people as it says', () => expect(people().length).toBe(24))

type Cell = Sheets[string][number][number]

describe('units and rows that one side alone has', () => {
  test('a whole column in 元 under 万元', () => {
    const book = wholeBook(), rows = (book['汇总表'] ?? []).map((row, i) => (i < 2 ? row : [...row.slice(0, 4), Math.round(Number(row[4]) * 10_000)]))
    expect(findings({ ...book, 汇总表: rows })).toEqual(['unit-differs warning 汇总表!E3:E7 =26.15'])
  })

  test('a community of the summary without anybody on the roster', () => {
    const book = wholeBook(), rows = (book['汇总表'] ?? []).map(row => [...row])
    rows.splice(7, 0, ['振兴社区', 2, 1, 3, 12.5])
    rows[8] = ['合计', 17, 10, 27, 116.66]
    expect(findings({ ...book, 汇总表: rows })).toEqual(['detail-missing warning 汇总表!B8 =0'])
  })

  test('somebody of the roster is on no pay sheet', () => {
    expect(findings(without(wholeBook(), '工资表', 5))).toContain('person-without-pay warning 花名册!C5')
  })

  const paid = (change: (rows: Cell[][]) => void) => {
    const book = wholeBook(), rows = (book['工资表'] ?? []).map(row => [...row])
    change(rows)
    return findings({ ...book, 工资表: rows }).filter(each => /paid|pay/.test(each))
  }
  test.each<[string, (rows: Cell[][]) => void, readonly string[]]>([
    ['in its place, under another name', rows => { rows[4]?.splice(2, 1, '孟某') }, ['paid-without-person warning 工资表!C5']],
    ['elsewhere, under a name like it', rows => { const [row = []] = rows.splice(4, 1); rows.push(row.map((cell, at) => (at === 2 ? `${String(cell)}华` : cell))) }, ['paid-without-person warning']],
    ['not at all, and a stranger at the end', rows => { const [row = []] = rows.splice(4, 1); rows.push(row.map((cell, at) => (at === 2 ? '孟某某' : cell))) }, ['paid-without-person warning', 'person-without-pay warning']],
  ])('somebody of the roster is on the pay sheet %s', (_where, change, wanted) => {
    expect(paid(change).map(each => each.replace(/ 花名册.*| 工资表!C2\d$/, '')).sort()).toEqual(wanted)
  })

  test('a total that adds a hidden row in', () => {
    const snapshot = hideRow(book(ofWhich), '支出', 4)
    expect(auditReport(snapshot, readSnapshot(snapshot)).findings.filter(finding => finding.rule === 'hidden-adds-in').map(line)).toEqual(['hidden-adds-in info 支出!B6', 'hidden-adds-in info 支出!C6'])
  })
})

function hideRow(snapshot: Snapshot, name: string, row: number): Snapshot {
  return { ...snapshot, sheets: snapshot.sheets.map(sheet => (sheet.name === name ? { ...sheet, hiddenRows: new Set([row]) } : sheet)) }
}
