import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readFileBytes, readWorkbookBytes } from '../../src/hosts/xlsx/node'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'plancheck-read-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a file, and a pipe that somebody writes to', async () => {
  const path = join(folder, 'a.csv'), pipe = join(folder, 'pipe')
  writeFileSync(path, '社区,姓名')
  execFileSync('mkfifo', [pipe])
  const writer = spawn('sh', ['-c', `exec cat "${path}" "${path}" > "${pipe}"`])
  expect([new TextDecoder().decode(await readFileBytes(path)), new TextDecoder().decode(await readFileBytes(pipe))]).toEqual(['社区,姓名', '社区,姓名社区,姓名'])
  writer.kill()
})

test('what has no end, no content or no size that fits is refused with its reason', async () => {
  const pipe = join(folder, 'pipe'), endless = join(folder, 'endless'), large = join(folder, 'large.xlsx')
  execFileSync('mkfifo', [pipe, endless])
  writeFileSync(large, '')
  truncateSync(large, 3 * 1024 ** 3)
  const writer = spawn('sh', ['-c', `exec cat /dev/zero > "${endless}"`], { stdio: 'ignore' })
  const code = async (path: string, largest?: number): Promise<string> => readFileBytes(path, largest).then(() => 'read', (error: { code: string }) => error.code)
  expect(await Promise.all([code('/dev/zero'), code('/dev/null'), code(pipe), code(endless, 1 << 20), code(large), code(join(folder, 'nowhere')), code(folder)]))
    .toEqual(['input-device', 'input-device', 'input-silent', 'input-endless', 'file-too-large', 'not-found', 'not-readable'])
  writer.kill()
})

test.each([['nothing', ''], ['a byte order mark', '\ufeff'], ['blank lines', '\r\n\r\n  \n'.replaceAll(' ', '')], ['separators', ',,,\n,,\n']])('a file with %s in it is empty', async (_what, content) => {
  await expect(readWorkbookBytes(new TextEncoder().encode(content), 'a.csv')).rejects.toMatchObject({ code: 'empty-file', params: { file: 'a.csv' } })
})
