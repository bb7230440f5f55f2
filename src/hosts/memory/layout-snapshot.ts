import type { SheetLayout } from '../../core/change'
import type { SheetSnapshot } from '../../core/snapshot'

/** A new sheet as its layout describes it, without cells. */
export function layoutSnapshot(name: string, layout: SheetLayout = {}): SheetSnapshot {
  return {
    name,
    kind: 'worksheet',
    visibility: 'visible',
    rows: [],
    formulas: new Map(),
    isProtected: false,
    tables: (layout.tables ?? []).map(table => ({
      name: table.name,
      box: table.box,
      headerRows: 1,
      totalsRows: 0,
      columns: table.columns.map(column => column.name),
    })),
    ...(layout.merges === undefined || layout.merges.length === 0 ? {} : { merges: layout.merges }),
  }
}
