import { maskText } from '../../core/mask'
import { markedSheets } from '../../core/marks'
import type { Report } from '../../core/report'
import { cellAt } from '../../core/snapshot'
import type { SheetSnapshot, Snapshot } from '../../core/snapshot'
import { sheetReference } from '../../core/place'
import { communityName } from '../../vocabulary/communities'
import { INPUT_SHEETS, LIST_FIRST_ROW, LIST_HEADER_ROW, PREMISES_COLUMNS, ROSTER_COLUMNS } from '../canonical/ranges'
import { FIRST_ROW } from '../context'
import type { BudgetId } from '../context'
import { BUDGET_SHEETS } from '..'
import { parameterCell } from '../parameters'
import type { ParameterId } from '../parameter-id'
import type { CommunityOrder } from '../sources/reading-sources'

/** Which sheets of a workbook are ours, and what the missing ones will be called. */
export interface OurSheets {
  readonly names: Readonly<Record<BudgetId | 'parameters', string>>
  readonly existing: ReadonlyMap<BudgetId | 'parameters', SheetSnapshot>
}

export function ourSheets(snapshot: Snapshot): OurSheets {
  const marked = markedSheets(snapshot.names)
  const byName = new Map(snapshot.sheets.map(sheet => [sheet.name, sheet])),
    taken = new Set(snapshot.sheets.map(sheet => sheet.name.toLowerCase()))
  const names: Partial<Record<BudgetId | 'parameters', string>> = {}, existing = new Map<BudgetId | 'parameters', SheetSnapshot>()
  const titles: readonly (readonly [BudgetId | 'parameters', string])[] = [['parameters', INPUT_SHEETS.parameters], ...BUDGET_SHEETS.map(sheet => [sheet.id, sheet.title] as const)]
  for (const [id, title] of titles) {
    const there = byName.get(marked.get(id) ?? '')
    if (there !== undefined) existing.set(id, there)
    names[id] = there?.name ?? freeName(title, taken)
  }
  return { names: names as Record<BudgetId | 'parameters', string>, existing }
}

function freeName(title: string, taken: Set<string>): string {
  let name = title
  for (let number = 1; taken.has(name.toLowerCase()); number++) name = number === 1 ? `${title}（测算）` : `${title}（测算${String(number)}）`
  taken.add(name.toLowerCase())
  return name
}

/** The lists of the canonical workbook, with their headers exactly as this program draws them. */
export function isCanonical(snapshot: Snapshot): boolean {
  const has = (name: string, columns: readonly string[]) => {
    const sheet = snapshot.sheets.find(each => each.name === name)
    return sheet !== undefined && columns.every((header, index) => cellAt(sheet, LIST_HEADER_ROW, index + 1) === header)
  }
  return has(INPUT_SHEETS.roster, ROSTER_COLUMNS) && has(INPUT_SHEETS.premises, PREMISES_COLUMNS) && has(INPUT_SHEETS.communities, ['社区编码', '社区名称'])
}

/** Rows that the canonical sheets need: those that are there, and one for each named community. */
export function canonicalRows(snapshot: Snapshot, check: SheetSnapshot | undefined): number {
  const list = snapshot.sheets.find(sheet => sheet.name === INPUT_SHEETS.communities)
  let named = 0
  for (let row = LIST_FIRST_ROW; list !== undefined && row <= list.rows.length; row++) if (typeof cellAt(list, row, 2) === 'string' && cellAt(list, row, 2) !== '') named = row - LIST_FIRST_ROW + 1
  return Math.max(named, check === undefined ? 0 : check.rows.length - FIRST_ROW + 1)
}

/** The communities in the order of the staffing check that is there already; new ones below. */
export function communityOrder(report: Report, check: SheetSnapshot | undefined): CommunityOrder[] {
  const byName = new Map(report.communities.map((unit, index) => [unit.name, { community: index, label: unit.label }]))
  const order: CommunityOrder[] = []
  for (let row = FIRST_ROW; check !== undefined && row <= check.rows.length; row++) {
    const label = cellAt(check, row, 1)
    if (typeof label !== 'string') {
      order.push({ community: -1, label: '' })
      continue
    }
    const name = communityName(label).name, known = byName.get(name)
    order.push(known === undefined ? { community: -1, label } : { community: known.community, label })
    byName.delete(name)
  }
  while (order.at(-1)?.label === '') order.pop()
  return [...order, ...byName.values()]
}

/** How a parameter is written: its defined name where that is or will be ours, else its cell. */
export function parameterReference(snapshot: Snapshot, ours: OurSheets): (id: ParameterId) => string {
  const prefix = sheetReference(ours.names.parameters)
  const names = new Map(snapshot.names.filter(name => name.sheet === undefined).map(name => [name.name.toLowerCase(), name.refersTo]))
  return id => {
    const taken = names.get(id.toLowerCase())
    return taken === undefined || taken === `${prefix}!${parameterCell(id)}` ? id : `${prefix}!${parameterCell(id)}`
  }
}


/** Who reports, as the workbook's own sheets say above their tables (填报单位：…); empty when none does. */
export function reportingUnit(snapshot: Snapshot): string {
  for (const sheet of snapshot.sheets) {
    if (sheet.visibility !== 'visible') continue
    for (const row of sheet.rows.slice(0, 6)) {
      for (const value of row) {
        const unit = typeof value === 'string' ? /^\s*填\s*报\s*单\s*位(?:[(（]盖章[)）])?\s*[:：]\s*([^\s　:：]{2,30})/.exec(value)?.[1] : undefined
        if (unit !== undefined) return maskText(unit)
      }
    }
  }
  return ''
}
