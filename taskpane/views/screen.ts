import type { DocumentSource } from '../../src/core/document-source'
import type { BookKind } from '../document-book'
import type { TemplateKind } from '../template-book'
import type { Area } from '../../src/core/area'
import type { Language } from '../../src/core/message'
import type { Choices, Effect, RowBlock, UnitRows } from '../shown'
import type { FixChoice } from '../../src/fix'
import type { CellEdit } from '../cell-edit'
import type { FillState } from '../preview'
import type { Event, ResultsView } from '../state'

/** What a screen of the results is given: the view, and what the person may do. No screen reaches past it. */
export interface ScreenProps {
  readonly view: ResultsView
  readonly act: Acts
}

/** Everything that is written to the workbook: proposed, looked at, written, taken back. */
export interface WritingActs {
  /** Plans the budget sheets anew and shows the plan. */
  readonly plan: (change?: Partial<Pick<FillState, 'scenario' | 'typed'>>) => void
  /** Shows the fixes of some findings, by their position in the report, or of all that can lose nothing. */
  readonly fix: (choice: FixChoice) => void
  /** Shows the findings sheet as it would be written. */
  readonly results: (language: Language) => void
  /** Gives up the plan that is being worked out. */
  readonly stop: () => void
  /** Writes what is chosen of the proposal that is shown. */
  readonly apply: (kind: 'fill' | 'fix' | 'results') => void
  /** Types one cell; `null` where the workbook is not a file of this page: there Excel itself is typed into. */
  readonly edit: ((edit: CellEdit) => void) | null
  readonly undo: () => void
  /** Hands a copy of the file over as it is now; `null` where the workbook is not a file of this page. */
  readonly save: (() => void) | null
}

/** The choices of a workbook as a mapping file of the person's own. */
export interface SettingsFileActs {
  /** Hands the file over. */
  readonly save: () => void
  /** Takes such a file; it holds for the workbook that is open, or for the next one. */
  readonly read: (file: Blob & { readonly name: string }) => Promise<void>
}

/** What documents need of the far side. */
export interface PaperActs {
  /** What a document says beside the report: unit, names behind the misses, figures of the budget. */
  readonly source: () => Promise<DocumentSource>
  /** The document as a workbook, handed over as a file. */
  /** A blank workbook to be filled in, handed over as a file. */
  readonly saveTemplate: (kind: TemplateKind) => void
  readonly saveBook: (kind: BookKind) => Promise<void>
}

export interface Acts {
  readonly send: (event: Event) => void
  /** Shows cells in the sheet. */
  readonly goTo: (cells: Area) => void
  /** Judges again with other choices, without reading the workbook again. */
  readonly choose: (choices: Partial<Choices>) => void
  /** Reads the workbook again. */
  readonly readAgain: () => void
  /** The rows behind a community, fetched when its row opens. */
  readonly unitRows: (community: number) => Promise<UnitRows>
  /** Consecutive rows of a sheet, by its position, as the grid draws them. */
  readonly rows: (sheet: number, from: number, to: number) => Promise<RowBlock>
  /** What each decision changed, from the decisions without it. */
  readonly effects: (without: readonly Choices[]) => Promise<readonly (Effect | null)[]>
  readonly writing: WritingActs
  readonly papers: PaperActs
  /** Takes a standard from a JSON file of the person's own. */
  readonly ownPolicy: (file: Blob & { readonly name: string }) => void
  /** The corrections, answers and acceptances as a file; left out where the workbook itself keeps them. */
  readonly settingsFile?: SettingsFileActs
}
