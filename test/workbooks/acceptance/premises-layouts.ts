import { accepted, crew, grouped, month, plainPremises } from './crew'
import type { Acceptance, TruePremises } from './crew'
import type { Row } from '../workbook'

const STAFF = { 柳桥: [4, 3], 南园: [3, 3], 双塘: [5, 2] } as const
const ROSTER = ['序号', '社区', '姓名', '性别', '出生年月', '学历', '政治面貌', '人员性质'] as const

function rosterRows(people: ReturnType<typeof crew>): Row[] {
  return [['社区工作人员花名册'], ROSTER, ...people.map((one, at): Row => [at + 1, one.community, one.person.name, one.person.sex, month(one.birth), one.education, one.politics, one.kindWord])]
}

function underTheRoster(): Acceptance {
  const people = crew({ seed: 301, staff: STAFF })
  const rows: Row[] = [...rosterRows(people), ['合计', null, `${String(people.length)}人`], [], [], ['社区办公用房情况', null, null, null, null, null, '单位：㎡'], ['序号', '社区', '使用面积', '产权', '办公室', '警务室', '议事室', '活动室'], [1, '柳桥', 215, '自有', '有', '有', '有', '有'], [2, '南园', 88, '租用', '有', '无', '无', '无'], [3, '双塘', 200, '划拨', '有', '有', '合用', '有']]
  return accepted({ id: 'p01', tags: ['staff-and-premises-on-one-sheet'], sheets: { Sheet1: 'staff' }, people, premises: { 柳桥: plainPremises(215, 4), 南园: plainPremises(88, 1), 双塘: plainPremises(200, 4) }, book: { sheets: [{ name: 'Sheet1', rows }] } })
}

function beside(): Acceptance {
  const people = crew({ seed: 302, staff: STAFF })
  const areas: Row[] = [['用房情况'], ['社区名称', '使用面积(平方米)', '房屋来源'], ['柳桥社区', 160, '自建'], ['南园社区', 240, '购置'], ['双塘社区', 199.5, '自有']]
  const rows = rosterRows(people).map((row, at): Row => [...('cells' in row ? row.cells : row), ...Array.from({ length: 9 - ('cells' in row ? row.cells : row).length }, () => null), ...(areas[at] === undefined || 'cells' in areas[at] ? [] : areas[at])])
  const only = (area: number): TruePremises => ({ usableArea: area, area: area >= 200 ? 'met' : 'missed', rooms: null, roomsVerdict: 'unknown' })
  return accepted({ id: 'p02', tags: ['premises-beside-roster'], sheets: { Sheet1: 'staff' }, people, premises: { 柳桥: only(160), 南园: only(240), 双塘: only(199.5) }, book: { sheets: [{ name: 'Sheet1', rows }] } })
}

function usableAndBuilt(): Acceptance {
  const rows: Row[] = [['社区阵地建设情况表'], ['序号', '社区', '建筑面积', '其中：使用面积', '权属', '功能室', null, null, null], [null, null, null, null, null, '社区办公室', '警务室', '民主议事室', '文化活动室'], [1, '柳桥社区', 320, 224, '自有', '√', '√', '√', '√'], [2, '南园社区', 180, null, '自有', '√', '', '√', ''], [3, '双塘社区', 290, null, '自有', '√', '√', '√', '√'], [4, '沿河社区', null, null, '无房', null, null, null, null]]
  return accepted({
    id: 'p03', tags: ['usable-and-built', 'built-only', 'no-premises'], sheets: { 阵地: 'premises' },
    premises: {
      柳桥: plainPremises(224, 4), 南园: { usableArea: null, area: 'missed', rooms: 2, roomsVerdict: 'missed' }, 双塘: { usableArea: null, area: 'unknown', rooms: 4, roomsVerdict: 'met' },
      沿河: { usableArea: { oneOf: [0, null] }, area: { oneOf: ['missed', 'unknown'] }, rooms: { oneOf: [0, null] }, roomsVerdict: { oneOf: ['missed', 'unknown'] } },
    },
    book: { sheets: [{ name: '阵地', rows, merges: ['F2:I2'] }] },
  })
}

function unitsInside(): Acceptance {
  const areas: readonly (readonly [string, string, TruePremises])[] = [
    ['柳桥', '218㎡', known(218)], ['南园', '约150平方米', known(150)], ['双塘', '200平米左右', { ...known(200), area: 'unknown' }], ['沿河', '120+90', known(210)],
    ['新桥', '办公80活动140', known(220)], ['老街', '60-80㎡', { ...known(60) }], ['北塘', '近200', { ...known(200), area: { oneOf: ['unknown', 'missed'] } }], ['东园', '2间', open()], ['西园', '待定', open()], ['后港', '２０５㎡', known(205)], ['前港', '195 m2', known(195)], ['中港', '不足200', { ...known(200), usableArea: 'skip', area: { oneOf: ['missed', 'unknown'] } }],
  ]
  const rows: Row[] = [['办公用房统计'], ['社区', '实际使用面积', '取得方式'], ...areas.map(([name, area]): Row => [`${name}社区`, area, '自有'])]
  return accepted({ id: 'p04', tags: ['areas-every-way'], sheets: { 用房: 'premises' }, premises: Object.fromEntries(areas.map(([name, , truth]) => [name, truth])), book: { sheets: [{ name: '用房', rows }] } })
}

function known(area: number): TruePremises {
  return { usableArea: area, area: area >= 200 ? 'met' : 'missed', rooms: null, roomsVerdict: 'unknown' }
}

function open(): TruePremises {
  return { usableArea: null, area: 'unknown', rooms: null, roomsVerdict: 'unknown' }
}

function roomsInOneColumn(): Acceptance {
  const rows: Row[] = [['社区用房'], ['社区名称', '使用面积（㎡）', '是否达到四室合一'], ['柳桥', 220, '是'], ['南园', 210, '否'], ['双塘', 130, '否']]
  const told = (area: number, yes: boolean): TruePremises => ({ usableArea: area, area: area >= 200 ? 'met' : 'missed', rooms: yes ? { oneOf: [4, null] } : 'skip', roomsVerdict: yes ? 'met' : 'missed' })
  return accepted({ id: 'p05', tags: ['四室-yes-no'], sheets: { 用房: 'premises' }, premises: { 柳桥: told(220, true), 南园: told(210, false), 双塘: told(130, false) }, book: { sheets: [{ name: '用房', rows }] } })
}

function roomsListed(): Acceptance {
  const rows: Row[] = [['社区用房'], ['社区名称', '使用面积（㎡）', '功能室设置情况'], ['柳桥', 220, '办公室、警务室、议事室、文化活动室'], ['南园', 210, '办公室、警务室'], ['双塘', 130, '社区办公室；民主议事室；文化活动室']]
  return accepted({ id: 'p06', tags: ['rooms-listed'], sheets: { 用房: 'premises' }, premises: { 柳桥: plainPremises(220, 4), 南园: plainPremises(210, 2), 双塘: plainPremises(130, 3) }, book: { sheets: [{ name: '用房', rows }] } })
}

function severalSites(): Acceptance {
  const people = crew({ seed: 307, staff: STAFF })
  const rows: Row[] = [['社区办公活动场所统计表'], ['序号', '社区', '场所名称', '地址', '使用面积（㎡）', '权属', '警务室', '办公室', '活动室', '议事室'], [1, '柳桥', '办公楼', '柳桥路1号', 120, '自有', '有', '有', '无', '无'], [null, null, '活动中心', '柳桥路9号', 95, '自有', '无', '无', '有', '有'], [2, '南园', '办公楼', '南园路2号', 70, '租用', '无', '有', '无', '无'], [3, '双塘', '服务中心', '双塘路3号', 260, '自有', '有', '有', '有', '有'], ['合计', null, null, null, { formula: 'SUM(E3:E6)', value: 545 }]]
  return accepted({ id: 'p07', tags: ['several-sites', 'rooms-in-other-order'], sheets: { 花名册: 'staff', 场所: 'premises' }, people, premises: { 柳桥: plainPremises(215, 4), 南园: plainPremises(70, 1), 双塘: plainPremises(260, 4) }, book: { sheets: [{ name: '花名册', rows: rosterRows(people) }, { name: '场所', rows, merges: ['A3:A4', 'B3:B4'] }] } })
}

function premisesAlone(): Acceptance {
  const rows: Row[] = [['党群服务中心情况表'], ['单位：平方米'], ['序号', '居委会', '净面积', '房屋性质', '备注'], [1, '柳桥居委会', 201, '自有', null], [2, '南园居委会', 45, '借用', '借用学校房屋'], [3, '双塘居委会', null, null, '待报']]
  return accepted({ id: 'p08', tags: ['premises-only'], sheets: { 情况: 'premises' }, premises: { 柳桥: known(201), 南园: known(45), 双塘: open() }, book: { sheets: [{ name: '情况', rows }] } })
}

function sharedAndOpen(): Acceptance {
  const rows: Row[] = [['用房情况'], ['社区', '使用面积', '产权性质', '办公室', '警务室', '议事室', '活动室'], ['柳桥', 205, '自有', '有', '合用', '有', '合用'], ['南园', 230, '自有', '有', '有', null, '有'], ['双塘', 210, '待拆迁', '有', '有', '有', '有'], ['沿河', 260, '在建', '无', '无', '无', '无']]
  return accepted({
    id: 'p09', tags: ['shared-rooms', 'blank-room-in-yes-no', 'in-building', 'demolition'], sheets: { 用房: 'premises' },
    premises: {
      柳桥: plainPremises(205, 4), 南园: { usableArea: 230, area: 'met', rooms: { oneOf: [3, null] }, roomsVerdict: 'unknown' }, 双塘: { usableArea: 210, area: { oneOf: ['met', 'unknown'] }, rooms: 4, roomsVerdict: 'met' },
      沿河: { usableArea: { oneOf: [0, null] }, area: { oneOf: ['missed', 'unknown'] }, rooms: { oneOf: [0, null] }, roomsVerdict: 'missed' },
    },
    book: { sheets: [{ name: '用房', rows }] },
  })
}

function wanSquare(): Acceptance {
  const rows: Row[] = [['综合服务设施统计表'], ['社区', '使用面积（万平方米）', '来源'], ['柳桥', 0.0236, '自有'], ['南园', 0.018, '划拨'], ['双塘', '0.02', '自有']]
  return accepted({ id: 'p10', tags: ['unit-wan-in-header'], sheets: { 设施: 'premises' }, premises: { 柳桥: known(236), 南园: known(180), 双塘: known(200) }, book: { sheets: [{ name: '设施', rows }] } })
}

/** The list of communities carries the area of their offices beside households. */
function areasInCommunityList(): Acceptance {
  const people = crew({ seed: 311, staff: STAFF })
  const rows: Row[] = [['社区基本情况一览表'], ['序号', '社区名称', '户数', '常住人口', '居委会办公用房面积（㎡）', '书记姓名', '联系电话'], ...grouped(people).map(([name, here], at): Row => [at + 1, `${name}社区`, 1200 + at * 310, 3400 + at * 800, [210, 90, 160][at] ?? null, here[0]?.person.name ?? null, '000-0000'])]
  const told = (area: number): TruePremises => ({ usableArea: { oneOf: [area, null] }, area: { oneOf: [area >= 200 ? 'met' : 'missed', 'unknown'] }, rooms: null, roomsVerdict: 'unknown' })
  return accepted({ id: 'p11', tags: ['area-in-community-list'], sheets: { 花名册: 'staff', 基本情况: 'other' }, people, premises: { 柳桥: told(210), 南园: told(90), 双塘: told(160) }, book: { sheets: [{ name: '花名册', rows: rosterRows(people) }, { name: '基本情况', rows }] } })
}

function withTotals(): Acceptance {
  const rows: Row[] = [['社区办公用房情况统计表'], [null, null, null, null, '单位：㎡'], ['序号', '社区名称', '办公用房面积', '活动用房面积', '使用方式'], ['合计', null, 590, 260, null], [1, '柳桥社区', 130, 80, '自有'], [2, '南园社区', 260, 0, '自有'], ['小计', null, 390, 80, null], [3, '双塘社区', 200, 180, '租借'], ['注：面积均为使用面积。']]
  return accepted({ id: 'p12', tags: ['total-first', 'office-and-activity'], sheets: { 用房: 'premises' }, premises: { 柳桥: known(210), 南园: known(260), 双塘: known(380) }, book: { sheets: [{ name: '用房', rows }] } })
}

/** Premises: where they stand, and the ways in which an area and a room are written. */
export const premisesLayouts: readonly Acceptance[] = [
  underTheRoster(),
  beside(),
  usableAndBuilt(),
  unitsInside(),
  roomsInOneColumn(),
  roomsListed(),
  severalSites(),
  premisesAlone(),
  sharedAndOpen(),
  wanSquare(),
  areasInCommunityList(),
  withTotals(),
]
