import { isBlank } from '../core/cell'
import type { Place } from '../core/place'
import type { ColumnKey } from '../core/reading'
import type { SheetSnapshot } from '../core/snapshot'
import { normalise } from '../vocabulary/normalise'
import type { FilledCell } from './grid'
import { filledCells, lastColumn, rowOf } from './grid'
import { headerCell } from './header-cells'
import { ANSWERS, personCards } from './person-cards'
import type { PersonCards } from './person-cards'
import type { TurnedTable } from './turned-list'
import { listOf } from './turned-list'

/** Rows that one card may have, and cards that a sheet may have. */
const CARD_ROWS = 60, MOST_CARDS = 5000
/** Header words under each other in one row begin a table inside a card: 称谓 | 姓名 | 出生年月 | 政治面貌 of the family. */
const WORDS_OF_A_TABLE = 3

interface Pair { readonly label: FilledCell; readonly value: Place }

/**
 * The cards of persons on a sheet as one list, a person a row. A card runs from its first label to the next card's; tables inside a card
 * (family, earlier posts) end it, so that the names of relatives are nobody's.
 */
export function cardList(sheet: SheetSnapshot): TurnedTable | null {
  const cards = personCards(sheet)
  if (cards === null || cards.names.length > MOST_CARDS) return null
  const right = lastColumn(sheet)
  const rowsOfCards = [...new Set(cards.names.map(cell => cell.row))]
  const lead = leadOf(sheet, cards, right)
  const records: (readonly Pair[])[] = []
  for (const name of cards.names) {
    const beside = cards.names.filter(cell => cell.row === name.row && cell.column > name.column).map(cell => cell.column)
    const isFirst = !cards.names.some(cell => cell.row === name.row && cell.column < name.column)
    const next = rowsOfCards.find(row => row > name.row) ?? sheet.rows.length + 1 + lead
    const box = {
      top: Math.max(1, name.row - lead),
      left: isFirst ? 1 : name.column,
      bottom: Math.min(next - 1 - lead, name.row + CARD_ROWS),
      right: beside.length === 0 ? right : Math.min(...beside) - 1,
    }
    records.push(pairsIn(sheet, box))
  }
  if (records.every(pairs => pairs.length === 0)) return null
  const words = [...new Map(records.flat().map(({ label }) => [wordOf(label), label])).values()]
  const first = cards.names[0],
    last = cards.names.at(-1)
  if (first === undefined || last === undefined) return null
  const box = { top: first.row - lead, left: cards.left, bottom: Math.min(sheet.rows.length, last.row + CARD_ROWS), right }
  const list = listOf(
    sheet,
    words.map(wordOf),
    words,
    records.map(pairs => words.map(word => pairs.find(({ label }) => wordOf(label) === wordOf(word))?.value ?? null)),
    box,
    CARDS_AT,
  )
  return { ...list, found: { ...list.found, cards: records.length } }
}

/** Where the list stands below the sheet, beside the other ways of turning one. */
const CARDS_AT = 2

function wordOf(label: FilledCell): string {
  return normalise(String(label.value)).replace(/[:：]$/, '')
}

/** Rows with labels right above the first 姓名 that belong to its card: 所在社区 | 清泉社区. */
function leadOf(sheet: SheetSnapshot, cards: PersonCards, right: number): number {
  let lead = 0
  const told = (row: number): boolean => row > 0 && pairsIn(sheet, { top: row, left: 1, bottom: row, right }).length > 0
  while (told(cards.top - lead - 1)) lead++
  return lead
}

/** Labels with a value to their right, until a table inside the card begins. */
function pairsIn(sheet: SheetSnapshot, box: { top: number; left: number; bottom: number; right: number }): readonly Pair[] {
  const pairs: Pair[] = []
  const seen = new Set<string>()
  for (let row = box.top; row <= box.bottom; row++) {
    const cells = filledCells({ sheet, left: box.left, right: box.right }, row)
    if (isTableHead(cells)) break
    for (let at = 0; at < cells.length; at++) {
      const label = cells[at]
      if (label === undefined || !isLabel(label)) continue
      const value = valueOf(sheet, label, cells[at + 1])
      if (value === null || seen.has(wordOf(label))) continue
      seen.add(wordOf(label))
      pairs.push({ label, value })
      if (cells[at + 1]?.column === value.column) at++
    }
  }
  return pairs
}

function isLabel(cell: FilledCell): boolean {
  return typeof cell.value === 'string' && keysOf(cell).length > 0
}

function keysOf(cell: FilledCell): readonly ColumnKey[] {
  return typeof cell.value === 'string' ? headerCell(cell.value.replace(/[:：]\s*$/, '')).keys : []
}

/** 姓名 | 关系 | 出生年月 | 政治面貌: words, each with another word beside it that answers none. */
function isTableHead(cells: readonly FilledCell[]): boolean {
  let run = 0
  for (const [at, cell] of cells.entries()) {
    const next = cells[at + 1], before = cells[at - 1]
    // 正式 behind 人员身份 is a value, though it heads columns elsewhere.
    if (before !== undefined && isLabel(before) && answers(before, cell)) { run = 0; continue }
    run = isLabel(cell) && (next === undefined || (isLabel(next) && !answers(cell, next))) ? run + 1 : 0
    if (run >= WORDS_OF_A_TABLE) return true
  }
  return false
}

function answers(label: FilledCell, value: FilledCell): boolean {
  return keysOf(label).some(key => ANSWERS[key]?.(value.value) === true)
}

/** The cell behind a label, over the cells that the label is merged across; `null` when the next label stands there. */
function valueOf(sheet: SheetSnapshot, label: FilledCell, next: FilledCell | undefined): Place | null {
  const merge = sheet.merges?.find(box => box.top <= label.row && box.bottom >= label.row && box.left === label.column)
  const column = (merge?.right ?? label.column) + 1
  if (next !== undefined && next.column <= column && isLabel(next) && !answers(label, next)) return null
  const at = isBlank(rowOf(sheet, label.row)[column - 1]) && next !== undefined && !isLabel(next) ? next.column : column
  return { sheet: sheet.name, row: label.row, column: at }
}
