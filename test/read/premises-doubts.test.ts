import type { PremisesRow } from '../../src/core/reading'
import { communityOf, read, tables } from './sheets'
import type { SheetOptions, SheetText } from './sheets'

/** `河南 ? shared(河东)`, one a counted place: what is known of the area, and the doubts. */
function doubts(sheets: Readonly<Record<string, SheetText>>, options: SheetOptions = {}): readonly string[] {
  const reading = read(sheets, options)
  const area = (row: PremisesRow): string => String((row.usable ?? row.unspecified)?.value ?? '?')
  return reading.premises.filter(row => reading.tables[row.table]?.counted === true).map(row => [
    communityOf(reading, row.community), area(row), ...(row.doubts ?? []).map(doubt => doubt.kind + (doubt.communities.length === 0 ? '' : `(${doubt.communities.map(each => communityOf(reading, each)).join()})`)),
  ].join(' '))
}

const REST = ['古田社区|古田路8号|210|280', '南苑社区|东街5号|180|240', '荷叶社区|西街9号|220|300']
const list = (...rows: readonly string[]): Readonly<Record<string, SheetText>> => ({ 用房: ['社区|地址|使用面积|建筑面积|备注', ...rows, ...REST] })
const clean = ['古田 210', '南苑 180', '荷叶 220']

test.each<readonly [what: string, rows: readonly string[], wanted: readonly string[]]>([
  ['usable above built', ['河南社区|北街1号|212.7|124.6'], ['河南 ? usable-over-built']],
  ['usable as large as built is unusual and possible', ['河南社区|北街1号|91.9|91.9'], ['河南 91.9']],
  ['an approximation may be below', ['河南社区|北街1号|约130|125'], ['河南 130']],
  ['over twenty times the others', ['河南社区|北街1号|4600|6100'], ['河南 ? implausible']],
  ['over 5,000 m²', ['河南社区|北街1号|8600|'], ['河南 ? implausible']],
  ['under 8 m²', ['河南社区|北街1号|2.1|'], ['河南 ? implausible']],
  ['none is none', ['河南社区|北街1号|0|'], ['河南 0']],
  ['the same address and area', ['河南社区|北街1号|379|505', '河东社区|北街1号|379|505'], ['河南 ? shared(河东)', '河东 ? shared(河南)']],
  ['the same address with other areas: parted', ['河南社区|北街1号|379|505', '河东社区|北街1号|120|150'], ['河南 379', '河东 120']],
  ['neighbouring numbers', ['河南社区|北街145号|379|505', '河东社区|北街145-2号|379|505'], ['河南 379', '河东 379']],
  ['the same area elsewhere is chance', ['河南社区|北街1号|379|505', '河东社区|北街2号|379|505'], ['河南 379', '河东 379']],
  ['two places of one community at one address', ['河南社区|北街1号|100|150', '河南社区|北街1号|100|150'], ['河南 100', '河南 100 listed-twice']],
  ['one says that it is shared, the other keeps silent', ['河南社区|北街1号|376|501|与河东社区合署办公，同一处用房', '河东社区|北街7号|376|501'], ['河南 ? shared(河东)', '河东 ? shared(河南)']],
  ['without the suffix', ['河南社区|北街1号|376|501|与河东合用', '河东社区|北街7号|150|200'], ['河南 ? shared(河东)', '河东 ? shared(河南)']],
  ['shared with somebody else', ['河南社区|北街1号|376|501|与物业公司合用大厅'], ['河南 376']],
])('%s', (_what, rows, wanted) => {
  expect(doubts(list(...rows))).toEqual([...wanted, ...clean])
})

test('the same certificate', () => {
  expect(doubts({ 用房: ['社区|使用面积|房产证号', '河南|210|姜房权证字第81003245号', '河东|180|姜房权证字第81003245号', '荷叶|150|办理中', '南苑|140|办理中'] })).toEqual(['河南 ? shared(河东)', '河东 ? shared(河南)', '荷叶 150', '南苑 140'])
})

test('an area merged over two communities, and over two rows of one', () => {
  const merges = { 用房: [{ top: 2, left: 2, bottom: 3, right: 2 }, { top: 4, left: 2, bottom: 5, right: 2 }] }
  expect(doubts({ 用房: ['社区|使用面积|办公室', '河南社区|300|有', '河东社区||有', '荷叶社区|100|有', '荷叶社区||有'] }, { merges })).toEqual(['河南 ? shared', '河东 ? shared', '荷叶 100'])
})

test.each<readonly [what: string, sheets: Readonly<Record<string, SheetText>>, counted: readonly string[], kinds: readonly string[]]>([
  ['a programme', { 用房: ['社区|使用面积|产权', '河南|120|自有'], 建设计划: ['社区用房建设计划', '社区|面积|投资（万元）|实施年度', '河南|120|30|2024'] }, ['河南 120'], ['premises', 'budget']],
  ['a programme without money', { 用房: ['社区|使用面积|产权', '河南|120|自有'], 表二: ['2024年社区办公用房拟建情况', '社区|面积|完成时限', '河南|300|2024年底'] }, ['河南 120'], ['premises', 'other']],
  ['an application', { 用房: ['社区|使用面积|产权', '河南|120|自有'], 申报: ['社区用房改造申报表', '社区|使用面积|计划投资', '河南|300|30'] }, ['河南 120'], ['premises', 'other']],
  ['what was built is a list', { 用房: ['社区阵地建设情况', '社区|使用面积|产权', '河南|120|自有'] }, ['河南 120'], ['premises']],
  ['last year’s list', { '2023年用房': ['社区|使用面积|产权', '河南|120|自有', '河东|90|自有'], '2022年用房': ['社区|使用面积|产权', '河南|100|自有', '河东|90|自有'] }, ['河南 120', '河东 90'], ['premises', 'premises']],
  ['two copies', { 用房: ['社区|使用面积|产权', '河南|120|自有', '河东|90|自有'], 汇总: ['社区|使用面积', '河南|120', '河东|90'] }, ['河南 120', '河东 90'], ['premises', 'premises']],
  ['a table of communities that disagrees', { 用房: ['社区|使用面积|产权', '河南|120|自有', '河东|90|自有'], 基本情况: ['社区|户数|办公用房面积', '河南|1200|210', '河东|900|90'] }, ['河南 ? lists-differ', '河东 90'], ['premises', 'premises']],
  ['offices and activity rooms are two parts', { 办公用房: ['社区办公用房情况', '社区|使用面积|产权', '河南|120|自有'], 活动用房: ['社区活动用房情况', '社区|使用面积|产权', '河南|100|自有'] }, ['河南 120', '河南 100'], ['premises', 'premises']],
  ['premises of somebody else', { 用房: ['社区|使用面积|产权', '河南|120|自有'], 物业: ['小区物业用房情况', '社区|使用面积|产权', '河南|80|自有'] }, ['河南 120'], ['premises', 'other']],
])('%s', (_what, sheets, counted, kinds) => {
  expect(doubts(sheets)).toEqual(counted)
  expect(tables(read(sheets)).map(line => line.split(' ')[0])).toEqual(kinds)
})

test('a section of what is planned stands not yet', () => {
  const reading = read({ 用房: ['社区|使用面积|产权', '一、现有用房', '河南社区|120|自有', '河东社区|90|自有', '二、拟建用房', '河南社区|300|自有'] })
  expect(reading.premises.map(row => [communityOf(reading, row.community), row.tenure])).toEqual([['河南', 'own'], ['河东', 'own'], ['河南', 'in-building']])
})

test.each<readonly [what: string, header: string, row: string, end: number | undefined]>([
  ['a month', '租期至', '租赁|2022年7月', 20220731], ['a day', '租赁期限至', '租用|2022-07-15', 20220715], ['two ends of a term', '租赁期限', '租赁|2020.1.1-2022.12.31', 20221231], ['a year', '到期时间', '租借|2022年', 20221231],
  ['a number of a month', '租期至', '租赁|202207', 20220731], ['a serial number', '租期至', '租赁|44773', 20220731], ['a beginning', '租赁期限', '租赁|2020年1月起', undefined], ['rent', '年租金', '租赁|20000', undefined],
  ['in the tenure itself', '地址', '租赁（2022年6月到期）|东街1号', 20220630], ['own premises have no lease', '租期至', '自有|2022年7月', undefined],
])('the end of a lease: %s', (_what, header, row, end) => {
  expect(read({ 用房: [`社区|使用面积|产权性质|${header}`, `河南社区|120|${row}`] }).premises[0]?.lease?.end).toBe(end)
})

test.each(['乙', 'A类', '5', '待查', '其他情形'])('%s is no tenure that is known: it is asked about', word => {
  const reading = read({ 用房: ['社区|使用面积|产权', ['河南社区', 120, word], '河东社区|90|自有'] })
  expect([reading.premises[0]?.tenure, reading.questions.map(question => question.id)]).toEqual(['unclear', [`word:tenure:${word}`]])
})
