/** @jest-environment node */
import type { Mapping } from '../../src/core/mapping'
import type { ColumnKey } from '../../src/core/reading'
import { isCorrected, withAnswer, withColumn, withKind } from '../../taskpane/corrections'
import { roster } from './fixture'

const entry = { sheet: '花名册', headers: ['序号', '社区', '姓名', '文化程度', '备用', '政治面貌'] }

test.each<[string, Mapping, number, ColumnKey | null, Mapping]>([
  ['a column gets its meaning', {}, 5, 'remark', { tables: [{ ...entry, columnHeaders: { remark: '备用' } }] }],
  ['a meaning is taken away', {}, 4, null, { tables: [{ ...entry, columnHeaders: { education: null } }] }],
  ['a column changes its meaning: the old one goes', {}, 4, 'politics', { tables: [{ ...entry, columnHeaders: { education: null, politics: '文化程度' } }] }],
  ['choosing what it is already keeps it there', {}, 4, 'education', { tables: [{ ...entry, columnHeaders: { education: '文化程度' } }] }],
  ['an earlier correction of the table stays', { tables: [{ ...entry, kind: 'staff', columnHeaders: { name: '姓名' } }] }, 5, 'remark', { tables: [{ ...entry, kind: 'staff', columnHeaders: { name: '姓名', remark: '备用' } }] }],
  ['a meaning that went to another column by hand is not taken from it', { tables: [{ ...entry, columnHeaders: { education: '备用' } }] }, 4, 'remark', { tables: [{ ...entry, columnHeaders: { education: '备用', remark: '文化程度' } }] }],
  ['other tables are left alone', { tables: [{ sheet: '用房' }] }, 5, 'remark', { tables: [{ sheet: '用房' }, { ...entry, columnHeaders: { remark: '备用' } }] }],
])('%s', (_name, mapping, column, key, expected) => {
  expect(withColumn(mapping, roster, column, key)).toEqual(expected)
})

test('a table is taken for something else, and can be taken back', () => {
  const once = withKind({}, roster, 'ignore')
  expect(once).toEqual({ tables: [{ ...entry, kind: 'ignore' }] })
  expect(withKind(once, roster, 'pay')).toEqual({ tables: [{ ...entry, kind: 'pay' }] })
})

test('answers add up, the later one wins', () => {
  expect(withAnswer(withAnswer(withAnswer({}, 'a', '1'), 'b', '2'), 'a', '3')).toEqual({ answers: { a: '3', b: '2' } })
})

test.each<[Mapping, boolean]>([[{}, false], [{ tables: [] }, false], [{ answers: {} }, false], [{ answers: { a: '1' } }, true], [{ tables: [entry] }, true]])('%j is corrected: %p', (mapping, corrected) => {
  expect(isCorrected(mapping)).toBe(corrected)
})
