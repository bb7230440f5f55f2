import type { CellValue } from '../../core/cell'
import { LAST_COLUMN, LAST_ROW } from '../../core/place'
import { EMPTY_ROW } from '../../core/snapshot'
import type { ReadNotice, SheetRow, Snapshot } from '../../core/snapshot'
import { HostError } from '../../core/workbook'
import { Room, checkText } from './bounds'

/** V8's strings end near 512 million characters; a csv that large is no roster. */
const BIGGEST = 256 * 1024 * 1024
/** Names under which Excel and WPS keep workbooks: programs that export text give it such a name, and so does a broken download. */
const WORKBOOK_NAME = /\.(?:xls[xmb]?|xlt[xm]?|et)$/i

/**
 * A csv or tsv file as a workbook of one sheet. Encoding: a byte order mark, else UTF-8 when it is valid, else GB18030
 * (what Excel on Chinese Windows saves). Numbers become numbers only when nothing is lost: ids and codes with leading zeros stay text.
 * Under a workbook's name a text is read, and said to be one; where nothing parts its lines into columns it is no table at all.
 * @throws HostError `not-a-workbook`, `empty-file`, `too-large`
 */
export function readDelimited(bytes: Uint8Array, name: string): Snapshot {
  if (bytes.length > BIGGEST) throw new HostError('too-large', { part: name })
  const notices: ReadNotice[] = []
  const { text, encoding } = decode(bytes)
  if (encoding === 'gb18030') notices.push({ key: 'notice.text-encoding', params: { encoding: 'GB18030' } })
  const rows = parseRows(text, separatorOf(text), name)
  if (rows.length === 0) throw new HostError('empty-file', { file: name })
  if (WORKBOOK_NAME.test(name)) {
    if (rows.every(row => row.length <= 1)) throw new HostError('not-a-workbook')
    notices.push({ key: 'notice.text-under-workbook-name', params: {} })
  }
  const sheet = { name: sheetName(name), kind: 'worksheet', visibility: 'visible', rows, formulas: new Map<number, string>(), isProtected: false, tables: [] } as const
  return { name, dateSystem: 1900, sheets: [sheet], names: [], notices }
}

function decode(bytes: Uint8Array): { text: string; encoding: string } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16' }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    // Not UTF-8: the only other encoding that Chinese programs write.
    return { text: new TextDecoder('gb18030').decode(bytes), encoding: 'gb18030' }
  }
}

/** The separator that the first lines agree on; quoted text is not counted. */
function separatorOf(text: string): string {
  const stated = /^sep=(.)\r?\n/.exec(text)
  if (stated !== null) return stated[1] ?? ','
  const sample = text.slice(0, 8192).replace(/"[^"]*"/g, '')
  const count = (mark: string): number => sample.split(mark).length - 1
  const best = ([',', '\t', ';'] as const).map(mark => ({ mark, count: count(mark) })).sort((a, b) => b.count - a.count)[0]
  return best !== undefined && best.count > 0 ? best.mark : ','
}

function parseRows(text: string, separator: string, name: string): SheetRow[] {
  const rows: SheetRow[] = []
  let row: CellValue[] = []
  let at = /^sep=.\r?\n/.exec(text)?.[0].length ?? 0
  const mark = separator.charCodeAt(0)
  const room = new Room()
  const endRow = (): void => {
    while (row.length > 0 && row[row.length - 1] === null) row.pop()
    room.takeRow(row.length, name)
    rows.push(row.length === 0 ? EMPTY_ROW : row)
    row = []
    if (rows.length > LAST_ROW) throw new HostError('too-large', { part: name })
  }
  while (at < text.length) {
    let field: string
    let quoted = false
    if (text.charCodeAt(at) === 34) {
      quoted = true
      field = ''
      at++
      for (;;) {
        const end = text.indexOf('"', at)
        if (end < 0) {
          // A quote that never closes: what is left is this field, nothing is lost.
          checkText(text.length - at, name)
          field += text.slice(at)
          at = text.length
          break
        }
        checkText(field.length + end - at, name)
        field += text.slice(at, end)
        at = end + 1
        if (text.charCodeAt(at) !== 34) break
        field += '"'
        at++
      }
    } else field = ''
    const start = at
    while (at < text.length) {
      const code = text.charCodeAt(at)
      if (code === mark || code === 10 || code === 13) break
      at++
    }
    checkText(field.length + at - start, name)
    field += text.slice(start, at)
    row.push(quoted ? (field === '' ? null : field) : plainValue(field))
    if (row.length > LAST_COLUMN) throw new HostError('too-large', { part: name })
    if (at >= text.length) break
    if (text.charCodeAt(at) === mark) {
      at++
      if (at === text.length) row.push(null)
    } else {
      at += text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10 ? 2 : 1
      endRow()
    }
  }
  if (row.length > 0) endRow()
  while (rows.length > 0 && rows[rows.length - 1]?.length === 0) rows.pop()
  return rows
}

function plainValue(field: string): CellValue {
  if (field === '') return null
  // Excel's own way to keep a long number as text in a csv.
  const kept = /^="(.*)"$/.exec(field)
  if (kept !== null) return kept[1] ?? ''
  const first = field.charCodeAt(0)
  if ((first >= 48 && first <= 57) || first === 45) {
    const isNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(field) && field.replace(/[-.]/g, '').length <= 15
    if (isNumber) return Number(field)
  }
  return field
}

function sheetName(name: string): string {
  const base = name.replace(/\.[^.]*$/, '').replace(/[\\/?*[\]:]/g, '_').slice(0, 31)
  return base === '' ? 'Sheet1' : base
}
