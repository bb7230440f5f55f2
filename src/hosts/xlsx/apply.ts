import { judgeBatch } from '../../core/batch'
import { isFormula } from '../../core/cell'
import type { Change, DressLayout, SheetLayout } from '../../core/change'
import { boxName, keyColumn, keyRow } from '../../core/place'
import type { Box } from '../../core/place'
import type { ReadNotice } from '../../core/snapshot'
import { HostError, throwIfCancelled } from '../../core/workbook'
import type { ApplyOptions, ApplyResult } from '../../core/workbook'
import { netOf } from './batch-net'
import type { AddedSheet, BatchNet, NetCell } from './batch-net'
import { BatchProbe } from './batch-probe'
import { spanOf } from './cell-xml'
import type { CellToWrite } from './cell-xml'
import type { Package } from './package'
import { PackageEditor } from './package-editor'
import type { SharedMaster } from './sheet-probe'
import { SheetTables } from './sheet-tables'
import { spliceSheet } from './sheet-splicer'
import { newSheetXml } from './sheet-xml'
import type { NewCell } from './sheet-xml'
import { EMPTY_STYLES, StylesEditor } from './styles-editor'
import { grownRanges, newTableXml } from './table-editor'
import { WorkbookEditor } from './workbook-editor'
import { readWorkbookPart } from './workbook-part'
import type { SheetEntry, WorkbookPart } from './workbook-part'

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

class Patch {
  private readonly editor: PackageEditor
  private readonly probes: BatchProbe
  private readonly tables: SheetTables
  private readonly notices: ReadNotice[] = []
  private styles: StylesEditor | undefined

  constructor(private readonly pack: Package, private readonly workbook: WorkbookPart, private readonly options: ApplyOptions) {
    this.editor = new PackageEditor(pack, workbook.isStrict)
    this.tables = new SheetTables(pack, workbook, this.editor)
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
    const net = netOf(judged.accepted, name => this.workbook.sheets.some(sheet => sheet.name === name))
    await this.writeParts(judged.accepted, net)
    await this.pack.checkRest(this.options.signal)
    const pieces = await this.editor.write(this.options, zip64From)
    this.options.onProgress?.({ share: 1 })
    throwIfCancelled(this.options.signal)
    return { result, pieces }
  }

  private async writeParts(accepted: readonly Change[], { cells: net, added, removed, dressed }: BatchNet): Promise<void> {
    const source = await this.pack.text(this.workbook.part)
    if (source === undefined) throw new HostError('damaged', { part: this.workbook.part })
    const book = new WorkbookEditor(source, this.workbook.part)
    if ((added.size > 0 || removed.size > 0) && book.isStructureLocked) throw new HostError('protected')
    if (this.workbook.sheets.length - removed.size + added.size < 1) throw new HostError('last-sheet')
    for (const name of removed) await this.removeSheet(name, book)
    const hasTables = [...added.values()].some(({ layout }) => layout.tables !== undefined)
    const tableIds = { next: hasTables ? await this.tables.nextId() : 1 }
    // Of a workbook whose sheets all go, the first new one is what opens.
    let isFirst = this.workbook.sheets.length === removed.size
    for (const [name, sheet] of added) {
      await this.addSheet(name, sheet, net.get(name) ?? new Map(), isFirst, book, tableIds)
      isFirst = false
    }
    for (const entry of this.workbook.sheets) {
      const cells = net.get(entry.name), layout = dressed.get(entry.name)
      if (layout !== undefined && entry.part !== undefined) await this.dressSheet(entry, entry.part, layout, cells ?? new Map(), book)
      else if (cells !== undefined && entry.part !== undefined && !removed.has(entry.name)) await this.editSheet(entry, entry.part, cells)
    }
    for (const change of accepted) if (change.kind === 'name') book.setName(change.name, change.after, change.hidden)
    const cellChanges = accepted.filter(change => change.kind === 'cell')
    if (cellChanges.length > 0) book.recalculateOnLoad()
    if (cellChanges.some(change => isFormula(change.before) || isFormula(change.after)) || removed.size > 0)
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
    const grown = await this.tables.grow(part, probe, net)
    const dimension = grownDimension(probe.around.dimension, filled)
    const edits = {
      part, cells, existingRows: probe.existingRows, dissolved,
      ...(dimension === undefined ? {} : { dimension }),
      ...(grown.length === 0 ? {} : { tail: (source: string) => grownRanges(source, part, grown) }),
    }
    this.editor.set(part, () => spliceSheet(this.pack.part(part), edits))
  }

  private async addSheet(
    name: string,
    { layout, after }: AddedSheet,
    net: ReadonlyMap<number, NetCell>,
    isFirst: boolean,
    book: WorkbookEditor,
    tableIds: { next: number },
  ): Promise<void> {
    const { folder } = this
    const part = this.editor.freeName(number => `${folder}worksheets/sheet${number}.xml`)
    const cells = newCells(net)
    const styles = await this.openStyles()
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
    this.printNames(name, layout, book)
  }

  /** A sheet of this program's own, written anew in its place; drawings, comments and tables that somebody put on it stay. */
  private async dressSheet(
    entry: SheetEntry,
    part: string,
    layout: DressLayout,
    cells: ReadonlyMap<number, NetCell>,
    book: WorkbookEditor,
  ): Promise<void> {
    const around = this.probes.of(entry.name)?.around
    if (around === undefined) throw new HostError('unsupported-sheet', { sheet: entry.name })
    const sheet = {
      layout: this.possible(layout, entry.name), cells: newCells(cells), selected: around.isSelected,
      tableIds: around.relations.flatMap(({ element, id }) => (element === 'tablePart' ? [id] : [])),
      drawings: around.relations.flatMap(({ element, id }) => (element === 'tablePart' ? [] : [{ element, id }])),
    }
    const pieces = [...newSheetXml(sheet, await this.openStyles(), head => this.editor.inNameSpaces(head))]
    this.editor.set(part, () => each(pieces))
    book.dropPrintNames(entry.name)
    this.printNames(entry.name, layout, book)
  }

  private printNames(name: string, layout: SheetLayout, book: WorkbookEditor): void {
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

function newCells(net: ReadonlyMap<number, NetCell>): ReadonlyMap<number, NewCell> {
  return new Map([...net].map(([key, { content, format }]) => [key, { content, ...(format === undefined ? {} : { format }) }]))
}

async function* each(pieces: readonly Uint8Array[]): AsyncIterable<Uint8Array> {
  yield* pieces
}

/** `A1:B2` -> `$A$1:$B$2`. */
function absolute(name: string): string {
  return name.replace(/[A-Z]+|\d+/g, part => `$${part}`)
}

/** The stated dimension grown over the cells that are written; `undefined` when it holds them already or is not stated. */
function grownDimension(stated: Box | null, filled: readonly number[]): string | undefined {
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
