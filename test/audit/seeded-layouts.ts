import type { More, Sheets, Written } from './books'
import { acrossLayouts } from './seeded-across'
import { formLayouts } from './seeded-forms'

/** A workbook built by code, clean, with the places at which faults can be planted. */
export interface Layout {
  readonly name: string
  readonly sheets: Sheets
  readonly more?: More
  /** Sums that stand beside sisters of the same form: `Sheet!B7`. */
  readonly sums?: readonly string[]
  /** Products, shares and differences that stand among siblings. */
  readonly computed?: readonly string[]
  /** Cells that take a value over from another sheet, among siblings. */
  readonly links?: readonly string[]
  /** Numbers that a sum takes in. */
  readonly parts?: readonly string[]
  /** A sum of everything above it that must not take the subtotals in twice, with its right formula standing there. */
  readonly grand?: readonly string[]
  /** Typed totals of typed numbers. */
  readonly plain?: readonly string[]
}

const MONTHS = Array.from({ length: 12 }, (_all, i) => `${i + 1}月`)
const letter = (column: number): string => String.fromCharCode(64 + column)

/** Numbers that look like amounts, the same on every run. */
function amounts(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.round(50 + (state / 2_147_483_648) * 900) / 10
  }
}

function months(): Layout {
  const next = amounts(7), items = ['办公费', '水电费', '会议费', '培训费', '差旅费', '维修费']
  const rows: Written[][] = [['2023年社区运转经费月报'], ['单位：万元'], ['项目', ...MONTHS, '合计'], ...items.map((item, i): Written[] => [item, ...MONTHS.map(next), `=SUM(B${i + 4}:M${i + 4})`])]
  rows.push(['合计', ...Array.from({ length: 13 }, (_all, i) => `=SUM(${letter(i + 2)}4:${letter(i + 2)}9)`)])
  return { name: 'months', sheets: { 月报: rows }, sums: ['月报!E10', '月报!M10', '月报!N6', '月报!N10'], parts: ['月报!E6', '月报!J8'] }
}

function priced(): Layout {
  const posts: [string, number, number][] = [['社区书记', 20, 3200], ['社区主任', 18, 3000], ['副主任', 22, 2600], ['委员', 41, 2300], ['专职工作者', 58, 2100], ['网格员', 65, 1500], ['协理员', 12, 1800]]
  const rows: Written[][] = [['人员经费测算表'], ['岗位', '人数', '标准（元/月）', '月数', '金额（万元）', '备注'], ...posts.map(([post, heads, pay], i): Written[] => [post, heads, pay, 12, `=B${i + 3}*C${i + 3}*D${i + 3}/10000`, null])]
  rows.push(['合计', '=SUM(B3:B9)', null, null, '=SUM(E3:E9)', null])
  return { name: 'priced list', sheets: { 人员经费: rows }, computed: ['人员经费!E5', '人员经费!E7', '人员经费!E8'], parts: ['人员经费!B6'] }
}

function anchored(): Layout {
  const next = amounts(23), names = ['河东', '河西', '南苑', '北苑', '东街', '西街', '中心', '柳园', '桃园']
  const rows: Written[][] = [['各社区经费占比'], ['补助标准（元/人）', 120], ['社区', '人数', '补助（元）', '运转经费（万元）', '占比'],
    ...names.map((name, i): Written[] => [`${name}社区`, 1000 + Math.round(next() * 20), `=B${i + 4}*$B$2`, next(), `=D${i + 4}/$D$13`])]
  rows.push(['合计', '=SUM(B4:B12)', '=SUM(C4:C12)', '=SUM(D4:D12)', '=SUM(E4:E12)'])
  return { name: 'shares with anchors', sheets: { 占比: rows }, computed: ['占比!C7', '占比!E6', '占比!E9', '占比!C11'], sums: ['占比!C13', '占比!D13', '占比!B13'], parts: ['占比!D8'] }
}

function coded(): Layout {
  const next = amounts(41), columns = ['上年决算', '本年预算', '调整预算', '预计执行']
  const leaves = (code: string, name: string): Written[] => [code, name, ...columns.map(next)]
  const sum = (code: string, name: string, refs: readonly number[]): Written[] => [code, name, ...columns.map((_all, i) => `=${refs.map(row => `${letter(i + 3)}${row}`).join('+')}`)]
  const block = (code: string, name: string, from: number, to: number): Written[] => [code, name, ...columns.map((_all, i) => `=SUM(${letter(i + 3)}${from}:${letter(i + 3)}${to})`)]
  const rows: Written[][] = [['支出功能分类预算表'], ['科目编码', '科目名称', ...columns],
    sum('201', '一般公共服务支出', [4, 8]), block('20103', '政府办公厅（室）', 5, 7), leaves('2010301', '行政运行'), leaves('2010302', '一般行政管理'), leaves('2010350', '事业运行'),
    block('20106', '财政事务', 9, 10), leaves('2010601', '行政运行'), leaves('2010602', '一般行政管理'),
    sum('208', '社会保障和就业支出', [12]), block('20802', '民政管理事务', 13, 15), leaves('2080201', '行政运行'), leaves('2080208', '基层政权建设'), leaves('2080299', '其他'),
    sum('', '合计', [3, 11])]
  return { name: 'coded tree', sheets: { 预算: rows }, sums: ['预算!D4', '预算!E12'], grand: ['预算!D16', '预算!E3'], parts: ['预算!D6', '预算!E14'] }
}

function twoSided(): Layout {
  const next = amounts(57), years = ['2021年', '2022年', '2023年', '2024年']
  const row = (name: string): Written[] => [name, ...years.map(next)]
  const sum = (name: string, from: number, to: number): Written[] => [name, ...years.map((_all, i) => `=SUM(${letter(i + 2)}${from}:${letter(i + 2)}${to})`)]
  const rows: Written[][] = [['收支平衡表'], ['项目', ...years], ['收入', null, null, null, null], row('财政拨款'), row('专项补助'), row('其他收入'), sum('收入合计', 4, 6), ['支出', null, null, null, null],
    row('人员经费'), row('运转经费'), row('项目经费'), row('其他支出'), sum('支出合计', 9, 12), ['结余', ...years.map((_all, i) => `=${letter(i + 2)}7-${letter(i + 2)}13`)]]
  return { name: 'two-sided', sheets: { 收支: rows }, sums: ['收支!C7', '收支!D13'], computed: ['收支!C14', '收支!D14'], parts: ['收支!C10', '收支!D5'] }
}

function detailAndSummary(): Layout {
  const next = amounts(71), names = ['河东社区', '南苑社区', '北苑社区', '东街社区', '西街社区', '柳园社区']
  const sheets: Record<string, Written[][]> = { 汇总: [['经费汇总表'], ['社区', '人员', '办公', '活动', '合计'], ...names.map((name, i): Written[] => [name, `=${name}!B6`, `=${name}!C6`, `=${name}!D6`, `=SUM(B${i + 3}:D${i + 3})`]),
    ['合计', ...['B', 'C', 'D', 'E'].map(column => `=SUM(${column}3:${column}8)`)]] }
  for (const name of names) sheets[name] = [[`${name}经费明细`], ['季度', '人员', '办公', '活动'], ...['一季度', '二季度', '三季度'].map((quarter): Written[] => [quarter, next(), next(), next()]), ['合计', '=SUM(B3:B5)', '=SUM(C3:C5)', '=SUM(D3:D5)']]
  return { name: 'detail and summary', sheets, sums: ['汇总!C9', '南苑社区!C6', '汇总!E5'], links: ['汇总!C5', '汇总!B7', '汇总!D4'], parts: ['南苑社区!C4'] }
}

function paySheet(): Layout {
  const next = amounts(83), rows: Written[][] = [['2023年12月工资发放表'], ['序号', '姓名', '基本工资', '绩效', '补贴', '应发合计', '公积金', '社保', '实发']]
  for (let i = 0; i < 14; i++) {
    const row = i + 3
    rows.push([i + 1, `测试${'甲乙丙丁戊己庚辛壬癸子丑寅卯'[i] ?? ''}`, 2000 + Math.round(next() * 10), 500 + Math.round(next() * 5), 200 + Math.round(next()), `=C${row}+D${row}+E${row}`, 180 + Math.round(next()), 210 + Math.round(next()), `=F${row}-G${row}-H${row}`])
  }
  rows.push(['合计', null, ...['C', 'D', 'E', 'F', 'G', 'H', 'I'].map(column => `=SUM(${column}3:${column}16)`)])
  return { name: 'pay sheet', sheets: { 工资表: rows }, sums: ['工资表!D17', '工资表!F17', '工资表!I17'], computed: ['工资表!F8', '工资表!I11', '工资表!F13'], parts: ['工资表!D9'] }
}

function blocks(): Layout {
  const next = amounts(97), quarters = ['一季度', '二季度', '三季度', '四季度'], rows: Written[][] = [['分片区经费表'], ['片区', '项目', ...quarters, '全年']], subtotals: number[] = []
  for (const area of ['东片', '南片', '西片']) {
    const from = rows.length + 1
    for (const item of ['人员', '办公', '活动', '维修']) rows.push([area, item, ...quarters.map(next), `=SUM(C${rows.length + 1}:F${rows.length + 1})`])
    subtotals.push(rows.length + 1)
    rows.push([area, '小计', ...['C', 'D', 'E', 'F', 'G'].map(column => `=SUM(${column}${from}:${column}${rows.length})`)])
  }
  rows.push([null, '总计', ...['C', 'D', 'E', 'F', 'G'].map(column => `=${subtotals.map(row => column + String(row)).join('+')}`)])
  return { name: 'blocks with subtotals', sheets: { 片区: rows }, sums: ['片区!D7', '片区!E12', '片区!G9', '片区!F17'], grand: ['片区!D18', '片区!F18'], parts: ['片区!D5', '片区!E14'] }
}

function running(): Layout {
  const next = amounts(103), rows: Written[][] = [['备用金收支登记'], ['日期', '摘要', '收入', '支出', '余额'], ['1月1日', '上年结转', null, null, 860]]
  for (let i = 0; i < 12; i++) rows.push([`${i + 1}月15日`, `第${i + 1}笔`, Math.round(next() * 3), Math.round(next() * 2), `=E${i + 3}+C${i + 4}-D${i + 4}`])
  return { name: 'running balance', sheets: { 备用金: rows }, computed: ['备用金!E7', '备用金!E10', '备用金!E12'] }
}

function premises(): Layout {
  const next = amounts(127), names = ['河东', '河西', '南苑', '北苑', '东街', '西街', '中心', '柳园'], rows: Written[][] = [['社区用房情况'], ['社区', '办公面积', '活动面积', '合计面积', '标准', '缺口', '单价（元/㎡）', '投资（万元）']]
  for (const [i, name] of names.entries()) rows.push([`${name}社区`, Math.round(next() * 2), Math.round(next() * 3), `=B${i + 3}+C${i + 3}`, 400, `=E${i + 3}-D${i + 3}`, 2600, `=F${i + 3}*G${i + 3}/10000`])
  rows.push(['合计', ...['B', 'C', 'D', 'E', 'F'].map(column => `=SUM(${column}3:${column}10)`), null, '=SUM(H3:H10)'])
  return { name: 'premises list', sheets: { 用房: rows }, sums: ['用房!C11', '用房!D11', '用房!F11'], computed: ['用房!D6', '用房!F7', '用房!H5', '用房!H9'], parts: ['用房!C6'] }
}

function totalFirst(): Layout {
  const next = amounts(139), columns = ['县级', '乡镇', '村级', '其他'], items = ['宣传', '文体', '卫生', '治安', '调解', '助老']
  const rows: Written[][] = [['活动经费来源'], ['项目', ...columns, '小计'], ['总计', ...['B', 'C', 'D', 'E', 'F'].map(column => `=SUM(${column}4:${column}9)`)], ...items.map((item, i): Written[] => [item, ...columns.map(next), `=SUM(B${i + 4}:E${i + 4})`])]
  return { name: 'total first', sheets: { 来源: rows }, sums: ['来源!C3', '来源!D3', '来源!F6'], parts: ['来源!C5', '来源!D8'] }
}

function growth(): Layout {
  const next = amounts(151), names = ['办公', '水电', '物业', '会议', '培训', '网络', '宣传', '其他']
  const rows: Written[][] = [['两年对比'], ['项目', '上年', '本年', '增减额', '增减率', '预算', '执行率'], ...names.map((name, i): Written[] => [name, next(), next(), `=C${i + 3}-B${i + 3}`, `=D${i + 3}/B${i + 3}`, 60 + Math.round(next()), `=C${i + 3}/F${i + 3}`])]
  rows.push(['合计', '=SUM(B3:B10)', '=SUM(C3:C10)', '=C11-B11', '=D11/B11', '=SUM(F3:F10)', '=C11/F11'])
  return { name: 'two years', sheets: { 对比: rows }, computed: ['对比!D5', '对比!E6', '对比!G7', '对比!D8', '对比!E9'], parts: ['对比!C6'] }
}

function staffing(): Layout {
  const names = ['河东', '南苑', '北苑', '东街', '柳园'], roster: Written[][] = [['序号', '社区', '姓名', '类别', '年龄']]
  let order = 0
  for (const [i, name] of names.entries()) for (let k = 0; k < 4 + i; k++) roster.push([++order, `${name}社区`, `测试${order}`, k < 3 ? '正式' : '聘用', 30 + ((order * 7) % 25)])
  const last = roster.length
  const rows: Written[][] = [['人员统计'], ['社区', '正式', '聘用', '合计', '应配', '差额'], ...names.map((name, i): Written[] => [`${name}社区`, `=COUNTIFS(名册!$B$2:$B$${last},A${i + 3},名册!$D$2:$D$${last},"正式")`, `=COUNTIFS(名册!$B$2:$B$${last},A${i + 3},名册!$D$2:$D$${last},"聘用")`, `=B${i + 3}+C${i + 3}`, 7, `=D${i + 3}-E${i + 3}`]),
    ['合计', ...['B', 'C', 'D', 'E', 'F'].map(column => `=SUM(${column}3:${column}7)`)]]
  return { name: 'staffing statistics', sheets: { 统计: rows, 名册: roster }, sums: ['统计!C8', '统计!D8'], computed: ['统计!B5', '统计!C6', '统计!F4'] }
}

export const layouts: readonly Layout[] = [
  months(),
  priced(),
  anchored(),
  coded(),
  twoSided(),
  detailAndSummary(),
  paySheet(),
  blocks(),
  running(),
  premises(),
  totalFirst(),
  growth(),
  staffing(),
  ...acrossLayouts(amounts),
  ...formLayouts(amounts),
]
