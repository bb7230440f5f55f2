import type { Change } from '../../core/change'
import type { Snapshot } from '../../core/snapshot'
import type { ApplyOptions, ApplyResult, ReadOptions, Workbook } from '../../core/workbook'
import { readWorkbook } from './read'
import type { Run } from './run'

/** The workbook that is open in Excel, through Office.js. */
export class OfficeWorkbook implements Workbook {
  constructor(private readonly run: Run) {}

  read(options: ReadOptions = {}): Promise<Snapshot> {
    return readWorkbook(this.run, options)
  }

  apply(_changes: readonly Change[], _options: ApplyOptions = {}): Promise<ApplyResult> {
    throw new Error('not yet')
  }
}
