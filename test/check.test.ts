import { areaCells } from '../src/core/area'
import { cellKey } from '../src/core/place'
import { check, read, report } from '../src/check'
import type { CellValue } from '../src/core/cell'
import { parseDay } from '../src/core/day'
import type { Snapshot } from '../src/core/snapshot'
import { acceptanceOf } from '../src/core/waiver'
import { say } from '../src/messages'
import { defaultPolicy, loadPolicy } from '../src/policies'

function snapshot(sheets: Readonly<Record<string, readonly (readonly CellValue[])[]>>): Snapshot {
  return {
    name: '示例.xlsx', dateSystem: 1900, names: [], notices: [],
    sheets: Object.entries(sheets).map(([name, rows]) => ({ name, kind: 'worksheet', visibility: 'visible', rows, formulas: new Map(), isProtected: false, tables: [] })),
  }
}

const HEADER = ['序号', '社区', '姓名', '出生日期', '学历', '政治面貌', '人员性质']
const person = (at: number, kind: string, born: string, education = '本科', politics = '党员'): CellValue[] => [at, '河东社区', `李${'甲乙丙丁戊己庚'[at - 1] ?? ''}`, born, education, politics, kind]
const ROSTER = [['社区工作者花名册'], HEADER, ...[1, 2, 3, 4].map(at => person(at, '正式', '1978-12-31')), ...[5, 6, 7].map(at => person(at, '合同制', '1988-05-01', '大专', '群众'))]
const STATED = [['社区工作者花名册'], ['填报单位：河东社区', null, null, null, '截至日期：2022年6月30日'], ...ROSTER.slice(1)]

test('a roster is read, judged and counted', () => {
  const result = check(snapshot({ 花名册: ROSTER }), { policy: defaultPolicy })
  expect(result.communities.map(unit => [unit.name, unit.headcount.formal, unit.headcount.contracted])).toEqual([['河东', 4, 3]])
  expect(result.communities[0]?.judgements.map(judgement => [judgement.target.id, judgement.verdict])).toEqual([
    ['formal-count', 'met'], ['contracted-count', 'met'], ['college-share', 'met'], ['average-age', 'met'], ['party-league-share', 'met'], ['usable-area', 'unknown'], ['required-rooms', 'unknown'],
  ])
  expect(result.counts).toMatchObject({ rowsRead: 7, error: result.findings.filter(finding => finding.severity === 'error').length })
  expect(result.counts.met + result.counts.missed + result.counts.surplus + result.counts.unknown).toBe(
    result.overall.judgements.length + 7,
  )
})

describe('the day of ages', () => {
  test.each<[string, readonly (readonly CellValue[])[], string | undefined, string, string]>([
    ['the argument wins', STATED, '2021-01-01', '2021-01-01', 'argument'],
    ['then the day that the workbook states', STATED, undefined, '2022-06-30', 'stated'],
    ['then the last day of the standard\'s year', ROSTER, undefined, '2023-12-31', 'policy-year'],
  ])('%s', (_name, rows, asOf, day, from) => {
    const result = check(snapshot({ 花名册: rows }), { policy: defaultPolicy, ...(asOf === undefined ? {} : { asOf }) })
    expect([result.asOf, result.asOfFrom]).toEqual([day, from])
  })

  test('what was read once is judged again for another day and another standard', async () => {
    const book = snapshot({ 花名册: ROSTER }), reading = read(book, {}), longnan = await loadPolicy('gansu-longnan-2022')
    const age = (asOf: string): number | null => report(book, reading, { policy: defaultPolicy, asOf }).overall.headcount.averageAge
    expect([age('2023-12-30'), age('2023-12-31')]).toEqual([(44 * 4 + 35 * 3) / 7, (45 * 4 + 35 * 3) / 7])
    expect(longnan === null ? [] : report(book, reading, { policy: longnan }).overall.judgements.map(judgement => judgement.target.id)).toContain('staff-per-10000')
  })

  test('a day that never was is a mistake of the caller', () => {
    expect(() => check(snapshot({ 花名册: ROSTER }), { policy: defaultPolicy, asOf: '2023-02-30' })).toThrow(RangeError)
    expect(parseDay('2023-02-30')).toBeNull()
  })
})

test('a mapping settles what the words do not', () => {
  const rows = [...ROSTER, [8, '河东社区', '李辛', '1990-01-01', '本科', '群众', '公益性岗位']]
  const count = (contracted: boolean): number | undefined =>
    check(snapshot({ 花名册: rows }), { policy: defaultPolicy, ...(contracted ? { mapping: { words: { employment: { 公益性岗位: 'contracted' } } } } : {}) }).communities[0]?.headcount.contracted
  expect([count(false), count(true)]).toEqual([3, 4])
})

describe('accepted findings', () => {
  const short = snapshot({ 花名册: ROSTER.slice(0, -1) }), before = check(short, { policy: defaultPolicy })
  const missed = before.findings.find(finding => finding.subject === '河东/contracted-count')
  const accepted = missed === undefined ? [] : [acceptanceOf(missed, '已列入招聘计划', '2024-01-05')]

  test('marked, last, and in no count but their own; the verdict stays', () => {
    const after = check(short, { policy: defaultPolicy, accepted })
    expect(before.counts.accepted).toBe(0)
    expect(after.counts).toEqual({ ...before.counts, error: before.counts.error - 1, accepted: 1 })
    expect(after.findings.at(-1)).toEqual({ ...missed, accepted: { reason: '已列入招聘计划', acceptedOn: '2024-01-05' } })
    expect(after.communities).toEqual(before.communities)
  })

  test('another value behind it: the error is back, and a note says why', () => {
    const after = check(snapshot({ 花名册: ROSTER.slice(0, -2) }), { policy: defaultPolicy, accepted })
    expect(after.counts.accepted).toBe(0)
    expect(after.findings.filter(finding => finding.subject.includes('河东/contracted-count')).map(finding => `${finding.severity} ${finding.at === null ? '' : areaCells(finding.at) ?? ''} ${say(finding.message, 'zh-CN')}`)).toEqual([
      'error G3:G7 河东社区：聘用人员 1 人，应配 3 人，缺 2 人。',
      'info G3:G7 接受失效：所依据的数据已变（当时的理由：已列入招聘计划）。现在是：河东社区：聘用人员 1 人，应配 3 人，缺 2 人。',
    ])
  })

  test('mended: one note for all that did not occur', () => {
    const many = Array.from({ length: 7 }, (_, index) => ({ check: 'target-missed', subject: `第${index}/formal-count`, reason: '无', fingerprint: '0' }))
    const note = (given: typeof accepted): string[] => check(snapshot({ 花名册: ROSTER }), { policy: defaultPolicy, accepted: given }).findings.filter(finding => finding.rule === 'acceptance-lapsed').map(finding => say(finding.message, 'en'))
    expect(note(accepted)).toEqual(['1 accepted finding did not occur this time (target-missed 河东/contracted-count): mended, or accepted for another file or standard.'])
    expect(note(many)).toEqual([expect.stringMatching(/^7 accepted findings did not occur this time \(.*第4\/formal-count and others\)/)])
  })
})

test('the same workbook gives the same report', () => {
  const book = snapshot({ 花名册: ROSTER })
  expect(JSON.stringify(check(book, { policy: defaultPolicy }))).toBe(JSON.stringify(check(book, { policy: defaultPolicy })))
})

test.each<[string, Snapshot]>([
  ['no sheets', snapshot({})],
  ['an empty sheet', snapshot({ Sheet1: [] })],
  ['words without a table', snapshot({ Sheet1: [['通知'], ['请各社区于本月底前报送材料。']] })],
])('%s: a report that does not look clean', (_name, book) => {
  const result = check(book, { policy: defaultPolicy })
  expect(result.findings.map(finding => finding.rule)).toContain('nothing-recognised')
  expect(result.counts.met).toBe(0)
  expect(new Set(result.overall.judgements.map(judgement => judgement.verdict))).toEqual(new Set(['unknown']))
})

describe('formulas that were stored without a value', () => {
  const HEAD = ['社区', '姓名', '人员类别', '学历', '政治面貌', '出生日期']
  const row = (name: string, education: CellValue): CellValue[] => ['河东社区', name, '正式', education, '中共党员', '1985-03-12']
  const withFormula = (formula: string): Snapshot => {
    const plain = snapshot({ 花名册: [HEAD, row('甲某', '大专'), row('乙某', '大专'), row('丙某', null)] })
    return { ...plain, sheets: plain.sheets.map(sheet => ({ ...sheet, formulas: new Map([[cellKey(4, 4), formula]]) })) }
  }

  test.each<[string, number, string[]]>([
    ['=D2', 3, []],
    ['=IF(LEN(B4)>1,"本科","")', 3, []],
    ['=TODAY()', 2, ['notice.formulas-without-value']],
  ])('%s', (formula, college, notices) => {
    const report = check(withFormula(formula), { policy: defaultPolicy, asOf: '2023-12-31' })
    expect(report.overall.headcount.college).toBe(college)
    expect(report.notices.map(notice => notice.key).filter(key => key === 'notice.formulas-without-value')).toEqual(notices)
  })
})
