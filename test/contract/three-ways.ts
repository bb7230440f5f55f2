import { check } from '../../src/check'
import type { Report } from '../../src/core/report'
import type { Snapshot } from '../../src/core/snapshot'
import { officeFile } from '../../src/hosts/office/file'
import { OfficeWorkbook } from '../../src/hosts/office/office-workbook'
import { runner } from '../../src/hosts/office/run'
import { nodeCodec } from '../../src/hosts/xlsx/node'
import { readBytes } from '../../src/hosts/xlsx/read'
import type { ReadOptions } from '../../src/core/workbook'
import { defaultPolicy } from '../../src/policies'
import { clientRun } from '../excel-host/client'
import { EmulatedExcel } from '../excel-host/excel'
import { bookFromSnapshot } from '../excel-host/from-snapshot'
import { emulatedFile } from '../excel-host/state'

function readWorkbookBytes(bytes: Uint8Array, name: string, options: ReadOptions = {}): Promise<Snapshot> {
  return readBytes(bytes, name, nodeCodec, options)
}

/** One real file, read as a file, in Excel as a file, and in Excel cell by cell. */
export interface ThreeWays {
  readonly file: Snapshot
  readonly byFile: Snapshot
  readonly byCells: Snapshot
}

export async function readThreeWays(bytes: Uint8Array, name: string, put: (excel: EmulatedExcel) => void): Promise<ThreeWays> {
  const file = await readWorkbookBytes(bytes, name)
  const book = bookFromSnapshot(await readWorkbookBytes(bytes, name, { looks: true }))
  const excel = new EmulatedExcel(book)
  excel.file = emulatedFile(() => bytes)
  put(excel)
  const run = runner(clientRun)
  const byFile = await new OfficeWorkbook(run, { file: officeFile(), readBytes: readWorkbookBytes }).read()
  const byCells = await new OfficeWorkbook(run).read()
  return { file, byFile, byCells }
}

/** The report as data, without the sentences on how the workbook was read. */
export function reportOf(snapshot: Snapshot): Report {
  return check(snapshot, { policy: defaultPolicy, file: 'x' })
}
