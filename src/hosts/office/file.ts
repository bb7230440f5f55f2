import { HostError, throwIfCancelled } from '../../core/workbook'
import type { CancelSignal } from '../../core/workbook'

/** The part of `Office.context.document` that gives the whole file. Old hosts have none of it. */
export type FileDocument = Partial<Pick<Office.Document, 'getFileAsync'>>

export interface FileOptions {
  readonly signal?: CancelSignal | undefined
  /** Share of the bytes that came, 0..1. */
  readonly onProgress?: (share: number) => void
}

/** Where the bytes of the open workbook come from; tests put another in its place. */
export type FileSource = (options: FileOptions) => Promise<Uint8Array | null>

/** Larger files are read cell by cell: they would stand in memory twice. */
const MOST_BYTES = 256 * 1024 * 1024
/** A host that has not answered by then is taken to have no file: the cells are there all the same. */
const PATIENCE_MS = 20_000
/** Excel gives 4 MB at once at most; with less a cancel comes sooner and progress is seen. */
const SLICE = 1024 * 1024

export interface FileLimits {
  readonly patienceMs?: number
  readonly sliceSize?: number
}

/**
 * The bytes of the open workbook, asked for once and always given back to Excel. `null` where this host gives none: no such request, an error
 * (11001 on WOPI hosts, protected information, a macro workbook on the web), nothing in it, more than fits, no answer.
 * @throws HostError `cancelled`
 */
export function officeFile(
  document: () => FileDocument | undefined = () => Office.context.document,
  { patienceMs = PATIENCE_MS, sliceSize = SLICE }: FileLimits = {},
): FileSource {
  return async ({ signal, onProgress }) => {
    throwIfCancelled(signal)
    if (!givesFiles()) return null
    const file = await openFile(document(), sliceSize, patienceMs, signal)
    if (file === null) return null
    try {
      return await gather(file, { signal, ...(onProgress === undefined ? {} : { onProgress }) }, patienceMs)
    } finally {
      // Two open files are the most that Excel keeps: it is closed whatever happened, and nothing waits for it.
      close(file)
    }
  }
}

function givesFiles(): boolean {
  // Old hosts have no such type (office-js #2117), whatever the types say.
  const { FileType } = Office as unknown as { readonly FileType?: { readonly Compressed?: string } }
  return FileType?.Compressed !== undefined && Office.context.requirements.isSetSupported('CompressedFile', '1.1')
}

function openFile(
  document: FileDocument | undefined,
  sliceSize: number,
  patienceMs: number,
  signal: CancelSignal | undefined,
): Promise<Office.File | null> {
  if (document?.getFileAsync === undefined) return Promise.resolve(null)
  let late = false
  const file = called<Office.File>(answer => {
    document.getFileAsync?.(Office.FileType.Compressed, { sliceSize }, result => {
      // One that comes after nobody waits for it any more is closed all the same.
      if (late && succeeded(result)) close(result.value)
      answer(result)
    })
  }, patienceMs, signal)
  return file.catch((error: unknown) => {
    late = true
    throw error
  }).then(found => {
    if (found === null) late = true
    return found
  })
}

async function gather(file: Office.File, { signal, onProgress }: FileOptions, patienceMs: number): Promise<Uint8Array | null> {
  const { size, sliceCount } = file
  // Success with nothing in it has been seen (office-js #5473).
  if (!(size > 0) || size > MOST_BYTES || sliceCount < 1) return null
  const bytes = new Uint8Array(size)
  let at = 0
  for (let index = 0; index < sliceCount; index++) {
    throwIfCancelled(signal)
    const slice = await called<Office.Slice>(answer => { file.getSliceAsync(index, answer) }, patienceMs, signal)
    const data = slice === null ? null : bytesOf(slice.data)
    if (data === null || at + data.length > size) return null
    bytes.set(data, at)
    at += data.length
    onProgress?.(at / size)
  }
  throwIfCancelled(signal)
  return at === size ? bytes : null
}

/** Bytes come as a list of numbers, or as what holds them. */
function bytesOf(data: unknown): Uint8Array | null {
  if (data instanceof Uint8Array) return data
  if (data instanceof ArrayBuffer) return new Uint8Array(data)
  return Array.isArray(data) ? Uint8Array.from(data as number[]) : null
}

function close(file: Office.File): void {
  try {
    file.closeAsync(() => undefined)
  } catch {
    // A host that throws here has closed it itself; there is nothing to mend and nobody to tell.
  }
}

function succeeded<T>(result: Office.AsyncResult<T>): boolean {
  // The client compares with this word; the enumeration may be missing on old hosts.
  return String(result.status) === 'succeeded'
}

/** One call with a callback; `null` when it failed, threw or was not answered in time. Looks for a cancel meanwhile. */
function called<T>(
  start: (answer: (result: Office.AsyncResult<T>) => void) => void,
  patienceMs: number,
  signal: CancelSignal | undefined,
): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const began = performance.now()
    const timer = setInterval(() => {
      if (signal?.aborted === true) end(() => reject(new HostError('cancelled')))
      else if (performance.now() - began > patienceMs) end(() => resolve(null))
    }, 100)
    const end = (settle: () => void) => {
      clearInterval(timer)
      settle()
    }
    try {
      start(result => end(() => resolve(succeeded(result) ? result.value : null)))
    } catch {
      // A host without the request throws at once.
      end(() => resolve(null))
    }
  })
}
