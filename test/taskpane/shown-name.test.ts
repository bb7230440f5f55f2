import { namesOf, shownName } from '../../taskpane/shown-name'

test.each([
  ['花名册321299198503150110.xlsx', '花名册321***********0110.xlsx'],
  ['甲\u202egpj.csv', '甲gpj.csv'],
  ['\u2067计划\u2069\u200f.xlsx', '计划.xlsx'],
  ['计划现状 2026-09-30.xlsx', '计划现状 2026-09-30.xlsx'],
  ['导出20260930.xlsx', '导出20260930.xlsx'],
  ['', ''],
])('%j is shown as %j', (name, shown) => {
  expect(shownName(name)).toBe(shown)
})

test.each([
  [['同名.csv', '同名.csv', '另.csv', '同名.csv'], ['同名.csv', '同名.csv (2)', '另.csv', '同名.csv (3)']],
  // Two that differ in what is not shown.
  [['表321299198503150110.csv', '表321299198503150110.csv'], ['表321***********0110.csv', '表321***********0110.csv (2)']],
  [['', ''], ['', '']],
  [[], []],
])('%j are told apart as %j', (names, shown) => {
  expect(namesOf(names)).toEqual(shown)
})
