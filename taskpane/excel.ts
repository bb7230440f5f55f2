import type { CellsReference } from '../src/core/report'
import type { Workbook } from '../src/core/workbook'
import { OfficeWorkbook } from '../src/hosts/office/office-workbook'
import { excelRunner } from '../src/hosts/office/run'
import type { Problem } from './state'

const PATIENCE_MS = 15_000

/** Waits for office.js and Excel. `null`: all is well; else why the pane cannot work here. */
export async function officeReady(): Promise<Problem | null> {
  const script = document.getElementById('office-js')
  if (typeof Office === 'undefined' && script !== null) {
    await new Promise<void>(resolve => {
      script.addEventListener('load', () => resolve())
      script.addEventListener('error', () => resolve())
      setTimeout(resolve, PATIENCE_MS)
    })
  }
  if (typeof Office === 'undefined') return { code: 'office-missing', params: {} }
  const { host } = await Office.onReady()
  return host === Office.HostType.Excel ? null : { code: 'outside-excel', params: {} }
}

/** The workbook that is open in Excel. */
export function officeWorkbook(onWaiting: (waiting: boolean) => void): Workbook {
  return new OfficeWorkbook(excelRunner({ onWaiting }))
}

/** Selects cells in Excel. A hidden or missing sheet is not opened behind the person's back: the answer is `false`. */
export async function reveal({ sheet, cells }: CellsReference): Promise<boolean> {
  return Excel.run(async context => {
    const found = context.workbook.worksheets.getItemOrNullObject(sheet)
    found.load({ visibility: true })
    await context.sync()
    if (found.isNullObject || found.visibility !== Excel.SheetVisibility.visible) return false
    found.activate()
    await context.sync()
    // Many areas need their own call; a long list is more than Excel takes in one address.
    const areas = cells.split(',').slice(0, 30)
    if (areas.length > 1) found.getRanges(areas.join(',')).select()
    else found.getRange(cells).select()
    await context.sync()
    return true
  })
}
