import type { CellContent } from '../../core/cell'
import type { Change, DressLayout, SheetLayout } from '../../core/change'
import { cellKey, parseBox } from '../../core/place'

/** What a batch leaves in a cell. */
export interface NetCell {
  readonly content: CellContent
  readonly format: string | undefined
}

export interface AddedSheet {
  readonly layout: SheetLayout
  readonly after: string | undefined
}

/** What a batch comes to: the last content of each cell by sheet, the sheets that are new, that look otherwise and that go. */
export interface BatchNet {
  readonly cells: ReadonlyMap<string, ReadonlyMap<number, NetCell>>
  readonly added: ReadonlyMap<string, AddedSheet>
  readonly removed: ReadonlySet<string>
  readonly dressed: ReadonlyMap<string, DressLayout>
}

/** @param isThere a sheet of this name is in the workbook before the batch */
export function netOf(accepted: readonly Change[], isThere: (sheet: string) => boolean): BatchNet {
  const cells = new Map<string, Map<number, NetCell>>(), added = new Map<string, AddedSheet>(), removed = new Set<string>()
  const dressed = new Map<string, DressLayout>()
  for (const change of accepted) {
    switch (change.kind) {
      case 'cell': {
        const box = parseBox(change.cell)
        if (box === null) break
        const ofSheet = cells.get(change.sheet) ?? new Map<number, NetCell>(), key = cellKey(box.top, box.left)
        cells.set(change.sheet, ofSheet)
        ofSheet.set(key, { content: change.after, format: change.format ?? ofSheet.get(key)?.format })
        break
      }
      case 'add-sheet':
        added.set(change.sheet, { layout: change.layout ?? {}, after: change.after })
        cells.delete(change.sheet)
        break
      case 'remove-sheet':
        cells.delete(change.sheet)
        if (!added.delete(change.sheet) || isThere(change.sheet)) removed.add(change.sheet)
        break
      case 'dress-sheet': {
        const fresh = added.get(change.sheet)
        if (fresh === undefined) dressed.set(change.sheet, change.layout)
        else added.set(change.sheet, { ...fresh, layout: change.layout })
        break
      }
      case 'name':
    }
  }
  return { cells, added, removed, dressed }
}
