import { isBlank } from '../core/cell'
import type { CellValue } from '../core/cell'
import type { SkippedRow, SkipReason } from '../core/reading'
import { isCommunityLabel } from '../vocabulary/communities'
import { readEmployment } from '../vocabulary/employment'
import type { EmploymentReading } from '../vocabulary/employment'
import { rowLabel } from '../vocabulary/labels'
import { normalise } from '../vocabulary/normalise'
import { rowOf } from './grid'
import { isColumnMark } from './header-rows'
import { communityInText, isTownshipUnit } from './place-names'
import { columnOf } from './settle-table'
import type { SettledTable } from './settle-table'

/** What one row is: data, or a reason to skip it; a section row also says what holds for the rows below it. */
export interface RowVerdict {
  readonly why: SkipReason | null
  /** A section row's community label. */
  readonly community?: string
  /** A section row's kind of employment: 一、正式人员. */
  readonly employment?: EmploymentReading
  /** Ends the group of the community above: nothing is filled down across it. */
  readonly ends?: boolean
}

const DATA: RowVerdict = { why: null }
const skip = (why: SkipReason, ends = false): RowVerdict => ({ why, ends })
const BLANK = skip('blank'), NUMBERED = skip('numbered-blank'), NOTE = skip('note'), REPEATED = skip('repeated-header'), PAGE_TITLE = skip('title'), MARKS = skip('column-numbers'), EXAMPLE = skip('example')
const SUBTOTAL = skip('subtotal', true), TOTAL = skip('total', true), SIGNATURE = skip('signature'), UNIT_LINE = skip('unit-line'), PAGE_TOTAL = skip('subtotal')

/** 一、 （二） 3. Ⅱ. before a section's name, and （7人） 共7人 ： behind it. */
const NUMBERING = /^(?:[(]?[一二三四五六七八九十百\d]{1,3}[)、.．,]|[(][一二三四五六七八九十\d]{1,3}[)]|第[一二三四五六七八九十\d]{1,3}(?:部分|[、.]))/
const COUNT_BEHIND = /(?:[([][^)\]]*\d+[^)\]]*[)\]]|[:：,，]?(?:共|计|合计|共计)?\d+(?:人|名|处|户|个)?)?[:：]?$/
const MOST_LABELS = 20_000
const LONGEST_SECTION = 24

/** Tells rows of people or places from all the other rows that stand among them. One object a table, asked once a row. */
export class RowReader {
  private readonly left: number
  private readonly right: number
  private readonly seq: number
  private readonly community: number
  private readonly name: number
  private readonly labels = new Map<string, RowVerdict | null>()
  readonly skipped: SkippedRow[] = []

  constructor(private readonly table: SettledTable, private readonly isKnownCommunity: (text: string) => boolean) {
    const { header } = table.found
    this.left = header.left
    this.right = header.right
    this.seq = columnOf(table, 'seq')?.column ?? 0
    this.community = columnOf(table, 'community')?.column ?? 0
    this.name = columnOf(table, 'name')?.column ?? 0
  }

  /** The verdict on a row. Data rows with a name take the short way: a count of cells and one or two looks into a cache. */
  read(row: number): RowVerdict {
    const { found } = this.table
    const cells = rowOf(found.sheet, row)
    let filled = 0, first = 0, firstText = '', other = 0
    const end = Math.min(this.right, cells.length)
    for (let column = this.left; column <= end; column++) {
      const value = cells[column - 1]
      if (value === null || value === undefined || value === '' || (typeof value === 'string' && isBlankText(value))) continue
      filled++
      if (filled === 1) { first = column; firstText = typeof value === 'string' ? value : '' }
      else if (filled === 2) other = column
    }
    if (filled === 0) return BLANK
    if (found.repeats.size > 0 && found.repeats.has(row)) return REPEATED
    if (found.pageTitles.has(row)) return PAGE_TITLE
    if (row <= found.header.bottom + 2 && filled >= 2 && this.isMarks(cells)) return MARKS
    if (filled === 1) return this.single(cells[first - 1] ?? null, first)
    const label = this.labelled(cells, first, firstText, other)
    if (label !== null) return label
    if (filled === 2 && this.name !== 0 && firstText !== '' && first !== this.name && isCountCell(cells[other - 1] ?? null)) {
      const section = this.section(firstText, first)
      if (section !== null) return section
    }
    if (filled <= 3 && this.name !== 0 && first !== this.name && first !== this.community && firstText !== '' && isBlank(cells[this.name - 1]) && isCommunityLabel(normalise(firstText))) {
      // 一、河南社区 with its secretary beside.
      const section = this.section(firstText, first)
      if (section !== null) return section
    }
    if (filled <= 4 && this.name !== 0 && this.community !== 0 && isCountCell(cells[this.name - 1] ?? null)) {
      // 一 | 河南社区 | 7人: a group's name and its headcount, each in its column.
      const group = cells[this.community - 1]
      const section = typeof group === 'string' && isCommunityLabel(normalise(group)) ? this.section(group, this.community) : null
      if (section !== null) return section
    }
    return DATA
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

  private isMarks(cells: readonly CellValue[]): boolean {
    const texts: string[] = []
    let number = 0, rising = true
    for (let column = this.left; column <= this.right && column <= cells.length; column++) {
      const value = cells[column - 1]
      if (isBlank(value) || value === undefined) continue
      if (typeof value === 'number') { number++; if (value !== texts.length + 1 && value !== texts.length) rising = false }
      texts.push(normalise(String(value)))
    }
    // 1 2 3 4 …: rising by one over nearly the whole row. One number and letters are a data row.
    if (number === texts.length) return rising && texts.length >= 3
    return isColumnMark(texts) && texts.length >= 3 && texts.filter(text => /^\d/.test(text)).length !== 1
  }

  /** Total, subtotal, note, example, signature: by the first texts of the row. */
  private labelled(cells: readonly CellValue[], first: number, firstText: string, other: number): RowVerdict | null {
    if (firstText !== '') {
      const verdict = this.labelOf(firstText, first === this.name)
      if (verdict !== null) return verdict
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
      if (typeof value === 'string' && value.length <= 12) return this.labelOf(value, true)
    }
    return null
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
    const label = verdictOf(rowLabel(normalise(value)), value)
    if (label !== null) return label
    // In a list of places or communities a name alone is a place of which nothing is told.
    if (this.name === 0 && column === this.community && !isTownshipUnit(normalise(value))) return DATA
    const section = this.section(value, column)
    if (section !== null) return section
    if (column === this.name || column === this.community) return DATA
    if (/^\d+$/.test(normalise(value)) && (column === this.seq || column === this.left)) return NUMBERED
    return NOTE
  }

  private section(text: string, column: number): RowVerdict | null {
    const plain = normalise(text)
    if (plain.length > 40) return null
    const numbered = NUMBERING.test(plain)
    const counted = /\d+(?:人|名)?[)\]]?[:：]?$/.test(plain) && plain.length > 3
    const bare = plain.replace(NUMBERING, '').replace(COUNT_BEHIND, '')
    if (bare === '') return null
    const employment = /人员|编|聘|岗|派遣|临时|正式|合同/.test(bare) && !isCommunityLabel(bare) ? readEmployment(bare, '') : null
    if (employment !== null && employment.employment !== 'unknown' && employment.presence === null && column !== this.community) return { why: 'section', employment }
    // A sentence about a community is a note and heads nobody.
    const inside = bare.length <= LONGEST_SECTION && !/[。，；,;]/.test(bare) ? communityInText(bare) : null
    if (isCommunityLabel(bare) || this.isKnownCommunity(bare) || inside !== null) return { why: 'section', community: inside ?? bare, ends: true }
    if (isTownshipUnit(bare)) return { why: 'section', ends: true }
    if (column === this.community) return { why: 'section', community: bare, ends: true }
    const place = this.community === 0 && /^[\u4e00-\u9fff]{2,8}$/.test(bare)
    if (place && (numbered || counted || (column !== this.name && bare.length <= 6))) return { why: 'section', community: bare, ends: true }
    return numbered && column !== this.name ? { why: 'section' } : null
  }
}

function verdictOf(label: ReturnType<typeof rowLabel>, text: string): RowVerdict | null {
  switch (label) {
    case 'total': return TOTAL
    case 'subtotal': return /页/.test(text) ? PAGE_TOTAL : SUBTOTAL
    case 'of-which': return SUBTOTAL
    case 'note': return NOTE
    case 'signature': return SIGNATURE
    case 'example': return EXAMPLE
    case 'unit-line': case 'as-of': case 'reporting-unit': return UNIT_LINE
    case null: return null
  }
}

const LABEL_ENDS = new Set('计数总额和)）:：例样均共合镇区县市乡办部')
const LABEL_STARTS = new Set('例示样注备说合总小共填审制签其本(（*【[')

/** 小计, 合  计, 例：张三, （示例）, 注：…: names have no such characters at their ends. */
function mayBeLabel(text: string): boolean {
  const last = text.charAt(text.length - 1), first = text.charAt(0)
  return text.length > 5 || LABEL_ENDS.has(last) || LABEL_STARTS.has(first) || isSpace(last) || isSpace(first)
}

function isSpace(character: string): boolean {
  const code = character.charCodeAt(0)
  return code < 0x21 || code === 0x3000 || code === 0xa0
}

/** A first character that is printed settles nearly every cell without a copy. */
function isBlankText(text: string): boolean {
  return isSpace(text) && text.trim() === ''
}

function isCountCell(value: CellValue): boolean {
  return typeof value === 'number' || (typeof value === 'string' && /^(?:共|计)?\d+(?:人|名|户|处)?$/.test(normalise(value)))
}
