import { isFormula } from '../../src/core/cell'
import type { CellValue } from '../../src/core/cell'
import type { SheetSnapshot, Snapshot } from '../../src/core/snapshot'
import { check } from '../../src/check'
import { allChanges, cellItems, fill } from '../../src/fill'
import { Workspace } from '../../src/formula/workspace'
import { MemoryWorkbook } from '../../src/hosts/memory'
import { defaultPolicy } from '../../src/policies'

const sheet = (rows: readonly (readonly CellValue[])[]): SheetSnapshot => ({ name: '花名册', kind: 'worksheet', visibility: 'visible', rows, formulas: new Map(), isProtected: false, tables: [] })
const bookOf = (rows: readonly (readonly CellValue[])[]): Snapshot => ({ name: 'b.xlsx', dateSystem: 1900, sheets: [sheet([['社区工作人员花名册'], ['序号', '社区名称', '姓名', '出生年月', '学历', '政治面貌', '人员性质', '人员状态'], ...rows])], names: [], notices: [] })
const person = (at: number, birth: CellValue, kind = '正式', state = '在岗'): CellValue[] => [at, '东湾社区', `王${String.fromCharCode(0x4e00 + at)}`, birth, '大专', '群众', kind, state]

test.each<readonly [string, readonly CellValue[], CellValue]>([
  ['1985.03', ['1985.03', '1990.11', '1971.02'], '1960.06'],
  ['1985-03-12', ['1985-03-12', '1990-11-30', '1971-02-01'], '1960-06-15'],
  ['198503', ['198503', '199011', '197102'], '196006'],
  ['serials', [31_118, 33_207, 25_965], 22_082],
])('births as %s: a person added below the list, put in between or taken away is in the mean and in the count', async (_name, births, added) => {
  const rows = births.map((birth, at) => person(at + 1, birth, at === 1 ? '聘用' : '正式'))
  const snapshot = bookOf([...rows, person(4, births[0] ?? null, '正式', '离职')]), host = new MemoryWorkbook(snapshot), plan = fill(snapshot, check(snapshot, { policy: defaultPolicy }))
  const formula = cellItems(plan).find(({ change }) => change.sheet === '配备检查' && change.cell === 'L6')?.change.after ?? null
  expect(isFormula(formula) && !/\/\d+$/.test(formula.formula)).toBe(true)
  await host.apply(allChanges(plan))
  const space = new Workspace(await host.read())
  const mean = (people: readonly (readonly CellValue[])[]) =>
    check(bookOf(people), { policy: defaultPolicy }).overall.headcount.averageAge ?? 0
  for (const [index, value] of person(5, added).entries()) space.write('花名册', 7, index + 1, value)
  const all = [...rows, person(4, births[0] ?? null, '正式', '离职'), person(5, added)]
  expect(space.calculate('=配备检查!L6', '花名册', 99, 99)).toBeCloseTo(mean(all), 9)
  expect(space.calculate('=配备检查!H6', '花名册', 99, 99)).toBe(4)
  // Two change places.
  for (const [index, value] of (all[4] ?? []).entries()) space.write('花名册', 3, index + 1, value)
  for (const [index, value] of (all[0] ?? []).entries()) space.write('花名册', 7, index + 1, value)
  expect(space.calculate('=配备检查!L6', '花名册', 99, 99)).toBeCloseTo(mean(all), 9)
  for (let column = 1; column <= 8; column++) space.write('花名册', 4, column, null)
  expect(space.calculate('=配备检查!L6', '花名册', 99, 99)).toBeCloseTo(mean(all.filter((_row, at) => at !== 1)), 9)
})
