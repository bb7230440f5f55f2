import { isSameWorkbook, workbookKey } from '../../src/core/workbook-key'
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
