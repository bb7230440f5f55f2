import { open, realpath, rename, stat, unlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { HostError } from '../../core/workbook'

/**
 * Writes a file so that it is there whole or not at all: into a new file beside the target, down to the disk, then renamed.
 * Whatever ends the program in between, the old file stays as it was.
 * @param content the file, in one piece or in several
 * @throws HostError `write-failed`
 */
export async function writeWorkbookFile(target: string, content: Uint8Array | readonly Uint8Array[]): Promise<void> {
  // A link stays a link: what it leads to is replaced.
  const path = await realpath(target).catch(() => target)
  // The process number keeps two runs apart; a file that a killed run left behind is overwritten by the next one with its number.
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`)
  try {
    const mode = await stat(path).then(found => found.mode & 0o777, () => 0o666)
    const file = await open(draft, 'w', mode)
    try {
      for (const piece of content instanceof Uint8Array ? [content] : content) await file.writeFile(piece)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, path)
  } catch (error) {
    await unlink(draft).catch(() => undefined)
    throw new HostError('write-failed', { file: basename(path), cause: (error as NodeJS.ErrnoException).code ?? String(error) }, { cause: error })
  }
  await syncFolder(dirname(path))
}

/** The new name itself must reach the disk too. Windows cannot open folders: there the rename is enough. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined)
  if (folder === undefined) return
  await folder.sync().catch(() => undefined)
  await folder.close()
}
