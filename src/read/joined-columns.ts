import { isBlank } from '../core/cell'
import type { CellValue } from '../core/cell'
import type { ColumnKey } from '../core/reading'
import { readEmployment } from '../vocabulary/employment'
import { rowLabel } from '../vocabulary/labels'
import { normalise, textOf } from '../vocabulary/normalise'
import type { FoundTable } from './found-table'
import { lastColumn, rowOf } from './grid'
import { headerCell } from './header-cells'
import type { ColumnCandidate } from './match-columns'

/** A list in which one thing fills several columns, with the thing whole in a column behind the sheet's last. */
export interface Joined {
  readonly found: FoundTable
  readonly candidates: readonly ColumnCandidate[]
  /** The column of the sheet that a column behind the last begins in. */
  readonly origin: ReadonlyMap<number, number>
}

/** One thing in several columns: 出生 over 年 | 月, 姓 | 名. */
interface Plan {
  readonly columns: readonly number[]
  readonly key: ColumnKey
  readonly join: (parts: readonly string[]) => string | null
}

const SURNAME = /^(?:姓|姓氏|surname|familyname|lastname)$/i
const GIVEN = /^(?:名|名字|givenname|firstname|given)$/i
const YEAR = /^(?:年|年份|年度|出生年|出生年份|year|birthyear|yearofbirth)$/i
const MONTH = /^(?:月|月份|出生月|出生月份|month|birthmonth|monthofbirth)$/i
const DAY = /^(?:日|出生日|日期|day)$/i

/** Puts together what stands in several columns. Any other table is given back as it is. */
export function joinColumns(found: FoundTable, candidates: readonly ColumnCandidate[]): Joined {
  const plans = [datePlan(found), namePlan(found), ...kindPlans(found)].filter(plan => plan !== null)
  if (plans.length === 0) return { found, candidates, origin: new Map() }
  const base = Math.max(lastColumn(found.sheet), found.header.right) + 1
  const origin = new Map<number, number>(),
    more: ColumnCandidate[] = []
  for (const [at, { columns, key }] of plans.entries()) {
    const whole = columns.map(column => candidates.find(candidate => candidate.column === column)?.header ?? '')
    origin.set(base + at, columns[0] ?? base)
    more.push({ column: base + at, header: whole.join(' | '), word: '', candidates: [key], unit: null, yesNo: false })
  }
  const spread = [...found.sheet.rows]
  for (let row = found.first; row <= found.last; row++) {
    const cells = rowOf(found.sheet, row)
    if (plans.every(({ columns }) => columns.every(column => isBlank(cells[column - 1])))) continue
    const longer: CellValue[] = [...cells]
    while (longer.length < base - 1) longer.push(null)
    for (const { columns, join } of plans) longer.push(join(columns.map(column => normalise(textOf(cells[column - 1] ?? null)))))
    spread[row - 1] = longer
  }
  const parts = new Set(plans.flatMap(({ columns }) => columns))
  return {
    found: { ...found, sheet: { ...found.sheet, rows: spread } },
    candidates: [...candidates.map(candidate => (parts.has(candidate.column) ? { ...candidate, candidates: [] } : candidate)), ...more],
    origin,
  }
}

function lastWord(found: FoundTable, at: number): string {
  return (found.levels[at]?.at(-1) ?? '').replace(/[()（）]/g, '')
}

/** 年 and 月 (and 日) side by side, under one group of births or with 出生 in their words. */
function datePlan(found: FoundTable): Plan | null {
  for (const [at] of found.levels.entries()) {
    if (!YEAR.test(lastWord(found, at)) || !MONTH.test(lastWord(found, at + 1))) continue
    const group = found.levels[at]?.slice(0, -1).at(-1),
      told = group === undefined ? /出生|birth/i.test(lastWord(found, at)) : headerCell(group).keys.includes('birth')
    if (!told || (group !== undefined && found.levels[at + 1]?.slice(0, -1).at(-1) !== group)) continue
    const left = found.header.left + at
    const columns = DAY.test(lastWord(found, at + 2)) ? [left, left + 1, left + 2] : [left, left + 1]
    return { columns, key: 'birth', join: dateOf }
  }
  return null
}

function dateOf(parts: readonly string[]): string | null {
  const [year, month, day] = parts.map(part => part.replace(/[年月日号份]+$/, ''))
  if (year === undefined || year === '') return parts.some(part => part !== '') ? parts.join('') : null
  if (month === undefined || month === '') return `${year}年`
  return `${year}年${month}月${day === undefined || day === '' ? '' : `${day}日`}`
}

/** 姓 | 名 side by side. */
function namePlan(found: FoundTable): Plan | null {
  for (const [at, levels] of found.levels.entries()) {
    const word = (levels.at(-1) ?? '').replace(/[^\p{L}]/gu, ''),
      next = (found.levels[at + 1]?.at(-1) ?? '').replace(/[^\p{L}]/gu, '')
    const left = found.header.left + at
    if (SURNAME.test(word) && GIVEN.test(next)) return { columns: [left, left + 1], key: 'name', join: parts => parts.join('') || null }
    if (GIVEN.test(word) && SURNAME.test(next))
      return { columns: [left, left + 1], key: 'name', join: parts => [...parts].reverse().join('') || null }
  }
  return null
}

const NAME = /^[\u3400-\u9fff·•]{2,8}(?:[(（][^()（）]{1,8}[)）])?$/
const ROWS_LOOKED_AT = 300

/** 姓名 over 正式 | 聘用: the name stands under its kind, one a row. With a name under each, or numbers, they are two lists or counts. */
function kindPlans(found: FoundTable): readonly Plan[] {
  const columns: number[] = [], kinds: string[] = []
  let group = ''
  for (const [at, levels] of found.levels.entries()) {
    const above = levels.at(-2) ?? '', kind = levels.at(-1) ?? ''
    if (levels.length < 2 || !headerCell(above).keys.includes('name') || (group !== '' && above !== group)) continue
    const { employment } = readEmployment(kind, '')
    if (employment !== 'formal' && employment !== 'contracted') continue
    group = above
    columns.push(found.header.left + at)
    kinds.push(kind)
  }
  if (columns.length < 2 || new Set(kinds.map(kind => readEmployment(kind, '').employment)).size < 2 || !oneNameEach(found, columns)) return []
  const which = (parts: readonly string[]): number => parts.findIndex(part => part !== '')
  return [
    { columns, key: 'name', join: parts => parts[which(parts)] ?? null },
    { columns, key: 'employment', join: parts => kinds[which(parts)] ?? null },
  ]
}

function oneNameEach(found: FoundTable, columns: readonly number[]): boolean {
  let named = 0
  for (let row = found.first; row <= Math.min(found.last, found.first + ROWS_LOOKED_AT); row++) {
    const cells = rowOf(found.sheet, row), first = cells.find(value => !isBlank(value))
    // Under 合计 the kinds are counted.
    if (typeof first === 'string' && /^(?:total|subtotal|of-which)$/.test(rowLabel(normalise(first)) ?? '')) continue
    const values = columns.map(column => cells[column - 1] ?? null).filter(value => !isBlank(value))
    if (values.length > 1) return false
    const [value] = values
    if (value === undefined) continue
    if (typeof value !== 'string' || !NAME.test(normalise(value))) return false
    named++
  }
  return named > 0
}
