import type { Change } from './change'
import type { MessageParams } from './message'
import type { ReadNotice, Snapshot } from './snapshot'

/**
 * The port to a workbook: two methods, whatever the host (design decision 2).
 * Adapters never swallow an error: what cannot be done is thrown as a `HostError`, what was not done is in the answer.
 */
export interface Workbook {
  read(options?: ReadOptions): Promise<Snapshot>
  /** All or nothing: a `before` that no longer holds refuses the whole batch. */
  apply(changes: readonly Change[], options?: ApplyOptions): Promise<ApplyResult>
}

/** The part of AbortSignal that the pure code may know. An AbortSignal is one. */
export interface CancelSignal {
  readonly aborted: boolean
}

export interface ReadOptions {
  readonly signal?: CancelSignal
  readonly onProgress?: (progress: ReadProgress) => void
  /** Also read styles, widths and formats, for a host that draws the sheet. Costs memory. */
  readonly looks?: boolean
}

export interface ReadProgress {
  readonly sheet: string
  /** Sheets count from 1. */
  readonly sheetNumber: number
  readonly sheetCount: number
  /** 0..1 over the whole workbook. */
  readonly share: number
}

export interface ApplyOptions {
  readonly signal?: CancelSignal
  readonly onProgress?: (progress: { readonly share: number }) => void
}

export type ApplyResult =
  | {
      readonly outcome: 'applied'
      readonly changes: number
      /** Cells that were left alone and why (protected, inside a merge, …). */
      readonly skipped: readonly SkippedChange[]
      readonly notices: readonly ReadNotice[]
    }
  | { readonly outcome: 'refused'; readonly conflicts: readonly Conflict[] }

export interface SkippedChange {
  readonly change: Change
  /** Message key, `skip.…`. */
  readonly why: string
}

/** A `before` that no longer holds. */
export interface Conflict {
  readonly change: Change
  /** What is there now. */
  readonly found: import('./cell').CellContent
  /** Message key, `conflict.…`. */
  readonly why: string
}

/** Codes are stable: the CLI prints them and the catalogues explain each (`error.<code>`). */
export type HostErrorCode =
  | 'not-found' | 'not-readable' | 'not-a-workbook' | 'other-format' | 'html-as-xls' | 'xls-binary' | 'xlsb-binary' | 'encrypted' | 'damaged' | 'zip-bomb' | 'doctype' | 'too-large'
  | 'unsupported-compression' | 'cancelled' | 'cell-edit-mode' | 'sheet-missing' | 'sheet-exists' | 'protected' | 'wrong-workbook' | 'unsupported-sheet'
  | 'item-missing' | 'item-exists' | 'other-workbook' | 'chart-sheet-active'
  | 'empty-file' | 'input-device' | 'input-silent' | 'input-endless' | 'file-too-large' | 'too-much-work' | 'output-kind' | 'output-link' | 'timeout'
  | 'last-sheet' | 'payload-too-large' | 'host-too-old' | 'host-busy' | 'access-denied' | 'host-failed' | 'write-failed' | 'not-writable'

/** What went wrong in a host, as a code with the words that the sentence needs. Never a stack trace for the person. */
export class HostError extends Error {
  override readonly name = 'HostError'
  constructor(
    readonly code: HostErrorCode,
    readonly params: MessageParams = {},
    options?: { cause?: unknown },
  ) {
    super(code, options)
  }
}

export function throwIfCancelled(signal: CancelSignal | undefined): void {
  if (signal?.aborted === true) throw new HostError('cancelled')
}
