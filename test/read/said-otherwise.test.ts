import fc from 'fast-check'
import { isPageLine } from '../../src/vocabulary/page-lines'
import { normalise } from '../../src/vocabulary/normalise'
import { people, read } from './sheets'
import type { SheetText } from './sheets'

/** What changes nothing of what a list says must change nothing of what is read. */
const HEAD = '序号|姓名|性别|出生年月|学历|政治面貌|人员类别|职务'
const BODY: readonly string[] = [
  '1|张三|男|1985.03|大专|中共党员|正式|社区工作者', '2|李四|女|1988.03|高中|群众|聘用|委员', '3|王五|男|1990.01|本科|群众|正式|主任', '4|赵六|女|1979.12|大专|群众|聘用|社区工作者',
]
const WANTED = ['张三 清泉 formal', '李四 清泉 contracted', '王五 荷叶 formal', '赵六 荷叶 contracted']
const LAYOUTS: Readonly<Record<string, readonly string[]>> = {
  'section rows': [HEAD, '一、清泉社区', ...BODY.slice(0, 2), '二、荷叶社区', ...BODY.slice(2)],
  'bare section rows': [HEAD, '清泉', ...BODY.slice(0, 2), '荷叶', ...BODY.slice(2)],
  'a column': [`社区|${HEAD}`, `清泉社区|${BODY[0] ?? ''}`, `|${BODY[1] ?? ''}`, `荷叶社区|${BODY[2] ?? ''}`, `|${BODY[3] ?? ''}`],
}
const HARMLESS = ['接下页', '（续上页）', '第2页', '第2页 共5页', '转下页', '', '注：联系电话以最新为准']
const spaced = (row: string, at: number): string => (row === '' ? '' : [...row.split('|').slice(0, at), '', ...row.split('|').slice(at)].join('|'))

describe.each(Object.entries(LAYOUTS))('%s', (_what, rows) => {
  test('lines that say nothing of people', () => {
    // Before the first person of a group, or between two whose numbers go on.
    fc.assert(fc.property(fc.integer({ min: 1, max: rows.length - 1 }), fc.constantFrom(...HARMLESS), (at, line) => {
      expect(people(read({ 名册: [...rows.slice(0, at), line, ...rows.slice(at)] }))).toEqual(WANTED)
    }))
  })
  test('the header printed again', () => {
    // Right under a bare name it would head a block of that title.
    const places = rows.flatMap((_row, at) => (at >= 2 && /\|/.test(rows[at - 1] ?? '') ? [at] : []))
    fc.assert(fc.property(fc.constantFrom(...places), at => {
      expect(people(read({ 名册: [...rows.slice(0, at), rows[0] ?? '', ...rows.slice(at)] }))).toEqual(WANTED)
    }))
  })
  test('empty columns, and rows above', () => {
    const at = fc.integer({ min: 0, max: 8 })
    fc.assert(fc.property(at, at, fc.integer({ min: 0, max: 3 }), (one, two, above) => {
      const wide = rows.map(row => spaced(spaced(row, one), two))
      expect(people(read({ 名册: [...Array.from({ length: above }, () => ''), ...wide] }))).toEqual(WANTED)
    }))
  })
})

test.each([1, 2, 3, 4, 5, 6, 7])('lists side by side with an empty column behind column %i of the first', at => {
  const beside = (left: readonly string[], right: readonly string[]): SheetText => left.map((row, line) => `${spaced(row, at)}|${right[line] ?? ''}`)
  const rows = beside(['清泉社区|||||||', HEAD, ...BODY.slice(0, 2)], ['荷叶社区|||||||', HEAD, ...BODY.slice(2)])
  expect(people(read({ 名册: rows })).toSorted()).toEqual(WANTED.toSorted())
})

test('an empty column behind 单位', () => {
  const rows = ['序号|单位||姓名|学历|政治面貌|人员类别', '1|清泉社区||张三|大专|中共党员|正式', '2|荷叶社区||王五|本科|群众|正式']
  expect(people(read({ 名册: rows }))).toEqual(['张三 清泉 formal', '王五 荷叶 formal'])
})

test.each([['接下页', true], ['（接下页）', true], ['续上页', true], ['第3页', true], ['第3页/共5页', true], ['-3-', true], ['续表二', true], ['本页完', true], ['接官亭', false], ['第三社区', false], ['上新街', false], ['3', false]])('%s says that a page goes on: %s', (line, wanted) => {
  expect(isPageLine(normalise(line))).toBe(wanted)
})
