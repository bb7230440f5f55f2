import { between, inventedId, pick, series, Town } from './people'
import type { Invented } from './people'
import { across, blanks, BODY, BODY_LEFT, cells, COUNT, DAY, header, LINE, line, MONEY, MONEY_TOTAL, TEXT, title, TOTAL } from './sheet-looks'
import type { TruePerson } from './truth'
import { serial } from './workbook'
import type { Book, Row, Sheet } from './workbook'

/** The situation of the plan: 20 communities with 68 formal and 58 contracted people, and the premises and the money it names. */

interface Place {
  readonly name: string
  readonly formal: number
  readonly contracted: number
  /** How young and schooled its people are. */
  readonly level: 'strong' | 'middle' | 'weak'
  readonly area: number | string
  readonly tenure: string
  readonly demolition: string
  /** Office, police room, meeting room, culture room. */
  readonly rooms: readonly [string, string, string, string]
  readonly planYear: number | null
  readonly remark: string | null
  readonly compounds: number
  readonly managed: number
  readonly model: boolean
}

const none = { demolition: '否', planYear: null, remark: null } as const
const about = { ...none, tenure: '自有', rooms: ['有', '无', '合用', '无'] } as const
const rented = { ...none, tenure: '租借', rooms: ['有', '无', '无', '无'] } as const
const open = { ...none, area: '待核实', tenure: '待核实' } as const

/** The first twelve are named in the plan; the others are invented, their areas not known. */
const PLACES: readonly Place[] = [
  { ...rented, name: '河南', formal: 3, contracted: 3, level: 'middle', area: 60, remark: '租借的临时办公场所', compounds: 3, managed: 0, model: true },
  { ...rented, name: '河东', formal: 3, contracted: 3, level: 'weak', area: 70, remark: '租借的临时办公场所', compounds: 3, managed: 0, model: false },
  { ...rented, name: '荷叶', formal: 3, contracted: 3, level: 'middle', area: 50, planYear: 2023, remark: '租借的临时办公场所，今年有望解决', compounds: 2, managed: 0, model: true },
  { ...about, name: '南苑', formal: 4, contracted: 3, level: 'middle', area: '60左右', planYear: 2023, remark: '今年有望解决', compounds: 4, managed: 0, model: true },
  { ...about, name: '叶舍', formal: 3, contracted: 2, level: 'weak', area: '约60', compounds: 2, managed: 0, model: false },
  { ...about, name: '桃园', formal: 4, contracted: 3, level: 'strong', area: '60左右', compounds: 4, managed: 0, model: true },
  { ...about, name: '东街', formal: 3, contracted: 3, level: 'middle', area: '约60', compounds: 3, managed: 0, model: true },
  { ...about, name: '高陈', formal: 3, contracted: 3, level: 'weak', area: '60左右', compounds: 2, managed: 0, model: false },
  { ...about, name: '河西', formal: 4, contracted: 3, level: 'strong', area: '60左右', compounds: 3, managed: 0, model: true },
  { ...about, name: '振兴', formal: 4, contracted: 3, level: 'middle', area: '约60', compounds: 4, managed: 1, model: true },
  { ...none, name: '南街', formal: 3, contracted: 3, level: 'weak', area: 75, tenure: '自有', demolition: '是', rooms: ['有', '无', '无', '无'], remark: '面临拆迁', compounds: 2, managed: 0, model: false },
  { ...open, name: '古田', formal: 3, contracted: 3, level: 'middle', rooms: ['有', '无', '无', '无'], planYear: 2023, remark: '今年有望解决', compounds: 2, managed: 0, model: false },
  { ...open, name: '和平', formal: 4, contracted: 3, level: 'strong', rooms: ['有', '合用', '有', '无'], compounds: 4, managed: 1, model: true },
  { ...open, name: '光明', formal: 4, contracted: 3, level: 'strong', rooms: ['有', '无', '有', '合用'], compounds: 4, managed: 0, model: true },
  { ...open, name: '新华', formal: 2, contracted: 3, level: 'weak', rooms: ['有', '无', '无', '无'], compounds: 2, managed: 0, model: false },
  { ...open, name: '春晖', formal: 4, contracted: 3, level: 'middle', rooms: ['有', '无', '合用', '无'], compounds: 3, managed: 0, model: true },
  { ...open, name: '文昌', formal: 4, contracted: 3, level: 'strong', rooms: ['有', '合用', '合用', '无'], compounds: 4, managed: 1, model: true },
  { ...open, name: '育才', formal: 4, contracted: 2, level: 'strong', rooms: ['有', '无', '有', '无'], compounds: 4, managed: 0, model: true },
  { ...open, name: '康宁', formal: 3, contracted: 3, level: 'middle', rooms: ['有', '无', '合用', '无'], compounds: 3, managed: 0, model: true },
  { ...open, name: '幸福', formal: 3, contracted: 3, level: 'middle', rooms: ['有', '无', '无', '无'], compounds: 2, managed: 0, model: true },
]

const LEVELS = {
  strong: { ages: [27, 50], college: 0.9, party: 0.7 },
  middle: { ages: [36, 57], college: 0.62, party: 0.55 },
  weak: { ages: [43, 59], college: 0.35, party: 0.4 },
} as const
const HIGH = ['大专', '大专', '大专', '本科', '本科', '大专']
const LOW = ['高中', '高中', '中专', '高中', '初中']
const POSTS = { formal: ['党总支书记', '居委会主任', '副主任', '委员'], contracted: ['民政专干', '治保专干', '劳动保障专干'] } as const

interface Entry extends TruePerson {
  readonly person: Invented
  readonly education: string
  readonly politics: string
  readonly post: string
  readonly since: number
  /** Id as written: one is of a lunar birthday, as happens. */
  readonly writtenId: string
}

const draw = series(20231231)
const town = new Town(draw)
const entries: readonly Entry[] = PLACES.flatMap((place, order) => {
  const level = LEVELS[place.level]
  const entry = (kind: 'formal' | 'contracted', at: number): Entry => {
    const age = between(level.ages[0], level.ages[1], draw)
    const person = town.person(age, 2023)
    const college = draw() < level.college + (age < 36 ? 0.2 : 0)
    const league = age <= 28
    const partyLeague = league || draw() < level.party + (at === 0 && kind === 'formal' ? 0.5 : 0)
    const lunar = order === 8 && kind === 'contracted' && at === 1
    const written = lunar
      ? inventedId({ ...person.birth, month: person.birth.month === 1 ? 12 : person.birth.month - 1 }, person.sex, 77)
      : person.id
    return {
      person, community: place.name, kind, college, partyLeague, birth: person.birth,
      education: age < 30 && college ? '本科' : pick(college ? HIGH : LOW, draw),
      politics: league ? '共青团员' : partyLeague ? (draw() < 0.06 ? '中共预备党员' : '中共党员') : '群众',
      post: POSTS[kind][at] ?? '工作人员',
      since: 2023 - age + between(19, 24, draw),
      writtenId: written,
    }
  }
  return [
    ...Array.from({ length: place.formal }, (_, at) => entry('formal', at)),
    ...Array.from({ length: place.contracted }, (_, at) => entry('contracted', at)),
  ]
})

export const planPeople: readonly TruePerson[] = entries
export const planPlaces = PLACES

const OFFICE = '填报单位：姜堰镇社区工作办公室'
const STATED = '截至日期：2023年12月31日'

function roster(): Sheet {
  const rows: Row[] = [
    title('姜堰镇社区工作人员花名册', 12),
    line(OFFICE, 12, STATED, 12),
    header(['序号', '社区名称', '姓名', '性别', '出生日期', '身份证号', '学历', '政治面貌', '人员性质', '职务', '参加工作年份', '备注']),
    ...entries.map((entry, at) => ({
      height: 18,
      cells: cells([
        at + 1, `${entry.community}社区`, entry.person.name, entry.person.sex, serial(entry.birth.year, entry.birth.month, entry.birth.day), entry.writtenId, entry.education, entry.politics,
        entry.kind === 'formal' ? '正式人员' : '聘用制人员', entry.post, entry.since, null,
      ], BODY, BODY, BODY, BODY, DAY, TEXT, BODY, BODY, BODY, BODY, BODY, BODY_LEFT),
    })),
    { height: 20, cells: cells(['填表人：', null, null, null, '审核人：', null, null, null, '负责人：'], LINE) },
  ]
  const last = String(entries.length + 3)
  return {
    name: '人员花名册', rows, merges: [across(1, 1, 12)], widths: [6, 12, 10, 6, 13, 22, 9, 14, 13, 14, 10, 12], frozenRows: 3, frozenColumns: 3, filter: `A3:L${last}`,
    choices: [
      { cells: `D4:D${last}`, words: ['男', '女'] },
      { cells: `G4:G${last}`, words: ['初中', '高中', '中专', '大专', '本科', '研究生'] },
      { cells: `H4:H${last}`, words: ['中共党员', '中共预备党员', '共青团员', '群众'] },
      { cells: `I4:I${last}`, words: ['正式人员', '聘用制人员'] },
    ],
    print: { repeat: [1, 3] },
  }
}

function premises(): Sheet {
  const rows: Row[] = [
    title('社区办公用房情况表', 12),
    line(`${OFFICE}　　${STATED}`, 12, '单位：平方米', 12),
    header(['序号', '社区名称', '坐落', '使用面积', '产权性质', '是否列入拆迁', '社区办公室', '警务室', '民主议事室', '文化活动室', '预计解决年度', '备注']),
    ...PLACES.map((place, at) => ({
      height: 18,
      cells: cells([at + 1, `${place.name}社区`, `${place.name}路${String(8 + at * 3)}号`, place.area, place.tenure, place.demolition, ...place.rooms, place.planYear, place.remark], BODY, BODY, BODY_LEFT, BODY, BODY, BODY, BODY, BODY, BODY, BODY, BODY, BODY_LEFT),
    })),
    { height: 34, cells: cells(['注：面积为办公用房使用面积；“约”“左右”为估计数，待测量后更正；“待核实”的由社区居委会补报。', ...blanks(11)], { ...LINE, wrap: true }) },
  ]
  return {
    name: '办公用房情况', rows, merges: [across(1, 1, 12), across(24, 1, 12)], widths: [6, 12, 14, 10, 10, 9, 9, 9, 10, 10, 10, 26], frozenRows: 3, frozenColumns: 2,
    choices: [{ cells: 'E4:E23', words: ['自有', '划拨', '租借', '在建', '待核实'] }, { cells: 'G4:J23', words: ['有', '无', '合用'] }],
    print: { repeat: [1, 3] },
  }
}

function communities(): Sheet {
  const size = series(7)
  const rows: Row[] = [
    title('社区基本情况一览表', 8),
    line(OFFICE, 8, STATED, 8),
    header(['序号', '社区名称', '户数', '常住人口', '小区数', '有物业小区数', '示范社区', '备注']),
    ...PLACES.map((place, at) => {
      const households = place.compounds * between(420, 560, size)
      return { height: 18, cells: cells([at + 1, `${place.name}社区`, households, Math.round(households * (2.5 + size() * 0.5)), place.compounds, place.managed, place.model ? '是' : '否', null], BODY, BODY, COUNT, COUNT, BODY, BODY, BODY, BODY_LEFT) }
    }),
  ]
  const sum = (column: string, at: number): { formula: string; value: number } => ({ formula: `SUM(${column}4:${column}23)`, value: rows.slice(3).reduce((total, row) => total + numberIn(row, at), 0) })
  rows.push({ height: 20, cells: cells(['合计', null, sum('C', 2), sum('D', 3), sum('E', 4), sum('F', 5), null, null], TOTAL, TOTAL, { ...TOTAL, format: '#,##0' }, { ...TOTAL, format: '#,##0' }, TOTAL) })
  return { name: '社区基本情况', rows, merges: [across(1, 1, 8), across(24, 1, 2)], widths: [6, 14, 11, 12, 10, 14, 11, 16], frozenRows: 3, print: { landscape: false, repeat: [1, 3] } }
}

function numberIn(row: Row, at: number): number {
  const cell = ('cells' in row ? row.cells : row)[at]
  const value = cell !== null && typeof cell === 'object' ? cell.value : cell
  return typeof value === 'number' ? value : 0
}

/** The plan's own figures, with its sum of 101.7 where the parts give 103.4. */
function money(): Sheet {
  const perHead = (row: number, value: number): { formula: string; value: number } => ({ formula: `E${String(row)}/C${String(row)}`, value })
  return {
    name: '人员经费情况',
    rows: [
      title('社区工作人员经费情况表', 6),
      line(`${OFFICE}　　年度：2023年`, 6, '单位：万元', 6),
      header(['序号', '项目', '人数（人）', '年人均经费', '年经费', '备注']),
      { height: 20, cells: cells([1, '正式人员', 68, perHead(4, 83.5 / 68), 83.5, null], BODY, BODY, BODY, MONEY, MONEY, BODY_LEFT) },
      { height: 20, cells: cells([2, '临时人员', 58, perHead(5, 19.9 / 58), 19.9, '聘用制'], BODY, BODY, BODY, MONEY, MONEY, BODY_LEFT) },
      { height: 20, cells: cells(['合计', null, { formula: 'SUM(C4:C5)', value: 126 }, null, 101.7, null], TOTAL, TOTAL, TOTAL, MONEY_TOTAL, MONEY_TOTAL, TOTAL) },
      [],
      { height: 24, cells: cells(['资金来源', null, null, null, '单位：万元', null], { ...LINE, bold: true }) },
      header(['序号', '资金来源', '负担单位', '金额', '占比', '备注']),
      { height: 20, cells: cells([1, '市财政补贴', '市财政', 12.5, { formula: 'D10/D12', value: 12.5 / 101.7 }, null], BODY, BODY, BODY, MONEY, { ...BODY, format: '0.0%' }, BODY_LEFT) },
      { height: 20, cells: cells([2, '镇财政承担', '姜堰镇', 89.2, { formula: 'D11/D12', value: 89.2 / 101.7 }, '其余全部由镇承担'], BODY, BODY, BODY, MONEY, { ...BODY, format: '0.0%' }, BODY_LEFT) },
      { height: 20, cells: cells(['合计', null, null, { formula: 'SUM(D10:D11)', value: 101.7 }, { formula: 'SUM(E10:E11)', value: 1 }, null], TOTAL, TOTAL, TOTAL, MONEY_TOTAL, { ...TOTAL, format: '0.0%' }, TOTAL) },
    ],
    merges: [across(1, 1, 6), across(6, 1, 2), across(12, 1, 2)], widths: [7, 18, 14, 14, 14, 26], print: { landscape: false },
  }
}

/** Five years of receipts: the areas are for the construction bureau to give. */
function fund(): Sheet {
  return {
    name: '社区建设基金测算',
    rows: [
      title('社区建设基金测算表', 6),
      line('填报单位：建设局', 6, '单位：万元', 6),
      header(['年度', '新审批开发面积（㎡）', '收取标准（元/㎡）', '应收基金', '累计', '备注']),
      ...[2023, 2024, 2025, 2026, 2027].map(year => ({
        height: 20,
        cells: cells([year, null, 10, null, null, null], BODY, COUNT, BODY, MONEY, MONEY, BODY_LEFT),
      })),
      {
        height: 20,
        cells: cells(['合计', null, null, null, null, null], TOTAL, { ...TOTAL, format: '#,##0' }, TOTAL, MONEY_TOTAL, MONEY_TOTAL, TOTAL),
      },
      {
        height: 34,
        cells: cells(
          ['注：面积按今后五年房地产开发规划填列；基金一次性收足，专门用于社区和物业办公用房建设，不得用于人员经费。', ...blanks(5)],
          { ...LINE, wrap: true },
        ),
      },
    ],
    merges: [across(1, 1, 6), across(10, 1, 6)],
    widths: [12, 22, 18, 14, 14, 20],
    print: { landscape: false },
  }
}

export const planSample: Book = { sheets: [roster(), premises(), communities(), money(), fund()] }
