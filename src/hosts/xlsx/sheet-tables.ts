import { cellKey } from '../../core/place'
import type { NetCell } from './batch-net'
import type { Package } from './package'
import type { PackageEditor } from './package-editor'
import type { SheetProbe } from './sheet-probe'
import { grownTable, tableFacts } from './table-editor'
import type { TableFacts } from './table-editor'
import type { WorkbookPart } from './workbook-part'
import { TextEdits, attribute, parseTree } from './xml-tree'

/** The tables of a workbook's sheets, as a batch meets them. */
export class SheetTables {
  constructor(private readonly pack: Package, private readonly workbook: WorkbookPart, private readonly editor: PackageEditor) {}

  /** Cells written directly under a table, where nothing stood, belong to it, as when a person types there. */
  async grow(part: string, probe: SheetProbe, net: ReadonlyMap<number, NetCell>): Promise<{ box: TableFacts['box']; bottom: number }[]> {
    const grown: { box: TableFacts['box']; bottom: number }[] = []
    for (const table of await this.of(part)) {
      if (table.hasTotals) continue
      const { left, right } = table.box
      let bottom = table.box.bottom
      const columns = Array.from({ length: right - left + 1 }, (_, i) => left + i)
      const grows = (row: number): boolean =>
        columns.some(column => (net.get(cellKey(row, column))?.content ?? null) !== null) &&
        columns.every(column => probe.content(row, column) === null)
      while (grows(bottom + 1)) bottom++
      if (bottom === table.box.bottom) continue
      this.editor.set(table.part, grownTable(table, bottom))
      grown.push({ box: table.box, bottom })
      await this.refreshPivots(table.name)
    }
    return grown
  }

  private async of(part: string): Promise<TableFacts[]> {
    const tables: TableFacts[] = []
    for (const relationship of (await this.pack.relationships(part)).values()) {
      if (relationship.type !== 'table' || relationship.external) continue
      const source = await this.pack.text(relationship.target)
      const facts = source === undefined ? undefined : tableFacts(source, relationship.target)
      if (facts !== undefined) tables.push(facts)
    }
    return tables
  }

  /** Pivot tables over a table that has grown read it again when the file is opened. */
  private async refreshPivots(table: string): Promise<void> {
    for (const { type, target, external } of this.workbook.relationships.values()) {
      if (type !== 'pivotCacheDefinition' || external) continue
      const source = await this.pack.text(target)
      const root = source === undefined ? undefined : parseTree(source, target).children[0]
      if (source === undefined || root === undefined || !source.includes(`name="${table}"`)) continue
      const edits = new TextEdits(source)
      if (attribute(root, 'refreshOnLoad') !== '1') edits.setAttribute(root, 'refreshOnLoad', '1')
      if (!edits.isEmpty) this.editor.set(target, edits.toString())
    }
  }

  /** Table ids are unique in the workbook, whatever sheet they stand on. */
  async nextId(): Promise<number> {
    let next = 1
    for (const { part } of this.workbook.sheets)
      if (part !== undefined) for (const { id } of await this.of(part)) next = Math.max(next, id + 1)
    return next
  }
}
