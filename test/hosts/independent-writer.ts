import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { NewFile, init } from 'excelize-wasm'
// Brings the Go runtime; its own `init` cannot run here, because it imports node:fs in a way that the test runner's sandbox has not.
import 'excelize-wasm'

export type Excelize = Awaited<ReturnType<typeof init>>
export type ExcelizeFile = NewFile

interface GoRuntime {
  readonly importObject: WebAssembly.Imports
  run(instance: WebAssembly.Instance): Promise<void>
}
interface GoGlobals {
  readonly Go: new () => GoRuntime
  /** Where the running program puts its functions. */
  excelize: Excelize
}

let started: Promise<Excelize> | undefined

/** Excelize, a writer and reader of workbooks that shares nothing with this project, started once for each test file. */
export function excelize(): Promise<Excelize> {
  started ??= start()
  return started
}

async function start(): Promise<Excelize> {
  const globals = globalThis as unknown as GoGlobals
  globals.excelize = {} as Excelize
  const program = gunzipSync(readFileSync(join(dirname(require.resolve('excelize-wasm')), 'excelize.wasm.gz')))
  const go = new globals.Go()
  const { instance } = await WebAssembly.instantiate(new Uint8Array(program), go.importObject)
  // Runs until the process ends: the functions are calls into it.
  void go.run(instance)
  return globals.excelize
}

/**
 * What a call answered.
 * @throws Error what the library has to say, or that it broke down: it answers nothing from then on
 */
export function sure<T extends { readonly error: string | null }>(answer: T | undefined): T {
  if (answer === undefined) throw new Error('excelize broke down')
  if (answer.error !== null) throw new Error(answer.error)
  return answer
}
