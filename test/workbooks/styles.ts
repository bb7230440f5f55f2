/** How a cell of a built workbook looks. Equal styles share one number in the file. */
export interface Style {
  readonly font?: string
  /** Points. */
  readonly size?: number
  readonly bold?: boolean
  readonly italic?: boolean
  /** `RRGGBB`. */
  readonly color?: string
  /** `RRGGBB`. */
  readonly fill?: string
  readonly align?: 'left' | 'center' | 'right'
  readonly wrap?: boolean
  readonly border?: boolean
  /** Excel's number format code. */
  readonly format?: string
  readonly locked?: boolean
}

/** Collects styles and writes `styles.xml`. Number 0 is the plain one. */
export class StyleSheet {
  private readonly fonts: string[] = ['<font><sz val="11"/><name val="宋体"/><charset val="134"/></font>']
  private readonly fills: string[] = ['<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>']
  private readonly borders: string[] = ['<border><left/><right/><top/><bottom/><diagonal/></border>']
  private readonly formats: string[] = []
  private readonly looks: string[] = ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>']
  private readonly known = new Map<string, number>([['{}', 0]])

  numberOf(style: Style | undefined): number {
    if (style === undefined) return 0
    const key = JSON.stringify(style)
    let number = this.known.get(key)
    if (number === undefined) {
      number = placed(this.looks, this.look(style))
      this.known.set(key, number)
    }
    return number
  }

  private look(style: Style): string {
    const font = placed(this.fonts, `<font>${style.bold === true ? '<b/>' : ''}${style.italic === true ? '<i/>' : ''}<sz val="${String(style.size ?? 11)}"/>${style.color === undefined ? '' : `<color rgb="FF${style.color}"/>`}<name val="${style.font ?? '宋体'}"/><charset val="134"/></font>`)
    const fill = style.fill === undefined ? 0 : placed(this.fills, `<fill><patternFill patternType="solid"><fgColor rgb="FF${style.fill}"/><bgColor indexed="64"/></patternFill></fill>`)
    const side = (name: string): string => `<${name} style="thin"><color rgb="FF7F7F7F"/></${name}>`
    const border = style.border === true ? placed(this.borders, `<border>${side('left')}${side('right')}${side('top')}${side('bottom')}<diagonal/></border>`) : 0
    const format = style.format === undefined ? 0 : 164 + placed(this.formats, style.format)
    const align = style.align === undefined ? '' : ` horizontal="${style.align}"`
    const lock = style.locked === undefined ? '' : `<protection locked="${style.locked ? '1' : '0'}"/>`
    return `<xf numFmtId="${String(format)}" fontId="${String(font)}" fillId="${String(fill)}" borderId="${String(border)}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"${lock === '' ? '' : ' applyProtection="1"'}>` +
      `<alignment${align} vertical="center"${style.wrap === true ? ' wrapText="1"' : ''}/>${lock}</xf>`
  }

  xml(): string {
    const list = (name: string, items: readonly string[]): string => (items.length === 0 ? '' : `<${name} count="${String(items.length)}">${items.join('')}</${name}>`)
    return '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
      list('numFmts', this.formats.map((code, at) => `<numFmt numFmtId="${String(164 + at)}" formatCode="${escapeXml(code)}"/>`)) +
      list('fonts', this.fonts) + list('fills', this.fills) + list('borders', this.borders) +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      list('cellXfs', this.looks) + '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  }
}

function placed(list: string[], item: string): number {
  const at = list.indexOf(item)
  return at >= 0 ? at : list.push(item) - 1
}

export function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}
