import { addressChunks } from './reveal'
import type { Run } from './run'

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
    const sheets = context.workbook.worksheets.load('items/id,items/name,items/protection/protected')
    await context.sync()
    const skipped: { sheet: string; why: 'skip.protected' | 'conflict.sheet-missing' }[] = off.map(sheet => ({ sheet, why: 'skip.protected' }))
    let areas = 0
    for (const name of new Set(marks.map(each => each.sheet))) {
      const sheet = sheets.items.find(item => item.name === name)
      if (sheet === undefined) skipped.push({ sheet: name, why: 'conflict.sheet-missing' })
      else if (!sheet.protection.protected) areas += markSheet(sheet, marks.filter(each => each.sheet === name))
      else if (!off.includes(name)) skipped.push({ sheet: name, why: 'skip.protected' })
    }
    await context.sync()
    return { areas, skipped }
  })
}

function markSheet(sheet: Excel.Worksheet, marks: readonly Mark[]): number {
  let areas = 0
  for (const kind of KINDS) {
    const cells = marks.filter(each => each.kind === kind).map(each => each.cells).join(',')
    for (const chunk of addressChunks(cells)) {
      areas += chunk.split(',').length
      const format = sheet.getRanges(chunk).conditionalFormats.add('Custom')
      format.custom.rule.formula = `=LEN("${WORD}${kind}")>0`
      format.custom.format.fill.color = FILLS[kind]
    }
  }
  return areas
}

/**
 * Takes every mark of ours off, on all sheets, whoever put it there and when.
 * @returns names of protected sheets whose marks had to stay
 */
export async function unmark(run: Run): Promise<string[]> {
  return run(async context => {
    const ours = await findMarks(context)
    for (const { format, isProtected } of ours) if (!isProtected) format.delete()
    await context.sync()
    return [...new Set(ours.filter(each => each.isProtected).map(each => each.sheet))]
  })
}

/** Are there marks of ours in the workbook? Reads only. */
export async function hasMarks(run: Run): Promise<boolean> {
  return run(async context => (await findMarks(context)).length > 0)
}

async function findMarks(
  context: Excel.RequestContext,
): Promise<{ sheet: string; isProtected: boolean; format: Excel.ConditionalFormat }[]> {
  const sheets = context.workbook.worksheets.load('items/id,items/name,items/protection/protected')
  await context.sync()
  const lists = sheets.items.map(sheet => ({ sheet, formats: sheet.getRange().conditionalFormats.load('items/id,items/type') }))
  await context.sync()
  const custom = lists.flatMap(({ sheet, formats }) =>
    formats.items.filter(format => format.type === 'Custom').map(format => ({ sheet, format, rule: format.custom.rule.load('formula') })),
  )
  if (custom.length === 0) return []
  await context.sync()
  return custom
    .filter(({ rule }) => rule.formula.includes(`"${WORD}`))
    .map(({ sheet, format }) => ({ sheet: sheet.name, isProtected: sheet.protection.protected, format }))
}
