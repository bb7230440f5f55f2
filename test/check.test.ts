import { check, read, report } from '../src/check'
import type { CellValue } from '../src/core/cell'
import { parseDay } from '../src/core/day'
import type { Snapshot } from '../src/core/snapshot'
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
  expect(result.counts.met + result.counts.missed + result.counts.surplus + result.counts.unknown).toBe(result.overall.judgements.length + 7)
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
  expect(result.findings.map(finding => finding.check)).toContain('nothing-recognised')
  expect(result.counts.met).toBe(0)
  expect(new Set(result.overall.judgements.map(judgement => judgement.verdict))).toEqual(new Set(['unknown']))
})
