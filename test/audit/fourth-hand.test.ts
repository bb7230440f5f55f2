import { auditReport } from '../../src/audit'
import { readSnapshot } from '../../src/read'
import { audited, book, line } from './books'
import type { Sheets, Written } from './books'

const told = (sheets: Sheets): string[] => audited(sheets).findings.map(line)

describe('a hidden row that a total takes', () => {
  const found = (label: Written, note: Written = null, last: Written = '=SUM(B2:B5)'): string[] => {
    const clean = book({ 补贴: [['食堂', '金额', '备注'], ['东里食堂', 2400.5, null], [label, 1310.25, note], ['西里食堂', 2210, null], ['南里食堂', 1985.75, null], ['合计', last]] })
    const hidden = { ...clean, sheets: clean.sheets.map(sheet => ({ ...sheet, hiddenRows: new Set([3]) })) }
    return auditReport(hidden, readSnapshot(hidden)).findings.filter(({ rule }) => rule === 'hidden-adds-in').map(line)
  }
  test.each<[string, string[], string[]]>([
    ['an ordinary line', found('北里食堂'), ['hidden-adds-in info 补贴!B6']],
    ['an ordinary line under a typed total', found('北里食堂', null, 7906.5), ['hidden-adds-in info 补贴!B6']],
    ['its label says that it was cancelled', found('北里食堂（取消）'), ['hidden-adds-in warning 补贴!B6 =6596.25']],
    ['its note says that it is void', found('北里食堂', '本行作废'), ['hidden-adds-in warning 补贴!B6 =6596.25']],
    ['a line in sight is called the same', found('西里食堂'), ['hidden-adds-in warning 补贴!B6 =6596.25']],
    ['the total leaves it out', found('北里食堂（取消）', null, '=B2+B4+B5'), []],
  ])('%s', (_name, given, expected) => {
    expect(given).toEqual(expected)
  })
})

describe('the row that closes a running column', () => {
  const progress = (closing: Written, sum: Written = '=SUM(B2:B7)'): Sheets => ({
    进度: [['月份', '当月', '累计'], ...[127.5, 117, 324, 370.25, 387, 109].map((done, i): Written[] => [`${String(i + 1)}月`, done, `=SUM($B$2:B${String(i + 2)})`]), ['全年', sum, closing]],
  })
  const ledger = (closing: Written, spent: Written = '=SUM(C3:C8)'): Sheets => ({
    流水: [['摘要', '收入', '支出', '余额'], ['上年结转', null, null, 5236.5], ...[300.5, 420, 615.25, 208, 777, 150].map((amount, i): Written[] =>
      [`第${String(i)}笔`, i % 2 === 0 ? amount : null, i % 2 === 1 ? amount : null, `=D${String(i + 2)}+B${String(i + 3)}-C${String(i + 3)}`]), ['合计', '=SUM(B3:B8)', spent, closing]],
  })
  test.each<[string, Sheets, string[]]>([
    ['what was done by the last month', progress('=C7'), []],
    ['by the month before', progress('=C6'), ['total-row-differs warning 进度!C8 =1434.75']],
    ['no sums stand beside it', progress('=C6', 1500), []],
    ['another column altogether', progress('=B8'), []],
    ['the last balance', ledger('=D8'), []],
    ['what was there at first, and the totals', ledger('=D2+B9-C9'), []],
    ['the first balance, and the totals', ledger('=D3+B9-C9'), ['total-row-differs warning 流水!D9 =6151.25']],
    ['a total that is short, not the balance', ledger('=D2+B9-C9', '=SUM(C3:C7)'), []],
  ])('%s', (_name, sheets, expected) => {
    expect(audited(sheets).findings.filter(({ severity }) => severity !== 'info').map(line)).toEqual(expected)
  })
})

describe('a count of words in a row of totals', () => {
  const rooms = (count: Written): Sheets => ({
    用房: [['社区', '办公', '活动', '是否达标'], ...[[137, 196.5], [219, 281], [168, 140], [213, 318], [104, 338]].map(([a = 0, b = 0], i): Written[] =>
      [`${'甲乙丙丁戊'[i] ?? ''}社区`, a, b, i % 2 === 0 ? '达标' : '未达标']), ['合计', '=SUM(B2:B6)', '=SUM(C2:C6)', count]],
  })
  test.each<[string, Sheets, string[]]>([
    ['the whole list', rooms('=COUNTIF(D2:D6,"达标")'), []],
    ['without its first row', rooms('=COUNTIF(D3:D6,"达标")'), ['total-row-differs warning 用房!D7 =3']],
    ['without a row that does not count', rooms('=COUNTIF(D3:D5,"未达标")'), ['total-row-differs info 用房!D7 =2']],
    ['with the heading', rooms('=COUNTIF(D1:D6,"达标")'), []],
    ['a part of the list', rooms('=COUNTIF(D2:D3,"达标")'), []],
  ])('%s', (_name, sheets, expected) => {
    expect(told(sheets)).toEqual(expected)
  })
})

describe('the rate in a row of totals', () => {
  const perHead = (total: Written, label = '合计', money = [8200, 8000, 7800]): Sheets => ({
    统计: [['社区', '人数', '补贴', '人均补贴'], ...money.map((sum, i): Written[] => [`${'甲乙丙'[i] ?? ''}社区`, 4, sum, `=ROUND(C${String(i + 2)}/B${String(i + 2)},0)`]), [label, '=SUM(B2:B4)', '=SUM(C2:C4)', total]],
  })
  const rates = (sheets: Sheets): string[] => audited(sheets).findings.filter(({ rule }) => rule === 'rates-summed').map(line)
  test.each<[string, Sheets, string[]]>([
    ['of the totals', perHead('=ROUND(C5/B5,0)'), []],
    ['the mean of the rates, the same by chance', perHead('=ROUND(AVERAGE(D2:D4),0)'), ['rates-summed info 统计!D5 =2000']],
    ['their sum', perHead('=SUM(D2:D4)'), ['rates-summed warning 统计!D5 =2000']],
    ['a row for means', perHead('=ROUND(AVERAGE(D2:D4),0)', '平均'), []],
  ])('%s', (_name, sheets, expected) => {
    expect(rates(sheets)).toEqual(expected)
  })
})

test.each<[string, string, number, string[]]>([
  ['months among years', '使用年限', 60, ['input-off-scale warning 折旧!C5 =5']],
  ['a long life', '使用年限', 50, ['input-off-scale warning 折旧!C5 =5']],
  ['another long life', '使用年限', 30, []],
  ['no column of years', '系数', 60, []],
])('%s in a column that formulas take', (_name, head, odd, expected) => {
  const sheets = { 折旧: [['资产', '原值', head, '年折旧'], ...[8, 5, 5, odd, 8, 5, 8].map((years, i): Written[] => [`资产${'甲乙丙丁戊己庚'[i] ?? ''}`, 17_400 + 1310 * i, years, `=ROUND(B${String(i + 2)}/C${String(i + 2)},2)`])] }
  expect(told(sheets)).toEqual(expected)
})

describe('其中 in two columns', () => {
  const left = (bank: Written, label = '其中：银行存款'): Sheets => ({
    公开: [['项目', '本季度', '本年累计'], ['期初结余', 52_000.5, 48_000], ['收入', 21_185.5, 99_060.75], ['期末结余', '=B2+B3', '=C2+C3'], [label, '=B4-B6', bank], ['库存现金', 1200, 1350]],
  })
  test.each<[string, Sheets, string[]]>([
    ['both take the cash off', left('=C4-C6'), []],
    ['one adds it, and is more than the whole', left('=C4+C6'), ['balance-formula-differs warning 公开!C5 =145710.75']],
    ['one is the cash and nothing else', left('=C6'), []],
    ['no part by its word', left('=C4+C6', '期末资产'), []],
  ])('%s', (_name, sheets, expected) => {
    expect(audited(sheets).findings.filter(({ severity }) => severity !== 'info').map(line)).toEqual(expected)
  })
})

describe('a typed part that another total of its row contradicts', () => {
  const parts = (basic: Written, whole = '=E2+E4'): Sheets => ({
    预算: [['科目', '财政', '专户', '合计'], ['工资', 218.75, 20.5, '=SUM(B2:C2)'], ['商品服务', 253.5, 36.25, '=SUM(B3:C3)'], ['个人补助', 133.5, 16.25, '=SUM(B4:C4)']].map((row, i): Written[] => i === 0 ? ['科目', '财政', '专户', '其他', '合计'] : [...row.slice(0, 3), 10.25 + i, `=SUM(B${String(i + 1)}:D${String(i + 1)})`])
      .concat([['总计', '=B2+B3+B4', '=C2+C3+C4', '=D2+D3+D4', '=E2+E3+E4'], ['其中：基本支出', basic, '=C2+C4', '=D2+D4', whole]]),
  })
  test.each<[string, Sheets, string[]]>([
    ['computed', parts('=B2+B4'), []],
    ['typed and far off', parts(100), ['typed-in-differs error 预算!B6 =352.25']],
    ['no total proves it', parts(100, '—'), []],
  ])('%s', (_name, sheets, expected) => {
    expect(audited(sheets).findings.filter(({ severity }) => severity !== 'info').map(line)).toEqual(expected)
  })
})

describe('a name twice', () => {
  const names = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛']
  const people = (again: string, more: { readonly unit?: string; readonly phones?: boolean; readonly third?: string } = {}): Sheets => ({
    名单: [['姓名', '社区', '岗位', '月报酬', ...(more.phones === true ? ['联系电话'] : [])], ...names.map((name, i): Written[] => [
      `测试${i === 6 ? again : i === 7 ? more.third ?? name : name}`, i === 6 ? more.unit ?? '东里社区' : i % 2 === 0 ? '东里社区' : '西里社区', '干事', 3100 + i, ...(more.phones === true ? [`1380000000${String(i)}`] : []),
    ])],
  })
  const towns = (village: string, town = '东山镇'): Sheets => ({
    救助: [['镇', '村', '低保', '特困'], ...['北桥村', '清泉村', '白鹭村', '金沙村', '杏花村', '松林村', '石门村'].map((name, i): Written[] => [i < 3 ? '东山镇' : i === 5 ? town : '西河镇', i === 5 ? village : name, 54.5 - i, 3.25 + i])],
  })
  test.each<[string, Sheets, string[]]>([
    ['every person once', people('庚'), []],
    ['a person twice in one community', people('甲'), ['item-twice warning 名单!A8']],
    ['a namesake in another community', people('甲', { unit: '西里社区' }), []],
    ['telephones tell them apart', people('甲', { phones: true }), []],
    ['several names twice', people('甲', { third: '乙' }), []],
    ['every village once', towns('松林村', '西河镇'), []],
    ['a village twice under its town', towns('清泉村'), ['item-twice warning 救助!B7']],
    ['a village of that name in another town', towns('清泉村', '西河镇'), []],
  ])('%s', (_name, sheets, expected) => {
    expect(audited(sheets).findings.filter(({ rule }) => rule === 'item-twice').map(line)).toEqual(expected)
  })
})
