import type { Language } from '../../core/message'
import type { Place } from '../../core/place'
import { HostError } from '../../core/workbook'
import { activeCell } from './active-cell'
import { loadChoices, saveChoices } from './choices'
import { renewWatches, renewing, stopWatching, watchEdits } from './edits'
import { officeFile } from './file'
import type { FileSource } from './file'
import { hasMarks, mark, unmark } from './marks'
import type { Mark, Marked } from './marks'
import type { Journal } from './journal'
import { NO_SAFE } from './journal'
import { OfficeWorkbook } from './office-workbook'
import { reveal } from './reveal'
import type { RevealOptions, Revealed } from './reveal'
import type { RollBack } from './roll-back'
import { excelRunner } from './run'
import type { Run } from './run'
import { encryptedSafe } from './safe'
import type { Storage } from './safe'

/** Everything that the pane can do in Excel. Each function throws `HostError`; nothing is swallowed. */
export interface InExcel {
  readonly workbook: OfficeWorkbook
  /** Goes to cells. Says so when they are hidden, and shows them only when told to. */
  readonly reveal: (place: { readonly sheet: string; readonly cells: string }, options?: RevealOptions) => Promise<Revealed>
  /** The cell that the person stands on, for "explain this cell". */
  readonly activeCell: () => Promise<Place>
  /** What the person chose for this workbook, kept inside it. `save` writes to the workbook: only after the person chose something. */
  readonly settings: { load(): Promise<unknown>; save(choices: unknown): Promise<void> }
  /** Dark or light as Office says; `undefined` on the web, where it says nothing. Asked anew each time: Office can change it. */
  readonly theme: () => { readonly dark: boolean; readonly background: string } | undefined
  readonly language: Language
  readonly marks: { set(marks: readonly Mark[]): Promise<Marked>; clear(): Promise<readonly string[]>; any(): Promise<boolean> }
  /** Told, some time after an edit by anyone, that results are out of date. @returns stops it */
  readonly onStale: (listener: () => void) => Promise<() => Promise<void>>
  readonly journal: Journal
  /** Puts back writes that were cut in half when Excel or the pane went away. Call once, and say what it did. */
  readonly recover: () => Promise<readonly RollBack[]>
  /** Whether Excel's own undo list takes our writes too (ExcelApi 1.20); the pane says which kind of undo there is. */
  readonly excelUndo: boolean
}

export interface StartOptions {
  readonly onWaiting?: (waiting: boolean) => void
  /** Tests put another client or storage here. */
  readonly run?: Run
  readonly storage?: Storage
  readonly file?: FileSource
}

/** The least that the pane needs; the manifest says the same. */
export const LEAST_API = '1.9'

/**
 * Starts the Excel side. Office must be ready (`Office.onReady` has answered, and the host is Excel).
 * @throws HostError `host-too-old` below ExcelApi 1.9
 */
export function startInExcel({
  onWaiting,
  run: plain = excelRunner(onWaiting === undefined ? {} : { onWaiting }),
  storage = storageOrNone(),
  file = officeFile(),
}: StartOptions = {}): InExcel {
  const { requirements } = Office.context, run = renewing(plain)
  if (!requirements.isSetSupported('ExcelApi', LEAST_API)) throw new HostError('host-too-old', { need: `ExcelApi ${LEAST_API}` })
  const excelUndo = requirements.isSetSupported('ExcelApi', '1.20')
  const own = ownWrites()
  const partition = Office.context.partitionKey
  const safe = storage === undefined ? NO_SAFE : encryptedSafe({ run, storage, partition, document: documentOf })
  const workbook = new OfficeWorkbook(run, { safe, mergesUndo: excelUndo, onWriting: own.tell, file })
  // On the web a network that comes back has forgotten who listened.
  addEventListener('online', () => {
    void renewWatches().catch(() => undefined)
  })
  addEventListener('pagehide', () => {
    void stopWatching()
  })
  return {
    workbook,
    reveal: (place, options) => reveal(run, place, options),
    activeCell: () => activeCell(run),
    settings: { load: () => loadChoices(run), save: choices => own.during(() => saveChoices(run, choices)) },
    theme: officeTheme,
    language: /^zh\b/i.test(Office.context.displayLanguage) ? 'zh-CN' : 'en',
    marks: { set: marks => own.during(() => mark(run, marks)), clear: () => own.during(() => unmark(run)), any: () => hasMarks(run) },
    onStale: listener => watchEdits(run, listener, { isWriting: own.isWriting }),
    journal: workbook.journal,
    recover: () => workbook.recover(),
    excelUndo,
  }
}

/** Events of our own writes come a little after them. */
const ECHO_MS = 1500

function ownWrites(): { isWriting: () => boolean; tell: (writing: boolean) => void; during: <T>(work: () => Promise<T>) => Promise<T> } {
  let running = 0, last = Number.NEGATIVE_INFINITY
  const tell = (writing: boolean) => {
    running += writing ? 1 : -1
    last = performance.now()
  }
  return {
    isWriting: () => running > 0 || performance.now() - last < ECHO_MS,
    tell,
    async during(work) {
      tell(true)
      try {
        return await work()
      } finally {
        tell(false)
      }
    },
  }
}

function officeTheme(): { dark: boolean; background: string } | undefined {
  // Typed as always there; on the web it is not (office-js #6134, #3410).
  const theme = Office.context.officeTheme as Office.OfficeTheme | null | undefined
  const background = theme?.bodyBackgroundColor
  if (theme === null || theme === undefined || background === undefined) return undefined
  return { dark: theme.isDarkTheme ?? isDark(background), background }
}

function isDark(color: string): boolean {
  const [red = 255, green = 255, blue = 255] = (/^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color) ?? []).slice(1).map(part => Number.parseInt(part, 16))
  return red * 0.299 + green * 0.587 + blue * 0.114 < 128
}

/** Which of several copies of one workbook this is; without what comes and goes with a session. */
function documentOf(): string {
  const { url } = Office.context.document as { readonly url?: string | null }
  return (url ?? '').replace(/[?#].*$/s, '').toLowerCase()
}

/** Storage may be forbidden in a frame; the journal then lives as long as the pane. */
function storageOrNone(): Storage | undefined {
  try {
    return globalThis.localStorage
  } catch (error) {
    if (error instanceof DOMException) return undefined
    throw error
  }
}
