import { escapeXml, StyleSheet } from './styles'
import type { Style } from './styles'
import { zip } from './zip'
import type { Part } from './zip'

/** A workbook as a test or a sample describes it. */
export interface Book {
  readonly sheets: readonly Sheet[]
  /** `shared` (default) as Excel writes text, `inline` as many exporters do. */
  readonly strings?: 'shared' | 'inline'
  readonly date1904?: boolean
  readonly names?: readonly { readonly name: string; readonly refersTo: string; readonly sheet?: string }[]
  /** Parts of one's own: added, or put in the place of a part with the same path. */
  readonly parts?: readonly Part[]
}

export interface Sheet {
  readonly name: string
  /** The first is row 1; `[]` is a blank row. */
  readonly rows: readonly Row[]
  /** Ranges, e.g. `A1:F1`. */
  readonly merges?: readonly string[]
  /** Widths in characters, from column A on; `null` leaves the default. */
  readonly widths?: readonly (number | null)[]
  readonly hidden?: boolean | 'very'
  /** Column numbers, from 1. */
  readonly hiddenColumns?: readonly number[]
  readonly frozenRows?: number
  readonly frozenColumns?: number
  /** Range of the filter buttons. */
  readonly filter?: string
  /** Cells in which one of a few words may be chosen. */
  readonly choices?: readonly { readonly cells: string; readonly words: readonly string[] }[]
  readonly isProtected?: boolean
  readonly print?: Print
}

export interface Print {
  readonly landscape?: boolean
  /** First and last row to repeat on each page. */
  readonly repeat?: readonly [number, number]
}

export type Row = readonly Cell[] | RowWithLooks

export interface RowWithLooks {
  readonly cells: readonly Cell[]
  /** Points. */
  readonly height?: number
  readonly hidden?: boolean
}

export type Plain = string | number | boolean | null

export type Cell = Plain | FullCell

export interface FullCell {
  readonly value?: Plain
  /** Without the leading `=`. */
  readonly formula?: string
  /** e.g. `#REF!`. */
  readonly error?: string
  readonly style?: Style
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The bytes of an .xlsx file. The same description always gives the same bytes. */
export function workbook(book: Book): Uint8Array {
  return zip(workbookParts(book))
}

/** The parts of the package, for tests that want to break one. */
export function workbookParts(book: Book): readonly Part[] {
  const styles = new StyleSheet()
  const strings = new Map<string, number>()
  const text = (value: string): string => {
    if (book.strings === 'inline') return `t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`
    let number = strings.get(value)
    if (number === undefined) strings.set(value, number = strings.size)
    return `t="s"><v>${String(number)}</v></c>`
  }
  const sheets = book.sheets.map((sheet, at) => ({ path: `xl/worksheets/sheet${String(at + 1)}.xml`, content: sheetXml(sheet, styles, text) }))
  const shared = book.strings === 'inline' ? [] : [{ path: 'xl/sharedStrings.xml', content: `${HEAD}<sst xmlns="${MAIN}" uniqueCount="${String(strings.size)}">${[...strings.keys()].map(value => `<si><t xml:space="preserve">${escapeXml(value)}</t></si>`).join('')}</sst>` }]
  const link = (id: number, type: string, target: string): string => `<Relationship Id="rId${String(id)}" Type="${LINKS}/${type}" Target="${target}"/>`
  const count = book.sheets.length
  const parts: Part[] = [
    { path: '[Content_Types].xml', content: `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>${sheets.map(sheet => `<Override PartName="/${sheet.path}" ContentType="${TYPES}.worksheet+xml"/>`).join('')}<Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>${shared.map(() => `<Override PartName="/xl/sharedStrings.xml" ContentType="${TYPES}.sharedStrings+xml"/>`).join('')}</Types>` },
    { path: '_rels/.rels', content: `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${link(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>` },
    { path: 'xl/workbook.xml', content: workbookXml(book) },
    { path: 'xl/_rels/workbook.xml.rels', content: `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map((_, at) => link(at + 1, 'worksheet', `worksheets/sheet${String(at + 1)}.xml`)).join('')}${link(count + 1, 'styles', 'styles.xml')}${shared.map(() => link(count + 2, 'sharedStrings', 'sharedStrings.xml')).join('')}</Relationships>` },
    { path: 'xl/styles.xml', content: styles.xml() },
    ...shared,
    ...sheets,
  ]
  for (const own of book.parts ?? []) {
    const at = parts.findIndex(part => part.path === own.path)
    if (at >= 0) parts[at] = own
    else parts.push(own)
  }
  return parts
}

function workbookXml(book: Book): string {
  const sheets = book.sheets.map((sheet, at) => `<sheet name="${escapeXml(sheet.name)}" sheetId="${String(at + 1)}"${sheet.hidden === 'very' ? ' state="veryHidden"' : sheet.hidden === true ? ' state="hidden"' : ''} r:id="rId${String(at + 1)}"/>`).join('')
  const quoted = (name: string): string => `'${name.replace(/'/g, "''")}'`
  const names = [
    ...(book.names ?? []).map(entry => `<definedName name="${escapeXml(entry.name)}"${entry.sheet === undefined ? '' : ` localSheetId="${String(book.sheets.findIndex(sheet => sheet.name === entry.sheet))}"`}>${escapeXml(entry.refersTo)}</definedName>`),
    ...book.sheets.flatMap((sheet, at) => (sheet.filter === undefined ? [] : [`<definedName name="_xlnm._FilterDatabase" localSheetId="${String(at)}" hidden="1">${escapeXml(`${quoted(sheet.name)}!${absolute(sheet.filter)}`)}</definedName>`])),
    ...book.sheets.flatMap((sheet, at) => (sheet.print?.repeat === undefined ? [] : [`<definedName name="_xlnm.Print_Titles" localSheetId="${String(at)}">${escapeXml(`${quoted(sheet.name)}!$${String(sheet.print.repeat[0])}:$${String(sheet.print.repeat[1])}`)}</definedName>`])),
  ]
  const first = book.sheets.findIndex(sheet => sheet.hidden === undefined || sheet.hidden === false)
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><workbookPr${book.date1904 === true ? ' date1904="1"' : ''}/><bookViews><workbookView activeTab="${String(Math.max(0, first))}"/></bookViews><sheets>${sheets}</sheets>${names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`}<calcPr calcId="191029"/></workbook>`
}

function absolute(range: string): string {
  return range.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')
}

function sheetXml(sheet: Sheet, styles: StyleSheet, text: (value: string) => string): string {
  const rows = sheet.rows.map((row, at) => rowXml(row, at + 1, styles, text))
  const frozenRows = sheet.frozenRows ?? 0
  const frozenColumns = sheet.frozenColumns ?? 0
  const pane = frozenRows === 0 && frozenColumns === 0 ? '' : `<pane${frozenColumns > 0 ? ` xSplit="${String(frozenColumns)}"` : ''}${frozenRows > 0 ? ` ySplit="${String(frozenRows)}"` : ''} topLeftCell="${columnName(frozenColumns + 1)}${String(frozenRows + 1)}" activePane="${frozenRows === 0 ? 'topRight' : frozenColumns === 0 ? 'bottomLeft' : 'bottomRight'}" state="frozen"/>`
  const hidden = new Set(sheet.hiddenColumns ?? [])
  const widest = Math.max(sheet.widths?.length ?? 0, ...hidden)
  const columns = Array.from({ length: widest }, (_, at) => {
    const width = sheet.widths?.[at] ?? null
    if (width === null && !hidden.has(at + 1)) return ''
    return `<col min="${String(at + 1)}" max="${String(at + 1)}" width="${String(width ?? 9)}"${hidden.has(at + 1) ? ' hidden="1"' : ''} customWidth="1"/>`
  }).join('')
  const merges = sheet.merges ?? []
  const choices = sheet.choices ?? []
  return `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${LINKS}">${sheet.print === undefined ? '' : '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'}<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>` +
    (columns === '' ? '' : `<cols>${columns}</cols>`) + `<sheetData>${rows.join('')}</sheetData>` +
    (sheet.isProtected === true ? '<sheetProtection sheet="1" objects="1" scenarios="1"/>' : '') +
    (sheet.filter === undefined ? '' : `<autoFilter ref="${sheet.filter}"/>`) +
    (merges.length === 0 ? '' : `<mergeCells count="${String(merges.length)}">${merges.map(range => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`) +
    (choices.length === 0 ? '' : `<dataValidations count="${String(choices.length)}">${choices.map(choice => `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${choice.cells}"><formula1>${escapeXml(`"${choice.words.join(',')}"`)}</formula1></dataValidation>`).join('')}</dataValidations>`) +
    (sheet.print === undefined ? '' : `<printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="${sheet.print.landscape === false ? 'portrait' : 'landscape'}" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C第 &amp;P 页 共 &amp;N 页</oddFooter></headerFooter>`) +
    '</worksheet>'
}

function rowXml(row: Row, number: number, styles: StyleSheet, text: (value: string) => string): string {
  const looks: RowWithLooks = 'cells' in row ? row : { cells: row }
  const cells = looks.cells.map((cell, at) => cellXml(cell, `${columnName(at + 1)}${String(number)}`, styles, text)).join('')
  const height = looks.height === undefined ? '' : ` ht="${String(looks.height)}" customHeight="1"`
  const hidden = looks.hidden === true ? ' hidden="1"' : ''
  return cells === '' && height === '' && hidden === '' ? '' : `<row r="${String(number)}"${height}${hidden}>${cells}</row>`
}

function cellXml(cell: Cell, reference: string, styles: StyleSheet, text: (value: string) => string): string {
  const full: FullCell = cell !== null && typeof cell === 'object' ? cell : { value: cell }
  const style = styles.numberOf(full.style)
  const start = `<c r="${reference}"${style === 0 ? '' : ` s="${String(style)}"`}`
  const formula = full.formula === undefined ? '' : `<f>${escapeXml(full.formula)}</f>`
  if (full.error !== undefined) return `${start} t="e">${formula}<v>${full.error}</v></c>`
  const value = full.value ?? null
  if (value === null) return formula === '' ? (style === 0 ? '' : `${start}/>`) : `${start}>${formula}</c>`
  if (typeof value === 'number') return `${start}>${formula}<v>${String(value)}</v></c>`
  if (typeof value === 'boolean') return `${start} t="b">${formula}<v>${value ? '1' : '0'}</v></c>`
  return formula === '' ? `${start} ${text(value)}` : `${start} t="str">${formula}<v>${escapeXml(value)}</v></c>`
}

/** `A` for 1, `AA` for 27. */
export function columnName(column: number): string {
  let name = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  return name
}

/** The serial number of a day in the 1900 system. */
export function serial(year: number, month: number, day: number): number {
  return Math.round((Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / 86_400_000)
}
