import type { CellContent, CellValue } from '../core/cell'
import { isFormula } from '../core/cell'
import type { Change } from '../core/change'
import { cellKey, isInBox, keyColumn, keyRow, parseBox } from '../core/place'
import type { SheetRow, SheetSnapshot, Snapshot } from '../core/snapshot'
import { Evaluator } from './evaluate'
import { withPlainReferences } from './plain-references'
import { areasOf, namesOf, parseFormula, pointsAnywhere } from './parse'
import type { Expression } from './parse'
import { Circular, NotCalculated } from './source'
import type { CellSource } from './source'
import type { Area } from './values'
import { REF } from './values'

/** A sheet as it will be: what is there, with written cells laid over it. */
interface Overlay {
  readonly existing: SheetSnapshot | null
  /** Written contents by `cellKey`. */
  readonly written: Map<number, CellContent>
  /** Values already calculated, written and outdated formulas alike. */
  readonly calculated: Map<number, CellValue>
  lastRow: number
  lastColumn: number
}

/**
 * A workbook with changes that are not written yet. New formulas are calculated when they are asked for; formulas that stood there
 * before keep the value they show, unless they depend on a written cell: then they are calculated anew.
 */
export class Workspace implements CellSource {
  private readonly sheets = new Map<string, Overlay>()
  private readonly names = new Map<string, string>()
  private readonly calculating = new Set<string>()
  /** Sheets that were there before and got a written cell: only then can old formulas be outdated. */
  private readonly touched = new Set<string>()
  private readonly reaching = new Map<string, boolean>()
  private readonly outdated = new Map<string, boolean>()
  private readonly evaluator: Evaluator
  /** Something was written since the last calculation. */
  private changed = false

  constructor(readonly snapshot: Snapshot) {
    for (const sheet of withPlainReferences(snapshot).sheets) {
      let lastColumn = 0
      for (const row of sheet.rows) if (row.length > lastColumn) lastColumn = row.length
      this.sheets.set(sheet.name, { existing: sheet, written: new Map(), calculated: new Map(), lastRow: sheet.rows.length, lastColumn })
    }
    for (const name of snapshot.names) this.names.set(nameKey(name.name, name.sheet), name.refersTo)
    this.evaluator = new Evaluator(this, snapshot.dateSystem)
  }

  addSheet(name: string): void {
    this.sheets.set(name, { existing: null, written: new Map(), calculated: new Map(), lastRow: 0, lastColumn: 0 })
  }

  define(name: string, refersTo: string): void {
    this.names.set(nameKey(name), refersTo)
    this.changed = true
  }

  write(sheet: string, row: number, column: number, content: CellContent): void {
    const overlay = this.sheets.get(sheet)
    if (overlay === undefined) throw new RangeError(`no sheet ${sheet}`)
    overlay.written.set(cellKey(row, column), content)
    if (row > overlay.lastRow) overlay.lastRow = row
    if (column > overlay.lastColumn) overlay.lastColumn = column
    if (overlay.existing !== null) this.touched.add(sheet)
    this.changed = true
  }

  /** Lays changes over the workbook. */
  apply(changes: readonly Change[]): void {
    for (const change of changes) {
      if (change.kind === 'add-sheet') this.addSheet(change.sheet)
      else if (change.kind === 'remove-sheet') this.sheets.delete(change.sheet)
      else if (change.kind === 'name') {
        if (change.after === null) {
          this.names.delete(nameKey(change.name))
          this.changed = true
        } else this.define(change.name, change.after)
      } else if (change.kind === 'cell') {
        const box = parseBox(change.cell)
        if (box !== null) this.write(change.sheet, box.top, box.left, change.after)
      }
    }
  }

  /** The value of a formula as if it stood in a cell; `undefined` where it holds something that is not calculated here. */
  calculate(formula: string | Expression, sheet: string, row: number, column: number): CellValue | undefined {
    this.settle()
    try {
      return this.evaluator.value(formula, sheet, row, column)
    } catch (error) {
      if (error instanceof NotCalculated) return undefined
      throw error
    }
  }

  /** What a cell shows with all that is written; `undefined` where it holds something that is not calculated here. */
  shown(sheet: string, row: number, column: number): CellValue | undefined {
    this.settle()
    try {
      return this.value(sheet, row, column)
    } catch (error) {
      if (error instanceof NotCalculated) return undefined
      throw error
    }
  }

  /** How often a calculation took one cell out of a range for its row or column (see `Evaluator.intersections`). */
  get intersections(): number {
    return this.evaluator.intersections
  }

  /**
   * What a formula that stood there before shows with all that is written. `unknown`: it takes, or may take, a written cell, and is not
   * calculated here; `kept`: it depends on itself, and shows what it showed.
   */
  followed(sheet: string, row: number, column: number): { readonly value: CellValue } | 'unknown' | 'kept' {
    this.settle()
    try {
      return { value: this.value(sheet, row, column) }
    } catch (error) {
      if (error instanceof Circular) return 'kept'
      // A range error: the chain is too long to follow.
      if (error instanceof NotCalculated || error instanceof RangeError) return 'unknown'
      throw error
    }
  }

  has(sheet: string): boolean {
    return this.sheets.has(sheet)
  }

  lastRow(sheet: string): number {
    return this.sheets.get(sheet)?.lastRow ?? 0
  }

  lastColumn(sheet: string): number {
    return this.sheets.get(sheet)?.lastColumn ?? 0
  }

  nameOf(name: string, sheet: string): string | undefined {
    return this.names.get(nameKey(name, sheet)) ?? this.names.get(nameKey(name))
  }

  formulaAt(sheet: string, row: number, column: number): string | undefined {
    const overlay = this.sheets.get(sheet), key = cellKey(row, column), written = overlay?.written.get(key)
    if (written !== undefined) return isFormula(written) ? written.formula : undefined
    return overlay?.existing?.formulas.get(key)
  }

  isHidden(sheet: string, row: number): boolean {
    return this.sheets.get(sheet)?.existing?.hiddenRows?.has(row) === true
  }

  plainRows(sheet: string): readonly SheetRow[] | null {
    const overlay = this.sheets.get(sheet)
    if (overlay === undefined) return []
    return overlay.existing !== null && overlay.written.size === 0 && !this.reaches(sheet) ? overlay.existing.rows : null
  }

  value(sheet: string, row: number, column: number): CellValue {
    const overlay = this.sheets.get(sheet)
    if (overlay === undefined) return REF
    const key = cellKey(row, column)
    if (overlay.written.size > 0) {
      const content = overlay.written.get(key)
      if (content !== undefined) return isFormula(content) ? this.formulaValue(overlay, sheet, row, column, content.formula) : content
    }
    if (overlay.existing === null) return null
    const formula = this.touched.size === 0 ? undefined : overlay.existing.formulas.get(key)
    if (formula !== undefined && this.isOutdated(overlay.existing, row, column, formula))
      return this.formulaValue(overlay, sheet, row, column, formula)
    return overlay.existing.rows[row - 1]?.[column - 1] ?? null
  }

  private formulaValue(overlay: Overlay, sheet: string, row: number, column: number, formula: string): CellValue {
    const key = cellKey(row, column)
    const known = overlay.calculated.get(key)
    if (known !== undefined) return known
    const name = `${sheet}!${String(key)}`
    // A circle has no value; Excel warns of it and shows 0.
    if (this.calculating.has(name)) throw new Circular(`circular reference at ${name}`)
    this.calculating.add(name)
    try {
      const value = this.evaluator.value(formula, sheet, row, column)
      overlay.calculated.set(key, value)
      return value
    } finally {
      this.calculating.delete(name)
    }
  }

  /** Whether a formula that stood there before depends on a written cell. */
  private isOutdated(sheet: SheetSnapshot, row: number, column: number, formula: string): boolean {
    if (!this.reaches(sheet.name)) return false
    const key = `${sheet.name}!${String(cellKey(row, column))}`
    const known = this.outdated.get(key)
    if (known !== undefined) return known
    // Marked before looking, so that a circle ends.
    this.outdated.set(key, false)
    const expression = parseFormula(formula)
    const parts = [expression, ...namesOf(expression).map(name => parseFormula(this.nameOf(name, sheet.name) ?? '#NAME?'))]
    const found = parts.some(pointsAnywhere) || parts.flatMap(areasOf).some(area => this.areaChanged(area, sheet.name))
    this.outdated.set(key, found)
    return found
  }

  private areaChanged(area: Area, own: string): boolean {
    const name = area.sheet === '' ? own : area.sheet
    const overlay = this.sheets.get(name)
    if (overlay === undefined) return false
    for (const key of overlay.written.keys()) if (inside(key, area)) return true
    if (overlay.existing === null || !this.reaches(name)) return false
    const bottom = Math.min(area.bottom, overlay.lastRow), right = Math.min(area.right, overlay.lastColumn)
    const { existing } = overlay
    for (let row = area.top; row <= bottom; row++) {
      for (let column = area.left; column <= right; column++) {
        const formula = existing.formulas.get(cellKey(row, column))
        if (formula !== undefined && this.isOutdated(existing, row, column, formula)) return true
      }
    }
    return false
  }

  /** Whether a sheet's old formulas can depend on a written cell at all: it was written to, or mentions such a sheet or a name. */
  private reaches(sheet: string): boolean {
    if (this.touched.size === 0) return false
    if (this.touched.has(sheet)) return true
    const known = this.reaching.get(sheet)
    if (known !== undefined) return known
    this.reaching.set(sheet, false)
    const formulas = this.sheets.get(sheet)?.existing?.formulas
    let found = false
    if (formulas !== undefined && formulas.size > 0) {
      const others = [...this.sheets.keys()].filter(other => other !== sheet && (this.touched.has(other) || this.reaches(other)))
      const words = [...others.map(other => other.replaceAll("'", "''")), ...[...this.names.keys()].map(key => key.slice(key.indexOf('!') + 1))]
      for (const formula of formulas.values()) {
        if (MAY_POINT_ANYWHERE.test(formula) || words.some(word => formula.toLowerCase().includes(word.toLowerCase()))) {
          found = true
          break
        }
      }
    }
    this.reaching.set(sheet, found)
    return found
  }

  /** Drops what was calculated before the last write; what was learnt of sheets that stay as they are is kept. */
  private settle(): void {
    if (!this.changed || this.calculating.size > 0) return
    this.changed = false
    this.reaching.clear()
    this.outdated.clear()
    for (const overlay of this.sheets.values()) overlay.calculated.clear()
    this.evaluator.conditions.forget()
  }
}

/** A first look: the tree says for certain. */
const MAY_POINT_ANYWHERE = /INDIRECT|OFFSET|\[/i

function inside(key: number, area: Area): boolean {
  return isInBox(area, keyRow(key), keyColumn(key))
}

function nameKey(name: string, sheet?: string): string {
  return `${sheet === undefined ? '' : sheet.toLowerCase()}!${name.toLowerCase()}`
}
