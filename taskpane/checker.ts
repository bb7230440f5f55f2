import { HostError } from '../src/core/workbook'
import type { HostErrorCode, ReadProgress } from '../src/core/workbook'
import type { Language, MessageParams } from '../src/core/message'
import type { Policy } from '../src/core/plan'
import type { MappingFile } from '../src/policies/mapping-schema'
import type { ReadNotice, Snapshot } from '../src/core/snapshot'
import type { FileSample } from '../src/hosts/office/file-sample'
import type { Change } from '../src/core/change'
import type { Scenario, TypedCell } from '../src/fill'
import type { CellEdit } from './cell-edit'
import type { ProposalKind } from '../src/core/proposal'
import type { DocumentSource } from '../src/core/document-source'
import type { BookKind } from './document-book'
import type { TemplateKind } from './template-book'
import type { FixChoice } from '../src/fix'
import type { FillView, ProposalView } from './proposal-view'
import type { LastWrite, Refusal, Written } from './written'
import type { CellInFull, Choices, Effect, Opened, RowBlock, ShownReport, UnitRows } from './shown'
import { CheckerError } from './checker-error'

/** The workbook after a write or an undo: what was done, or why nothing was. */
export interface AfterWrite {
  readonly opened: Opened
  readonly done: Written | null
  readonly refused: Refusal | null
  readonly undo: LastWrite | null
  readonly unsaved: boolean
}

export interface FillRequest {
  /** `null`: as the workbook says. */
  readonly scenario: Scenario | null
  /** Cells that the person typed on the fill screen. */
  readonly typed: readonly TypedCell[]
}

/** What the worker can do. One call, one answer; a failure comes back as its code. */
export interface Verbs {
  /** Answers when all that the worker needs has come. Never keeps anything waiting, and is no work to cancel. */
  readonly ready: () => null
  /** Reads the bytes of a file into the worker. */
  readonly openFile: (name: string, bytes: ArrayBuffer) => Opened
  /** Reads the file that Excel gave of its open workbook, with cells of it to be held against the open workbook. */
  readonly openBytes: (bytes: ArrayBuffer) => { readonly opened: Opened; readonly sample: FileSample }
  /** The file agrees with the open workbook: its name, and what Excel says of its values. */
  readonly settleBytes: (name: string, notices: readonly ReadNotice[]) => Opened
  /** Takes over a workbook that was read elsewhere (inside Excel). */
  readonly openSnapshot: (snapshot: Snapshot) => Opened
  readonly check: (choices: Choices) => { readonly report: ShownReport; readonly policies: readonly Policy[] }
  readonly unitRows: (community: number) => UnitRows
  /** What each decision changed, from the decisions without it; `null` where the workbook is too large to be checked once more for each. */
  readonly effects: (without: readonly Choices[]) => readonly (Effect | null)[]
  readonly rows: (sheet: number, from: number, to: number) => RowBlock
  readonly cell: (sheet: number, row: number, column: number) => CellInFull
  /** Plans the budget sheets over the last report. Writes nothing. */
  readonly fill: (request: FillRequest) => FillView
  /** The fixes of some findings of the last report, or of all that can lose nothing. Writes nothing. */
  readonly fix: (choice: FixChoice) => ProposalView
  /** The findings of the last report as a sheet of the workbook. Writes nothing. */
  readonly results: (language: Language) => ProposalView
  /** The changes of the latest proposal of a kind without some, to be written on this side (inside Excel). */
  readonly changes: (kind: ProposalKind, leftOut: readonly number[]) => readonly Change[]
  /** Writes the latest proposal of a kind, without some of it, into the file. */
  readonly apply: (kind: ProposalKind, leftOut: readonly number[]) => AfterWrite
  /** Types one cell of the file, and what hangs on it follows. */
  readonly edit: (edit: CellEdit) => AfterWrite
  /** Takes the last write back; the file is again what it was before. */
  readonly undo: () => AfterWrite
  /** A copy of the file as it is now; from then on nothing in it is unsaved. */
  /** What a document says beside the report. */
  readonly documentSource: () => DocumentSource
  /** The report, or the findings alone, as a workbook. @param day of today, `yyyy-mm-dd` */
  readonly documentBook: (kind: BookKind, language: Language, day: string) => Uint8Array<ArrayBuffer>
  /** A blank workbook to be filled in, by the standard in use. */
  readonly templateBook: (kind: TemplateKind) => Uint8Array<ArrayBuffer>
  readonly saveFile: () => { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }
  /** Reads a standard of the person's own; its errors name the file and speak the language. */
  readonly readPolicy: (name: string, text: string, language: Language) => Policy
  /** Reads a settings (mapping) file; its errors name the file and speak the language. */
  readonly readSettings: (name: string, text: string, language: Language) => MappingFile
}

export type Verb = keyof Verbs

export type Call = { readonly [V in Verb]: { readonly id: number; readonly verb: V; readonly args: Parameters<Verbs[V]> } }[Verb]

export type Answer =
  /** The first word: the worker's code has come and runs. */
  | { readonly awake: true }
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: { readonly code: string; readonly params: MessageParams } }
  | { readonly id: number; readonly progress: ReadProgress }

/** The word by which a plan is given up: it goes before the calls that wait. */
export const STOP = 'stop'

/** What the checker needs of a Worker: also a plain object in tests. */
export interface WorkerLike {
  postMessage(message: unknown, transfer?: Transferable[]): void
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
  addEventListener(type: 'error', listener: (event: unknown) => void): void
  terminate(): void
}

interface Waiting {
  readonly worker: WorkerLike
  readonly verb: Verb
  readonly resolve: (value: unknown) => void
  readonly reject: (reason: Error) => void
  readonly onProgress: ((progress: ReadProgress) => void) | undefined
}

/** So long a call waits for a worker that has not said a word: its script did not come, or does not run. In milliseconds. */
const PATIENCE = 20_000

/**
 * The core in its own thread, so that the page never stands still. The worker starts with the first call;
 * cancelling ends it at once, whatever it is doing, and the next call starts a fresh one.
 */
export class Checker {
  private worker: WorkerLike | null = null
  /** The worker of the workbook that is open, while another workbook is tried in a fresh one. */
  private open: WorkerLike | null = null
  private readonly waiting = new Map<number, Waiting>()
  private lastId = 0
  /** Workers that have not said a word yet, each with the clock that runs once a call waits for it. */
  private readonly asleep = new Map<WorkerLike, ReturnType<typeof setTimeout> | null>()
  private readonly listeners = new Set<() => void>()

  constructor(private readonly start: () => WorkerLike) {}

  /** Told when a worker that held a workbook is gone: what was open must be opened again. @returns ends the listening */
  whenLost(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => { this.listeners.delete(listener) }
  }

  call<V extends Verb>(
    verb: V,
    args: Parameters<Verbs[V]>,
    options: { transfer?: Transferable[]; onProgress?: (progress: ReadProgress) => void } = {},
  ): Promise<ReturnType<Verbs[V]>> {
    const id = ++this.lastId
    return new Promise((resolve, reject) => {
      let worker: WorkerLike
      try {
        worker = this.running()
      } catch {
        reject(new CheckerError('worker-failed'))
        return
      }
      if (this.asleep.get(worker) === null) this.asleep.set(worker, setTimeout(() => { this.lose(worker) }, PATIENCE))
      this.waiting.set(id, { worker, verb, resolve: resolve as (value: unknown) => void, reject, onProgress: options.onProgress })
      worker.postMessage({ id, verb, args }, options.transfer ?? [])
    })
  }

  /** Starts the worker before it is needed, so that its code is here when the network is not. */
  warm(): void {
    try {
      this.running()
    } catch {
      // The first call says so.
    }
  }

  /** Asks the worker to give up the plan that it works out; nothing else that it holds is lost. */
  stop(): void {
    this.worker?.postMessage(STOP)
  }

  /** Ends whatever runs; a worker at rest is kept. Calls under way are rejected as cancelled. */
  cancel(): void {
    if ([...this.waiting.values()].every(({ verb }) => verb === 'ready')) return
    this.end(this.worker)
    this.worker = null
  }

  /** Tries another workbook in a fresh worker: what is open stays as it is until `keep`. */
  attempt(): void {
    if (this.open === null) this.open = this.worker
    else this.end(this.worker)
    this.worker = null
  }

  /** The workbook that was tried is the open one now. */
  keep(): void {
    this.end(this.open)
    this.open = null
  }

  /** The workbook that was tried is given up; the one of before is open still. @returns whether there is one */
  goBack(): boolean {
    if (this.open === null) return false
    this.end(this.worker)
    this.worker = this.open
    this.open = null
    return true
  }

  /** The workbook is closed, and nothing is asked any more: its workers end. */
  close(): void {
    this.end(this.worker)
    this.end(this.open)
    this.worker = this.open = null
  }

  private end(worker: WorkerLike | null, reason: Error = new HostError('cancelled')): void {
    if (worker === null) return
    worker.terminate()
    this.wake(worker)
    for (const [id, call] of this.waiting)
      if (call.worker === worker) {
        this.waiting.delete(id)
        call.reject(reason)
      }
  }

  private running(): WorkerLike {
    if (this.worker !== null) return this.worker
    const worker = this.start()
    this.worker = worker
    this.asleep.set(worker, null)
    worker.addEventListener('message', event => {
      this.wake(worker)
      if (this.worker === worker || this.open === worker) this.answer(event.data as Answer)
    })
    worker.addEventListener('error', () => { this.lose(worker) })
    return worker
  }

  private wake(worker: WorkerLike): void {
    const clock = this.asleep.get(worker)
    if (clock !== undefined && clock !== null) clearTimeout(clock)
    this.asleep.delete(worker)
  }

  /** A worker is gone, or never came: calls that wait for it are told, and whoever shows what it held. */
  private lose(worker: WorkerLike): void {
    const held = this.open ?? this.worker
    if (worker !== this.worker && worker !== this.open) return
    const failure = new CheckerError(this.asleep.has(worker) ? 'worker-failed' : 'worker-lost')
    if (worker === this.worker) this.worker = null
    else this.open = null
    this.end(worker, failure)
    if (worker === held) for (const listener of this.listeners) listener()
  }

  private answer(answer: Answer): void {
    if ('awake' in answer) return
    const call = this.waiting.get(answer.id)
    if (call === undefined) return
    if ('progress' in answer) {
      call.onProgress?.(answer.progress)
      return
    }
    this.waiting.delete(answer.id)
    if ('error' in answer) call.reject(errorOf(answer.error))
    else call.resolve(answer.value)
  }

}

function errorOf({ code, params }: { code: string; params: MessageParams }): Error {
  return code === 'cancelled' ? new HostError(code satisfies HostErrorCode, params) : new CheckerError(code, params)
}
