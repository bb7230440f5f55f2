import { isBlank } from '../core/cell'
import type { CellValue } from '../core/cell'
import type { ColumnKey } from '../core/reading'
import { plainAnswer } from '../vocabulary/answers'
import { readEducation } from '../vocabulary/education'
import { readEmployment } from '../vocabulary/employment'
import { normalise, textOf } from '../vocabulary/normalise'
import { readPolitics } from '../vocabulary/politics'

/** Columns 正式 | 聘用 with a tick in one of them: together one column whose value is the word above the tick. */
export interface TickGroup {
  readonly key: 'employment' | 'education' | 'politics'
  readonly columns: readonly { readonly column: number; readonly word: string }[]
}

type TickKey = TickGroup['key']

const IS_VALUE: Readonly<Record<TickKey, (word: string) => boolean>> = {
  employment: word => readEmployment(word, '').employment !== 'unknown',
  education: word => { const { level } = readEducation(word); return level !== 'unknown' && level !== 'blank' && level !== 'code' },
  politics: word => { const { partyOrLeague } = readPolitics(word, ''); return partyOrLeague === 'yes' || partyOrLeague === 'no' },
}

/** Groups of tick columns among the columns whose header is no plain column header of another kind. */
export function tickGroups(
  columns: readonly { column: number; word: string; key: ColumnKey | null }[],
  rows: readonly (readonly CellValue[])[],
): TickGroup[] {
  const groups: TickGroup[] = []
  for (const key of ['employment', 'education', 'politics'] as const) {
    const members = columns.filter(
      column =>
        (column.key === null || column.key === key || column.key === 'actual' || column.key === 'approved' || column.key === 'count') &&
        column.word !== '' &&
        IS_VALUE[key](column.word) &&
        onlyTicks(rows, column.column),
    )
    if (members.length < 2) continue
    const ticked = rows.filter(cells => members.some(({ column }) => isTick(cells[column - 1] ?? null))).length
    if (ticked === 0) continue
    groups.push({ key, columns: members.map(({ column, word }) => ({ column, word })) })
  }
  return groups
}

/** One column 在编 that answers every row with yes or no, where nothing else tells the kind: as if its header asked 是否在编. */
export function answeredKind(
  columns: readonly { column: number; word: string; key: ColumnKey | null }[],
  rows: readonly (readonly CellValue[])[],
): number {
  if (rows.length === 0 || columns.some(column => column.key === 'employment')) return 0
  const members = columns.filter(
    column =>
      (column.key === null || column.key === 'actual' || column.key === 'approved') &&
      column.word !== '' &&
      /^(?:formal|contracted)$/.test(readEmployment(column.word, '').employment) &&
      onlyTicks(rows, column.column),
  )
  const [only] = members
  return members.length === 1 && only !== undefined && rows.every(cells => !isBlank(cells[only.column - 1])) ? only.column : 0
}

/** The word above the tick; the first one, should several be ticked. */
export function tickedWord(group: TickGroup, cells: readonly CellValue[]): string | null {
  for (const { column, word } of group.columns) if (isTick(cells[column - 1] ?? null)) return word
  return null
}

function onlyTicks(rows: readonly (readonly CellValue[])[], column: number): boolean {
  for (const cells of rows) {
    const value = cells[column - 1] ?? null
    if (!isBlank(value) && plainAnswer(normalise(textOf(value))) === null) return false
  }
  return true
}

function isTick(value: CellValue): boolean {
  return !isBlank(value) && plainAnswer(normalise(textOf(value))) === 'yes'
}
