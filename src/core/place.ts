/** Where things are. Rows and columns count from 1, as a person counts them. */

export interface Place {
  readonly sheet: string
  readonly row: number
  readonly column: number
}

/** A rectangle of cells on a sheet that is known from the context. All ends are included. */
export interface Box {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** Whether a cell lies in a box. */
export function isInBox(box: Box, row: number, column: number): boolean {
  return row >= box.top && row <= box.bottom && column >= box.left && column <= box.right
}

/** Whether a box lies wholly in another, or is the same. */
export function isBoxWithin(box: Box, outer: Box): boolean {
  return box.top >= outer.top && box.bottom <= outer.bottom && box.left >= outer.left && box.right <= outer.right
}

/** Whether two boxes have a cell in common. */
export function boxesMeet(one: Box, other: Box): boolean {
  return one.top <= other.bottom && one.bottom >= other.top && one.left <= other.right && one.right >= other.left
}

/** The largest row and column that Excel 2007 and later have. */
export const LAST_ROW = 1_048_576
export const LAST_COLUMN = 16_384

/** 1 -> `A`, 28 -> `AB`. */
export function columnName(column: number): string {
  let name = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  return name
}

/** `AB` -> 28; `null` when the letters name no column of a sheet. */
export function columnNumber(name: string): number | null {
  if (!/^[A-Za-z]{1,3}$/.test(name)) return null
  let number = 0
  for (const letter of name.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64
  return number <= LAST_COLUMN ? number : null
}

/** `B5`. */
export function cellName(row: number, column: number): string {
  return columnName(column) + row
}

/** `A3:L4`, or `A3` when the box is one cell. */
export function boxName(box: Box): string {
  const from = cellName(box.top, box.left)
  return box.top === box.bottom && box.left === box.right ? from : `${from}:${cellName(box.bottom, box.right)}`
}

/** Reads `B5`, `$B$5`, `A3:L4`; `null` for anything else. Ends in the wrong order are put right. */
export function parseBox(name: string): Box | null {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/.exec(name.trim())
  if (match === null) return null
  const [, letters = '', digits = '', letters2 = letters, digits2 = digits] = match
  const c1 = columnNumber(letters), c2 = columnNumber(letters2), r1 = Number(digits), r2 = Number(digits2)
  if (c1 === null || c2 === null || r1 < 1 || r2 < 1 || r1 > LAST_ROW || r2 > LAST_ROW) return null
  return { top: Math.min(r1, r2), bottom: Math.max(r1, r2), left: Math.min(c1, c2), right: Math.max(c1, c2) }
}

/** A sheet name as it stands in front of `!`: quoted only where Excel needs it. */
export function sheetReference(sheet: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) && !/^[A-Za-z]{1,3}\d+$/.test(sheet) && !/^[Rr]\d*[Cc]?\d*$|^[Cc]\d*$/.test(sheet)
  return plain ? sheet : `'${sheet.replaceAll("'", "''")}'`
}

/** `办公用房!D9`, quoted where needed. */
export function placeName(place: Place): string {
  return `${sheetReference(place.sheet)}!${cellName(place.row, place.column)}`
}

/** One number for a cell, as the key of sparse maps: rows first, so that sorting keys sorts cells. */
export function cellKey(row: number, column: number): number {
  return row * LAST_COLUMN + (column - 1)
}

export function keyRow(key: number): number {
  return Math.floor(key / LAST_COLUMN)
}

export function keyColumn(key: number): number {
  return (key % LAST_COLUMN) + 1
}

/**
 * Names of many cells of one sheet, runs joined: rows 5,6,7,9 of column 2 -> `B5:B7,B9`.
 * @param most how many runs to name; the rest is left out and the caller states the count
 */
export function columnRuns(rows: readonly number[], column: number, most = Number.POSITIVE_INFINITY): string {
  const sorted = [...new Set(rows)].sort((a, b) => a - b)
  const runs: string[] = []
  for (let i = 0; i < sorted.length && runs.length < most; ) {
    let j = i
    while (j + 1 < sorted.length && sorted[j + 1] === (sorted[j] ?? 0) + 1) j++
    runs.push(boxName({ top: sorted[i] ?? 1, bottom: sorted[j] ?? 1, left: column, right: column }))
    i = j + 1
  }
  return runs.join(',')
}
