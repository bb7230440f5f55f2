import type { CellContent, CellValue } from '../../core/cell'
import { isBlank, isFormula } from '../../core/cell'
import { OPEN } from '../context'
import { cellAt, formulaAt } from '../../core/snapshot'
import type { SheetSnapshot } from '../../core/snapshot'

/** What a cell holds now, as a change's `before` needs it. */
export function contentAt(sheet: SheetSnapshot, row: number, column: number): CellContent {
  const formula = formulaAt(sheet, row, column), value = cellAt(sheet, row, column)
  return formula === undefined ? value : { formula, value }
}

/** A formula without its row numbers and `$`: equal for formulas that were shifted, different for formulas that were edited. */
function skeletonOf(formula: string): string {
  let inText = false, out = ''
  for (const part of formula.split('"')) {
    out += inText ? `"${part}` : part.replace(/\$?([A-Z]{1,3})\$?\d+/g, '$1#').replaceAll('$', '')
    inText = !inText
  }
  return out
}

export type Verdict =
  | { readonly outcome: 'write'; readonly safe: boolean }
  /** It stands there already. */
  | { readonly outcome: 'same' }
  /** A person's own: a typed value, or a formula of theirs. */
  | { readonly outcome: 'keep'; readonly value: CellValue }

/**
 * Whether a planned content may go into a cell: only into a blank one, or over a formula that this program wrote and that merely moved.
 * @param ours the cell was written by this program before
 */
export function judgeCell(now: CellContent, planned: CellContent, ours: boolean): Verdict {
  if (isFormula(now)) {
    if (!isFormula(planned)) return { outcome: 'keep', value: now.value }
    if (now.formula === planned.formula) return { outcome: 'same' }
    return ours && skeletonOf(now.formula) === skeletonOf(planned.formula) ? { outcome: 'write', safe: true } : { outcome: 'keep', value: now.value }
  }
  // 待核实 stood there because something was open; now a formula can say it.
  if ((ours && now === OPEN && isFormula(planned)) || isBlank(now)) return { outcome: 'write', safe: true }
  if (!isFormula(planned) && now === planned) return { outcome: 'same' }
  return { outcome: 'keep', value: now }
}

/** Values that a person would call equal: at the decimals that are written. */
export function sameShown(typed: CellValue, calculated: CellValue): boolean {
  if (typeof typed !== 'number' || typeof calculated !== 'number') return typed === calculated
  const decimals = /\.(\d+)$/.exec(String(typed))?.[1]?.length ?? 0
  return Math.abs(typed - calculated) <= 0.5000001 * 10 ** -Math.max(decimals, 2)
}
