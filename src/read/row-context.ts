import { isBlank } from '../core/cell'
import type { CellValue } from '../core/cell'
import type { Presence } from '../core/reading'
import type { EmploymentReading } from '../vocabulary/employment'
import { normalise } from '../vocabulary/normalise'
import { readNumber } from '../vocabulary/numbers'
import { isDitto } from './ditto'
import { rowOf } from './grid'
import type { ListContext } from './list-context'
import { MergedDown } from './merged-down'
import { isTownshipUnit } from './place-names'
import type { RowVerdict } from './row-verdicts'
import type { SectionWords } from './section-words'
import { columnOf, sheetColumn } from './settle-table'
import { sparseCommunities } from './sparse-communities'
import type { SparseCommunities } from './sparse-communities'
import { sectionsFoot, subtotalGroups } from './subtotal-groups'
import type { SubtotalGroups } from './subtotal-groups'

/** Share of rows with a community of their own from which on a blank is a gap. */
const FULL = 0.85

/** What a section row can say, in the order in which sections were opened: the later ones lie inside the earlier. */
type Axis = 'community' | 'kind' | 'presence'

/**
 * What holds for a row beside its own cells: the community, the kind and the status of the section it stands in, the community filled down or merged over it.
 * One object a list, told of every row from top to bottom, whether the row is read or skipped: an example row still heads its group,
 * and a row that is not understood ends the group above it.
 */
export class RowContext {
  /** Index of the community that holds; -1 for none. */
  community: number
  employment: EmploymentReading | null
  presence: Presence | null
  private readonly sheet: string
  /** Column that names the community; 0 when none does. */
  readonly column: number
  private readonly seq: number
  private readonly merged: MergedDown
  private readonly open: { axis: Axis; style: string }[] = []
  /** Communities by the cell's text: a map of few words. */
  private readonly known = new Map<string, number>()
  /** A note or signature stands between: the group goes on only where its numbers do. */
  private interrupted = false
  private lastNumber: number | null = null
  /** The last numbered section. */
  private numbered: { readonly style: string; readonly number: number; readonly isPlace: boolean } | null = null
  private others: number | undefined
  /** A section row was the last thing told: a note under it is of the section. */
  private isFresh = false

  private readonly sparse: SparseCommunities
  /** The column names the community in nearly every row: a blank in it is a gap and no group. */
  private readonly isFull: boolean
  /** The last row's community was taken from its neighbours over such a gap. */
  taken = false

  /** The lines that name communities stand below their people, or where nobody can tell. */
  private readonly sectionsFoot: boolean
  /** Communities that only the subtotals name. */
  private readonly subtotals: SubtotalGroups | null

  /** @param read tells rows of people or places from the others, for columns that name a community once a group */
  constructor(
    private readonly list: ListContext,
    private readonly read: (row: number) => RowVerdict,
  ) {
    const { table } = list
    this.sheet = table.found.sheet.name
    this.column = columnOf(table, 'community')?.column ?? 0
    this.seq = columnOf(table, 'seq')?.column ?? 0
    this.merged = new MergedDown(table, ['community'])
    this.sparse = sparseCommunities(table, row => read(row).why === null)
    this.subtotals = list.community < 0 && !this.namesRows(read) ? subtotalGroups(table, read) : null
    this.sectionsFoot = this.column === 0 && list.community < 0 && sectionsFoot(table, read)
    this.isFull = (columnOf(table, 'community')?.filled ?? 0) > FULL
    this.community = list.community
    this.employment = list.employment
    this.presence = list.presence
  }

  /** Some row of people names its community itself. */
  private namesRows(read: (row: number) => RowVerdict): boolean {
    const { sheet, first, last } = this.list.table.found
    if (this.column === 0) return false
    for (let row = first; row <= last; row++) if (!isBlank(rowOf(sheet, row)[this.column - 1]) && read(row).why === null) return true
    return false
  }

  /** A row that is no data: what it says of the rows below. */
  skipped(verdict: RowVerdict, cells: readonly CellValue[], row: number): void {
    if (verdict.section !== undefined) this.section(verdict.section, row)
    else if (this.subtotals?.heads.has(row) === true) this.headed(this.subtotals.heads.get(row) ?? '', row)
    else if (verdict.ends === 'all') this.reset()
    else if (verdict.ends === 'group') this.endInner()
    else if (verdict.ends === 'kind') this.closeFrom('kind')
    else if (verdict.ends === 'lost') this.lose()
    else if (verdict.ends === 'unless-numbered') this.interrupted = !this.isFresh
    // 例：张三 under a community that is merged over the row or filled down from it.
    if (verdict.why === 'example') this.ofRow(cells, row)
  }

  /** A row of data: the community that holds for it. */
  ofRow(cells: readonly CellValue[], row: number): number {
    this.goOn(cells)
    this.taken = false
    const value = this.column === 0 ? null : cells[this.column - 1]
    if (typeof value === 'string' && value.trim() !== '' && !isDitto(value)) this.community = this.named(value, row)
    else if (this.sparse.unclear.has(row)) this.community = -1
    else if (this.sparse.named.has(row)) {
      const below = rowOf(this.list.table.found.sheet, this.sparse.named.get(row) ?? row)[this.column - 1]
      if (typeof below === 'string') this.community = this.named(below, row)
    } else if (this.column !== 0 && !this.merged.isEmpty && isBlank(value)) {
      const above = this.merged.value(cells, row, this.column)
      if (typeof above === 'string' && above.trim() !== '') this.community = this.named(above, row)
    } else if (this.isFull && isBlank(value)) return this.overGap(row)
    else if (this.subtotals?.closed.has(row) === true) this.community = this.named(this.subtotals.closed.get(row) ?? '', row)
    return this.community
  }

  /** A gap in a full column: the neighbours' community where both have the same, else none. */
  private overGap(row: number): number {
    const { sheet, last } = this.list.table.found
    let below = row + 1
    while (below <= last && isBlank(rowOf(sheet, below)[this.column - 1])) below++
    const next = rowOf(sheet, below)[this.column - 1]
    // Behind the last name nothing stands against the one above.
    const same = below > last || (typeof next === 'string' && this.list.communities.isKnown(next) && this.named(next, below) === this.community)
    if (!same) return -1
    this.taken = this.community >= 0
    return this.community
  }

  /** The community that a cell names; -1 for a town without one. */
  private named(value: string, row: number): number {
    let index = this.known.get(value)
    if (index === undefined) {
      index = this.list.communities.find(value, { sheet: this.sheet, row, column: sheetColumn(this.list.table, this.column) })
      // A town in the column of communities: the list's own community, if it has one, still holds.
      if (index < 0 && isTownshipUnit(normalise(value))) index = this.list.community
      this.known.set(value, index)
    }
    return index
  }

  /** 清泉社区小计 above its people. */
  private headed(community: string, row: number): void {
    this.reset()
    this.community = this.list.communities.find(community, { sheet: this.sheet, row, column: this.list.table.found.header.left })
  }

  private section(words: SectionWords, row: number): void {
    this.interrupted = false
    if (words.others === true && !this.haveOthers) { this.lose(); return }
    this.isFresh = true
    const before = this.numbered
    this.numbered = words.number === null ? before : { style: words.style, number: words.number, isPlace: words.community !== null }
    const says = words.community !== null || words.town || words.presence !== null
    // 四、其他人员 behind 三、荷叶社区 goes on with the numbers of the communities: its people are not those of the last one.
    const isNext = before !== null && before.isPlace && before.style === words.style && words.number === before.number + 1
    if (!says && isNext) {
      this.lose()
      if (words.employment === null) return
    }
    this.lastNumber = null
    if (words.town) { this.closeFrom('community'); this.community = this.list.community; return }
    if (words.community !== null && this.sectionsFoot) { this.lose(); return }
    if (words.community !== null) {
      this.openAxis('community', words.style)
      this.community = this.list.communities.find(words.community, { sheet: this.sheet, row, column: this.list.table.found.header.left })
    }
    if (words.presence !== null) { this.openAxis('presence', words.style); this.presence = words.presence }
    // 清泉社区（正式3人） over seven people counts some of them, and is the kind of none.
    const isKind = words.employment !== null && (words.count === undefined || words.count === this.peopleBelow(row))
    if (isKind) { this.openAxis('kind', words.style); this.employment = words.employment }
    // A group that is neither a place nor a kind ends the kind above it.
    if (words.community === null && words.presence === null && words.employment === null) this.closeFrom('kind')
  }

  /** 其他人员 stands more than once: a group of each community and no list of its own. */
  private get haveOthers(): boolean {
    if (this.others === undefined) {
      this.others = 0
      const { first, last } = this.list.table.found
      for (let row = first; row <= last; row++) if (this.read(row).section?.others === true) this.others++
    }
    return this.others > 1
  }

  /** Rows of people until the next line. */
  private peopleBelow(section: number): number {
    let people = 0
    for (let row = section + 1; row <= this.list.table.found.last; row++) {
      const { why } = this.read(row)
      if (why === null) people++
      else if (why !== 'blank') break
    }
    return people
  }

  /** Opens a section of an axis: what lies inside the old one closes, and so does another section of people on its own level. */
  private openAxis(axis: Axis, style: string): void {
    this.closeFrom(axis)
    if (axis !== 'community') for (const other of ['kind', 'presence'] as const) {
      const at = this.open.findIndex(each => each.axis === other && each.style === style)
      if (other !== axis && at >= 0) this.closeFrom(other)
    }
    this.open.push({ axis, style })
  }

  private closeFrom(axis: Axis): void {
    const at = this.open.findIndex(each => each.axis === axis)
    if (at < 0) return
    for (const each of this.open.splice(at)) this.close(each.axis)
  }

  private close(axis: Axis): void {
    if (axis === 'community') this.community = this.list.community
    else if (axis === 'kind') this.employment = this.list.employment
    else this.presence = this.list.presence
  }

  /** 小计: the innermost section ends, or the group that is filled down. */
  private endInner(): void {
    const inner = this.open.pop()
    this.close(inner?.axis ?? 'community')
  }

  private reset(): void {
    for (const each of this.open.splice(0)) this.close(each.axis)
    this.community = this.list.community
  }

  /** Not understood: the rows below belong to no community and to no kind until something tells. */
  private lose(): void {
    this.reset()
    this.community = -1
  }

  /** After a note or a signature the group goes on only with the next number. */
  private goOn(cells: readonly CellValue[]): void {
    this.isFresh = false
    const number = this.seq === 0 ? null : readNumber(cells[this.seq - 1] ?? null)
    if (this.interrupted) {
      this.interrupted = false
      if (number === null || this.lastNumber === null || number !== this.lastNumber + 1) this.reset()
    }
    if (number !== null) this.lastNumber = number
  }
}
