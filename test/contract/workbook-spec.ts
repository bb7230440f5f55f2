import type { CellContent, CellValue } from '../../src/core/cell'
import { isFormula } from '../../src/core/cell'
import { cellKey, parseBox } from '../../src/core/place'
import type { Box } from '../../src/core/place'
import type { SheetSnapshot, Snapshot } from '../../src/core/snapshot'

/** A workbook described for the contract. Each host makes it in its own way. */
export interface WorkbookSpec {
  readonly dateSystem?: 1900 | 1904
  readonly sheets: readonly SheetSpec[]
  readonly names?: Readonly<Record<string, string>>
}

export interface SheetSpec {
  readonly name: string
  readonly visibility?: 'visible' | 'hidden' | 'veryHidden'
  readonly kind?: 'worksheet' | 'chartsheet'
  /** By name, `B3`. Formulas are written out for every cell, also where `shared` or `arrays` cover it. */
  readonly cells?: Readonly<Record<string, CellContent>>
  /** Boxes whose formulas a file holds as one shared group. A host without such groups ignores it. */
  readonly shared?: readonly string[]
  /** Boxes that one array formula fills. A host that cannot tell arrays ignores it. */
  readonly arrays?: readonly string[]
  readonly merges?: readonly string[]
  readonly hiddenRows?: readonly number[]
  readonly hiddenColumns?: readonly number[]
  readonly isProtected?: boolean
  /** Cells of a protected sheet that may be typed into. */
  readonly unlocked?: readonly string[]
  /** Number formats, by cell name. */
  readonly formats?: Readonly<Record<string, string>>
}

export function boxNamed(name: string): Box {
  const box = parseBox(name)
  if (box === null) throw new Error(`not a box: ${name}`)
  return box
}

/** The snapshot that a spec describes: what the memory host works on. */
export function snapshotOf(spec: WorkbookSpec, name = 'contract.xlsx'): Snapshot {
  return {
    name,
    dateSystem: spec.dateSystem ?? 1900,
    sheets: spec.sheets.map(sheetOf),
    names: Object.entries(spec.names ?? {}).map(([defined, refersTo]) => ({ name: defined, refersTo })),
    notices: [],
  }
}

function sheetOf(spec: SheetSpec): SheetSnapshot {
  const rows: CellValue[][] = []
  const formulas = new Map<number, string>()
  for (const [name, content] of Object.entries(spec.cells ?? {})) {
    const { top, left } = boxNamed(name)
    if (isFormula(content)) formulas.set(cellKey(top, left), content.formula)
    const value = isFormula(content) ? content.value : content
    if (value === null) continue
    while (rows.length < top) rows.push([])
    const row = rows[top - 1] ?? []
    while (row.length < left) row.push(null)
    row[left - 1] = value
  }
  const unlocked = (spec.unlocked ?? []).map(boxNamed)
  const styleRows: number[][] = []
  for (const { top, left } of unlocked) {
    while (styleRows.length < top) styleRows.push([])
    const row = styleRows[top - 1] ?? []
    while (row.length < left) row.push(0)
    row[left - 1] = 1
  }
  return {
    name: spec.name, kind: spec.kind ?? 'worksheet', visibility: spec.visibility ?? 'visible', rows, formulas, isProtected: spec.isProtected ?? false, tables: [],
    ...(spec.merges === undefined ? {} : { merges: spec.merges.map(boxNamed) }),
    ...(spec.hiddenRows === undefined ? {} : { hiddenRows: new Set(spec.hiddenRows) }),
    ...(spec.hiddenColumns === undefined ? {} : { hiddenColumns: new Set(spec.hiddenColumns) }),
    ...(unlocked.length === 0 ? {} : { looks: { styles: [{ format: 'General' }, { format: 'General', locked: false }], styleRows, columnWidths: new Map(), rowHeights: new Map() } }),
  }
}
