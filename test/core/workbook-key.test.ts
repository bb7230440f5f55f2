import { isSameWorkbook, workbookKey } from '../../src/core/workbook-key'
import type { WorkbookKey } from '../../src/core/workbook-key'
import { book } from '../read/sheets'

const SURNAMES = '王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁'
const form = (town: string, people: number, from = 0): ReturnType<typeof book> => book({
  花名册: ['社区工作人员花名册', '序号|社区|姓名|学历|政治面貌|人员类别', ...Array.from({ length: people }, (_, i) => `${i + 1}|${town}${i % 3}社区|${SURNAMES[(i + from) % 20] ?? ''}${town}${i + from}|大专|中共党员|正式`)],
})

test.each<[string, ReturnType<typeof book>, boolean]>([
  ['the same file', form('河东', 30), true],
  ['a row put in above the header', book({ 花名册: ['（2023年）', ...form('河东', 30).sheets[0]?.rows.map(row => row.map(String).join('|')) ?? []] }), true],
  ['two people came, two left', form('河东', 30, 2), true],
  ['another town, the same form and file name', form('西城', 30), false],
  ['another form', book({ 花名册: ['姓名|社区', ...Array.from({ length: 30 }, (_, i) => `${SURNAMES[i % 20] ?? ''}河东${i}|河东社区`)] }), false],
  ['nothing in it', book({ 花名册: [] }), false],
])('%s', (_name, other, same) => {
  expect(isSameWorkbook(workbookKey(form('河东', 30)), workbookKey(other))).toBe(same)
})

test('nothing of the words can be had back from it', () => {
  const { layout, sketch } = workbookKey(form('河东', 30))
  expect([layout, ...sketch].join(' ')).toMatch(/^[0-9a-f ]+$/)
  expect(sketch.length).toBeLessThanOrEqual(48)
})

const key = (...sketch: string[]): WorkbookKey => ({ layout: '1', sketch })
test.each<[string, WorkbookKey, WorkbookKey, boolean]>([
  ['half of the smallest words of both', key('a', 'b', 'c', 'd'), key('a', 'b', 'e', 'f'), true],
  ['less than half', key('a', 'b', 'c', 'd'), key('a', 'e', 'f', 'g'), false],
  ['a longer one', key('a', 'b'), key('a', 'b', 'c', 'd'), true],
  ['one that is longer by more than half of it', key('a', 'b'), key('a', 'b', 'c', 'd', 'e'), false],
  ['a longer one whose smallest are others', key('c', 'd'), key('a', 'b', 'c', 'd', 'e'), false],
  ['nothing in either', key(), key(), true],
  ['nothing in one', key('a'), key(), false],
  ['nothing in the other', key(), key('a'), false],
  ['another layout', key('a'), { layout: '2', sketch: ['a'] }, false],
])('%s', (_name, one, other, same) => {
  expect([isSameWorkbook(one, other), isSameWorkbook(other, one)]).toEqual([same, same])
})

const words = (...rows: string[]): readonly string[] => workbookKey(book({ 表: rows })).sketch
const long = (length: number): string => '甲'.repeat(length)
test.each<[string, readonly string[], number]>([
  ['one character is no word', ['甲|乙丙'], 1],
  ['forty characters', [`乙丙|${long(40)}`], 2],
  ['forty-one are a sentence', [`乙丙|${long(41)}`], 1],
  ['the same word twice', ['乙丙|乙丙'], 1],
  ['a number', ['乙丙|12'], 1],
  ['the 300th row', [...Array.from({ length: 299 }, () => '乙丙'), '丁戊'], 2],
  ['the 301st row', [...Array.from({ length: 300 }, () => '乙丙'), '丁戊'], 1],
  ['many words', Array.from({ length: 60 }, (_each, i) => `词${String(i)}`), 48],
])('of the words, %s', (_name, rows, count) => {
  expect(words(...rows)).toHaveLength(count)
  expect([...words(...rows)].sort()).toEqual(words(...rows))
})

test.each<[string, readonly string[], readonly string[], boolean]>([
  ['the widest of the first twelve rows', [...Array.from({ length: 11 }, () => '表'), '甲乙|丙丁'], [...Array.from({ length: 11 }, () => '表'), '甲乙|戊己'], false],
  ['not of the thirteenth', [...Array.from({ length: 12 }, () => '表'), '甲乙|丙丁'], [...Array.from({ length: 12 }, () => '表'), '甲乙|戊己'], true],
  ['the first of two that are as wide', ['甲乙|丙丁', '甲乙|戊己'], ['甲乙|丙丁', '甲乙|庚辛'], true],
  ['blanks do not widen', ['甲乙|丙丁', '戊己| | '], ['甲乙|丙丁', '庚辛| | '], true],
])('the layout is %s', (_name, one, other, same) => {
  expect(workbookKey(book({ 表: [...one] })).layout === workbookKey(book({ 表: [...other] })).layout).toBe(same)
})

// Browsers keep it: another way of reckoning would forget every workbook.
test('the key of a workbook is the same in every later edition of the program', () => {
  const { layout, sketch } = workbookKey(form('河东', 2))
  expect([layout, ...sketch.slice(0, 3)]).toEqual(['113277c554ebd9', '00729394', '012e7a83', '09da337a'])
})
