import { isRefusal } from './errors'
import { inHalves } from './halves'

export interface ListedSheet {
  readonly id: string
  readonly name: string
  readonly isProtected: boolean
}

/**
 * The worksheets in their order. Protection is asked for within the list, and sheet by sheet where a host does not take that.
 * @param also queues what is asked in the same request; called again where that is made anew
 */
export async function listSheets(context: Excel.RequestContext, also: () => void = () => undefined): Promise<ListedSheet[]> {
  const { worksheets } = context.workbook
  try {
    const list = worksheets.load('items/id,items/name,items/protection/protected')
    also()
    await context.sync()
    return list.items.map(sheet => ({ id: sheet.id, name: sheet.name, isProtected: sheet.protection.protected }))
  } catch (error) {
    if (!isRefusal(error)) throw error
  }
  const list = worksheets.load('items/id,items/name')
  also()
  await context.sync()
  const sheets: ListedSheet[] = []
  await inHalves(list.items, 50, async some => {
    const asked = some.map(({ id, name }) => ({ id, name, protection: worksheets.getItem(id).protection.load('protected') }))
    await context.sync()
    for (const { id, name, protection } of asked) sheets.push({ id, name, isProtected: protection.protected })
  })
  return sheets
}
