import type { LayoutStyle } from '../../core/change'
import { HostError } from '../../core/workbook'
import { builtinFormatId } from './number-formats'
import { TextEdits, attribute, child, childrenNamed, escapeAttribute, parseTree } from './xml-tree'
import type { XmlNode } from './xml-tree'

/** Elements of `styleSheet` in the order that the schema asks for. */
const ORDER = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs', 'tableStyles', 'colors', 'extLst']
const FIRST_FORMAT = 164

/** A list of the style sheet, of which old entries keep their numbers and new ones are put behind. */
class StyleList {
  private readonly known = new Map<string, number>()
  private readonly added: string[] = []
  private readonly count: number

  constructor(readonly name: string, readonly node: XmlNode | undefined, source: string, element: string) {
    const entries = childrenNamed(node, element)
    this.count = entries.length
    for (const [i, entry] of entries.entries()) {
      const text = source.slice(entry.start, entry.end)
      if (!this.known.has(text)) this.known.set(text, i)
    }
  }

  /** The number of an entry, an equal old one if there is one. */
  number(xml: string): number {
    const found = this.known.get(xml)
    if (found !== undefined) return found
    const number = this.count + this.added.length
    this.known.set(xml, number)
    this.added.push(xml)
    return number
  }

  get additions(): readonly string[] {
    return this.added
  }

  get total(): number {
    return this.count + this.added.length
  }
}

/** Adds styles to `styles.xml`; what is there stays as it is and where it is. */
export class StylesEditor {
  private readonly root: XmlNode
  private readonly prefix: string
  private readonly lists: Readonly<Record<'fonts' | 'fills' | 'borders' | 'cellXfs' | 'dxfs', StyleList>>
  private readonly cellXfs: readonly XmlNode[]
  private readonly formats = new Map<string, number>()
  private readonly newFormats: { readonly id: number; readonly code: string }[] = []
  private nextFormat = FIRST_FORMAT
  private readonly derived = new Map<string, number>()

  constructor(private readonly source: string, private readonly part: string) {
    const root = parseTree(source, part).children.find(node => node.name === 'styleSheet')
    if (root === undefined) throw new HostError('damaged', { part })
    this.root = root
    this.prefix = root.prefix
    const list = (name: string, element: string): StyleList => new StyleList(name, child(root, name), source, element)
    this.lists = { fonts: list('fonts', 'font'), fills: list('fills', 'fill'), borders: list('borders', 'border'), cellXfs: list('cellXfs', 'xf'), dxfs: list('dxfs', 'dxf') }
    this.cellXfs = childrenNamed(child(root, 'cellXfs'), 'xf')
    for (const node of childrenNamed(child(root, 'numFmts'), 'numFmt')) {
      const id = Number(attribute(node, 'numFmtId')), code = attribute(node, 'formatCode')
      if (code !== undefined && !this.formats.has(code)) this.formats.set(code, id)
      if (id >= this.nextFormat) this.nextFormat = id + 1
    }
  }

  /** A cell of this style may be typed into although the sheet is protected. */
  isUnlocked(style: number): boolean {
    const protection = child(this.cellXfs[style], 'protection')
    const locked = protection === undefined ? undefined : attribute(protection, 'locked')
    return locked === '0' || locked === 'false'
  }

  /** The style that is `base` with another number format. */
  withFormat(base: number, format: string): number {
    const key = `${base}|${format}`
    const before = this.derived.get(key)
    if (before !== undefined) return before
    const id = this.formatId(format)
    const node = this.cellXfs[base] ?? this.cellXfs[0]
    let xml = `<${this.prefix}xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`
    if (node !== undefined) {
      const text = this.source.slice(node.start, node.end), edits = new TextEdits(text), own = parseTree(text, this.part).children[0]
      if (own !== undefined) {
        if (attribute(own, 'numFmtId') === String(id)) return this.remember(key, base)
        edits.setAttribute(own, 'numFmtId', String(id))
        edits.setAttribute(own, 'applyNumberFormat', '1')
        xml = edits.toString()
      }
    }
    return this.remember(key, this.lists.cellXfs.number(xml))
  }

  /** The style of a new sheet's cell. */
  layout(style: LayoutStyle): number {
    const key = JSON.stringify(style)
    const before = this.derived.get(key)
    if (before !== undefined) return before
    const p = this.prefix
    const fontId = this.fontId(style),
      fillId = style.fill === undefined ? 0 : this.fillId(style.fill),
      borderId = this.borderId(style),
      formatId = style.format === undefined ? 0 : this.formatId(style.format)
    const alignment = [
      style.align === undefined ? '' : ` horizontal="${style.align}"`, style.vertical === undefined ? '' : ` vertical="${style.vertical}"`,
      style.wrap === true ? ' wrapText="1"' : '', style.indent === undefined || style.indent === 0 ? '' : ` indent="${style.indent}"`, style.shrink === true && style.wrap !== true ? ' shrinkToFit="1"' : '',
    ].join('')
    const inner = `${alignment === '' ? '' : `<${p}alignment${alignment}/>`}${style.locked === undefined ? '' : `<${p}protection locked="${style.locked ? 1 : 0}"/>`}`
    const applied = [
      formatId === 0 ? '' : ' applyNumberFormat="1"', fontId === 0 ? '' : ' applyFont="1"', fillId === 0 ? '' : ' applyFill="1"', borderId === 0 ? '' : ' applyBorder="1"',
      alignment === '' ? '' : ' applyAlignment="1"', style.locked === undefined ? '' : ' applyProtection="1"',
    ].join('')
    const start = `<${p}xf numFmtId="${formatId}" fontId="${fontId}" fillId="${fillId}" borderId="${borderId}" xfId="0"${applied}`
    return this.remember(key, this.lists.cellXfs.number(inner === '' ? `${start}/>` : `${start}>${inner}</${p}xf>`))
  }

  /** The number of a conditional format's style. */
  condition(style: { readonly fill?: string; readonly color?: string; readonly bold?: boolean; readonly italic?: boolean }): number {
    const p = this.prefix
    const font = `${style.bold === undefined ? '' : `<${p}b${style.bold ? '' : ' val="0"'}/>`}${style.italic === undefined ? '' : `<${p}i${style.italic ? '' : ' val="0"'}/>`}${style.color === undefined ? '' : `<${p}color rgb="${argb(style.color)}"/>`}`
    // In a differential style the colour of a solid fill is the background colour.
    const fill = style.fill === undefined ? '' : `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="${argb(style.fill)}"/><${p}bgColor rgb="${argb(style.fill)}"/></${p}patternFill></${p}fill>`
    return this.lists.dxfs.number(`<${p}dxf>${font === '' ? '' : `<${p}font>${font}</${p}font>`}${fill}</${p}dxf>`)
  }

  /** The changed part; `undefined` when nothing was added. */
  result(): string | undefined {
    const edits = new TextEdits(this.source)
    const p = this.prefix
    if (this.newFormats.length > 0) {
      const text = this.newFormats.map(({ id, code }) => `<${p}numFmt numFmtId="${id}" formatCode="${escapeAttribute(code)}"/>`).join('')
      this.grow(edits, 'numFmts', child(this.root, 'numFmts'), text, childrenNamed(child(this.root, 'numFmts'), 'numFmt').length + this.newFormats.length)
    }
    for (const list of Object.values(this.lists)) if (list.additions.length > 0) this.grow(edits, list.name, list.node, list.additions.join(''), list.total)
    return edits.isEmpty ? undefined : edits.toString()
  }

  private grow(edits: TextEdits, name: string, node: XmlNode | undefined, text: string, count: number): void {
    if (node !== undefined) {
      edits.append(node, text)
      edits.setAttribute(node, 'count', String(count))
      return
    }
    const xml = `<${this.prefix}${name} count="${count}">${text}</${this.prefix}${name}>`
    const rank = ORDER.indexOf(name)
    const next = this.root.children.find(candidate => ORDER.indexOf(candidate.name) > rank)
    if (next === undefined) edits.append(this.root, xml)
    else edits.insert(next.start, xml)
  }

  private remember(key: string, number: number): number {
    this.derived.set(key, number)
    return number
  }

  private formatId(code: string): number {
    const builtin = builtinFormatId(code)
    if (builtin !== undefined) return builtin
    const found = this.formats.get(code)
    if (found !== undefined) return found
    const id = this.nextFormat++
    this.formats.set(code, id)
    this.newFormats.push({ id, code })
    return id
  }

  private fontId(style: LayoutStyle): number {
    if (style.font === undefined && style.size === undefined && style.bold !== true && style.italic !== true && style.color === undefined)
      return 0
    // What is not said is taken from the workbook's own font.
    const base = childrenNamed(child(this.root, 'fonts'), 'font')[0]
    const value = (name: string): string | undefined => {
      const node = child(base, name)
      return node === undefined ? undefined : attribute(node, 'val')
    }
    const p = this.prefix
    const color = style.color === undefined ? this.textOf(child(base, 'color')) : `<${p}color rgb="${argb(style.color)}"/>`
    const name = style.font ?? value('name') ?? '宋体'
    // The character set 134 (GB2312) helps a computer without the font to choose another Chinese one.
    const charset = style.font === undefined ? value('charset') : /[\u4e00-\u9fff]/.test(name) ? '134' : undefined
    return this.lists.fonts.number(
      `<${p}font>${style.bold === true ? `<${p}b/>` : ''}${style.italic === true ? `<${p}i/>` : ''}<${p}sz val="${style.size ?? value('sz') ?? 11}"/>${color}<${p}name val="${escapeAttribute(name)}"/>` +
        `<${p}family val="${value('family') ?? 3}"/>${charset === undefined ? '' : `<${p}charset val="${charset}"/>`}</${p}font>`,
    )
  }

  private textOf(node: XmlNode | undefined): string {
    return node === undefined ? '' : this.source.slice(node.start, node.end)
  }

  private fillId(color: string): number {
    const p = this.prefix
    return this.lists.fills.number(`<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="${argb(color)}"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`)
  }

  private borderId(style: LayoutStyle): number {
    const { edges = {}, border = false, borderLine = 'thin', borderColor } = style
    const p = this.prefix
    const color = borderColor === undefined ? `<${p}color indexed="64"/>` : `<${p}color rgb="${argb(borderColor)}"/>`
    const side = (name: 'left' | 'right' | 'top' | 'bottom'): string => {
      const line = edges[name] ?? (border ? borderLine : 'none')
      return line === 'none' ? `<${p}${name}/>` : `<${p}${name} style="${line}">${color}</${p}${name}>`
    }
    const sides = (['left', 'right', 'top', 'bottom'] as const).map(side).join('')
    return sides.includes(' style=') ? this.lists.borders.number(`<${p}border>${sides}<${p}diagonal/></${p}border>`) : 0
  }
}

function argb(color: string): string {
  return `FF${color.replace('#', '').toUpperCase()}`
}

/** The style sheet of a new workbook: one font, the two fills that Excel asks for, no border. */
export const EMPTY_STYLES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font><sz val="11"/><color rgb="FF000000"/><name val="宋体"/><family val="3"/><charset val="134"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
