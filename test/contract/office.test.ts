/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html"}
 */
import { OfficeWorkbook } from '../../src/hosts/office/office-workbook'
import { runner } from '../../src/hosts/office/run'
import { clientRun, connectClient } from '../excel-host/client'
import { EmulatedExcel } from '../excel-host/excel'
import { bookFromSpec } from '../excel-host/from-spec'
import { describeHostContract } from './contract'

// Microsoft's own office.js, over the emulated Excel, by the message protocol of Excel on the web.
let put: (excel: EmulatedExcel) => void

beforeAll(async () => {
  put = await connectClient(new EmulatedExcel())
})

// Office.js cannot tell merged areas without emptying the person's undo list, has no array formulas as such, and leaves chart sheets out.
describeHostContract('office', spec => {
  put(new EmulatedExcel(bookFromSpec(spec)))
  return Promise.resolve(new OfficeWorkbook(runner(clientRun)))
}, { merges: false, arrays: false, chartsheets: false })
