import fc from 'fast-check'
import { check } from '../../src/check'
import { areaName } from '../../src/core/area'
import type { CellValue } from '../../src/core/cell'
import { checkCharacter } from '../../src/core/id-number'
import type { Snapshot } from '../../src/core/snapshot'
import { say } from '../../src/messages'
import { defaultPolicy } from '../../src/policies'
import { retirementDay } from '../../src/rules/people/retirement'

/** An id of nobody: area 321299 is not assigned. */
function id(day: string, order = '001', area = '321299'): string {
  const digits = area + day + order
  return digits + checkCharacter(digits)
}

function book(rows: readonly (readonly CellValue[])[], more: Partial<Snapshot['sheets'][number]> = {}): Snapshot {
  return { name: '示例.xlsx', dateSystem: 1900, names: [], notices: [], sheets: [{ name: '花名册', kind: 'worksheet', visibility: 'visible', rows, formulas: new Map(), isProtected: false, tables: [], ...more }] }
}

function findings(snapshot: Snapshot, asOf = '2023-12-31') {
  return check(snapshot, { policy: defaultPolicy, asOf }).findings
}

const HEAD = ['社区', '姓名', '人员类别']
const BASE = ['河东社区', '甲某', '正式']
const GOOD = id('19800312'), OTHER_LAST = GOOD.slice(0, 17) + (GOOD.endsWith('1') ? '2' : '1')

test.each<
  readonly [
    rule: string,
    header: readonly string[],
    cells: readonly CellValue[],
    at: string,
    severity: string,
    expected: string | number | null,
  ]
>([
  ['remark-not-understood', ['备注'], ['占编不在岗'], 'D2', 'warning', null],
  ['remark-not-understood', ['备注'], ['2024年2月入职'], 'D2', 'warning', null],
  ['remark-passed-over', ['备注'], ['见附页说明'], 'D2', 'info', null],
  ['id-length', ['身份证号'], [GOOD.slice(0, 17)], 'D2', 'error', null],
  ['id-length', ['身份证号'], [`${GOOD}2`], 'D2', 'error', null],
  ['id-not-an-id', ['身份证号'], ['护照E1234'], 'D2', 'warning', null],
  ['id-not-an-id', ['身份证号'], ['13900000001'], 'D2', 'warning', null],
  ['id-not-an-id', ['身份证号'], ['H12345678'], 'D2', 'info', null],
  ['id-not-an-id', ['身份证号'], ['80123456'], 'D2', 'info', null],
  ['id-not-an-id', ['身份证号'], ['19800312'], 'D2', 'warning', null],
  ['education-in-study', ['学历'], ['大专，2024年毕业'], 'D2', 'warning', null],
  ['education-in-study', ['学历'], ['本科（2024年7月毕业）'], 'D2', 'warning', null],
  ['stray-spaces', ['学历'], ['大专\u3000'], 'D2', 'info', null],
  ['stray-spaces', ['政治面貌'], ['群 众'], 'D2', 'info', null],
  ['stray-spaces', ['学历'], ['大\u200b专'], 'D2', 'info', null],
  ['value-blank', ['第一学历', '学历'], [null, '-'], 'D2,E2', 'warning', null],
  ['id-checksum-wrong', ['身份证号'], [OTHER_LAST], 'D2', 'error', null],
  ['id-date-impossible', ['身份证号'], [id('19800232')], 'D2', 'error', null],
  ['id-area-unknown', ['身份证号'], [id('19800312', '001', '291299')], 'D2', 'warning', null],
  ['id-stored-as-number', ['身份证号'], [321299198003121000], 'D2', 'error', null],
  ['id-writing', ['身份证号'], ['321299800312001'], 'D2', 'info', '321***********'],
  [
    'id-writing',
    ['身份证号'],
    [`${GOOD.slice(0, 6)} ${GOOD.slice(6, 14)} ${GOOD.slice(14)}`],
    'D2',
    'info',
    `321***********${GOOD.slice(-4)}`,
  ],
  [
    'id-writing',
    ['身份证号'],
    [[...GOOD].map(sign => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).join('')],
    'D2',
    'info',
    `321***********${GOOD.slice(-4)}`,
  ],
  ['id-writing', ['身份证号'], [`\u202d${GOOD}\u202c`], 'D2', 'info', `321***********${GOOD.slice(-4)}`],
  ['birth-differs-from-id', ['出生日期', '身份证号'], ['1982-03-12', GOOD], 'D2', 'warning', '1980-03-12'],
  ['birth-perhaps-lunar', ['出生日期', '身份证号'], ['1980-02-18', GOOD], 'D2', 'warning', '1980-03-12'],
  ['birth-impossible', ['出生日期', '身份证号'], ['1980-02-31', GOOD], 'D2', 'warning', '1980-03-12'],
  ['birth-impossible', ['出生日期', '身份证号'], ['2080-03-12', GOOD], 'D2', 'error', '1980-03-12'],
  ['birth-impossible', ['出生日期'], ['1900-01-01'], 'D2', 'warning', null],
  ['sex-differs-from-id', ['性别', '身份证号'], ['女', GOOD], 'D2', 'warning', '男'],
  ['age-differs-from-birth', ['年龄', '出生日期'], [83, '1985-03-12'], 'D2', 'warning', 38],
  ['age-implausible', ['年龄'], [8], 'D2', 'warning', null],
  ['age-implausible', ['年龄', '出生日期'], [3, '1985-03-12'], 'D2', 'warning', '38'],
  ['age-implausible', ['年龄', '身份证号'], ['4O', GOOD], 'D2', 'warning', '43'],
  ['age-implausible', ['年龄', '出生日期'], [145, '1985.03'], 'D2', 'warning', null],
  ['education-in-study', ['学历'], ['本科在读'], 'D2', 'warning', null],
  ['education-unfinished', ['学历'], ['大专结业'], 'D2', 'info', null],
  ['education-contradicts', ['文化程度', '是否大专以上'], ['职高', '是'], 'D2', 'warning', null],
  ['politics-contradicts', ['政治面貌', '是否党员'], ['群众', '是'], 'E2', 'warning', null],
  ['league-past-28', ['政治面貌', '出生日期'], ['共青团员', '1990-04-08'], 'D2', 'warning', null],
  ['party-before-18', ['入党时间', '政治面貌', '出生日期'], ['2007.12', '中共党员', '1997-10-23'], 'D2', 'warning', null],
  ['probation-over', ['入党时间', '政治面貌'], ['2019.05', '中共预备党员'], 'E2', 'warning', null],
  ['under-18', ['出生日期'], ['2006-06-14'], 'D2', 'warning', null],
  ['past-retirement', ['性别', '出生日期'], ['女', '1962-11-01'], 'E2', 'warning', null],
  ['hired-before-16', ['参加工作时间', '出生日期'], ['2003.05', '1995-03-16'], 'D2', 'warning', null],
  ['hired-after-leaving', ['到社区工作时间', '离职时间'], ['2022.10', '2021.06'], 'D2', 'error', null],
  ['day-in-future', ['参加工作时间'], ['2033.05'], 'D2', 'warning', null],
  ['presence-contradicts', ['人员状态', '备注'], ['在岗', '已离职'], 'E2', 'warning', null],
  ['presence-contradicts', ['人员状态'], ['空缺'], 'D2', 'warning', null],
  ['status-not-known', ['人员状态'], ['待定'], 'D2', 'warning', null],
  ['cell-error', ['学历'], [{ error: '#VALUE!' }], 'D2', 'warning', null],
  ['cell-error', ['性别'], [{ error: '#N/A' }], 'D2', 'warning', null],
  ['cell-error', ['年龄', '出生日期'], [{ error: '#REF!' }, '1985-03-12'], 'D2', 'warning', null],
  ['cell-error', ['手机号码'], [{ error: '#N/A' }], 'D2', 'warning', null],
  ['cell-error', ['入党时间'], [{ error: '#NAME?' }], 'D2', 'warning', null],
  ['kind-conflict', ['编制情况'], ['聘用'], 'C2', 'warning', null],
])('%s: %j = %j', (rule, header, cells, at, severity, expected) => {
  const base = rule === 'kind-conflict' ? ['河东社区', '甲某', '在编或聘用'] : BASE
  // Where nobody has a value the column itself is missing, which is another matter.
  const beside = rule === 'value-blank' ? [['河东社区', '乙某', '正式', '大专', '大专']] : []
  const found = findings(
    book([
      [...HEAD, ...header],
      [...base, ...cells],
      ...beside,
    ]),
  ).filter(finding => finding.rule === rule)
  expect(found.map(finding => [finding.at === null ? '' : areaName(finding.at), finding.severity])).toEqual([[`花名册!${at}`, severity]])
  const told = found[0]?.evidence?.expected ?? null
  if (typeof expected === 'string') expect(String(told)).toContain(expected)
  else expect(told).toBe(expected)
})

const crowd = (count: number, cells: (at: number) => readonly CellValue[]): (readonly CellValue[])[] => Array.from({ length: count }, (_, at) => ['河东社区', `甲${'一二三四五六七八'[at] ?? ''}`, '正式', ...cells(at)])
test.each<readonly [rule: string, rows: readonly (readonly CellValue[])[], at: readonly string[], more: Partial<Snapshot['sheets'][number]>]>([
  ['id-shared', [[...HEAD, '出生日期', '身份证号'], [...BASE, '1993-12-01', GOOD], ['河西社区', '乙某', '正式', '1980-03-12', GOOD]], ['E2', 'E3'], {}],
  ['same-person-twice', [[...HEAD, '身份证号'], [...BASE, GOOD], ['河西社区', '甲某', '聘用', GOOD]], ['B3'], {}],
  ['ages-stale', [[...HEAD, '年龄', '出生日期'], ...crowd(4, at => [36 - at, `${1985 + at}-03-12`])], ['D2:D5'], {}],
  ['phone-shared', [[...HEAD, '手机号码'], ...crowd(5, at => [at === 2 ? '13900000002' : '13900000001'])], ['D2:D3,D5:D6'], {}],
  ['community-two-spellings', [HEAD, BASE, ['河东社区', '乙某', '正式'], ['河东居委会', '丙某', '正式']], ['A4'], {}],
  ['example-row', [[...HEAD, '备注'], [...BASE, '填写示例'], ['河东社区', '乙某', '正式', '党员示范岗']], ['A2:D2'], {}],
  ['example-row', [['序号', ...HEAD], ['例', '河东社区', '张三', '正式'], [1, ...BASE]], ['A2:D2'], {}],
  ['hidden-rows', [HEAD, ...crowd(4, () => [])], ['B3:B4'], { hiddenRows: new Set([3, 4]) }],
  ['row-struck-out', [HEAD, ...crowd(3, () => [])], ['B3'], { struckRows: new Set([3]) }],
  ...['注：红色字体为已离职人员', '标黄的为聘用人员', '备注：黄色底纹表示退休'].map(note => ['colour-not-read', [HEAD, ...crowd(3, () => []), [note]], ['A5'], {}] as const),
  ...['注：黄色部分为必填项', '绿色部分由系统自动生成', '红色物业示范点'].map(note => ['colour-not-read', [HEAD, ...crowd(3, () => []), [note]], [], {}] as const),
  ['codes-by-standard', [[...HEAD, '政治面貌'], ...crowd(3, at => [`0${at + 1}`])], ['D2:D4'], {}],
  ['shifted-column', [[...HEAD, '出生日期', '身份证号'], ...crowd(5, at => [`198${at}-03-12`, at === 4 ? id('19951010') : id(`198${at + 1}0312`)])], ['E2:E5'], {}],
])('%s in a list', (rule, rows, at, more) => {
  const found = findings(book(rows, more)).filter(finding => finding.rule === rule)
  expect(found.map(finding => (finding.at === null ? '' : areaName(finding.at)))).toEqual(at.map(cells => `花名册!${cells}`))
})

test('spaces are taken out and nothing else', () => {
  const rows = [[...HEAD, '学历', '政治面貌'], ['河东社区 ', '甲  某', '正式', ' 大专', '群 众'], ['河东社区', '乙某\u00a0', '聘\u200b用', '大专 函授', '中共党员（保留团籍）']]
  const changes = findings(book(rows)).filter(finding => finding.rule === 'stray-spaces').flatMap(({ fix }) => (fix?.safe === true ? fix.changes : []))
  expect(changes.map(change => (change.kind === 'cell' ? [change.cell, change.after] : []))).toEqual([['A2', '河东社区'], ['B3', '乙某'], ['C3', '聘用'], ['D2', '大专'], ['E2', '群众']])
})

test('what is unusual and right is told by nobody', () => {
  const rows: readonly (readonly CellValue[])[] = [
    ['社区', '姓名', '人员类别', '性别', '出生日期', '身份证号', '年龄', '学历', '政治面貌', '入党时间', '参加工作时间', '到社区工作时间', '离职时间', '人员状态', '备注', '手机号码'],
    ['河东社区', '成本科', '正式', '男', '1976-02-29', id('19760229'), 47, '五年一贯制大专', '中共党员（保留团籍）', '2000.05', '1995年7月', '2001年12月', '2025年5月', '在岗', '合同期内', '13900000001'],
    ['河东社区', '甲某', '正式', '女', '1974-12-31', id('19741231', '002'), 49, '高职', '致公党党员', null, '1991.01', '2023.12', null, '在岗', '原在河南社区工作', '13900000001'],
    ['河东社区', '乙某', '正式', '男', '1964-04-02', id('19640402'), 59, '职高', '农工党党员', null, '1984.08', '1990.05', null, '在岗', '父亲为退休教师', '13900000001'],
    ['河西社区', '甲某', '聘用', '女', '1996-02-14', id('19960214', '002'), 27, '本科', '共青团员', null, '2012.02', '2020.05', null, '在岗', '党员示范岗', '13900000002'],
    ['河西社区', '丙某', '聘用', '男', '1987-11-22', id('19871122'), 36, '大专', '群众', null, '2010.02', '2020.05', null, '在岗', null, '13900000003'],
    ['河西社区', '丙二', '聘用', '男', '1987-11-22', id('19871122', '003'), 36, '大专', '入党积极分子', null, '2010.02', '2020.05', null, '在岗', null, '13900000004'],
    ['河西社区', '丁某', '聘用', '女', '1991-01-01', id('19910101', '002'), 32, '大专', '中共预备党员', '2023.06', '2010.02', '2020.05', null, '在岗', null, '13900000005'],
  ]
  expect(findings(book(rows)).filter(finding => finding.rule !== 'target-missed').map(finding => [finding.rule, finding.at === null ? '' : areaName(finding.at)])).toEqual([])
})

test('no finding says an id', () => {
  const writing = fc.constantFrom<(whole: string) => CellValue>(whole => whole, whole => whole.slice(0, 17), whole => `${whole.slice(0, 6)} ${whole.slice(6)}`, whole => Number(whole.slice(0, 15) + '000'), whole => `身份证：${whole}`, whole => whole.slice(0, 17) + (whole.endsWith('1') ? '2' : '1'), whole => whole.slice(0, 6) + whole.slice(8, 17))
  fc.assert(fc.property(fc.integer({ min: 1950, max: 2004 }), fc.integer({ min: 100, max: 999 }), writing, fc.constantFrom('出生日期', '备注'), (year, order, write, beside) => {
    const cell = write(id(`${year}0312`, String(order)))
    const found = findings(book([[...HEAD, beside, '身份证号', '性别'], [...BASE, beside === '备注' ? null : cell, cell, '男']]))
    for (const finding of found) expect(`${finding.subject} ${say(finding.message, 'zh-CN')} ${JSON.stringify(finding.evidence)}`).not.toMatch(/\d{12}/)
  }), { numRuns: 200 })
})

test.each([[19620101, 'female', 20170101], [19641231, 'male', 20241231], [19650101, 'male', 20250201], [19650401, 'male', 20250501], [19650501, 'male', 20250701], [19760901, 'male', 20390901], [19900101, 'male', 20530101], [19700101, 'female', 20250201]] as const)('born %d, %s: %d', (birth, sex, day) => {
  expect(retirementDay(birth, sex)).toBe(day)
})
