import type { InputCell } from '../../core/fill-plan'
import { cellKey, cellName } from '../../core/place'
import { isBlankIn, placeOf } from '../own/place'
import type { OwnColumn, OwnLine, OwnTable } from '../own/own-table'

const SUBJECTS: ReadonlyMap<string, string> = new Map([['subsidy', 'subsidy'], ['taskMoney', 'task-money'], ['paidService', 'paid-service']])

/** The blank cell of a person's own table that would hold an input: where there is one, it is asked for there. */
export function blankInput(tables: readonly OwnTable[], input: string, year: number): InputCell[] | null {
  const subject = SUBJECTS.get(input)
  if (subject === undefined) return null
  for (const own of tables) {
    if (own.kind !== 'lines' || own.meaning.community >= 0 || !isPlain(own.meaning, year)) continue
    for (const line of own.lines) {
      if (line.role !== 'leaf' || line.meaning.subject !== subject || !isPlain(line.meaning, year)) continue
      const column = own.columns.find(each => isPresentMoney(each, year) && isFree(own, line, each))
      if (column !== undefined)
        return [{ sheet: own.sheet.name, cell: ownCell(own, line, column), title: line.label, unit: column.meaning.unit?.word ?? '' }]
    }
  }
  return null
}

/** The cell's name on the sheet. */
export function ownCell(own: OwnTable, line: OwnLine, column: OwnColumn): string {
  const { row, column: at } = placeOf(own, line, column)
  return cellName(row, at)
}

/** Every word is accounted for, and no other year is said. */
function isPlain({ blocks, years }: Pick<OwnTable['meaning'], 'blocks' | 'years'>, year: number): boolean {
  return blocks.length === 0 && years.every(each => each === year)
}

function isPresentMoney({ meaning }: OwnColumn, year: number): boolean {
  const { measure, unit, payer, subject, period } = meaning
  if (measure !== 'amount' || unit?.of !== 'money' || payer !== null || !isPlain(meaning, year)) return false
  return (subject === null || subject === 'sources') && (period === null || period === 'now' || period === 'this-year')
}

function isFree(own: OwnTable, line: OwnLine, column: OwnColumn): boolean {
  const { row, column: at } = placeOf(own, line, column)
  return isBlankIn(own, line, column) && !own.sheet.formulas.has(cellKey(row, at))
}
