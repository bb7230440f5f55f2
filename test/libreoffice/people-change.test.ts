import { check } from '../../src/check'
import type { CellValue } from '../../src/core/cell'
import { cellAt } from '../../src/core/snapshot'
import type { Snapshot } from '../../src/core/snapshot'
import { allChanges, fill } from '../../src/fill'
import { openWorkbook, readWorkbookBytes } from '../../src/hosts/xlsx/node'
import { defaultPolicy } from '../../src/policies'
import { workbook } from '../workbooks/samples'
import type { Book, Cell } from '../workbooks/workbook'
import { recalculated } from './convert'

const person = (at: number, community: string, kind: string, birth: string, education = '大专', politics = '群众'): readonly Cell[] => [at, `${community}社区`, `王${String.fromCharCode(0x4e00 + at)}`, birth, education, politics, kind, 40_000 + at * 100]
const before: readonly (readonly Cell[])[] = [
  person(1, '东湾', '正式', '1980.03'), person(2, '东湾', '聘用', '1990.11', '本科', '中共党员'), person(3, '西亭', '正式', '1975.06'), person(4, '西亭', '正式', '1988.01', '高中', '共青团员'), person(5, '西亭', '聘用', '1993.09'),
]
/** One moved to the other community, one gone, two added below the list. */
const after: readonly (readonly Cell[])[] = [
  person(1, '东湾', '正式', '1980.03'), person(3, '东湾', '正式', '1975.06'), person(4, '西亭', '正式', '1988.01', '高中', '共青团员'), person(5, '西亭', '聘用', '1993.09'), person(6, '东湾', '聘用', '1969.12', '初中'), person(7, '西亭', '正式', '1999.05', '本科', '中共党员'),
]
const bookOf = (people: readonly (readonly Cell[])[]): Book => ({ sheets: [{ name: '花名册', rows: [['社区工作人员花名册'], ['序号', '社区名称', '姓名', '出生年月', '学历', '政治面貌', '人员性质', '年工资（元）'], ...people] }] })

test('people added, moved and taken away after the fill are in every figure of the check sheet and in the cost', async () => {
  const book = openWorkbook(workbook(bookOf(before)), 'people.xlsx'), snapshot = await book.read({ looks: true })
  await book.apply(allChanges(fill(snapshot, check(snapshot, { policy: defaultPolicy }))))
  const now = await book.read(), roster = now.sheets.find(sheet => sheet.name === '花名册')
  if (roster === undefined) throw new Error('花名册')
  const changes = []
  for (let index = 0; index < Math.max(before.length, after.length); index++) {
    for (let column = 1; column <= 8; column++) {
      const was = cellAt(roster, 3 + index, column), is = (after[index]?.[column - 1] ?? null) as CellValue
      if (was !== is) changes.push({ kind: 'cell' as const, sheet: '花名册', cell: `${'ABCDEFGH'.charAt(column - 1)}${String(3 + index)}`, before: was, after: is })
    }
  }
  expect(await book.apply(changes)).toMatchObject({ outcome: 'applied', skipped: [] })
  const shown = await readWorkbookBytes(recalculated(book.bytes), 'people.xlsx'), fresh = check(await readWorkbookBytes(workbook(bookOf(after)), 'fresh.xlsx'), { policy: defaultPolicy })
  const at = (sheet: string, row: number, column: number): CellValue => valueOf(shown, sheet, row, column)
  for (const [index, unit] of fresh.communities.entries()) {
    const row = 6 + index, heads = unit.headcount
    expect([unit.name, at('配备检查', row, 3), at('配备检查', row, 6), at('配备检查', row, 8), at('配备检查', row, 9), at('配备检查', row, 14)]).toEqual([unit.name, heads.formal, heads.contracted, heads.counted, heads.college, heads.partyLeague])
    expect(at('配备检查', row, 12)).toBeCloseTo(heads.averageAge ?? 0, 9)
    const cost = (kind: string) => after.filter(each => each[1] === `${unit.name}社区` && each[6] === kind).reduce((sum, each) => sum + Number(each[7]), 0) / 10_000
    expect(at('人员经费预算', row, 4)).toBeCloseTo(cost('正式'), 9)
    expect(at('人员经费预算', row, 5)).toBeCloseTo(cost('聘用'), 9)
  }
  expect([at('配备检查', 5, 3), at('配备检查', 5, 6)]).toEqual([fresh.overall.headcount.formal, fresh.overall.headcount.contracted])
  expect(at('配备检查', 5, 12)).toBeCloseTo(fresh.overall.headcount.averageAge ?? 0, 9)
})

function valueOf(snapshot: Snapshot, name: string, row: number, column: number): CellValue {
  const sheet = snapshot.sheets.find(each => each.name === name)
  return sheet === undefined ? null : cellAt(sheet, row, column)
}

const OWN: readonly (readonly Cell[])[] = [['2023年社区人员经费预算表（单位：元）'], ['项目', '人数', '工资', '单位社保', '合计'], ['正式人员'], ['聘用人员'], ['合计']]
const BY_COMMUNITY: readonly (readonly Cell[])[] = [['分社区测算'], ['社区', '正式人数', '聘用人数', '人员经费（万元）'], ['东湾社区'], ['西亭社区'], ['合计']]
const withOwn = (people: readonly (readonly Cell[])[]): Book => ({
  sheets: [
    { name: '花名册', rows: [['社区工作人员花名册'], ['序号', '社区名称', '姓名', '出生年月', '学历', '政治面貌', '人员性质', '年工资（元）', '单位社保（元）'], ...people.map(each => [...each, 9000])] },
    { name: '预算', rows: OWN },
    { name: '分社区', rows: BY_COMMUNITY },
  ],
})

test('own budget sheets follow people added, moved and taken away, as a fresh fill of the new list says', async () => {
  const book = openWorkbook(workbook(withOwn(before)), 'own.xlsx'), snapshot = await book.read({ looks: true })
  await book.apply(allChanges(fill(snapshot, check(snapshot, { policy: defaultPolicy }))))
  const now = await book.read(), roster = now.sheets.find(sheet => sheet.name === '花名册')
  if (roster === undefined) throw new Error('花名册')
  const people = after.map(each => [...each, 9000]), changes = []
  for (let index = 0; index < people.length; index++)
    for (let column = 1; column <= 9; column++) {
      const was = cellAt(roster, 3 + index, column), is = (people[index]?.[column - 1] ?? null) as CellValue
      if (was !== is) changes.push({ kind: 'cell' as const, sheet: '花名册', cell: `${'ABCDEFGHI'.charAt(column - 1)}${String(3 + index)}`, before: was, after: is })
    }
  expect(await book.apply(changes)).toMatchObject({ outcome: 'applied', skipped: [] })
  const shown = await readWorkbookBytes(recalculated(book.bytes), 'own.xlsx')
  const other = openWorkbook(workbook(withOwn(after)), 'fresh.xlsx'), fresh = await other.read({ looks: true })
  await other.apply(allChanges(fill(fresh, check(fresh, { policy: defaultPolicy }))))
  const wanted = await other.read()
  for (const [sheet, columns] of [['预算', 5], ['分社区', 4]] as const)
    for (let row = 3; row <= 5; row++)
      for (let column = 2; column <= columns; column++) {
        const want = valueOf(wanted, sheet, row, column), is = valueOf(shown, sheet, row, column)
        expect([sheet, row, column, typeof want]).toEqual([sheet, row, column, 'number'])
        expect(Math.abs(Number(is) - Number(want))).toBeLessThan(1e-6)
      }
})
