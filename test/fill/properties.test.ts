import fc from 'fast-check'
import { isFormula } from '../../src/core/cell'
import type { CellValue } from '../../src/core/cell'
import { cellKey } from '../../src/core/place'
import type { SheetSnapshot, Snapshot } from '../../src/core/snapshot'
import { check } from '../../src/check'
import { allChanges, cellItems, chosenChanges, fill } from '../../src/fill'
import { Workspace } from '../../src/formula/workspace'
import { MemoryWorkbook } from '../../src/hosts/memory'
import { defaultPolicy } from '../../src/policies'

const sheet = (name: string, rows: readonly (readonly CellValue[])[]): SheetSnapshot => ({ name, kind: 'worksheet', visibility: 'visible', rows, formulas: new Map(), isProtected: false, tables: [] })
const book = (sheets: readonly SheetSnapshot[]): Snapshot => ({ name: 'random.xlsx', dateSystem: 1900, sheets, names: [], notices: [] })

const community = fc.constantFrom('河南', '河东', '荷叶')
const suffix = fc.constantFrom('社区', '居委会', '社区居委会')
const person = fc.record({
  community, suffix,
  kind: fc.constantFrom('正式', '在编', '事业编制', '聘用', '合同制', '临时', '劳务派遣', '公益性岗位'),
  education: fc.constantFrom('本科', '大专', '大专（函授）', '高中', '中专', '初中'),
  politics: fc.constantFrom('中共党员', '党员', '预备党员', '共青团员', '群众'),
  state: fc.constantFrom('在岗', '在岗', '在岗', '离职', '退休'),
  birth: fc.oneof(fc.integer({ min: 22_000, max: 37_000 }), fc.constantFrom('1975.03', '1980-11', '19850312', 198806)),
  month: fc.integer({ min: 100, max: 900 }),
})

/** A roster: sorted by community or not, its name in every row or in the first one of a run only. */
const roster = fc
  .record({ people: fc.array(person, { minLength: 4, maxLength: 30 }), sorted: fc.boolean(), once: fc.boolean(), oneWriting: fc.boolean() })
  .map(({ people, sorted, once, oneWriting }) => {
    const list = sorted || once ? [...people].sort((a, b) => (a.community < b.community ? -1 : a.community > b.community ? 1 : 0)) : people
    const rows = list.map((each, index): readonly CellValue[] => {
      const name = each.community + (oneWriting || once ? '社区' : each.suffix)
      return [
        index + 1,
        once && list[index - 1]?.community === each.community ? null : name,
        `王${String.fromCharCode(0x4e00 + index)}`,
        each.birth,
        each.education,
        each.politics,
        each.kind,
        each.state,
        each.month * 100,
      ]
    })
    return book([
      sheet('花名册', [
        ['社区工作人员花名册'],
        ['序号', '社区名称', '姓名', '出生年月', '学历', '政治面貌', '人员性质', '在岗情况', '年工资（元）'],
        ...rows,
      ]),
    ])
  })

const planOf = (snapshot: Snapshot) => fill(snapshot, check(snapshot, { policy: defaultPolicy }))

test('every count on the check sheet is the report\'s, every formula has a value that is no error', () => {
  fc.assert(fc.property(roster, snapshot => {
    const report = check(snapshot, { policy: defaultPolicy }), plan = fill(snapshot, report)
    const after = new Map(cellItems(plan).map(({ change }) => [`${change.sheet}!${change.cell}`, change.after]))
    const value = (cell: string) => {
      const content = after.get(`配备检查!${cell}`) ?? null
      return isFormula(content) ? content.value : content
    }
    for (const [index, unit] of report.communities.entries()) {
      const row = String(6 + index)
      expect([value(`C${row}`), value(`F${row}`), value(`I${row}`), value(`N${row}`)]).toEqual([unit.headcount.formal, unit.headcount.contracted, unit.headcount.college, unit.headcount.partyLeague])
      if (unit.headcount.averageAge !== null) expect(value(`L${row}`)).toBeCloseTo(unit.headcount.averageAge, 9)
    }
    for (const content of after.values()) if (isFormula(content)) expect([typeof content.value, content.formula]).toEqual([expect.stringMatching(/number|string|boolean/), content.formula])
  }), { numRuns: 60 })
})

test('a fill applied leaves nothing to fill, and the check reads the workbook as before', async () => {
  await fc.assert(fc.asyncProperty(roster, async snapshot => {
    const host = new MemoryWorkbook(snapshot), plan = planOf(snapshot)
    expect(await host.apply(allChanges(plan))).toMatchObject({ outcome: 'applied', skipped: [] })
    const after = await host.read()
    expect(allChanges(planOf(after))).toEqual([])
    const heads = (of: Snapshot) => check(of, { policy: defaultPolicy }).communities.map(unit => [unit.name, unit.headcount])
    expect(heads(after)).toEqual(heads(snapshot))
  }), { numRuns: 30 })
})

test('whatever is left out, no written formula points to a sheet that is not there', () => {
  fc.assert(fc.property(roster, fc.array(fc.nat(2000), { maxLength: 5 }), (snapshot, numbers) => {
    const plan = planOf(snapshot), chosen = chosenChanges(plan, new Set(numbers.filter(number => number < plan.items.length)))
    const there = new Set([...snapshot.sheets.map(each => each.name), ...chosen.flatMap(change => (change.kind === 'add-sheet' ? [change.sheet] : []))])
    for (const change of chosen) if (change.kind === 'cell') expect(there.has(change.sheet)).toBe(true)
  }), { numRuns: 20 })
})

test('a person added below the list is in the formulas that look at whole columns', async () => {
  const rows: readonly CellValue[][] = [['花名册'], ['序号', '社区名称', '姓名', '出生日期', '学历', '政治面貌', '人员性质'], [1, '河南社区', '王一', 30_000, '大专', '群众', '正式'], [2, '河南社区', '王二', 31_000, '高中', '党员', '聘用'], [3, '河东社区', '王三', 31_500, '高中', '党员', '聘用']]
  const snapshot = book([sheet('花名册', rows)]), host = new MemoryWorkbook(snapshot)
  await host.apply(allChanges(planOf(snapshot)))
  const space = new Workspace(await host.read())
  for (const [index, value] of [4, '河东社区', '王四', 32_000, '本科', '党员', '正式'].entries()) space.write('花名册', 6, index + 1, value)
  expect(['C7', 'H7', 'I7', 'N7'].map(cell => space.calculate(`=配备检查!${cell}`, '花名册', 99, 99))).toEqual([1, 2, 1, 2])
  expect(space.calculate('=配备检查!C5', '花名册', 99, 99)).toBe(2)
  expect((await host.read()).sheets.find(each => each.name === '配备检查')?.formulas.has(cellKey(7, 3))).toBe(true)
})
