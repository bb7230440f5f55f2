import type { CellValue } from '../core/cell'
import type { SheetRow, SheetSnapshot, Snapshot } from '../core/snapshot'
import type { TurnedSheet } from '../core/turned'
import { chosen } from '../vocabulary/choices'
import { cardList } from './card-list'
import { findTables } from './find-tables'
import type { FoundTable } from './found-table'
import { lastColumn } from './grid'
import { headsIndicators, indicatorRows } from './indicator-rows'
import { mayBeTurned } from './list-direction'
import { pairedRows } from './paired-rows'
import type { SettleContext } from './settle'
import { spelledForms } from './spelled-cells'
import { turnedTables } from './turned'

/** Lists on their side and forms stand nearest below the sheet, then these. */
const FIRST_PAIRED = 3

/** The sheet with the answers of its printed boxes: ☑自有 □租赁 is 自有. */
function answered(sheet: SheetSnapshot): SheetSnapshot {
  let rows: SheetRow[] | null = null
  for (const [at, cells] of sheet.rows.entries()) {
    let own: CellValue[] | null = null
    for (const [index, value] of cells.entries()) {
      const told = typeof value === 'string' ? chosen(value) : undefined
      if (told !== undefined) (own ??= [...cells])[index] = told === '' ? null : told
    }
    if (own !== null) (rows ??= [...sheet.rows])[at] = own
  }
  return rows === null ? sheet : { ...sheet, rows }
}

/** The lists of a sheet; where none stands in rows, those on their side and in forms. @param turned takes those that are read turned */
export function tablesOn(asWritten: SheetSnapshot, dateSystem: Snapshot['dateSystem'], turned: TurnedSheet[]): readonly FoundTable[] {
  const sheet = answered(asWritten)
  const tables = findTables(sheet)
  if (tables[0]?.cards !== undefined) {
    const cards = cardList(sheet)
    if (cards === null) return tables
    turned.push(cards.turned)
    return [cards.found]
  }
  const told = tables.some(({ levels }) => headsIndicators(levels)) ? indicatorRows(sheet, lastColumn(sheet)) : null
  if (told !== null) {
    turned.push(told.turned)
    return [told.found]
  }
  // Pairs of label and value side by side look like headers with a row or two below.
  const inRows = (table: FoundTable): boolean => !mayBeTurned(table) && table.last - table.first >= 2
  if (!tables.some(mayBeTurned) || tables.some(inRows)) return inOneRowEach(tables, dateSystem, turned)
  const beside = turnedTables(sheet), hasHeader = tables.some(({ guessed }) => !guessed)
  const lists = beside.length > 0 || hasHeader ? beside : spelledForms(sheet)
  if (lists.length === 0) return inOneRowEach(tables, dateSystem, turned)
  turned.push(...lists.map(list => list.turned))
  return lists.map(list => list.found)
}

/** Lists in which each person fills two rows, as lists of one row each. */
function inOneRowEach(tables: readonly FoundTable[], dateSystem: Snapshot['dateSystem'], turned: TurnedSheet[]): readonly FoundTable[] {
  const context: SettleContext = { dateSystem, isKnownCommunity: () => false }
  return tables.map((table, at) => {
    const paired = pairedRows(table, context, FIRST_PAIRED + at)
    if (paired === null) return table
    turned.push(paired.turned)
    return paired.found
  })
}
