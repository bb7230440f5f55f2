import { randomBytes } from 'node:crypto'
import { unlinkSync } from 'node:fs'
import * as files from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { HostError } from '../../core/workbook'
import { DRAFT, draftName, isLeftOver } from './draft-name'

/** What the writer asks of a file system: a test gives one that fails at its nth call. */
export type FileSystem = Pick<typeof files, 'lstat' | 'stat' | 'readlink' | 'open' | 'rename' | 'unlink' | 'readdir'>

export interface WriteSettings {
  /** A new file may be read by whom the system lets; left out: by its owner alone, because it is about people. */
  readonly isPublic?: boolean
  readonly fileSystem?: FileSystem
}

const OWNER_ONLY = 0o600, AS_THE_SYSTEM_SAYS = 0o666
const MOST_LINKS = 40
/** Text is turned into bytes and written in pieces of about this size. */
const PIECE = 1 << 20

/**
 * The one way in which this program writes a file: it is there whole or not at all. A draft of a random name that nobody can foresee is made
 * in the same folder, exclusively, goes down to the disk and is renamed. Whatever ends the program in between, the old file stays as it was:
 * a signal takes the draft away, and one that a killed run left is removed by the next run that writes into the folder.
 * @param content the file, in one piece or in several; texts become UTF-8
 * @throws HostError `output-kind`, `output-link`, `write-failed`
 */
export async function writeWorkbookFile(
  target: string,
  content: Uint8Array | Iterable<Uint8Array | string>,
  settings: WriteSettings = {},
): Promise<void> {
  const fileSystem = settings.fileSystem ?? files
  let draft: string | undefined, folder: string
  const stop = stopOnSignals(() => draft)
  try {
    const path = await throughLinks(fileSystem, target)
    const old = await statOf(fileSystem.stat(path))
    if (old !== null && !old.isFile()) throw new HostError('output-kind', { file: basename(target) })
    folder = dirname(path)
    await removeLeftOvers(fileSystem, folder)
    const mode = old === null ? (settings.isPublic === true ? AS_THE_SYSTEM_SAYS : OWNER_ONLY) : old.mode & 0o777
    const name = join(folder, draftName(randomBytes(8).toString('hex')))
    const file = await fileSystem.open(name, 'wx', mode)
    draft = name
    try {
      // The system's mask has its say on new files alone.
      if (old !== null) await file.chmod(mode)
      for (const piece of content instanceof Uint8Array ? [content] : inPieces(content)) await file.writeFile(piece)
      await file.sync()
    } finally {
      await file.close()
    }
    await fileSystem.rename(draft, path)
    draft = undefined
  } catch (error) {
    if (draft !== undefined)
      await fileSystem.unlink(draft).catch(() => {
        unlinkQuietly(draft)
      })
    if (error instanceof HostError) throw error
    throw new HostError(
      'write-failed',
      { file: basename(target), cause: (error as NodeJS.ErrnoException).code ?? (error instanceof Error ? error.name : '') },
      { cause: error },
    )
  } finally {
    stop()
  }
  await syncFolder(fileSystem, folder)
}

/** Refuses what cannot be written before any work is done for it. @throws HostError `output-kind`, `output-link` */
export async function checkTarget(target: string): Promise<void> {
  const old = await statOf(files.stat(await throughLinks(files, target)))
  if (old !== null && !old.isFile()) throw new HostError('output-kind', { file: basename(target) })
}

/** A link of one's own stays a link, and what it leads to is replaced; one that somebody else laid is not followed. */
async function throughLinks(fileSystem: FileSystem, target: string): Promise<string> {
  let path = resolve(target)
  const self = process.getuid?.()
  for (let step = 0; step < MOST_LINKS; step++) {
    const found = await statOf(fileSystem.lstat(path))
    if (found === null || !found.isSymbolicLink()) return path
    if (self !== undefined && found.uid !== self) throw new HostError('output-link', { file: basename(target) })
    path = resolve(dirname(path), await fileSystem.readlink(path))
  }
  throw new HostError('output-link', { file: basename(target) })
}

/** `null` when there is nothing of that name. */
async function statOf<Stats>(found: Promise<Stats>): Promise<Stats | null> {
  return found.catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
}

/** What cannot be removed or listed is no reason not to write. */
async function removeLeftOvers(fileSystem: FileSystem, folder: string): Promise<void> {
  for (const name of await fileSystem.readdir(folder).catch(() => [])) {
    if (!DRAFT.test(name)) continue
    const path = join(folder, name), found = await fileSystem.lstat(path).catch(() => null)
    if (found !== null && found.isFile() && isLeftOver(name)) await fileSystem.unlink(path).catch(() => undefined)
  }
}

function* inPieces(content: Iterable<Uint8Array | string>): Iterable<Uint8Array> {
  let text = ''
  for (const piece of content) {
    if (typeof piece === 'string') {
      text += piece
      if (text.length < PIECE) continue
    }
    if (text !== '') yield Buffer.from(text)
    text = ''
    if (typeof piece !== 'string') yield piece
  }
  if (text !== '') yield Buffer.from(text)
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** While a file is being written a signal takes the draft away first. At any other time it ends the program at once, as the system does. */
function stopOnSignals(draft: () => string | undefined): () => void {
  const ended = (signal: NodeJS.Signals): void => {
    unlinkQuietly(draft())
    stop()
    process.kill(process.pid, signal)
  }
  const stop = (): void => {
    for (const signal of SIGNALS) process.off(signal, ended)
  }
  for (const signal of SIGNALS) process.on(signal, ended)
  return stop
}

function unlinkQuietly(path: string | undefined): void {
  if (path === undefined) return
  try {
    unlinkSync(path)
  } catch {
    // It is gone already, or the folder is.
  }
}

/** The new name itself must reach the disk too. Windows cannot open folders: there the rename is enough. */
async function syncFolder(fileSystem: FileSystem, path: string): Promise<void> {
  const folder = await fileSystem.open(path, 'r').catch(() => undefined)
  if (folder === undefined) return
  await folder.sync().catch(() => undefined)
  await folder.close().catch(() => undefined)
}
