/** @jest-environment node */
import type { TargetUnit } from '../../src/core/plan'
import { worstFirst } from '../../src/render/order'
import { actualOf, barOf, expectedOf, inForce, quantity } from '../../taskpane/figures'
import { judgement, report, target, unit } from './fixture'

test.each<[number, TargetUnit, number | undefined, string, string]>([
  [1780, 'm2', undefined, '1,780 ㎡', '1,780 m²'],
  [4, 'person', undefined, '4 人', '4'],
  [0.8, 'share', undefined, '80%', '80%'],
  [5 / 7, 'share', 0.8, '71.4%', '71.4%'],
  [0.79999, 'share', 0.8, '79.999%', '79.999%'],
  [45.04, 'year', 45, '45.04 岁', '45.04 years'],
  [45, 'year', undefined, '45 岁', '45 years'],
  [44, 'year', 45, '44.0 岁', '44.0 years'],
])('%p %s beside %p is %s', (value, of, near, zh, en) => {
  expect(quantity(value, of, 'zh-CN', near)).toBe(zh)
  expect(quantity(value, of, 'en', near)).toBe(en)
})

test('a figure that is not known says so, and a target without a value says nothing', () => {
  expect(actualOf(judgement('usable-area', 'unknown', null, 200), 'zh-CN')).toBe('无数据')
  expect(expectedOf(judgement('usable-area', 'unknown', null, null), 'zh-CN')).toBe('')
  expect(expectedOf(judgement('usable-area', 'missed', 60, 200), 'zh-CN')).toBe('不少于 200 ㎡')
  expect(expectedOf(judgement('average-age', 'missed', 46, 45), 'zh-CN')).toBe('不高于 45 岁')
})

test.each([
  ['a share fills its own hundred percent', judgement('college-share', 'missed', 0.4, 0.8), { actual: 0.4, tick: 0.8 }],
  ['more than wanted fits too', judgement('formal-count', 'surplus', 8, 4), { actual: 8 / 9.2, tick: 4 / 9.2 }],
  ['nothing known, no bar', judgement('usable-area', 'unknown', null, 200), null],
  ['nothing wanted and nothing there, no bar', judgement('formal-count', 'met', 0, 0), null],
])('%s', (_name, of, bar) => {
  const found = barOf(of)
  if (bar === null) expect(found).toBeNull()
  else {
    expect(found?.actual).toBeCloseTo(bar.actual, 10)
    expect(found?.tick).toBeCloseTo(bar.tick, 10)
  }
})

test('communities come worst first; equal ones as in the sheet', () => {
  const plain = (index: number) => unit(index, `第${index}社区`, [judgement('formal-count', 'met', 4, 4)])
  expect(worstFirst(report.communities).map(({ label }) => label)).toEqual(['南苑社区', '东街社区', '河东社区'])
  expect(worstFirst([plain(3), plain(1), plain(2)]).map(({ community }) => community)).toEqual([3, 1, 2])
})

test.each([
  ['2022-12-31', null], ['2023-01-01', 1], ['2023-12-31', 1], ['2024-01-01', 2], ['2030-06-30', 2],
])('on %s the value in force is %p', (day, value) => {
  const { citation } = target('formal-count').history[0] ?? {}
  if (citation === undefined) throw new Error('no citation')
  const dated = { ...target('formal-count'), history: [{ from: '2023-01-01', to: '2023-12-31', value: 1, citation }, { from: '2024-01-01', value: 2, citation }] }
  expect(inForce(dated, day)?.value ?? null).toBe(value)
})
