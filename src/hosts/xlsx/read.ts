import type { ReadNotice, SheetSnapshot, Snapshot } from '../../core/snapshot'
import { HostError, throwIfCancelled } from '../../core/workbook'
import type { ReadOptions } from '../../core/workbook'
import { Room } from './bounds'
import type { Codec } from './codec'
import { readDecisions } from './decisions-part'
import { readDelimited } from './delimited'
import { fileKind } from './file-kind'
import { Package } from './package'
import { readSharedStrings } from './shared-strings'
import { SheetScanner } from './sheet-scanner'
import { StyleMarks, watchedStyles } from '../../core/style-marks'
import { readStyles } from './styles-part'
import type { StylesPart } from './styles-part'
import { readTables } from './table-part'
import { forgetTexts } from './text-decoder'
import { readWorkbookPart } from './workbook-part'
import type { SheetEntry, WorkbookPart } from './workbook-part'

/**
 * Reads a file that claims to be a workbook. What it is is told from its content: .xlsx and .xlsm under any name, csv and tsv;
 * everything else is refused by what it really is.
 * @throws HostError
 */
export async function readBytes(bytes: Uint8Array, name: string, codec: Codec, options: ReadOptions = {}): Promise<Snapshot> {
  throwIfCancelled(options.signal)
  const kind = fileKind(bytes)
  if (kind === 'text') return readDelimited(bytes, name)
  if (kind !== 'zip') throw refusal(kind, name)
  return readPackage(openPackage(bytes, codec, name), name, options)
}

/** @throws HostError when the bytes are no package */
export function openPackage(bytes: Uint8Array, codec: Codec, name = ''): Package {
  const kind = fileKind(bytes)
  if (kind !== 'zip') throw kind === 'text' ? new HostError('not-a-workbook') : refusal(kind, name)
  return new Package(bytes, codec)
}

function refusal(kind: Exclude<ReturnType<typeof fileKind>, 'zip' | 'text'>, name: string): HostError {
  if (typeof kind === 'object') return kind.other === '?' ? new HostError('not-a-workbook') : new HostError('other-format', { format: kind.other })
  switch (kind) {
    case 'xls-binary':
    case 'encrypted':
      return new HostError(kind)
    case 'html':
      return new HostError('html-as-xls')
    case 'xml-2003':
      return new HostError('other-format', { format: 'XML 2003' })
    case 'empty':
      return new HostError('empty-file', { file: name })
  }
}

async function readPackage(pack: Package, name: string, options: ReadOptions): Promise<Snapshot> {
  const workbook = await readWorkbookPart(pack)
  const progress = new Progress(pack, workbook, options)
  try {
    const stringsPart = [...workbook.relationships.values()].find(relationship => relationship.type === 'sharedStrings')?.target
    const strings =
      stringsPart === undefined ? [] : await readSharedStrings(pack, stringsPart, options.signal, count => progress.add(count))
    // Styles that cannot be read cost the colours, and no check.
    const styles =
        options.looks === true
          ? await readStyles(pack, workbook)
          : await readStyles(pack, workbook).catch((): StylesPart => ({ cellStyles: [] })),
      watched = watchedStyles(styles.cellStyles)
    const room = new Room()
    const sheets: SheetSnapshot[] = []
    const notices: ReadNotice[] = []
    for (const entry of workbook.sheets) {
      throwIfCancelled(options.signal)
      progress.enter(entry.name)
      sheets.push(await readSheet(pack, workbook, entry, { strings, styles, watched, room, notices, progress, options }))
    }
    await pack.checkRest(options.signal)
    progress.finish()
    const decisions = await readDecisions(pack, workbook)
    return { name, dateSystem: workbook.dateSystem, sheets, names: workbook.names, notices, ...(decisions === null ? {} : { decisions }) }
  } finally {
    forgetTexts()
  }
}

interface SheetContext {
  readonly strings: readonly string[]
  readonly styles: StylesPart
  /** Styles that say something of a value; `null` when the workbook has none. */
  readonly watched: Uint8Array | null
  readonly room: Room
  readonly notices: ReadNotice[]
  readonly progress: Progress
  readonly options: ReadOptions
}

async function readSheet(pack: Package, workbook: WorkbookPart, entry: SheetEntry, context: SheetContext): Promise<SheetSnapshot> {
  const bare = {
    name: entry.name,
    kind: entry.kind,
    visibility: entry.visibility,
    rows: [],
    formulas: new Map<number, string>(),
    isProtected: false,
    tables: [],
  }
  const zipEntry = entry.part === undefined ? undefined : pack.entry(entry.part)
  if (entry.part === undefined || zipEntry === undefined) {
    context.notices.push({ key: 'notice.sheet-part-missing', params: { sheet: entry.name }, sheet: entry.name })
    return bare
  }
  if (entry.kind !== 'worksheet') return bare
  const { strings, room, styles, watched, options } = context, looks = options.looks === true
  const marks = watched === null ? undefined : new StyleMarks(watched)
  const scanner = new SheetScanner({
    part: entry.part,
    sheet: entry.name,
    strings,
    dateSystem: workbook.dateSystem,
    looks,
    room,
    ...(marks === undefined ? {} : { marks }),
  })
  for await (const chunk of pack.stream(zipEntry)) {
    scanner.push(chunk)
    context.progress.add(chunk.length)
    throwIfCancelled(options.signal)
  }
  scanner.finish()
  const { around, store, formulas, hiddenRows } = scanner
  const formats = marks?.formats(styles.cellStyles), struckRows = marks?.struckRows(store.rows)
  context.notices.push(...scanner.notices)
  return {
    ...bare,
    rows: store.rows, formulas, isProtected: around.isProtected, tables: await readTables(pack, entry.part),
    ...(around.merges.length > 0 ? { merges: around.merges } : {}),
    ...(hiddenRows.size > 0 ? { hiddenRows } : {}),
    ...(around.hiddenColumns.size > 0 ? { hiddenColumns: around.hiddenColumns } : {}),
    ...(formats === undefined || formats.size === 0 ? {} : { formats }),
    ...(struckRows === undefined || struckRows.size === 0 ? {} : { struckRows }),
    ...(!looks
      ? {}
      : {
          looks: {
            styles: styles.cellStyles, styleRows: store.styleRows, columnWidths: around.columnWidths, rowHeights: scanner.rowHeights,
            ...(around.frozenRows > 0 ? { frozenRows: around.frozenRows } : {}),
            ...(around.frozenColumns > 0 ? { frozenColumns: around.frozenColumns } : {}),
          },
        }),
  }
}

/** Share of the plain bytes that the large parts hold. */
class Progress {
  private done = 0
  private readonly total: number
  private sheet: string
  private sheetNumber = 0
  private lastShare = -1

  constructor(pack: Package, private readonly workbook: WorkbookPart, private readonly options: ReadOptions) {
    let total = 1
    for (const { part } of workbook.sheets) total += part === undefined ? 0 : (pack.entry(part)?.size ?? 0)
    for (const { type, target } of workbook.relationships.values()) if (type === 'sharedStrings') total += pack.entry(target)?.size ?? 0
    this.total = total
    this.sheet = workbook.sheets[0]?.name ?? ''
  }

  enter(sheet: string): void {
    this.sheet = sheet
    this.sheetNumber++
    this.tell(this.done / this.total)
  }

  add(bytes: number): void {
    this.done += bytes
    const share = this.done / this.total
    if (share - this.lastShare >= 0.005) this.tell(share)
  }

  finish(): void {
    this.tell(1)
  }

  private tell(share: number): void {
    this.lastShare = share
    this.options.onProgress?.({
      sheet: this.sheet,
      sheetNumber: Math.max(1, this.sheetNumber),
      sheetCount: this.workbook.sheets.length,
      share: Math.min(1, share),
    })
  }
}
