import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { readWorkbookBytes } from '../../src/hosts/xlsx/node'
import { buildProgram, root } from '../cli/program'

/** Ends of a run; `PLANCHECK_KILLS=1000` makes as many of one go. */
const KILLS = Number(process.env['PLANCHECK_KILLS'] ?? 12)
const SAMPLE = '杂乱表示例.xlsx'
let program = '', folder = ''
beforeAll(() => {
  program = buildProgram()
  folder = mkdtempSync(join(tmpdir(), 'plancheck-kills-'))
  copyFileSync(join(root, 'samples', SAMPLE), join(folder, SAMPLE))
})
afterAll(() => {
  for (const made of [dirname(program), folder]) rmSync(made, { recursive: true, force: true })
})

/** Fills the sample into a file and is ended after so many milliseconds, or lives. @returns how long it ran, in ms */
async function filled(target: string, endAfter: number | null): Promise<number> {
  const started = performance.now(), child = spawn(process.execPath, [program, 'fill', SAMPLE, '-o', target], { cwd: folder, stdio: 'ignore' })
  const end = endAfter === null ? undefined : setTimeout(() => child.kill('SIGKILL'), endAfter)
  await once(child, 'exit')
  clearTimeout(end)
  return performance.now() - started
}

/** So many in a test, that each ends within the project's time. */
const AT_ONCE = 50
const rounds = Array.from({ length: Math.ceil(KILLS / AT_ONCE) }, (_, round) => round * AT_ONCE)
  .map(from => [from, Math.min(KILLS, from + AT_ONCE)] as const)

// Spread over the whole of a run, every second one over its last third: that is where it writes.
test.each(rounds)('a fill that is killed (%i to %i) leaves its input alone and a whole file or none, and the next one cleans up', async (from, to) => {
  const input = readFileSync(join(folder, SAMPLE)), target = '填报.xlsx', path = join(folder, target)
  const whole = await filled(target, null)
  const complete = readFileSync(path), sheets = (await readWorkbookBytes(complete, target)).sheets.length
  for (let at = from; at < to; at++) {
    const share = (at % 2 === 0 ? at / KILLS : 2 / 3 + at / KILLS / 3)
    // Half of them write beside nothing, half over a file that is there.
    const isOver = at % 4 >= 2
    if (isOver) writeFileSync(path, complete)
    else rmSync(path, { force: true })
    await filled(target, whole * share)
    expect(readFileSync(join(folder, SAMPLE)).equals(input)).toBe(true)
    if (existsSync(path)) expect((await readWorkbookBytes(readFileSync(path), target)).sheets).toHaveLength(sheets)
    else expect(isOver).toBe(false)
  }
  await filled(target, null)
  expect(readdirSync(folder).sort()).toEqual([basename(path), SAMPLE].sort())
  expect(readFileSync(path).length).toBe(complete.length)
})
