import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

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

/** Samples that the tests check, as the repository's folder names them. */
export const PLAN = 'samples/计划现状示例.xlsx', MESSY = 'samples/杂乱表示例.xlsx'

/** What of the report's JSON the tests look at. */
export interface Answer {
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

export const parse = (text: string): Answer => JSON.parse(text) as Answer

export interface Program {
  readonly cli: (...list: string[]) => Promise<Run>
  /** With an environment of its own. */
  readonly cliIn: (environment: Readonly<Record<string, string>>, ...list: string[]) => Promise<Run>
  /** Where the built program lies. */
  readonly path: () => string
  /** A path in a folder that is there for the tests of this file. */
  readonly inFolder: (name: string) => string
}

/** The program, built once for the tests of a file, and a folder for them; both go when they are done. */
export function theProgram(): Program {
  let program = '', folder = ''
  beforeAll(() => {
    program = buildProgram()
    folder = mkdtempSync(join(tmpdir(), 'plancheck-test-'))
  })
  afterAll(() => {
    for (const each of [dirname(program), folder]) rmSync(each, { recursive: true, force: true })
  })
  return {
    cli: (...list) => run(program, list),
    cliIn: (environment, ...list) => run(program, list, environment),
    path: () => program,
    inFolder: name => join(folder, name),
  }
}

/** What a run cost: processor time in ms, of all its threads, and the largest memory that it held, in MB. */
export interface Cost {
  readonly processor: number
  readonly memory: number
}

/** `run`, and what it cost. A run that was killed has no cost to tell, and fails. */
export async function measured(program: string, list: readonly string[]): Promise<Run & Cost> {
  const folder = mkdtempSync(join(tmpdir(), 'plancheck-cost-')), file = join(folder, 'cost.json')
  try {
    const done = await run(program, list, { PLANCHECK_COST: file, NODE_OPTIONS: `--import "${pathToFileURL(join(__dirname, 'cost.mjs')).href}"` })
    return { ...done, ...(JSON.parse(readFileSync(file, 'utf8')) as Cost) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
