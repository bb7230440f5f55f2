import { areaNamed } from '../../src/core/area'
import { say } from '../../src/messages'
import { defaultPolicy } from '../../src/policies'
import { judge } from '../../src/judge'
import { rule, runRules } from '../../src/rules'
import type { Need, Rule, RuleInput } from '../../src/rules'
import { reading, times } from '../checks/readings'
import { bookOf } from './books'

const given = reading({ people: times(3, {}) }), { facts, communities, overall } = judge(given, defaultPolicy, '2023-12-31')
const input: RuleInput = { snapshot: bookOf([]), reading: given, facts, report: { asOf: '2023-12-31', policy: defaultPolicy, communities, overall } }
const message = { key: 'finding.nothing-recognised', params: {} }
const one = (id: string, more: Partial<Rule> = {}): Rule => rule({
  id, needs: [], severity: 'warning', fix: 'none', source: null, example: null, run: (_input, report) => report({ at: areaNamed('表', 'A1'), subject: id, message }), ...more,
})

test('what a rule leaves out is filled in: its own level, no evidence, nothing related', () => {
  expect(runRules([one('a')], input).findings).toEqual([{ rule: 'a', severity: 'warning', at: areaNamed('表', 'A1'), related: [], subject: 'a', message, evidence: null, fix: null }])
  expect(runRules([one('a', { run: (_input, report) => report({ at: null, subject: 'a', message, severity: 'info' }) })], input).findings[0]?.severity).toBe('info')
})

test('a rule that throws costs itself alone, half an answer included', () => {
  const thrower = one('b', {
    run(_input, report) {
      report({ at: null, subject: 'half', message })
      throw new TypeError('nothing there')
    },
  })
  const { findings, not } = runRules([one('a'), thrower, one('c')], input)
  expect(findings.map(finding => finding.rule)).toEqual(['a', 'c'])
  expect(not.map(each => [each.check, say(each.why, 'zh-CN')])).toEqual([['b', '“b”未能核查：程序内部出错（nothing there）。其他核查不受影响；请把这一条反馈给维护人员。']])
})

test.each<[Need, string | null]>([
  ['roster', null],
  ['roster:education', null],
  ['roster:id|politics', null],
  ['roster:id', '“a”未核查：花名册中没有“身份证号”列。'],
  ['roster:id|phone', '“a”未核查：花名册中没有“身份证号、电话”列。'],
  ['premises', '“a”未核查：工作簿中没有用房情况表。'],
  ['premises:usableArea', '“a”未核查：用房情况表中没有“使用面积”列。'],
  ['formulas', '“a”未核查：工作簿中没有公式。'],
])('%s', (need, why) => {
  const { findings, not } = runRules([one('a', { needs: [need] })], input)
  expect(not.map(each => say(each.why, 'zh-CN'))).toEqual(why === null ? [] : [why])
  expect(findings).toHaveLength(why === null ? 1 : 0)
})

test.each([[5000, 5000, null], [5001, 1, 5001], [120_000, 1, 120_000]] as const)('%i cells with one fault are %i findings', (cells, expected, count) => {
  const many = one('a', { run: (_input, report) => { for (let row = 1; row <= cells; row++) report({ at: { sheet: '表', boxes: [{ top: row, bottom: row, left: 2, right: 2 }] }, subject: `a/${String(row)}`, message }) } })
  const { findings } = runRules([many], input)
  expect([findings.length, findings[0]?.message.params['count'] ?? null]).toEqual([expected, count])
  if (count !== null) expect(findings[0]?.at).toEqual({ sheet: '表', boxes: [{ top: 1, bottom: cells, left: 2, right: 2 }] })
})

test('what is about no cell, or about many, is never joined', () => {
  const wide = one('a', { run: (_input, report) => { for (let row = 1; row <= 6000; row++) report({ at: row % 2 === 0 ? null : areaNamed('表', 'A1:B2'), subject: `a/${String(row)}`, message }) } })
  expect(runRules([wide], input).findings).toHaveLength(6000)
})

describe('people are gone through once for all rules about them', () => {
  const note = { column: 'id', key: 'value.id-length', level: 'problem' } as const
  const several = reading({ people: [{}, { notes: [note] }, {}, { notes: [note] }] })
  const book: RuleInput = { ...input, reading: several }
  const each = (id: string, people: NonNullable<Rule['people']>): Rule => rule({ id, needs: [], severity: 'info', fix: 'none', source: null, example: null, people })
  const rows = (id: string): Rule =>
    each(id, (_input, report) => ({ person: ({ row }) => report({ at: null, subject: String(row), message }) }))
  const subjects = (rules: readonly Rule[]): string[] => runRules(rules, book).findings.map(({ rule: by, subject }) => `${by} ${subject}`)
  const all = several.people.map(({ row }) => row)

  test('in the order of the rules, then of the rows', () =>
    expect(subjects([rows('a'), rows('b')])).toEqual(['a', 'b'].flatMap(id => all.map(row => `${id} ${String(row)}`))))

  test('notes go to whoever wants their key', () => {
    const noted = (id: string, key: string): Rule =>
      each(id, (_input, report) => ({ keys: [key], note: (_note, { row }) => report({ at: null, subject: String(row), message }) }))
    expect(subjects([noted('a', 'value.id-length'), noted('b', 'value.id-date')])).toEqual([`a ${String(all[1])}`, `a ${String(all[3])}`])
  })

  test.each<[string, NonNullable<Rule['people']>]>([
    ['at the start', () => { throw new TypeError('x') }],
    ['at a person', (_input, report) => ({ person({ row }) { report({ at: null, subject: 'half', message }); if (row === all[2]) throw new TypeError('x') } })],
    ['at a note', () => ({ keys: ['value.id-length'], note() { throw new TypeError('x') } })],
    ['at the end', (_input, report) => ({ person: () => report({ at: null, subject: 'half', message }), end() { throw new TypeError('x') } })],
  ])('a rule that throws %s costs itself alone', (_where, people) => {
    const { findings, not } = runRules([rows('a'), each('b', people), rows('c')], book)
    expect(findings.map(found => found.rule)).toEqual([...all.map(() => 'a'), ...all.map(() => 'c')])
    expect(not.map(({ check, why }) => [check, why.key])).toEqual([['b', 'checked.failed']])
  })

  test('nobody of a list that does not count', () => {
    const elsewhere = { ...book, reading: { ...several, tables: several.tables.map(table => ({ ...table, counted: false })) } }
    expect(runRules([rows('a')], elsewhere).findings).toEqual([])
  })
})
