import type { Book } from './book'
import type { Metadata } from './metadata'
import type { Node } from './node'

/** How the emulated Excel is set up and how it misbehaves. Everything can be changed while it runs. */
export interface ExcelState {
  book: Book
  /** Highest ExcelApi after the point: 14 for Office LTSC 2021. */
  readonly apiLevel: number
  metadata: Metadata
  /** A person is typing in a cell: requests fail, or wait when they were sent with `delayForCellEdit`. */
  isCellBeingEdited: boolean
  /** Another workbook's window is in front. */
  isInBackground: boolean
  /** A chart sheet stands before all others. */
  isChartSheetFirst: boolean
  /** A chart sheet is the active sheet. */
  isChartSheetActive: boolean
  /** Answer with an error of the host after so many further actions; `null`: never. */
  diesAfter: number | null
  /** What a colleague does between two requests. Called before each with its number, from 1. */
  beforeRequest: ((request: number, book: Book) => void) | null
  /** Bytes of a request or an answer. [doc] resource limits: 5 MB on the web. */
  payloadLimit: number
  /** `values` of more cells than this answer `null`. [doc] excel/performance.md: 5,000,000. */
  cellLimit: number
  /** Methods and settings that answer GeneralException, e.g. `Functions.Date`, `PageLayout.Orientation`, and `nested loads`: hosts differ. */
  readonly refuses: Set<string>
  /** The workbook's file for `getFileAsync`; `null`: this host has no such request. */
  file: EmulatedFile | null
  /** Events are not sent, as real hosts forget them (office-js #420, #1760). */
  losesEvents: boolean
  /** Numbers of requests, actions by kind, bytes. */
  readonly wire: WireCount
  /** The person's undo list, as far as API calls empty it. */
  canUndo: boolean
  readonly references: Map<string, Node>
  readonly listening: Set<string>
  /** Collected during a request and sent after it. */
  readonly outbox: ExcelEvent[]
}

/** The file behind `document.getFileAsync`, and how it misbehaves. */
export interface EmulatedFile {
  /** What is given, asked for anew each time: with the edits that were not saved, or without. */
  readonly bytes: () => Uint8Array
  /** Error numbers of the host for opening and for a slice. 11001: WOPI hosts (office-js #5297). */
  openError?: number
  sliceError?: number
  /** Size 0 with success (office-js #5473). */
  isEmpty?: boolean
  /** Never answers. */
  isSilent?: boolean
  /** Told before each slice. */
  beforeSlice?: (index: number) => void
  /** How often the file was asked for, which are open, how many slices were given. */
  asked: number
  readonly open: Set<number>
  slices: number
}

export function emulatedFile(bytes: () => Uint8Array): EmulatedFile {
  return { bytes, asked: 0, open: new Set(), slices: 0 }
}

export interface WireCount {
  requests: number
  /** The longest request and answer, in bytes of UTF-8. */
  longestRequest: number
  longestAnswer: number
  /** What was written: `Range.Values`, `WorksheetCollection.Add`, … in order. */
  readonly writes: string[]
  /** What moved the selection or the active sheet. */
  readonly moves: string[]
  /** Every message in both directions, when `keepMessages`. */
  readonly messages: string[]
  keepMessages: boolean
}

/** An event of the workbook on its way to the client. */
export interface ExcelEvent {
  /** Number of the event, learnt from the client: 10 = cells changed. */
  readonly type: number
  /** Worksheet id, or `Workbook`. */
  readonly target: string
  readonly args: Readonly<Record<string, string | null>>
}
