import { gatherFacts } from '../../src/judge/facts'
import { figures } from '../../src/judge/figures'
import { judge } from '../../src/judge'
import { step } from '../../src/judge/targets'
import type { Judgement } from '../../src/core/report'
import { say } from '../../src/messages'
import { defaultPolicy, loadPolicy } from '../../src/policies'
import { reading, times } from './readings'
import type { Given } from './readings'

async function judgements(policy: string, given: Given, asOf = '2024-12-31'): Promise<{ first: (id: string) => Judgement | undefined; whole: (id: string) => Judgement | undefined }> {
  const found = await loadPolicy(policy)
  if (found === null) throw new Error(policy)
  const judged = judge(reading(given), found, asOf)
  return {
    first: id => judged.communities[0]?.judgements.find(each => each.target.id === id),
    whole: id => judged.overall.judgements.find(each => each.target.id === id),
  }
}

test.each([[9, 5000, 'met', 18], [8, 5000, 'missed', 16]] as const)('%i workers for %i residents: %s', async (staff, population, verdict, per) => {
  const { first, whole } = await judgements('gansu-longnan-2022', { people: times(staff, { as: 'contracted' }), communities: { 河东: { population } } })
  // An indicator of a region: listed for the whole, judged for no community.
  expect([first('staff-per-10000'), whole('staff-per-10000')?.verdict, whole('staff-per-10000')?.actual]).toEqual([undefined, verdict, per])
  expect(whole('staff-per-10000')?.remarks.map(remark => remark.key)).toContain('remark.region')
})

test('no population, no verdict', async () => {
  const { whole } = await judgements('gansu-longnan-2022', { people: times(9, {}) })
  expect(say(whole('staff-per-10000')?.arithmetic ?? { key: '', params: {} }, 'zh-CN')).toBe('每万城镇常住人口社区工作者待核实：缺常住人口数；要求不低于 18 人/万人')
})

test.each<[string, Given['sites'], number, string, number | null]>([
  ['built area', [{ in: '河东', built: 300 }], 1000, 'met', 30],
  ['an area of no stated kind', [{ in: '河东', area: 299 }], 1000, 'missed', 29.9],
  ['usable area reaches it by itself', [{ in: '河东', usable: 300 }], 1000, 'met', 30],
  ['usable area that is too small even when doubled', [{ in: '河东', usable: 140 }], 1000, 'missed', 14],
  ['usable area in between is open', [{ in: '河东', usable: 200 }], 1000, 'unknown', 20],
  ['no household counted', [{ in: '河东', built: 300 }], 0, 'unknown', null],
])('m2 for 100 households by %s', async (_name, sites, households, verdict, actual) => {
  const { first } = await judgements('gansu-longnan-2022', { sites: sites ?? [], communities: { 河东: { households } } })
  expect([first('area-per-100-households')?.verdict, first('area-per-100-households')?.actual]).toEqual([verdict, actual])
})

test.each<[string, NonNullable<Given['sites']>[number], string, number | null]>([
  ['of built area: 64%', { in: '河东', built: 500, activity: 320 }, 'met', 0.64],
  ['of built area: 50%', { in: '河东', built: 500, activity: 250 }, 'missed', 0.5],
  ['of usable area alone (activity rooms beside it) it can be missed', { in: '河东', usable: 500, activity: 250 }, 'missed', null],
  ['and never met', { in: '河东', usable: 200, activity: 400 }, 'unknown', null],
  ['no activity area', { in: '河东', built: 500 }, 'unknown', null],
  ['a built area of 0 is none: the usable area decides', { in: '河东', built: 0, usable: 500, activity: 250 }, 'missed', null],
  ['nothing but areas of 0', { in: '河东', built: 0, usable: 0, activity: 0 }, 'unknown', null],
])('share of activity area %s', async (_name, site, verdict, actual) => {
  const { first } = await judgements('xinjiang-changji-2023', { sites: [site] })
  expect([first('activity-area-share')?.verdict, first('activity-area-share')?.actual ?? null]).toEqual([verdict, actual])
})

test.each<readonly [what: string, sites: NonNullable<Given['sites']>, more: readonly string[], verdict: string, actual: number | null, part: number, range: readonly [number, number] | null]>([
  ['all have some', [{ in: '河东', area: 100 }, { in: '河西', usable: 80 }], [], 'met', 1, 2, null],
  ['one has none', [{ in: '河东', area: 100, activity: 150 }, { in: '河西', tenure: 'none' }], [], 'missed', 0.5, 1, null],
  ['one is not known beside one that has some', [{ in: '河东', area: 100 }, { in: '河西' }], [], 'unknown', 0.5, 1, [0.5, 1]],
  ['one is not listed', [{ in: '河东', area: 100 }], ['河南'], 'unknown', 0.5, 1, [0.5, 1]],
  ['one has none, and one is not known', [{ in: '河东', tenure: 'none' }, { in: '河西' }], [], 'missed', 0, 0, [0, 0.5]],
  ['none has any', [{ in: '河东', tenure: 'none' }, { in: '河西', tenure: 'none' }], [], 'missed', 0, 0, null],
  ['nothing is known of any', [{ in: '河东' }, { in: '河西' }], [], 'unknown', null, 0, [0, 1]],
])('coverage: %s', async (_what, sites, more, verdict, actual, part, range) => {
  const { whole } = await judgements('gansu-longnan-2022', { sites, communities: Object.fromEntries(more.map(name => [name, {}])) })
  const found = whole('facility-coverage')
  expect([found?.verdict, found?.actual ?? null, found?.parts?.part ?? 0]).toEqual([verdict, actual, part])
  expect(found?.range === null || found?.range === undefined ? null : [found.range.low, found.range.high]).toEqual(range)
})

test.each<readonly [what: string, given: Given, said: string]>([
  ['no premises table', { people: times(1, {}), communities: { 河东: { households: 1000 } } }, 'open.no-premises-table'],
  ['another community has premises', { sites: [{ in: '河西', area: 300 }], communities: { 河东: { households: 1000 }, 河西: { households: 1000 } } }, 'open.no-premises'],
  ['no households', { sites: [{ in: '河东', area: 300 }] }, 'open.no-households'],
  ['no area', { sites: [{ in: '河东' }], communities: { 河东: { households: 1000 } } }, 'open.area-unknown'],
])('m2 for 100 households, not to be told: %s', async (_what, given, said) => {
  const policy = await loadPolicy('gansu-longnan-2022')
  if (policy === null) throw new Error('policy')
  const unit = judge(reading(given), policy, '2024-12-31').communities.find(({ name }) => name === '河东')
  const found = unit?.judgements.find(({ target }) => target.id === 'area-per-100-households')
  expect([found?.verdict, found?.arithmetic.params['reason']]).toEqual(['unknown', expect.objectContaining({ key: said })])
})

test.each([[0, 3], [1999, 3], [2000, 4], [2999, 4], [3000, 5], [4000, 6], [5000, 6], [5499, 6], [5500, 7], [6000, 8]])('Taiyuan: %i households, %i workers', async (households, needed) => {
  const policy = await loadPolicy('taiyuan-2020'), value = policy?.targets.find(target => target.id === 'dedicated-workers')?.history[0]?.value
  expect(typeof value === 'object' ? step(value, households) : null).toBe(needed)
})

test.each([[17, 'met'], [18, 'missed']] as const)('Taiyuan: at most 17 in all; %i is %s', async (staff, verdict) => {
  const { first } = await judgements('taiyuan-2020', { people: times(staff, { as: 'contracted' }), communities: { 河东: { households: 100 } } })
  expect(first('staff-ceiling')?.verdict).toBe(verdict)
})

test('steps by households, and none known', async () => {
  const people = [...times(4, { in: '河东', as: 'contracted' as const }), ...times(4, { in: '河西', as: 'contracted' as const })]
  const { first, whole } = await judgements('taiyuan-2020', { people, communities: { 河东: { households: 2500 } } })
  expect([first('dedicated-workers')?.verdict, first('dedicated-workers')?.expected]).toEqual(['met', 4])
  expect(whole('dedicated-workers')?.verdict).toBe('unknown')
})

// 300 to 400 households a worker is a total of the county: 甲 with 420 and 乙 with 180 are its own affair.
test.each([[10, 3000, 'met', 'met'], [7, 3000, 'missed', 'met'], [11, 3000, 'met', 'missed']] as const)('Shandong: %i workers, %i households of the county', async (staff, households, most, least) => {
  const { first, whole } = await judgements('shandong-2017', { people: times(staff, {}), communities: { 河东: { households } } })
  expect([first('households-per-worker'), whole('households-per-worker')?.verdict, whole('households-per-worker-least')?.verdict]).toEqual([undefined, most, least])
})

test.each([[5, 'met'], [4, 'missed']] as const)('Shandong: %i workers in a community', async (staff, floor) => {
  const { first } = await judgements('shandong-2017', { people: times(staff, {}) })
  expect(first('staff-floor')?.verdict).toBe(floor)
})

test.each([[3, 'missed'], [4, 'met'], [5, 'surplus']] as const)('Taiyuan: 按照…配备 is an establishment: %i for 4 is %s', async (staff, verdict) => {
  const { first } = await judgements('taiyuan-2020', { people: times(staff, { as: 'contracted' }), communities: { 河东: { households: 2500 } } })
  expect(first('dedicated-workers')?.verdict).toBe(verdict)
})

test.each([['2025-12-31', 'missed'], ['2026-01-01', 'unknown']] as const)('a goal of the 14th plan on %s: %s', async (asOf, verdict) => {
  const { first } = await judgements('xinjiang-changji-2023', { sites: [{ in: '河东', built: 200 }], communities: { 河东: { households: 1000 } } }, asOf)
  expect(first('area-per-100-households')?.verdict).toBe(verdict)
})

test('what no such workbook records is listed as open', async () => {
  const { first } = await judgements('shandong-2017', { people: times(5, {}) })
  expect(first('work-funds')?.verdict).toBe('unknown')
})

test.each<[string, Given['communities'], string, number | null]>([
  ['18 and the rest are not', Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`第${at}`, { model: at < 18 ? 'yes' : 'no' } as const])), 'met', 18],
  ['14 and the rest are not', Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`第${at}`, { model: at < 14 ? 'yes' : 'no' } as const])), 'missed', 14],
  ['17 and the rest are blank', Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`第${at}`, { model: at < 17 ? 'yes' : 'blank' } as const])), 'unknown', 17],
  ['not told', { 河东: {} }, 'unknown', null],
])('model communities: %s', async (_name, communities, verdict, actual) => {
  const { whole } = await judgements('jiangyan-2023', { communities: communities ?? {} })
  expect([whole('model-communities')?.verdict, whole('model-communities')?.actual]).toEqual([verdict, actual])
})

describe('the value in force on the day', () => {
  const dated = (asOf: string): Judgement | undefined => {
    const [target] = defaultPolicy.targets, [entry] = target?.history ?? []
    if (target === undefined || entry === undefined) throw new Error('no target')
    const policy = { ...defaultPolicy, targets: [{ ...target, history: [{ ...entry, from: '2022-01-01', to: '2022-12-31', value: 3 }, { ...entry, from: '2023-01-01', to: '2023-12-31', value: 4 }] }] }
    return judge(reading({ people: times(3, {}) }), policy, asOf).communities[0]?.judgements[0]
  }
  test.each([['2021-06-30', 3, 'met'], ['2022-12-31', 3, 'met'], ['2023-01-01', 4, 'missed'], ['2024-01-01', null, 'unknown']] as const)('%s', (asOf, expected, verdict) => {
    expect([dated(asOf)?.expected, dated(asOf)?.verdict]).toEqual([expected, verdict])
  })
})

test.each<[string, Given, string]>([
  ['no list of people', { sites: [{ in: '河东', usable: 220 }], communities: { 河东: { population: 9000 } } }, 'open.no-roster'],
  ['no population', { people: times(3, { as: 'formal' }) }, 'open.no-population'],
  ['nobody is said to live there', { people: times(3, { as: 'formal' }), communities: { 河东: { population: 0 } } }, 'open.no-population'],
])('staff for each 10,000 residents is no nought but open: %s', (_name, given, reason) => {
  const taken = figures.get('staff-per-10000')?.take(gatherFacts(reading(given), '2023-12-31', {}).whole)
  expect([taken?.value, taken?.open?.key]).toEqual([null, reason])
})
