import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { HostError } from '../core/workbook'
import { removeOwnDrafts } from '../hosts/xlsx/node'
import { valueOf } from './arguments'
import type { Arguments } from './arguments'
import type { TerminalFacts } from './terminal'
import { UsageError } from './usage-error'

/** What a thread is told that runs the command line for another one. */
export interface WholeRun {
  readonly list: readonly string[]
  readonly terminal: TerminalFacts
}

const LONGEST = 86_400

/** The seconds of `--timeout`. @throws UsageError */
export function timeoutOf(given: Arguments): number | undefined {
  const value = valueOf(given, 'timeout')
  if (value === undefined) return undefined
  const seconds = Number(value)
  if (!/^\d+(\.\d+)?$/.test(value) || seconds <= 0 || seconds > LONGEST) throw new UsageError('error-timeout', { found: value })
  return seconds
}

/**
 * Runs a command in a thread of its own, which can be ended in the middle of whatever it does.
 * @returns its exit code
 * @throws HostError `timeout`
 */
export async function runWithin(seconds: number, run: WholeRun, given: Arguments): Promise<number> {
  const worker = new Worker(fileURLToPath(import.meta.url), { workerData: { wholeRun: run } })
  const output = valueOf(given, 'output'), clean = (): void => { if (output !== undefined) removeOwnDrafts(dirname(output)) }
  // A signal reaches this thread alone: what the other one has begun to write is taken away here.
  const ended = (signal: NodeJS.Signals): void => {
    void worker.terminate().then(() => {
      clean()
      for (const each of SIGNALS) process.off(each, ended)
      process.kill(process.pid, signal)
    })
  }
  for (const each of SIGNALS) process.on(each, ended)
  let timer: NodeJS.Timeout | undefined
  try {
    return await new Promise<number>((settle, fail) => {
      timer = setTimeout(() => {
        void worker.terminate().then(() => {
          clean()
          fail(new HostError('timeout', { file: given.files.join(' '), seconds }))
        })
      }, seconds * 1000)
      worker.on('message', settle).on('error', fail)
    })
  } finally {
    clearTimeout(timer)
    for (const each of SIGNALS) process.off(each, ended)
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
