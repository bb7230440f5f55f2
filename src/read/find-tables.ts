import type { SheetSnapshot } from '../core/snapshot'
import { normalise } from '../vocabulary/normalise'
import { rowLabel } from '../vocabulary/labels'
import { isPageLine } from '../vocabulary/page-lines'
import { isVacantName } from '../vocabulary/status'
import { bandsOf } from './bands'
import type { Band, FilledCell } from './grid'
import { isTitleCell, lastFilled, tablesOf } from './blocks'
import { filledCells, lastColumn } from './grid'
import { headerExtent, headerLevels, isHeaderRow, isNewHeader, isPlaceLine, mayBeHeader, MOST_LEVELS } from './header-rows'
import { isHeaderWord } from './header-cells'
import type { PersonCards } from './person-cards'
import { personCards } from './person-cards'
import type { FoundTable } from './found-table'

const MOST_HEADING_ROWS = 12
const CONTINUED = /^(?:第?\d+页.*|.*[(]续表?[)])$/

/** Every table of a sheet, in reading order. A sheet with cells gives at least one. */
export function findTables(sheet: SheetSnapshot): FoundTable[] {
  const cards = personCards(sheet)
  if (cards !== null) return [cardsTable(sheet, cards)]
  const tables: FoundTable[] = []
  const bands = bandsOf(sheet)
  for (const band of bands) {
    const found = tablesOfBand(band)
    for (const table of found) {
      // A title over two tables side by side stands in the first band's columns.
      const shared =
        table.heading.length === 0 && tables.length > 0 ? tables.find(other => other.header.top === table.header.top)?.heading : undefined
      tables.push(shared === undefined ? table : { ...table, heading: shared })
    }
  }
  if (tables.length === 0) {
    const guess = guessedTable(sheet, bands[0])
    if (guess !== null) tables.push(guess)
  }
  return tables
}

/** All cards of a sheet as one table, so that what they are can be said. */
function cardsTable(sheet: SheetSnapshot, cards: PersonCards): FoundTable {
  const band: Band = { sheet, left: 1, right: lastColumn(sheet) }
  return {
    sheet,
    band,
    header: { top: cards.top, left: cards.left, bottom: cards.top, right: band.right },
    levels: [],
    first: cards.top + 1,
    last: lastFilled(band, cards.top, sheet.rows.length),
    repeats: new Set(),
    pageTitles: new Set(),
    heading: headingRows(band, 0, cards.top, true).flatMap(row => filledCells(band, row)),
    guessed: true,
    cards: cards.count,
  }
}

interface HeaderAt { top: number; bottom: number }

function tablesOfBand(band: Band): FoundTable[] {
  const { sheet } = band
  const headers: HeaderAt[] = []
  const total = sheet.rows.length
  for (let row = 1; row <= total; row++) {
    if (!mayBeHeader(band, row) || !isHeaderRow(band, row) || (headers.length > 0 && !isNewHeader(band, row))) continue
    const previous = headers.at(-1)
    const extent = (previous === undefined ? null : printedAgain(band, previous, row)) ?? headerExtent(band, row, previous !== undefined)
    if (previous !== undefined && extent.top <= previous.bottom) extent.top = previous.bottom + 1
    row = extent.bottom
    // Header words right under a header, with no row of data between, are its next level.
    if (
      previous !== undefined &&
      extent.top === previous.bottom + 1 &&
      extent.bottom - previous.top < MOST_LEVELS &&
      !sameHeader(band, previous, extent)
    )
      previous.bottom = extent.bottom
    else headers.push(extent)
  }
  dropNarrowRows(band, headers)
  const found: FoundTable[] = []
  let open: { header: HeaderAt; heading: FilledCell[]; repeats: Set<number>; pageTitles: Set<number> } | null = null
  const close = (last: number): void => {
    if (open !== null)
      found.push(...tablesOf({ band, at: open.header, heading: open.heading, last, repeats: open.repeats, pageTitles: open.pageTitles }))
  }
  for (const [index, header] of headers.entries()) {
    const floor = index === 0 ? 0 : (headers[index - 1]?.bottom ?? 0)
    const heading = headingRows(band, floor, header.top, index === 0)
    if (open !== null && sameHeader(band, open.header, header) && continues(band, open.heading, heading)) {
      for (let row = header.top; row <= header.bottom; row++) open.repeats.add(row)
      for (const row of heading) open.pageTitles.add(row)
      continue
    }
    close((heading[0] ?? header.top) - 1)
    open = { header, heading: heading.flatMap(row => filledCells(band, row)), repeats: new Set(), pageTitles: new Set() }
  }
  close(total)
  return found
}

/** The extent of a header that is printed again, known from any of its rows. */
function printedAgain(band: Band, header: HeaderAt, row: number): HeaderAt | null {
  for (let level = 0; level <= header.bottom - header.top; level++) {
    const again = { top: row - level, bottom: row - level + header.bottom - header.top }
    if (again.top > header.bottom && sameHeader(band, header, again)) return again
  }
  return null
}

/** 政治面貌 | 中共党员 is a row of a statistics table when a wider row of words stands above it, and no header. */
function dropNarrowRows(band: Band, headers: HeaderAt[]): void {
  const [first] = headers
  if (first === undefined || filledCells(band, first.top).length > 2) return
  for (let row = Math.max(1, first.top - MOST_HEADING_ROWS); row < first.top; row++) {
    const cells = filledCells(band, row)
    if (cells.length >= 3 && cells.every(cell => typeof cell.value === 'string' && !/[:：]/.test(cell.value))) { headers.length = 0; return }
  }
}

/** Rows directly above a header that are lines rather than data, topmost first. Above the first header everything is heading. */
function headingRows(band: Band, floor: number, top: number, first: boolean): number[] {
  const rows: number[] = []
  const lowest = Math.max(floor + 1, top - MOST_HEADING_ROWS)
  for (let row = top - 1; row >= lowest; row--) {
    const cells = filledCells(band, row)
    if (cells.length === 0) {
      if (first || rows.length === 0) continue
      // One blank row may part a title from its unit line; a longer gap ends the heading.
      if (row - 1 >= lowest && isHeadingLine(filledCells(band, row - 1)) && filledCells(band, row - 1).length > 0) continue
      break
    }
    if (!first && !isHeadingLine(cells) && !isPlaceLine(band, row)) break
    rows.unshift(row)
  }
  return rows
}

function isHeadingLine(cells: readonly FilledCell[]): boolean {
  if (cells.length > 3 || cells.some(cell => typeof cell.value !== 'string')) return false
  for (const cell of cells) {
    const label = rowLabel(normalise(String(cell.value)))
    if (label === 'total' || label === 'subtotal' || label === 'of-which' || label === 'note' || label === 'signature' || label === 'example') return false
  }
  if (cells.length > 1) return cells.every(isTitleCell) || cells.some(cell => /[:：]|表|册|单/.test(String(cell.value)))
  // 空缺 alone in a row is a vacant post, the last row of the table above.
  return !isVacantName(normalise(String(cells[0]?.value ?? '')))
}

function sameHeader(band: Band, a: HeaderAt, b: HeaderAt): boolean {
  if (a.bottom - a.top !== b.bottom - b.top) return false
  for (let level = 0; level <= a.bottom - a.top; level++) {
    const left = filledCells(band, a.top + level), right = filledCells(band, b.top + level)
    if (left.length !== right.length) return false
    for (const [index, cell] of left.entries()) {
      const other = right[index]
      if (other === undefined || other.column !== cell.column || plain(other) !== plain(cell)) return false
    }
  }
  return true
}

/** The same header again goes on with the same table unless a title of its own stands above it. */
function continues(band: Band, openHeading: readonly FilledCell[], heading: readonly number[]): boolean {
  if (heading.length === 0) return true
  const before = new Set(openHeading.map(plain))
  return heading.every(row =>
    filledCells(band, row).every(cell => {
      const text = plain(cell)
      return before.has(text) || CONTINUED.test(text) || isPageLine(text) || isLine(text)
    }),
  )
}

function isLine(text: string): boolean {
  const label = rowLabel(text)
  return label === 'unit-line' || label === 'as-of'
}

function plain(cell: FilledCell): string {
  return typeof cell.value === 'string' ? normalise(cell.value) : String(cell.value)
}

/** For a sheet where no header was recognised: the first row with several texts, or the first filled row. */
function guessedTable(sheet: SheetSnapshot, band: Band | undefined): FoundTable | null {
  if (band === undefined) return null
  let firstFilled = 0, header = 0
  const last = Math.min(sheet.rows.length, 200)
  for (let row = 1; row <= last && header === 0; row++) {
    const cells = filledCells(band, row)
    if (cells.length > 0 && firstFilled === 0) firstFilled = row
    const texts = cells.filter(cell => typeof cell.value === 'string' && !/[:：]/.test(cell.value)).length
    if (texts >= 3 || (texts >= 2 && texts === cells.length && cells.some(cell => isHeaderWord(String(cell.value))))) header = row
  }
  const at = header === 0 ? firstFilled : header
  if (at === 0) return null
  const extent = header === 0 ? { top: at, bottom: at } : headerExtent(band, at, false)
  const levels = headerLevels(band, extent.top, extent.bottom)
  const cells = filledCells(band, at)
  return {
    sheet,
    band,
    header: { top: extent.top, left: cells[0]?.column ?? band.left, bottom: extent.bottom, right: band.right },
    levels: levels.slice((cells[0]?.column ?? band.left) - band.left),
    first: extent.bottom + 1,
    last: lastFilled(band, extent.bottom, sheet.rows.length),
    repeats: new Set(),
    pageTitles: new Set(),
    heading: headingRows(band, 0, extent.top, true).flatMap(row => filledCells(band, row)),
    guessed: true,
  }
}
