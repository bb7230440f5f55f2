import { isCellError, isFormula } from '../../core/cell'
import type { CellContent, CellValue } from '../../core/cell'
import { cellName, keyColumn, keyRow } from '../../core/place'
import type { Box } from '../../core/place'
import { fileFormula } from './file-formula'
import { escapeText } from './xml-tree'

/** A cell to be written: its content and the number of its style, 0 for none. */
export interface CellToWrite {
  readonly row: number
  readonly column: number
  readonly content: CellContent
  readonly style: number
}

/**
 * The `<c>` element of a cell; '' when nothing is left to write.
 * @param prefix the sheet's element prefix with its colon, or ''
 * @param kept the formula element as it stands in the file, where only the value is new
 */
export function cellXml({ row, column, content, style }: CellToWrite, prefix: string, kept?: string): string {
  const start = `<${prefix}c r="${cellName(row, column)}"${style > 0 ? ` s="${style}"` : ''}`
  const end = `</${prefix}c>`
  if (isFormula(content)) {
    const formula = kept ?? `<${prefix}f>${escapeText(escapeControls(fileFormula(content.formula)))}</${prefix}f>`
    const { type, text } = typed(content.value)
    return `${start}${type}>${formula}${text === undefined ? '' : `<${prefix}v>${text}</${prefix}v>`}${end}`
  }
  if (content === null) return style > 0 ? `${start}/>` : ''
  if (typeof content === 'string') return `${start} t="inlineStr"><${prefix}is><${prefix}t${needsSpace(content) ? ' xml:space="preserve"' : ''}>${textXml(content)}</${prefix}t></${prefix}is>${end}`
  const { type, text } = typed(content)
  return `${start}${type}><${prefix}v>${text ?? ''}</${prefix}v>${end}`
}

function typed(value: CellValue): { readonly type: string; readonly text: string | undefined } {
  if (value === null) return { type: '', text: undefined }
  if (isCellError(value)) return { type: ' t="e"', text: escapeText(value.error) }
  switch (typeof value) {
    case 'string':
      return { type: ' t="str"', text: textXml(value) }
    case 'boolean':
      return { type: ' t="b"', text: value ? '1' : '0' }
    default:
      // JavaScript writes the shortest decimal that reads back as the same number.
      return Number.isFinite(value) ? { type: '', text: String(value) } : { type: ' t="e"', text: '#NUM!' }
  }
}

function needsSpace(text: string): boolean {
  return /^\s|\s$|[\n\t]|\s\s/.test(text)
}

/** Text as XML content: what XML cannot hold becomes `_xHHHH_`, and what looks like that is protected. */
export function textXml(text: string): string {
  return escapeText(escapeControls(text.replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')))
}

function escapeControls(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, mark => `_x${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
}

/** The box that the keys of cells span. */
export function spanOf(keys: Iterable<number>): Box | undefined {
  let top = Number.POSITIVE_INFINITY, left = top, bottom = 0, right = 0
  for (const key of keys) {
    const row = keyRow(key), column = keyColumn(key)
    top = Math.min(top, row)
    bottom = Math.max(bottom, row)
    left = Math.min(left, column)
    right = Math.max(right, column)
  }
  return bottom === 0 ? undefined : { top, left, bottom, right }
}
