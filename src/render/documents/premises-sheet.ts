import type { CellContent } from '../../core/cell'
import type { Change } from '../../core/change'
import type { PremisesFigures } from '../../core/report'
import { message } from '../../messages'
import { worstFirst } from '../order'
import { BODY, FONT, HEAD, paperSheet } from '../working-paper'
import type { PaperFacts } from '../working-paper'
import { PREMISES_COLUMNS, hasPremises } from './premises-table'
import type { ReportPaperSource } from './report-source'
import { speechIn } from './words'

/** Columns under 现在; the rest stands under 规划期. */
const TODAY = 2

/** The premises of each community a row: area and gap today, beside those of the plan period. No sheet where no workbook has premises. */
export function premisesSheet(sources: readonly ReportPaperSource[], facts: PaperFacts): Change[] {
  const { word, say } = speechIn(facts.language), several = sources.length > 1
  const told = sources.filter(({ report }) => hasPremises(report))
  if (told.length === 0) return []
  const lead = several ? [word('file'), word('community')] : [word('community')]
  const last = lead.length + PREMISES_COLUMNS.length
  const figures = (of: PremisesFigures | null, none: string | null): CellContent[] => PREMISES_COLUMNS.map(([, key]) => of?.[key] ?? none)
  const first = lead.length + 1, spare = PREMISES_COLUMNS.slice(1).map(() => null)
  const rows: CellContent[][] = [
    [word('premises')], [...lead, word('now'), ...spare.slice(1, TODAY), word('planned')], [...lead.map(() => null), ...PREMISES_COLUMNS.map(([key]) => word(key))],
  ]
  const totals: number[] = []
  for (const { report: { communities, overall }, name } of told) {
    const units = worstFirst(communities)
    for (const unit of units) rows.push([...(several ? [name] : []), unit.label, ...figures(unit.premises, word('not-known'))])
    const isWhole = communities.every(({ premises }) => figures(premises, null).every(value => value !== null))
    rows.push([...(several ? [name] : []), word(isWhole ? 'total' : 'known-sum'), ...figures(overall.premises, null)])
    totals.push(rows.length)
  }
  const bottom = rows.length
  return paperSheet(word('premises-sheet'), rows, {
    columnWidths: Object.fromEntries([...lead.map(() => 20), ...PREMISES_COLUMNS.map(() => 17)].map((width, index) => [index + 1, width])),
    rowHeights: { 1: 26, 2: 20, 3: 32 },
    landscape: true,
    fitToWidth: true,
    centered: true,
    frozenRows: 3,
    frozenColumns: lead.length,
    printTitleRows: [1, 3],
    footer: say(message('paper.footer')),
    merges: [
      { top: 1, left: 1, bottom: 1, right: last }, ...lead.map((_, index) => ({ top: 2, left: index + 1, bottom: 3, right: index + 1 })),
      { top: 2, left: first, bottom: 2, right: first + TODAY - 1 }, { top: 2, left: first + TODAY, bottom: 2, right: last },
    ],
    styles: [
      { box: { top: 1, left: 1, bottom: 1, right: last }, style: { bold: true, size: 14, align: 'center', vertical: 'center', font: FONT } },
      { box: { top: 2, left: 1, bottom: 3, right: last }, style: HEAD },
      { box: { top: 4, left: 1, bottom, right: last }, style: { ...BODY, vertical: 'center' } },
      { box: { top: 4, left: first, bottom, right: last }, style: { align: 'right' } },
      ...PREMISES_COLUMNS.map((_, index) => first + index).map(column => (
        { box: { top: 4, left: column, bottom, right: column }, style: { format: formatOf(rows, column) } }
      )),
      ...totals.map(row => ({ box: { top: row, left: 1, bottom: row, right: last }, style: { bold: true } })),
    ],
  })
}

/** Whole numbers, or two decimals for every number of the column: they stand under each other. */
function formatOf(rows: readonly (readonly CellContent[])[], column: number): string {
  return rows.every(row => typeof row[column - 1] !== 'number' || Number.isInteger(row[column - 1])) ? '#,##0' : '#,##0.00'
}
