import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const root = join(__dirname, '../..')

/** Builds the command line into a folder of its own, so that the tests run what is in the source and not an older build. */
export function buildProgram(): string {
  const folder = mkdtempSync(join(tmpdir(), 'plancheck-cli-'))
  execFileSync(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--config', join(root, 'vite.cli.config.ts'), '--outDir', folder, '--logLevel', 'error'], { cwd: root })
  return join(folder, 'cli.js')
}

export interface Run {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs it as a shell would, in the repository's folder. */
export function run(program: string, list: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Run> {
  return new Promise((settle, fail) => {
    const child = spawn(process.execPath, [program, ...list], { cwd: root, env: { PATH: process.env['PATH'] ?? '', ...environment }, stdio: ['ignore', 'pipe', 'pipe'] })
    let out = '', err = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
    child.on('error', fail)
    child.on('close', code => settle({ code, out, err }))
  })
}
