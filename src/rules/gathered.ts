import { columnBoxes, rowRuns } from '../core/area'
import type { Finding } from '../core/finding'
import { message } from '../messages'
import { findingOf } from './rule'
import type { Found, Rule } from './rule'

/** More findings of one rule, a cell each, than anybody walks one by one. */
const MOST_SINGLE = 5000

/** Cells of one column that hold the same fault, without an object a cell. */
interface Column {
  readonly sheet: string
  readonly column: number
  readonly first: Found
  readonly rows: number[]
}

/**
 * The findings of one rule. Up to 5,000 stand one by one; where a rule finds its fault in more cells than that, it is told once a column, with
 * the first case, the count and the cells: a list of a million rows must not end in a hundred thousand sentences.
 */
export class Gathered {
  private single: Finding[] = []
  private columns: Map<string, Column> | null = null
  private isSingle = true

  constructor(private readonly rule: Rule) {}

  add(found: Found): void {
    if (this.columns === null) {
      this.single.push(findingOf(this.rule, found))
      this.isSingle &&= isOneCell(found)
      if (this.single.length <= MOST_SINGLE || !this.isSingle) return
      const before = this.single
      this.single = []
      this.columns = new Map()
      for (const finding of before) this.join(finding)
      return
    }
    if (isOneCell(found)) this.join(found)
    else this.single.push(findingOf(this.rule, found))
  }

  all(): readonly Finding[] {
    if (this.columns === null) return this.single
    const joined = [...this.columns.values()].map(({ sheet, column, first, rows }): Finding => ({
      ...findingOf(this.rule, first), at: { sheet, boxes: columnBoxes(rowRuns(rows.sort((a, b) => a - b)), column) }, related: [],
      subject: `${sheet}/${this.rule.id}/${String(column)}`, message: message('finding.many-alike', { count: rows.length, first: first.message }),
    }))
    return [...joined, ...this.single]
  }

  private join(found: Found): void {
    const box = found.at?.boxes[0]
    if (found.at === null || box === undefined || this.columns === null) return
    const key = `${found.at.sheet}\u0000${String(box.left)}`, known = this.columns.get(key)
    if (known === undefined) this.columns.set(key, { sheet: found.at.sheet, column: box.left, first: found, rows: [box.top] })
    else known.rows.push(box.top)
  }
}

function isOneCell({ at }: Pick<Found, 'at'>): boolean {
  const box = at?.boxes[0]
  return at !== null && at.boxes.length === 1 && box !== undefined && box.top === box.bottom && box.left === box.right
}
