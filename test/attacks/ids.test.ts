import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { columnName } from '../../src/core/place'
import { theProgram } from '../cli/program'
import { buildBook, zipParts } from '../hosts/package-builder'
import { bare, written } from './written-ids'

/** A thousand writings of ids, put wherever a workbook can hold a text, and every output of every command held against them. */
const WRITINGS = 1000, BOOKS = 4, seed = Number(process.env['PLANCHECK_SEED'] ?? 20_231_231)
const writings = fc.sample(written, { numRuns: WRITINGS, seed })

const escaped = (text: string): string => text.replace(/[&<>"\n\t]/g, sign => `&#${sign.charCodeAt(0)};`)
type Value = string | number
const cell = (row: number, column: number, value: Value): string => typeof value === 'number'
  ? `<c r="${columnName(column)}${row}"><v>${value}</v></c>`
  : value.startsWith('=') ? `<c r="${columnName(column)}${row}"><f>${escaped(value.slice(1))}</f><v>7</v></c>` : `<c r="${columnName(column)}${row}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
const rows = (lines: readonly (readonly Value[])[]): string => `<sheetData>${lines.map((line, i) => `<row r="${i + 1}">${line.map((value, k) => cell(i + 1, k + 1, value)).join('')}</row>`).join('')}</sheetData>`

const HEADERS = ['序号', '社区', '姓名', '性别', '出生年月', '身份证号', '学历', '政治面貌', '人员性质', '职务', '入职时间', '工资', '备注']
const COMMUNITIES = ['清泉社区', '荷叶社区', '三水社区', '高陈社区']

/** A workbook whose every table holds its share of the writings, and is read as what it is all the same. */
function book(part: number): Uint8Array {
  const share = writings.slice((part * WRITINGS) / BOOKS, ((part + 1) * WRITINGS) / BOOKS), texts = share.map(each => each.text)
  const take = (): string => texts.shift() ?? ''
  const titles = [[take()], [`${take()}人员花名册（截至2023年12月31日）${take()}`]]
  const headers = [...HEADERS, take(), `备注${take()}`]
  const people: Value[][] = []
  for (let number = 0; number < 170; number++) {
    const line: Value[] = [number + 1, COMMUNITIES[number % 4] ?? '', `甲${number}`, '男', '1985.03', '', '大专', '中共党员', number % 2 === 0 ? '正式' : '聘用', '网格员', '2015.07', 4000, '']
    // One writing a row, in the column whose turn it is; every tenth number column holds the id as a number.
    const column = 1 + (number % 12)
    line[column] = column === 11 ? Number(share[number % share.length]?.id.slice(0, 17)) : take()
    people.push(line, ...(number % 40 === 39 ? [[take()], [`（${number}）${take()}社区`], ['合计', take()]] : []))
  }
  const premises: Value[][] = [['社区', '产权', '建筑面积', '使用面积', '用房情况', '备注'], ...COMMUNITIES.map((name, i): Value[] => [i === 0 ? `${name}${take()}` : name, i === 1 ? take() : '自有', i === 2 ? take() : 260, 210, i === 3 ? take() : '办公室、警务室、会议室、文化室', take()])]
  const budget: Value[][] = [[`${take()}经费预算表`, '', '单位：万元'], ['项目', '金额', take()], ['人员经费', '', ''], [take(), '', ''], [`公用经费${take()}`, 3, ''], ['合计', '=SUM(B3:B5)', ''], [take(), '=SUM(B3:B4)', '=VLOOKUP("321299198503150110",花名册!A:C,3,0)']]
  const pay: Value[][] = [['姓名', '身份证号', '应发工资', '备注'], ...texts.slice(0, 8).map((_text, i): Value[] => [i % 2 === 0 ? take() : `甲${i}`, take(), 4000, take()])]
  const rest: Value[][] = texts.map(text => [text, text])
  const named = share.at(-1)?.id ?? ''
  return buildBook({
    sheets: [{ name: '花名册', xml: rows([...titles, headers, ...people]) + `<headerFooter><oddHeader>${named}</oddHeader></headerFooter>` }, { name: `用房${named}`, xml: rows(premises) }, { name: '预算', xml: rows(budget) }, { name: '工资表', xml: rows(pay) }, { name: '其他', xml: rows(rest) }],
    names: `<definedName name="人${named}">预算!$B$3</definedName>`,
  })
}

const { cli, inFolder } = theProgram()
let files: string[] = [], names: string[] = []
beforeAll(() => {
  names = Array.from({ length: BOOKS }, (_each, part) => `${writings[part]?.id ?? ''} 花名册.xlsx`)
  files = names.map((name, part) => {
    const path = inFolder(name)
    writeFileSync(path, book(part))
    return path
  })
  writeFileSync(inFolder('mapping.json'), JSON.stringify({ words: Object.fromEntries(writings.slice(0, 5).map(each => [each.text, 'formal'])), [writings[9]?.id ?? '']: 1 }))
  writeFileSync(inFolder(`${writings[7]?.id ?? ''}.bin`), Buffer.from([0, 1, 2, 3, 0, 0, 7]))
  writeFileSync(inFolder(`${writings[7]?.id ?? ''}.json`), `{"policy": "${writings[8]?.id ?? ''}"`)
})

/** Area and year of every planted id: what a mask keeps (three signs in front, four behind) never holds them. */
const cores = new Map(writings.map(each => [each.id.slice(0, 10), each.text]))
function leaks(text: string): string[] {
  const found = new Set<string>(), digits = bare(text)
  for (let at = digits.indexOf('321299'); at !== -1; at = digits.indexOf('321299', at + 1)) {
    const writing = cores.get(digits.slice(at, at + 10))
    if (writing !== undefined || digits.slice(at, at + 10) === '3212991985') found.add(writing ?? 'the one in a formula')
  }
  return [...found].slice(0, 5)
}

const everyFormat = (verb: string): (readonly string[])[] => ['text', 'json', 'ndjson', 'markdown', 'html', 'sarif'].flatMap(format => ['zh-CN', 'en'].map(lang => [verb, '@', '--format', format, '--lang', lang]))
const commands: readonly (readonly string[])[] = [
  ...everyFormat('check'), ...everyFormat('audit'),
  ['check', '@', '--format', 'html', '--community-pages'], ['check', '@', '--json', '--vary-as-of'],
  ...['text', 'json', 'markdown'].map(format => ['fill', '@', '--dry-run', '--format', format]),
  ...['text', 'json'].map(format => ['fix', '@', '--dry-run', '--format', format]),
]

test.each(commands)('%s %s %s %s %s %s', async (...command) => {
  // One file alone, and the others in one call where the command takes several: both have outputs of their own, and a start costs more than a book.
  const several = command[0] === 'check' || command[0] === 'audit', [first, ...others] = files
  for (const given of several ? [[first ?? ''], others] : files.map(file => [file])) {
    const { code, out, err } = await cli(...command.flatMap(word => word === '@' ? given : [word]))
    expect([leaks(out), leaks(err)]).toEqual([[], []])
    expect(out.length).toBeGreaterThan(200 * given.length)
    expect(code).toBeLessThan(2)
  }
})

test.each(['text', 'json', 'markdown'])('compare, %s', async format => {
  const { out, err } = await cli('compare', files[0] ?? '', files[1] ?? '', '--format', format)
  expect([leaks(out), leaks(err), out.length > 1000]).toEqual([[], [], true])
})

test.each(['check', 'audit'])('the report of %s as a workbook', async verb => {
  for (const [i, file] of files.entries()) {
    const target = inFolder(`${verb}-${i}.xlsx`), { out, err } = await cli(verb, file, '--format', 'xlsx', '-o', target)
    const parts = [...zipParts(readFileSync(target)).values()].map(part => part.plain.toString('utf8').replace(/&#(\d+);/g, (_all, code: string) => String.fromCodePoint(Number(code))))
    expect([leaks(out + err), ...parts.map(leaks)].flat()).toEqual([])
  }
})

test.each([['fill', 'text'], ['fill', 'json'], ['findings', 'text'], ['findings', 'json'], ['merge', 'text'], ['merge', 'json']])('what %s says as %s while it writes', async (verb, format) => {
  const target = inFolder(`${verb}-${format}.xlsx`), { out, err } = await cli(verb, files[0] ?? '', '-o', target, '--format', format)
  expect([leaks(out), leaks(err)]).toEqual([[], []])
})

test('a filled workbook: the sheets and parts that are new', async () => {
  const target = inFolder('filled.xlsx'), [file = ''] = files, before = zipParts(readFileSync(file))
  await cli('fill', file, '-o', target)
  const added = [...zipParts(readFileSync(target))].filter(([name]) => !before.has(name) && name !== 'xl/sharedStrings.xml')
  expect(added.length).toBeGreaterThan(5)
  // A live formula names the person's own sheet as it is called; all else is ours.
  for (const [name, part] of added) expect([name, leaks(part.plain.toString('utf8').replace(/<f>[^<]*<\/f>/g, ''))]).toEqual([name, []])
})

test.each<readonly [string, (id: string) => readonly string[]]>([
  ['a file that is not there', id => ['check', inFolder(`${id}.xlsx`)]],
  ['a file that is none', id => ['check', inFolder(`${id}.bin`)]],
  ['the same for machines', id => ['check', inFolder(`${id}.bin`), '--json']],
  ['a standard', id => ['check', files[0] ?? '', '--policy', id]],
  ['a broken standard', () => ['check', files[0] ?? '', '--policy', inFolder(`${writings[7]?.id ?? ''}.json`)]],
  ['a mapping that fits nowhere', () => ['check', files[0] ?? '', '--mapping', inFolder('mapping.json')]],
  ['a day', id => ['check', files[0] ?? '', '--as-of', id]],
  ['a rule', id => ['check', files[0] ?? '', '--rule', id]],
  ['a command', id => [id]],
  ['an option', id => ['check', `--${id}`]],
  ['a check to explain', id => ['explain', id]],
  ['a folder to write to', id => ['check', files[0] ?? '', '-o', inFolder(`${id}/out.txt`)]],
])('an error about %s', async (_what, command) => {
  const { code, out, err } = await cli(...command(writings[7]?.id ?? ''))
  expect([leaks(out), leaks(err)]).toEqual([[], []])
  expect(code).toBe(2)
  expect((out + err).length).toBeGreaterThan(10)
})

test('all of them lie in the folder, and none in the name of a file that was made', () => {
  expect(readdirSync(inFolder('')).filter(name => leaks(name).length > 0 && !names.includes(name) && !/\.(?:json|bin)$/.test(name))).toEqual([])
})
