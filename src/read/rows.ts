import { isBlank } from '../core/cell'
import type { CellValue } from '../core/cell'
import type { SkippedRow, SkipReason } from '../core/reading'
import { isCommunityLabel } from '../vocabulary/communities'
import { rowLabel } from '../vocabulary/labels'
import { normalise } from '../vocabulary/normalise'
import { isPageLine } from '../vocabulary/page-lines'
import { isVacantName } from '../vocabulary/status'
import { rowOf } from './grid'
import { HeldPosts } from './held-posts'
import { mayHaveSections } from './list-facts'
import { placeLine } from './place-lines'
import { isTownshipUnit } from './place-names'
import { isBlankText, isCodes, isCountCell, isInstructions, isLineCell, isMarks, isNumberAlone, mayBeLabel } from './row-cells'
import { BLANK, DATA, EXAMPLE, KIND_TOTAL, MARKS, NOTE, NUMBERED, PAGE_TITLE, REPEATED, UNKNOWN, verdictOf } from './row-verdicts'
import type { RowVerdict } from './row-verdicts'
import { looksBack, sectionWords } from './section-words'
import type { SectionContext } from './section-words'
import { columnOf, columnsOf } from './settle-table'
import type { SettledTable } from './settle-table'

/** Blank rows in a run that are listed one by one. */
const LISTED_BLANKS = 100
const MOST_LABELS = 20_000
/** Cells of a section row with remarks beside it. */
const MOST_ON_A_LINE = 4
/** A longer text is a sentence and heads nobody. */
const LONGEST_HEADING = 24, LONGEST_NAME = 4
const MOSTLY = 0.6

/** Tells rows of people or places from all the other rows that stand among them. One object a table, asked once a row. */
export class RowReader {
  private readonly left: number
  private readonly right: number
  private readonly seq: number
  private readonly community: number
  private readonly name: number
  private readonly kind: number
  private readonly posts: HeldPosts
  private readonly remarks: readonly number[]
  private readonly labels = new Map<string, RowVerdict | null>()
  private readonly sections = new Map<string, RowVerdict>()
  /** The rows of people carry numbers. */
  private readonly isNumbered: boolean
  private areLabelled: boolean | undefined
  private areHeaded: boolean | undefined
  readonly skipped: SkippedRow[] = []

  /** @param hasCommunity the list as a whole has its community: a bare name in it is none */
  constructor(
    private readonly table: SettledTable,
    private readonly isKnownCommunity: (text: string) => boolean,
    private readonly hasCommunity = false,
  ) {
    const { header } = table.found
    this.left = header.left
    this.right = header.right
    this.seq = columnOf(table, 'seq')?.column ?? 0
    this.community = columnOf(table, 'community')?.column ?? 0
    this.name = columnOf(table, 'name')?.column ?? 0
    this.kind = columnOf(table, 'employment')?.column ?? 0
    this.posts = new HeldPosts(table, this.name)
    this.remarks = columnsOf(table, 'remark').map(({ column }) => column)
    this.isNumbered = (columnOf(table, 'seq')?.filled ?? 0) > MOSTLY
  }

  /** The verdict on a row. Data rows with a name take the short way: a count of cells and one or two looks into a cache. */
  read(row: number): RowVerdict {
    const { found } = this.table
    const cells = rowOf(found.sheet, row)
    let filled = 0,
      first = 0,
      firstText = '',
      other = 0
    const end = Math.min(this.right, cells.length)
    for (let column = this.left; column <= end; column++) {
      const value = cells[column - 1]
      if (value === null || value === undefined || value === '' || (typeof value === 'string' && isBlankText(value))) continue
      filled++
      if (filled === 1) {
        first = column
        firstText = typeof value === 'string' ? value : ''
      } else if (filled === 2) other = column
      // What comes after so many is told by the row's first cells.
      else if (filled > MOST_ON_A_LINE) break
    }
    if (filled === 0) return BLANK
    if (found.repeats.size > 0 && found.repeats.has(row)) return REPEATED
    if (found.pageTitles.has(row)) return PAGE_TITLE
    if (row <= found.header.bottom + 2 && filled >= 2) {
      const { left, right } = this
      if (isInstructions(cells, left, right)) return EXAMPLE
      if (isMarks(cells, left, right) || isCodes(cells, found.levels, left, right)) return MARKS
    }
    if (filled >= 2 && filled <= MOST_ON_A_LINE && first === this.seq && other !== this.community) {
      const section = isNumberAlone(cells[first - 1] ?? null) ? this.numbered(cells, other) : null
      if (section !== null) return section
    }
    if (filled === 1) return this.single(cells[first - 1] ?? null, first)
    const place = firstText === '' ? null : placeLine(cells, this.left, this.right)
    if (place !== null) {
      const section = this.section(place, 'yes')
      if (section !== null) return section
    }
    if (filled <= MOST_ON_A_LINE && firstText !== '') {
      const line = this.line(cells, first, firstText, filled)
      if (line !== null) return line
    }
    const label = this.labelled(cells, first, firstText, other)
    if (label !== null) return label
    if (filled <= 4 && this.name !== 0 && this.community !== 0 && isCountCell(cells[this.name - 1] ?? null)) {
      // 一 | 河南社区 | 7人: a group's name and its headcount, each in its column.
      const group = cells[this.community - 1]
      const section = typeof group === 'string' && isCommunityLabel(normalise(group)) ? this.section(group, 'yes') : null
      if (section !== null) return section
    }
    return DATA
  }

  /** Notes a row that is not read. A long run of blank rows is one entry, wherever it lies: it costs nothing. */
  skip(row: number, why: SkipReason): void {
    const last = this.skipped.at(-1)
    if (why === 'blank' && last?.why === 'blank' && row === (last.to ?? last.row) + 1 && (last.to !== undefined || this.isLongRun(row)))
      this.skipped[this.skipped.length - 1] = { ...last, to: row }
    else this.skipped.push({ row, why })
  }

  private isLongRun(row: number): boolean {
    const first = this.skipped.at(-LISTED_BLANKS)
    return first?.why === 'blank' && first.row === row - LISTED_BLANKS
  }

  /** A row that is data by its layout and has nothing in the columns that make it count. */
  emptyReason(cells: readonly CellValue[]): SkipReason {
    for (let column = this.left; column <= this.right && column <= cells.length; column++) {
      const value = cells[column - 1]
      if (column === this.community || (column === this.seq && (typeof value === 'number' || /^\d*$/.test(String(value ?? ''))))) continue
      if (!isBlank(value)) return 'no-name'
    }
    return 'numbered-blank'
  }

  /** Total, subtotal, note, example, signature: by the first texts of the row. */
  private labelled(cells: readonly CellValue[], first: number, firstText: string, other: number): RowVerdict | null {
    if (firstText !== '') {
      const verdict = this.labelOf(firstText, first === this.name)
      // A total that begins among the kinds, behind the communities, closes the people of one kind.
      if (verdict !== null) return first === this.kind && this.community !== 0 && this.community < first && /total$/.test(verdict.why ?? '') ? KIND_TOTAL : verdict
    }
    if (this.community !== 0 && this.community !== first) {
      const value = cells[this.community - 1]
      if (typeof value === 'string') {
        const verdict = this.labelOf(value, false)
        if (verdict !== null) return verdict
      }
    }
    if (this.name !== 0 && this.name !== first) {
      const value = cells[this.name - 1]
      if (typeof value === 'string') {
        const verdict = this.labelOf(value, true)
        if (verdict !== null) return verdict
      }
    }
    if (other !== 0 && other !== this.name && other !== this.community && other <= first + 2) {
      const value = cells[other - 1]
      const verdict = typeof value === 'string' && value.length <= 12 ? this.labelOf(value, true) : null
      if (verdict !== null) return verdict
    }
    return this.isToldExample(cells) ? EXAMPLE : null
  }

  /** 备注：填写示例. In a remark nothing but an example is looked for: 小计 or 注 there says nothing of the row. */
  private isToldExample(cells: readonly CellValue[]): boolean {
    for (const column of this.remarks) {
      const value = cells[column - 1]
      if (typeof value === 'string' && value.length <= 12 && this.labelOf(value, false) === EXAMPLE) return true
    }
    return false
  }

  /** @param inName names are many and never repeat: only those that end or begin like a label are looked up */
  private labelOf(text: string, inName: boolean): RowVerdict | null {
    if (inName && !mayBeLabel(text)) return null
    const known = this.labels.get(text)
    if (known !== undefined) return known
    const verdict = verdictOf(rowLabel(normalise(text)), text)
    if (this.labels.size < MOST_LABELS) this.labels.set(text, verdict)
    return verdict
  }

  /** One filled cell in the row: a section's name, a note, a number without a person, or the only thing known of somebody. */
  private single(value: CellValue, column: number): RowVerdict {
    if (typeof value !== 'string') return column === this.seq || column === this.left ? NUMBERED : column === this.name ? NUMBERED : DATA
    const plain = normalise(value),
      label = rowLabel(plain)
    if (isPageLine(plain)) return PAGE_TITLE
    if (label === 'total' || label === 'subtotal' || label === 'of-which' || label === 'example') return verdictOf(label, value) ?? NOTE
    // In a list of places or communities a name alone is a place of which nothing is told.
    if (this.name === 0 && column === this.community && !isTownshipUnit(plain) && label === null) return DATA
    if (/^\d+$/.test(plain) && (column === this.seq || column === this.left)) return NUMBERED
    if (column === this.name && isVacantName(plain)) return DATA
    const section = this.section(value, this.bareAt(column))
    if (section !== null) return section
    const verdict = verdictOf(label, value)
    if (verdict !== null) return verdict
    if (column === this.name && this.mayBePerson(plain)) return DATA
    if (column === this.community) return this.name === 0 ? DATA : UNKNOWN
    if (this.posts.isHeld(plain, column)) return NUMBERED
    return plain.length > LONGEST_HEADING || looksBack(plain) || /[。；;]/.test(plain) ? NOTE : UNKNOWN
  }

  /** 1 | … | 清泉社区, 一 | 清泉社区 | … | 7人: a number and a place, in whatever column; 王新村 in the column of names is somebody. */
  private numbered(cells: readonly CellValue[], at: number): RowVerdict | null {
    const place = cells[at - 1]
    if (typeof place !== 'string' || !isCommunityLabel(normalise(place)) || (at === this.name && !/社区|居委会/.test(place))) return null
    const beside = cells.slice(at, this.right).filter(value => !isBlank(value))
    return beside.every(value => isLineCell(value, true)) ? this.section(place, 'no') : null
  }

  /** 社区：河南社区 | 填报人：, 一、河南社区 | 书记：张三, 河南社区 | 7人: a section row with remarks beside it. */
  private line(cells: readonly CellValue[], first: number, firstText: string, filled: number): RowVerdict | null {
    let alone = true,
      counts = 0
    for (let column = first + 1; column <= this.right && column <= cells.length; column++) {
      const value = cells[column - 1]
      if (value === undefined || isBlank(value)) continue
      if (!isLineCell(value, this.name !== 0)) {
        alone = false
        break
      }
      if (isCountCell(value)) counts++
    }
    // The secretary beside a section's name, in a column of his own.
    const headed =
      filled <= 3 &&
      this.name !== 0 &&
      first !== this.name &&
      first !== this.community &&
      isBlank(cells[this.name - 1]) &&
      isCommunityLabel(normalise(firstText))
    if (!alone && !headed) return null
    const label = rowLabel(normalise(firstText))
    if (label === 'total' || label === 'subtotal' || label === 'of-which' || label === 'example' || label === 'note') return null
    const section = this.section(
      firstText,
      !alone ? 'no' : counts > 0 && this.community === 0 && !this.hasCommunity ? 'yes' : this.bareAt(first),
    )
    return section?.section !== undefined &&
      (headed || section.section.community !== null || (first !== this.name && first !== this.community))
      ? section
      : null
  }

  /** How a name without 社区 is taken in this column. */
  private bareAt(column: number): SectionContext['bare'] {
    if (column === this.community) return 'yes'
    if (this.community !== 0 || this.hasCommunity) return 'no'
    return this.isLabelled || (column === this.name && !this.isHeadedByNames) ? 'counted' : 'yes'
  }

  /** Some section rows say 社区 or 居委会: then a name without is not another of them. */
  private get isLabelled(): boolean {
    return (this.areLabelled ??= mayHaveSections(this.table))
  }

  /** Every person stands below a name alone in the column of names, where people are numbered: the names are those of communities. */
  private get isHeadedByNames(): boolean {
    return (this.areHeaded ??= this.startsWithNames())
  }

  private startsWithNames(): boolean {
    const { found } = this.table
    if (!this.isNumbered) return false
    let heads = 0
    for (let row = found.first; row <= found.last && heads < 2; row++) {
      const cells = rowOf(found.sheet, row)
      let filled = 0
      for (let column = this.left; column <= this.right && column <= cells.length; column++) if (!isBlank(cells[column - 1])) filled++
      if (filled === 1 && typeof cells[this.name - 1] === 'string' && !isVacantName(normalise(String(cells[this.name - 1])))) heads++
      else if (filled > 1 && heads === 0) return false
    }
    return heads === 2
  }

  /** A name alone may be somebody of whom nothing is known; where all others are numbered, or section rows stand in the list, it is not. */
  private mayBePerson(plain: string): boolean {
    return !this.isNumbered && !this.isLabelled && (plain.length <= LONGEST_NAME || /[·•]/.test(plain))
  }

  private section(text: string, bare: SectionContext['bare']): RowVerdict | null {
    const known = this.sections.get(`${bare}${text}`)
    if (known !== undefined) return known
    const words = sectionWords(text, { isKnown: this.isKnownCommunity, bare })
    const verdict: RowVerdict | null = words === null ? null : { why: 'section', section: words }
    // What is known grows while rows are read: only what was understood is kept.
    if (verdict !== null && this.sections.size < MOST_LABELS) this.sections.set(`${bare}${text}`, verdict)
    return verdict
  }
}
