import { isBlank } from '../../core/cell'
import type { Box } from '../../core/place'
import type { TableReading } from '../../core/reading'
import { cellAt } from '../../core/snapshot'
import type { SheetSnapshot } from '../../core/snapshot'
import { normalise } from '../../vocabulary/normalise'

const MARK = /^\(?(\d{1,2})\)?(?:=(.+))?$/

/** 栏次: a row of column numbers, in the body or as the last row of the header. */
export function columnNumbers(
  sheet: SheetSnapshot,
  body: Box,
  table: TableReading,
): { readonly of: ReadonlyMap<number, { number: number; stated: string | null }>; readonly rows: ReadonlySet<number> } {
  const of = new Map<number, { number: number; stated: string | null }>(),
    rows = new Set<number>()
  for (const row of [table.header.bottom, body.top, body.top + 1]) {
    const found = new Map<number, { number: number; stated: string | null }>()
    let others = 0,
      formulas = 0
    for (const column of table.columns) {
      const value = cellAt(sheet, row, column.column)
      if (isBlank(value)) continue
      const match = typeof value === 'number' ? MARK.exec(String(value)) : typeof value === 'string' ? MARK.exec(withSigns(value)) : null
      if (match === null) {
        if (!(typeof value === 'string' && /^(?:栏次|行次|[甲乙丙丁])$/.test(normalise(value)))) others++
      } else {
        found.set(column.column, { number: Number(match[1]), stated: match[2] ?? null })
        if (match[2] !== undefined) formulas++
      }
    }
    const numbers = [...found.values()].map(each => each.number)
    const follows = numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1)
    const isRun = numbers.length >= 2 && follows && (numbers[0] ?? 9) <= 2
    if (others > 0 || !isRun || (formulas === 0 && row !== table.header.bottom && !hasWord(sheet, row, table))) continue
    for (const [column, mark] of found) of.set(column, mark)
    rows.add(row)
    break
  }
  return { of, rows }
}

function hasWord(sheet: SheetSnapshot, row: number, table: TableReading): boolean {
  for (let column = table.header.left; column <= table.header.right; column++) {
    const value = cellAt(sheet, row, column)
    if (typeof value === 'string' && /^(?:栏次|[甲乙])$/.test(normalise(value))) return true
  }
  return false
}

/** 4=1*2: the sign of multiplication goes lost where texts are normalised. */
function withSigns(text: string): string {
  return normalise(text.replace(/[*＊]/g, '×'))
}

/** 金额(4=1×(2+3)) in the header itself. */
export function statedIn(header: string): string | null {
  return /\((?:\d{1,2})=([\d+\-*/×÷()（）x.%]+)\)$/
    .exec(withSigns(header))?.[1] ?? null
}
