import type { CellValue } from '../core/cell'
import { isBlank, isCellError } from '../core/cell'
import { cellKey } from '../core/place'
import type { SheetSnapshot } from '../core/snapshot'
import { cellAt } from '../core/snapshot'
import { isPerpendicular, isWorkedOut } from './class-kinds'
import type { FormulaIndex, FormulaLine } from './formula-index'
import { isEndsOf, isFixedShorter, isOfAnotherLine, isRange, isReordered, isShorterAlike, isSubset, isWidened, overlap, rangeDifference, sameArea, sameAreas, sameReference, sameShape } from './area-pairs'
import { inputsOf } from './inputs'
import { resolve } from './normal-form'
import type { FormulaClass, FormulaReference, ResolvedReference } from './normal-form'
import { signsOf } from './signed-terms'
import { isNear } from './stretch'
import { sameNumber } from './values'

/** How a formula differs from those that stand beside it in its row or column. */
export type DeviationKind =
  /** The same sum over more or fewer cells. */
  | 'range'
  /** The same formula with another cell in one place. */
  | 'reference'
  /** The same cells, another operator, function or factor. */
  | 'operator'
  /** Some terms of the siblings' formula are missing, or others added. */
  | 'terms'
  /** Another formula altogether between two equal ones. */
  | 'pattern'

export interface Deviation {
  readonly kind: DeviationKind
  readonly sheet: SheetSnapshot
  readonly row: number
  readonly column: number
  readonly own: FormulaClass
  readonly norm: FormulaClass
  /** The siblings' formula in this cell, and its value there. */
  readonly formula: string
  readonly expected: CellValue | undefined
  readonly shown: CellValue
  /** Cells with the siblings' formula. */
  readonly siblings: readonly number[]
  /** How many formulas of the row or column are like the cell's own, itself included. */
  readonly likeOwn: number
  /** The row or column that the siblings stand in. */
  readonly along: 'row' | 'column'
  /** For a range: cells that only one of the two takes in. */
  readonly between: ResolvedReference | null
}


const learnt = new WeakMap<FormulaIndex, Map<string, readonly Deviation[]>>()

/** Formulas of a sheet that differ from their siblings, each once: the direction with more siblings speaks. */
export function deviationsOf(index: FormulaIndex, sheet: SheetSnapshot): readonly Deviation[] {
  if (sheet.formulas.size < 3) return []
  let known = learnt.get(index)
  if (known === undefined) learnt.set(index, (known = new Map()))
  let deviations = known.get(sheet.name)
  if (deviations === undefined) known.set(sheet.name, (deviations = findDeviations(index, sheet)))
  return deviations
}

function findDeviations(index: FormulaIndex, sheet: SheetSnapshot): Deviation[] {
  const found = new Map<number, Deviation>(), { rows, columns } = index.of(sheet)
  const add = (deviation: Deviation): void => {
    const key = cellKey(deviation.row, deviation.column), known = found.get(key)
    if (known === undefined || rank(deviation) > rank(known)) found.set(key, deviation)
  }
  for (const [row, line] of rows) along(index, sheet, line, 'row', row, add)
  for (const [column, line] of columns) along(index, sheet, line, 'column', column, add)
  return [...found.values()].sort((a, b) => a.row - b.row || a.column - b.column)
}

const RANK: Readonly<Record<DeviationKind, number>> = { operator: 4, range: 3, reference: 2, terms: 1, pattern: 0 }

/** Siblings right beside the cell speak before others of its row or column. */
function rank({ kind, siblings, row, column, along }: Deviation): number {
  const step = along === 'row' ? cellKey(0, 2) : cellKey(1, 1), own = cellKey(row, column), beside = (siblings.includes(own - step) ? 1 : 0) + (siblings.includes(own + step) ? 1 : 0)
  return RANK[kind] * 10_000 + beside * 1000 + Math.min(siblings.length, 999)
}

function along(index: FormulaIndex, sheet: SheetSnapshot, { at, classes }: FormulaLine, direction: Deviation['along'], line: number, add: (deviation: Deviation) => void): void {
  for (let from = 0; from < at.length; ) {
    let to = from
    while (to + 1 < at.length && isNear(sheet, direction, line, at[to] ?? 0, at[to + 1] ?? 0)) to++
    if (to > from) segment(index, sheet, at, classes, from, to, direction, line, add)
    from = to + 1
  }
}

/** One stretch of a row or column whose formulas stand close together. */
function segment(
  index: FormulaIndex, sheet: SheetSnapshot, at: readonly number[], classes: readonly number[], from: number, to: number,
  direction: Deviation['along'], line: number, add: (deviation: Deviation) => void,
): void {
  let same = true
  for (let i = from + 1; i <= to && same; i++) same = classes[i] === classes[from]
  if (same) return
  const counts = new Map<number, number>()
  for (let i = from; i <= to; i++) counts.set(classes[i] ?? 0, (counts.get(classes[i] ?? 0) ?? 0) + 1)
  for (let i = from; i <= to; i++) {
    const own = classes[i] ?? 0, place = at[i] ?? 0, row = direction === 'row' ? line : place, column = direction === 'row' ? place : line
    const candidates = new Set<number>()
    const before = i > from ? classes[i - 1] : undefined, after = i < to ? classes[i + 1] : undefined
    if (before !== undefined && before !== own) candidates.add(before)
    if (after !== undefined && after !== own) candidates.add(after)
    let most = own
    for (const [id, count] of counts) if (count > (counts.get(most) ?? 0)
      || (most === own && id > own && count === counts.get(own))) most = id
    if (most !== own) candidates.add(most)
    for (const id of candidates) {
      const begins = i > from && classes[from] === own && !isPerpendicular(index.classById(id), direction)
      const likeOwn = (counts.get(own) ?? 1) - (begins ? 1 : 0), siblings = counts.get(id) ?? 0
      const sandwiched = before === id && after === id
      const tied = siblings === likeOwn && own < id
      if (siblings < 2 || (siblings <= likeOwn && !tied) || isOfOtherDirection(index, sheet, row, column, own, direction)) continue
      const alone = likeOwn === 1 && siblings >= 2 && rivals(index, counts, id, own, direction) === 0
      const deviation = compare(index, sheet, row, column, own, id, direction, sandwiched, siblings, alone)
      // Two ways of writing a range, equally common: told once, where no value differs.
      if (deviation !== null && tied && !(deviation.kind === 'range' && sameValue(deviation.shown, deviation.expected))) continue
      if (deviation === null || (deviation.kind !== 'range' && likeOwn > 1)) continue
      // Formulas that do something else altogether (the total below, a share between amounts) speak neither for nor against the siblings.
      const others = deviation.kind === 'range' ? 0 : deviation.kind === 'pattern' ? to - from + 1 - siblings : rivals(index, counts, id, own, direction)
      if (siblings < (deviation.kind === 'pattern' || sandwiched ? 2 * others : 2 * others + 1) || isEndOfChain(index, deviation, direction, before === id, after === id, siblings >= 3)) continue
      const keys: number[] = []
      for (let j = from; j <= to; j++) if (classes[j] === id) keys.push(direction === 'row' ? cellKey(line, at[j] ?? 0) : cellKey(at[j] ?? 0, line))
      add({ ...deviation, siblings: keys, likeOwn })
    }
  }
}

/**
 * The siblings carry a value on from the line before (a running balance, what is still owed), and the cell begins that chain, or stands
 * in the row of totals below it: there it may well be another formula.
 */
function isEndOfChain(
  index: FormulaIndex, { sheet, row, column, own, norm }: Pick<Deviation, 'sheet' | 'row' | 'column' | 'own' | 'norm'>,
  direction: Deviation['along'], hasBefore: boolean, hasAfter: boolean, many: boolean,
): boolean {
  if (isPerpendicular(norm, direction)) return false
  // The same steps over cells of the same sheet are no other beginning, where there is something to carry on.
  if (!hasBefore) {
    return !(hasAfter && many && own.skeleton === norm.skeleton
      && own.references.every((each, i) => each.sheet === norm.references[i]?.sheet)
      && norm.references.every(each => {
        const area = resolve(each, sheet.name, row, column), other = area === null ? undefined : index.sheetNamed(area.sheet)
        return area !== null && other !== undefined && typeof cellAt(other, area.top, area.left) === 'number'
      }))
  }
  if (hasAfter || direction === 'row') return false
  const { rows, classAt } = index.of(sheet)
  for (const other of rows.get(row)?.at ?? []) {
    if (other === column) continue
    const { references } = index.classById(classAt.get(cellKey(row, other)) ?? 0)
    for (const reference of references) {
      const area = resolve(reference, sheet.name, row, other)
      if (area !== null && area.sheet === sheet.name && area.left === other && area.right === other && area.bottom - area.top >= 1
        && area.bottom >= row - 2 && area.bottom < row) return true
    }
  }
  return false
}

/** Takes ranges of its own line: the sum of the row in a row of sums of columns. */
function isAlong({ references }: FormulaClass, direction: Deviation['along']): boolean {
  return references.length > 0 && references.every(({ sheet, from, to }) => sheet === '' && to !== null && [from, to].every(end =>
    direction === 'row' ? end.row === 0 && !end.rowFixed : end.column === 0 && !end.columnFixed))
}

/** How many other formulas of a stretch do the siblings' kind of work in another way: the same steps over other cells, or other steps over as many. */
function rivals(index: FormulaIndex, counts: ReadonlyMap<number, number>, id: number, own: number, direction: Deviation['along']): number {
  const norm = index.classById(id)
  let count = 0
  for (const [other, many] of counts) {
    if (other === id || other === own) continue
    const { skeleton, references } = index.classById(other)
    // The sum of the line itself is another figure.
    if (isAlong(index.classById(other), direction) && !isAlong(norm, direction)) continue
    if (skeleton === norm.skeleton || references.some(reference => norm.references.some(each => sameReference(each,
      reference)))) count += many
  }
  return count
}

/**
 * The cell belongs to a run that crosses this one: its neighbour in the other direction (or the next but one) holds the same formula, and
 * not because that is the formula of the neighbour's own line.
 */
function isOfOtherDirection(index: FormulaIndex, sheet: SheetSnapshot, row: number, column: number, own: number, direction: Deviation['along']): boolean {
  const { classAt } = index.of(sheet), at = (step: number): readonly [number, number] => (direction === 'row' ? [row + step, column] : [row, column + step])
  const holds = (step: number): boolean => {
    const [r, c] = at(step)
    return r >= 1 && c >= 1 && classAt.get(cellKey(r, c)) === own && !isOfItsLine(r, c)
  }
  const isOfItsLine = (r: number, c: number): boolean => {
    for (let side = -1; side <= 1; side += 2) {
      let far = 1
      while (far <= 2 && classAt.get(direction === 'row' ? cellKey(r, c + side * far) : cellKey(r + side * far, c)) === own) far++
      if (far > 2) return true
    }
    return false
  }
  // Where the cell between is blank, typed or another formula, it is that one which leaves the run.
  return holds(-1) || holds(1) || holds(-2) || holds(2)
}

function compare(
  index: FormulaIndex, sheet: SheetSnapshot, row: number, column: number, ownId: number, normId: number, along: Deviation['along'], sandwiched: boolean, siblings: number, alone: boolean,
): Omit<Deviation, 'siblings' | 'likeOwn'> | null {
  const own = index.classById(ownId), norm = index.classById(normId)
  const at = (each: FormulaReference): ResolvedReference | null => resolve(each, sheet.name, row, column)
  const mine = own.references.map(at), theirs = norm.references.map(at)
  if (theirs.some(each => each === null)) return null
  // The line of weights that the siblings multiply theirs with is no copy of them.
  if (own.skeleton !== norm.skeleton
    && theirs.some((each, i) => each !== null && isRange(each) && theirs.findIndex(other => sameArea(each, other)) < i)) return null
  let kind: DeviationKind | null = null, between: ResolvedReference | null = null
  if (own.skeleton === norm.skeleton) {
    const differ = mine.flatMap((each, i) => (sameArea(each, theirs[i] ?? null) ? [] : [i]))
    if (differ.length === 0) return null
    const first = differ[0] ?? 0, a = mine[first] ?? null, b = theirs[first] ?? null
    // The same cells the other way round.
    if (differ.length > 1 && (sandwiched || siblings >= 3) && isReordered(mine, theirs)) kind = 'operator'
    else if ((sandwiched || siblings >= 3 || alone) && isFixedShorter(own.references, mine, theirs)
      && (differ.length > 1 || a === null || b === null || rangeDifference(a, b, along) === null)) kind = 'range'
    else if ((sandwiched || siblings >= 3) && isShorterAlike(mine, theirs)) kind = 'range'
    else if (differ.length === 1 && a !== null && b !== null) {
      const rangeA = isRange(a), rangeB = isRange(b)
      if ((rangeA || rangeB) && a.sheet === b.sheet) {
        between = rangeDifference(a, b, along)
        if (between !== null) kind = 'range'
        else if (((sameShape(a, b) && (sandwiched || siblings >= 3)) || (isWidened(a, b, along) && (sandwiched || siblings >= 3 || alone)))) kind = 'reference'
        else if (sandwiched) kind = 'pattern'
      } else if (!rangeA && !rangeB && (sandwiched || siblings >= 3) && !skipsBlank(index, a, b)) kind = 'reference'
    } else if (siblings >= 3 && isOfAnotherLine(mine, theirs)) kind = 'reference'
    else if (sandwiched) kind = 'pattern'
  } else if (sameAreas(mine, theirs)) kind = 'operator'
  // A name alone is left of a formula; numbers alone are a value that was worked out in the cell.
  else if (mine.length === 0) kind = (sandwiched || siblings >= 3) && isPerpendicular(norm, along) && !isWorkedOut(own) ? 'terms' : null
  // A sum of three that alone in their line do this kind of work is one of three totals.
  else if (theirs.length > 0 && (sandwiched || siblings >= 3 || (alone && signsOf(norm) !== null)) && isSubset(mine, theirs) && Math.abs(mine.length - theirs.length) <= 2 && missingTell(index, mine, theirs, signsOf(own) !== null, isConditional(own) && isConditional(norm))) kind = 'terms'
  // A comma for a colon: the two ends alone of the range that the siblings add.
  else if ((sandwiched || siblings >= 3 || alone) && isEndsOf(mine, theirs) && signsOf(own) !== null && signsOf(norm) !== null) kind = 'terms'
  else if (sandwiched) kind = 'pattern'
  if (kind === null) return null
  const moved = index.moved(norm, sheet, row, column)
  if (moved === null || (kind === 'reference' && !(sandwiched && siblings >= 3) && sameValue(moved.value, cellAt(sheet, row, column)))) return null
  // Where the siblings' formula would take a word for a number, it was not meant for this cell.
  if (typeof cellAt(sheet, row, column) === 'number' && isCellError(moved.value) && moved.value.error === '#VALUE!') return null
  // Where the siblings' formula would take a heading, the cell is the first of their line.
  if (typeof moved.value === 'string' && typeof cellAt(sheet, row, column) === 'number') return null
  // Nor where it would add words alone, which the own counts.
  if (kind === 'operator' && moved.value === 0 && cellAt(sheet, row, column) !== 0 && inputsOf(index, norm, sheet, row, column) === 0) return null
  if (kind === 'pattern' && !overlap(mine, theirs) && !sameValue(moved.value, cellAt(sheet, row, column))) return null
  return {
    kind, sheet, row, column, own, norm,
    formula: moved.formula,
    expected: moved.value,
    shown: cellAt(sheet, row, column),
    along,
    between,
  }
}

/** The siblings' formula would take a blank cell where the own takes a filled one: it passes over a line without one (the row of a subtotal). */
function skipsBlank(index: FormulaIndex, own: ResolvedReference, norm: ResolvedReference): boolean {
  const at = ({ sheet, top, left, external }: ResolvedReference): CellValue => {
    const other = external ? undefined : index.sheetNamed(sheet)
    return other === undefined ? null : cellAt(other, top, left)
  }
  return isBlank(at(norm)) && !isBlank(at(own))
}

/** `SUMIFS`, `COUNTIF`, …: what it adds hangs on words as well. */
function isConditional({ skeleton }: FormulaClass): boolean {
  return /^=(?:SUM|COUNT|AVERAGE)IFS?\(/.test(skeleton)
}

/** A term that only one of the two has (in a sum: or has once more) points at a number, a condition at any value: a blank one changes nothing. */
function missingTell(
  index: FormulaIndex, a: readonly (ResolvedReference | null)[], b: readonly (ResolvedReference | null)[], adds: boolean,
  conditional: boolean,
): boolean {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a]
  return many.some((each, i) => {
    const twice = adds && many.findIndex(other => sameArea(each, other)) < i
    const shared = !twice && few.some(other => sameArea(each, other))
    const sheet = each === null || each.external || shared ? undefined : index.sheetNamed(each.sheet)
    const value = each === null || sheet === undefined ? null : cellAt(sheet, each.top, each.left)
    return conditional ? !isBlank(value) : typeof value === 'number' && value !== 0
  })
}

/** Whether two shown values are the same amount, the last binary digits aside. */
export function sameValue(a: CellValue | undefined, b: CellValue | undefined): boolean {
  if (typeof a === 'number' && typeof b === 'number') return sameNumber(a, b) || Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))
  if (typeof a === 'object' && a !== null && typeof b === 'object' && b !== null) return a.error === b.error
  return a === b || ((a === null || a === undefined || a === '') && (b === null || b === undefined || b === ''))
}
