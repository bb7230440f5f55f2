import type { Area } from '../src/core/area'
import { NO_DECISIONS } from '../src/core/decisions'
import type { Decisions } from '../src/core/decisions'
import type { CellContent } from '../src/core/cell'
import type { Finding, Severity } from '../src/core/finding'
import type { Message } from '../src/core/message'
import type { Answer, Employment, Presence, PremisesRow, Reading, ValueNote } from '../src/core/reading'
import type { Report } from '../src/core/report'
import type { FindingFacts } from './finding-facts'
import type { CellStyle, ReadNotice, SheetSnapshot } from '../src/core/snapshot'
import type { Box } from '../src/core/place'
import type { WorkbookKey } from '../src/core/workbook-key'

/**
 * What crosses from the worker to the pane. Cells and people stay in the worker: the pane asks for the
 * rows in view and for the people of one community, so that a workbook of a million rows costs the screen nothing.
 */

/** The report without the rows of people and premises. */
export interface ShownReport extends Omit<Report, 'reading'>, FindingFacts {
  readonly reading: Omit<Reading, 'people' | 'premises'>
  /** The sentence of the board, part by part. */
  readonly summary: readonly Message[]
  /** Ids of targets that are open in every community: they do not keep one from complying. */
  readonly openEverywhere: readonly string[]
  /** Findings beyond the first `MOST_FINDINGS`, which stay in the worker. */
  readonly findingsLeftOut: number
}

/** More findings than a person can walk; the rest is stated as a number. */
export const MOST_FINDINGS = 20_000

export interface Opened {
  readonly name: string
  readonly sheets: readonly SheetOutline[]
  readonly notices: readonly ReadNotice[]
  /** What the workbook is known again by where it keeps nothing itself. */
  readonly key: WorkbookKey
  /** What the workbook itself keeps of the person's choices; `null` where it keeps none, and inside Excel, where the host is asked. */
  readonly kept: Choices | null
}

/** A sheet as the grid must know it before any cell is drawn. */
export interface SheetOutline {
  readonly name: string
  readonly kind: SheetSnapshot['kind']
  readonly visibility: SheetSnapshot['visibility']
  readonly rows: number
  readonly columns: number
  readonly merges: readonly Box[]
  /** Widths in characters of the default font, by column number. */
  readonly columnWidths: ReadonlyMap<number, number>
  /** Heights in points, by row number. */
  readonly rowHeights: ReadonlyMap<number, number>
  readonly hiddenRows: ReadonlySet<number>
  readonly hiddenColumns: ReadonlySet<number>
  readonly styles: readonly CellStyle[]
  readonly isProtected: boolean
  readonly frozenRows: number
  readonly frozenColumns: number
}

/** Consecutive rows as the grid draws them. */
export interface RowBlock {
  /** Number of the first row. */
  readonly from: number
  readonly rows: readonly ShownRow[]
}

/** Text, kind and style of each cell of a row, side by side. */
export interface ShownRow {
  readonly texts: readonly string[]
  /** One letter a cell: `n` number, `t` text, `b` boolean, `e` error, space for nothing. */
  readonly kinds: string
  readonly styles: ArrayLike<number>
}

/** One cell in full, for the line above the grid. */
export interface CellInFull {
  readonly content: CellContent
  readonly shown: string
}

/** What a person chose; the report follows. */
export type Choices = Decisions

/** Where kept decisions come from: the workbook's own part, a settings file, this browser's memory. */
export type Origin = 'workbook' | 'settings' | 'browser'

/** The decisions as each store brought them. */
export type Brought = Readonly<Partial<Record<Origin, Choices>>>

export const NO_CHOICES: Choices = NO_DECISIONS

/** Someone of a community, as the sheet has them. The id is masked before it leaves the worker. */
export interface PersonLine {
  readonly row: number
  /** Cells of the row within its table. */
  readonly area: Area
  readonly name: string
  readonly employment: Employment
  readonly presence: Presence
  readonly college: Answer
  readonly partyOrLeague: Answer
  /** Full years at the as-of date; `null` when not known. */
  readonly age: number | null
  readonly id: string
  readonly notes: readonly ValueNote[]
  readonly counted: boolean
  /** The list itself counts; `false`: another year's, or a second list of the same people. */
  readonly listed: boolean
}

export interface PremisesLine extends PremisesRow {
  readonly area: Area
}

/** The rows behind one community. */
export interface UnitRows {
  readonly people: readonly PersonLine[]
  readonly premises: readonly PremisesLine[]
  /** People beyond the first hundred are stated as a number. */
  readonly peopleLeftOut: number
}

/** What one decision changed: the result without it beside the result with it. */
export interface Effect {
  /** People who count, without and with it. */
  readonly counted: readonly [number, number]
  /** Verdicts that differ, over all communities and the whole. */
  readonly verdicts: number
  /** Findings that are not accepted, without and with it. */
  readonly findings: readonly [number, number]
}

/** Findings that stand together: of one cause, or about one community. The most serious come first. */
export interface FindingGroup {
  /** Tells the group from all others of the list. */
  readonly key: string
  readonly about: GroupAbout
  readonly severity: Severity
  readonly findings: readonly NumberedFinding[]
}

/** `target`: the one target that the cause is about. A finding about no community stands with its sheet, and without a sheet with the workbook. */
export type GroupAbout =
  | { readonly of: 'cause'; readonly rule: string; readonly target: string | null }
  | { readonly of: 'community'; readonly community: number }
  | { readonly of: 'overall' }
  | { readonly of: 'sheet'; readonly sheet: string }
  | { readonly of: 'workbook' }

export interface NumberedFinding {
  /** Position in the report. */
  readonly number: number
  readonly finding: Finding
}
