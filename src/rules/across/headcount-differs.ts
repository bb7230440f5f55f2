import type { CheckedPair } from '../../core/checked'
import type { Finding } from '../../core/finding'
import type { TableReading } from '../../core/reading'
import { cellName, sheetReference } from '../../core/place'
import { cellAt } from '../../core/snapshot'
import type { SheetSnapshot } from '../../core/snapshot'
import { message } from '../../messages'
import { rosterMeasures } from '../../totals/measures'
import { arithmeticOf } from '../../totals/sheet-arithmetic'
import { auditFinding, subjectOf } from '../audit-finding'
import type { AuditBook, AuditRule } from '../audit-rule'
import { oneCell } from '../boxes'
import { labelOf } from '../totals/total-wrong'
import { isOfAnotherTime } from './other-time'

type Kind = 'formal' | 'contracted' | 'total'

const FORMAL = /正式|在编|事业编/
const CONTRACTED = /聘用|临时|合同制?|编外|劳务派遣/
const COUNTS = /人数|现有|实有|在岗|人员数/
/** Heads that are wanted, or of another year, are no statement about the roster. */
const NOT_NOW = /应配|目标|编制|核定|计划|空缺|缺|拟|上年|去年|标准|增|月/

interface Stated { readonly row: number; readonly column: number; readonly kind: Kind; readonly value: number }

/**
 * Heads by kind in a budget (正式人员 68, 临时人员 58) against the people of the roster: an error where the other kind agrees, else a warning.
 * It makes none on the labelled workbooks (`npm run audit:score`).
 */
export const headcountDiffers: AuditRule = {
  id: 'headcount-differs', about: 'across',
  run(book) {
    const [formal, contracted, both] = rosterMeasures(book.reading)
    if (formal === undefined || contracted === undefined || both === undefined) return { findings: [] }
    const sum = (values: ReadonlyMap<string, number>): number => [...values.values()].reduce((whole, value) => whole + value, 0)
    const people = { formal: sum(formal.values), contracted: sum(contracted.values), total: sum(both.values) }
    const findings: Finding[] = [], pairs: CheckedPair[] = []
    for (const table of book.reading.tables) {
      if (table.kind === 'staff' || table.kind === 'pay' || table.kind === 'premises' || table.kind === 'community' || table.body === null || isOfAnotherTime(book, table.sheet, table.title)) continue
      const sheet = book.sheets.find(each => each.name === table.sheet)
      if (sheet === undefined || NOT_NOW.test(table.title ?? '') || NOT_NOW.test(table.sheet)) continue
      for (const stated of statedHeads(sheet, table)) hold(book, sheet, stated, people, formal.sheet, findings, pairs)
    }
    return { findings, pairs }
  },
}

/** The heads by kind in each column of numbers of a table, where each kind stands once. */
function statedHeads(sheet: SheetSnapshot, table: TableReading): Stated[][] {
  const found: Stated[][] = []
  for (const { column, header } of table.columns) {
    if (!COUNTS.test(header) || NOT_NOW.test(header)) continue
    const stated: Stated[] = []
    for (let row = table.body?.top ?? 1; row <= (table.body?.bottom ?? 0); row++) {
      const value = cellAt(sheet, row, column), label = textLeft(sheet, row, column)
      if (typeof value !== 'number' || NOT_NOW.test(label)) continue
      const kind = FORMAL.test(label) && !CONTRACTED.test(label) ? 'formal' : CONTRACTED.test(label) && !FORMAL.test(label) ? 'contracted' : /^(?:合计|总计|小计|共计|人员合计)$/.test(label.replace(/\s/g, '')) ? 'total' : null
      if (kind !== null) stated.push({ row, column, kind, value })
    }
    const once = (kind: Kind): boolean => stated.filter(each => each.kind === kind).length === 1
    const kinds = stated.filter(each => each.kind !== 'total' && once(each.kind))
    if (kinds.length > 0 && kinds.length === stated.filter(each => each.kind !== 'total').length) found.push(kinds)
  }
  return found
}

function textLeft(sheet: SheetSnapshot, row: number, column: number): string {
  let text = ''
  for (let at = 1; at < column; at++) {
    const value = cellAt(sheet, row, at)
    if (typeof value === 'string') text += value
  }
  return text
}

function hold(
  book: AuditBook,
  sheet: SheetSnapshot,
  stated: readonly Stated[],
  people: Readonly<Record<Kind, number>>,
  roster: string,
  findings: Finding[],
  pairs: CheckedPair[],
): void {
  const right = stated.filter(each => each.value === people[each.kind]),
    wrong = stated.filter(each => each.value !== people[each.kind])
  for (const { row, column, value, kind } of stated)
    pairs.push({
      from: `${sheetReference(sheet.name)}!${cellName(row, column)}`,
      against: roster,
      what: 'headcount',
      holds: value === people[kind],
    })
  const open = book.reading.people.filter(person => person.employment === 'unknown' || person.employment === 'undecided').length
  for (const { row, column, value, kind } of wrong) {
    const expected = people[kind]
    // Where nothing agrees and the figures are far apart, the table speaks of other people.
    if (Math.abs(value - expected) <= open || (right.length === 0 && Math.abs(value - expected) > 0.3 * expected)) continue
    const told = arithmeticOf(sheet).culprits.some(each => each.row === row && each.column === column)
    if (told) continue
    findings.push(
      auditFinding({
        rule: 'headcount-differs',
        severity: right.length > 0 ? 'error' : 'warning',
        at: { sheet: sheet.name, boxes: [oneCell(row, column)] },
        related: [{ sheet: roster, boxes: [] }],
        subject: subjectOf(sheet, row, column),
        message: message('across.headcount', { label: labelOf(sheet, row, column), value, expected, difference: value - expected, roster }),
        actual: value,
        expected,
        fix: [{ sheet: sheet.name, row, column, before: value, after: expected }],
      }),
    )
  }
}
