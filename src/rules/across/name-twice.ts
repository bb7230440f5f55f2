import type { TableReading } from '../../core/reading'
import type { Finding } from '../../core/finding'
import { cellKey } from '../../core/place'
import { cellAt } from '../../core/snapshot'
import type { SheetSnapshot } from '../../core/snapshot'
import { hash } from '../../core/waiver'
import { message } from '../../messages'
import { auditFinding } from '../audit-finding'
import type { AuditBook } from '../audit-rule'
import { boxesOf } from '../boxes'

/** Shorter lists say nothing by having each name once, longer ones have namesakes. */
const LEAST = 6
const MOST = 300
/** Columns that tell namesakes apart. */
const TELLS = new Set(['id', 'birth', 'phone'])

/**
 * One name twice under the same unit, in a list where every other name stands once there: a person of a community or department where no
 * column tells namesakes apart, or a village of a town. A list with more of them has several rows a name by design.
 */
export function namesTwice(book: AuditBook): Finding[] {
  return book.reading.tables.flatMap(table => {
    const sheet = book.sheets.find(each => each.name === table.sheet), columns = columnsOf(table)
    return sheet === undefined || columns === null ? [] : inList(sheet, table, columns)
  })
}

/** The columns of the unit and of the name. */
function columnsOf({ columns, turned }: TableReading): readonly [unit: number, name: number] | null {
  const of = (key: string): number | undefined => columns.find(each => each.key === key)?.column
  const name = of('name'), unit = of('community'), town = of('township')
  if (turned === true || columns.some(({ key }) => key !== null && TELLS.has(key))) return null
  if (name !== undefined) return unit === undefined ? null : [unit, name]
  const village = columns.find(({ column, header }) => column - 1 === town && /^(?:行政)?村$|^村（?社区|^社区/.test(header))
  return town === undefined || village === undefined ? null : [town, village.column]
}

function inList(sheet: SheetSnapshot, { body }: TableReading, [unitColumn, column]: readonly [number, number]): Finding[] {
  const first = new Map<string, number>(), again: { readonly row: number; readonly before: number; readonly name: string }[] = []
  if (body === null || body.bottom - body.top >= MOST) return []
  let unit = ''
  for (let row = body.top; row <= body.bottom; row++) {
    const written = cellAt(sheet, row, unitColumn), name = cellAt(sheet, row, column)
    if (typeof written === 'string' && written.trim() !== '') unit = plain(written)
    if (typeof name !== 'string' || name.trim() === '' || /[小合总]\s*计/.test(name)) continue
    const key = `${unit}\u0000${plain(name)}`, before = first.get(key)
    if (before === undefined) first.set(key, row)
    else again.push({ row, before, name: name.trim() })
  }
  const [one] = again
  if (one === undefined || again.length > 1 || first.size < LEAST || /^(?:其他|其它|待定|空缺|拟聘|无)/.test(one.name)) return []
  return [auditFinding({
    rule: 'item-twice', severity: 'warning', at: { sheet: sheet.name, boxes: boxesOf([cellKey(one.row, column)]) },
    related: [{ sheet: sheet.name, boxes: boxesOf([cellKey(one.before, column)]) }], subject: `${sheet.name}/${hash(one.name)}`,
    message: message('across.twice', { key: one.name, first: one.before, second: one.row }), actual: one.name,
  })]
}

function plain(text: string): string {
  return text.replace(/\s/g, '')
}
