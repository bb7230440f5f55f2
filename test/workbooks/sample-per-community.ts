import { between, pick, series, Town, two } from './people'
import type { Invented } from './people'
import { across, blanks, BODY, BODY_LEFT, cells, header, LINE, line, TEXT, title, TOTAL } from './sheet-looks'
import { byCommunity } from './truth'
import type { TruePerson } from './truth'
import type { Book, Row, Sheet } from './workbook'

/** One sheet a community, people above and premises below, and a summary in front. */

interface Entry extends TruePerson {
  readonly person: Invented
  readonly education: string
  readonly politics: string
}

interface Office {
  readonly name: string
  readonly staff: readonly [number, number]
  readonly usable: number
  readonly tenure: string
  readonly rooms: readonly [string, string, string, string]
}

const OFFICES: readonly Office[] = [
  { name: '柳园', staff: [4, 3], usable: 236, tenure: '自有', rooms: ['有', '有', '有', '有'] },
  { name: '城南', staff: [4, 3], usable: 200, tenure: '自有', rooms: ['有', '有', '合用', '有'] },
  { name: '东风', staff: [3, 3], usable: 148.5, tenure: '划拨', rooms: ['有', '有', '有', '无'] },
  { name: '莲花', staff: [5, 2], usable: 96, tenure: '租赁', rooms: ['有', '无', '无', '无'] },
  { name: '北门', staff: [4, 2], usable: 212, tenure: '自有', rooms: ['有', '有', '有', '有'] },
]

const draw = series(5005)
const town = new Town(draw)
const entries: readonly Entry[] = OFFICES.flatMap(office =>
  ([['formal', office.staff[0]], ['contracted', office.staff[1]]] as const).flatMap(([kind, count]) =>
    Array.from({ length: count }, () => {
      const person = town.person(between(26, 55, draw), 2023)
      const college = draw() < 0.75
      const partyLeague = draw() < 0.55
      return { person, community: office.name, kind, college, partyLeague, birth: person.birth, education: pick(college ? ['大专', '本科', '大专'] : ['高中', '中专'], draw), politics: partyLeague ? '中共党员' : '群众' }
    })))

export const perCommunityPeople: readonly TruePerson[] = entries
export const perCommunityOffices = OFFICES

function sheet(office: Office): Sheet {
  const here = entries.filter(entry => entry.community === office.name)
  const rows: Row[] = [
    title(`${office.name}社区工作人员及办公用房登记表`, 9),
    line(`填报单位：${office.name}社区居委会`, 9, '截至日期：2023年12月31日', 9),
    { height: 22, cells: cells(['一、工作人员', ...blanks(8)], { ...LINE, bold: true }) },
    header(['序号', '姓名', '性别', '出生年月', '身份证号码', '文化程度', '政治面貌', '人员类别', '备注'], 24),
    ...here.map((entry, at) => ({
      height: 18,
      cells: cells([at + 1, entry.person.name, entry.person.sex, `${String(entry.birth.year)}.${two(entry.birth.month)}`, entry.person.id, entry.education, entry.politics, entry.kind === 'formal' ? '正式' : '聘用', null], BODY, BODY, BODY, BODY, TEXT, BODY, BODY, BODY, BODY_LEFT),
    })),
    [],
    { height: 22, cells: cells(['二、办公用房', ...blanks(8)], { ...LINE, bold: true }) },
    header(['序号', '坐落', '使用面积（㎡）', '产权性质', '社区办公室', '警务室', '民主议事室', '文化活动室', '备注'], 32),
    { height: 18, cells: cells([1, `${office.name}路1号`, office.usable, office.tenure, ...office.rooms, null], BODY, BODY_LEFT, BODY) },
    [],
    { height: 20, cells: cells(['填表人：', null, null, '审核人：', null, null, '负责人：'], LINE) },
  ]
  return { name: `${office.name}社区`, rows, merges: [across(1, 1, 9)], widths: [6, 12, 14, 12, 22, 11, 12, 12, 14], print: {} }
}

/** Counted by hand, with one figure that nobody brought up to date. */
function summary(): Sheet {
  const units = byCommunity(entries, { year: 2023, month: 12, day: 31 })
  const rows: Row[] = [
    title('各社区人员配备情况汇总表', 8),
    line('填报单位：城关镇社区办', 8, '截至日期：2023年12月31日', 8),
    header(['序号', '社区名称', '应配正式', '实有正式', '应配聘用', '实有聘用', '合计实有', '备注'], 24),
    ...OFFICES.map((office, at) => {
      const unit = units.get(office.name)
      const formal = (unit?.formal ?? 0) + (office.name === '东风' ? 1 : 0)
      const contracted = unit?.contracted ?? 0
      const row = String(at + 4)
      return { height: 18, cells: cells([at + 1, `${office.name}社区`, 4, formal, 3, contracted, { formula: `D${row}+F${row}`, value: formal + contracted }, null], BODY, BODY, BODY, BODY, BODY, BODY, BODY, BODY_LEFT) }
    }),
  ]
  const sum = (column: string, value: number): { formula: string; value: number } => ({ formula: `SUM(${column}4:${column}8)`, value })
  const formal = entries.filter(entry => entry.kind === 'formal').length + 1
  const contracted = entries.length + 1 - formal
  rows.push({ height: 20, cells: cells(['合计', null, sum('C', 20), sum('D', formal), sum('E', 15), sum('F', contracted), sum('G', formal + contracted), null], TOTAL) })
  return { name: '汇总', rows, merges: [across(1, 1, 8), across(9, 1, 2)], widths: [6, 14, 11, 11, 11, 11, 11, 16], print: {} }
}

export const perCommunitySample: Book = { sheets: [summary(), ...OFFICES.map(sheet)] }
