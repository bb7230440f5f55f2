import type { CellValue } from './cell'
import type { ColumnKey, RoomId } from './columns'
import type { Message } from './message'
import type { Box, Place } from './place'
import type { ReadNotice } from './snapshot'
import type { TurnedSheet } from './turned'

export type { ColumnKey, RoomId }

/** What was understood of a workbook: every table, its columns, its rows as typed values, and what is uncertain. */
export interface Reading {
  readonly tables: readonly TableReading[]
  readonly communities: readonly CommunityReading[]
  readonly people: readonly Person[]
  readonly premises: readonly PremisesRow[]
  /** The day that the workbook itself states (截至 / 填报日期), `yyyy-mm-dd`. */
  readonly statedDay: { readonly day: string; readonly place: Place } | null
  /** What the program could not settle; each is answered once, by the person or by a mapping file. */
  readonly questions: readonly Question[]
  readonly notices: readonly ReadNotice[]
  /** Communities of the roster that are one character off a listed one and were taken for it. Left out: none. */
  readonly nearNames?: readonly NearName[]
  /** Lists that do not stand in rows, and where their values stand: rows of people and places beyond the last of a sheet are theirs. Left out: none. */
  readonly turned?: readonly TurnedSheet[]
  /** The workbook read with every blank under a value merged to it, where the host could not tell the merged areas and blanks stand where they decide. Left out else. */
  readonly ifMerged?: Reading
}

/** A name taken for a listed one. */
export interface NearName {
  /** As written in the roster. */
  readonly written: string
  /** Of the listed community. */
  readonly name: string
  readonly label: string
  readonly places: readonly Place[]
}

export type TableKind = 'staff' | 'premises' | 'community' | 'staffing-summary' | 'pay' | 'budget' | 'fund' | 'funding-sources' | 'other'

export interface TableReading {
  /** Position in `Reading.tables`; people and premises rows point to it. */
  readonly index: number
  readonly kind: TableKind
  readonly sheet: string
  /** The sheet is hidden or very hidden. */
  readonly hidden: boolean
  /** `false`: read and shown, but never added to the counts (a hidden copy, a second list). */
  readonly counted: boolean
  readonly title: string | null
  readonly header: Box
  /** The list stands on its side or in forms: its columns are no columns of the sheet. */
  readonly turned?: true
  /** Data rows, skipped ones included. `null` when the header stands alone. */
  readonly body: Box | null
  readonly columns: readonly ColumnReading[]
  readonly rowsRead: number
  readonly skipped: readonly SkippedRow[]
  /** Money or area unit that holds for the table, as written (万元, 元, ㎡). */
  readonly unit: string | null
  /** Why it is `other`, or why it does not count. */
  readonly reason: Message | null
}

export interface ColumnReading {
  readonly column: number
  /** `null`: seen, and not used for anything. */
  readonly key: ColumnKey | null
  /** The header as written, levels joined by ` / `. */
  readonly header: string
  /** How the key was settled. */
  readonly by: 'header' | 'values' | 'mapping' | 'none'
  /** Unit in the header, as written. */
  readonly unit: string | null
}

export interface SkippedRow {
  readonly row: number
  readonly why: SkipReason
  /** The last row of a long run of blank ones that is one entry. */
  readonly to?: number
}

/** How many rows of a table were not read. */
export function rowsSkipped({ skipped }: Pick<TableReading, 'skipped'>): number {
  let count = 0
  for (const { row, to = row } of skipped) count += to - row + 1
  return count
}

export type SkipReason =
  | 'blank' | 'numbered-blank' | 'subtotal' | 'total' | 'note' | 'signature' | 'example' | 'repeated-header' | 'section' | 'title' | 'unit-line'
  | 'no-name' | 'no-community' | 'column-numbers' | 'unreadable' | 'part-of-place'

export interface CommunityReading {
  readonly index: number
  /** Without 社区 / 居委会 / 社区居委会. */
  readonly name: string
  /** As first written. */
  readonly label: string
  /** Every way of writing it that was met. */
  readonly labels: readonly string[]
  readonly places: readonly Place[]
  readonly households: Known | null
  readonly population: Known | null
  /** 示范社区. */
  readonly model: Answer
}

/** A number with its cell. */
export interface Known {
  readonly value: number
  readonly place: Place
}

/** `blank`: nothing written; `unclear`: something is written and it settles nothing. */
export type Answer = 'yes' | 'no' | 'blank' | 'unclear'

/**
 * One row of a roster. Lean on purpose: there may be a million.
 * The cell of any value is the row and the table's column for its key.
 */
export interface Person {
  readonly table: number
  readonly row: number
  /** Index into `Reading.communities`; -1 when none could be told. */
  readonly community: number
  /** As in the sheet, inner spaces removed; may be empty. */
  readonly name: string
  readonly employment: Employment
  readonly presence: Presence
  /** 大专以上, any way of study. */
  readonly college: Answer
  /** 大专以上 by full-time study alone; `blank` where the sheet does not tell. */
  readonly collegeFullTime: Answer
  /** 中共党员, 预备党员 or 共青团员. */
  readonly partyOrLeague: Answer
  /** yyyymmdd; month or day 1 filled in where the precision says so; 0 when unknown. */
  readonly birth: number
  readonly birthPrecision: BirthPrecision
  /** Age as typed, in full or broken years; -1 when none. It counts only where there is no birth date to compute it from. */
  readonly statedAge: number
  /** Which of the two `partyOrLeague` means, where the word tells. */
  readonly affiliation: Affiliation
  /** As written, else by the id. */
  readonly sex: Sex
  /** Index in `Reading.people` of the listing of this same person that comes first and counts; -1 for everybody who stands once, and for that first listing. */
  readonly sameAs: number
  /** What was assumed or could not be read, shared objects; usually the empty list. */
  readonly notes: readonly ValueNote[]
}

/** `undecided`: counted nowhere until the person decides (公益性岗位, 借调, …). `unknown`: blank or a word not known. */
export type Employment = 'formal' | 'contracted' | 'undecided' | 'unknown'

/** `vacant` and `left` are not counted; `leave` and `seconded-out` are counted with a warning. */
export type Presence = 'present' | 'vacant' | 'left' | 'leave' | 'seconded-out'

/** `month-ambiguous`: 1985.1 as a number, January or October. */
export type BirthPrecision = 'day' | 'month' | 'month-ambiguous' | 'year' | 'none'

/** `none`: in neither the Party nor the League; `unknown`: blank, or a member of one of them without saying of which. */
export type Affiliation = 'party' | 'probationary' | 'league' | 'none' | 'unknown'

export type Sex = 'male' | 'female' | 'unknown'

/**
 * What the figures would count if the other side of a contradiction were right; a field left out stays as it was taken.
 * "Written X, also Y, took X by rule Z": X is the person's own value, Y stands here, Z is the note's key.
 */
export interface OtherSide {
  readonly employment?: Employment
  readonly presence?: Presence
  readonly college?: Answer
  readonly partyOrLeague?: Answer
  /** yyyymmdd. */
  readonly birth?: number
}

/** Something assumed, contradictory or unreadable about one value. `key` is a message key (`value.…`). */
export interface ValueNote {
  readonly column: ColumnKey
  readonly key: string
  /** Sheet column of the cell in which it stands; left out: the table's column for `column`. */
  readonly at?: number
  /** Sheet column of the cell that says otherwise. */
  readonly against?: number
  /** What stands in either cell, as a person reads it: a day `yyyy-mm-dd`, a word, a number. Never an id. */
  readonly written?: string | number
  readonly other?: string | number
  /** The right value, where one is known. */
  readonly expected?: string | number
  /** What would be counted if another side is right, one for each: a verdict that turns with it is unknown. */
  readonly otherwise?: readonly OtherSide[]
  /** `assumed` is shown; `open` may turn a verdict; `problem` could not be read. */
  readonly level: 'assumed' | 'open' | 'problem'
  /** The word as written, when it is not personal data. */
  readonly word?: string
}

export interface PremisesRow {
  readonly table: number
  readonly row: number
  readonly community: number
  /** 使用面积 in m2. */
  readonly usable: Measured | null
  /** 建筑面积 in m2. */
  readonly built: Measured | null
  /** 面积 with no word on which: taken as usable, with the assumption stated. */
  readonly unspecified: Measured | null
  /** 活动用房面积 given beside an office area; added to it. */
  readonly activity: Measured | null
  readonly tenure: Tenure
  /** As written. */
  readonly tenureWord: string
  readonly demolition: Answer
  readonly rooms: Readonly<Record<RoomId, RoomState>>
  /** A column 是否达到四室 that is answered: `true` all four are there, `false` at least one is not. Left out where no column asks. */
  readonly allRooms?: boolean
  /** The day on which a lease ends, `yyyymmdd`, the last day of a month or year that is told alone; 0: it is over, and the day is not told. */
  readonly lease?: { readonly end: number; readonly place: Place }
  /** The day from which the place can be used, where it is told (2025年建成, 2024.6启用), `yyyymmdd`: before it the place is not there. */
  readonly opens?: { readonly day: number; readonly place: Place }
  /** What contradicts itself or cannot be; the areas stand as the doubt leaves them. Left out where there is none. */
  readonly doubts?: readonly PremisesDoubt[]
  readonly notes: readonly ValueNote[]
}

/**
 * What does not agree about a place. The reading settles none of it: the area is unknown, or carries the range between the two answers.
 * `usable-over-built`: impossible. `implausible`: far from all others, or from any use; probably a unit. `shared`: one building of several communities.
 * `listed-twice`: the same place twice for one community. `none-with-area`: said to be none, and an area stands beside it. `given-up`: said to be no longer used; `perhaps-given-up`: perhaps, or in part. `total-differs`: a stated total is not its parts. `columns-differ`, `lists-differ`: two answers to one question.
 */
export interface PremisesDoubt {
  readonly kind: 'usable-over-built' | 'implausible' | 'shared' | 'total-differs' | 'columns-differ' | 'lists-differ' | 'listed-twice' | 'none-with-area' | 'given-up' | 'perhaps-given-up'
  /** The cells that do not agree, the place's own first. */
  readonly places: readonly Place[]
  /** The values in doubt, in m2: for `usable-over-built` usable and built, for the others as `places` go where they are numbers. */
  readonly values: readonly number[]
  /** Indexes of the other communities that it concerns. */
  readonly communities: readonly number[]
  /** How it is told that places are one: the word of the row, one cell, the address, a certificate, one merged cell. */
  readonly by?: 'word' | 'cell' | 'address' | 'certificate' | 'merge'
}

/** An area in m2 (or any measure) with what its writing leaves open. */
export interface Measured {
  /** What the figure uses; for a range its lower end. `null`: written, and no number can be had from it (2间, 待定). */
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  /** 约, 左右, 近, 余, 不足: never passes a borderline. */
  readonly about: boolean
  readonly place: Place
  readonly raw: CellValue
  /** The cells of a sum; left out where it stands in one. */
  readonly parts?: readonly Place[]
  /** Two answers were met: `low` and `high` are both possible, whatever `value` shows. */
  readonly doubtful?: true
}

export type RoomState = 'present' | 'shared' | 'absent' | 'unknown'

/** `in-building` is not counted now; `rented` and `borrowed` are counted and shown as unsolved. */
export type Tenure = 'own' | 'rented' | 'borrowed' | 'shared' | 'in-building' | 'to-be-demolished' | 'none' | 'unclear' | 'blank'

/** Something only a person can settle. */
export interface Question {
  /** Stable over runs and free of personal data: the key under which the answer is kept. */
  readonly id: string
  readonly kind: 'table' | 'column' | 'word' | 'unit' | 'code' | 'value'
  readonly message: Message
  readonly places: readonly Place[]
  readonly choices: readonly { readonly id: string; readonly message: Message }[]
  /** What the program went on with; `null`: nothing was assumed. */
  readonly assumed: string | null
}
