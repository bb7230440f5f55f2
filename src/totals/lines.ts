/**
 * Numbers seen as lines that are added and sisters that vote: for sums down the columns the lines are rows and the sisters columns,
 * for sums along the rows it is the other way round. The learner knows no more than this.
 */
export interface Lines {
  /** Lines are rows of the sheet and sisters its columns; else the other way round. */
  readonly down: boolean
  readonly count: number
  readonly sisters: number
  /** `count * sisters`, line by line; `NaN` where there is no number. */
  readonly values: Float64Array
  /** Where each line stands on its sheet. */
  readonly at: readonly number[]
  /** The least step of each sister's numbers, e.g. 0.01. */
  readonly unit: Float64Array
  /** The least step of each line's numbers. */
  readonly lineUnit: Float64Array
  readonly words: readonly LineWords[]
}

/** What the words of a line say. */
export interface LineWords {
  /** 合计 总计 小计 Total. */
  readonly total: boolean
  /** 小计: a total of a part only. */
  readonly sub: boolean
  /** 其中. */
  readonly ofWhich: boolean
  /** A share, a rate, a mean: never added. */
  readonly share: boolean
  /** A mean, a greatest or a least one: held against nothing. */
  readonly mean: boolean
  /** Counts people, households, rooms: whole numbers that nobody rounds. */
  readonly counted: boolean
  /** Its words in one way of writing; '' when it has none. */
  readonly label: string
  /** A code of a budget's tree (20103), else ''. */
  readonly code: string
  /** Depth by numbering: 一、 1, （一） 2, 1. 3, (1) 4; 0 for none. */
  readonly depth: number
  /** White space in front. */
  readonly indent: number
}

/** 差额 缺额 增减额 结余: what is left of one line beside another. */
const DIFFERENCE = /差额|缺额|缺口|空缺|缺编|增减额|增加额|结余|余额/

/** The part that is the difference of the other two; -1 for none. */
export function differencePart(lines: Lines, parts: readonly number[]): number {
  return parts.length === 2 ? (parts.find(part => DIFFERENCE.test(lines.words[part]?.label ?? '')) ?? -1) : -1
}

export function valueAt(lines: Lines, line: number, sister: number): number {
  return lines.values[line * lines.sisters + sister] ?? Number.NaN
}

/** The least step of a cell's number: that of its column, since a column holds one quantity and a row may hold shares beside counts. */
export function stepAt(lines: Lines, line: number, sister: number): number {
  return (lines.down ? lines.unit[sister] : lines.lineUnit[line]) ?? 0
}
