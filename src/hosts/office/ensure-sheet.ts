import { ExcelUtilities } from '@microsoft/office-js-helpers'

/**
 * A sheet of this name with an empty grid: made when it is missing, cleared when it is there. References from other sheets to it stay whole,
 * which they would not if it were deleted and made anew. Loaded only when a sheet of this program's own is dressed: the library behind it is 15 KB.
 */
export function ensureSheet(context: Excel.RequestContext, name: string): Promise<Excel.Worksheet> {
  return ExcelUtilities.forceCreateSheet(context.workbook, name, true)
}
