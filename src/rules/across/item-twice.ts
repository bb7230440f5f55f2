import type { Finding } from '../../core/finding'
import { cellKey } from '../../core/place'
import { cellAt } from '../../core/snapshot'
import { message } from '../../messages'
import { keyedTables, numberOf } from '../../totals/keyed-tables'
import type { KeyedTable } from '../../totals/keyed-tables'
import { auditFinding } from '../audit-finding'
import type { AuditRule } from '../audit-rule'
import { boxesOf } from '../boxes'
import { namesTwice } from './name-twice'
import { hash } from '../../core/waiver'

/** Words under which several rows stand by right. */
const GENERIC = /^(?:其他|其它|小计|合计|总计|total|备用|预备费|行政运行|一般行政管理事务|事业运行|机动|待定|空缺)/i

/**
 * The same item with the same amount, or the same community, twice in one table of a budget or summary: the second is in doubt. So is a
 * person twice in one unit of a list without ids, and a village twice under one town. Trees of codes repeat their words by right.
 * It makes none on the labelled workbooks (`npm run audit:score`).
 */
export const itemTwice: AuditRule = {
  id: 'item-twice', about: 'across',
  run(book) {
    const visible = new Set(book.sheets.map(sheet => sheet.name)), findings: Finding[] = []
    for (const keyed of keyedTables(book.snapshot, book.reading)) {
      const { table } = keyed
      if (!visible.has(keyed.sheet.name) || keyed.unique || table.kind === 'staff' || table.kind === 'premises' || table.kind === 'pay' || hasCodes(keyed) || keyed.columns.length === 0) continue
      findings.push(...twice(keyed))
    }
    findings.push(...namesTwice(book))
    return { findings }
  },
}

function hasCodes({ table, sheet, rows, keyColumn }: KeyedTable): boolean {
  for (let column = table.header.left; column < keyColumn; column++) {
    const codes = rows.filter(({ row }) => /^\d{3,9}$/.test(String(cellAt(sheet, row, column) ?? '')))
    if (codes.length >= rows.length * 0.6) return true
  }
  return false
}

function twice({ table, sheet, rows, keyColumn, columns }: KeyedTable): Finding[] {
  if (!table.columns.some(({ column, key }) => column === keyColumn && (key === 'item' || key === 'community'))) return []
  const findings: Finding[] = [], first = new Map<string, number>(), of = new Map<string, number>()
  for (const { key } of rows) of.set(key, (of.get(key) ?? 0) + 1)
  const repeated = [...of.values()].filter(count => count > 1).length
  // Where many keys repeat, the table has several rows a key by design.
  if (repeated > 1 && repeated > of.size * 0.1) return findings
  const isCommunity = table.columns.some(({ column, key }) => column === keyColumn && key === 'community')
  for (const { row, key } of rows) {
    const before = first.get(key)
    if (before === undefined) { first.set(key, row); continue }
    if (GENERIC.test(key) || (of.get(key) ?? 0) > 2) continue
    const pairs = columns
      .map(({ column }) => [numberOf(cellAt(sheet, before, column)), numberOf(cellAt(sheet, row, column))] as const)
      .filter(([a, b]) => !Number.isNaN(a) || !Number.isNaN(b))
    const same = pairs.length > 0 && pairs.some(([a]) => a !== 0) && pairs.every(([a, b]) => a === b)
    if (!same && !isCommunity) continue
    const amount = columns.find(({ column }) => numberOf(cellAt(sheet, row, column)) > 0)
    findings.push(auditFinding({
      rule: 'item-twice', severity: 'warning', at: { sheet: sheet.name, boxes: boxesOf([cellKey(row, keyColumn), ...(amount === undefined ? [] : [cellKey(row, amount.column)])]) },
      related: [{ sheet: sheet.name, boxes: boxesOf([cellKey(before, keyColumn)]) }], subject: `${sheet.name}/${hash(key)}`, message: message('across.twice', { key, first: before, second: row }),
      actual: amount === undefined ? null : cellAt(sheet, row, amount.column), expected: 0,
    }))
  }
  return findings
}
