import type { DefinedName, ReadNotice } from '../../core/snapshot'
import { isPayloadError, isRefusal } from './errors'
import { inHalves, inPages } from './halves'
import { openSheet } from './open-sheet'
import type { OpenSheet } from './open-sheet'
import { askUsed, usedOf } from './used-range'

/** Used ranges asked for together with the sheets' names, so that an ordinary workbook needs no trip for them. */
const SHEETS_AT_ONCE = 24
/** Defined names of one page: some hundred kilobytes. Workbooks with tens of thousands of broken ones exist. */
const NAMES_AT_ONCE = 5000

/** The workbook without its cells. */
export interface Names {
  readonly name: string
  readonly dateSystem: 1900 | 1904
  readonly sheets: OpenSheet[]
  readonly names: DefinedName[]
  readonly notices: ReadNotice[]
}

/** What the first request asks beside the names. */
interface Asking {
  /** Used ranges, by walking from sheet to sheet past the last one: saves a trip. */
  readonly walk: boolean
  /** The date system, by a function of Excel: there is no property for it. */
  readonly probe: boolean
  /** Protection, tables and names of the sheets within the list of sheets, instead of each by itself. */
  readonly nested: boolean
}

/**
 * The liberties of the first request are plain use of the documented object model and yet not confirmed on every Excel.
 * Where a host refuses it, the same is asked without them, one after the other; only a missing date system is told.
 */
export async function readNamesSomehow(context: Excel.RequestContext): Promise<Names> {
  const ways: readonly Asking[] = [
    { walk: true, probe: true, nested: true }, { walk: false, probe: true, nested: true }, { walk: false, probe: false, nested: true },
    { walk: false, probe: true, nested: false },
  ]
  let tooLarge = false
  for (const way of ways) {
    if (tooLarge && way.nested) continue
    try {
      return await readNames(context, way)
    } catch (error) {
      tooLarge ||= isPayloadError(error)
      if (!isRefusal(error) && !isPayloadError(error)) throw error
    }
  }
  return readNames(context, { walk: false, probe: false, nested: false })
}

const NESTED = [
  'protection/protected', 'tables/items/id', 'tables/items/name', 'tables/items/showHeaders', 'tables/items/showTotals', 'tables/items/columns/items/name',
  'names/items/name', 'names/items/formula', 'names/items/visible',
]

async function readNames(context: Excel.RequestContext, { walk, probe: probing, nested }: Asking): Promise<Names> {
  const { workbook } = context
  workbook.load('name')
  workbook.application.load('calculationMode,calculationState')
  const list = workbook.worksheets.load(['id', 'name', 'visibility', ...(nested ? NESTED : [])].map(path => `items/${path}`).join(','))
  const page = askNames(workbook.names, NAMES_AT_ONCE, 0)
  // Office.js has no property for the 1904 date system. The second day of 1904 is serial 1 in it, and 1463 otherwise.
  const probe = probing ? workbook.functions.date(1904, 1, 2).load('value') : null
  const asked: { sheet: Excel.Worksheet; used: Excel.Range }[] = []
  if (walk) {
    let sheet = workbook.worksheets.getFirst()
    for (let n = 0; n < SHEETS_AT_ONCE; n++) {
      asked.push({ sheet: sheet.load('id'), used: askUsed(sheet) })
      sheet = sheet.getNextOrNullObject()
    }
  }
  await context.sync()

  const found = new Map(asked.filter(({ sheet }) => !sheet.isNullObject).map(({ sheet, used }) => [sheet.id, usedOf(used)]))
  const sheets = list.items.map(item => ({ ...openSheet(item), used: found.get(item.id) }))
  const local: DefinedName[] = []
  if (nested)
    for (const [index, item] of list.items.entries()) {
      const sheet = sheets[index]
      if (sheet === undefined) continue
      sheet.isProtected = item.protection.protected
      sheet.tables = item.tables.items.map(tableHead)
      local.push(...item.names.items.map(name => definedName(name, item.name)))
    }
  else local.push(...(await readEachSheet(context, sheets)))
  const names = page.items.length < NAMES_AT_ONCE ? page.items : await inPages(NAMES_AT_ONCE, async (top, skip) => {
    const next = askNames(workbook.names, top, skip)
    await context.sync()
    return next.items
  }, page.items)
  const global = names.filter(name => name.scope === 'Workbook').map(name => definedName(name))
  const notices: ReadNotice[] = []
  if (probe === null) notices.push({ key: 'notice.dateSystemUnknown', params: {} })
  notices.push(...calculationNotices(workbook.application))
  return { name: workbook.name, dateSystem: probe?.value === 1 ? 1904 : 1900, sheets, names: [...global, ...local], notices }
}

/** What the values are worth: nothing is recalculated, and the person is told. */
export function calculationNotices({ calculationMode, calculationState }: Excel.Application): ReadNotice[] {
  if (calculationMode === 'Manual') return [{ key: 'notice.calculationManual', params: {} }]
  return calculationState === 'Done' ? [] : [{ key: 'notice.calculationPending', params: {} }]
}

/** Protection, tables and names of each sheet asked for by themselves, a part that is refused left out: a check without table names is better than none. */
async function readEachSheet(context: Excel.RequestContext, sheets: readonly OpenSheet[]): Promise<DefinedName[]> {
  const { worksheets } = context.workbook, local: DefinedName[] = []
  await unlessRefused(() => inHalves(sheets, SHEETS_AT_ONCE, async some => {
    const asked = some.map(sheet => ({ sheet, protection: worksheets.getItem(sheet.id).protection.load('protected') }))
    await context.sync()
    for (const { sheet, protection } of asked) sheet.isProtected = protection.protected
  }))
  await unlessRefused(() => inHalves(sheets, SHEETS_AT_ONCE, async some => {
    const asked = some.map(sheet => ({ sheet, tables: worksheets.getItem(sheet.id).tables.load('items/id,items/name,items/showHeaders,items/showTotals') }))
    await context.sync()
    const columns = asked.flatMap(({ tables }) => tables.items.map(table => ({ table, list: table.columns.load('items/name') })))
    if (columns.length > 0) await context.sync()
    for (const { sheet, tables } of asked) sheet.tables = tables.items.map(tableHead)
  }))
  await unlessRefused(async () => {
    for (const sheet of sheets) {
      const names = await inPages(NAMES_AT_ONCE, async (top, skip) => {
        const page = worksheets.getItem(sheet.id).names.load({ $top: top, $skip: skip, name: true, formula: true, visible: true })
        await context.sync()
        return page.items
      })
      local.push(...names.map(name => definedName(name, sheet.name)))
    }
  })
  return local
}

async function unlessRefused(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!isRefusal(error)) throw error
  }
}

function askNames(names: Excel.NamedItemCollection, top: number, skip: number): Excel.NamedItemCollection {
  return names.load({ $top: top, $skip: skip, name: true, formula: true, visible: true, scope: true })
}

function tableHead(table: Excel.Table): OpenSheet['tables'][number] {
  return {
    id: table.id,
    name: table.name,
    showHeaders: table.showHeaders,
    showTotals: table.showTotals,
    columns: table.columns.items.map(column => column.name),
  }
}

function definedName(name: Excel.NamedItem, sheet?: string): DefinedName {
  const formula: unknown = name.formula
  return {
    name: name.name,
    refersTo: typeof formula === 'string' ? formula.replace(/^=/, '') : '',
    ...(sheet === undefined ? {} : { sheet }),
    ...(name.visible ? {} : { hidden: true }),
  }
}
