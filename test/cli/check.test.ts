import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openWorkbook } from '../../src/hosts/xlsx/node'
import type { Answer } from './program'
import { MESSY, PLAN, parse, root, theProgram } from './program'

const { cli, path: programPath, inFolder } = theProgram()

describe('decisions that the workbook itself keeps', () => {
  const kept = async (): Promise<string> => {
    const path = inFolder('带决定.xlsx'), book = openWorkbook(new Uint8Array(readFileSync(join(root, PLAN))), 'a.xlsx')
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
    const bad = inFolder('bad.xlsx')
    writeFileSync(bad, 'PK\u0003\u0004 this is no workbook')
    const empty = inFolder('empty')
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
    const target = inFolder('out.json'), { code, out, err } = await cli('check', PLAN, '--json', '-o', target)
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain(target)
    expect(parse(readFileSync(target, 'utf8')).plancheck).toBe(1)
    expect(readdirSync(inFolder('.')).filter(name => name.endsWith('.tmp'))).toEqual([])
  })

  test('-o never takes the place of what is read', async () => {
    const copy = inFolder('copy.xlsx')
    copyFileSync(join(root, PLAN), copy)
    const before = statSync(copy).size, { code, err } = await cli('check', copy, '-o', copy)
    expect([code, statSync(copy).size]).toEqual([2, before])
    expect(err).toContain('输出文件不能是要读取的文件')
  })

  test('a folder that does not exist', async () => {
    const { code, err } = await cli('check', PLAN, '-o', inFolder('no/such/out.json'))
    expect(code).toBe(2)
    expect(err).toContain('没能写出')
    expect(existsSync(inFolder('no'))).toBe(false)
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
    const child = spawn('bash', ['-c', script], { cwd: root, env: { ...process.env, NODE: process.execPath, PROGRAM: programPath(), PLAN, LANG: 'zh_CN.UTF-8' }, stdio: ['ignore', 'ignore', 'pipe'] })
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
    const file = inFolder('设置.json'), some = errors.slice(0, 2)
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
    const path = inFolder('own.json'), own = JSON.parse((await cli('policies', 'show', 'jiangyan-2023', '--json')).out) as { id: string; targets: { id: string }[] }
    own.id = 'own-2024'
    own.targets = own.targets.filter(target => target.id === 'usable-area')
    writeFileSync(path, JSON.stringify(own))
    const { out } = await cli('check', PLAN, '--json', '--policy', path)
    expect(parse(out).policy).toBe('own-2024')
    expect(Object.keys(parse(out).overall.verdicts)).toEqual(['usable-area'])
  })

  test.each([['--policy', '{"id": 1}', '标准文件'], ['--mapping', '{"words": {"employment": {"网格员": "x"}}}', '对照文件']] as const)('%s that is wrong says where', async (option, text, word) => {
    const path = inFolder('wrong.json')
    writeFileSync(path, text)
    const { code, out, err } = await cli('check', PLAN, option, path)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(word)
    expect(err).toMatch(option === '--policy' ? /id：应为文字/ : /words\.employment\.网格员：应为下列之一/)
  })
})
