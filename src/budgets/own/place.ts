import { isBlank } from '../../core/cell'
import { cellAt } from '../../core/snapshot'
import { cell, range, scaled } from '../../formula/expression'
import type { Term } from '../../formula/expression'
import type { OwnContext } from './own-context'
import type { OwnColumn, OwnLine, OwnTable } from './own-table'

/** The cell of a line and a column on the sheet. */
export function placeOf(own: OwnTable, line: OwnLine, column: OwnColumn): { readonly row: number; readonly column: number } {
  if (column.at !== undefined) return column.at
  return own.isTurned ? { row: column.column, column: line.row } : { row: line.row, column: column.column }
}

export function here(own: OwnTable, line: OwnLine, column: OwnColumn): Term {
  return cell(placeOf(own, line, column))
}

/** A run of cells; `fixedStart`: it grows from its first cell when it is copied on. */
export function run(own: OwnTable, from: readonly [OwnLine, OwnColumn], to: readonly [OwnLine, OwnColumn], fixedStart = false): Term {
  const first = placeOf(own, ...from), last = placeOf(own, ...to)
  if (!own.isTurned || !fixedStart) return range(first, last, fixedStart)
  const text = range(first, last).text
  return { ...range(first, last), text: `$${text}` }
}

/** Whether the table holds a number there, typed or about to be written. */
export function has(context: OwnContext, own: OwnTable, line: OwnLine, column: OwnColumn): boolean {
  const place = placeOf(own, line, column)
  return context.hasNumber(own.sheet.name, place.row, place.column)
}

export function numberIn(context: OwnContext, own: OwnTable, line: OwnLine, column: OwnColumn): number | null {
  const place = placeOf(own, line, column)
  return context.numberAt(own.sheet.name, place.row, place.column)
}

export function isWrittenIn(context: OwnContext, own: OwnTable, line: OwnLine, column: OwnColumn): boolean {
  const place = placeOf(own, line, column)
  return context.isWritten(own.sheet.name, place.row, place.column)
}

export function isBlankIn(own: OwnTable, line: OwnLine, column: OwnColumn): boolean {
  const place = placeOf(own, line, column)
  return isBlank(cellAt(own.sheet, place.row, place.column))
}

/** A figure of one column said in the unit of another; `null` where one of them says no unit and the other does. */
export function inUnitOf(term: Term, from: OwnColumn, to: OwnColumn): Term | null {
  const a = from.meaning.unit, b = to.meaning.unit
  if (a === null && b === null) return term
  // Heads are heads, with 人 behind them or without.
  if ((a ?? b)?.of === 'persons' && (a === null || b === null)) return term
  return a === null || b === null || a.of !== b.of ? null : scaled(term, a.scale / b.scale)
}
