import type { FormulaCell } from '../core/cell'
import { cellKey, isInBox } from '../core/place'
import type { SheetSnapshot } from '../core/snapshot'
import { cellAt } from '../core/snapshot'
import { agrees } from './agrees'
import { isCounter, isLink, isPerpendicular, isWorkedOut } from './class-kinds'
import type { FormulaIndex, FormulaLine } from './formula-index'
import { resolve } from './normal-form'
import type { FormulaClass } from './normal-form'
import { numberWritten } from './number-written'
import { inputsOf } from './inputs'
import { isRounding } from './rounding'
import { goesOn } from './same-table'
import { isTakenAlike } from './taken-alike'

/** A number that stands where its siblings compute. */
export interface TypedIn {
  readonly sheet: SheetSnapshot
  readonly row: number
  readonly column: number
  readonly typed: number
  /** What stands in the cell: the number, the text that reads as one, or a calculation with numbers alone (`=1200*12`). */
  readonly content: number | string | FormulaCell
  readonly norm: FormulaClass
  readonly formula: string
  readonly expected: number
  /** The typed number is the computed one, rounded as it is written. */
  readonly equal: boolean
  readonly siblings: readonly number[]
  readonly along: 'row' | 'column'
  /** It would be 0 only because cells that it takes hold no number. */
  readonly vacuous: boolean
  /** How many of the siblings stand right beside it, before and after. */
  readonly near: { readonly before: number; readonly after: number }
  /** A sibling stands right before and right after it. */
  readonly enclosed: boolean
  /** At the end of a run down a column, in a row whose other formulas go on as those of the next row of the run: inside the table. */
  readonly continued: boolean
  /** At the end of its run, and taken by other formulas just as its siblings are; or its row and its column come to the same. */
  readonly alike: boolean
  /** The formula points at cells of its own row (or column) and fixed cells alone: it means the same wherever it stands. */
  readonly perpendicular: boolean
}

/** Typed numbers in the rows and columns of formulas, each once. */
export function typedInOf(index: FormulaIndex, sheet: SheetSnapshot): TypedIn[] {
  if (sheet.formulas.size === 0) return []
  const found = new Map<number, TypedIn>(), { rows, columns } = index.of(sheet)
  const add = (typed: TypedIn): void => {
    const key = cellKey(typed.row, typed.column), known = found.get(key)
    const best = known === undefined || better(typed, known) ? typed : known
    found.set(key, known !== undefined && isTwice(known, typed) ? { ...best, alike: true } : best)
  }
  for (const [column, line] of columns) along(index, sheet, line, 'column', column, add)
  for (const [row, line] of rows) along(index, sheet, line, 'row', row, add)
  return [...found.values()].sort((a, b) => a.row - b.row || a.column - b.column)
}

/** Its row and its column, each by a formula of its own, come to the same. */
function isTwice(a: TypedIn, b: TypedIn): boolean {
  return a.along !== b.along && !a.equal && !b.equal && agrees(a.expected, b.expected)
}

/** An equal value explains the number; else those speak whose formula means the same anywhere in their line, and then more siblings. */
function better(a: TypedIn, b: TypedIn): boolean {
  if (a.vacuous !== b.vacuous) return b.vacuous
  if (isQuotientOfOwn(a) !== isQuotientOfOwn(b) && !a.equal && !b.equal && (isSum(a) || isSum(b))) return isQuotientOfOwn(a)
  if (a.equal !== b.equal) return a.equal
  if (a.alike !== b.alike) return a.alike
  if (a.perpendicular !== b.perpendicular) return a.perpendicular
  const between = ({ near }: TypedIn): boolean => near.before > 0 && near.after > 0
  return between(a) !== between(b) ? between(a) : a.near.before + a.near.after > b.near.before + b.near.after
}

/** A quotient of cells beside it: the whole of quotients is one, and no sum of them. */
function isQuotientOfOwn({ norm }: TypedIn): boolean {
  return norm.skeleton.includes('/') && norm.references.every(({ from, to }) => to === null && !from.rowFixed && !from.columnFixed)
}

function isSum({ norm }: TypedIn): boolean {
  return norm.references.length === 1 && norm.skeleton === '=SUM(\u0001)'
}

/** The formulas beside a constant, nearest first: steps from the first after it. */
const NEAREST = [-1, 0, -2, 1]

/** Siblings further away than so many cells are not beside it. */
const NEAR = 5

function along(
  index: FormulaIndex, sheet: SheetSnapshot, whole: FormulaLine, direction: TypedIn['along'], line: number, add: (typed: TypedIn) => void,
): void {
  const { at, classes } = withoutWorkedOut(index, whole)
  // Where the formulas of a class stand, as keys: gathered for the first constant that lies among them.
  let groups: Map<number, readonly number[]> | null = null
  const groupOf = (id: number): readonly number[] => {
    groups ??= new Map()
    let group = groups.get(id)
    if (group === undefined) {
      const keys: number[] = []
      for (let i = 0; i < at.length; i++) if (classes[i] === id) keys.push(direction === 'column' ? cellKey(at[i] ?? 0, line) : cellKey(line, at[i] ?? 0))
      groups.set(id, (group = keys))
    }
    return group
  }
  // One pass over the line for its constants; each is tried with the classes of the nearest formulas before and after it.
  const end = direction === 'column' ? sheet.rows.length : (sheet.rows[line - 1]?.length ?? 0)
  let next = 0
  for (let place = 1; place <= end; place++) {
    if (at[next] === place) {
      next++
      continue
    }
    const row = direction === 'column' ? place : line, column = direction === 'column' ? line : place,
      shown = cellAt(sheet, row, column), value = typeof shown === 'string' ? numberTyped(sheet, row, column, shown) : shown
    if (typeof value !== 'number' || (typeof shown !== 'number' && typeof shown !== 'string')) continue
    const worked = sheet.formulas.get(cellKey(row, column)), content = worked === undefined ? shown : { formula: worked, value: shown }
    for (let turn = 0; turn < NEAREST.length; turn++) {
      const id = classes[next + (NEAREST[turn] ?? 0)]
      if (id === undefined || NEAREST.some((step, earlier) => earlier < turn && classes[next + step] === id)) continue
      const norm = index.classById(id), perpendicular = isPerpendicular(norm, direction)
      const carried = !perpendicular && isLink(norm) && isCarried(index, norm, sheet, row, column, direction, classes[next] === id ? 1 : -1)
      const alike = at[next - 1] === place - 1 && isAlike(index, sheet, row, column, direction, classes, next, norm)
      if (!perpendicular && !carried && !alike && (next === 0 || next === at.length)) continue
      const near = nearOf(classes, at, id, next, place, perpendicular)
      if (direction === 'row' && !perpendicular && alternates(sheet, line, at, classes, next, place)) continue
      const enclosed = classes[next - 1] === id && classes[next] === id && at[next - 1] === place - 1 && at[next] === place + 1
      if (!perpendicular && !(near.before > 0 && near.after > 0) && !((carried || alike) && near.before + near.after >= 3)) continue
      if (norm.references.length === 0 || isCounter(norm) || pointsAt(norm, sheet, row, column)) continue
      if (direction === 'row' && near.before === 0 && isKeyColumn(index, sheet, row, column, at[next] ?? 0)) continue
      if (isLink(norm) && !carried && !(near.before > 0 && near.after > 0) && near.before + near.after < 4) continue
      const inputs = inputsOf(index, norm, sheet, row, column),
        zero = value === 0 && perpendicular && inputs === 0 && groupOf(id).length >= MANY && takesNumbers(index, norm, sheet, row, column)
      if ((inputs < 1 && !zero) || (inputs < 2 && !isLink(norm) && !perpendicular)) continue
      const moved = index.moved(norm, sheet, row, column)
      if (moved === null || typeof moved.value !== 'number') continue
      const equal = agrees(value, moved.value) || isRounding(index, norm, sheet, row, column, value, moved.value)
      if (carried && equal) continue
      add({
        sheet,
        row,
        column,
        typed: value,
        content,
        norm,
        formula: moved.formula,
        expected: moved.value,
        equal,
        along: direction,
        near,
        enclosed,
        continued: carried || (direction === 'column' && (near.before === 0 || near.after === 0)
          && goesOn(index, sheet, row, column, direction, near.before === 0 ? 1 : -1)),
        alike,
        perpendicular,
        vacuous: moved.value === 0 && !takesNumbers(index, norm, sheet, row, column),
        siblings: groupOf(id),
      })
      if (equal) break
    }
  }
}

/** Right behind three cells of a run that each take the one before them, or their own line, and taken by others as they are. */
function isAlike(
  index: FormulaIndex, sheet: SheetSnapshot, row: number, column: number, direction: TypedIn['along'], classes: readonly number[],
  next: number, { id, references }: FormulaClass,
): boolean {
  if (classes[next] === id || classes[next - 1] !== id || classes[next - 2] !== id || classes[next - 3] !== id) return false
  const backwards = references.every(({ sheet: other, from, to }) => other === '' && [from, to ?? from].every(end => {
    const fixed = direction === 'row' ? end.columnFixed : end.rowFixed, offset = direction === 'row' ? end.column : end.row
    return fixed || (offset ?? 1) <= 0
  }))
  return backwards && isTakenAlike(index, sheet, row, column, direction, -1)
}

/**
 * What is carried over from the line before (上年结转) is carried over at the ends of the run too: the cell it would take computes as the
 * one does that its neighbour takes.
 */
function isCarried(
  index: FormulaIndex, link: FormulaClass, sheet: SheetSnapshot, row: number, column: number, direction: TypedIn['along'], step: 1 | -1,
): boolean {
  const [reference] = link.references
  if (reference === undefined || reference.sheet !== '') return false
  const own = resolve(reference, sheet.name, row, column)
  const next = direction === 'column' ? resolve(reference, sheet.name, row + step, column) : resolve(reference, sheet.name, row, column + step)
  const computed = own === null ? undefined : index.classIn(sheet, own.top, own.left)
  return computed !== undefined && next !== null && computed === index.classIn(sheet, next.top, next.left)
}

/**
 * Numbers and formulas of one class by turns (amount, share, amount, share): the numbers are what the formulas work with, and no gaps
 * among them.
 */
function alternates(
  sheet: SheetSnapshot, row: number, at: readonly number[], classes: readonly number[], next: number, place: number,
): boolean {
  const id = classes[next]
  if (at[next] !== place + 1 || at[next - 1] !== place - 1 || classes[next - 1] !== id) return false
  const further = (step: 1 | -1): boolean => {
    const i = step === 1 ? next + 1 : next - 2, gap = place + 2 * step
    return classes[i] === id && at[i] === gap + step && typeof cellAt(sheet, row, gap) === 'number'
  }
  return further(1) || further(-1)
}

/** A value that was worked out in its cell (`=1200*12`) is typed like any other: it follows nothing. */
function withoutWorkedOut(index: FormulaIndex, line: FormulaLine): FormulaLine {
  const isTyped = (id: number): boolean => isWorkedOut(index.classById(id))
  if (!line.classes.some(isTyped)) return line
  const computing = line.classes.map((id, i) => ({ id, at: line.at[i] ?? 0 })).filter(each => !isTyped(each.id))
  return { at: computing.map(each => each.at), classes: computing.map(each => each.id) }
}

/** The number that a short text reads as, with or without its unit (`353.39万元`); longer ones are ids. */
function numberTyped(sheet: SheetSnapshot, row: number, column: number, text: string): number | null {
  return text.length <= 16 && /^\s*[-+]?\d[\d,]*\.?\d*\s*[元万亿㎡平方米人户个]{0,3}\s*$/.test(text) ? numberWritten(sheet, row, column, text) : null
}

/** A typed 0 among so many formulas is no chance. */
const MANY = 10

/** Every reference of the moved formula takes at least one number, be it 0. */
function takesNumbers(index: FormulaIndex, what: FormulaClass, sheet: SheetSnapshot, row: number, column: number): boolean {
  return what.references.every(reference => {
    const area = resolve(reference, sheet.name, row, column),
      other = area === null || area.external ? undefined : index.sheetNamed(area.sheet)
    return area !== null && other !== undefined && typeof cellAt(other, area.top, area.left) === 'number'
  })
}

/**
 * How many formulas of a class stand in an unbroken row before and after a place, the nearest within reach. Formulas that mean the same
 * wherever they stand, one of them right beside the place, are no further apart for the subtotal of a block between them.
 */
function nearOf(
  classes: readonly number[], at: readonly number[], id: number, next: number, place: number, perpendicular: boolean,
): TypedIn['near'] {
  const count = (from: number, step: 1 | -1, mayPass: boolean): number => {
    let found = 0, last = place, passed = !mayPass
    for (let i = from; i >= 0 && i < at.length && found < 12; i += step) {
      if (Math.abs((at[i] ?? 0) - last) > NEAR) break
      if (classes[i] === id) {
        found++
        last = at[i] ?? 0
        passed = !mayPass
      } else if (!passed) passed = true
      else break
    }
    return found
  }
  const near = { before: count(next - 1, -1, false), after: count(next, 1, false) }
  return perpendicular && near.before + near.after > 0 ? { before: count(next - 1, -1, true), after: count(next, 1, true) } : near
}

/** No formula stands in the column, and it holds typed values in the rows beside too, where the run's own column computes: it is data, and no gap in the run. */
function isKeyColumn(index: FormulaIndex, sheet: SheetSnapshot, row: number, column: number, sibling: number): boolean {
  const { classAt, columns } = index.of(sheet)
  if (columns.has(column)) return false
  return [row - 1, row + 1, row - 2, row + 2].some(other => other >= 1 && typeof cellAt(sheet, other, column) === 'number' && classAt.has(cellKey(row, sibling)) && classAt.get(cellKey(other, sibling)) === classAt.get(cellKey(row, sibling)))
}

/** The moved formula would point at the cell itself. */
function pointsAt(what: FormulaClass, sheet: SheetSnapshot, row: number, column: number): boolean {
  return what.references.some(reference => {
    const area = resolve(reference, sheet.name, row, column)
    return (
      area === null || (area.sheet === sheet.name && isInBox(area, row, column))
    )
  })
}
