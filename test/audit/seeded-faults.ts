import type { CellValue } from '../../src/core/cell'
import { cellKey, parseBox } from '../../src/core/place'
import { cellAt } from '../../src/core/snapshot'
import { book } from './books'
import type { More, Sheets, Written } from './books'
import type { Layout } from './seeded-layouts'

/** A kind of fault: what it makes of a cell's content. `null`: the fault does not fit the cell. */
export interface FaultKind {
  readonly kind: string
  readonly where: 'sums' | 'computed' | 'links' | 'parts' | 'grand' | 'plain'
  /** What the cell holds afterwards. */
  readonly plant: (before: Cell) => Written | null
  /** The value that the finding must name: the clean one of the cell, or none. `sum`: found at the cell or at the sum over it. */
  readonly expected?: 'value' | 'none'
}

export interface Cell {
  readonly content: Written
  readonly value: CellValue
  readonly row: number
  readonly column: number
}

/** A planted fault: a workbook, the cell, and the value that would be right. */
export interface Seeded {
  readonly name: string
  readonly kind: string
  readonly sheets: Sheets
  readonly more: More
  readonly sheet: string
  readonly row: number
  readonly column: number
  readonly expected: CellValue
}

const formula = ({ content }: Cell): string | null => (typeof content === 'string' && content.startsWith('=') ? content : null)
const changed = (cell: Cell, change: (text: string) => string): Written | null => {
  const text = formula(cell), after = text === null ? null : change(text)
  return after === null || after === text ? null : after
}
const typed = (cell: Cell, change: (value: number) => number): Written | null => (typeof cell.value === 'number' && formula(cell) !== null ? Number(change(cell.value).toPrecision(12)) : null)
const round = (value: number): number => Math.round(value * 100) / 100
/** `=6+4.3` where the siblings compute: numbers alone, and not the right ones. */
const workedOut = ({ value }: Cell): string | null => (typeof value === 'number' ? `=${round(value * 0.6)}+${round(Math.abs(value) * 0.37) + 1}` : null)
/** Moves the last row (or column) of a range by steps. */
const range = (text: string, from: number, to: number): string => text.replace(/^=SUM\(([A-Z])(\d+):([A-Z])(\d+)\)$/, (all, c1: string, r1: string, c2: string, r2: string) => {
  if (c1 === c2) return Number(r2) - Number(r1) < 2 ? all : `=SUM(${c1}${Number(r1) + from}:${c2}${Number(r2) + to})`
  return c2.charCodeAt(0) - c1.charCodeAt(0) < 2 ? all : `=SUM(${String.fromCharCode(c1.charCodeAt(0) + from)}${r1}:${String.fromCharCode(c2.charCodeAt(0) + to)}${r2})`
})
const isSum = (text: string): boolean => /^=SUM\(/.test(text)

export const faults: readonly FaultKind[] = [
  { kind: 'typed total, a tenth more', where: 'sums', plant: cell => typed(cell, value => round(value * 1.1) + 1) },
  { kind: 'typed total, a little less', where: 'sums', plant: cell => typed(cell, value => round(value * 0.97) - 1) },
  { kind: 'typed total, two digits turned', where: 'sums', plant: cell => typed(cell, value => { const text = String(round(value)), turned = (text[1] ?? '') + (text[0] ?? '') + text.slice(2); return Number(turned) === value || turned.startsWith('0') ? value + 9 : Number(turned) }) },
  { kind: 'typed total, right', where: 'sums', plant: cell => typed(cell, value => value) },
  { kind: 'range without its last line', where: 'sums', plant: cell => changed(cell, text => range(text, 0, -1)) },
  { kind: 'range without its first line', where: 'sums', plant: cell => changed(cell, text => range(text, 1, 0)) },
  { kind: 'range without its last two lines', where: 'sums', plant: cell => changed(cell, text => (/\d{2}\)|[E-Z]\d+\)/.test(text) ? range(text, 0, -2) : text)) },
  { kind: 'mean for sum', where: 'sums', plant: cell => changed(cell, text => text.replace('SUM(', 'AVERAGE(')) },
  { kind: 'count for sum', where: 'sums', plant: cell => changed(cell, text => text.replace('SUM(', 'COUNT(')) },
  { kind: 'greatest for sum', where: 'sums', plant: cell => changed(cell, text => text.replace('SUM(', 'MAX(')) },
  { kind: 'a number added to the sum', where: 'sums', plant: cell => changed(cell, text => (isSum(text) ? `${text}+100` : text)) },
  { kind: 'a number taken off the sum', where: 'sums', plant: cell => changed(cell, text => (isSum(text) ? `${text}-3.5` : text)) },
  { kind: 'the sum of the line beside', where: 'sums', plant: cell => changed(cell, text => text.replace(/^=SUM\(([A-Z])(\d+):([A-Z])(\d+)\)$/, (_all, c1: string, r1: string, c2: string, r2: string) => (c1 === c2 ? `=SUM(${String.fromCharCode(c1.charCodeAt(0) - 1)}${r1}:${String.fromCharCode(c2.charCodeAt(0) - 1)}${r2})` : `=SUM(${c1}${Number(r1) - 1}:${c2}${Number(r2) - 1})`))) },
  { kind: 'a sum in tenths', where: 'sums', plant: cell => changed(cell, text => (isSum(text) ? `${text}/10` : text)) },
  { kind: 'a lost reference in a sum', where: 'sums', plant: () => [`=SUM(#REF!)`, { error: '#REF!' }] as const },
  { kind: 'a total that holds itself', where: 'sums', plant: cell => { const text = formula(cell), match = text === null ? null : /^=SUM\(([A-Z])(\d+):([A-Z])(\d+)\)$/.exec(text); return match === null || match[1] !== match[3] || Number(match[2]) > cell.row ? null : [`=SUM(${match[1] ?? ''}${match[2] ?? ''}:${match[3] ?? ''}${cell.row})`, 0] as const } },
  { kind: 'a stale value', where: 'sums', plant: cell => { const text = formula(cell); return text === null || typeof cell.value !== 'number' ? null : [text, round(cell.value * 0.9)] as const } },
  { kind: 'thousand for ten thousand', where: 'computed', plant: cell => changed(cell, text => text.replace('/10000', '/1000')) },
  { kind: 'ten months for twelve', where: 'computed', plant: cell => changed(cell, text => text.replace(/\*D\d+\//, '*10/')) },
  { kind: 'the row above', where: 'computed', plant: cell => changed(cell, text => text.replace(/([A-Z])(\d+)$/, (_all, column: string, row: string) => `${column}${Number(row) - 1}`)) },
  { kind: 'the row below', where: 'computed', plant: cell => changed(cell, text => text.replace(/^=([A-Z])(\d+)/, (_all, column: string, row: string) => `=${column}${Number(row) + 1}`)) },
  { kind: 'the column beside', where: 'computed', plant: cell => changed(cell, text => text.replace(/^=([C-Z])(\d+)/, (_all, column: string, row: string) => `=${String.fromCharCode(column.charCodeAt(0) - 1)}${row}`)) },
  { kind: 'plus for minus', where: 'computed', plant: cell => changed(cell, text => text.replace(/-(?=[A-Z])/, '+')) },
  { kind: 'minus for plus', where: 'computed', plant: cell => changed(cell, text => text.replace(/\+(?=[A-Z])/, '-')) },
  { kind: 'plus for times', where: 'computed', plant: cell => changed(cell, text => text.replace('*', '+')) },
  { kind: 'times for divided by', where: 'computed', plant: cell => changed(cell, text => text.replace(/\/(?=[A-Z$])/, '*')) },
  { kind: 'a number added', where: 'computed', plant: cell => changed(cell, text => `${text}+5`) },
  { kind: 'a hundredth', where: 'computed', plant: cell => changed(cell, text => `${text}/100`) },
  { kind: 'a term left out', where: 'computed', plant: cell => changed(cell, text => (/^=[A-Z]\d+[+-][A-Z]\d+[+-][A-Z]\d+$/.test(text) ? text.replace(/[+-][A-Z]\d+$/, '') : text)) },
  { kind: 'the anchor lost', where: 'computed', plant: cell => changed(cell, text => text.replace(/\$([A-Z])\$(\d+)$/, (_all, column: string, row: string) => `${column}${Number(row) + 1}`)) },
  { kind: 'the anchor on another cell', where: 'computed', plant: cell => changed(cell, text => text.replace(/\$([A-Z])\$(\d+)$/, (_all, column: string, row: string) => `$${column}$${Number(row) + 2}`)) },
  { kind: 'typed for computed, more', where: 'computed', plant: cell => typed(cell, value => (value === 0 ? 3 : round(value * 1.2) + 0.5)) },
  { kind: 'typed for computed, less', where: 'computed', plant: cell => typed(cell, value => (value === 0 ? 2 : round(value * 0.85) - 0.3)) },
  { kind: 'typed in 元 among 万元', where: 'computed', plant: cell => (formula(cell)?.includes('/10000') === true ? typed(cell, value => Math.round(value * 10_000)) : null) },
  { kind: 'typed for computed, right', where: 'computed', plant: cell => (Number.isInteger(typeof cell.value === 'number' ? cell.value * 100 : 0.5) && Math.abs(Number(cell.value)) >= 10 ? typed(cell, value => value) : null) },
  { kind: 'typed total, tenfold', where: 'sums', plant: cell => typed(cell, value => round(value * 10)) },
  { kind: 'typed total, as text', where: 'sums', plant: cell => (typeof cell.value === 'number' && formula(cell) !== null ? String(round(cell.value)) : null) },
  { kind: 'typed total, 0', where: 'sums', plant: cell => typed(cell, () => 0) },
  { kind: 'typed for computed, as text', where: 'computed', plant: cell => (typeof cell.value === 'number' && Math.abs(cell.value) >= 10 ? String(round(cell.value)) : null) },
  { kind: 'a lost reference', where: 'computed', plant: cell => { const text = formula(cell); return text === null ? null : [text.replace(/[A-Z]\d+/, '#REF!'), { error: '#REF!' }] as const } },
  { kind: 'a stale product', where: 'computed', plant: cell => { const text = formula(cell); return text === null || typeof cell.value !== 'number' || cell.value === 0 ? null : [text, round(cell.value * 1.3) + 1] as const } },
  { kind: 'the summary reads another row', where: 'links', plant: cell => changed(cell, text => text.replace(/\d+$/, row => String(Number(row) - 1))) },
  { kind: 'the summary reads another column', where: 'links', plant: cell => changed(cell, text => text.replace(/!([A-Z])/, (_all, column: string) => `!${column === 'B' ? 'C' : 'B'}`)) },
  { kind: 'the summary reads another sheet', where: 'links', plant: cell => changed(cell, text => text.replace(/^=[^!]+!/, '=河东社区!')) },
  { kind: 'the summary is typed, and differs', where: 'links', plant: cell => typed(cell, value => round(value * 1.08) + 1) },
  { kind: 'the summary takes from another file', where: 'links', plant: cell => { const text = formula(cell); return text === null || typeof cell.value !== 'number' ? null : [text.replace(/^=([^!]+)!/, "='[2022年.xlsx]$1'!"), cell.value] as const }, expected: 'none' },
  { kind: 'a part as text', where: 'parts', plant: cell => (typeof cell.value === 'number' ? String(cell.value) : null) },
  { kind: 'a part as text with its unit', where: 'parts', plant: cell => (typeof cell.value === 'number' ? `${cell.value}万元` : null) },
  { kind: 'a part as text with a space', where: 'parts', plant: cell => (typeof cell.value === 'number' ? ` ${cell.value} ` : null) },
  { kind: 'a part in full-width digits', where: 'parts', plant: cell => (typeof cell.value === 'number' ? String(cell.value).replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).replace('.', '．') : null) },
  { kind: 'parent and child added', where: 'grand', plant: cell => changed(cell, text => text.replace(/^=([A-Z])(\d+)/, (all, column: string, row: string) => `${all}+${column}${Number(row) + 1}`)) },
  { kind: 'a subtotal forgotten', where: 'grand', plant: cell => changed(cell, text => text.replace(/\+[A-Z]\d+$/, '')) },
  { kind: 'subtotals summed with their parts', where: 'grand', plant: cell => changed(cell, text => text.replace(/^=([A-Z])\d+.*$/, (_all, column: string) => `=SUM(${column}${cell.row > 5 ? 3 : 4}:${column}${cell.row > 5 ? cell.row - 1 : 10})`)) },
  { kind: 'operands the other way round', where: 'computed', plant: cell => changed(cell, text => text.replace(/^=([A-Z]\d+)([-/])([A-Z]\d+)$/, '=$3$2$1')) },
  { kind: 'a sheet left out', where: 'computed', plant: cell => changed(cell, text => text.replace(/\+三季度![A-Z]\d+/, '').replace('一月:四月', '一月:三月')) },
  { kind: 'a row of a sheet too far', where: 'computed', plant: cell => changed(cell, text => text.replace(/(二季度!|四月!|明细!)([A-Z])(\d+)/, (_all, sheet: string, column: string, row: string) => `${sheet}${column}${Number(row) + 1}`)) },
  { kind: 'the parameter of another line', where: 'computed', plant: cell => changed(cell, text => text.replace(/标准!\$B\$(\d)/, (_all, row: string) => `标准!$B$${row === '2' ? 3 : 2}`)) },
  { kind: 'the criterion of the row below', where: 'computed', plant: cell => changed(cell, text => text.replace(/,(\$?A)(\d+)(?=[,)])/, (_all, column: string, row: string) => `,${column}${Number(row) + 1}`)) },
  { kind: 'the other column of a list', where: 'computed', plant: cell => changed(cell, text => text.replace(',2,FALSE', ',3,FALSE').replace('[单价]', '[数量]')) },
  { kind: 'a name alone', where: 'computed', plant: cell => changed(cell, text => text.replace(/^=[A-Z]\d+\*(?=[年公])/, '=')) },
  { kind: 'a range that takes in a total', where: 'sums', plant: cell => changed(cell, text => (/^=SUM\([J-Z]\d/.test(text) || cell.content === text && /:[A-Z](?:6|9|12)\)$/.test(text) ? range(text, -1, 0) : text)) },
  { kind: 'a sum worked out in its cell', where: 'sums', plant: cell => workedOut(cell) },
  { kind: 'a value worked out in its cell', where: 'computed', plant: cell => workedOut(cell) },
  { kind: 'a comma for a colon', where: 'sums', plant: cell => changed(cell, text => text.replace(/^=SUM\(([A-Z]\d+):([A-Z]\d+)\)$/, '=SUM($1,$2)')) },
  { kind: 'a share as its number of percent', where: 'computed', plant: cell => (Math.abs(Number(cell.value)) < 1 ? typed(cell, value => (value === 0 ? 5 : round(value * 100))) : null) },
  { kind: 'typed for computed, with its unit', where: 'computed', plant: cell => (typeof cell.value === 'number' && Math.abs(cell.value) >= 10 && formula(cell) !== null ? `${round(cell.value)}万元` : null) },
  { kind: 'a plain total, a little more', where: 'plain', plant: cell => round(Number(cell.value) * 1.04) },
  { kind: 'a plain total, tenfold', where: 'plain', plant: cell => round(Number(cell.value) * 10) },
  { kind: 'a plain total without a digit', where: 'plain', plant: cell => { const text = String(cell.value); return text.length < 4 ? null : Number(text.slice(0, 1) + text.slice(2)) } },
  { kind: 'a subtotal twice', where: 'grand', plant: cell => changed(cell, text => text.replace(/^=([A-Z]\d+)/, '=$1+$1')) },
]

/** Every fault in every place that it fits, one a workbook. */
export function seededIn(layout: Layout): Seeded[] {
  const more = layout.more ?? {}, clean = book(layout.sheets, more), seeded: Seeded[] = []
  for (const fault of faults) {
    for (const place of layout[fault.where] ?? []) {
      const [name = '', cell = ''] = place.split('!'), box = parseBox(cell), sheet = clean.sheets.find(each => each.name === name)
      const rows = layout.sheets[name]
      if (box === null || sheet === undefined || rows === undefined) throw new RangeError(place)
      const { top: row, left: column } = box, value = cellAt(sheet, row, column), before = rows[row - 1]?.[column - 1] ?? null
      const planted = fault.plant({ content: before, value, row, column })
      if (planted === null) continue
      const sheets: Sheets = {
        ...layout.sheets,
        [name]: rows.map((cells, r) => (r === row - 1 ? cells.map((each, c) => (c === column - 1 ? planted : each)) : cells)),
      }
      const shows = book(sheets, more).sheets.find(each => each.name === name)?.formulas.get(cellKey(row, column))
      if (shows !== undefined && shows === before && !Array.isArray(planted)) continue
      seeded.push({ name: `${fault.kind} in ${layout.name} at ${place}`, kind: fault.kind, sheets, more, sheet: name, row, column, expected: fault.expected === 'none' ? null : value })
    }
  }
  return seeded
}
