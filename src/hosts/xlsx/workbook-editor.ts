import { sheetReference } from '../../core/place'
import { HostError } from '../../core/workbook'
import { TextEdits, attribute, child, childrenNamed, escapeAttribute, escapeText, parseTree } from './xml-tree'
import type { XmlNode } from './xml-tree'

/** Elements of `workbook` in the order that the schema asks for. */
const ORDER = ['fileVersion', 'fileSharing', 'workbookPr', 'workbookProtection', 'bookViews', 'sheets', 'functionGroups', 'externalReferences', 'definedNames', 'calcPr', 'oleSize', 'customWorkbookViews', 'pivotCaches', 'smartTagPr', 'smartTagTypes', 'webPublishing', 'fileRecoveryPr', 'webPublishObjects', 'extLst']

const PRINT_NAMES: ReadonlySet<string> = new Set(['_xlnm.Print_Titles', '_xlnm.Print_Area', '_xlnm._FilterDatabase'])

interface SheetLine {
  readonly name: string
  /** As it stands in the file; of a new sheet what will stand there. */
  readonly xml: string
  /** The number that local names had before; -1 for a new sheet. */
  readonly before: number
}

interface NameLine {
  readonly name: string
  readonly local: number | undefined
  /** The sheet of a local name of a new sheet. */
  readonly sheet?: string
  readonly xml: (local: number | undefined) => string
}

/** Changes `workbook.xml`: its list of sheets, its names, and that Excel shall recalculate when it opens the file. */
export class WorkbookEditor {
  private readonly root: XmlNode
  private readonly prefix: string
  private sheets: SheetLine[]
  private names: NameLine[]
  private nextSheetId = 1
  private sheetsChanged = false
  private namesChanged = false
  private recalculate = false

  constructor(private readonly source: string, part: string) {
    const root = parseTree(source, part).children.find(node => node.name === 'workbook')
    if (root === undefined) throw new HostError('damaged', { part })
    this.root = root
    this.prefix = root.prefix
    const sheets = childrenNamed(child(root, 'sheets'), 'sheet')
    this.sheets = sheets.map((node, before) => ({ name: attribute(node, 'name') ?? '', xml: source.slice(node.start, node.end), before }))
    for (const node of sheets) this.nextSheetId = Math.max(this.nextSheetId, Number(attribute(node, 'sheetId') ?? 0) + 1)
    this.names = childrenNamed(child(root, 'definedNames'), 'definedName').map(node => this.oldName(node))
  }

  /** The structure is protected: no sheet may be added or removed. */
  get isStructureLocked(): boolean {
    const protection = child(this.root, 'workbookProtection')
    const locked = protection === undefined ? undefined : attribute(protection, 'lockStructure')
    return locked === '1' || locked === 'true'
  }

  addSheet(name: string, relationId: string, after: string | undefined): void {
    const relationPrefix = this.relationPrefix()
    const place = this.sheets.findIndex(sheet => sheet.name === after)
    const xml = `<${this.prefix}sheet name="${escapeAttribute(name)}" sheetId="${this.nextSheetId++}" ${relationPrefix}id="${relationId}"/>`
    this.sheets.splice(place < 0 ? this.sheets.length : place + 1, 0, { name, xml, before: -1 })
    this.sheetsChanged = true
  }

  removeSheet(name: string): void {
    const found = this.sheets.find(sheet => sheet.name === name)
    if (found === undefined) return
    this.sheets = this.sheets.filter(sheet => sheet !== found)
    this.names = this.names.filter(line => !(line.local !== undefined && line.local === found.before) && line.sheet !== name)
    this.sheetsChanged = true
    this.namesChanged = true
  }

  setName(name: string, refersTo: string | null, hidden = false): void {
    this.names = this.names.filter(
      line => !(line.local === undefined && line.sheet === undefined && line.name.toLowerCase() === name.toLowerCase()),
    )
    if (refersTo !== null) this.names.push({ name, local: undefined, xml: () => `<${this.prefix}definedName name="${escapeAttribute(name)}"${hidden ? ' hidden="1"' : ''}>${escapeText(refersTo)}</${this.prefix}definedName>` })
    this.namesChanged = true
  }

  /** A name of a new sheet, such as `_xlnm.Print_Titles`. `rest` is what stands behind the sheet's reference, e.g. `$1:$4`. */
  setSheetName(name: string, sheet: string, rest: string, hidden = false): void {
    const refersTo = `${sheetReference(sheet)}!${rest}`
    this.names.push({ name, local: undefined, sheet, xml: local => `<${this.prefix}definedName name="${name}" localSheetId="${local ?? 0}"${hidden ? ' hidden="1"' : ''}>${escapeText(refersTo)}</${this.prefix}definedName>` })
    this.namesChanged = true
  }

  /** Takes away what the program itself says of how a sheet is printed and filtered: it is said anew. */
  dropPrintNames(sheet: string): void {
    const before = this.sheets.find(each => each.name === sheet)?.before
    this.names = this.names.filter(line => line.local === undefined || line.local !== before || !PRINT_NAMES.has(line.name))
    this.namesChanged = true
  }

  /** Excel computes every formula when it opens the file. */
  recalculateOnLoad(): void {
    this.recalculate = true
  }

  /** The changed part; `undefined` when nothing was changed. */
  result(): string | undefined {
    const edits = new TextEdits(this.source)
    if (this.sheetsChanged) {
      const node = child(this.root, 'sheets')
      const xml = `<${this.prefix}sheets>${this.sheets.map(sheet => sheet.xml).join('')}</${this.prefix}sheets>`
      if (node === undefined) this.put(edits, 'sheets', xml)
      else edits.replace(node.start, node.end, xml)
      this.moveViews(edits)
    }
    if (this.namesChanged || (this.sheetsChanged && this.names.some(line => line.local !== undefined))) {
      const lines = this.names.map(line =>
        line.xml(line.sheet === undefined ? this.placeOf(line.local) : this.sheets.findIndex(sheet => sheet.name === line.sheet)),
      )
      const node = child(this.root, 'definedNames')
      const xml = lines.length === 0 ? '' : `<${this.prefix}definedNames>${lines.join('')}</${this.prefix}definedNames>`
      if (node !== undefined) edits.replace(node.start, node.end, xml)
      else if (xml !== '') this.put(edits, 'definedNames', xml)
    }
    if (this.recalculate) {
      const node = child(this.root, 'calcPr')
      if (node === undefined) this.put(edits, 'calcPr', `<${this.prefix}calcPr calcId="191029" fullCalcOnLoad="1"/>`)
      else if (attribute(node, 'fullCalcOnLoad') !== '1') edits.setAttribute(node, 'fullCalcOnLoad', '1')
    }
    return edits.isEmpty ? undefined : edits.toString()
  }

  private oldName(node: XmlNode): NameLine {
    const local = attribute(node, 'localSheetId'), text = this.source.slice(node.start, node.end)
    const place = node.attributes.find(found => found.name === 'localSheetId')
    return {
      name: attribute(node, 'name') ?? '',
      local: local === undefined ? undefined : Number(local),
      xml: now =>
        place === undefined || now === undefined
          ? text
          : text.slice(0, place.valueStart - node.start) + String(now) + text.slice(place.valueEnd - node.start),
    }
  }

  /** Where a sheet stands now, by where it stood before. */
  private placeOf(before: number | undefined): number | undefined {
    if (before === undefined) return undefined
    const place = this.sheets.findIndex(sheet => sheet.before === before)
    return place < 0 ? before : place
  }

  /** The chosen tab and the first visible one stay the same sheets. */
  private moveViews(edits: TextEdits): void {
    for (const view of childrenNamed(child(this.root, 'bookViews'), 'workbookView')) {
      for (const name of ['activeTab', 'firstSheet']) {
        const value = attribute(view, name)
        const before = Number(value ?? 0)
        let place = this.sheets.findIndex(sheet => sheet.before === before)
        if (place < 0) place = Math.min(before, Math.max(0, this.sheets.length - 1))
        if (place !== before) edits.setAttribute(view, name, String(place))
      }
    }
  }

  private put(edits: TextEdits, name: string, xml: string): void {
    const rank = ORDER.indexOf(name)
    const next = this.root.children.find(candidate => candidate.name !== 'AlternateContent' && ORDER.indexOf(candidate.name) > rank)
    if (next === undefined) edits.insert(this.root.closeStart, xml)
    else edits.insert(next.start, xml)
  }

  private relationPrefix(): string {
    const declared = this.root.attributes.find(found => found.name.startsWith('xmlns:') && found.value.endsWith('/relationships'))
    if (declared !== undefined) return `${declared.name.slice(6)}:`
    // Declared on the sheets themselves: the first one says how.
    const own = childrenNamed(child(this.root, 'sheets'), 'sheet')[0]?.attributes.find(found => found.name.endsWith(':id'))
    const prefix = own === undefined ? 'r:' : own.name.slice(0, -2)
    return `xmlns:${prefix.slice(0, -1)}="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ${prefix}`
  }
}
