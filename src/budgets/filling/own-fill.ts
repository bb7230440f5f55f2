import type { CellContent } from '../../core/cell'
import { isBlank, isFormula } from '../../core/cell'
import type { CellChange } from '../../core/change'
import type { FillConflict, KeptCell, LeftCell } from '../../core/fill-plan'
import { itemOf } from '../../core/proposal'
import type { ProposalItem } from '../../core/proposal'
import { cellKey, cellName, isInBox, keyColumn, keyRow } from '../../core/place'
import { cellAt, styleAt } from '../../core/snapshot'
import type { SheetSnapshot } from '../../core/snapshot'
import { formulaOf } from '../../formula/expression'
import { areasOf, parseFormula } from '../../formula/parse'
import type { Workspace } from '../../formula/workspace'
import { message } from '../../messages'
import type { MessageKey } from '../../messages'
import { derive, wantsFigure } from '../own/derive'
import type { At, Derived, LeftWhy } from '../own/derived'
import { implausible } from '../own/guard'
import { isBlankIn, placeOf } from '../own/place'
import type { OwnContext } from '../own/own-context'
import type { OwnTable } from '../own/own-table'
import type { ParameterId } from '../parameter-id'
import { contentAt, judgeCell, sameShown } from './existing'
import { inputsOf } from './inputs-of'
import type { CellSet } from './records'

export interface OwnFill {
  readonly changes: readonly ProposalItem<CellChange>[]
  readonly kept: readonly KeptCell[]
  readonly conflicts: readonly FillConflict[]
  /** Blank cells that look as if they wanted a figure and got none, each with the word that stopped it. */
  readonly left: readonly LeftCell[]
  /** Cells that are ours after this fill. */
  readonly written: CellSet
}

type Given = Omit<OwnContext, 'hasNumber' | 'isWritten' | 'numberAt' | 'formatAt' | 'tables' | 'isSettled'>

/** Each pass sees what the passes before it wrote: counts, then amounts, then sums of sums. */
const MOST_PASSES = 12
const MOST_LEFT = 2000

/**
 * Fills a person's own budget tables: blank cells, and cells that this program wrote before. What cannot be settled is left blank and listed
 * with the word, the part or the input that is missing.
 */
export function fillOwnTables(tables: readonly OwnTable[], given: Given, workspace: Workspace, recorded: CellSet): OwnFill {
  return new OwnFiller(tables, given, workspace, recorded).run()
}

class OwnFiller {
  private readonly changes: ProposalItem<CellChange>[] = []
  private readonly kept: KeptCell[] = []
  private readonly conflicts: FillConflict[] = []
  private readonly written = new Map<string, Set<number>>()
  /** Blank cells that still want a figure, by sheet: a sum over one of them is not finished. */
  private readonly open = new Map<string, Set<number>>()
  /** Amounts that do not go with the heads of their line. */
  private readonly odd = new Map<At, string>()
  private context: OwnContext

  constructor(
    private readonly tables: readonly OwnTable[],
    given: Given,
    private readonly workspace: Workspace,
    private readonly recorded: CellSet,
  ) {
    this.context = {
      ...given,
      tables,
      isSettled: false,
      hasNumber: (sheet, row, column) => this.hasNumber(sheet, row, column),
      isWritten: (sheet, row, column) =>
        this.written.get(sheet)?.has(cellKey(row, column)) === true || recorded.get(sheet)?.has(cellKey(row, column)) === true,
      numberAt: (sheet, row, column) => {
        const value = workspace.value(sheet, row, column)
        return typeof value === 'number' ? value : null
      },
      formatAt: (sheet, row, column) => styleAt(sheet, row, column)?.format ?? 'General',
    }
  }

  run(): OwnFill {
    let pending: At[] = this.tables.flatMap(own =>
      own.lines.flatMap(line =>
        own.columns.flatMap(column =>
          column.column !== own.labelColumn && wantsFigure({ own, line, column }) && this.mayWrite({ own, line, column })
            ? [{ own, line, column }]
            : [],
        ),
      ),
    )
    for (const { own, line, column } of pending)
      if (isBlankIn(own, line, column)) this.openAt(own.sheet.name).add(keyOf({ own, line, column }))
    for (let pass = 0; pass < MOST_PASSES && pending.length > 0; pass++) {
      const before = pending.length
      pending = this.pass(pending)
      if (pending.length < before) continue
      if (this.context.isSettled) break
      this.context = { ...this.context, isSettled: true }
    }
    this.compareTyped()
    return { changes: this.changes, kept: this.kept, conflicts: this.conflicts, left: this.leftOf(pending), written: this.written }
  }

  private openAt(sheet: string): Set<number> {
    const found = this.open.get(sheet) ?? new Set<number>()
    this.open.set(sheet, found)
    return found
  }

  /** Blank, or written by this program before. */
  private mayWrite({ own, line, column }: At): boolean {
    const place = placeOf(own, line, column), now = contentAt(own.sheet, place.row, place.column)
    return (
      (isBlank(isFormula(now) ? null : now) && !isFormula(now)) ||
      (isFormula(now) && this.recorded.get(own.sheet.name)?.has(keyOf({ own, line, column })) === true)
    )
  }

  private pass(pending: readonly At[]): At[] {
    const batch: { sheet: string; row: number; column: number; content: CellContent }[] = [],
      rest: At[] = []
    for (const at of pending) {
      const found = derive(at, this.context)
      if (!('term' in found) || !this.write(at, found, batch)) rest.push(at)
    }
    for (const { sheet, row, column, content } of batch) {
      this.workspace.write(sheet, row, column, content)
      const cells = this.written.get(sheet) ?? new Set<number>()
      this.written.set(sheet, cells.add(cellKey(row, column)))
      this.open.get(sheet)?.delete(cellKey(row, column))
    }
    return rest
  }

  private write(
    at: At,
    found: Extract<Derived, { term: unknown }>,
    batch: { sheet: string; row: number; column: number; content: CellContent }[],
  ): boolean {
    const { own, line, column } = at,
      sheet = own.sheet.name,
      place = placeOf(own, line, column),
      key = cellKey(place.row, place.column),
      cell = cellName(place.row, place.column)
    const formula = formulaOf(found.term),
      value = this.workspace.calculate(formula, sheet, place.row, place.column)
    if (typeof value !== 'number') return false
    // What the person's own row multiplies is the person's own; what comes from elsewhere is held against the heads.
    const odd = found.why === 'own-line' ? implausible(at, value, this.context) : null
    if (odd === 'wait') return false
    if (odd !== null) {
      this.odd.set(at, odd)
      return false
    }
    const now = contentAt(own.sheet, place.row, place.column)
    const verdict = judgeCell(now, { formula, value }, this.recorded.get(sheet)?.has(key) === true)
    if (verdict.outcome !== 'write') {
      this.open.get(sheet)?.delete(key)
      return true
    }
    const blocked = blockedBy(own.sheet, place.row, place.column)
    if (blocked !== null) {
      if (blocked === 'protected') this.conflicts.push({ sheet, cell, message: message('fill.conflict.protected', { sheet, cell }) })
      return blocked === 'protected' || blocked === 'merged'
    }
    const change: CellChange = { kind: 'cell', sheet, cell, before: now, after: { formula, value } }
    this.changes.push(itemOf(change, message(`fill.why.${found.why}`, { sheet, cell, line: line.label, column: column.header }), { inputs: inputsOf(formula, sheet, this.workspace), safe: verdict.safe }))
    batch.push({ sheet, row: place.row, column: place.column, content: { formula, value } })
    return true
  }

  /** A number that may be built on: typed, written, or a formula of the person's own whose parts are all there. */
  private hasNumber(sheet: string, row: number, column: number): boolean {
    const key = cellKey(row, column)
    if (this.written.get(sheet)?.has(key) === true) return true
    const snapshot = this.tables.find(own => own.sheet.name === sheet)?.sheet
    if (snapshot === undefined) return false
    const formula = snapshot.formulas.get(key)
    if (formula === undefined) return typeof cellAt(snapshot, row, column) === 'number'
    return !this.isOver(sheet, formula, 0) && typeof this.workspace.value(sheet, row, column) === 'number'
  }

  /** The formula takes in a cell that still wants a figure. */
  private isOver(sheet: string, formula: string, depth: number): boolean {
    if (depth > 4) return false
    return areasOf(parseFormula(formula)).some(area => {
      const name = area.sheet === '' ? sheet : area.sheet,
        open = this.open.get(name)
      const snapshot = this.tables.find(own => own.sheet.name === name)?.sheet
      if (open !== undefined)
        for (const key of open)
          if (isInBox(area, keyRow(key), keyColumn(key)))
            return true
      if (snapshot === undefined) return false
      for (const [key, inner] of snapshot.formulas)
        if (
          isInBox(area, keyRow(key), keyColumn(key)) &&
          this.isOver(name, inner, depth + 1)
        )
          return true
      return false
    })
  }

  /** Typed figures that would have come out otherwise: they stay and are told. */
  private compareTyped(): void {
    for (const own of this.tables) {
      for (const line of own.lines) {
        for (const column of own.columns) {
          const at: At = { own, line, column },
            place = placeOf(own, line, column),
            typed = cellAt(own.sheet, place.row, place.column)
          if (
            typeof typed !== 'number' ||
            column.column === own.labelColumn ||
            !wantsFigure(at) ||
            own.sheet.formulas.has(keyOf(at))
          )
            continue
          const found = derive(at, this.context)
          if (!('term' in found)) continue
          const value = this.workspace.calculate(formulaOf(found.term), own.sheet.name, place.row, place.column)
          if (typeof value === 'number' && !sameShown(typed, value))
            this.kept.push({ sheet: own.sheet.name, cell: cellName(place.row, place.column), value: typed, wouldBe: tidy(value) })
        }
      }
    }
  }

  private reasonOf(at: At, found: Derived): { readonly why: LeftWhy; readonly word: string } {
    const { line } = at, odd = this.odd.get(at), disagreeing = this.disagreementOf(at)
    if (odd !== undefined) return { why: 'implausible', word: odd }
    if ('left' in found && found.left !== 'input' && found.left !== 'none') return { why: found.left, word: found.word }
    if (disagreeing !== null) return { why: 'disagree', word: disagreeing }
    return 'left' in found ? { why: found.left, word: found.word } : { why: 'input', word: line.label }
  }

  /** Two inputs of the person's own for this kind or payer that say different things, by their places. */
  private disagreementOf({ line, column }: At): string | null {
    const { measure } = column.meaning, kind = (column.meaning.staff ?? line.meaning.staff)?.class
    const ids: readonly ParameterId[] =
      measure !== 'amount' && measure !== 'unit-cost'
        ? []
        : line.meaning.subject === 'subsidy'
          ? ['Subsidy']
          : kind === 'formal'
            ? ['UnitFormal', 'PayFormal']
            : kind === 'contracted'
              ? ['UnitContract', 'PayContract']
              : ['UnitFormal', 'PayFormal', 'UnitContract', 'PayContract']
    for (const id of ids) {
      const places = this.context.disagreeing.get(id)
      if (places !== undefined) return places.map(({ sheet, cell }) => `“${sheet}”${cell}`).join('、')
    }
    return null
  }

  private leftOf(pending: readonly At[]): LeftCell[] {
    const left: LeftCell[] = []
    for (const at of pending) {
      const { own, line, column } = at
      if (!isBlankIn(own, line, column) || left.length >= MOST_LEFT) continue
      const found = derive(at, this.context),
        place = placeOf(own, line, column),
        cell = cellName(place.row, place.column),
        sheet = own.sheet.name
      const { why, word } = this.reasonOf(at, found)
      const key: MessageKey = `fill.left.${why}`
      left.push({ sheet, cell, why: key, word, message: message(key, { sheet, cell, word }) })
    }
    return left
  }
}

function keyOf({ own, line, column }: At): number {
  const place = placeOf(own, line, column)
  return cellKey(place.row, place.column)
}

/** Why a cell cannot be written: the sheet is protected, or the cell lies inside a merge. */
function blockedBy(sheet: SheetSnapshot, row: number, column: number): 'protected' | 'merged' | null {
  if (sheet.isProtected && styleAt(sheet, row, column)?.locked !== false) return 'protected'
  const merge = sheet.merges?.find(box => isInBox(box, row, column))
  return merge !== undefined && (merge.top !== row || merge.left !== column) ? 'merged' : null
}

/** Binary dust off: 83.50000000000001 is 83.5. */
function tidy(value: number): number {
  return Number(value.toPrecision(12))
}
