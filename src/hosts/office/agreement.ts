import { isCellError } from '../../core/cell'
import type { CellValue } from '../../core/cell'
import type { ReadNotice } from '../../core/snapshot'
import type { CancelSignal } from '../../core/workbook'
import { formulaOf, valueOf } from './contents'
import type { WireValue } from './contents'
import { isPayloadError, isRefusal } from './errors'
import type { FileSample, SamplePart } from './file-sample'
import { calculationNotices } from './read-names'
import type { Run } from './run'
import { askBox, boxOf, rangeOf } from './used-range'

/** The workbook's name, and what Excel says of its values. */
export interface Agreed {
  readonly name: string
  readonly notices: readonly ReadNotice[]
}

/**
 * Holds a file against the open workbook, in one trip that reads only. A cell that was typed since, a sheet that came, went, moved or was hidden: they differ.
 * @returns `null` when they differ or when the comparison could not be made
 */
export async function agrees(run: Run, sample: FileSample, signal?: CancelSignal): Promise<Agreed | null> {
  try {
    return await run(async context => {
      const { workbook } = context
      workbook.load('name')
      workbook.application.load('calculationMode,calculationState')
      const list = workbook.worksheets.load('items/name,items/visibility')
      const asked = sample.parts.map(part => {
        const range = rangeOf(workbook.worksheets.getItem(part.sheet), part.box)
        return { part, range: range.load('values,formulas,valueTypes') }
      })
      // What lies beyond the file's own cells was typed since.
      const used = sample.sheets.map(({ name }) => askBox(workbook.worksheets.getItem(name).getUsedRangeOrNullObject(true)))
      await context.sync()
      if (!sameSheets(list.items, sample)) return null
      if (!asked.every(({ part, range }) => sameCells(part, range))) return null
      const goesOn = sample.sheets.some(({ bottom, right }, at) => {
        const range = used[at]
        return range !== undefined && !range.isNullObject && (boxOf(range).bottom > bottom || boxOf(range).right > right)
      })
      if (goesOn) return null
      return { name: workbook.name, notices: calculationNotices(workbook.application) }
    }, { signal })
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined
    if (isRefusal(cause) || isPayloadError(cause)) return null
    throw error
  }
}

function sameSheets(found: readonly Excel.Worksheet[], { sheets }: FileSample): boolean {
  if (found.length !== sheets.length) return false
  return found.every(({ name, visibility }, at) => {
    const there = sheets[at]
    return there?.name === name && there.visibility.toLowerCase() === visibility.toLowerCase()
  })
}

function sameCells({ cells }: SamplePart, range: Excel.Range): boolean {
  const values = range.values as WireValue[][] | null, formulas = range.formulas as WireValue[][]
  if (values === null) return false
  return cells.every((line, r) => line.every((cell, c) => {
    if (cell === null) return true
    const value = values[r]?.[c] ?? null, type = range.valueTypes[r]?.[c] ?? 'Empty'
    if (cell.isFormula !== (formulaOf(formulas[r]?.[c] ?? null, value, type) !== null)) return false
    // A formula that the file holds no value of is calculated by whoever reads the file.
    return (cell.isFormula && cell.value === null) || sameValue(cell.value, valueOf(value, type))
  }))
}

function sameValue(a: CellValue, b: CellValue): boolean {
  if (a === b) return true
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= Math.max(Math.abs(a), Math.abs(b)) * 1e-12
  if (isCellError(a) && isCellError(b)) return a.error === b.error
  return (a === null || a === '') && (b === null || b === '')
}
