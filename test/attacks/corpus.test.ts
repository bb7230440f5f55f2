import { writeFileSync } from 'node:fs'
import { columnName } from '../../src/core/place'
import { measured, theProgram } from '../cli/program'
import { buildBook } from '../hosts/package-builder'
import type { BookXml } from '../hosts/package-builder'
import { MOST } from './cost-of'

/** Every input that ever hung, crashed, filled the memory or let a number out, built anew: the answer and the time that it may take. */
const HEADERS = ['序号', '社区', '姓名', '性别', '出生年月', '学历', '政治面貌', '人员性质', '备注']
const text = (row: number, column: number, value: string | number): string => `<c r="${columnName(column)}${row}" t="inlineStr"><is><t>${value}</t></is></c>`
const line = (row: number, values: readonly (string | number)[]): string => `<row r="${row}">${values.map((value, i) => text(row, i + 1, value)).join('')}</row>`
const people = (from: number, count: number, community = '清泉社区'): string => Array.from({ length: count }, (_each, i) => line(from + i, [i + 1, community, `甲${i}`, '男', '1985.03', '大专', '党员', '正式', ''])).join('')
const roster = line(1, HEADERS) + people(2, 10), FAR = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
const wide = line(1, [...HEADERS, ...Array.from({ length: 16_384 - 9 }, (_each, i) => `列${i}`)])
const sheet = (xml: string, more: Partial<BookXml> = {}): (() => Uint8Array) => () => buildBook({ sheets: [{ name: '花名册', xml: `<sheetData>${xml}</sheetData>` }], ...more })
const whole = (xml: string): (() => Uint8Array) => () => buildBook({ sheets: [{ name: '花名册', xml }] })
const csv = (make: () => string): (() => Uint8Array) => () => Buffer.from(make())
const cells = (row: number, to: number, xml: (column: string) => string): string => Array.from({ length: to }, (_each, i) => xml(`${columnName(i + 1)}${row}`)).join('')
const repeated = (word: string, times: number) => sheet(line(1, HEADERS) + people(2, 3) + line(5, Array<string>(9).fill(word.repeat(times))) + line(6, [4, word.repeat(times), '乙', ...Array<string>(6).fill(word.repeat(times))]))

const inputs: readonly (readonly [string, 'read' | string, () => Uint8Array])[] = [
  ['a cell at the far corner', 'read', sheet(roster + FAR)],
  ['the same under a header of 16,384 columns', 'read', sheet(wide + people(2, 10) + FAR)],
  ['people after a million blank rows', 'read', sheet(roster + people(1_048_000, 3))],
  ['100,000 column definitions', 'read', whole(`<cols>${'<col min="1" max="16384" width="9" hidden="1"/>'.repeat(100_000)}</cols><sheetData>${roster}</sheetData>`)],
  ['one row written 100,000 times', 'too-much-work', sheet(roster + '<row r="5"><c r="XFD5"><v>1</v></c></row>'.repeat(100_000))],
  ['an array formula over the whole sheet', 'read', sheet(`${roster}<row r="20"><c r="A20"><f t="array" ref="A1:XFD1048576">ROW()</f><v>1</v></c></row>${FAR}`)],
  ['18,000 of them', 'too-much-work', sheet(roster + Array.from({ length: 2000 }, (_each, i) => `<row r="${i + 20}">${cells(i + 20, 9, name => `<c r="${name}"><f t="array" ref="A1:XFD1048576">ROW()</f><v>1</v></c>`)}</row>`).join(''))],
  ['a long shared formula in 20,000 cells', 'too-much-work', sheet(`${roster}<row r="20"><c r="A20"><f t="shared" si="0" ref="A20:B30000">${Array(2000).fill('A1').join('+')}</f><v>1</v></c></row>${Array.from({ length: 20_000 }, (_each, i) => `<row r="${i + 21}"><c r="A${i + 21}"><f t="shared" si="0"/><v>1</v></c></row>`).join('')}`)],
  ['one part under 300 names', 'damaged', () => buildBook({ sheets: [{ name: '花名册', xml: `<sheetData>${roster}</sheetData>` }], parts: { 'xl/workbook.xml': `<workbook xmlns="x" xmlns:r="y"><sheets>${Array.from({ length: 300 }, (_each, i) => `<sheet name="s${i}" sheetId="${i + 1}" r:id="rId1"/>`).join('')}</sheets></workbook>` } })],
  ['2,001 sheets', 'too-much-work', () => buildBook({ sheets: Array.from({ length: 2001 }, (_each, i) => ({ name: `s${i}`, xml: '<sheetData/>' })) })],
  ['300 rows of 16,384 cells', 'too-much-work', sheet(Array.from({ length: 300 }, (_each, i) => `<row r="${i + 1}">${'<c><v>1</v></c>'.repeat(16_384)}</row>`).join(''))],
  ['elements nested 100,000 deep in the workbook', 'too-much-work', () => buildBook({ sheets: [{ name: '花名册', xml: `<sheetData>${roster}</sheetData>` }], names: '<x>'.repeat(100_000) + '</x>'.repeat(100_000) })],
  ['elements nested 100,000 deep in a cell', 'read', sheet(`${roster}<row r="30"><c r="A30" t="inlineStr"><is>${'<r>'.repeat(100_000)}<t>x</t>${'</r>'.repeat(100_000)}</is></c></row>`)],
  ['a text of five million characters', 'too-much-work', sheet(roster + line(20, ['乙'.repeat(5_000_000)]))],
  ['formulas nested 8,000 deep', 'read', sheet(`${roster}<row r="30"><c r="A30"><f>${'('.repeat(8000)}1${')'.repeat(8000)}</f><v>1</v></c><c r="B30"><f>${'-'.repeat(30_000)}1</f><v>1</v></c><c r="C30"><f>${'SUM('.repeat(3000)}1${')'.repeat(3000)}</f><v>1</v></c></row>`)],
  ['a chain of 20,000 formulas', 'read', sheet(roster + Array.from({ length: 20_000 }, (_each, i) => `<row r="${i + 30}"><c r="A${i + 30}"><f>A${i + 31}+1</f><v>1</v></c></row>`).join(''))],
  ['5,000 running sums over running sums', 'read', sheet(roster + Array.from({ length: 5000 }, (_each, i) => `<row r="${i + 30}"><c r="A${i + 30}"><v>1</v></c><c r="B${i + 30}"><f>SUM(A$29:A${i + 29})</f><v>1</v></c><c r="C${i + 30}"><f>SUM($A$29:$C${i + 29})</f><v>1</v></c></row>`).join(''))],
  ['20,000 merges over the whole sheet', 'read', whole(`<sheetData>${roster}</sheetData><mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(20_000)}</mergeCells>`)],
  ['60,000 names', 'read', () => buildBook({ sheets: [{ name: '花名册', xml: `<sheetData>${roster}</sheetData>` }], names: Array.from({ length: 60_000 }, (_each, i) => `<definedName name="n${i}">花名册!$A$1:$XFD$1048576</definedName>`).join('') })],
  ['a csv of one endless line', 'too-much-work', csv(() => `社区,姓名\n${'a'.repeat(20_000_000)}`)],
  ['a csv of one endless quoted field', 'too-much-work', csv(() => `社区,姓名\n"${'a,\n'.repeat(7_000_000)}`)],
  ['a csv of quotes', 'too-much-work', csv(() => `社区,姓名\n${'"'.repeat(10_000_000)}`)],
  ['a csv of separators', 'too-large', csv(() => `社区,姓名\n${','.repeat(10_000_000)}`)],
  ['a csv of line ends', 'too-large', csv(() => '\n'.repeat(20_000_000))],
  ...['总计', '共计', '现有', '已列入', '设置情况', '社区', '1.', '(', ' ', '年', '万元'].flatMap(word => [[`${word} × 40`, 'read', repeated(word, 40)], [`${word} × 3,000`, 'read', repeated(word, 3000)]] as const),
  ...['constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty'].map(word => [`everything called ${word}`, 'read', () => buildBook({ sheets: [{ name: word, xml: `<sheetData>${line(1, [...HEADERS.slice(0, 8), word]) + people(2, 3, word) + people(5, 3, `${word}社区`) + line(8, Array<string>(9).fill(word))}</sheetData>` }] })] as const),
  ['references to characters with leading zeros', 'read', sheet(line(1, HEADERS) + line(2, [1, '清泉&#x0000000793E;区', '&#0000000030002;', '男', '1985.03', '大专', '党员', '正式', '&#0;&#x110000;']))],
  ['ids in every place', 'read', () => buildBook({ sheets: [{ name: '表321299198503150110', xml: `<sheetData>${line(1, ['报321299-19850315-0110表']) + line(2, [...HEADERS.slice(0, 8), '３２１２９９１９８５０３１５０１１０']) + people(3, 3, '甲321299 19850315 0110社区') + line(6, Array<string>(9).fill('x.321299198503150110321299198503150110'))}</sheetData>` }] })],
]

const { path, inFolder } = theProgram()

test.each(inputs)('%s: %s', async (what, expected, make) => {
  const bytes = make(), file = inFolder(bytes[0] === 0x50 ? 'a.xlsx' : 'a.csv')
  writeFileSync(file, bytes)
  const { code, out, err, processor, memory } = await measured(path(), ['check', file, '--json', '--timeout', '30'])
  const answer = JSON.parse(out) as { plancheck?: number; error?: { code: string } }
  expect(answer.error?.code ?? 'read').toBe(expected)
  expect(code === 2).toBe(expected !== 'read')
  expect((out + err).normalize('NFKC').replace(/[^\d*]/g, '')).not.toContain('19850315')
  expect(err).not.toMatch(/\bat .+:\d+:\d+/)
  expect([what, processor < MOST.processor, memory < MOST.memory]).toEqual([what, true, true])
})
