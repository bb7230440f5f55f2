import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { openWorkbook } from '../../src/hosts/xlsx/node'
import { policyIds } from '../../src/policies'
import type { Run } from './program'
import { buildProgram, root, run } from './program'

const PLAN = 'samples/计划现状示例.xlsx', MESSY = 'samples/杂乱表示例.xlsx'
let program = '', folder = ''
// Every test starts programs, and a busy machine starts them slowly.
const cli = (...list: string[]): Promise<Run> => run(program, list)

beforeAll(() => {
  program = buildProgram()
  folder = mkdtempSync(join(tmpdir(), 'plancheck-test-'))
})
afterAll(() => {
  rmSync(dirname(program), { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
})

interface Answer {
  readonly plancheck: number
  readonly file: string
  readonly asOf: string
  readonly policy: string
  readonly communities: readonly { readonly name: string; readonly verdicts: Readonly<Record<string, string>> }[]
  readonly overall: Readonly<Record<string, unknown>> & { readonly verdicts: Readonly<Record<string, string>> }
  readonly findings: readonly { readonly check: string; readonly text: string }[]
  readonly counts: Readonly<Record<string, number>>
  readonly error?: { readonly code: string; readonly message: string }
}
const parse = (text: string): Answer => JSON.parse(text) as Answer

describe('decisions that the workbook itself keeps', () => {
  const kept = async (): Promise<string> => {
    const path = join(folder, '带决定.xlsx'), book = openWorkbook(new Uint8Array(readFileSync(join(root, PLAN))), 'a.xlsx')
    await book.keepDecisions(JSON.stringify({ policy: 'taiyuan-2020', asOf: '2024-06-30', mapping: { communities: { 没有: '河南' } } }))
    writeFileSync(path, book.bytes)
    return path
  }

  test.each<[string, string[], Partial<Answer>, boolean]>([
    ['hold on the command line too', [], { policy: 'taiyuan-2020', asOf: '2024-06-30' }, true],
    ['unless the command line says otherwise', ['--policy', 'jiangyan-2023', '--as-of', '2023-12-31'], { policy: 'jiangyan-2023', asOf: '2023-12-31' }, true],
    ['or leaves them out', ['--ignore-decisions'], { policy: 'jiangyan-2023', asOf: '2023-12-31' }, false],
  ])('%s', async (_name, options, expected, told) => {
    const { out } = await cli('check', await kept(), '--json', ...options)
    expect(parse(out)).toMatchObject(expected)
    expect(out.includes('notice.decisions-kept')).toBe(told)
  })
})

describe('check', () => {
  test('the source plan as JSON', async () => {
    const { code, out, err } = await cli('check', PLAN, '--json'), answer = parse(out)
    expect([code, err]).toEqual([1, ''])
    expect(answer).toMatchObject({ plancheck: 1, file: PLAN, asOf: '2023-12-31', policy: 'jiangyan-2023', overall: { communities: 20, formal: 68, contracted: 58, counted: 126, gapPlanned: 1780 } })
    expect(answer.overall.verdicts).toMatchObject({ 'formal-count': 'missed', 'contracted-count': 'missed', 'community-count': 'met' })
    expect(answer.communities).toHaveLength(20)
    expect(answer.counts).toMatchObject({ rowsRead: expect.any(Number) as number, error: answer.findings.filter(finding => 'severity' in finding && finding.severity === 'error').length })
  })

  test('as text the sentence of the board comes first', async () => {
    const { out } = await cli('check', PLAN)
    expect(out.split('\n')[0]).toMatch(/^20 个社区均未全部达标；缺正式人员 12 人、聘用人员 2 人；用房缺口 1,780 ㎡（另有 9 个社区面积待核实）/)
    expect(out).not.toContain('\u001b')
  })

  test('in English', async () => {
    const { out } = await cli('--lang', 'en', 'check', PLAN)
    expect(out).toMatch(/^None of 20 communities complies in full; short by 12 formal staff, 2 contracted staff;/)
  })

  test('the day changes ages, another standard the targets', async () => {
    const [then, now] = await Promise.all([cli('check', PLAN, '--json', '--as-of', '2003-12-31'), cli('check', PLAN, '--json', '--policy=gansu-longnan-2022')])
    expect(parse(then.out).asOf).toBe('2003-12-31')
    expect(parse(then.out).overall.verdicts['average-age']).toBe('met')
    expect(Object.keys(parse(now.out).overall.verdicts)).toContain('staff-per-10000')
  })

  test('a bad file never stops the rest, whatever the number of jobs', async () => {
    const bad = join(folder, 'bad.xlsx')
    writeFileSync(bad, 'PK\u0003\u0004 this is no workbook')
    const empty = join(folder, 'empty')
    mkdirSync(empty)
    for (const jobs of ['1', '2']) {
      const { code, out, err } = await cli('check', bad, PLAN, empty, 'nowhere.xlsx', MESSY, '--json', '--jobs', jobs), answers = JSON.parse(out) as Answer[]
      expect(code).toBe(2)
      expect(answers.map(answer => answer.file)).toEqual([bad, PLAN, empty, 'nowhere.xlsx', MESSY])
      expect(answers.map(answer => answer.error?.code ?? 'read')).toEqual(['damaged', 'read', 'no-workbooks', 'not-found', 'read'])
      expect(err.trim().split('\n')).toHaveLength(3)
      expect(out + err).not.toMatch(/\bat .+:\d+:\d+/)
    }
  })

  test('a folder is one report: an array, and for people a board with a line a community', async () => {
    const [json, text, markdown, html] = await Promise.all([cli('check', 'samples', '--json'), cli('check', 'samples'), cli('check', 'samples/*.xlsx', '--format', 'markdown', '--lang', 'en'), cli('check', 'samples', '--format', 'html')])
    expect((JSON.parse(json.out) as Answer[]).map(answer => answer.file)).toEqual(['samples/一社区一表示例.xlsx', MESSY, PLAN].sort())
    expect(text.out).toMatch(/全部工作簿\n3 个文件 · 31 个社区，其中 \d+ 个全部达标 · 未能读取 0 个文件\n\n文件/)
    expect(markdown.out).toMatch(/^# All workbooks\n\n\*\*3 files · 31 communities/)
    expect(html.out.match(/<article>/g)).toHaveLength(4)
  })

  test('several files as lines', async () => {
    const { out } = await cli('check', PLAN, MESSY, '--format', 'ndjson')
    expect(out.trimEnd().split('\n').map(line => parse(line).file)).toEqual([PLAN, MESSY])
  })

  test.each([['markdown', /^# (?:社区规划核查结果|全部工作簿)\n/], ['html', /^<!doctype html>\n<html lang="zh-CN">/], ['sarif', /^\{\n"\$schema"/]] as const)('as %s, for one file and for several', async (format, start) => {
    for (const files of [[PLAN], [PLAN, MESSY, 'nowhere.xlsx']]) {
      const { out } = await cli('check', ...files, '--format', format)
      expect(out).toMatch(start)
      if (format === 'sarif') expect((JSON.parse(out) as { runs: unknown[] }).runs).toHaveLength(files.length)
      if (format === 'html') expect(out).not.toMatch(/<script|https?:\/\//)
    }
  })

  test('-o writes a whole file and leaves nothing beside it', async () => {
    const target = join(folder, 'out.json'), { code, out, err } = await cli('check', PLAN, '--json', '-o', target)
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain(target)
    expect(parse(readFileSync(target, 'utf8')).plancheck).toBe(1)
    expect(readdirSync(folder).filter(name => name.endsWith('.tmp'))).toEqual([])
  })

  test('-o never takes the place of what is read', async () => {
    const copy = join(folder, 'copy.xlsx')
    copyFileSync(join(root, PLAN), copy)
    const before = statSync(copy).size, { code, err } = await cli('check', copy, '-o', copy)
    expect([code, statSync(copy).size]).toEqual([2, before])
    expect(err).toContain('输出文件不能是要读取的文件')
  })

  test('a folder that does not exist', async () => {
    const { code, err } = await cli('check', PLAN, '-o', join(folder, 'no/such/out.json'))
    expect(code).toBe(2)
    expect(err).toContain('没能写出')
    expect(existsSync(join(folder, 'no'))).toBe(false)
  })

  test('the file itself is never changed', async () => {
    const before = readFileSync(join(root, MESSY))
    await cli('check', MESSY, '--json')
    expect(readFileSync(join(root, MESSY)).equals(before)).toBe(true)
  })

  test.each([
    ['a pipe whose reader is gone', '{ "$NODE" "$PROGRAM" check "$PLAN" --json; echo "exit $?" >&2; } | true', '输出没有写完：读取输出的程序已经结束。'],
    ['a full disk', '"$NODE" "$PROGRAM" check "$PLAN" --json > /dev/full; echo "exit $?" >&2', '输出没有写完（ENOSPC）。'],
  ])('%s is told by sentence and exit code', async (_what, script, sentence) => {
    const child = spawn('bash', ['-c', script], { cwd: root, env: { ...process.env, NODE: process.execPath, PROGRAM: program, PLAN, LANG: 'zh_CN.UTF-8' }, stdio: ['ignore', 'ignore', 'pipe'] })
    let err = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
    await new Promise(done => child.on('close', done))
    expect(err).toBe(`${sentence}\nexit 2\n`)
  })
})

describe('accepted findings', () => {
  interface Found {
    readonly severity: string
    readonly check: string
    readonly subject: string
    readonly fingerprint: string
    readonly accepted?: { readonly reason: string }
  }
  const found = (text: string): readonly Found[] => (JSON.parse(text) as { findings: readonly Found[] }).findings

  test('what explain says works: check, subject and fingerprint of the JSON with a reason, and the exit code follows', async () => {
    const before = await cli('check', PLAN, '--json'), errors = found(before.out).filter(each => each.severity === 'error')
    const file = join(folder, '设置.json'), some = errors.slice(0, 2)
    const write = (list: readonly Found[]): void => writeFileSync(file, JSON.stringify({ accepted: list.map(({ check, subject, fingerprint }) => ({ check, subject, fingerprint, reason: '上级已同意暂缓' })) }))
    write(some)
    const partly = await cli('check', PLAN, '--json', '--mapping', file)
    expect(partly.code).toBe(1)
    expect(parse(partly.out).counts).toMatchObject({ error: errors.length - 2, accepted: 2 })
    expect(found(partly.out).filter(each => each.accepted !== undefined).map(each => [each.subject, each.accepted?.reason])).toEqual(some.map(each => [each.subject, '上级已同意暂缓']))
    write(errors)
    const all = await cli('check', PLAN, '--mapping', file)
    expect([all.code, all.err]).toEqual([0, ''])
    expect(all.out).toContain(`错误 0 · 警告`)
    expect(all.out).toContain(`已接受 ${errors.length}`)
    expect(all.out).toContain('理由：上级已同意暂缓')
    const messy = await cli('check', MESSY, '--mapping', file)
    expect(messy.code).toBe(1)
    expect(messy.out).toContain('条已接受的问题这次没有出现')
  })

  test('explain tells of lapsed ones', async () => {
    const { code, out } = await cli('explain', 'acceptance-lapsed')
    expect(code).toBe(0)
    expect(out).toContain('接受不再有效')
  })
})

describe('a policy and a mapping of one\'s own', () => {
  test('a policy file is checked against', async () => {
    const path = join(folder, 'own.json'), own = JSON.parse((await cli('policies', 'show', 'jiangyan-2023', '--json')).out) as { id: string; targets: { id: string }[] }
    own.id = 'own-2024'
    own.targets = own.targets.filter(target => target.id === 'usable-area')
    writeFileSync(path, JSON.stringify(own))
    const { out } = await cli('check', PLAN, '--json', '--policy', path)
    expect(parse(out).policy).toBe('own-2024')
    expect(Object.keys(parse(out).overall.verdicts)).toEqual(['usable-area'])
  })

  test.each([['--policy', '{"id": 1}', '标准文件'], ['--mapping', '{"words": {"employment": {"网格员": "x"}}}', '对照文件']] as const)('%s that is wrong says where', async (option, text, word) => {
    const path = join(folder, 'wrong.json')
    writeFileSync(path, text)
    const { code, out, err } = await cli('check', PLAN, option, path)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(word)
    expect(err).toMatch(option === '--policy' ? /id：应为文字/ : /words\.employment\.网格员：应为下列之一/)
  })
})

describe('arguments that are wrong: a sentence, exit code 2, nothing on standard output', () => {
  test.each<[string[], string]>([
    [['chekc', PLAN], '没有“chekc”这个命令。可用的命令：check'],
    [['check'], '请写明要核查的文件'],
    [['check', PLAN, '--polcy', 'x'], '没有“--polcy”这个选项'],
    [['check', PLAN, '--policy'], '选项 --policy 后面要写值'],
    [['check', PLAN, '--json=yes'], '选项 --json 不带值'],
    [['check', PLAN, '--policy', 'nowhere-1999'], '没有编号为“nowhere-1999”的标准'],
    [['check', PLAN, '--as-of', '2023-02-30'], '--as-of 应为真实的日期，形如 2023-12-31；实为“2023-02-30”'],
    [['check', PLAN, '--format', 'pdf'], '--format 应为下列之一'],
    [['check', PLAN, '--community-pages'], '--community-pages 只用于 --format html'],
    [['check', PLAN, '--format', 'xlsx', '--community-pages', '-o', 'x.xlsx'], '--community-pages 只用于 --format html'],
    [['check', PLAN, '--format', 'xlsx'], '请用 -o 写明要写入的文件'],
    [['check', PLAN, '--jobs', '0'], '--jobs 应为 1 到 64 的整数'],
    [['check', PLAN, '--lang', 'fr'], '--lang 应为下列之一：zh-CN、en'],
    [['explain', 'nothing'], '没有“nothing”这项核查或指标'],
    [['policies', 'shwo', 'x'], '用法：plancheck policies'],
  ])('%j', async (list, sentence) => {
    const { code, out, err } = await cli(...list)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(sentence)
  })
})

describe('help, version, policies, explain', () => {
  test.each([['--help'], ['check', '--help'], ['policies', '--help'], ['explain', '--help']])('%s %s in both languages', async (...list) => {
    const [chinese, english] = await Promise.all([cli(...list), cli(...list, '--lang=en')])
    expect([chinese.code, english.code]).toEqual([0, 0])
    expect(chinese.out).toContain('用法')
    expect(english.out).toContain('Usage')
    expect(english.out).not.toMatch(/[\u4e00-\u9fff]/)
  })

  test('the version, of the program and of each verb', async () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    for (const list of [['--version'], ['check', '--version'], ['policies', '--version']]) expect(await cli(...list)).toEqual({ code: 0, out: `plancheck ${version}\n`, err: '' })
  })

  test('no verb at all shows the help and is wrong', async () => {
    const { code, out } = await cli()
    expect(code).toBe(2)
    expect(out).toContain('plancheck check')
  })

  test('the language comes from the environment, Chinese by default', async () => {
    const [none, english, c] = await Promise.all([run(program, ['policies']), run(program, ['policies'], { LANG: 'en_US.UTF-8' }), run(program, ['policies'], { LANG: 'C.UTF-8' })])
    expect(none.out).toContain('姜堰 2023')
    expect(english.out).toContain('Jiangyan 2023')
    expect(c.out).toBe(none.out)
  })

  test('policies lists all and says what is not verified', async () => {
    const { out } = await cli('policies')
    expect(out.trimEnd().split('\n')).toHaveLength(policyIds.length)
    expect(out).toMatch(/national-14th-five-year.+\[未核实\]/)
  })

  test('a policy is shown with clause and quoted words', async () => {
    const { out } = await cli('policies', 'show', 'jiangyan-2023')
    expect(out).toContain('三、实施步骤 1（加大投入，改善社区硬件设施条件）  “整体使用面积不低于200平方米”')
  })

  test.each([['college-share', '≥ 80.0%'], ['target-missed', '未达标为错误'], ['formal', '在编'], ['staff-ceiling', 'taiyuan-2020']])('explain %s', async (id, words) => {
    const { code, out } = await cli('explain', id)
    expect(code).toBe(0)
    expect(out).toContain(words)
    expect(out).toContain('豁免')
  })
})

describe('template', () => {
  test('a collecting workbook asks for a real day', async () => {
    const target = join(folder, '采集表.xlsx')
    expect(await cli('template', '--collect', '--as-of', '2024-12-31', '-o', target)).toMatchObject({ code: 0, out: '' })
    expect(statSync(target).size).toBeGreaterThan(10_000)
    expect((await cli('template', '--collect', '--as-of', '2024-02-30', '-o', target)).code).toBe(2)
  })
})

describe('compare', () => {
  test('two versions, as JSON, as text and into a file; what cannot be read has its error', async () => {
    const target = join(folder, '对比.md'), [json, text, file, bad] = await Promise.all([cli('compare', PLAN, PLAN, '--json'), cli('compare', PLAN, MESSY, '--lang', 'en'), cli('compare', PLAN, MESSY, '--format', 'markdown', '-o', target), cli('compare', PLAN, 'nowhere.xlsx', '--json')])
    expect([json.code, JSON.parse(json.out)]).toEqual([0, { plancheck: 1, old: PLAN, new: PLAN, asOf: { old: '2023-12-31', new: '2023-12-31' }, people: [], premises: [], figures: [], verdicts: [], unmatched: [] }])
    expect(text.out).toMatch(/People: 42 came, 126 left, 0 moved, 0 changed/)
    expect(text.out).not.toMatch(/\d{17}[\dX]/)
    expect([file.code, readFileSync(target, 'utf8').startsWith('# 前后对比\n')]).toEqual([0, true])
    expect([bad.code, (JSON.parse(bad.out) as Answer).error?.code]).toEqual([2, 'not-found'])
  })

  test('wants two files', async () => {
    expect(await cli('compare', PLAN)).toMatchObject({ code: 2, out: '' })
  })
})

describe('merge', () => {
  test('a folder into one workbook; one bad file never stops the rest', async () => {
    const from = join(folder, 'parts'), target = join(folder, '合并.xlsx')
    mkdirSync(from)
    copyFileSync(join(root, MESSY), join(from, '一.xlsx'))
    writeFileSync(join(from, '坏.xlsx'), 'PK\u0003\u0004 this is no workbook')
    const { code, out, err } = await cli('merge', from, '-o', target, '--json'), answer = JSON.parse(out) as { files: { file: string; error?: object }[]; people: number; notRead: number }
    expect([code, answer.people, answer.files.map(({ file, error }) => [file, error === undefined])]).toEqual([2, 43, [['一.xlsx', true], ['坏.xlsx', false]]])
    expect(err).toMatch(/^坏\.xlsx: /)
    const [merged, alone] = await Promise.all([cli('check', target, '--json'), cli('check', MESSY, '--json')])
    for (const key of ['formal', 'contracted', 'college', 'partyLeague', 'averageAge']) expect([key, parse(merged.out).overall[key]]).toEqual([key, parse(alone.out).overall[key]])
    // The canonical layout has a list of communities: their number is judged where there is one.
    expect({ ...parse(merged.out).overall.verdicts, 'community-count': null }).toEqual({ ...parse(alone.out).overall.verdicts, 'community-count': null })
  })

  test('never onto a file that it reads', async () => {
    expect(await cli('merge', PLAN, '-o', PLAN)).toMatchObject({ code: 2, out: '' })
    expect(await cli('merge', PLAN)).toMatchObject({ code: 2, out: '' })
  })
})
