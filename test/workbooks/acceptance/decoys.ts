import { accepted, crew, grouped, month } from './crew'
import type { Acceptance, Member } from './crew'
import { series, Town } from '../people'
import type { Row, Sheet } from '../workbook'

const STAFF = { 柳桥: [4, 3], 南园: [3, 3], 双塘: [5, 2] } as const

function roster(people: readonly Member[], name = '花名册', title = '社区工作人员花名册'): Sheet {
  return { name, rows: [[title], ['序号', '社区', '姓名', '性别', '出生年月', '学历', '政治面貌', '人员性质'], ...people.map((one, at): Row => [at + 1, `${one.community}社区`, one.person.name, one.person.sex, month(one.birth), one.education, one.politics, one.kindWord])] }
}

function payBeside(): Acceptance {
  const people = crew({ seed: 401, staff: STAFF })
  const rows: Row[] = [['社区工作人员12月份工资表'], ['序号', '姓名', '社区', '人员性质', '岗位工资', '绩效工资', '养老保险', '医疗保险', '应发合计', '实发'], ...people.map((one, at): Row => [at + 1, one.person.name, one.community, one.kindWord, 2200, 800, 240, 60, 3000, 2700]), ['合计', null, null, null, 2200 * people.length]]
  return accepted({ id: 'd01', tags: ['pay-sheet-with-kind'], sheets: { 花名册: 'staff', 工资: 'salary' }, people, book: { sheets: [{ name: '工资', rows }, roster(people)] } })
}

function volunteers(): Acceptance {
  const people = crew({ seed: 402, staff: STAFF })
  const others = crew({ seed: 4020, staff: { 柳桥: [0, 9], 南园: [0, 8] } })
  const rows: Row[] = [['社区志愿者登记表'], ['序号', '社区', '姓名', '性别', '出生年月', '学历', '政治面貌', '服务时长（小时）', '服务项目'], ...others.map((one, at): Row => [at + 1, `${one.community}社区`, one.person.name, one.person.sex, month(one.birth), one.education, one.politics, 12 + at, '文明劝导'])]
  return accepted({ id: 'd02', tags: ['volunteers-list'], sheets: { 志愿者: 'decoy', 花名册: 'staff' }, people, book: { sheets: [{ name: '志愿者', rows }, roster(people)] } })
}

function oldCopyHidden(): Acceptance {
  const people = crew({ seed: 403, staff: STAFF })
  const old = crew({ seed: 4030, staff: { 柳桥: [4, 4], 南园: [4, 4], 双塘: [4, 4] } })
  return accepted({ id: 'd03', tags: ['hidden-copy', 'very-hidden'], sheets: { 花名册: 'staff', '花名册 (2)': 'hidden', 备份: 'hidden' }, people, book: { sheets: [{ ...roster(old, '花名册 (2)'), hidden: true }, roster(people), { ...roster(old, '备份'), hidden: 'very' }] } })
}

/** Last year's list stands open beside this year's; mostly the same people. */
function oldCopyVisible(): Acceptance {
  const people = crew({ seed: 404, staff: STAFF })
  return accepted({ id: 'd04', tags: ['two-years-visible'], sheets: { '2023年': 'staff', '2022年': 'hidden' }, people, book: { sheets: [roster(people, '2023年', '2023年社区工作人员花名册'), roster(people.slice(2), '2022年', '2022年社区工作人员花名册')] } })
}

function totalsAsPeople(): Acceptance {
  const people = crew({ seed: 405, staff: STAFF })
  const rows: Row[] = [['社区工作人员花名册'], ['序号', '社区', '姓名', '性别', '出生年月', '学历', '政治面貌', '人员性质']]
  let number = 0
  for (const [name, here] of grouped(people)) {
    here.forEach(one => rows.push([++number, `${name}社区`, one.person.name, one.person.sex, month(one.birth), one.education, one.politics, one.kindWord]))
    rows.push([null, `${name}社区小计`, String(here.length), null, null, `大专以上${String(here.filter(one => one.college).length)}人`, `党员${String(here.filter(one => one.partyLeague).length)}人`, null])
  }
  rows.push([null, '总  计', `共${String(number)}人`, null, null, null, null, null], ['其中', null, '男', people.filter(one => one.person.sex === '男').length, '女', people.filter(one => one.person.sex === '女').length], ['填表人', null, '陈建国', null, '审核人', '李芳', '日期', '2023.12.31'], ['说明：本表一式三份。'])
  return accepted({ id: 'd05', tags: ['subtotal-in-community-column', 'signature-cells-with-names', '其中-row'], sheets: { 花名册: 'staff' }, people, book: { sheets: [{ name: '花名册', rows }] } })
}

function partyMembers(): Acceptance {
  const people = crew({ seed: 406, staff: STAFF })
  const others = crew({ seed: 4060, staff: { 柳桥: [0, 12], 南园: [0, 10] }, party: 1 })
  const rows: Row[] = [['社区党员名册'], ['序号', '所在党支部', '姓名', '性别', '出生年月', '学历', '入党时间', '工作单位', '党费（元）'], ...others.map((one, at): Row => [at + 1, `${one.community}社区第一党支部`, one.person.name, one.person.sex, month(one.birth), one.education, '2001.07', '某某公司', 5])]
  return accepted({ id: 'd06', tags: ['party-members-list'], sheets: { 党员: 'decoy', 花名册: 'staff' }, people, book: { sheets: [roster(people), { name: '党员', rows }] } })
}

function nothingAtAll(): Acceptance {
  return accepted({ id: 'd07', tags: ['empty-workbook'], sheets: { Sheet1: 'decoy', Sheet2: 'decoy' }, book: { sheets: [{ name: 'Sheet1', rows: [] }, { name: 'Sheet2', rows: [[null, '']] }] } })
}

function instructionsOnly(): Acceptance {
  const rows: Row[] = [['填表说明'], ['1、姓名：与身份证一致；性别：男或女；出生年月：如1985.03。'], ['2、学历：大专、本科；政治面貌：中共党员、群众。'], ['姓名', '填写全名'], ['性别', '男/女'], ['学历', '填最高学历'], ['人员性质', '正式、聘用']]
  return accepted({ id: 'd08', tags: ['data-dictionary'], sheets: { 说明: 'decoy' }, book: { sheets: [{ name: '说明', rows }] } })
}

function retiredCadres(): Acceptance {
  const people = crew({ seed: 409, staff: STAFF })
  const others = new Town(series(4090))
  const rows: Row[] = [['社区低保对象花名册'], ['序号', '社区', '户主姓名', '性别', '出生年月', '文化程度', '家庭人口', '月保障金额（元）', '保障类别'], ...Array.from({ length: 15 }, (_, at): Row => {
    const one = others.person(50 + at, 2023)
    return [at + 1, ['柳桥社区', '南园社区', '双塘社区'][at % 3] ?? null, one.name, one.sex, month(one.birth), '小学', 2, 680, 'A类']
  })]
  return accepted({ id: 'd09', tags: ['welfare-list'], sheets: { 低保: 'decoy', 花名册: 'staff' }, people, book: { sheets: [{ name: '低保', rows }, roster(people)] } })
}

/** Grid workers on a sheet of their own: read, and in neither count until someone decides. */
function gridWorkers(): Acceptance {
  const people = crew({ seed: 410, staff: STAFF })
  const others = crew({ seed: 4100, staff: { 柳桥: [0, 4], 南园: [0, 3], 双塘: [0, 2] } }).map((one): Member => ({ ...one, kind: 'undecided', kindWord: '网格员' }))
  const rows: Row[] = [['社区网格员花名册'], ['序号', '社区', '网格名称', '姓名', '性别', '出生年月', '学历', '政治面貌', '人员类别'], ...others.map((one, at): Row => [at + 1, `${one.community}社区`, `第${String(at + 1)}网格`, one.person.name, one.person.sex, month(one.birth), one.education, one.politics, one.kindWord])]
  return accepted({ id: 'd10', tags: ['grid-workers-sheet'], sheets: { 花名册: 'staff', 网格员: 'staff' }, people: [...people, ...others], book: { sheets: [roster(people), { name: '网格员', rows }] } })
}

function budgetOnly(): Acceptance {
  const rows: Row[] = [['2023年社区工作经费预算表'], ['单位：万元'], ['序号', '项目', '人数', '标准', '金额', '资金来源'], [1, '正式人员工资', 68, 1.2279, 83.5, '市财政'], [2, '临时人员工资', 58, 0.3431, 19.9, '镇财政'], [3, '办公费', null, null, 6, '镇财政'], ['合计', null, 126, null, 109.4, null]]
  return accepted({ id: 'd11', tags: ['budget-only'], sheets: { 预算: 'decoy' }, book: { sheets: [{ name: '预算', rows }] } })
}

function attendance(): Acceptance {
  const people = crew({ seed: 412, staff: STAFF })
  const rows: Row[] = [['柳桥社区12月考勤表'], ['序号', '姓名', ...Array.from({ length: 31 }, (_, at) => at + 1), '出勤天数'], ...people.slice(0, 7).map((one, at): Row => [at + 1, one.person.name, ...Array.from({ length: 31 }, (_, on) => (on % 7 < 5 ? '√' : '休')), 23])]
  return accepted({ id: 'd12', tags: ['attendance-sheet'], sheets: { 考勤: 'decoy', 花名册: 'staff' }, people, book: { sheets: [{ name: '考勤', rows }, roster(people)] } })
}

/** Sheets that look like a roster and are none, alone or beside the true one. */
export const decoys: readonly Acceptance[] = [
  payBeside(),
  volunteers(),
  oldCopyHidden(),
  oldCopyVisible(),
  totalsAsPeople(),
  partyMembers(),
  nothingAtAll(),
  instructionsOnly(),
  retiredCadres(),
  gridWorkers(),
  budgetOnly(),
  attendance(),
]
