import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { get, request } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The server that `npm start` runs, over a folder of the test's own. */

let folder: string, base: URL
const running: ChildProcess[] = []

async function start(...more: readonly string[]): Promise<URL> {
  const server = spawn(process.execPath, ['test/serve.mjs', '--root', join(folder, 'dist'), ...more], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '' } })
  running.push(server)
  const [said] = await once(server.stdout, 'data') as [Buffer]
  const address = /http:\/\/\S+\//.exec(String(said))?.[0]
  if (address === undefined) throw new Error(`no address in ${String(said)}`)
  return new URL(address)
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plancheck-serve-'))
  mkdirSync(join(folder, 'dist', 'assets'), { recursive: true })
  writeFileSync(join(folder, 'dist', 'workbench.html'), '<p>workbench</p>')
  writeFileSync(join(folder, 'dist', 'assets', '示例-1.js'), 'export const a = 1\n'.repeat(100))
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'dist', 'link.txt'))
  base = await start('--port', '0', '--open')
})

afterAll(() => {
  for (const server of running) server.kill()
  rmSync(folder, { recursive: true })
})

/** The path is sent as it is: `URL` would tidy `..` away. */
async function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<{ response: IncomingMessage; body: string }> {
  const response = await new Promise<IncomingMessage>((found, failed) => request({ host: base.hostname, port: base.port, path, headers, method }, found).on('error', failed).end())
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk as Buffer)
  return { response, body: Buffer.concat(chunks).toString('utf8') }
}

test.each([
  ['the front door is the workbench', '/', 200, '<p>workbench</p>'],
  ['a file of the pages', '/workbench.html', 200, '<p>workbench</p>'],
  ['a query is no part of the name', '/workbench.html?et=1', 200, '<p>workbench</p>'],
  ['a file that is not there', '/nothing.html', 404, 'not found'],
  ['a folder', '/assets', 404, 'not found'],
  ['a way out of the folder', '/../secret.txt', 404, 'not found'],
  ['the same, in other letters', '/..%2fsecret.txt', 404, 'not found'],
  ['a link out of the folder', '/link.txt', 403, 'outside'],
  ['letters that are none', '/%E0%A4%A', 400, 'not an address'],
])('%s', async (_name, path, status, body) => {
  const answer = await ask(path)
  expect(answer.response.statusCode).toBe(status)
  expect(answer.body).toBe(body)
})

test('pages are asked for again, hashed files are kept; text goes compressed where the browser takes it', async () => {
  expect((await ask('/')).response.headers).toMatchObject({ 'cache-control': 'no-cache', 'content-type': 'text/html; charset=utf-8', 'x-content-type-options': 'nosniff' })
  const script = encodeURI('/assets/示例-1.js')
  expect((await ask(script)).response.headers).toMatchObject({ 'cache-control': 'public, max-age=31536000, immutable', 'content-type': 'text/javascript; charset=utf-8' })
  expect((await ask(script, { 'accept-encoding': 'gzip, br' })).response.headers['content-encoding']).toBe('gzip')
})

test('only looking is allowed', async () => {
  expect((await ask('/', {}, 'HEAD')).body).toBe('')
  expect((await ask('/', {}, 'POST')).response.statusCode).toBe(405)
})

test('it serves this computer alone, and takes another port where the wanted one is taken', async () => {
  expect(base.hostname).toBe('127.0.0.1')
  const second = await start('--port', base.port)
  expect(second.port).not.toBe(base.port)
  await new Promise<void>((done, failed) => get(second, response => { response.resume(); done() }).on('error', failed))
})

test('without pages it says what to do', async () => {
  const server = spawn(process.execPath, ['test/serve.mjs', '--root', join(folder, 'dist', 'assets')], { stdio: ['ignore', 'ignore', 'pipe'] })
  const [said] = await once(server.stderr, 'data') as [Buffer]
  const [code] = await once(server, 'exit') as [number]
  expect(String(said)).toContain('npm run build')
  expect(code).toBe(1)
})
