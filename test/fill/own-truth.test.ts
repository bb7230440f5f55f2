import fc from 'fast-check'
import { isFormula } from '../../src/core/cell'
import { parseBox } from '../../src/core/place'
import { check } from '../../src/check'
import { cellItems, fill } from '../../src/fill'
import type { FillPlan } from '../../src/fill'
import { defaultPolicy } from '../../src/policies'
import type { Snapshot } from '../../src/core/snapshot'
import { bookOf, byCommunity, byKind, codes, cost, fund, items, payColumns, people, premisesSheet, programme, rosterSheet, sheetOf, staffing, truths, twoSided, UNITS, unitPlaces, years } from './own-truth'
import type { PayColumns, Truth, Wanted } from './own-truth'

const planOf = (snapshot: Snapshot) => fill(snapshot, check(snapshot, { policy: defaultPolicy }))
const unit = fc.constantFrom(...UNITS)
const rounds = { numRuns: 10 }

function filled(plan: FillPlan, sheet: string): Map<string, number> {
  return new Map(cellItems(plan).flatMap(({ change }) => (change.sheet === sheet && isFormula(change.after) && typeof change.after.value === 'number' ? [[change.cell, change.after.value] as const] : [])))
}

/** Every wanted cell is right; no other cell is touched; every blank that was left and wanted is listed. */
function expectRight(truth: Truth, columns: PayColumns, wanted: Wanted, more: readonly ReturnType<typeof sheetOf>[] = []): void {
  const plan = planOf(bookOf([rosterSheet(truth, columns), ...more, sheetOf(wanted)])), found = filled(plan, wanted.name)
  const close = [...wanted.expect].filter(
    ([cell, value]) => Math.abs((found.get(cell) ?? Number.NaN) - value) > 1e-6 * Math.max(1, Math.abs(value)) || !found.has(cell),
  )
  expect([close.map(([cell, value]) => `${cell}: ${String(found.get(cell))}, wanted ${String(value)}; ${plan.left.find(left => left.cell === cell)?.word ?? ''}`), [...found.keys()].filter(cell => !wanted.expect.has(cell))]).toEqual([[], []])
}

test('by kind: persons, amounts and totals, in every unit and place of the unit', () => {
  fc.assert(
    fc.property(truths, payColumns, unit, unitPlaces, fc.boolean(), (truth, columns, money, place, totalFirst) => {
      expectRight(truth, columns, byKind(truth, columns, money, place, totalFirst))
    }),
    rounds,
  )
})

test('by community: two groups with their sums, merged or not', () => {
  fc.assert(
    fc.property(truths, payColumns, unit, unitPlaces, fc.boolean(), (truth, columns, money, place, merged) => {
      expectRight(truth, columns, byCommunity(truth, columns, money, place, merged))
    }),
    rounds,
  )
})

test('establishment, present staff and what is lacking', () => {
  fc.assert(fc.property(truths, truth => { expectRight(truth, 'none', staffing(truth)) }), rounds)
})

test('two sides come out even: the town pays what this table leaves', () => {
  fc.assert(
    fc.property(
      truths,
      payColumns,
      unit,
      fc.integer({ min: 1, max: 90 }),
      fc.integer({ min: 1, max: 90 }),
      (truth, columns, money, subsidy, running) => {
        expectRight(truth, columns, twoSided(truth, columns, money, subsidy, running))
      },
    ),
    rounds,
  )
})

test('this year against last year', () => {
  fc.assert(
    fc.property(
      truths,
      payColumns,
      unit,
      fc.integer({ min: 1, max: 900 }),
      fc.integer({ min: 1, max: 900 }),
      (truth, columns, money, a, b) => {
        expectRight(truth, columns, years(truth, columns, money, [a, b]))
      },
    ),
    rounds,
  )
})

test('a programme of building is filled by its own columns', () => {
  fc.assert(fc.property(truths, fc.integer({ min: 5, max: 40 }), fc.integer({ min: 10, max: 40 }), (truth, built, price) => { expectRight(truth, 'none', programme(truth, built * 10, price * 100), [premisesSheet(truth)]) }), rounds)
})

test('the fund: area in m2 or 万m2, the row\'s own share collected, added up', () => {
  fc.assert(fc.property(truths, fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 5, maxLength: 5 }), unit, fc.boolean(), fc.constantFrom(0.8, 0.9, 1), (truth, areas, money, wan, share) => { expectRight(truth, 'none', fund(areas.map(area => area * (wan ? 1 : 1000)), money, wan, share)) }), rounds)
})

test('items: quantity times price, and only the amounts are summed', () => {
  fc.assert(fc.property(truths, fc.array(fc.tuple(fc.constantFrom('培训费', '慰问费', '维修费', '宣传费', '会议费'), fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 90 })), { minLength: 2, maxLength: 5 }), unit, (truth, lines, money) => {
    const wanted = items(lines, money)
    const total = `C${String(4 + lines.length)}`
    expectRight(truth, 'none', { ...wanted, expect: new Map([...wanted.expect]) }, [])
    expect(wanted.expect.has(total)).toBe(false)
  }), rounds)
})

test('codes in the label or in a column of their own: parents take their children, once', () => {
  fc.assert(
    fc.property(truths, payColumns, unit, fc.boolean(), fc.integer({ min: 1, max: 90 }), (truth, columns, money, inLabel, office) => {
      expectRight(truth, columns, codes(truth, columns, money, inLabel, office))
    }),
    rounds,
  )
})

const tables = fc
  .tuple(truths, fc.constantFrom<PayColumns>('year', 'year-and-insurance', 'month', 'wan'), unit, unitPlaces)
  .chain(([truth, columns, money, place]) =>
    fc
      .constantFrom(
        byKind(truth, columns, money, place, false),
        byCommunity(truth, columns, money, place, true),
        staffing(truth),
        twoSided(truth, columns, money, 5, 3),
        years(truth, columns, money, [30, 20]),
      )
      .map(wanted => ({ truth, columns, wanted })),
  )
const strange = fc.constantFrom('环卫所', '大伦镇', '行政村', '方案B', '填写示例', '上年', '2022年', '作废', '外聘专家', '折旧', '绿化队', '示例')

test('a word that nothing accounts for, in the title, leaves every cell blank and is named', () => {
  fc.assert(fc.property(tables, strange, fc.boolean(), ({ truth, columns, wanted }, word, inName) => {
    const rows = inName ? wanted.rows : [[`${word}${String(wanted.rows[0]?.[0] ?? '').replace(/^2023年/, '')}`], ...wanted.rows.slice(1)]
    const name = inName ? `${word}${wanted.name}` : wanted.name
    const plan = planOf(bookOf([rosterSheet(truth, columns), sheetOf({ ...wanted, name, rows })]))
    expect([...filled(plan, name)]).toEqual([])
    expect(plan.left.some(left => left.sheet === name)).toBe(true)
    for (const left of plan.left) if (left.sheet === name) expect(word.includes(left.word) || left.word.includes(word) || /^\d{4}$/.test(left.word)).toBe(true)
  }), { numRuns: 25 })
})

test('a word that nothing accounts for, in one header, leaves that column blank and is never a wrong figure elsewhere', () => {
  fc.assert(fc.property(tables, strange, fc.nat(7), ({ truth, columns, wanted }, word, pick) => {
    const [, bottom] = wanted.header, header = wanted.rows[bottom - 1] ?? []
    const candidates = header.flatMap((cell, at) => (typeof cell === 'string' && at > 0 && !/备注|原因|项目/.test(cell) ? [at] : []))
    const column = candidates[pick % candidates.length] ?? 0
    const rows = wanted.rows.map((row, at) => (at === bottom - 1 ? row.map((cell, index) => (index === column ? `${word}${String(cell)}` : cell)) : row))
    const plan = planOf(bookOf([rosterSheet(truth, columns), sheetOf({ ...wanted, rows })])), found = filled(plan, wanted.name)
    for (const [cell, value] of found) {
      expect(parseBox(cell)?.left).not.toBe(column + 1)
      const right = wanted.expect.get(cell)
      // A share of a column that is not understood is no longer in a sum beside it.
      expect(right === undefined ? cell : Math.abs(value - right) <= 1e-6 * Math.max(1, Math.abs(right))).toBe(right === undefined ? '' : true)
    }
  }), { numRuns: 25 })
})

test('each amount of a kind lies near persons times what one of them costs', () => {
  fc.assert(fc.property(truths, fc.constantFrom<PayColumns>('year', 'year-and-insurance', 'month', 'wan', 'parts'), unit, unitPlaces, (truth, columns, money, place) => {
    const wanted = byKind(truth, columns, money, place, false),
      found = filled(planOf(bookOf([rosterSheet(truth, columns), sheetOf(wanted)])), wanted.name)
    for (const [row, kind] of [[4, 'formal'], [5, 'contracted']] as const) {
      const amount = found.get(`C${String(row)}`)
      const expected = (people(truth, kind) * cost(truth, kind, columns)) / money[1]
      expect(amount).toBeGreaterThan(expected / 3)
      expect(amount).toBeLessThan(expected * 3)
    }
  }), rounds)
})
