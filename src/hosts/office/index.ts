export { OfficeWorkbook } from './office-workbook'
export type { OfficeApplyOptions, OfficeWorkbookOptions } from './office-workbook'
export { excelRunner, runner } from './run'
export type { ExcelRun, Run } from './run'
