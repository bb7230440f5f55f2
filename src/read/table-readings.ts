import { message } from '../messages'
import type { TableReading } from '../core/reading'
import type { SheetSnapshot } from '../core/snapshot'
import { realPlace } from '../core/turned'
import type { TurnedSheet } from '../core/turned'
import type { Draft } from './draft'
import { unitOfColumns } from './list-facts'
import { sheetColumn } from './settle-table'

/** What the reading says of one table. */
export function tableReading(draft: Draft, index: number, turned: readonly TurnedSheet[]): TableReading {
  const { found, columns } = draft.settled
  const bottom = draft.classified.kind === 'other' ? found.last : draft.lastRow
  const body =
    bottom > found.header.bottom ? { top: found.header.bottom + 1, left: found.header.left, bottom, right: found.header.right } : null
  return {
    index,
    kind: draft.classified.kind,
    sheet: found.sheet.name,
    hidden: draft.hidden,
    counted: draft.counted,
    title: draft.heading.title,
    header: found.turned ?? found.header,
    body: found.turned ?? body,
    ...(found.turned === undefined ? {} : { turned: true as const }),
    columns: columns.map(({ column, key, header, by, unit }) => ({ column: sheetColumn(draft.settled, column), key, header, by, unit })),
    rowsRead: draft.rowsRead,
    skipped:
      found.turned === undefined
        ? draft.skipped
        : draft.skipped.map(({ row, why }) => ({
            row: realPlace({ sheet: found.sheet.name, row, column: found.header.left }, turned).row,
            why,
          })),
    unit: draft.heading.unit ?? unitOfColumns(draft.settled),
    reason: draft.reason,
  }
}

/** Sheets without a table stand at the end of the list, so that nothing is dropped in silence. */
export function withEmptySheets(
  tables: readonly TableReading[],
  sheetsWithout: readonly SheetSnapshot[],
  drawn: ReadonlySet<string>,
): TableReading[] {
  const all = [...tables]
  for (const sheet of sheetsWithout) {
    all.push({
      index: all.length,
      kind: 'other',
      sheet: sheet.name,
      hidden: sheet.visibility !== 'visible',
      counted: false,
      title: null,
      header: { top: 1, left: 1, bottom: 1, right: 1 },
      body: null,
      columns: [],
      rowsRead: 0,
      skipped: [],
      unit: null,
      reason: message(drawn.has(sheet.name) ? 'table.drawn' : sheet.kind === 'worksheet' ? 'table.empty-sheet' : 'table.no-cells'),
    })
  }
  return all
}
