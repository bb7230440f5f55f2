import type { Written } from './books'
import type { Layout } from './seeded-layouts'

const letter = (column: number): string => String.fromCharCode(64 + column)
const NAMES = ['城东', '城西', '新桥', '石桥', '湖滨', '文苑', '南关']
const sums = (columns: readonly string[], from: number, to: number): string[] => columns.map(column => `=SUM(${column}${from}:${column}${to})`)

type Amounts = (seed: number) => () => number

/** Layouts whose formulas reach over sheets, tables, names and lists, months with subtotals between them, and plain numbers. */
export function acrossLayouts(amounts: Amounts): readonly Layout[] {
  return [
    fourSheets(amounts(211)), overSheets(amounts(223)), parameters(amounts(227)), lookUps(amounts(229)), table(amounts(233)),
    named(amounts(239)), filtered(amounts(241)), quartersDown(amounts(251)), plain(amounts(257)), sumIfs(amounts(263)),
  ]
}

const ITEMS = ['人员', '办公', '水电', '活动', '维修']

function fourSheets(next: () => number): Layout {
  const quarters = ['一季度', '二季度', '三季度', '四季度']
  const sheets: Record<string, Written[][]> = { 全年: [['全年支出'], ['项目', '正式', '聘用', '小计'], ...ITEMS.map((item, i): Written[] => [item, ...['B', 'C'].map(column => `=${quarters.map(quarter => `${quarter}!${column}${i + 3}`).join('+')}`), `=B${i + 3}+C${i + 3}`]), ['合计', ...sums(['B', 'C', 'D'], 3, 7)]] }
  for (const quarter of quarters) sheets[quarter] = [[`${quarter}支出`], ['项目', '正式', '聘用', '小计'], ...ITEMS.map((item, i): Written[] => [item, next(), next(), `=B${i + 3}+C${i + 3}`]), ['合计', ...sums(['B', 'C', 'D'], 3, 7)]]
  return { name: 'four sheets added', sheets, computed: ['全年!B5', '全年!C6', '全年!D4'], sums: ['全年!C8', '二季度!B8'] }
}

function overSheets(next: () => number): Layout {
  const months = ['一月', '二月', '三月', '四月']
  const sheets: Record<string, Written[][]> = { 汇总: [['汇总'], ['项目', '拨款', '自筹', '合计'], ...ITEMS.map((item, i): Written[] => [item, ...['B', 'C', 'D'].map(column => `=SUM(一月:四月!${column}${i + 3})`)]), ['合计', ...sums(['B', 'C', 'D'], 3, 7)]] }
  for (const month of months) sheets[month] = [[month], ['项目', '拨款', '自筹', '合计'], ...ITEMS.map((item, i): Written[] => [item, next(), next(), `=B${i + 3}+C${i + 3}`]), ['合计', ...sums(['B', 'C', 'D'], 3, 7)]]
  return { name: 'sums over sheets', sheets, computed: ['汇总!B5', '汇总!C6', '三月!D6'], sums: ['汇总!C8'] }
}

function parameters(next: () => number): Layout {
  const rows: Written[][] = [['人员经费预算'], ['社区', '正式人数', '聘用人数', '正式经费', '聘用经费', '经费合计', '补助', '缺口'],
    ...NAMES.map((name, i): Written[] => [`${name}社区`, Math.round(next() / 4) + 3, Math.round(next() / 5) + 2, `=B${i + 3}*标准!$B$2/10000`, `=C${i + 3}*标准!$B$3/10000`, `=D${i + 3}+E${i + 3}`, `=标准!$B$4*(B${i + 3}+C${i + 3})`, `=F${i + 3}-G${i + 3}`])]
  rows.push(['合计', ...sums(['B', 'C', 'D', 'E', 'F', 'G', 'H'], 3, 9)])
  return { name: 'parameters on a sheet', sheets: { 经费: rows, 标准: [['项目', '数值'], ['正式年标准（元）', 42_000], ['聘用年标准（元）', 26_400], ['人均补助（万元）', 0.6]] }, computed: ['经费!D5', '经费!E7', '经费!F6', '经费!H4'], sums: ['经费!D10', '经费!F10'] }
}

function lookUps(next: () => number): Layout {
  const steps = ['一档', '二档', '三档', '四档'], rows: Written[][] = [['岗位补贴测算'], ['姓名', '档次', '月标准', '月数', '金额']]
  for (let i = 0; i < 10; i++) rows.push([`测试${'甲乙丙丁戊己庚辛壬癸'[i] ?? ''}`, steps[(i * 3) % 4] ?? '', `=VLOOKUP(B${i + 3},档次表!$A$2:$C$5,2,FALSE)`, Math.round(next() / 8) + 1, `=C${i + 3}*D${i + 3}`])
  rows.push(['合计', null, null, null, '=SUM(E3:E12)'])
  return { name: 'lists looked up', sheets: { 补贴: rows, 档次表: [['档次', '月标准', '旧标准'], ['一档', 1800, 1500], ['二档', 1500, 1260], ['三档', 1200, 1010], ['四档', 900, 760]] }, computed: ['补贴!C5', '补贴!C8', '补贴!E7', '补贴!E9'] }
}

function table(next: () => number): Layout {
  const columns = ['品名', '数量', '单价', '金额', '折后'], items = ['纸张', '笔', '墨盒', '文件夹', '档案盒', '电池', '胶带', '标签']
  const rows: Written[][] = [columns, ...items.map((item): Written[] => [item, Math.round(next()), Math.round(next() * 10), '=用品表[[#This Row],[数量]]*用品表[[#This Row],[单价]]', '=用品表[[#This Row],[金额]]*0.9']), ['合计', '=SUM(用品表[数量])', null, '=SUM(用品表[金额])', '=SUM(用品表[折后])']]
  return { name: 'references to a table', sheets: { 用品: rows }, more: { tables: { 用品: [{ name: '用品表', box: { top: 1, left: 1, bottom: 9, right: 5 }, headerRows: 1, totalsRows: 0, columns }] } }, computed: ['用品!D4', '用品!E6', '用品!D7'] }
}

function named(next: () => number): Layout {
  const rows: Written[][] = [['名称引用测算'], ['社区', '人数', '年经费（元）', '公用（元）', '合计（元）'], ...NAMES.map((name, i): Written[] => [`${name}社区`, Math.round(next() / 4) + 3, `=B${i + 3}*年标准`, `=B${i + 3}*公用标准`, `=C${i + 3}+D${i + 3}`]), ['合计', ...sums(['B', 'C', 'D', 'E'], 3, 9)], [], ['年标准', 36_000], ['公用标准', 1800]]
  return { name: 'names', sheets: { 测算: rows }, more: { names: [{ name: '年标准', refersTo: '测算!$B$12' }, { name: '公用标准', refersTo: '测算!$B$13' }] }, computed: ['测算!C5', '测算!D6', '测算!E7'], sums: ['测算!D10'] }
}

function filtered(next: () => number): Layout {
  const rows: Written[][] = [['分组支出'], ['组', '项目', '预算', '执行', '结余']]
  for (const group of ['甲组', '乙组', '丙组']) {
    const from = rows.length + 1
    for (const item of ['采购', '服务', '劳务']) rows.push([group, item, next() + 50, next(), `=C${rows.length + 1}-D${rows.length + 1}`])
    rows.push([`${group}小计`, null, ...['C', 'D', 'E'].map(column => `=SUBTOTAL(9,${column}${from}:${column}${from + 2})`)])
  }
  rows.push(['总计', null, ...['C', 'D', 'E'].map(column => `=SUBTOTAL(9,${column}3:${column}14)`)])
  return { name: 'subtotals that a filter heeds', sheets: { 分组: rows }, computed: ['分组!E8', '分组!E4'], sums: ['分组!D10'] }
}

function quartersDown(next: () => number): Layout {
  const rows: Written[][] = [['收支月报'], ['月份', '拨款', '自筹', '收入合计', '人员', '办公', '活动', '支出合计', '当月结余']], all = ['B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'], ends: number[] = []
  for (const [q, quarter] of ['一季度', '二季度', '三季度', '四季度'].entries()) {
    const from = rows.length + 1
    for (let m = 1; m <= 3; m++) rows.push([`${q * 3 + m}月`, next(), next(), `=B${rows.length + 1}+C${rows.length + 1}`, next(), next(), next(), `=SUM(E${rows.length + 1}:G${rows.length + 1})`, `=D${rows.length + 1}-H${rows.length + 1}`])
    ends.push(rows.length + 1)
    rows.push([`${quarter}小计`, ...sums(all, from, from + 2)])
  }
  rows.push(['全年合计', ...all.map(column => `=${ends.map(row => column + String(row)).join('+')}`)])
  return { name: 'months down with quarters', sheets: { 月报: rows }, computed: ['月报!D7', '月报!I9', '月报!D13', '月报!I12'], sums: ['月报!H9', '月报!E10', '月报!H14'], grand: ['月报!E19'], parts: ['月报!F8'] }
}

function plain(next: () => number): Layout {
  const round = (value: number): number => Math.round(value * 100) / 100, years = ['2021年', '2022年', '2023年', '2024年'], items = ['劳务费', '印刷费', '电话费', '租赁费', '培训费', '交通费']
  const body = items.map(() => years.map(next)), alone = [312.5, 87.4, 45.6, 23.8, 18.9, 7.3]
  return {
    name: 'plain numbers',
    sheets: {
      对照: [['历年支出对照'], ['项目', ...years], ...items.map((item, i): Written[] => [item, ...(body[i] ?? [])]), ['支出合计', ...years.map((_year, c) => round(body.reduce((sum, row) => sum + (row[c] ?? 0), 0)))]],
      资金: [['建设资金安排'], ['用途', '金额（万元）'], ...['用房建设', '设备购置', '人员补助', '培训', '宣传', '其他'].map((item, i): Written[] => [item, alone[i] ?? 0]), ['合计', 495.5]],
    },
    plain: ['对照!C9', '对照!E9', '资金!B9'],
  }
}

function sumIfs(next: () => number): Layout {
  const kinds = ['人员', '办公', '活动', '维修'], list: Written[][] = [['经费支出流水'], ['序号', '社区', '类别', '摘要', '金额（万元）']]
  for (let i = 0; i < 56; i++) list.push([i + 1, `${NAMES[i % 7] ?? ''}社区`, kinds[Math.floor(i / 7) % 4] ?? '', `支出${i + 1}`, next()])
  const rows: Written[][] = [['支出汇总（按类别）'], ['社区', ...kinds, '合计'], ...NAMES.map((name, i): Written[] => [`${name}社区`, ...kinds.map((_kind, c) => `=SUMIFS(流水!$E$3:$E$58,流水!$B$3:$B$58,$A${i + 3},流水!$C$3:$C$58,${letter(c + 2)}$2)`), `=SUM(B${i + 3}:E${i + 3})`]), ['合计', ...sums(['B', 'C', 'D', 'E', 'F'], 3, 9)]]
  return { name: 'sums by two words', sheets: { 汇总: rows, 流水: list }, computed: ['汇总!C5', '汇总!D7'], sums: ['汇总!C10', '汇总!F6'] }
}
