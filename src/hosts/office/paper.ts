import type { SheetLayout } from '../../core/change'
import { boxName } from '../../core/place'
import type { ReadNotice } from '../../core/snapshot'
import { isRefusal, officeCode } from './errors'

/** A sheet whose pages are to be set up. */
export interface Paper {
  readonly sheetId: string
  readonly sheet: string
  readonly layout: SheetLayout
}

/**
 * Sets up pages, after everything else is written: Excel refuses it where a computer has no printer, and that must not cost the sheet. All in one
 * request; where that is refused, part by part, and what is still refused is said once a sheet.
 */
export async function setUpPages(context: Excel.RequestContext, papers: readonly Paper[]): Promise<ReadNotice[]> {
  if (papers.length === 0) return []
  const pageOf = ({ sheetId }: Paper): Excel.PageLayout => context.workbook.worksheets.getItem(sheetId).pageLayout
  if (await taken(context, () => { for (const paper of papers) for (const part of PARTS) part(pageOf(paper), paper.layout) })) return []
  const notices: ReadNotice[] = []
  for (const paper of papers) {
    let refused = 0
    for (const part of PARTS) if (!(await taken(context, () => { part(pageOf(paper), paper.layout) }))) refused++
    if (refused > 0) notices.push({ key: 'notice.office-page-setup', params: { sheet: paper.sheet }, sheet: paper.sheet })
  }
  return notices
}

async function taken(context: Excel.RequestContext, queue: () => void): Promise<boolean> {
  try {
    queue()
    await context.sync()
    return true
  } catch (error) {
    if (!isRefusal(error) && officeCode(error) !== 'AccessDenied') throw error
    return false
  }
}

const PARTS: readonly ((page: Excel.PageLayout, layout: SheetLayout) => void)[] = [sheetOfPaper, titleRows, margins, headersAndFooters]

function sheetOfPaper(page: Excel.PageLayout, layout: SheetLayout): void {
  if (layout.landscape !== undefined) page.orientation = layout.landscape ? 'Landscape' : 'Portrait'
  if (layout.landscape !== undefined || layout.fitToWidth !== undefined) page.paperSize = 'A4'
  if (layout.fitToWidth === true) page.zoom = { horizontalFitToPages: 1, ...(layout.onePage === true ? { verticalFitToPages: 1 } : {}) }
  if (layout.centered !== undefined) page.centerHorizontally = layout.centered
}

function titleRows(page: Excel.PageLayout, layout: SheetLayout): void {
  if (layout.printTitleRows !== undefined) page.setPrintTitleRows(`$${layout.printTitleRows[0]}:$${layout.printTitleRows[1]}`)
  if (layout.printArea !== undefined) page.setPrintArea(boxName(layout.printArea))
}

function margins(page: Excel.PageLayout, layout: SheetLayout): void {
  if (layout.margins === undefined) return
  const { left, right, top, bottom, header, footer } = layout.margins
  Object.assign(page, {
    leftMargin: left * 72, rightMargin: right * 72, topMargin: top * 72, bottomMargin: bottom * 72,
    headerMargin: header * 72, footerMargin: footer * 72,
  })
}

function headersAndFooters(page: Excel.PageLayout, layout: SheetLayout): void {
  const { defaultForAllPages } = page.headersFooters
  if (layout.header !== undefined) {
    const { left, center, right } = sections(layout.header)
    if (left !== '') defaultForAllPages.leftHeader = left
    if (center !== '') defaultForAllPages.centerHeader = center
    if (right !== '') defaultForAllPages.rightHeader = right
  }
  if (layout.footer !== undefined) {
    const { left, center, right } = sections(layout.footer)
    if (left !== '') defaultForAllPages.leftFooter = left
    if (center !== '') defaultForAllPages.centerFooter = center
    if (right !== '') defaultForAllPages.rightFooter = right
  }
}

/** `&L…&C…&R…` apart; what stands before the first mark is centred. */
export function sections(text: string): { left: string; center: string; right: string } {
  const found = { left: '', center: '', right: '' }
  let at: keyof typeof found = 'center'
  for (const piece of text.split(/(&[LCR])/)) {
    if (piece === '&L') at = 'left'
    else if (piece === '&C') at = 'center'
    else if (piece === '&R') at = 'right'
    else found[at] += piece
  }
  return found
}
