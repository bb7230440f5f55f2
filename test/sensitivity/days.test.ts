import fc from 'fast-check'
import { check, read } from '../../src/check'
import type { Report } from '../../src/core/report'
import type { Verdict } from '../../src/core/verdict'
import { judge } from '../../src/judge'
import { defaultPolicy } from '../../src/policies'
import { book } from '../read/sheets'
import { answered, combinations, openCells } from './brute-force'

const DAY = '2023-06-30', YEAR = Array.from({ length: 365 }, (_, at) => new Date(Date.UTC(2023, 0, 1 + at)).toISOString().slice(0, 10))
const ON_PREMISES = ['usable-area', 'rooms'], COUNTS = ['community-count', 'model-communities']

type Row = readonly (string | number | null)[]

/** A workbook of one table of people and one of places, as `--as-of` on every day of the year would check it. */
function bookOf(people: readonly Row[], places: readonly Row[]) {
  return book({
    花名册: [['序号', '社区', '姓名', '出生日期', '学历', '政治面貌', '人员类别', '状态', '离职时间', '备注'], ...people.map((row, at) => [at + 1, ...row])],
    办公用房: [['社区', '使用面积', '产权', '备注', '社区办公室', '警务室', '民主议事室', '文化活动室'], ...places],
  })
}

/** Every verdict about people and premises by unit and target. */
function verdictsOf({ communities, overall }: Pick<Report, 'communities' | 'overall'>): ReadonlyMap<string, Verdict> {
  const told = [...communities, overall].flatMap(unit => unit.judgements.flatMap(({ target, verdict }): [string, Verdict][] => {
    const isLeftOut = COUNTS.includes(target.figure) || (ON_PREMISES.includes(target.figure) && unit.community < 0)
    return isLeftOut ? [] : [[`${String(unit.community)} ${target.id}`, verdict]]
  }))
  return new Map(told)
}

const RUNS = 4

/** What `--vary-as-of` says must be what a check on each day of the year says. @returns the verdicts that turn */
function compare(people: readonly Row[], places: readonly Row[]): readonly string[] {
  const snapshot = bookOf(people, places), given = check(snapshot, { policy: defaultPolicy, asOf: DAY, varyAsOf: true })
  const { sensitivity } = given
  const onDay = (day: string) => verdictsOf(judge(read(snapshot, { policy: defaultPolicy, asOf: day }), defaultPolicy, day))
  const byDay = new Map(YEAR.map(day => [day, onDay(day)])), today = verdictsOf(given)
  const asOf = sensitivity.questions.find(({ kind }) => kind === 'as-of'), turned: string[] = []
  for (const outlook of sensitivity.verdicts) {
    const key = `${String(outlook.community)} ${outlook.target}`, verdict = today.get(key)
    const seen = [...new Set([verdict, ...[...byDay.values()].map(each => each.get(key))])].sort()
    expect([key, outlook.outcomes]).toEqual([key, seen])
    expect([key, outlook.turn.map(({ question }) => question)]).toEqual([key, seen.length === 1 ? [] : [asOf?.id]])
    if (seen.length === 1) continue
    turned.push(key)
    expect([key, byDay.get(String(outlook.turn[0]?.answer))?.get(key)]).not.toEqual([key, verdict])
  }
  expect(sensitivity.clarify).toEqual(turned.length === 0 ? [] : [asOf?.id])
  return turned
}

const someDay = fc.constantFrom('2023-02-14', '2023年3月', '2023.6.30', '2023-07-01', '2023年9月5日', '2024-01-10', '2022年8月')
const person = fc.record({
  community: fc.constantFrom('河东社区', '河东社区', '河西社区'),
  born: fc.constantFrom('1978-03-01', '1978-10-15', '1961-07-02', '1990-01-31', '1985-12-31'),
  education: fc.constantFrom('大专', '本科', '高中'), politics: fc.constantFrom('中共党员', '群众'), kind: fc.constantFrom('正式', '聘用'),
  how: fc.constantFrom('here', 'here', 'column', 'status', 'remark', 'remark'), day: someDay, words: fc.constantFrom('退休', '调离', '离职', '辞职'),
}).map(({ community, born, education, politics, kind, how, day, words }): Row => [
  community, '李明', born, education, politics, kind, how === 'status' ? `${day}${words}` : '在岗', how === 'column' ? day : null, how === 'remark' ? `${day}${words}` : null,
])
/** Nobody is said to be in post and to have left: the kind of somebody in doubt is not asked. */
const open = fc.tuple(person, fc.constantFrom('正式', '聘用', null), fc.constantFrom('大专', '高中', null)).map(([row, kind, education]): Row =>
  row.map((cell, at) => (at === 5 ? kind : at === 3 ? education : at === 6 && cell === '在岗' ? null : at >= 6 && /2022/.test(String(cell)) ? null : cell)))
const place = fc.record({
  community: fc.constantFrom('河东社区', '河西社区'), area: fc.constantFrom(60, 150, 220), tenure: fc.constantFrom('自有', '租赁', '租赁'),
  remark: fc.constantFrom(null, '租期至2023年8月31日', '租期至2023-04-30', '租期至2025年12月', '2023年10月启用', '2023年5月建成'),
}).map(({ community, area, tenure, remark }): Row => [community, area, tenure, remark, '有', '有', '有', '有'])

test('the days of leaving, of leases and of opening turn a verdict as a check on each day of the year does', () => {
  let turned = 0
  const many = fc.array(person, { minLength: 3, maxLength: 8 })
  fc.assert(fc.property(many, fc.array(place, { minLength: 1, maxLength: 3 }), (people, places) => {
    const named = people.map(([community, , ...rest], at) => [community ?? null, `李${'明华强军伟芳娟敏'[at] ?? ''}`, ...rest])
    turned += compare(named, places).length
  }), { numRuns: RUNS })
  expect(turned).toBeGreaterThan(RUNS)
})

test('together with answers that are open: every day of the year under every answer', () => {
  fc.assert(fc.property(fc.array(open, { minLength: 2, maxLength: 4 }), rows => {
    const people = rows.map(([community, , ...rest], at) => [community ?? null, `李${'明华强军'[at] ?? ''}`, ...rest]), snapshot = bookOf(people, [])
    const found = check(snapshot, { policy: defaultPolicy, asOf: DAY, varyAsOf: true }), today = verdictsOf(found)
    const readings = YEAR.map(day => read(snapshot, { policy: defaultPolicy, asOf: day }))
    // On the first day nobody has left yet: every cell that is open on some day is open on it.
    const cells = openCells(readings[0] ?? found.reading, []), combined = [...combinations(cells, cell => cell.answers)]
    fc.pre(combined.length <= 8)
    const seen = new Map([...today].map(([key, verdict]) => [key, new Set([verdict])]))
    let isTurned = false
    for (const answers of combined) {
      const byDay = readings.map((reading, at) => verdictsOf(judge(answered(reading, cells, answers), defaultPolicy, YEAR[at] ?? DAY)))
      for (const [key, set] of seen) {
        const told = new Set(byDay.flatMap(each => each.get(key) ?? []))
        isTurned ||= told.size > 1
        for (const verdict of told) set.add(verdict)
      }
    }
    for (const { community, target, outcomes } of found.sensitivity.verdicts) {
      const key = `${String(community)} ${target}`
      expect([key, outcomes]).toEqual([key, [...(seen.get(key) ?? [])].sort()])
    }
    const asOf = found.sensitivity.questions.find(({ kind }) => kind === 'as-of')
    expect(asOf !== undefined && found.sensitivity.clarify.includes(asOf.id)).toBe(isTurned)
  }), { numRuns: RUNS })
})

const here = (name: string, more: Row = ['在岗', null, null]): Row => ['河东社区', name, '1985-03-01', '大专', '中共党员', '正式', ...more]
const staff = ['李明', '李华', '李强'].map(name => here(name))

test.each<[string, readonly Row[], readonly Row[], string]>([
  ['a column of days of leaving', [...staff, here('李军', ['在岗', '2023-09-05', null])], [], '0 formal-count'],
  ['a status with its day', [...staff, here('李军', ['2023年9月退休', null, null])], [], '0 formal-count'],
  ['a remark with its day', [...staff, here('李军', [null, null, '2023年9月5日调离'])], [], '0 formal-count'],
  ['a lease that ends', staff, [['河东社区', 220, '租赁', '租期至2023年8月31日', '有', '有', '有', '有']], '0 usable-area'],
  ['a building that is ready later', staff, [['河东社区', 220, '自有', '2023年10月启用', '有', '有', '有', '有']], '0 usable-area'],
])('%s', (_, people, places, turns) => { expect(compare(people, places)).toContain(turns) })

test('a day that matters for one answer alone is asked about', () => {
  // 33 and, where the second counts, 57 until October and 58 after it: a mean of 45, then of 45.5.
  const people: Row[] = [
    ['河东社区', '甲某', '1990-01-31', '大专', '中共党员', '正式', '在岗', null, null],
    ['河东社区', '乙某', '1965-10-15', '大专', '中共党员', null, '在岗', null, null],
  ]
  const { sensitivity } = check(bookOf(people, []), { policy: defaultPolicy, asOf: DAY, varyAsOf: true })
  const asOf = sensitivity.questions.find(({ kind }) => kind === 'as-of')
  const age = sensitivity.verdicts.find(({ target, community }) => target === 'average-age' && community === 0)
  expect([asOf?.id === undefined, age?.outcomes]).toEqual([false, ['met', 'missed']])
  expect(sensitivity.clarify).toContain(asOf?.id)
  // The day first, then cell by cell.
  expect(sensitivity.questions.map(({ id, kind }) => [id, kind])).toEqual([['q1', 'as-of'], ['q2', 'employment']])
})

test('the day stands first, whatever was asked before it', () => {
  const place: Row = ['河东社区', '约200平方米', '租赁', '租期至2023年8月31日', '有', '有', '有', '有']
  const { sensitivity } = check(bookOf([], [place]), { policy: defaultPolicy, asOf: DAY, varyAsOf: true })
  expect(sensitivity.questions.map(({ id, kind }) => [id, kind])).toEqual([['q1', 'as-of'], ['q2', 'area']])
})

test.each<[string, string, boolean]>([
  ['to the month, later in the year', '2023年9月已退租', true], ['to the day, later in the year', '2023年9月15日已收回', true],
  ['in the year before', '2022年9月已退租', false], ['in the year after', '2024年9月已退租', false],
])('a place that is given up %s: the day turns its verdict', (_name, remark, turns) => {
  const snapshot = bookOf(staff, [['河东社区', 220, '租赁', remark, '有', '有', '有', '有']])
  const { sensitivity } = check(snapshot, { policy: defaultPolicy, asOf: DAY, varyAsOf: true })
  const asOf = sensitivity.questions.find(({ kind }) => kind === 'as-of'), outlook = sensitivity.verdicts.find(({ community, target }) => community === 0 && target === 'usable-area')
  expect(asOf !== undefined && outlook?.turn.some(({ question }) => question === asOf.id) === true).toBe(turns)
})
