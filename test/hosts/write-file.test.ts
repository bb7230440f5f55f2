import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { transformSync } from '@swc/core'
import { writeWorkbookFile } from '../../src/hosts/xlsx/node'

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

test('a link stays a link', async () => {
  const path = join(folder, 'a.xlsx'), link = join(folder, 'link.xlsx')
  writeFileSync(path, 'old')
  symlinkSync(path, link)
  await writeWorkbookFile(link, new Uint8Array([5]))
  expect([[...readFileSync(path)], lstatSync(link).isSymbolicLink()]).toEqual([[5], true])
})

test.each([['a folder that is not there', 'no/such/a.xlsx'], ['a folder in its place', 'taken']])('%s is told, and nothing is left behind', async (_what, name) => {
  writeFileSync(join(folder, 'other'), 'x')
  if (name === 'taken') mkdirSync(join(folder, 'taken'))
  await expect(writeWorkbookFile(join(folder, name), new Uint8Array([1]))).rejects.toMatchObject({ code: 'write-failed' })
  expect(readdirSync(folder).filter(file => file.endsWith('.tmp'))).toEqual([])
})

test('a program that is killed in the middle of writing leaves the old file whole', async () => {
  const path = join(folder, 'a.xlsx')
  const old = Buffer.alloc(1000, 7)
  writeFileSync(path, old)
  // The writer alone, as a program of its own: it writes 64 MB again and again until it is killed.
  const compile = (source: string): string => transformSync(source, { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } }).code
  writeFileSync(join(folder, 'workbook.js'), compile(readFileSync(join(__dirname, '../../src/core/workbook.ts'), 'utf8')))
  writeFileSync(join(folder, 'write-file.js'), compile(readFileSync(join(__dirname, '../../src/hosts/xlsx/write-file.ts'), 'utf8')).replace('../../core/workbook', './workbook'))
  writeFileSync(join(folder, 'package.json'), '{"type":"commonjs"}')
  writeFileSync(join(folder, 'run.js'), `const { writeWorkbookFile } = require('./write-file'); const bytes = new Uint8Array(64 * 1024 * 1024).fill(9); void (async () => { process.stdout.write('ready'); for (;;) await writeWorkbookFile(process.argv[2], bytes) })()`)
  let killedInTheMiddle = 0
  for (let attempt = 0; attempt < 12 && killedInTheMiddle < 3; attempt++) {
    writeFileSync(path, old)
    const child = spawn(process.execPath, [join(folder, 'run.js'), path], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(child.stdout, 'data')
    const draft = join(folder, `.a.xlsx.${child.pid}.tmp`)
    // Killed as soon as the draft has begun to grow, a little later each time.
    for (let wait = 0; wait < 2000 && !(existsSync(draft) && statSync(draft).size > 0); wait++) await new Promise(resolve => setTimeout(resolve, 1))
    await new Promise(resolve => setTimeout(resolve, attempt))
    child.kill('SIGKILL')
    await once(child, 'exit')
    const left = existsSync(draft) ? statSync(draft).size : 0
    const now = readFileSync(path)
    // Whole in either case: all of the old file, or all of the new one.
    expect([old.equals(now), now.length === 64 * 1024 * 1024 && now.every(byte => byte === 9)].filter(Boolean)).toHaveLength(1)
    if (old.equals(now) && left > 0) killedInTheMiddle++
  }
  expect(killedInTheMiddle).toBeGreaterThan(0)
}, 60_000)
