import { isOverallOnly } from '../../src/core/plan'
import { isFormula } from '../../src/core/cell'
import type { CellValue } from '../../src/core/cell'
import type { Policy } from '../../src/core/plan'
import type { Verdict } from '../../src/core/verdict'
import type { UnitReport } from '../../src/core/report'
import type { SheetSnapshot, Snapshot } from '../../src/core/snapshot'
import { check } from '../../src/check'
import { cellItems, fill } from '../../src/fill'
import { loadPolicy, policyIds } from '../../src/policies'

const sheet = (name: string, rows: readonly (readonly CellValue[])[]): SheetSnapshot => ({ name, kind: 'worksheet', visibility: 'visible', rows, formulas: new Map(), isProtected: false, tables: [] })

/** Four towns' worth of cases: all is well, too few, too many, and much that is blank or open. */
function bookOf(): Snapshot {
  const people: CellValue[][] = []
  const add = (community: string, kind: string, education: string | null, politics: string | null, birth: CellValue, count: number) => {
    for (let each = 0; each < count; each++) people.push([people.length + 1, `${community}社区`, `王${String.fromCharCode(0x4e00 + people.length)}`, birth, education, politics, kind])
  }
  add('东湾', '正式', '本科', '中共党员', '1985.03', 4)
  add('东湾', '聘用', '大专', '共青团员', '1990.05', 3)
  add('西亭', '正式', '高中', '群众', '1961.03', 2)
  add('南埠', '正式', '大专', '中共党员', '1988.01', 9)
  add('南埠', '聘用', '本科', '群众', '1992.01', 9)
  add('北渚', '正式', null, null, null, 4)
  add('北渚', '聘用', '高中', '中共党员', '1995.08', 2)
  add('北渚', '待定', '高中', '群众', '1995.08', 1)
  const rooms = (state: string): CellValue[] => [state, state, state, state]
  return {
    name: 'standards.xlsx', dateSystem: 1900, names: [], notices: [],
    sheets: [
      sheet('花名册', [['社区工作人员花名册'], ['序号', '社区名称', '姓名', '出生年月', '学历', '政治面貌', '人员性质'], ...people]),
      sheet('办公用房', [['社区办公用房情况表'], ['序号', '社区名称', '使用面积（㎡）', '产权性质', '社区办公室', '警务室', '民主议事室', '文化活动室'],
        [1, '东湾社区', 320, '自有', ...rooms('有')], [2, '西亭社区', 60, '租赁', '有', '无', '无', '有'], [3, '南埠社区', '约200', '自有', ...rooms('有')]]),
      sheet('社区信息', [['社区基本情况一览表'], ['序号', '社区名称', '居民户数', '常住人口'], [1, '东湾社区', 900, 2600], [2, '西亭社区', 5200, 16_000], [3, '南埠社区', 2400, 7000]]),
    ],
  }
}

/** A verdict's word on a sheet; `null`: the standard does not ask it. */
function verdictIn(value: CellValue): Verdict | null {
  if (value === '不适用') return null
  return value === '达标' || value === '齐全' ? 'met' : value === '未达标' || (typeof value === 'string' && value.startsWith('缺')) ? 'missed' : value === '超配' ? 'surplus' : 'unknown'
}

const byDifference = (value: CellValue): Verdict | null => (typeof value === 'number' ? (value < 0 ? 'missed' : value > 0 ? 'surplus' : 'met') : verdictIn(value))
const byGap = (value: CellValue): Verdict | null => (typeof value === 'number' ? (value > 0 ? 'missed' : 'met') : verdictIn(value))

const FIXED: readonly (readonly [target: string, sheet: string, column: string, read: (value: CellValue) => Verdict | null])[] = [
  ['formal-count', '配备检查', 'D', byDifference], ['contracted-count', '配备检查', 'G', byDifference], ['college-share', '配备检查', 'K', verdictIn], ['average-age', '配备检查', 'M', verdictIn],
  ['party-league-share', '配备检查', 'P', verdictIn], ['usable-area', '用房检查', 'G', byGap], ['required-rooms', '用房检查', 'E', verdictIn],
]
const WORST: readonly Verdict[] = ['missed', 'unknown', 'surplus', 'met']

const firstDay = (policy: Policy) => policy.targets.flatMap(target => target.history.map(({ from }) => from)).sort()[0] ?? ''
const cases = policyIds.flatMap(id => [[id, 'inside'], [id, 'before the first value']] as const)

test.each(cases)('%s, a day %s: each verdict word on the check sheets is the report\'s', async (id, when) => {
  const policy = await loadPolicy(id)
  if (policy === null) throw new Error(id)
  const asOf = when === 'inside' ? `${String(policy.year)}-12-31` : `${String(Number(firstDay(policy).slice(0, 4)) - 1)}-06-30`
  const snapshot = bookOf(), report = check(snapshot, { policy, asOf }), plan = fill(snapshot, report)
  const shown = new Map(cellItems(plan).map(({ change }) => [`${change.sheet}!${change.cell}`, isFormula(change.after) ? change.after.value : change.after]))
  const at = (name: string, cell: string): CellValue => shown.get(`${name}!${cell}`) ?? null
  const told = (unit: UnitReport, id: string): Verdict | null =>
    unit.judgements.find(judgement => judgement.target.id === id)?.verdict ?? null
  for (const [index, unit] of report.communities.entries()) {
    const row = String(6 + index)
    for (const [target, name, column, read] of FIXED) {
      const value = at(name, column + row)
      // Nobody there: 0 of 4 is a number on the sheet and nobody to judge in the report.
      if (unit.headcount.counted === 0 && name === '配备检查') continue
      expect([unit.name, target, read(value)]).toEqual([unit.name, target, told(unit, target)])
    }
    const staff = policy.targets.filter(target => !['usable-area', 'rooms', 'area-per-100-households', 'activity-area-share'].includes(target.figure)).map(target => told(unit, target.id)).filter(verdict => verdict !== null)
    const worst = WORST.find(verdict => staff.includes(verdict)) ?? null
    if (unit.headcount.counted > 0) expect([unit.name, '结论', verdictIn(at('配备检查', `Q${row}`))]).toEqual([unit.name, '结论', worst === 'surplus' ? 'met' : worst])
  }
  for (const [target, column] of [['college-share', 'K5'], ['average-age', 'M5'], ['party-league-share', 'P5']] as const) expect([target, verdictIn(at('配备检查', column))]).toEqual([target, told(report.overall, target)])
  // Every further target that is judged for each community has a column of its own.
  const headers = new Map(cellItems(plan).flatMap(({ change }) => (/^(?:配备检查|用房检查)$/.test(change.sheet) && /^[A-Z]+4$/.test(change.cell) && typeof change.after === 'string' ? [[change.after, `${change.sheet}!${change.cell.slice(0, -1)}`] as const] : [])))
  for (const target of policy.targets.filter(
    each => !isOverallOnly(each) && !FIXED.some(([id]) => id === each.id) && report.communities.some(unit => told(unit, each.id) !== null),
  )) {
    const place = [...headers].find(([text]) => text.startsWith(target.title['zh-CN']))?.[1]
    expect([target.id, place === undefined]).toEqual([target.id, false])
    for (const [index, unit] of report.communities.entries())
      expect([target.id, unit.name, verdictIn(shown.get(`${place ?? ''}${String(6 + index)}`) ?? null)]).toEqual([
        target.id,
        unit.name,
        told(unit, target.id),
      ])
  }
  // A standard that asks for no heads has no heads to budget for: never 0.
  if (!policy.targets.some(target => target.id === 'formal-count')) expect([at('配备检查', 'B5'), at('配备检查', 'B6'), at('人员经费预算', 'G6')]).toEqual(['不适用', '不适用', '不适用'])
  for (const { change } of cellItems(plan)) if (isFormula(change.after)) expect([change.sheet, change.cell, change.after.formula, typeof change.after.value]).toEqual([change.sheet, change.cell, change.after.formula, expect.stringMatching(/number|string|boolean/)])
})
