import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import * as files from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { transformSync } from '@swc/core'
import { draftName } from '../../src/hosts/xlsx/draft-name'
import { writeWorkbookFile } from '../../src/hosts/xlsx/node'
import type { FileSystem } from '../../src/hosts/xlsx/write-file'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'plancheck-write-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a new file', async () => {
  const path = join(folder, '新 文件.xlsx')
  await writeWorkbookFile(path, new Uint8Array([1, 2, 3]))
  expect([[...readFileSync(path)], readdirSync(folder)]).toEqual([[1, 2, 3], ['新 文件.xlsx']])
})

test('a file in pieces', async () => {
  const path = join(folder, 'a.xlsx')
  await writeWorkbookFile(path, [new Uint8Array([1, 2]), new Uint8Array([]), new Uint8Array([3])])
  expect([...readFileSync(path)]).toEqual([1, 2, 3])
})

test('an old file is replaced and keeps its rights', async () => {
  const path = join(folder, 'a.xlsx')
  writeFileSync(path, 'old')
  chmodSync(path, 0o640)
  await writeWorkbookFile(path, new Uint8Array([1]))
  expect([[...readFileSync(path)], statSync(path).mode & 0o777, readdirSync(folder)]).toEqual([[1], 0o640, ['a.xlsx']])
})

test('a new file is for its owner alone, unless it is about nobody', async () => {
  await writeWorkbookFile(join(folder, 'a.xlsx'), new Uint8Array([1]))
  await writeWorkbookFile(join(folder, 'b.xlsx'), new Uint8Array([1]), { isPublic: true })
  expect([statSync(join(folder, 'a.xlsx')).mode & 0o777, statSync(join(folder, 'b.xlsx')).mode & 0o777]).toEqual([0o600, 0o666 & ~process.umask()])
})

test('a name of 255 bytes', async () => {
  const path = join(folder, `${'社'.repeat(83)}a.xlsx`)
  await writeWorkbookFile(path, new Uint8Array([1]))
  expect(readdirSync(folder)).toEqual([basename(path)])
})

test('texts are written as UTF-8, in order', async () => {
  await writeWorkbookFile(join(folder, 'a.json'), ['甲', new Uint8Array([66]), '', '乙', '丙'.repeat(1 << 20)])
  expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe(`甲B乙${'丙'.repeat(1 << 20)}`)
})

test('a link stays a link', async () => {
  const path = join(folder, 'a.xlsx'), link = join(folder, 'link.xlsx')
  writeFileSync(path, 'old')
  symlinkSync(path, link)
  await writeWorkbookFile(link, new Uint8Array([5]))
  expect([[...readFileSync(path)], lstatSync(link).isSymbolicLink()]).toEqual([[5], true])
})

test.each([['a folder that is not there', 'no/such/a.xlsx', 'write-failed'], ['a folder in its place', 'taken', 'output-kind'], ['a device', '/dev/null', 'output-kind'], ['a pipe', 'pipe', 'output-kind'], ['a link in a circle', 'circle', 'output-link']])('%s is told, and nothing is left behind', async (_what, name, code) => {
  writeFileSync(join(folder, 'other'), 'x')
  if (name === 'taken') mkdirSync(join(folder, 'taken'))
  if (name === 'pipe') execFileSync('mkfifo', [join(folder, 'pipe')])
  if (name === 'circle') symlinkSync('circle', join(folder, 'circle'))
  await expect(writeWorkbookFile(resolve(folder, name), new Uint8Array([1]))).rejects.toMatchObject({ code })
  expect(readdirSync(folder).filter(file => file.endsWith('.tmp'))).toEqual([])
})


test('a link that somebody else laid is not followed', async () => {
  const path = join(folder, 'a.xlsx'), link = join(folder, 'link.xlsx')
  writeFileSync(path, 'old')
  symlinkSync(path, link)
  const strange: FileSystem = { ...files, lstat: (async (name: string) => Object.assign(await files.lstat(name), name === link ? { uid: 4711 } : {})) as FileSystem['lstat'] }
  await expect(writeWorkbookFile(link, new Uint8Array([5]), { fileSystem: strange })).rejects.toMatchObject({ code: 'output-link' })
  expect([readFileSync(path, 'utf8'), readdirSync(folder).sort()]).toEqual(['old', ['a.xlsx', 'link.xlsx']])
})

test('whichever call of the file system fails, the file is the old one or the new one, and no draft is left', async () => {
  const path = join(folder, 'a.xlsx')
  let outcomes = ''
  for (let failing = 1; ; failing++) {
    writeFileSync(path, 'old')
    let calls = 0
    const fails = (): void => {
      if (++calls === failing) throw Object.assign(new Error('fault'), { code: 'EIO' })
    }
    const guarded = <Target extends object>(target: Target): Target => new Proxy(target, {
      get(from, name) {
        const value: unknown = Reflect.get(from, name)
        if (typeof value !== 'function') return value
        return async (...list: unknown[]): Promise<unknown> => {
          fails()
          const result: unknown = await (value as (...list: unknown[]) => Promise<unknown>).apply(from, list)
          return name === 'open' ? guarded(result as object) : result
        }
      },
    })
    const outcome = await writeWorkbookFile(path, ['n', 'ew'], { fileSystem: guarded(files as FileSystem) }).then(() => 'written', (error: { code: string }) => error.code)
    expect(readFileSync(path, 'utf8')).toEqual(outcome === 'written' ? 'new' : expect.stringMatching(/^(old|new)$/))
    expect(readdirSync(folder)).toEqual(['a.xlsx'])
    outcomes += outcome === 'written' ? '+' : outcome === 'write-failed' ? '-' : '?'
    if (calls < failing) break
  }
  // What cannot be listed, or brought to the disk as a folder, is no failure; everything before the rename is.
  expect(outcomes).toMatch(/^-+\+?-+\++$/)
})

describe('a program that is ended in the middle of writing', () => {
  let work: string, path: string
  const old = Buffer.alloc(1000, 7), size = 32 * 1024 * 1024
  beforeEach(() => {
    work = join(folder, 'program')
    mkdirSync(work)
    // The writer alone, as a program of its own: it writes again and again until it is ended.
    const compile = (source: string): string => transformSync(readFileSync(join(__dirname, '../../src', source), 'utf8'), { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } }).code
    writeFileSync(join(work, 'workbook.js'), compile('core/workbook.ts'))
    for (const name of ['write-file', 'draft-name']) writeFileSync(join(work, `${name}.js`), compile(`hosts/xlsx/${name}.ts`).replace('../../core/workbook', './workbook'))
    writeFileSync(join(work, 'package.json'), '{"type":"commonjs"}')
    writeFileSync(join(work, 'run.js'), `const { writeWorkbookFile } = require('./write-file'); const bytes = new Uint8Array(${size}).fill(9); void (async () => { process.stdout.write('ready'); for (;;) await writeWorkbookFile(process.argv[2], bytes) })()`)
    mkdirSync(join(folder, 'out'))
    path = join(folder, 'out/a.xlsx')
  })
  const drafts = (): string[] => readdirSync(join(folder, 'out')).filter(name => name.endsWith('.tmp'))

  /** Ends it as soon as the draft has begun to grow, a little later each time. */
  async function ended(signal: NodeJS.Signals, later: number): Promise<{ code: number | null; by: NodeJS.Signals | null }> {
    writeFileSync(path, old)
    const child = spawn(process.execPath, [join(work, 'run.js'), path], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(child.stdout, 'data')
    for (let wait = 0; wait < 2000 && !drafts().some(name => (statSync(join(folder, 'out', name), { throwIfNoEntry: false })?.size ?? 0) > 0); wait++) await new Promise(done => setTimeout(done, 1))
    await new Promise(done => setTimeout(done, later))
    child.kill(signal)
    const [code, by] = await once(child, 'exit') as [number | null, NodeJS.Signals | null]
    const now = readFileSync(path)
    // Whole in either case: all of the old file, or all of the new one.
    expect([old.equals(now), now.length === size && now.every(byte => byte === 9)].filter(Boolean)).toHaveLength(1)
    return { code, by }
  }

  test('by a kill: the old file is whole, and the next run removes the draft', async () => {
    let left = 0
    for (let attempt = 0; attempt < 10 && left < 2; attempt++) {
      await ended('SIGKILL', attempt)
      if (drafts().length > 0) left++
      await writeWorkbookFile(join(folder, 'out/other.xlsx'), new Uint8Array([1]))
      expect(drafts()).toEqual([])
    }
    expect(left).toBeGreaterThan(0)
  })

  test.each(['SIGINT', 'SIGTERM'] as const)('by %s: no draft is left, and it ends as the system expects', async signal => {
    for (const later of [0, 7]) {
      expect(await ended(signal, later)).toEqual({ code: null, by: signal })
      expect(drafts()).toEqual([])
    }
  })
})

test('a draft of a process that still runs, and one of another computer, are left alone', async () => {
  const child = spawn('sleep', ['30']), mine = draftName('0'.repeat(16)).replace(String(process.pid), String(child.pid)), other = `.plancheck-00000000-1-${'0'.repeat(16)}.tmp`
  try {
    for (const name of [mine, other]) writeFileSync(join(folder, name), 'x')
    await writeWorkbookFile(join(folder, 'a.xlsx'), new Uint8Array([1]))
    expect(readdirSync(folder).sort()).toEqual([mine, other, 'a.xlsx'].sort())
  } finally {
    child.kill()
  }
})
