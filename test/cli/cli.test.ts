import { copyFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { policyIds } from '../../src/policies'
import type { Answer } from './program'
import { MESSY, PLAN, parse, root, theProgram } from './program'

const { cli, cliIn, inFolder } = theProgram()

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
    const [none, english, c] = await Promise.all([cli('policies'), cliIn({ LANG: 'en_US.UTF-8' }, 'policies'), cliIn({ LANG: 'C.UTF-8' }, 'policies')])
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
    const target = inFolder('采集表.xlsx')
    expect(await cli('template', '--collect', '--as-of', '2024-12-31', '-o', target)).toMatchObject({ code: 0, out: '' })
    expect(statSync(target).size).toBeGreaterThan(10_000)
    expect((await cli('template', '--collect', '--as-of', '2024-02-30', '-o', target)).code).toBe(2)
  })
})

describe('compare', () => {
  test('two versions, as JSON, as text and into a file; what cannot be read has its error', async () => {
    const target = inFolder('对比.md'), [json, text, file, bad] = await Promise.all([cli('compare', PLAN, PLAN, '--json'), cli('compare', PLAN, MESSY, '--lang', 'en'), cli('compare', PLAN, MESSY, '--format', 'markdown', '-o', target), cli('compare', PLAN, 'nowhere.xlsx', '--json')])
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
    const from = inFolder('parts'), target = inFolder('合并.xlsx')
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
