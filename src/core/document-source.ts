import type { BudgetFigures } from './budget-figures'
import type { Finding } from './finding'

/** What a document says beside the report: taken from the workbook while it is at hand, as plain data. */
export interface DocumentSource {
  /** Who reports (填报单位), as the workbook's own sheets say; empty where none does: the line stays blank to be filled by hand. */
  readonly unit: string
  /** What the budget sheets come to; `null` where nothing of it is known. */
  readonly figures: BudgetFigures | null
  /** Names of the people behind a miss, by `Sheet!row`. */
  readonly names: ReadonlyMap<string, string>
  /** Index of the community that a finding is about, by `findingKey`; those about none are left out. */
  readonly communityOf: ReadonlyMap<string, number>
}

export const NO_SOURCE: DocumentSource = { unit: '', figures: null, names: new Map(), communityOf: new Map() }

/** The key of a finding in `communityOf`. */
export function findingKey({ rule, subject }: Pick<Finding, 'rule' | 'subject'>): string {
  return `${rule}/${subject}`
}

/** The key of a person's row in `names`. */
export function rowKey(sheet: string, row: number): string {
  return `${sheet}!${String(row)}`
}
