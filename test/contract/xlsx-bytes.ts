import { isCellError, isFormula } from '../../src/core/cell'
import type { CellContent, CellValue } from '../../src/core/cell'
import { cellName } from '../../src/core/place'
import { buildBook } from '../hosts/package-builder'
import { boxNamed } from './workbook-spec'
import type { SheetSpec, WorkbookSpec } from './workbook-spec'

/** The file that a spec describes, written with shared strings, shared groups and arrays as Excel writes them. */
export function xlsxBytes(spec: WorkbookSpec): Uint8Array {
  const strings: string[] = []
  const formats = [...new Set(spec.sheets.flatMap(sheet => Object.values(sheet.formats ?? {})))]
  const sheets = spec.sheets.map(sheet => ({
    name: sheet.name,
    xml: sheet.kind === 'chartsheet' ? '<?xml version="1.0"?><chartsheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>' : sheetXml(sheet, strings, formats),
    ...(sheet.visibility === undefined || sheet.visibility === 'visible' ? {} : { state: sheet.visibility }),
    ...(sheet.kind === undefined ? {} : { type: sheet.kind }),
  }))
  return buildBook({
    sheets,
    strings: strings.map(text => `<si><t xml:space="preserve">${escaped(text)}</t></si>`),
    styles:
      `<numFmts count="${formats.length}">${formats.map((format, i) => `<numFmt numFmtId="${164 + i}" formatCode="${escaped(format)}"/>`).join('')}</numFmts>` +
      '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
      `<cellXfs count="${2 + formats.length}"><xf numFmtId="0"/><xf numFmtId="0" applyProtection="1"><protection locked="0"/></xf>${formats.map((_format, i) => `<xf numFmtId="${164 + i}" applyNumberFormat="1"/>`).join('')}</cellXfs>`,
    ...(spec.dateSystem === 1904 ? { properties: 'date1904="1"' } : {}),
    ...(spec.names === undefined ? {} : { names: Object.entries(spec.names).map(([name, refersTo]) => `<definedName name="${name}">${escaped(refersTo)}</definedName>`).join('') }),
  })
}

function sheetXml(spec: SheetSpec, strings: string[], formats: readonly string[]): string {
  const rows = new Map<number, Map<number, string>>()
  const put = (row: number, column: number, xml: string): void => {
    const cells = rows.get(row) ?? new Map<number, string>()
    rows.set(row, cells.set(column, xml))
  }
  for (const name of spec.unlocked ?? []) {
    const { top, left } = boxNamed(name)
    put(top, left, `<c r="${name}" s="1"/>`)
  }
  for (const [name, content] of Object.entries(spec.cells ?? {})) {
    const { top, left } = boxNamed(name)
    const format = spec.formats?.[name],
      style = format !== undefined ? 2 + formats.indexOf(format) : spec.unlocked?.includes(name) === true ? 1 : 0
    put(top, left, cellXml(spec, name, content, style, strings))
  }
  for (const row of spec.hiddenRows ?? []) if (!rows.has(row)) rows.set(row, new Map())
  const data = [...rows].sort(([a], [b]) => a - b).map(([row, cells]) => `<row r="${row}"${spec.hiddenRows?.includes(row) === true ? ' hidden="1"' : ''}>${[...cells].sort(([a], [b]) => a - b).map(([, xml]) => xml).join('')}</row>`)
  const columns = (spec.hiddenColumns ?? []).map(column => `<col min="${column}" max="${column}" width="9" hidden="1"/>`)
  return (
    `<dimension ref="A1"/>${columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`}<sheetData>${data.join('')}</sheetData>${spec.isProtected === true ? '<sheetProtection sheet="1" objects="1"/>' : ''}` +
    (spec.merges === undefined ? '' : `<mergeCells count="${spec.merges.length}">${spec.merges.map(merge => `<mergeCell ref="${merge}"/>`).join('')}</mergeCells>`)
  )
}

function cellXml(spec: SheetSpec, name: string, content: CellContent, style: number, strings: string[]): string {
  const s = style === 0 ? '' : ` s="${style}"`
  if (!isFormula(content)) {
    if (typeof content === 'string') {
      strings.push(content)
      return `<c r="${name}"${s} t="s"><v>${strings.length - 1}</v></c>`
    }
    const { type, text } = typed(content)
    return content === null ? `<c r="${name}"${s}/>` : `<c r="${name}"${s}${type}><v>${text}</v></c>`
  }
  const { type, text } = typed(content.value)
  return `<c r="${name}"${s}${type}>${formulaXml(spec, name, content.formula.slice(1))}${text === '' && type === '' ? '' : `<v>${text}</v>`}</c>`
}

function formulaXml(spec: SheetSpec, name: string, formula: string): string {
  const { top, left } = boxNamed(name)
  for (const [kind, boxes] of [['shared', spec.shared ?? []], ['array', spec.arrays ?? []]] as const) {
    for (const [i, ref] of boxes.entries()) {
      const box = boxNamed(ref)
      if (top < box.top || top > box.bottom || left < box.left || left > box.right) continue
      const isFirst = name === cellName(box.top, box.left)
      if (kind === 'array') return isFirst ? `<f t="array" ref="${ref}">${escaped(formula)}</f>` : ''
      return isFirst ? `<f t="shared" ref="${ref}" si="${i}">${escaped(formula)}</f>` : `<f t="shared" si="${i}"/>`
    }
  }
  return `<f>${escaped(formula)}</f>`
}

function typed(value: CellValue): { type: string; text: string } {
  if (value === null) return { type: '', text: '' }
  if (isCellError(value)) return { type: ' t="e"', text: value.error }
  if (typeof value === 'boolean') return { type: ' t="b"', text: value ? '1' : '0' }
  if (typeof value === 'string') return { type: ' t="str"', text: escaped(value) }
  return { type: '', text: String(value) }
}

function escaped(text: string): string {
  return text.replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_').replace(/[&<>"]/g, mark => `&#${mark.charCodeAt(0)};`)
}
