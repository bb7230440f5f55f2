import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { checkTarget, readFileBytes } from '../hosts/xlsx/node'
import { HostError } from '../core/workbook'
import { UsageError } from './usage-error'

/** Settings and standards are far smaller. */
const LARGEST_SETTINGS = 16 * 1024 * 1024

/** The text of a settings file. @throws UsageError, HostError */
export async function readText(path: string): Promise<string> {
  try {
    return new TextDecoder().decode(await readFileBytes(path, LARGEST_SETTINGS))
  } catch (error) {
    if (error instanceof HostError && (error.code === 'not-found' || error.code === 'not-readable')) throw new UsageError('error-file', { file: path, cause: causeOf(error.cause) })
    throw error
  }
}

/**
 * Refuses an output that is one of the files that are read, and what is no file to be written to, before any work is done.
 * @param inputs all that the run reads: workbooks, mapping, standard
 * @throws UsageError, HostError
 */
export async function refuseOutput(output: string, inputs: readonly (string | undefined)[]): Promise<void> {
  await checkTarget(output)
  const target = await identityOf(output)
  for (const file of inputs) if (file !== undefined && (await identityOf(file)) === target) throw new UsageError('error-output-input', { file })
}

/** The same file under two names has one identity. */
async function identityOf(path: string): Promise<string> {
  const found = await stat(path).catch(() => null)
  return found === null ? resolve(path) : `${found.dev}:${found.ino}`
}

export async function isDirectory(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() === true
}

/** The system's code for what went wrong, such as EACCES. */
export function causeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : error instanceof Error ? error.name : String(error)
}
