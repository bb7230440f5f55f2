import { Book } from './book'
import type { Metadata } from './metadata'
import { HostFault } from './node'
import type { ExcelEvent, ExcelState, WireCount } from './state'
import { execute } from './wire'
import type { Answer, Batch } from './request'

/** Numbers of the host's errors, measured on how the client translates them. */
export const HOST_ERROR = {
  cellEditMode: 5004,
  hostFailed: 5001,
  requestTooLarge: 5103,
  answerTooLarge: 5104,
  timedOut: 5012,
  busy: 5102,
  dialogOpen: 5016,
} as const

/** Flag of a request that may wait for the cell editor. Learnt from the client's onBeforeExcelRun. */
const MAY_WAIT = 64

const MB = 1024 * 1024

/** A request's outcome: an answer as JSON, or an error number of the host. */
export type Outcome = { readonly body: string } | { readonly error: number }

/**
 * An Excel that is none: it answers what Microsoft's office.js asks, over a workbook in memory.
 * It shows that our code drives the object model rightly. It does not show that Excel behaves as it does; each rule says where it was learnt.
 */
export class EmulatedExcel implements ExcelState {
  book: Book
  readonly apiLevel: number
  metadata: Metadata = {}
  isCellBeingEdited = false
  isInBackground = false
  isChartSheetFirst = false
  isChartSheetActive = false
  diesAfter: number | null = null
  beforeRequest: ExcelState['beforeRequest'] = null
  payloadLimit = 5 * MB
  cellLimit = 5_000_000
  readonly refuses = new Set<string>()
  file: ExcelState['file'] = null
  losesEvents = false
  canUndo = true
  readonly references: ExcelState['references'] = new Map()
  readonly listening = new Set<string>()
  readonly outbox: ExcelEvent[] = []
  readonly wire: WireCount = { requests: 0, longestRequest: 0, longestAnswer: 0, writes: [], moves: [], messages: [], keepMessages: false }
  /** Sends an event to the client; set by whoever connects one. */
  send: ((event: ExcelEvent) => void) | null = null
  private isSessionLost = false
  private readonly waiting: (() => void)[] = []

  constructor(book: Book = new Book(), { apiLevel = 20 }: { apiLevel?: number } = {}) {
    this.book = book
    this.apiLevel = apiLevel
  }

  /** One request of the object model, as text in and text out. */
  async request(body: string, flags: number): Promise<Outcome> {
    this.wire.requests++
    const size = Buffer.byteLength(body)
    this.wire.longestRequest = Math.max(this.wire.longestRequest, size)
    if (this.wire.keepMessages) this.wire.messages.push(body)
    if (size > this.payloadLimit) return { error: HOST_ERROR.requestTooLarge }
    if (this.isSessionLost) {
      this.isSessionLost = false
      return { error: HOST_ERROR.timedOut }
    }
    if (this.isCellBeingEdited) {
      if ((flags & MAY_WAIT) === 0) return { error: HOST_ERROR.cellEditMode }
      await new Promise<void>(resolve => { this.waiting.push(resolve) })
    }
    this.beforeRequest?.(this.wire.requests, this.book)
    let answer: Answer
    try {
      answer = execute(JSON.parse(body) as Batch, this)
    } catch (error) {
      if (error instanceof HostFault) return { error: error.number }
      throw error
    }
    this.book.calculate()
    const text = JSON.stringify(answer)
    const length = Buffer.byteLength(text)
    if (length > this.payloadLimit) return { error: HOST_ERROR.answerTooLarge }
    this.wire.longestAnswer = Math.max(this.wire.longestAnswer, length)
    if (this.wire.keepMessages) this.wire.messages.push(text)
    for (const event of this.outbox.splice(0)) this.tell(event)
    return { body: text }
  }

  /** The connection is gone for a moment, and with it whoever listened: the next request says so. */
  loseSession(): void {
    this.isSessionLost = true
    this.listening.clear()
  }

  /** Somebody adds or deletes a sheet. */
  sheetBySomeone(name: string): void {
    const there = this.book.find(name)
    if (there === undefined) this.tell({ type: 13, target: 'Workbook', args: { worksheetId: this.book.add(name).id, source: 'Local', type: 'WorksheetAdded' } })
    else {
      this.book.sheets.splice(this.book.sheets.indexOf(there), 1)
      this.tell({ type: 15, target: 'Workbook', args: { worksheetId: there.id, source: 'Local', type: 'WorksheetDeleted' } })
    }
  }

  /** The person leaves the cell: what was waiting goes on. */
  leaveCell(): void {
    this.isCellBeingEdited = false
    for (const go of this.waiting.splice(0)) go()
  }

  /** Somebody types into a cell, here or in another window: no request of the add-in. */
  typedBySomeone(sheet: string, address: { row: number; column: number }, entry: string | number | boolean, remote = false): void {
    const target = this.book.sheet(sheet)
    target.type(address.row, address.column, entry)
    this.book.isDirty = true
    this.book.calculate()
    const args = { worksheetId: target.id, address: `R${address.row + 1}C${address.column + 1}`, changeType: 'RangeEdited', source: remote ? 'Remote' : 'Local', type: 'WorksheetChanged', ...(this.apiLevel >= 14 ? { triggerSource: 'Unknown' } : {}) }
    this.tell({ type: 10, target: 'Workbook', args })
    this.tell({ type: 10, target: target.id, args })
  }

  /** Starts counting again. */
  forgetWire(): void {
    Object.assign(this.wire, { requests: 0, longestRequest: 0, longestAnswer: 0 })
    this.wire.writes.length = 0
    this.wire.moves.length = 0
    this.wire.messages.length = 0
  }

  private tell(event: ExcelEvent): void {
    if (!this.losesEvents && this.listening.has(`${event.type}:${event.target}`)) this.send?.(event)
  }
}
