import type { BudgetContext } from './context'
import { box } from './draft'
import type { SheetDraft } from './draft'

/** Signatures and page numbers: at the foot of every printed page, so that rows can be added below the last one. */
const FOOTER = '&L&"微软雅黑,Regular"&9填表人：　　　　　　审核人：　　　　　　负责人：　　　　　　&C&"微软雅黑,Regular"&9第 &P 页 共 &N 页&R&"微软雅黑,Regular"&9填报日期：　　　年　　月　　日'

export interface FrameOptions {
  readonly title: string
  readonly columns: number
  /** 万元, 元, 人, ㎡ …; stands at the right of the line under the title. */
  readonly unit: string | null
  readonly note: string
  /** Rows that stay in view and are repeated on each page; default 4. */
  readonly headerRow?: number
  readonly frozenColumns?: number
  readonly tab: string
}

/** Title, line of who and when, note: rows 1 to 3 of every sheet, and the page. */
export function frame(draft: SheetDraft, context: Pick<BudgetContext, 'parameter' | 'reportingUnit'>, options: FrameOptions): void {
  const { columns } = options
  const headerRow = options.headerRow ?? 4
  // Left and right halves of the second line: neither may be cut off.
  const half = Math.max(1, Math.ceil(columns / 2))
  draft.put(1, 1, options.title).merge(box(1, 1, 1, columns)).look(box(1, 1, 1, columns), 'title').height(1, 36)
  draft.put(2, 1, `填报单位：${context.reportingUnit}`)
  if (half > 1) draft.merge(box(2, 1, 2, half))
  const unit = options.unit === null ? '' : `　　单位：${options.unit}`
  draft.put(2, half + 1, { formula: `="截至日期："&YEAR(${context.parameter('AsOf')})&"年"&MONTH(${context.parameter('AsOf')})&"月"&DAY(${context.parameter('AsOf')})&"日${unit}"` })
  if (columns > half + 1) draft.merge(box(2, half + 1, 2, columns))
  draft.look(box(2, 1, 2, half), 'meta').look(box(2, half + 1, 2, columns), 'metaRight').height(2, 20)
  draft.put(3, 1, options.note).merge(box(3, 1, 3, columns)).look(box(3, 1, 3, columns), 'note').height(3, 30)
  draft.print({
    frozenRows: headerRow,
    frozenColumns: options.frozenColumns ?? 1,
    printTitleRows: [1, headerRow],
    tabColor: options.tab,
    footer: FOOTER,
  })
}

/** A header row, its widths beside the words. */
export function header(draft: SheetDraft, row: number, columns: readonly (readonly [label: string, width: number])[], height = 34): void {
  for (const [index, [label, width]] of columns.entries()) draft.put(row, index + 1, label).width(index + 1, width)
  draft.look(box(row, 1, row, columns.length), 'header').height(row, height)
}
