import { ExcelUtilities } from '@microsoft/office-js-helpers'

/**
 * A sheet of this program's own with an empty grid. References from other sheets to it stay whole, which they would not if it were deleted and
 * made anew. Loaded only when such a sheet is dressed anew: the library behind it is 15 KB.
 */
export function clearedSheet(context: Excel.RequestContext, name: string): Promise<Excel.Worksheet> {
  return ExcelUtilities.forceCreateSheet(context.workbook, name, true)
}
