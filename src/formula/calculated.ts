import type { CellContent, CellValue } from '../core/cell'
import { cellError, isFormula } from '../core/cell'
import { keyColumn, keyRow } from '../core/place'
import type { SheetSnapshot, Snapshot } from '../core/snapshot'
import { cellAt, sheetNamed } from '../core/snapshot'
import { withPlainReferences } from './plain-references'
import { Workspace } from './workspace'

/** Programs that write workbooks without calculating leave formulas without a value: more of them than this are left as they are. */
const MOST = 300_000

/**
 * The workbook with values for formulas that were stored without one, as far as they are calculated here. A workbook whose formulas
 * all show a value comes back as it is.
 */
export function withValues(snapshot: Snapshot): WithValues {
  let known = calculated.get(snapshot)
  if (known === undefined) calculated.set(snapshot, (known = calculate(snapshot)))
  return known
}

/** Reading and audit ask for the same workbook: it is calculated once. */
const calculated = new WeakMap<Snapshot, WithValues>()

type WithValues = ReturnType<typeof calculate>

function calculate(snapshot: Snapshot): {
  readonly snapshot: Snapshot
  /** Formulas that still have no value. */ readonly without: number
} {
  const blank = new Map<SheetSnapshot, number[]>()
  let count = 0
  for (const sheet of snapshot.sheets) {
    const keys: number[] = []
    for (const key of sheet.formulas.keys()) if (cellAt(sheet, keyRow(key), keyColumn(key)) === null) keys.push(key)
    if (keys.length > 0)
      blank.set(
        sheet,
        keys.sort((a, b) => a - b),
      )
    count += keys.length
  }
  if (count === 0 || count > MOST) return { snapshot, without: count }
  const plain = withPlainReferences(snapshot), workspace = new Workspace(plain)
  const formulaAt = (sheet: SheetSnapshot, key: number): string => sheetNamed(plain, sheet.name)?.formulas.get(key) ?? ''
  for (const [sheet, keys] of blank)
    for (const key of keys) workspace.write(sheet.name, keyRow(key), keyColumn(key), contentOf(formulaAt(sheet, key)))
  let without = 0
  const sheets = snapshot.sheets.map((sheet): SheetSnapshot => {
    const keys = blank.get(sheet)
    if (keys === undefined) return sheet
    const rows: (readonly CellValue[])[] = [...sheet.rows],
      copied = new Map<number, CellValue[]>()
    for (const key of keys) {
      const row = keyRow(key),
        column = keyColumn(key),
        formula = formulaAt(sheet, key),
        content = contentOf(formula),
        value = isFormula(content) ? valueOf(workspace, formula, sheet, row, column) : content
      if (value === null) {
        without++
        continue
      }
      let cells = copied.get(row)
      if (cells === undefined) {
        while (rows.length < row) rows.push([])
        copied.set(row, (cells = [...(rows[row - 1] ?? [])]))
        rows[row - 1] = cells
      }
      while (cells.length < column) cells.push(null)
      cells[column - 1] = value
    }
    return { ...sheet, rows }
  })
  return { snapshot: { ...snapshot, sheets }, without }
}

/** A lost reference gives its error whatever stands around it, unless the formula catches errors. */
function contentOf(formula: string): CellContent {
  return formula.includes('#REF!') && !/IS(?:ERROR|ERR|REF)|IFERROR|"/i.test(formula.replace(/"[^"]*"/g, '')) ? cellError('#REF!') : { formula, value: null }
}

/** `null` for what is not calculated here, for circles, and for chains that are too long to follow. */
function valueOf(workspace: Workspace, formula: string, sheet: SheetSnapshot, row: number, column: number): CellValue {
  try {
    return workspace.calculate(formula, sheet.name, row, column) ?? null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
