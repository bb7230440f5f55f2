import { between, pick, series, Town, two } from './people'
import type { Invented } from './people'
import { across, blanks, BODY, BODY_LEFT, cells, COUNT, header, LINE, line, MONEY, MONEY_TOTAL, SECTION, TEXT, title, TOTAL } from './sheet-looks'
import type { TruePerson } from './truth'
import { serial } from './workbook'
import type { Book, Cell, Plain, Row, Sheet } from './workbook'

/** A workbook as it arrives by mail: many hands, many ways of writing, and sheets that are something else. */

interface Entry extends TruePerson {
  readonly person: Invented
  readonly fullTime: string | null
  readonly inService: string | null
  readonly politics: string | null
  readonly kindWord: string
  readonly status: string
}

const NAMES = ['东升', '北苑', '桥头', '文昌', '和平', '光明'] as const
const FORMAL = ['正式', '在编', '事业编制', '正式人员', '事业编']
const CONTRACTED = ['聘用', '合同制', '编外', '临时', '劳务派遣', '聘用制']
/** Full-time, in-service, and whether the highest is a college diploma. */
const HIGH = [['大专', null], ['高中', '大专（函授）'], ['大学本科', null], ['中专', '自考大专'], ['大学', null], ['高 中', '党校本科'], ['专科', null], ['中师', '电大专科']] as const
const LOW = [['高中', null], ['中专', '无'], ['初中', null], ['职高', null], ['高中', '大专在读']] as const
const RED = ['中共党员', '党员', '中共预备党员', '中共党员（保留团籍）']
const PLAIN = ['群众', '群众', '普通群众', '入党积极分子', '无']

const draw = series(612)
const town = new Town(draw)

function drawn(community: string, kind: TruePerson['kind'], kindWord: string, status = '在岗'): Entry {
  const person = town.person(between(27, 57, draw), 2023)
  const college = draw() < 0.7
  const partyLeague = draw() < 0.5
  const [fullTime, inService] = pick<readonly [string, string | null]>(college ? HIGH : LOW, draw)
  return { person, community, kind, kindWord, status, college, partyLeague, fullTime, inService, politics: pick(partyLeague ? RED : PLAIN, draw), birth: person.birth, present: status !== '离职' }
}

const STAFF: readonly (readonly [number, number])[] = [[4, 3], [3, 3], [5, 2], [4, 2], [4, 4], [2, 3]]
const entries: readonly Entry[] = NAMES.flatMap((community, order) => {
  const [formal = 0, contracted = 0] = STAFF[order] ?? []
  const people = [
    ...Array.from({ length: formal }, () => drawn(community, 'formal', pick(FORMAL, draw))),
    ...Array.from({ length: contracted }, () => drawn(community, 'contracted', pick(CONTRACTED, draw))),
  ]
  // What every such list has somewhere.
  if (order === 1) people.push(drawn(community, 'undecided', '公益性岗位'))
  if (order === 2) people.push(drawn(community, 'formal', '正式', '离职'))
  if (order === 3) people.push({ ...drawn(community, 'contracted', '聘用', '长期病假') })
  if (order === 4) people.push({ ...drawn(community, 'formal', '借调') , kind: 'undecided' })
  return people
}).map((entry, at) => at === 10 ? { ...entry, politics: '农工党党员', partyLeague: false } : at === 16 ? { ...entry, fullTime: null, inService: null, college: false } : entry)

export const messyPeople: readonly TruePerson[] = entries
export const messyCommunities = NAMES

/** The same day in seven hands. */
function written(birth: Invented['birth'], at: number): Plain {
  const { year, month, day } = birth
  const ways: readonly (() => Plain)[] = [
    () => `${String(year)}.${two(month)}`,
    () => `${String(year)}年${String(month)}月`,
    () => serial(year, month, day),
    () => year * 100 + month,
    () => `${String(year)}-${two(month)}-${two(day)}`,
    () => `${String(year % 100)}.${two(month)}`,
    () => `${String(year)}/${String(month)}/${String(day)}`,
  ]
  return ways[at % ways.length]?.() ?? null
}

/** `张  三`: two characters spread to the width of three. */
function spread(name: string): string {
  return name.length === 2 ? `${name.charAt(0)}  ${name.charAt(1)}` : name
}

const HEADER_TOP = ['序号', '社区', '姓  名', '性别', '出生\n年月', '身份证号码', '学  历', null, '政治\n面貌', '人员\n性质', '在岗\n情况', '备注']
const HEADER_LOW = [null, null, null, null, null, null, '全日制', '在职', null, null, null, null]

function personRow(entry: Entry, number: number, at: number, first: boolean): Row {
  const birth = written(entry.birth, at)
  const dated = typeof birth === 'number' && birth > 20_000 && birth < 60_000
  return {
    height: 18,
    cells: cells([at % 3 === 0 ? String(number) : number, first ? `${entry.community}${at % 2 === 0 ? '社区' : '居委会'}` : null, spread(entry.person.name), entry.person.sex, birth, at % 4 === 1 ? entry.person.id.toLowerCase() : entry.person.id, entry.fullTime, entry.inService, entry.politics, entry.kindWord, entry.status, null],
      BODY, BODY, BODY, BODY, dated ? { ...BODY, format: at % 2 === 0 ? 'yyyy"年"m"月"' : 'yyyy-mm-dd' } : BODY, TEXT, BODY, BODY, BODY, BODY, BODY, BODY_LEFT),
  }
}

function roster(): Sheet {
  const merges = [across(1, 1, 12), 'A3:A4', 'B3:B4', 'C3:C4', 'D3:D4', 'E3:E4', 'F3:F4', 'G3:H3', 'I3:I4', 'J3:J4', 'K3:K4', 'L3:L4']
  const rows: Row[] = [
    title('2023年度社区工作人员基本情况统计表', 12),
    line('填报单位（盖章）：城关镇社区办', 12, '填报日期：2023年12月31日', 12),
    header(HEADER_TOP, 30), header(HEADER_LOW, 20),
    { height: 18, cells: cells(['例', '东升社区', '张三', '男', '1985.03', '990101198503150016', '高中', '大专', '中共党员', '正式', '在岗', '填写示例'], { ...BODY, italic: true, color: '808080' }) },
  ]
  let number = 0
  NAMES.forEach((community, order) => {
    const here = entries.filter(entry => entry.community === community)
    if (order === 3) {
      // A page break repeated the header by hand.
      rows.push([])
      merges.push(across(rows.length + 1, 7, 8))
      rows.push(header(HEADER_TOP, 30), header(HEADER_LOW, 20))
    }
    rows.push({ height: 18, cells: cells([`${'一二三四五六'.charAt(order)}、${community}社区（${String(here.length)}人）`, ...blanks(11)], SECTION) })
    merges.push(across(rows.length, 1, 12))
    const top = rows.length + 1
    here.forEach((entry, at) => {
      number++
      rows.push(personRow(entry, number, number - 1, at === 0))
    })
    if (order % 2 === 0) merges.push(`B${String(top)}:B${String(rows.length)}`)
    rows.push({ height: 18, cells: cells(['小  计', null, `${String(here.length)}人`, ...blanks(9)], TOTAL) })
  })
  for (let spare = 1; spare <= 3; spare++) rows.push({ height: 18, cells: cells([number + spare, ...blanks(11)], BODY) })
  rows.push({ height: 20, cells: cells(['合  计', null, `${String(number)}人`, ...blanks(9)], TOTAL) })
  rows.push({ cells: cells(['注：1.学历填写国家承认的最高学历；2.人员性质填写正式、聘用；3.本表于12月31日前报社区办。'], LINE) })
  rows.push({ cells: cells(['填表人：甲某', null, null, null, '审核人：乙某', null, null, null, '联系电话：000-0000'], LINE) })
  return { name: '花名册（上报）', rows, merges, widths: [6, 11, 10, 6, 13, 22, 10, 14, 20, 12, 10, 12], frozenRows: 4, print: { repeat: [3, 4] } }
}

/** Last year's list, hidden and forgotten: it must never be added. */
function oldRoster(): Sheet {
  return {
    name: '2022年花名册', hidden: true,
    rows: [
      title('2022年度社区工作人员花名册', 6),
      header(['序号', '社区', '姓名', '出生年月', '学历', '人员性质']),
      ...entries.slice(0, 20).map((entry, at) => cells([at + 1, `${entry.community}社区`, entry.person.name, `${String(entry.birth.year)}.${two(entry.birth.month)}`, entry.fullTime, entry.kindWord], BODY)),
    ],
    merges: [across(1, 1, 6)],
  }
}

function pay(): Sheet {
  const rows: Row[] = [title('2023年12月社区工作人员工资发放表', 9), line('单位：城关镇社区办', 9, '单位：元', 9), header(['序号', '姓名', '所属社区', '基本工资', '岗位补贴', '绩效', '扣款', '实发工资', '签名'])]
  const paid = entries.filter(entry => entry.present !== false)
  let sum = 0
  paid.forEach((entry, at) => {
    const base = entry.kind === 'formal' ? 2400 : 1800
    const row = String(at + 4)
    const net = base + 300 + 200 - 110
    sum += net
    rows.push(cells([at + 1, entry.person.name, `${entry.community}社区`, base, 300, 200, 110, { formula: `D${row}+E${row}+F${row}-G${row}`, value: net }, null], BODY, BODY, BODY, MONEY, MONEY, MONEY, MONEY, MONEY, BODY))
  })
  rows.push(cells(['合计', null, null, null, null, null, null, { formula: `SUM(H4:H${String(paid.length + 3)})`, value: sum }, null], TOTAL, TOTAL, TOTAL, MONEY_TOTAL))
  return { name: '12月工资表', rows, merges: [across(1, 1, 9)], widths: [6, 10, 12, 11, 11, 11, 9, 12, 10], print: { landscape: false } }
}

/** Names, sexes, birthdays: everything that a roster has, and not one worker in it. */
function pupils(): Sheet {
  const other = new Town(series(99))
  return {
    name: '暑期托班学生',
    rows: [
      title('东升社区暑期托管班学生名单', 7),
      header(['序号', '姓名', '性别', '出生年月', '就读学校', '年级', '家长姓名']),
      ...Array.from({ length: 14 }, (_, at) => {
        const child = other.person(7 + (at % 5), 2023)
        return cells([at + 1, child.name, child.sex, `${String(child.birth.year)}.${two(child.birth.month)}`, '城关实验小学', `${'一二三四五'.charAt(at % 5)}年级`, other.person(38, 2023).name], BODY)
      }),
    ],
    merges: [across(1, 1, 7)], widths: [6, 10, 6, 12, 16, 9, 12],
  }
}

function premises(): Sheet {
  const row = (values: readonly Plain[]): readonly Cell[] => cells(values, BODY, BODY, BODY, BODY, BODY, BODY, BODY, BODY, BODY, BODY_LEFT)
  return {
    name: '用房情况',
    rows: [
      title('社区办公活动用房情况统计表', 10),
      line('填报单位：城关镇社区办', 10, '单位：㎡', 10),
      header(['序号', '居委会名称', '使用面积', '建筑面积', '房屋来源', '四室情况', null, null, null, '备注'], 20),
      header([null, null, null, null, null, '办公室', '警务室', '议事室', '活动室', null], 20),
      row([1, '东升居委会', '210㎡', 290, '自有', '√', '√', '√', '√', null]),
      row([2, '北苑居委会', '约200', null, '自建', '√', null, '√', '√', '面积为估计数']),
      row([3, '桥头居委会', null, 180, '划拨', '√', '√', null, null, '无使用面积数']),
      row([4, '文昌居委会', '120+85', null, '自有', '√', '√', '√', '√', '两处']),
      row([5, '和平居委会', '60平方米左右', null, '租用', '√', null, null, null, '租期至2024年6月']),
      row([6, '光明居委会', null, 268, '自有', '√', '√', '合用', '√', '无使用面积数']),
      cells(['合计', null, null, 738, null, null, null, null, null, null], TOTAL, TOTAL, TOTAL, { ...TOTAL, format: COUNT.format ?? '#,##0' }, TOTAL),
    ],
    merges: [across(1, 1, 10), 'A3:A4', 'B3:B4', 'C3:C4', 'D3:D4', 'E3:E4', 'F3:I3', 'J3:J4'], widths: [6, 14, 16, 11, 11, 9, 9, 9, 9, 20], frozenRows: 4, print: {},
  }
}

function notes(): Sheet {
  const text = ['填 表 说 明', '1.姓名：填写身份证上的姓名，如“张三”。', '2.出生年月：按“1985.03”格式填写。', '3.学历：全日制与在职分别填写。', '4.人员性质：正式、聘用。', '5.办公用房：填写使用面积；没有使用面积的填建筑面积。']
  return { name: '填表说明', rows: text.map((value, at) => ({ height: at === 0 ? 28 : 20, cells: cells([value], at === 0 ? TITLE_LEFT : LINE) })), widths: [70] }
}
const TITLE_LEFT = { ...LINE, size: 16, bold: true } as const

export const messySample: Book = { sheets: [notes(), roster(), oldRoster(), premises(), pay(), pupils()], strings: 'inline' }
