import type { CellValue } from '../core/cell'
import { cellKey, keyColumn, keyRow } from '../core/place'
import type { SheetSnapshot, Snapshot } from '../core/snapshot'
import { NormalForms, formulaIn, resolve } from './normal-form'
import type { FormulaClass, ResolvedReference } from './normal-form'
import { parseCopy } from './parse'
import type { Expression } from './parse'
import { Workspace } from './workspace'

/** Cells of one row or column that hold formulas, in order. */
export interface FormulaLine {
  /** Columns of a row, or rows of a column. */
  readonly at: number[]
  /** Class of each. */
  readonly classes: number[]
}

/** The rows of a sheet that hold formulas. They stand one behind the other among its keys, and are read off there: a sheet may have a million. */
class RowLines {
  constructor(private readonly keys: readonly number[], private readonly ids: readonly number[]) {}

  get(row: number): FormulaLine | undefined {
    const start = cellKey(row, 1), end = cellKey(row + 1, 1)
    let low = 0, high = this.keys.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.keys[middle] ?? 0) < start) low = middle + 1
      else high = middle
    }
    return (this.keys[low] ?? end) < end ? this.from(low, row)[0] : undefined
  }

  *[Symbol.iterator](): Generator<readonly [row: number, line: FormulaLine]> {
    for (let i = 0; i < this.keys.length; ) {
      const row = keyRow(this.keys[i] ?? 0), [line, next] = this.from(i, row)
      yield [row, line]
      i = next
    }
  }

  private from(first: number, row: number): readonly [line: FormulaLine, next: number] {
    const at: number[] = [], classes: number[] = [], end = cellKey(row + 1, 1)
    let i = first
    for (; i < this.keys.length && (this.keys[i] ?? 0) < end; i++) {
      at.push(keyColumn(this.keys[i] ?? 0))
      classes.push(this.ids[i] ?? 0)
    }
    return [{ at, classes }, i]
  }
}

export interface FormulaCell {
  readonly key: number
  readonly what: FormulaClass
}

/** The formulas of one sheet in classes. */
export interface SheetFormulas {
  readonly sheet: SheetSnapshot
  /** The cells that hold formulas, ascending, and the class of each. */
  readonly keys: readonly number[]
  readonly ids: readonly number[]
  /** Class by cell key. */
  readonly classAt: ReadonlyMap<number, number>
  readonly rows: RowLines
  readonly columns: ReadonlyMap<number, FormulaLine>
}

/**
 * The formulas of a workbook, sorted into classes of copies; learnt for each sheet when it is first asked for.
 * A workbook without formulas costs nothing.
 */
export class FormulaIndex {
  readonly forms = new NormalForms()
  private readonly known = new Map<string, SheetFormulas>()
  private last: SheetFormulas | null = null
  private calculator: Workspace | null = null
  private readonly byName = new Map<string, SheetSnapshot>()

  constructor(readonly snapshot: Snapshot) {
    for (const sheet of snapshot.sheets) this.byName.set(sheet.name.toLowerCase(), sheet)
  }

  /** How many cells hold formulas. */
  get count(): number {
    return this.snapshot.sheets.reduce((sum, sheet) => sum + sheet.formulas.size, 0)
  }

  /** A sheet as a formula names it: without regard to case. */
  sheetNamed(name: string): SheetSnapshot | undefined {
    return this.byName.get(name.toLowerCase())
  }

  of(sheet: SheetSnapshot): SheetFormulas {
    // Rules ask cell by cell, sheet after sheet.
    if (this.last?.sheet === sheet) return this.last
    let found = this.known.get(sheet.name)
    if (found === undefined) this.known.set(sheet.name, (found = this.learn(sheet)))
    return (this.last = found)
  }

  classById(id: number): FormulaClass {
    return this.forms.classes[id] as FormulaClass
  }

  classIn(sheet: SheetSnapshot, row: number, column: number): FormulaClass | undefined {
    if (sheet.formulas.size === 0) return undefined
    const id = this.of(sheet).classAt.get(cellKey(row, column))
    return id === undefined ? undefined : this.classById(id)
  }

  /** The formulas of a sheet of the classes that a rule cares for: it is asked once a class, and a sheet without any costs nothing more. */
  *cells(sheet: SheetSnapshot, cares: (what: FormulaClass) => boolean): Generator<FormulaCell> {
    if (sheet.formulas.size === 0) return
    const { keys, ids } = this.of(sheet), asked = new Map<number, boolean>()
    for (let i = 0; i < keys.length; i++) {
      const id = ids[i] ?? 0, what = this.classById(id)
      let wanted = asked.get(id)
      if (wanted === undefined) asked.set(id, (wanted = cares(what)))
      if (wanted) yield { key: keys[i] ?? 0, what }
    }
  }

  /** Where the formula of a cell points to; references that leave the sheet are left out. */
  referencesOf(sheet: SheetSnapshot, row: number, column: number): ResolvedReference[] {
    const found = this.classIn(sheet, row, column), places: ResolvedReference[] = []
    if (found === undefined) return places
    for (const reference of found.references) {
      const place = resolve(reference, sheet.name, row, column)
      if (place !== null) places.push(place)
    }
    return places
  }

  /** The formula of a class moved onto a cell, and the value that it would have there; `null` where it cannot be moved or calculated. */
  moved(
    what: FormulaClass,
    sheet: SheetSnapshot,
    row: number,
    column: number,
  ): { readonly formula: string; readonly value: CellValue } | null {
    const formula = formulaIn(what, row, column)
    if (formula === null) return null
    const value = this.calculate(parseCopy(what, row, column) ?? formula, sheet, row, column)
    return value === undefined ? null : { formula, value }
  }

  /** The value of a formula over the values that the workbook shows; `undefined` where it is not calculated here. */
  calculate(formula: string | Expression, sheet: SheetSnapshot, row: number, column: number): CellValue | undefined {
    this.calculator ??= new Workspace(this.snapshot)
    return this.calculator.calculate(formula, sheet.name, row, column)
  }

  /**
   * The value of a formula as it stands in its cell. `undefined` also where it takes one cell out of a range by its place: the same text
   * as an array formula takes them all, and a workbook read here does not tell the two apart.
   */
  calculatePlain(formula: string, sheet: SheetSnapshot, row: number, column: number): CellValue | undefined {
    const before = this.calculator?.intersections ?? 0, what = this.classIn(sheet, row, column)
    const value = this.calculate(what === undefined ? formula : (parseCopy(what, row, column) ?? formula), sheet, row, column)
    return (this.calculator?.intersections ?? 0) === before ? value : undefined
  }

  private learn(sheet: SheetSnapshot): SheetFormulas {
    const classAt = new Map<number, number>(), columns = new Map<number, FormulaLine>()
    const keys = [...sheet.formulas.keys()], ids: number[] = []
    if (keys.some((key, index) => index > 0 && key < (keys[index - 1] ?? 0))) keys.sort((a, b) => a - b)
    for (const key of keys) {
      const row = keyRow(key),
        column = keyColumn(key),
        { id } = this.forms.classOf(sheet.formulas.get(key) ?? '', row, column)
      classAt.set(key, id)
      ids.push(id)
      push(columns, column, row, id)
    }
    return { sheet, keys, ids, classAt, rows: new RowLines(keys, ids), columns }
  }
}

function push(lines: Map<number, FormulaLine>, line: number, at: number, id: number): void {
  const found = lines.get(line)
  if (found === undefined) lines.set(line, { at: [at], classes: [id] })
  else {
    found.at.push(at)
    found.classes.push(id)
  }
}
