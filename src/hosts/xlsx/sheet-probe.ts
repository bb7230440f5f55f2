import type { CellContent, CellValue } from '../../core/cell'
import { isInsideMerge } from '../../core/batch'
import { cellKey, isInBox, keyColumn, keyRow, parseBox } from '../../core/place'
import type { Box } from '../../core/place'
import { Room } from './bounds'
import { cutFormula, shiftFormula } from './formula-shift'
import type { CutFormula } from './formula-shift'
import { shownFormula } from './file-formula'
import { fillArray, tableFormula } from './sheet-formulas'
import { SheetScanner } from './sheet-scanner'
import type { FormulaSink } from './scan-settings'
import { isOn } from './xml'
import type { Attributes } from './xml'

/** The first cell of a group of shared formulas. */
export interface SharedMaster {
  readonly row: number
  readonly column: number
  readonly box: Box | null
  readonly cut: CutFormula
}

/** What a batch must know about a sheet before anything is written: its targets' contents and styles, merges, arrays, groups. */
export class SheetProbe extends SheetScanner {
  readonly existingRows = new Set<number>()
  readonly rowStyles = new Map<number, number>()
  readonly found: ProbedFormulas
  /** Shared strings that targets point to: the string's number, by cell. */
  readonly strings = new Map<number, number>()
  private texts: ReadonlyMap<number, string> = new Map()

  /** @param wanted the rows of the targets; `undefined`: all rows */
  constructor(part: string, name: string, dateSystem: 1900 | 1904, private readonly wanted: ReadonlySet<number> | undefined) {
    const found = new ProbedFormulas(wanted, name)
    super({
      part, sheet: name, strings: [], dateSystem, looks: true, styleBase: 1, formulas: found, room: new Room(),
      ...(wanted === undefined ? {} : { only: wanted }),
    })
    this.found = found
  }

  /** Gives the probe the texts of the shared strings that it asked for. */
  resolve(texts: ReadonlyMap<number, string>): void {
    this.texts = texts
  }

  content(row: number, column: number): CellContent {
    const key = cellKey(row, column)
    const index = this.strings.get(key)
    const value: CellValue = index === undefined ? (this.store.rows[row - 1]?.[column - 1] ?? null) : (this.texts.get(index) ?? null)
    const formula = this.found.formulas.get(key)
    return formula === undefined ? value : { formula, value }
  }

  /** The style of an existing cell; of its row or column for a cell that does not exist. */
  style(row: number, column: number): number {
    const own = this.store.styleRows[row - 1]?.[column - 1] ?? 0
    if (own > 0) return own - 1
    return this.rowStyles.get(row) ?? this.around.columnStyles.find(({ from, to }) => column >= from && column <= to)?.style ?? 0
  }

  isInsideMerge(row: number, column: number): boolean {
    return isInsideMerge(this.around.merges, row, column)
  }

  *filled(): Iterable<number> {
    yield* this.found.formulas.keys()
    for (const [row, values] of this.store.rows.entries()) for (const [column, value] of values.entries()) if (value !== null && value !== '') yield cellKey(row + 1, column + 1)
  }

  override stringAt(index: number): CellValue {
    if (this.wanted !== undefined && !this.wanted.has(this.store.row)) return null
    this.strings.set(cellKey(this.store.row, this.column), index)
    // Any text: the right one comes with `resolve`, and the row must not end before this cell.
    return '?'
  }

  protected override enterRow(row: number): void {
    super.enterRow(row)
    if (this.wanted === undefined || this.wanted.has(row)) this.existingRows.add(row)
  }

  protected override readRow(attributes: Attributes): void {
    super.readRow(attributes)
    if (this.existingRows.has(this.store.row) && isOn(attributes['customFormat'])) this.rowStyles.set(this.store.row, Number(attributes['s'] ?? 0) || 0)
  }
}

/** Formulas of the wanted rows, and all groups and arrays, which may reach into them. */
class ProbedFormulas implements FormulaSink {
  readonly formulas = new Map<number, string>()
  readonly masters = new Map<string, SharedMaster>()
  /** Boxes of arrays and data tables of more than one cell. */
  readonly arrays: { readonly box: Box; readonly formula: string }[] = []
  /** Which group a wanted cell belongs to. */
  readonly groups = new Map<number, string>()

  constructor(private readonly wanted: ReadonlySet<number> | undefined, private readonly sheet: string) {}

  private readonly room = new Room()

  add(row: number, column: number, text: string, attributes: Attributes): void {
    const key = cellKey(row, column), group = attributes['si'], kind = attributes['t'], box = parseBox(attributes['ref'] ?? '')
    const isWanted = this.wanted === undefined || this.wanted.has(row)
    if (kind === 'shared' && group !== undefined) {
      if (text !== '') this.masters.set(group, { row, column, box, cut: cutFormula(text) })
      if (isWanted) this.groups.set(key, group)
    } else if ((kind === 'array' || kind === 'dataTable') && box !== null && (box.top < box.bottom || box.left < box.right)) this.arrays.push({ box, formula: kind === 'array' ? shownFormula(text) : tableFormula(attributes) })
    if (!isWanted) return
    if (kind === 'dataTable') this.formulas.set(key, tableFormula(attributes))
    else if (kind !== 'shared' || text !== '' || group === undefined) this.formulas.set(key, shownFormula(text))
  }

  finish(rows: readonly (readonly CellValue[])[]): void {
    for (const [key, group] of this.groups) {
      const master = this.masters.get(group)
      if (master !== undefined)
        this.formulas.set(key, shownFormula(shiftFormula(master.cut, keyRow(key) - master.row, keyColumn(key) - master.column)))
    }
    for (const { box, formula } of this.arrays) {
      fillArray(this.formulas, rows, box, formula, this.room, this.sheet)
    }
  }

  isInArray(row: number, column: number): boolean {
    return this.arrays.some(({ box }) => isInBox(box, row, column))
  }
}
