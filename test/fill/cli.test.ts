import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cellAt } from '../../src/core/snapshot'
import { readWorkbookBytes } from '../../src/hosts/xlsx/node'
import { buildProgram, root, run } from '../cli/program'

const folder = mkdtempSync(join(tmpdir(), 'plancheck-fill-'))
const PLAN = join(root, 'samples/计划现状示例.xlsx')
let program = ''

beforeAll(() => { program = buildProgram() })
afterAll(() => {
  rmSync(dirname(program), { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
})

const at = (name: string) => join(folder, name)
const sheetNames = async (file: string) => (await readWorkbookBytes(readFileSync(file), 'x.xlsx')).sheets.map(sheet => sheet.name)

test('template, empty and with the sample', async () => {
  for (const [list, name] of [[[], 'empty.xlsx'], [['--sample'], 'sample.xlsx']] as const) expect(await run(program, ['template', '-o', at(name), ...list])).toMatchObject({ code: 0, out: '' })
  expect(await sheetNames(at('empty.xlsx'))).toEqual(['填表说明', '参数标准', '社区信息', '人员花名册', '办公用房', '配备检查', '用房检查', '人员经费预算', '公用经费预算', '资金来源', '建设基金测算', '用房建设计划', '资金平衡', '预算汇总'])
  expect(await sheetNames(at('sample.xlsx'))).toEqual(await sheetNames(at('empty.xlsx')))
  const checked = JSON.parse((await run(program, ['check', '--json', at('sample.xlsx')])).out) as { overall: object }
  expect(checked.overall).toMatchObject({ communities: 20, formal: 68, contracted: 58 })
})

test('fill writes a new file, leaves the old one, and says in json what it did', async () => {
  const before = readFileSync(PLAN), done = await run(program, ['fill', PLAN, '-o', at('filled.xlsx'), '--json', '--scenario', 'principals-instead'])
  const json = JSON.parse(done.out) as Record<string, readonly Record<string, unknown>[]> & { created: readonly string[] }
  expect(done.code).toBe(1)
  expect(readFileSync(PLAN).equals(before)).toBe(true)
  expect(json).toMatchObject({ plancheck: 1, file: PLAN, out: at('filled.xlsx') })
  expect(json.created).toContain('人员经费预算')
  expect(json['changes']?.find(change => change['sheet'] === '人员经费预算' && change['cell'] === 'D6')).toEqual({
    sheet: '人员经费预算', cell: 'D6', before: null, after: { formula: '=IF(AND(ISNUMBER(B6),ISNUMBER(UnitFormal)),B6*UnitFormal,"待填")', value: expect.closeTo(3.6838, 3) as number },
    why: 'fill.why.formula', text: '“人员经费预算”D6（河南社区 现有正式经费（万元））：按公式计算', inputs: ['人员经费预算!B6', '参数标准!C37'], safe: true,
  })
  expect(json['missing']?.map(missing => missing['input'])).toContain('buildingCost')
  expect(json['kept']).toContainEqual({ sheet: '人员经费情况', cell: 'E6', value: 101.7, wouldBe: 103.4 })
  const filled = await readWorkbookBytes(readFileSync(at('filled.xlsx')), 'x.xlsx'), sheet = filled.sheets.find(each => each.name === '参数标准')
  expect(sheet === undefined ? null : cellAt(sheet, 28, 3)).toBe('方案A 统筹替代补贴')
  // A fill repeated is the same fill.
  const again = JSON.parse((await run(program, ['fill', at('filled.xlsx'), '-o', at('again.xlsx'), '--json'])).out) as Record<string, readonly unknown[]>
  expect([again['created'], again['changes']]).toEqual([[], []])
})

test('a dry run lists the changes and writes nothing', async () => {
  const count = readdirSync(folder).length
  const text = await run(program, ['fill', PLAN, '--dry-run']), english = await run(program, ['fill', PLAN, '--dry-run', '--format', 'markdown', '--lang', 'en'])
  expect(text.out).toContain('没有写入任何文件')
  expect(text.out).toContain('合计写的是 101.7，分项相加为 103.4')
  expect(english.out).toContain('| Cell | Before | After | Formula |')
  expect([text.code, english.code, readdirSync(folder).length]).toEqual([1, 1, count])
  expect((JSON.parse((await run(program, ['fill', PLAN, '--dry-run', '--json'])).out) as { out: unknown }).out).toBeNull()
})

test.each([
  ['no file', ['fill'], '请写明要填报的工作簿'],
  ['no output', ['fill', PLAN], '请用 -o 写明要写入的文件'],
  ['the file itself', ['fill', PLAN, '-o', PLAN], '输出文件不能是要读取的文件'],
  ['a workbook under the ending of a text', ['findings', PLAN, '-o', 'x.csv'], '须以 .xlsx 结尾'],
  ['a workbook with macros under that of one without', ['fill', 'x.xlsm', '-o', 'x.xlsx'], '须以 .xlsm 结尾'],
  ['no such file', ['fill', 'nothing.xlsx', '-o', 'x.xlsx'], 'nothing.xlsx'],
  ['no such scenario', ['fill', PLAN, '--dry-run', '--scenario', 'all'], '--scenario'],
  ['template without output', ['template'], '请用 -o 写明要写入的文件'],
  ['template into a folder that is not there', ['template', '-o', 'nowhere/x.xlsx'], 'x.xlsx'],
] as const)('%s: a clear sentence and exit code 2', async (_name, list, sentence) => {
  const { code, out, err } = await run(program, list)
  expect(code).toBe(2)
  expect(err).toContain(sentence)
  expect(err).not.toMatch(/\n\s+at /)
  expect(out).toBe('')
  expect(existsSync('x.xlsx')).toBe(false)
})
