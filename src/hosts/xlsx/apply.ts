import { judgeBatch } from '../../core/batch'
import { isFormula } from '../../core/cell'
import type { CellContent } from '../../core/cell'
import type { CellChange, Change, SheetLayout } from '../../core/change'
import { boxName, cellKey, keyColumn, keyRow, parseBox } from '../../core/place'
import type { ReadNotice } from '../../core/snapshot'
import { HostError, throwIfCancelled } from '../../core/workbook'
import type { ApplyOptions, ApplyResult } from '../../core/workbook'
import { BatchProbe } from './batch-probe'
import { spanOf } from './cell-xml'
import type { CellToWrite } from './cell-xml'
import type { Package } from './package'
import { PackageEditor } from './package-editor'
import type { SharedMaster, SheetProbe } from './sheet-probe'
import { spliceSheet } from './sheet-splicer'
import { newSheetXml } from './sheet-xml'
import type { NewCell } from './sheet-xml'
import { EMPTY_STYLES, StylesEditor } from './styles-editor'
import { grownRanges, grownTable, newTableXml, tableFacts } from './table-editor'
import type { TableFacts } from './table-editor'
import { WorkbookEditor } from './workbook-editor'
import { readWorkbookPart } from './workbook-part'
import type { SheetEntry, WorkbookPart } from './workbook-part'
import { TextEdits, attribute, parseTree } from './xml-tree'

const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'
const TABLE_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml'
const STYLES_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml'

/** A list of fixed values in a validation may have so many characters. */
const LONGEST_LIST = 255

export interface Applied {
  readonly result: ApplyResult
  /** The new package in pieces, some of which are views of the old one; `undefined` when nothing was written. */
  readonly pieces: readonly Uint8Array[] | undefined
}

/**
 * Carries a batch out on a package: judges it against what is there, then patches the parts that must change and copies the rest.
 * @param zip64From for tests: the size from which zip64 fields are used
 * @throws HostError
 */
export async function applyToPackage(
  pack: Package,
  changes: readonly Change[],
  options: ApplyOptions = {},
  zip64From?: number,
): Promise<Applied> {
  return new Patch(pack, await readWorkbookPart(pack), options).run(changes, zip64From)
}

/** What a batch leaves in a cell. */
interface NetCell {
  readonly content: CellContent
  readonly format: string | undefined
}

interface AddedSheet {
  readonly layout: SheetLayout
  readonly after: string | undefined
}

class Patch {
  private readonly editor: PackageEditor
  private readonly probes: BatchProbe
  private readonly net = new Map<string, Map<number, NetCell>>()
  private readonly added = new Map<string, AddedSheet>()
  private readonly removed = new Set<string>()
  private readonly notices: ReadNotice[] = []
  private styles: StylesEditor | undefined

  constructor(private readonly pack: Package, private readonly workbook: WorkbookPart, private readonly options: ApplyOptions) {
    this.editor = new PackageEditor(pack, workbook.isStrict)
    this.probes = new BatchProbe(pack, workbook, () => this.openStyles(), options.signal)
  }

  async run(changes: readonly Change[], zip64From: number | undefined): Promise<Applied> {
    await this.probes.look(changes)
    const judged = judgeBatch(changes, {
      sheet: name => this.probes.facts(name),
      sheetNames: this.workbook.sheets.map(sheet => sheet.name),
      refersTo: name =>
        this.workbook.names.find(found => found.sheet === undefined && found.name.toLowerCase() === name.toLowerCase())?.refersTo ?? null,
    })
    if (judged.conflicts.length > 0) return { result: { outcome: 'refused', conflicts: judged.conflicts }, pieces: undefined }
    const result: ApplyResult = { outcome: 'applied', changes: judged.accepted.length, skipped: judged.skipped, notices: this.notices }
    if (judged.accepted.length === 0) {
      this.options.onProgress?.({ share: 1 })
      return { result, pieces: undefined }
    }
    if (this.pack.zip.entries.some(entry => entry.name.startsWith('_xmlsignatures/'))) this.notices.push({ key: 'notice.signature-broken', params: {} })
    this.gather(judged.accepted)
    await this.writeParts(judged.accepted)
    await this.pack.checkRest(this.options.signal)
    const pieces = await this.editor.write(this.options, zip64From)
    this.options.onProgress?.({ share: 1 })
    throwIfCancelled(this.options.signal)
    return { result, pieces }
  }

  /** What the batch comes to: the last content of each cell, the sheets that are new and those that go. */
  private gather(accepted: readonly Change[]): void {
    for (const change of accepted) {
      switch (change.kind) {
        case 'cell':
          this.gatherCell(change)
          break
        case 'add-sheet':
          this.added.set(change.sheet, { layout: change.layout ?? {}, after: change.after })
          this.net.delete(change.sheet)
          break
        case 'remove-sheet':
          this.net.delete(change.sheet)
          if (!this.added.delete(change.sheet) || this.workbook.sheets.some(sheet => sheet.name === change.sheet))
            this.removed.add(change.sheet)
          break
        case 'name':
      }
    }
  }

  private gatherCell(change: CellChange): void {
    const box = parseBox(change.cell)
    if (box === null) return
    const cells = this.net.get(change.sheet) ?? new Map<number, NetCell>()
    this.net.set(change.sheet, cells)
    const key = cellKey(box.top, box.left)
    cells.set(key, { content: change.after, format: change.format ?? cells.get(key)?.format })
  }

  private async writeParts(accepted: readonly Change[]): Promise<void> {
    const source = await this.pack.text(this.workbook.part)
    if (source === undefined) throw new HostError('damaged', { part: this.workbook.part })
    const book = new WorkbookEditor(source, this.workbook.part)
    if ((this.added.size > 0 || this.removed.size > 0) && book.isStructureLocked) throw new HostError('protected')
    if (this.workbook.sheets.length - this.removed.size + this.added.size < 1) throw new HostError('last-sheet')
    for (const name of this.removed) await this.removeSheet(name, book)
    const tableIds = await this.tableIds()
    for (const [name, sheet] of this.added) await this.addSheet(name, sheet, book, tableIds)
    for (const entry of this.workbook.sheets) {
      const cells = this.net.get(entry.name)
      if (cells !== undefined && entry.part !== undefined && !this.removed.has(entry.name)) await this.editSheet(entry, entry.part, cells)
    }
    for (const change of accepted) if (change.kind === 'name') book.setName(change.name, change.after, change.hidden)
    const cellChanges = accepted.filter(change => change.kind === 'cell')
    if (cellChanges.length > 0) book.recalculateOnLoad()
    if (cellChanges.some(change => isFormula(change.before) || isFormula(change.after)) || this.removed.size > 0)
      await this.removeCalcChain()
    const newBook = book.result()
    if (newBook !== undefined) this.editor.set(this.workbook.part, newBook)
    const newStyles = this.styles?.result()
    if (newStyles !== undefined) this.editor.set(this.stylesPart, newStyles)
  }

  private async editSheet(entry: SheetEntry, part: string, net: ReadonlyMap<number, NetCell>): Promise<void> {
    const probe = this.probes.of(entry.name)
    if (probe === undefined) throw new HostError('unsupported-sheet', { sheet: entry.name })
    const cells = new Map<number, CellToWrite>()
    const dissolved = new Map<string, SharedMaster>()
    const filled: number[] = []
    for (const [key, { content, format }] of net) {
      const row = keyRow(key), column = keyColumn(key), old = probe.style(row, column)
      const style = format === undefined ? old : (await this.openStyles()).withFormat(old, format)
      cells.set(key, { row, column, content, style })
      if (content !== null) filled.push(key)
      const group = probe.found.groups.get(key), master = group === undefined ? undefined : probe.found.masters.get(group)
      if (group !== undefined && master !== undefined && master.row === row && master.column === column) dissolved.set(group, master)
    }
    const grown = await this.growTables(part, probe, net)
    const dimension = grownDimension(probe.around.dimension, filled)
    const edits = {
      part, cells, existingRows: probe.existingRows, dissolved,
      ...(dimension === undefined ? {} : { dimension }),
      ...(grown.length === 0 ? {} : { tail: (source: string) => grownRanges(source, part, grown) }),
    }
    this.editor.set(part, () => spliceSheet(this.pack.part(part), edits))
  }

  /** Cells written directly under a table, where nothing stood, belong to it, as when a person types there. */
  private async growTables(part: string, probe: SheetProbe, net: ReadonlyMap<number, NetCell>): Promise<{ box: TableFacts['box']; bottom: number }[]> {
    const grown: { box: TableFacts['box']; bottom: number }[] = []
    for (const table of await this.tablesOf(part)) {
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

  private async tablesOf(part: string): Promise<TableFacts[]> {
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

  private async addSheet(name: string, { layout, after }: AddedSheet, book: WorkbookEditor, tableIds: { next: number }): Promise<void> {
    const { folder } = this
    const part = this.editor.freeName(number => `${folder}worksheets/sheet${number}.xml`)
    const cells = new Map<number, NewCell>()
    for (const [key, { content, format }] of this.net.get(name) ?? [])
      cells.set(key, { content, ...(format === undefined ? {} : { format }) })
    const styles = await this.openStyles()
    const isFirst = this.workbook.sheets.length === this.removed.size && this.added.keys().next().value === name
    this.editor.set(part, '')
    const relations: string[] = []
    for (const table of layout.tables ?? []) {
      const tablePart = this.editor.freeName(number => `${folder}tables/table${number}.xml`)
      this.editor.set(tablePart, this.editor.inNameSpaces(newTableXml(table, tableIds.next++)))
      await this.editor.setContentType(tablePart, TABLE_TYPE)
      relations.push(await this.editor.relate(part, 'table', tablePart))
    }
    // Made now and not while writing, because the styles that it needs go into a part that may be written before it.
    const sheet = { layout: this.possible(layout, name), cells, tableIds: relations, selected: isFirst }
    const pieces = [...newSheetXml(sheet, styles, head => this.editor.inNameSpaces(head))]
    this.editor.set(part, () => each(pieces))
    await this.editor.setContentType(part, SHEET_TYPE)
    book.addSheet(name, await this.editor.relate(this.workbook.part, 'worksheet', part), after)
    if (layout.autoFilter !== undefined) book.setSheetName('_xlnm._FilterDatabase', name, absolute(boxName(layout.autoFilter)), true)
    if (layout.printArea !== undefined) book.setSheetName('_xlnm.Print_Area', name, absolute(boxName(layout.printArea)))
    if (layout.printTitleRows !== undefined) book.setSheetName('_xlnm.Print_Titles', name, `$${layout.printTitleRows[0]}:$${layout.printTitleRows[1]}`)
  }

  /** Leaves out what Excel would call damage, and says so. */
  private possible(layout: SheetLayout, sheet: string): SheetLayout {
    const fits = (values: readonly string[]): boolean => values.join(',').length <= LONGEST_LIST && !values.some(value => value.includes(','))
    const lists = (layout.lists ?? []).filter(({ box, values }) => {
      if (!fits(values)) this.notices.push({ key: 'notice.list-too-long', params: {}, sheet, cell: boxName(box) })
      return fits(values)
    })
    return { ...layout, lists }
  }

  private async removeSheet(name: string, book: WorkbookEditor): Promise<void> {
    const entry = this.workbook.sheets.find(sheet => sheet.name === name)
    if (entry === undefined) return
    book.removeSheet(name)
    if (entry.part === undefined) return
    for (const relationship of (await this.pack.relationships(entry.part)).values()) if (relationship.type === 'table' && !relationship.external) await this.editor.remove(relationship.target)
    await this.editor.unrelate(this.workbook.part, entry.part)
    await this.editor.remove(entry.part)
  }

  /** Excel makes the calculation chain anew; a chain that names a cell without formula counts as damage. */
  private async removeCalcChain(): Promise<void> {
    const chain = [...this.workbook.relationships.values()].find(relationship => relationship.type === 'calcChain')
    if (chain === undefined) return
    await this.editor.unrelate(this.workbook.part, chain.target)
    await this.editor.remove(chain.target)
  }

  /** Table ids are unique in the workbook, whatever sheet they stand on. */
  private async tableIds(): Promise<{ next: number }> {
    let next = 1
    if ([...this.added.values()].every(({ layout }) => layout.tables === undefined)) return { next }
    for (const { part } of this.workbook.sheets)
      if (part !== undefined) for (const { id } of await this.tablesOf(part)) next = Math.max(next, id + 1)
    return { next }
  }

  private get stylesPart(): string {
    const found = [...this.workbook.relationships.values()].find(relationship => relationship.type === 'styles' && !relationship.external && this.pack.has(relationship.target))
    return found?.target ?? `${this.folder}styles.xml`
  }

  /** Where the workbook part lies, with a slash at the end. */
  private get folder(): string {
    return this.workbook.part.slice(0, this.workbook.part.lastIndexOf('/') + 1)
  }

  private async openStyles(): Promise<StylesEditor> {
    if (this.styles !== undefined) return this.styles
    const part = this.stylesPart
    let source = await this.pack.text(part)
    if (source === undefined) {
      source = this.editor.inNameSpaces(EMPTY_STYLES)
      this.editor.set(part, source)
      await this.editor.setContentType(part, STYLES_TYPE)
      await this.editor.relate(this.workbook.part, 'styles', part)
    }
    this.styles = new StylesEditor(source, part)
    return this.styles
  }
}

async function* each(pieces: readonly Uint8Array[]): AsyncIterable<Uint8Array> {
  yield* pieces
}

/** `A1:B2` -> `$A$1:$B$2`. */
function absolute(name: string): string {
  return name.replace(/[A-Z]+|\d+/g, part => `$${part}`)
}

/** The stated dimension grown over the cells that are written; `undefined` when it holds them already or is not stated. */
function grownDimension(stated: ReturnType<typeof parseBox>, filled: readonly number[]): string | undefined {
  const span = spanOf(filled)
  if (stated === null || span === undefined) return undefined
  const box = {
    top: Math.min(stated.top, span.top),
    left: Math.min(stated.left, span.left),
    bottom: Math.max(stated.bottom, span.bottom),
    right: Math.max(stated.right, span.right),
  }
  return boxName(box) === boxName(stated) ? undefined : boxName(box)
}
