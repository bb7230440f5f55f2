import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { UsageError } from './usage-error'

/** The text of a settings file. @throws UsageError */
export async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    throw new UsageError('error-file', { file: path, cause: causeOf(error) })
  }
}

/** Writes beside the target and renames, so that a half-written file never takes the place of a whole one. @throws UsageError */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`)
  try {
    await writeFile(beside, content)
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined)
    throw new UsageError('error-output', { file: path, cause: causeOf(error) })
  }
}

/** Refuses an output that is one of the files that are read. */
export async function refuseInput(output: string, files: readonly string[]): Promise<void> {
  const target = await identityOf(output)
  for (const file of files) if ((await identityOf(file)) === target) throw new UsageError('error-output-input', { file })
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
