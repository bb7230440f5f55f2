import { areaName } from '../../src/core/area'
import type { Verdict } from '../../src/core/verdict'
import type { Judgement } from '../../src/core/report'
import { say } from '../../src/messages'
import { defaultPolicy } from '../../src/policies'
import { judge } from '../../src/judge'
import { reading, times } from './readings'
import type { Given, PersonGiven, SiteGiven } from './readings'

const DAY = '2023-12-31'

function first(given: Given, target: string, scope: 'community' | 'overall' = 'community'): Judgement {
  const judged = judge(reading(given), defaultPolicy, DAY), unit = scope === 'overall' ? judged.overall : judged.communities[0]
  const found = unit?.judgements.find(judgement => judgement.target.id === target)
  if (found === undefined) throw new Error(`no judgement of ${target}`)
  return found
}

const formal = (more: PersonGiven = {}): PersonGiven => ({ as: 'formal', ...more })
const contracted = (more: PersonGiven = {}): PersonGiven => ({ as: 'contracted', ...more })

describe('headcounts: an establishment, kind by kind', () => {
  const rows: readonly [string, PersonGiven[], Verdict, Verdict][] = [
    ['as required', [...times(4, formal()), ...times(3, contracted())], 'met', 'met'],
    ['one formal short', [...times(3, formal()), ...times(3, contracted())], 'missed', 'met'],
    ['a surplus of one kind does not stand in for the other', [...times(5, formal()), ...times(2, contracted())], 'surplus', 'missed'],
    ['vacant and left rows do not count', [...times(3, formal()), formal({ presence: 'vacant' }), formal({ presence: 'left' }), ...times(3, contracted())], 'missed', 'met'],
    ['leave and outward secondment count', [...times(2, formal()), formal({ presence: 'leave' }), formal({ presence: 'seconded-out' }), ...times(3, contracted())], 'met', 'met'],
    ['undecided and unknown kinds count nowhere', [...times(3, formal()), { as: 'undecided' }, { as: 'unknown' }, ...times(3, contracted())], 'missed', 'met'],
    ['no kind told at all is open, not zero', times(7, { as: 'unknown' }), 'unknown', 'unknown'],
  ]
  test.each(rows)('%s', (_name, people, formalVerdict, contractedVerdict) => {
    expect(first({ people }, 'formal-count').verdict).toBe(formalVerdict)
    expect(first({ people }, 'contracted-count').verdict).toBe(contractedVerdict)
  })

  test('people of an undecided kind are named with the range they leave open', () => {
    const judgement = first({ people: [...times(3, formal()), { as: 'undecided' }] }, 'formal-count')
    expect(judgement.range).toEqual({ low: 3, high: 4 })
    expect(judgement.remarks.map(remark => remark.key)).toContain('remark.undecided')
    expect(judgement.remarks.map(remark => remark.key)).toContain('remark.could-turn')
  })

  const whole: readonly [string, readonly [number, number][], Verdict][] = [
    ['all as required', [[4, 3], [4, 3]], 'met'],
    ['a surplus here does not offset a shortage there', [[5, 3], [3, 3]], 'missed'],
    ['surplus alone', [[5, 3], [4, 3]], 'surplus'],
  ]
  test.each(whole)('whole: %s', (_name, communities, verdict) => {
    const people = communities.flatMap(([f, c], index) => [...times(f, { in: `第${index}`, as: 'formal' }), ...times(c, { in: `第${index}`, as: 'contracted' })])
    expect(first({ people }, 'formal-count', 'overall').verdict).toBe(verdict)
  })

  test('the whole of the source plan: 68 and 58 in post, 80 and 60 wanted, 12 and 2 short', () => {
    const people = Array.from({ length: 20 }, (_, index) => [
      ...times(index < 12 ? 3 : 4, { in: `第${index}`, as: 'formal' }), ...times(index < 2 ? 2 : 3, { in: `第${index}`, as: 'contracted' }),
    ]).flat()
    const judgement = first({ people }, 'formal-count', 'overall')
    expect([judgement.actual, judgement.expected, judgement.difference]).toEqual([68, 80, -12])
    expect(say(judgement.arithmetic, 'zh-CN')).toBe('正式人员：20 个社区中达标 8 个、未达标 12 个、待核实 0 个；合计 68 人，应有 80 人，未达标社区合计缺 12 人')
    const second = first({ people }, 'contracted-count', 'overall')
    expect([second.actual, second.expected, second.difference]).toEqual([58, 60, -2])
  })
})

describe('shares: blanks stay in the denominator, nothing is rounded', () => {
  const college = (yes: number, no: number, blank = 0): PersonGiven[] => [...times(yes, { college: 'yes' }), ...times(no, { college: 'no' }), ...times(blank, { college: 'blank' })]
  const rows: readonly [string, PersonGiven[], Verdict, string][] = [
    ['5 of 7', college(5, 2), 'missed', '大专以上比例 5/7 = 71.4%，需 80.0%（6 人），至少差 1 人'],
    ['6 of 7', college(6, 1), 'met', '大专以上比例 6/7 = 85.7%，需 80.0%（6 人），达到'],
    ['exactly 4 of 5', college(4, 1), 'met', '大专以上比例 4/5 = 80.0%，需 80.0%（4 人），达到'],
    ['79.99% is not shown as 80.0%', college(7999, 2001), 'missed', '大专以上比例 7,999/10,000 = 79.99%，需 80.0%（8,000 人），至少差 1 人'],
    ['a blank counts as lacking', college(4, 0, 2), 'missed', '大专以上比例 4/6 = 66.7%，需 80.0%（5 人），至少差 1 人'],
  ]
  test.each(rows)('%s', (_name, people, verdict, sentence) => {
    const judgement = first({ people }, 'college-share')
    expect(judgement.verdict).toBe(verdict)
    expect(say(judgement.arithmetic, 'zh-CN')).toBe(sentence)
  })

  test('the range tells what blanks could do, and who lacks it is pointed at', () => {
    const judgement = first({ people: college(4, 1, 1) }, 'college-share')
    expect(judgement.range).toEqual({ low: 4 / 6, high: 5 / 6 })
    expect(judgement.parts).toEqual({ part: 4, whole: 6, needed: 5 })
    expect(judgement.lacking.map(place => place.row)).toEqual([6, 7])
    expect(judgement.cells.map(areaName)).toEqual(['花名册!D2:D7'])
  })

  test('a column that nobody filled is open, not nought', () => {
    expect(first({ people: college(0, 0, 7) }, 'college-share').verdict).toBe('unknown')
  })

  test('undecided people are in neither part of the fraction', () => {
    expect(first({ people: [...college(4, 1), { as: 'undecided', college: 'no' }] }, 'college-share').parts?.whole).toBe(5)
  })

  test('full-time alone counts when the policy says so', () => {
    const people = times(5, { college: 'yes', fullTime: 'no' })
    const judged = judge(reading({ people }), { ...defaultPolicy, readings: { education: 'full-time-only' } }, DAY)
    expect(judged.communities[0]?.headcount.college).toBe(0)
  })
})

describe('average age: full years on the day, unrounded', () => {
  const rows: readonly [string, PersonGiven[], Verdict, number | null][] = [
    ['born on the day itself', [{ birth: 19781231 }], 'met', 45],
    ['born the day after', [{ birth: 19790101 }], 'met', 44],
    ['45.04 is above 45', [...times(24, { birth: 19780101 }), { birth: 19770101 }], 'missed', 45.04],
    ['a typed age stands in for a birth date', [{ age: 45.9 }], 'met', 45],
    ['an unknown age leaves the mean', [{ birth: 19780101 }, { birth: 0 }], 'met', 45],
    ['nobody with an age', [{ birth: 0 }], 'unknown', null],
  ]
  test.each(rows)('%s', (_name, people, verdict, mean) => {
    const judgement = first({ people }, 'average-age')
    expect([judgement.verdict, judgement.actual]).toEqual([verdict, mean])
  })

  test('45.04 is said as 45.04', () => {
    expect(say(first({ people: [...times(24, { birth: 19780101 }), { birth: 19770101 }] }, 'average-age').arithmetic, 'zh-CN')).toBe('平均年龄 45.04 岁，要求不超过 45 岁，高 0.04 岁')
  })

  test('a birth of no known month leaves a range that is told when it could turn the verdict', () => {
    const judged = judge(reading({ people: [{ birth: 19780101, precision: 'year' }] }), defaultPolicy, '2024-06-30')
    const judgement = judged.communities[0]?.judgements.find(each => each.target.id === 'average-age')
    expect(judgement?.range).toEqual({ low: 45, high: 46 })
    expect(judgement?.remarks.map(remark => remark.key)).toContain('remark.could-turn')
  })
})

describe('usable area', () => {
  const planned: readonly [string, readonly SiteGiven[], string][] = [
    ['all own: one gap', [{ in: '河东', usable: 150 }, { in: '河西', usable: 120 }], '使用面积：2 个社区中达标 0 个、未达标 2 个、待核实 0 个；合计 270 ㎡，应有 400 ㎡，未达标社区合计缺 130 ㎡'],
    ['rented and doomed area counts today and not in the plan', [{ in: '河东', usable: 150, tenure: 'rented' }, { in: '河西', usable: 120, demolition: 'yes' }], '使用面积：2 个社区中达标 0 个、未达标 2 个、待核实 0 个；合计 270 ㎡，应有 400 ㎡，未达标社区合计缺 130 ㎡（按现有面积）；其中租借、待拆迁 270 ㎡ 按规划不计，计划缺口 400 ㎡'],
    ['enough today', [{ in: '河东', usable: 220, tenure: 'borrowed' }], '使用面积：1 个社区中达标 1 个、未达标 0 个、待核实 0 个；合计 220 ㎡，应有 200 ㎡（按现有面积）；其中租借、待拆迁 220 ㎡ 按规划不计，计划缺口 200 ㎡'],
    ['rented and not measured', [{ in: '河东', usable: 250 }, { in: '河西', tenure: 'rented' }], '使用面积：2 个社区中达标 1 个、未达标 0 个、待核实 1 个；合计 250 ㎡，应有 400 ㎡（按现有面积）；租借、待拆迁的用房按规划不计，计划缺口 200 ㎡'],
  ]
  test.each(planned)('the whole names the gap of today and of the plan: %s', (_name, sites, said) => {
    expect(say(first({ sites }, 'usable-area', 'overall').arithmetic, 'zh-CN')).toBe(said)
  })

  const RANGE = { column: 'usableArea', key: 'value.area-range', level: 'assumed' } as const
  const rows: readonly [string, SiteGiven[], Verdict, number | null][] = [
    ['exactly 200', [{ in: '河东', usable: 200 }], 'met', 200],
    ['199.99', [{ in: '河东', usable: 199.99 }], 'missed', 199.99],
    ['two places are added, without binary noise', [{ in: '河东', usable: 66.7 }, { in: '河东', usable: 66.6 }, { in: '河东', usable: 66.7 }], 'met', 200],
    ['an area of no stated kind is taken as usable', [{ in: '河东', area: 210 }], 'met', 210],
    ['the activity rooms beside an office are added', [{ in: '河东', area: 150, activity: 60 }], 'met', 210],
    ['built area alone is open', [{ in: '河东', built: 260 }], 'unknown', null],
    ['built area below the line is missed', [{ in: '河东', built: 199 }], 'missed', null],
    ['about 200 is open', [{ in: '河东', area: { value: 200, about: true } }], 'unknown', 200],
    ['about 60 is missed', [{ in: '河东', area: { value: 60, about: true } }], 'missed', 60],
    ['about 400 is met', [{ in: '河东', area: { value: 400, about: true } }], 'met', 400],
    ['a range counts by its lower end', [{ in: '河东', usable: { value: 180, low: 180, high: 220, about: true }, notes: [RANGE] }], 'missed', 180],
    ['a range above the line', [{ in: '河东', usable: { value: 200, low: 200, high: 250, about: true }, notes: [RANGE] }], 'met', 200],
    ['200 and some is on the line', [{ in: '河东', usable: { value: 200, low: 200, high: 220, about: true } }], 'unknown', 200],
    ['220 and some is beyond it', [{ in: '河东', usable: { value: 220, low: 220, high: 242, about: true } }], 'met', 220],
    ['200 and above says it', [{ in: '河东', usable: { value: 200, low: 200, high: null, about: true } }], 'met', 200],
    ['less than 200 is not 200', [{ in: '河东', usable: { value: 180, low: 162, high: 180, about: true } }], 'missed', 180],
    ['no number can be had', [{ in: '河东', area: {} }], 'unknown', null],
    ['a place in building does not count', [{ in: '河东', usable: 120 }, { in: '河东', usable: 300, tenure: 'in-building' }], 'missed', 120],
    ['no premises and no area is nought', [{ in: '河东', tenure: 'none' }], 'missed', 0],
    ['rented area counts today', [{ in: '河东', usable: 220, tenure: 'rented' }], 'met', 220],
  ]
  test.each(rows)('%s', (_name, sites, verdict, actual) => {
    const judgement = first({ sites }, 'usable-area')
    expect([judgement.verdict, judgement.actual]).toEqual([verdict, actual])
  })

  test.each<[string, readonly SiteGiven[], readonly (number | null)[]]>([
    ['own', [{ in: '河东', usable: 60 }], [60, 140, 60, 140]],
    ['in building alone', [{ in: '河东', usable: 220, tenure: 'in-building' }], [0, 200, 220, 0]],
    ['rented, and its own in building', [{ in: '河东', usable: 150, tenure: 'rented' }, { in: '河东', usable: 180, tenure: 'in-building' }], [150, 50, 180, 20]],
    ['doomed, and its own in building', [{ in: '河东', usable: 150, demolition: 'yes' }, { in: '河东', usable: 260, tenure: 'in-building' }], [150, 50, 260, 0]],
    ['in building, area not known', [{ in: '河东', usable: 60 }, { in: '河东', tenure: 'in-building' }], [60, 140, null, null]],
    ['held in a way that nobody understands', [{ in: '河东', usable: 60, tenure: 'unclear' }], [60, 140, null, null]],
  ])('today, and when what is in building stands: %s', (_name, sites, wanted) => {
    const premises = judge(reading({ sites }), defaultPolicy, DAY).communities[0]?.premises
    expect([premises?.usableArea, premises?.gapNow, premises?.plannedArea, premises?.gapWhenBuilt]).toEqual(wanted)
  })

  test.each<[string, SiteGiven, number | null, number | null]>([
    ['own', { in: '河东', usable: 60 }, 140, 140],
    ['rented', { in: '河东', usable: 220, tenure: 'rented' }, 0, 200],
    ['rented, area not known', { in: '河东', tenure: 'borrowed' }, null, 200],
    ['to be demolished', { in: '河东', usable: 150, demolition: 'yes' }, 50, 200],
    ['not known', { in: '河东', tenure: 'blank' }, null, null],
  ])('the gap today and in the plan period: %s', (_name, site, now, planned) => {
    const premises = judge(reading({ sites: [site] }), defaultPolicy, DAY).communities[0]?.premises
    expect([premises?.gapNow, premises?.gapPlanned]).toEqual([now, planned])
  })

  test('a community without premises, and a workbook without any', () => {
    const people = times(1, { in: '河西' })
    expect(judge(reading({ sites: [{ in: '河东', usable: 200 }], people }), defaultPolicy, DAY).communities.map(unit => unit.judgements.find(each => each.target.id === 'usable-area')?.verdict)).toEqual(['unknown', 'met'])
    expect(first({ people }, 'usable-area').verdict).toBe('unknown')
    expect(first({ people }, 'usable-area', 'overall').verdict).toBe('unknown')
  })
})

describe('the four rooms', () => {
  test.each<[string, SiteGiven['rooms'], Verdict, number | null]>([
    ['all there', ['present', 'present', 'present', 'present'], 'met', 4],
    ['two in one', ['present', 'present', 'shared', 'shared'], 'met', 4],
    ['one absent', ['present', 'present', 'present', 'absent'], 'missed', 3],
    ['one not told', ['present', 'present', 'present', 'unknown'], 'unknown', 3],
    ['one absent settles it although another is not told', ['present', 'present', 'absent', 'unknown'], 'missed', 2],
    ['nothing told', ['unknown', 'unknown', 'unknown', 'unknown'], 'unknown', null],
  ])('%s', (_name, rooms, verdict, count) => {
    const judgement = first({ sites: [{ in: '河东', rooms: rooms ?? [] }] }, 'required-rooms')
    expect([judgement.verdict, judgement.actual]).toEqual([verdict, count])
  })

  test('rooms of several places complete each other', () => {
    expect(first({ sites: [{ in: '河东', rooms: ['present', 'present', 'absent', 'absent'] }, { in: '河东', rooms: ['absent', 'absent', 'present', 'present'] }] }, 'required-rooms').verdict).toBe('met')
  })

  test('combined rooms are absent where the standard wants each of its own', () => {
    const judged = judge(reading({ sites: [{ in: '河东', rooms: ['present', 'present', 'shared', 'shared'] }] }), { ...defaultPolicy, readings: { rooms: 'each-own' } }, DAY)
    expect(judged.communities[0]?.judgements.find(each => each.target.id === 'required-rooms')?.verdict).toBe('missed')
  })
})

describe('what is not there', () => {
  test('no roster: every staffing verdict is open', () => {
    const judged = judge(reading({ sites: [{ in: '河东', usable: 220 }] }), defaultPolicy, DAY)
    for (const id of ['formal-count', 'contracted-count', 'college-share', 'average-age', 'party-league-share']) {
      expect([id, judged.communities[0]?.judgements.find(each => each.target.id === id)?.verdict]).toEqual([id, 'unknown'])
      expect([id, judged.overall.judgements.find(each => each.target.id === id)?.verdict]).toEqual([id, 'unknown'])
    }
  })

  test('a community that the roster does not name is not judged', () => {
    const judged = judge(reading({ people: times(4, { in: '河西' }), sites: [{ in: '河东', usable: 220 }] }), defaultPolicy, DAY)
    const east = judged.communities.find(unit => unit.name === '河东')
    expect(east?.headcount.counted).toBe(0)
    expect(east?.judgements.find(each => each.target.id === 'formal-count')?.verdict).toBe('unknown')
    expect(east?.judgements.find(each => each.target.id === 'college-share')?.verdict).toBe('unknown')
  })

  test('nothing at all', () => {
    const judged = judge(reading({}), defaultPolicy, DAY)
    expect(judged.communities).toEqual([])
    expect(new Set(judged.overall.judgements.map(judgement => judgement.verdict))).toEqual(new Set(['unknown']))
  })

  test('people of no community are in the total alone', () => {
    const judged = judge(reading({ people: [{ in: '', as: 'formal' }, { in: '河东', as: 'formal' }] }), defaultPolicy, DAY)
    expect([judged.overall.headcount.formal, judged.communities[0]?.headcount.formal]).toEqual([2, 1])
  })
})
