import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Verdict } from '../../src/core/verdict'
import type { Report } from '../../src/core/report'
import { accepted, plainPremises } from '../workbooks/acceptance/crew'
import type { Member } from '../workbooks/acceptance/crew'
import { messyCommunities, messyPeople } from '../workbooks/sample-messy'
import { perCommunityOffices, perCommunityPeople } from '../workbooks/sample-per-community'
import { planPeople, planPlaces } from '../workbooks/sample-plan'
import { SAMPLES } from '../workbooks/samples'
import type { TruePerson } from '../workbooks/truth'
import { checked, departures } from './compare'

const sample = (name: string): Promise<Report> => checked(readFileSync(join(__dirname, '../../samples', name)), name)
const verdict = (report: Report, community: string, target: string): Verdict | undefined =>
  report.communities.find(unit => unit.name === community)?.judgements.find(judgement => judgement.target.id === target)?.verdict
/** The words do not matter here: the truth is in the flags. */
const members = (people: readonly TruePerson[]): readonly Member[] => people.map(person => ({ ...person, person: { name: '', sex: '男', birth: person.birth, id: '' }, education: '', politics: '', kindWord: '' }))

describe('计划现状示例.xlsx: the plan\'s own situation', () => {
  let report: Report
  beforeAll(async () => { report = await sample('计划现状示例.xlsx') })

  test('20 communities; 68 of 80 and 58 of 60: 12 and 2 short', () => {
    expect(report.communities).toHaveLength(20)
    expect(report.overall.headcount).toMatchObject({ formal: 68, contracted: 58, undecided: 0, unknown: 0, counted: 126 })
    const short = (target: string): number =>
      report.communities.reduce(
        (sum, unit) => sum - Math.min(0, unit.judgements.find(judgement => judgement.target.id === target)?.difference ?? 0),
        0,
      )
    expect([short('formal-count'), short('contracted-count')]).toEqual([12, 2])
    expect(report.communities.reduce((sum, unit) => sum + (unit.judgements.find(judgement => judgement.target.id === 'formal-count')?.expected ?? 0), 0)).toBe(80)
  })

  test('the day is the one that the sheet states', () => {
    expect([report.asOf, report.asOfFrom]).toEqual(['2023-12-31', 'stated'])
  })

  test('every figure of every community is what went in', () => {
    const premises = Object.fromEntries(planPlaces.map(place => [place.name, { usableArea: typeof place.area === 'number' ? place.area : place.area === '待核实' ? null : 60, area: place.area === '待核实' ? 'unknown' : 'missed', rooms: place.rooms.filter(room => room !== '无').length, roomsVerdict: 'missed' }] as const))
    const truth = accepted({ id: 'plan', tags: [], sheets: { 人员花名册: 'staff', 办公用房情况: 'premises', 社区基本情况: 'other', 人员经费情况: 'decoy', 社区建设基金测算: 'decoy' }, people: members(planPeople), premises, book: { sheets: [] } })
    expect(departures(report, truth)).toEqual([])
  })

  test('premises: 1,780 m2 proved short at 11 communities, 9 not known', () => {
    const gaps = report.communities.map(unit => unit.premises?.gapPlanned ?? null)
    expect(gaps.filter(gap => gap === null)).toHaveLength(9)
    expect(gaps.reduce<number>((sum, gap) => sum + (gap ?? 0), 0)).toBe(1780)
    expect(report.communities.filter(unit => unit.premises?.tenure === 'rented').map(unit => unit.name)).toEqual(['河南', '河东', '荷叶'])
    expect(report.communities.filter(unit => unit.premises?.demolition === true).map(unit => unit.name)).toEqual(['南街'])
    expect(verdict(report, '古田', 'usable-area')).toBe('unknown')
  })

  test('14 of the 18 model communities', () => {
    expect(report.reading.communities.filter(community => community.model === 'yes')).toHaveLength(14)
  })
})

test('杂乱表示例.xlsx: counted right through everything that a messy sheet does', async () => {
  const report = await sample('杂乱表示例.xlsx')
  const open = { usableArea: null, rooms: 4, roomsVerdict: 'met' } as const
  const truth = accepted({
    id: 'messy', tags: [], people: members(messyPeople), book: { sheets: [] },
    sheets: { 填表说明: 'decoy', '花名册（上报）': 'staff', '2022年花名册': 'hidden', 用房情况: 'premises', '12月工资表': 'salary', 暑期托班学生: 'decoy' },
    premises: {
      东升: plainPremises(210, 4), 北苑: { usableArea: 200, area: 'unknown', rooms: 3, roomsVerdict: 'missed' }, 桥头: { usableArea: null, area: 'missed', rooms: 2, roomsVerdict: 'missed' },
      文昌: plainPremises(205, 4), 和平: plainPremises(60, 1), 光明: { ...open, area: 'unknown' },
    },
  })
  expect(report.communities.map(unit => unit.name)).toEqual(messyCommunities)
  expect(departures(report, truth)).toEqual([])
  const kinds = new Map(report.reading.tables.map(table => [table.sheet, table.kind]))
  expect([kinds.get('12月工资表'), kinds.get('暑期托班学生')]).toEqual(['pay', 'other'])
  const reasons = new Set(report.reading.tables.find(table => table.sheet === '花名册（上报）')?.skipped.map(row => row.why))
  for (const reason of ['example', 'section', 'subtotal', 'repeated-header', 'numbered-blank', 'total', 'note', 'signature'] as const) expect(reasons).toContain(reason)
})

test('一社区一表示例.xlsx: people and premises of each sheet go to its community; the summary is held against them', async () => {
  const report = await sample('一社区一表示例.xlsx')
  const truth = accepted({
    id: 'per-community', tags: [], people: members(perCommunityPeople), book: { sheets: [] },
    sheets: { 汇总: 'decoy', ...Object.fromEntries(perCommunityOffices.map(office => [`${office.name}社区`, 'staff'])) },
    premises: Object.fromEntries(perCommunityOffices.map(office => [office.name, plainPremises(office.usable, office.rooms.filter(room => room !== '无').length)])),
  })
  expect(departures(report, truth)).toEqual([])
  expect(report.reading.tables.find(table => table.sheet === '汇总')?.kind).toBe('staffing-summary')
})

test('every file of samples/ is tested here', () => {
  expect(Object.keys(SAMPLES)).toEqual(['计划现状示例.xlsx', '杂乱表示例.xlsx', '一社区一表示例.xlsx'])
})
