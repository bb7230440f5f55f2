import { cellName, columnName } from '../../src/core/place'
import type { Excelize, ExcelizeFile } from './independent-writer'
import { sure } from './independent-writer'

/** Sheets with their last row and last column that hold anything. */
export type Extents = Readonly<Record<string, readonly [number, number]>>

/** A workbook as the library reads it. */
export class IndependentReader {
  private readonly file: ExcelizeFile
  private readonly styles = new Map<number, unknown>()

  /** @throws Error when the library cannot open the file */
  constructor(library: Excelize, bytes: Uint8Array) {
    this.file = library.OpenReader(bytes)
    const { error } = this.file as unknown as { readonly error?: string | null }
    if (typeof error === 'string') throw new Error(error)
  }

  /** The raw value as text (`''` for none) and the formula without `=` (`''` for none). */
  content(sheet: string, cell: string): { readonly value: string; readonly formula: string } {
    return {
      value: sure(this.file.GetCellValue(sheet, cell, { RawCellValue: true })).value,
      formula: sure(this.file.GetCellFormula(sheet, cell)).formula,
    }
  }

  /** By `sheet!cell`: type, value, formula and the whole style of every cell. */
  cells(
    extents: Extents,
  ): Map<string, { readonly value: string; readonly formula: string; readonly type: number; readonly style: unknown }> {
    const cells = new Map<string, { readonly value: string; readonly formula: string; readonly type: number; readonly style: unknown }>()
    for (const [sheet, [rows, columns]] of Object.entries(extents)) {
      for (let row = 1; row <= rows; row++) {
        for (let column = 1; column <= columns; column++) {
          const cell = cellName(row, column)
          cells.set(`${sheet}!${cell}`, {
            ...this.content(sheet, cell),
            type: sure(this.file.GetCellType(sheet, cell)).cellType,
            style: this.style(sure(this.file.GetCellStyle(sheet, cell)).style),
          })
        }
      }
    }
    return cells
  }

  /** By sheet: what the library knows of it besides its cells. */
  around(extents: Extents): Record<string, unknown> {
    const { file } = this
    return Object.fromEntries(
      Object.entries(extents).map(([sheet, [rows, columns]]) => [
        sheet,
        {
          visible: sure(file.GetSheetVisible(sheet)).visible,
          columns: Array.from({ length: columns }, (_, at) => columnName(at + 1)).map(column => [
            sure(file.GetColWidth(sheet, column)).width,
            sure(file.GetColVisible(sheet, column)).visible,
            sure(file.GetColOutlineLevel(sheet, column)).level,
            this.style(sure(file.GetColStyle(sheet, column)).style),
          ]),
          rows: Array.from({ length: rows }, (_, at) => at + 1).map(row => [
            sure(file.GetRowHeight(sheet, row)).height,
            sure(file.GetRowVisible(sheet, row)).visible,
            sure(file.GetRowOutlineLevel(sheet, row)).level,
          ]),
          merges: sure(file.GetMergeCells(sheet)).mergeCells.map(merge => `${merge.GetStartAxis()}:${merge.GetEndAxis()}`),
          comments: sure(file.GetComments(sheet)).comments,
          validations: this.validations(sheet),
          tables: sure(file.GetTables(sheet)).tables,
          pictures: sure(file.GetPictureCells(sheet)).cells.map(cell => [cell, sure(file.GetPictures(sheet, cell)).pictures]),
          controls: sure(file.GetFormControls(sheet)).formControls,
          links: ['External', 'Location'].map(kind => sure(file.GetHyperLinkCells(sheet, kind)).result),
          protection: sure(file.GetSheetProtection(sheet)).opts,
          page: sure(file.GetPageLayout(sheet)).opts,
          view: [sure(file.GetPanes(sheet)).panes, sure(file.GetSheetView(sheet, 0)).opts, sure(file.GetSheetProps(sheet)).props],
        },
      ]),
    )
  }

  /** By name and scope: what each defined name refers to. */
  names(): Map<string, string> {
    return new Map(
      sure(this.file.GetDefinedName()).definedNames.map(({ Name, Scope, RefersTo }) => [`${Name ?? ''} ${Scope ?? ''}`, RefersTo ?? '']),
    )
  }

  properties(): unknown {
    return [sure(this.file.GetDocProps()).props, sure(this.file.GetCustomProps()).props, sure(this.file.GetWorkbookProps()).props]
  }

  private validations(sheet: string): unknown {
    // The library's types have another name for the answer than the library.
    const answer: { readonly error: string | null; readonly dataValidations?: unknown } = this.file.GetDataValidations(sheet)
    return sure(answer).dataValidations
  }

  private style(number: number): unknown {
    if (!this.styles.has(number)) this.styles.set(number, sure(this.file.GetStyle(number)).style)
    return this.styles.get(number)
  }
}
