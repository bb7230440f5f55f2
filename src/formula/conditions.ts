import type { CellError, CellValue } from '../core/cell'
import { isCellError } from '../core/cell'
import { classOf } from './criteria'
import type { Criterion } from './criteria'
import type { CellSource } from './source'
import { VALUE } from './values'
import type { Area } from './values'

/** A range and what its cells must be. */
export interface Condition {
  readonly area: Area
  readonly criterion: Criterion
}

export interface ConditionSum {
  readonly sum: number
  /** How many numbers were summed. */
  readonly numbers: number
  /** The first error value among the summed cells. */
  readonly error: CellError | null
}

/** Where something learnt comes from. */
interface Learnt {
  readonly sheets: readonly string[]
  /** All of the sheets were read as they stand. */
  readonly plain: boolean
}

/** Small whole numbers standing for the classes of a range's cells. */
interface Encoded extends Learnt {
  readonly key: string
  readonly ids: Uint32Array
  readonly size: number
  /** The number of the cells that meet a criterion; -1: none does. */
  idOf(criterion: Criterion): number
}

interface Groups extends Learnt {
  readonly steps: readonly { readonly ids: Map<number, number>; readonly size: number }[]
  readonly groupOf: Uint32Array
  readonly counts: Float64Array
  /** By the summed range; dropped with its sheet. */
  readonly sums: Map<string, { readonly sum: Float64Array; readonly numbers: Float64Array; readonly errors: Map<number, CellError> }>
}

/**
 * COUNTIFS, SUMIFS and AVERAGEIFS over long columns: the cells are grouped once for each set of ranges, every further formula over
 * the same ranges is a look-up. A million rows and a thousand formulas cost one pass.
 */
export class ConditionIndex {
  private readonly encoded = new Map<string, Encoded>()
  private readonly groups = new Map<string, Groups>()

  constructor(private readonly source: CellSource) {}

  /** Drops what was learnt of sheets whose cells may have changed. */
  forget(): void {
    for (const known of [this.encoded, this.groups]) {
      for (const [key, entry] of known)
        if (entry.sheets.some(sheet => !entry.plain || this.source.plainRows(sheet) === null)) known.delete(key)
    }
  }

  private isPlain(sheets: readonly string[]): boolean {
    return sheets.every(sheet => this.source.plainRows(sheet) !== null)
  }

  count(conditions: readonly Condition[]): number | CellError {
    const length = this.lengthOf(conditions.map(condition => condition.area))
    if (length === null) return VALUE
    const [groups, group] = this.find(conditions, length)
    const first = conditions[0]
    if (first === undefined) return 0
    // Cells beyond the used ones are blank, and a condition such as "" counts them.
    const beyond = conditions.every(condition => condition.criterion.test(null)) ? cellCount(first.area) - length : 0
    return (group < 0 ? 0 : (groups.counts[group] ?? 0)) + beyond
  }

  sum(summed: Area, conditions: readonly Condition[]): ConditionSum | CellError {
    const length = this.lengthOf([summed, ...conditions.map(condition => condition.area)])
    if (length === null) return VALUE
    const [groups, group] = this.find(conditions, length)
    if (group < 0) return { sum: 0, numbers: 0, error: null }
    const key = areaKey(summed)
    // Sums of another sheet would not be dropped with it, so they are not kept.
    const kept = groups.sheets.includes(summed.sheet)
    let sums = kept ? groups.sums.get(key) : undefined
    if (sums === undefined) {
      const sum = new Float64Array(groups.counts.length),
        numbers = new Float64Array(groups.counts.length),
        errors = new Map<number, CellError>()
      this.each(summed, length, (value, index) => {
        const at = groups.groupOf[index] ?? 0
        if (typeof value === 'number') {
          sum[at] = (sum[at] ?? 0) + value
          numbers[at] = (numbers[at] ?? 0) + 1
        } else if (value !== null && isCellError(value) && !errors.has(at)) errors.set(at, value)
      })
      sums = { sum, numbers, errors }
      if (kept) groups.sums.set(key, sums)
    }
    return { sum: sums.sum[group] ?? 0, numbers: sums.numbers[group] ?? 0, error: sums.errors.get(group) ?? null }
  }

  /** Used length of ranges that must have one shape; `null` when they do not. */
  private lengthOf(areas: readonly Area[]): number | null {
    const first = areas[0]
    if (first === undefined) return null
    const height = first.bottom - first.top, width = first.right - first.left
    let rows = 0
    for (const { sheet, top, left, bottom, right } of areas) {
      if (bottom - top !== height || right - left !== width) return null
      rows = Math.max(rows, Math.min(height + 1, this.source.lastRow(sheet) - top + 1))
    }
    return rows * (width + 1)
  }

  private find(conditions: readonly Condition[], length: number): [Groups, number] {
    const columns = conditions.map(condition => this.encode(condition, length))
    const key = `${String(length)}|${columns.map(column => column.key).join('|')}`
    let groups = this.groups.get(key)
    if (groups === undefined) {
      const sheets = [...new Set(columns.flatMap(column => column.sheets))]
      groups = group(columns, length, { sheets, plain: this.isPlain(sheets) })
      this.groups.set(key, groups)
    }
    let at = 0
    for (const [step, column] of columns.entries()) {
      const id = column.idOf(conditions[step]?.criterion ?? NEVER)
      const map = groups.steps[step]
      if (id < 0 || map === undefined) return [groups, -1]
      const next = map.ids.get(at * map.size + id)
      if (next === undefined) return [groups, -1]
      at = next
    }
    return [groups, at]
  }

  private encode({ area, criterion }: Condition, length: number): Encoded {
    const key = `${areaKey(area)}#${String(length)}${criterion.equals === null ? `?${criterion.key}` : ''}`
    let found = this.encoded.get(key)
    if (found !== undefined) return found
    const learnt: Learnt = { sheets: [area.sheet], plain: this.isPlain([area.sheet]) }
    const ids = new Uint32Array(length)
    const byValue = new Map<CellValue, number>()
    if (criterion.equals === null) {
      this.each(area, length, (value, index) => {
        let id = byValue.get(value)
        if (id === undefined) byValue.set(value, (id = criterion.test(value) ? 1 : 0))
        ids[index] = id
      })
      // Cells that `each` does not visit are blank.
      found = { ...learnt, key, ids, size: 2, idOf: () => 1 }
    } else {
      const byClass = new Map<string, number>()
      const classId = (value: CellValue): number => {
        const name = classOf(value)
        let id = byClass.get(name)
        if (id === undefined) byClass.set(name, (id = byClass.size))
        return id
      }
      this.each(area, length, (value, index) => {
        let id = byValue.get(value)
        if (id === undefined) byValue.set(value, (id = classId(value)))
        ids[index] = id
      })
      found = { ...learnt, key, ids, size: byClass.size, idOf: wanted => byClass.get(wanted.equals ?? '') ?? -1 }
    }
    this.encoded.set(key, found)
    return found
  }

  /** Visits the first `length` cells of an area, row by row, blanks included. */
  private each(area: Area, length: number, visit: (value: CellValue, index: number) => void): void {
    const width = area.right - area.left + 1, rows = this.source.plainRows(area.sheet), column = area.left - 1
    if (rows !== null && width === 1) {
      for (let index = 0, row = area.top - 1; index < length; index++, row++) visit(rows[row]?.[column] ?? null, index)
      return
    }
    for (let index = 0; index < length; index++)
      visit(this.source.value(area.sheet, area.top + Math.floor(index / width), area.left + (index % width)), index)
  }
}

const NEVER: Criterion = { key: '', equals: null, test: () => false }

function group(columns: readonly Encoded[], length: number, learnt: Learnt): Groups {
  let groupOf: Uint32Array = new Uint32Array(0), size = 0
  const steps: { ids: Map<number, number>; size: number }[] = []
  for (const [at, column] of columns.entries()) {
    if (at === 0) {
      // The first column's classes are the first groups as they are.
      steps.push({ ids: new Map(Array.from({ length: column.size }, (_all, id) => [id, id])), size: column.size })
      groupOf = column.ids
      size = column.size
      continue
    }
    const ids = new Map<number, number>()
    const next = new Uint32Array(length)
    const factor = column.size
    // A table is quicker than a map as long as it is small.
    const table = size * factor <= 4_000_000 ? new Int32Array(size * factor).fill(-1) : null
    for (let index = 0; index < length; index++) {
      const key = (groupOf[index] ?? 0) * factor + (column.ids[index] ?? 0)
      let id = table === null ? ids.get(key) : table[key]
      if (id === undefined || id < 0) {
        id = ids.size
        ids.set(key, id)
        if (table !== null) table[key] = id
      }
      next[index] = id
    }
    steps.push({ ids, size: factor })
    groupOf = next
    size = ids.size
  }
  const counts = new Float64Array(size)
  for (let index = 0; index < length; index++) {
    const at = groupOf[index] ?? 0
    counts[at] = (counts[at] ?? 0) + 1
  }
  return { ...learnt, steps, groupOf, counts, sums: new Map() }
}

function areaKey(area: Area): string {
  return `${area.sheet}!${String(area.top)},${String(area.left)},${String(area.bottom)},${String(area.right)}`
}

function cellCount(area: Area): number {
  return (area.bottom - area.top + 1) * (area.right - area.left + 1)
}
