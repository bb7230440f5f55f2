import { HostError } from '../../core/workbook'
import { officeCode } from './errors'
import type { Run } from './run'

/** What came of going to cells. Nothing hidden is shown unless the person asked for it. */
export type Revealed =
  | { readonly outcome: 'shown' }
  /** The sheet is hidden: call again with `unhide` when the person agrees. */
  | { readonly outcome: 'sheet-hidden' }
  /** The cells are selected, and their rows or columns are hidden: call again with `unhide` when the person agrees. */
  | { readonly outcome: 'rows-hidden' }
  | { readonly outcome: 'sheet-missing' }
  /** Excel took the request and selected something else. */
  | { readonly outcome: 'not-selected' }

export interface RevealOptions {
  /** Show the sheet, rows and columns that are hidden. */
  readonly unhide?: boolean
}

/** Address strings over 8,192 characters are cut by Excel without a word. */
const LONGEST_ADDRESS = 8000

/**
 * Goes to cells: activates the sheet, selects them, looks whether Excel really did, and tries once more if not
 * (across sheets it sometimes does not, office-js #5118, #5769).
 * @param place cells of one sheet, `B5:B11,C4`; a longer list than Excel takes is selected as far as it goes
 */
export async function reveal(
  run: Run,
  { sheet, cells }: { sheet: string; cells: string },
  { unhide = false }: RevealOptions = {},
): Promise<Revealed> {
  return run(async context => {
    const worksheet = context.workbook.worksheets.getItemOrNullObject(sheet).load('id,visibility')
    await context.sync()
    if (worksheet.isNullObject) return { outcome: 'sheet-missing' }
    if (worksheet.visibility !== 'Visible') {
      if (!unhide) return { outcome: 'sheet-hidden' }
      worksheet.visibility = 'Visible'
    }
    const address = addressChunks(cells)[0] ?? 'A1'
    for (let turn = 0; turn < 2; turn++) {
      const hidden = await select(context, worksheet.id, address, unhide)
      if (await isSelected(context, worksheet.id, address)) return hidden && !unhide ? { outcome: 'rows-hidden' } : { outcome: 'shown' }
    }
    return { outcome: 'not-selected' }
  })
}

/** @returns whether all rows or columns of the first area are hidden */
async function select(context: Excel.RequestContext, sheetId: string, address: string, unhide: boolean): Promise<boolean> {
  const worksheet = context.workbook.worksheets.getItem(sheetId)
  worksheet.activate()
  const first = worksheet.getRange(address.split(',')[0]).load('rowHidden,columnHidden')
  await context.sync()
  const hidden = first.rowHidden || first.columnHidden
  if (hidden && unhide) {
    if (first.rowHidden) first.rowHidden = false
    if (first.columnHidden) first.columnHidden = false
  }
  const several = address.includes(',') ? worksheet.getRanges(address) : null
  // Several areas can be selected at once only where the client has it; elsewhere the first one is.
  if (several !== null && canSelect(several)) several.select()
  else first.select()
  try {
    await context.sync()
  } catch (error) {
    // Some languages of Excel want another separator between areas (office-js #1167): the first area alone always works.
    if (officeCode(error) !== 'InvalidArgument' || several === null) throw error
    worksheet.getRange(address.split(',')[0]).select()
    await context.sync()
  }
  return hidden
}

/** ExcelApi 1.18, nine versions above what the manifest asks for: the host is asked, and the client itself, which may be older. */
function canSelect(areas: Partial<Pick<Excel.RangeAreas, 'select'>>): boolean {
  return typeof areas.select === 'function' && Office.context.requirements.isSetSupported('ExcelApi', '1.18')
}

async function isSelected(context: Excel.RequestContext, sheetId: string, address: string): Promise<boolean> {
  const active = context.workbook.worksheets.getActiveWorksheet().load('id')
  const cell = context.workbook.getActiveCell().load('address')
  const wanted = context.workbook.worksheets.getItem(sheetId).getRange(address.split(',')[0]).getCell(0, 0).load('address')
  await context.sync()
  return active.id === sheetId && cell.address === wanted.address
}

/** A list of areas cut into lists that Excel takes. */
export function addressChunks(cells: string, longest = LONGEST_ADDRESS): string[] {
  const chunks: string[] = []
  for (const area of cells.split(',')) {
    if (area === '') continue
    if (area.length > longest) throw new HostError('host-failed', { cause: area.slice(0, 20) })
    const last = chunks[chunks.length - 1]
    if (last !== undefined && last.length + 1 + area.length <= longest) chunks[chunks.length - 1] = `${last},${area}`
    else chunks.push(area)
  }
  return chunks
}
