import { inHalves, inPages } from './halves'
import { addressChunks } from './reveal'
import type { Run } from './run'
import { listSheets } from './sheet-list'

export type MarkKind = 'error' | 'warning' | 'info'

export interface Mark {
  readonly sheet: string
  /** `B5:B11,C4`. */
  readonly cells: string
  readonly kind: MarkKind
}

export interface Marked {
  /** Marks that are on the sheets now, as areas. */
  readonly areas: number
  /** Sheets that could not be marked: protected, or gone. */
  readonly skipped: readonly { readonly sheet: string; readonly why: 'skip.protected' | 'conflict.sheet-missing' }[]
}

/** Light fills that read in black and white as greys of different depth; the stronger kind is on top. */
const FILLS: Readonly<Record<MarkKind, string>> = { error: '#F4B6B0', warning: '#FFE08A', info: '#CFE4F7' }
const KINDS: readonly MarkKind[] = ['info', 'warning', 'error']

/** Every mark of ours carries this word in its formula, which is always true. By it they are found again, also after reopening or copying. */
const WORD = 'plancheck:'

/**
 * Marks cells by conditional formats: one a colour, over many areas. The cells' own fills stay untouched underneath, and nothing is
 * left behind when the marks come off. Marks of before come off first.
 */
export async function mark(run: Run, marks: readonly Mark[]): Promise<Marked> {
  const off = await unmark(run)
  return run(async context => {
    const sheets = await listSheets(context)
    const skipped: { sheet: string; why: 'skip.protected' | 'conflict.sheet-missing' }[] = off.map(sheet => ({ sheet, why: 'skip.protected' }))
    const parts: { readonly sheet: string; readonly kind: MarkKind; readonly cells: string }[] = []
    for (const name of new Set(marks.map(each => each.sheet))) {
      const sheet = sheets.find(item => item.name === name)
      if (sheet === undefined) skipped.push({ sheet: name, why: 'conflict.sheet-missing' })
      else if (!sheet.isProtected) parts.push(...partsOf(sheet.id, marks.filter(each => each.sheet === name)))
      else if (!off.includes(name)) skipped.push({ sheet: name, why: 'skip.protected' })
    }
    await inHalves(parts, PARTS_AT_ONCE, async some => {
      for (const { sheet, kind, cells } of some) {
        const format = context.workbook.worksheets.getItem(sheet).getRanges(cells).conditionalFormats.add('Custom')
        format.custom.rule.formula = `=LEN("${WORD}${kind}")>0`
        format.custom.format.fill.color = FILLS[kind]
      }
      await context.sync()
    })
    return { areas: parts.reduce((sum, { cells }) => sum + cells.split(',').length, 0), skipped }
  })
}

/** Conditional formats of one request: each names up to 8,000 characters of cells. */
const PARTS_AT_ONCE = 200
/** Conditional formats of one page, and rules of one request. Copying cells makes thousands of them. */
const FORMATS_AT_ONCE = 1000

function partsOf(sheet: string, marks: readonly Mark[]): { sheet: string; kind: MarkKind; cells: string }[] {
  return KINDS.flatMap(kind => {
    const cells = marks.filter(each => each.kind === kind).map(each => each.cells).join(',')
    return addressChunks(cells).map(chunk => ({ sheet, kind, cells: chunk }))
  })
}

/**
 * Takes every mark of ours off, on all sheets, whoever put it there and when.
 * @returns names of protected sheets whose marks had to stay
 */
export async function unmark(run: Run): Promise<string[]> {
  return run(async context => {
    const ours = await findMarks(context)
    await inHalves(ours.filter(({ isProtected }) => !isProtected), FORMATS_AT_ONCE, async some => {
      for (const { format } of some) format.delete()
      await context.sync()
    })
    return [...new Set(ours.filter(each => each.isProtected).map(each => each.sheet))]
  })
}

/** Are there marks of ours in the workbook? Reads only. */
export async function hasMarks(run: Run): Promise<boolean> {
  return run(async context => (await findMarks(context)).length > 0)
}

interface FoundFormat {
  readonly sheet: string
  readonly isProtected: boolean
  readonly format: Excel.ConditionalFormat
}

async function findMarks(context: Excel.RequestContext): Promise<FoundFormat[]> {
  const { worksheets } = context.workbook
  const page = (id: string, top: number, skip: number): Excel.ConditionalFormatCollection =>
    worksheets.getItem(id).getRange().conditionalFormats.load({ $top: top, $skip: skip, id: true, type: true })
  const custom: FoundFormat[] = []
  await inHalves(await listSheets(context), 50, async some => {
    const asked = some.map(sheet => ({ sheet, first: page(sheet.id, FORMATS_AT_ONCE, 0) }))
    await context.sync()
    for (const { sheet, first } of asked) {
      const formats = first.items.length < FORMATS_AT_ONCE ? first.items : await inPages(FORMATS_AT_ONCE, async (top, skip) => {
        const next = page(sheet.id, top, skip)
        await context.sync()
        return next.items
      }, first.items)
      for (const format of formats) if (format.type === 'Custom') custom.push({ sheet: sheet.name, isProtected: sheet.isProtected, format })
    }
  })
  const ours: FoundFormat[] = []
  await inHalves(custom, FORMATS_AT_ONCE, async some => {
    const rules = some.map(found => ({ found, rule: found.format.custom.rule.load('formula') }))
    await context.sync()
    for (const { found, rule } of rules) if (rule.formula.includes(`"${WORD}`)) ours.push(found)
  })
  return ours
}
