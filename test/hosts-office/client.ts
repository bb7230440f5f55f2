import { OfficeWorkbook } from '../../src/hosts/office/office-workbook'
import type { OfficeWorkbookOptions } from '../../src/hosts/office/office-workbook'
import { runner } from '../../src/hosts/office/run'
import type { Run } from '../../src/hosts/office/run'
import { bookOf } from '../excel-host/book'
import type { Book } from '../excel-host/book'
import { clientRun, connectClient } from '../excel-host/client'
import { EmulatedExcel } from '../excel-host/excel'
import type { EmulatedFile } from '../excel-host/state'

/** A workbook open in the emulated Excel, with our adapter on Microsoft's client in front of it. */
export interface Opened {
  readonly excel: EmulatedExcel
  readonly book: Book
  readonly run: Run
  readonly workbook: OfficeWorkbook
  /** What the pane was told about waiting, in order. */
  readonly waits: boolean[]
}

let put: ((excel: EmulatedExcel) => void) | null = null

/** Call in `beforeAll` of a test file: office.js is loaded once. */
export async function loadOffice(apiLevel = 20, file: EmulatedFile | null = null): Promise<void> {
  const excel = new EmulatedExcel(undefined, { apiLevel })
  // The client learns at the start what the host has.
  excel.file = file
  put = await connectClient(excel)
}

export function openBook(book: Book, options: OfficeWorkbookOptions & { apiLevel?: number } = {}): Opened {
  const excel = new EmulatedExcel(book, { apiLevel: options.apiLevel ?? 20 })
  if (put === null) throw new Error('loadOffice first')
  put(excel)
  const waits: boolean[] = []
  const run = runner(clientRun, { onWaiting: waiting => waits.push(waiting) })
  return { excel, book, run, workbook: new OfficeWorkbook(run, options), waits }
}

export function open(sheets: Parameters<typeof bookOf>[0], options: OfficeWorkbookOptions & { apiLevel?: number } = {}): Opened {
  return openBook(bookOf(sheets), options)
}

/** Lets requests that nobody waits for (the client's own cleaning up) arrive. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise(resolve => { setTimeout(resolve, 0) })
}
