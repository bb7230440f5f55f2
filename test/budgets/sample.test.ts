import { isFormula } from '../../src/core/cell'
import { policies } from './policies'
import { templateChanges } from '../../src/template'
import { valuesOf } from './sheet-values'

const changes = templateChanges(policies.plan, { sample: true })
const value = valuesOf(changes)
const empty = valuesOf(templateChanges(policies.plan))

/** The plan's own arithmetic, to the decimals that it is quoted with. */
test.each([
  ['formal staff now', '人员经费预算', 'B5', 68, 0],
  ['contracted staff now', '人员经费预算', 'C5', 58, 0],
  ['cost now, by the parts and not by the stated 101.7', '人员经费预算', 'F5', 103.4, 2],
  ['formal at target', '人员经费预算', 'I5', 98.24, 2],
  ['contracted at target', '人员经费预算', 'J5', 20.59, 2],
  ['cost at target', '人员经费预算', 'K5', 118.82, 2],
  ['increment', '人员经费预算', 'L5', 15.42, 2],
  ['shortage of formal staff', '配备检查', 'D5', -12, 0],
  ['shortage of contracted staff', '配备检查', 'G5', -2, 0],
  ['counted', '配备检查', 'H5', 126, 0],
  ['town pays now', '资金来源', 'B11', 90.9, 2],
  ['town pays at target', '资金来源', 'E11', 106.32, 2],
  ['principals carried', '资金来源', 'C8', 28.24, 2],
  ['A now: principals instead of the subsidy', '资金来源', 'C11', 75.16, 2],
  ['B now: principals and the subsidy', '资金来源', 'D11', 62.66, 2],
  ['A at target', '资金来源', 'F11', 90.58, 2],
  ['B at target', '资金来源', 'G11', 78.08, 2],
  ['proven gap in m2', '用房检查', 'H5', 1780, 0],
  ['gap of the seven at 60 m2', '用房检查', 'G5', 980, 0],
  ['upper bound of the gap', '用房建设计划', 'E6', 3580, 0],
  ['cost of the proven gap', '用房建设计划', 'H5', 381.4, 1],
  ['cost of the upper bound', '用房建设计划', 'H6', 767.1, 1],
  ['one office of 200 m2', '建设基金测算', 'B15', 42.9, 1],
  ['new approvals for one office', '建设基金测算', 'C15', 42_857, 0],
  ['new approvals for the proven gap', '建设基金测算', 'C13', 381_429, 0],
  ['a year', '建设基金测算', 'E13', 76_286, 0],
  ['new approvals for the upper bound, a year', '建设基金测算', 'E14', 153_429, 0],
  ['bridging need', '资金平衡', 'B12', 228.9, 1],
  ['share of the cost to be advanced', '资金平衡', 'D12', 0.6, 6],
  ['stated total minus its parts', '预算汇总', 'E23', -1.7, 6],
])('%s', (_what, sheet, cell, expected, decimals) => {
  expect(value(sheet, cell)).toBeCloseTo(expected, decimals)
})

test.each([
  ['the stated total does not agree', '预算汇总', 'D23', '不一致'],
  ['sources and cost agree in all six columns', '预算汇总', 'D21', '平衡'],
  ['the fund pays no staff', '预算汇总', 'D22', '一致'],
  ['running costs are not 0', '公用经费预算', 'H5', '待填'],
  ['the two sources nobody gave are not 0', '资金来源', 'B9', '待填'],
  ['nor in the summary', '预算汇总', 'D16', '待填'],
  ['rented without an area: open', '用房检查', 'B6', '待核实'],
  ['but its gap in the plan is the whole standard', '用房检查', 'H6', 200],
  ['to be demolished', '用房检查', 'F16', '列入拆迁'],
  ['nothing known', '用房检查', 'H17', '待核实'],
])('%s', (_what, sheet, cell, expected) => {
  expect(value(sheet, cell)).toBe(expected)
})

test.each([
  ['no names: empty rows', '配备检查', 'A6', ''],
  ['no names: no numbers', '配备检查', 'C6', ''],
  ['cost of staff', '人员经费预算', 'F5', '待填'],
  ['town', '资金来源', 'B11', '待填'],
  ['fund', '建设基金测算', 'E10', '待填'],
  ['programme', '用房建设计划', 'H5', '待填'],
  ['balance', '资金平衡', 'B12', '待填'],
  ['summary', '预算汇总', 'D12', '待填'],
])('the empty template has no noughts: %s', (_what, sheet, cell, expected) => {
  expect(empty(sheet, cell)).toBe(expected)
})

test.each([['sample', changes], ['empty', templateChanges(policies.plan)]] as const)('%s: every formula has a value and none is an error', (_name, list) => {
  const bad = list.flatMap(change => (change.kind === 'cell' && isFormula(change.after) && (change.after.value === null || typeof change.after.value === 'object') ? [`${change.sheet}!${change.cell} ${change.after.formula}`] : []))
  expect(bad).toEqual([])
})

test('only functions that Excel 2016 and WPS have', () => {
  const used = new Set(changes.flatMap(change => (change.kind === 'cell' && isFormula(change.after) ? [...change.after.formula.replaceAll(/"[^"]*"/g, '').matchAll(/([A-Z][A-Z0-9.]*)\(/g)].map(match => match[1] ?? '') : [])))
  const allowed = ['ABS', 'AND', 'AVERAGEIFS', 'COUNT', 'COUNTBLANK', 'COUNTIF', 'COUNTIFS', 'DATE', 'DATEDIF', 'DAY', 'IF', 'IFERROR', 'INDEX', 'INT', 'ISNUMBER', 'LEFT', 'LEN', 'MATCH', 'MAX', 'MID', 'MOD', 'MONTH', 'N', 'NOT', 'OR', 'RIGHT', 'ROW', 'SUM', 'SUMIF', 'SUMIFS', 'SUMPRODUCT', 'UPPER', 'YEAR']
  expect([...used].filter(name => !allowed.includes(name))).toEqual([])
})

test('ids of the sample are invented and carry the right check character', () => {
  const ids = changes.flatMap(change => (change.kind === 'cell' && change.sheet === '人员花名册' && /^D\d+$/.test(change.cell) && change.cell !== 'D4' ? [String(change.after)] : []))
  expect(ids).toHaveLength(126)
  expect(new Set(ids).size).toBe(126)
  expect(ids.every(id => /^990101\d{11}[\dX]$/.test(id))).toBe(true)
  for (let row = 5; row < 131; row++) expect([value('人员花名册', `Z${String(row)}`), value('人员花名册', `AA${String(row)}`)]).toEqual(['正确', '一致'])
})
