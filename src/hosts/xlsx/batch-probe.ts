import type { SheetFacts } from '../../core/batch'
import { sameContent } from '../../core/cell'
import type { Change } from '../../core/change'
import { cellKey, parseBox } from '../../core/place'
import type { Box } from '../../core/place'
import { throwIfCancelled } from '../../core/workbook'
import type { CancelSignal } from '../../core/workbook'
import type { Package } from './package'
import { readSharedStringsAt } from './shared-strings'
import { SheetProbe } from './sheet-probe'
import type { StylesEditor } from './styles-editor'
import { readTables } from './table-part'
import type { WorkbookPart } from './workbook-part'

/** Looks at the sheets that a batch names, and at them alone: their targets' contents and styles, and what stands in the way. */
export class BatchProbe {
  private readonly probes = new Map<string, SheetProbe>()
  /** Header rows of tables, by sheet; of a sheet that shall go none. */
  private readonly headers = new Map<string, readonly Box[]>()
  private styles: StylesEditor | undefined

  constructor(
    private readonly pack: Package,
    private readonly workbook: WorkbookPart,
    private readonly openStyles: () => Promise<StylesEditor>,
    private readonly signal: CancelSignal | undefined,
  ) {}

  of(sheet: string): SheetProbe | undefined {
    return this.probes.get(sheet)
  }

  async look(changes: readonly Change[]): Promise<void> {
    const wantedStrings = new Set<number>()
    for (const [name, { rows, cells, goes }] of targetsOf(changes)) {
      const entry = this.workbook.sheets.find(sheet => sheet.name === name)
      if (entry?.part === undefined || entry.kind !== 'worksheet') continue
      const probe = new SheetProbe(entry.part, name, this.workbook.dateSystem, rows)
      for await (const chunk of this.pack.part(entry.part)) {
        probe.push(chunk)
        throwIfCancelled(this.signal)
      }
      probe.finish()
      this.probes.set(name, probe)
      if (!goes)
        this.headers.set(
          name,
          (await readTables(this.pack, entry.part)).filter(table => table.headerRows > 0).map(({ box }) => ({ ...box, bottom: box.top })),
        )
      // Of a sheet that shall go, or look otherwise, every cell is looked at, of the others the targets.
      for (const key of rows === undefined ? probe.strings.keys() : cells) {
        const index = probe.strings.get(key)
        if (index !== undefined) wantedStrings.add(index)
      }
      if (probe.around.isProtected) this.styles = await this.openStyles()
    }
    const stringsPart = [...this.workbook.relationships.values()].find(relationship => relationship.type === 'sharedStrings')?.target
    const texts =
      stringsPart === undefined ? new Map<number, string>() : await readSharedStringsAt(this.pack, stringsPart, wantedStrings, this.signal)
    for (const probe of this.probes.values()) probe.resolve(texts)
  }

  facts(name: string): SheetFacts | undefined {
    if (!this.workbook.sheets.some(sheet => sheet.name === name)) return undefined
    const probe = this.probes.get(name)
    if (probe === undefined) return { isWorksheet: false, content: () => null, leaveAlone: () => undefined, filled: () => [] }
    return {
      isWorksheet: true,
      content: (row, column) => probe.content(row, column),
      leaveAlone: (row, column, after) => {
        if (probe.around.isProtected && this.styles?.isUnlocked(probe.style(row, column)) !== true) return 'skip.protected'
        if (probe.found.isInArray(row, column)) return 'skip.array'
        // The table's part repeats the header, and formulas name columns by it: Excel calls a file damaged in which the two differ.
        const isHeader = this.headers.get(name)?.some(box => row === box.top && column >= box.left && column <= box.right) === true
        if (isHeader && (after === undefined || !sameContent(probe.content(row, column), after))) return 'skip.table-header'
        return probe.isInsideMerge(row, column) ? 'skip.merged' : undefined
      },
      filled: () => probe.filled(),
    }
  }
}

interface Targets {
  /** `undefined`: all rows, because the sheet shall go or look otherwise. */
  rows: Set<number> | undefined
  goes: boolean
  readonly cells: Set<number>
}

function targetsOf(changes: readonly Change[]): Map<string, Targets> {
  const targets = new Map<string, Targets>()
  const of = (sheet: string): Targets => {
    const found = targets.get(sheet) ?? { rows: new Set(), goes: false, cells: new Set() }
    targets.set(sheet, found)
    return found
  }
  for (const change of changes) {
    if (change.kind === 'remove-sheet' || change.kind === 'dress-sheet') of(change.sheet).rows = undefined
    if (change.kind === 'remove-sheet') of(change.sheet).goes = true
    if (change.kind !== 'cell') continue
    const box = parseBox(change.cell)
    if (box === null) continue
    const { rows, cells } = of(change.sheet)
    rows?.add(box.top)
    cells.add(cellKey(box.top, box.left))
  }
  return targets
}
