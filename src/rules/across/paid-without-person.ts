import type { CheckedPair } from '../../core/checked'
import type { Finding } from '../../core/finding'
import type { Person, TableReading } from '../../core/reading'
import { cellName, sheetReference } from '../../core/place'
import { cellAt } from '../../core/snapshot'
import type { SheetSnapshot } from '../../core/snapshot'
import { columnAt } from '../../core/table-columns'
import { message } from '../../messages'
import { auditFinding } from '../audit-finding'
import type { AuditBook, AuditRule } from '../audit-rule'
import { oneCell } from '../boxes'
import { hash } from '../../core/waiver'
import { isOfAnotherTime } from './other-time'

/** So much of a pay sheet must be on the roster before the rest is told. */
const SAME_PEOPLE = 0.7

interface Paid { readonly row: number; readonly column: number; readonly name: string }

/**
 * The pay sheet against the roster, name by name: paid and on no list (吃空饷), paid though left, in post and not paid. Only where most
 * of the names are the same people; a kind of staff that the pay sheet does not hold at all is not missed.
 * It makes none on the labelled workbooks (`npm run audit:score`).
 */
export const paidWithoutPerson: AuditRule = {
  id: 'paid-without-person', about: 'across',
  reports: ['person-without-pay', 'paid-though-left', 'paid-twice'],
  run(book) {
    const findings: Finding[] = [], pairs: CheckedPair[] = [], paidSheets = paidSheetsOf(book)
    if (paidSheets.length === 0) return { findings }
    const counted = book.reading.tables.map(table => table.counted && table.kind === 'staff')
    const people = book.reading.people.filter(person => counted[person.table] === true && person.name !== '')
    if (people.length < 3) return { findings }
    const byName = new Map<string, Person[]>()
    for (const { paid } of paidSheets) for (const { name } of paid) byName.set(name, [])
    for (const person of people) byName.get(bare(person.name))?.push(person)
    const onRoster = (name: string): readonly Person[] => byName.get(name) ?? []
    const paidNames = new Set<string>()
    let told = false
    for (const { table, sheet, paid } of paidSheets) {
      if (paid.filter(each => onRoster(each.name).length > 0).length < paid.length * SAME_PEOPLE) continue
      told = true
      let holds = true
      // Where many stand twice, the sheet has a row a month or a payment.
      const seen = new Map<string, Paid>(), isOnce = new Set(paid.map(({ name }) => name)).size >= 0.9 * paid.length
      for (const each of paid) {
        paidNames.add(each.name)
        const before = seen.get(each.name)
        seen.set(each.name, before ?? each)
        if (before !== undefined && isOnce && onRoster(each.name).length === 1) findings.push(twice(sheet, each, before))
        const known = onRoster(each.name), gone = known.length > 0 && known.every(person => person.presence === 'left')
        if (known.length === 0 || gone) holds = false
        if (known.length === 0) findings.push(finding(sheet, 'paid-without-person', each))
        else if (gone) findings.push(finding(sheet, 'paid-though-left', each))
      }
      const first = paid[0], last = paid.at(-1)
      if (first === undefined || last === undefined) continue
      const from = `${sheetReference(table.sheet)}!${cellName(first.row, first.column)}:${cellName(last.row, last.column)}`
      pairs.push({ from, against: book.reading.tables[people[0]?.table ?? 0]?.sheet ?? '', what: 'person', holds })
    }
    if (told) {
      const missed = unpaid(book, people, paidNames), [wrong, more] = findings
      // One who is paid and on no list, one on the list and not paid: a name that was written wrong is one finding.
      const [gone] = missed, isSole = more === undefined && missed.length === 1 && wrong?.rule === 'paid-without-person'
      if (isSole && gone !== undefined && standsFor(book, wrong, gone))
        findings[0] = { ...wrong, related: [...wrong.related, ...missed.flatMap(({ at }) => at ?? [])] }
      else findings.push(...missed)
    }
    return { findings, pairs }
  },
}

function bare(name: string): string {
  return /^[\u4e00-\u9fff]+$/.test(name) ? name : name.normalize('NFKC').replace(/[\s·•]/g, '')
}

/** The one name is the other in another writing, or stands in its place: between the same two people. */
function standsFor(book: AuditBook, paid: Finding, missed: Finding): boolean {
  if (areAlike(nameAt(book, paid), nameAt(book, missed))) return true
  return [-1, 1].some(by => nameAt(book, paid, by) !== '' && nameAt(book, paid, by) === nameAt(book, missed, by))
}

/** The name in the first cell of a finding, or so many rows below it. */
function nameAt(book: AuditBook, { at }: Finding, below = 0): string {
  const sheet = book.sheets.find(each => each.name === at?.sheet), box = at?.boxes[0]
  const value = sheet === undefined || box === undefined || box.top + below < 1 ? null : cellAt(sheet, box.top + below, box.left)
  return typeof value === 'string' ? bare(value) : ''
}

/** One name in two writings: as long as each other or one character longer, and with all characters but one in common. */
function areAlike(one: string, other: string): boolean {
  const short = one.length <= other.length ? one : other, long = short === one ? other : one
  const kept = [...short].filter(character => long.includes(character)).length
  return long.length - short.length <= 1 && kept >= Math.max(1, short.length - 1)
}

interface PaidSheet {
  readonly table: TableReading
  readonly sheet: SheetSnapshot
  readonly paid: readonly Paid[]
}

/** Pay sheets of this time with at least three names. Looked for first: most workbooks have none, and a roster may hold a million people. */
function paidSheetsOf(book: AuditBook): PaidSheet[] {
  return book.reading.tables.flatMap(table => {
    if (table.kind !== 'pay' || table.body === null || isOfAnotherTime(book, table.sheet, table.title)) return []
    const sheet = book.sheets.find(each => each.name === table.sheet), paid = sheet === undefined ? [] : paidOf(sheet, table)
    return sheet === undefined || paid.length < 3 ? [] : [{ table, sheet, paid }]
  })
}

function paidOf(sheet: SheetSnapshot, table: TableReading): Paid[] {
  const name = columnAt(table, 'name')
  if (name === 0 || table.body === null) return []
  const skipped = new Set(table.skipped.map(({ row }) => row)), found: Paid[] = []
  for (let row = table.body.top; row <= table.body.bottom; row++) {
    const value = cellAt(sheet, row, name)
    if (!skipped.has(row) && typeof value === 'string' && bare(value) !== '' && bare(value).length <= 12) found.push({ row, column: name, name: bare(value) })
  }
  return found
}

function finding(sheet: SheetSnapshot, rule: 'paid-without-person' | 'paid-though-left', { row, column, name }: Paid): Finding {
  return auditFinding({
    rule, severity: 'warning', at: { sheet: sheet.name, boxes: [oneCell(row, column)] }, subject: `${sheet.name}/${hash(name)}`, message: message(rule === 'paid-without-person' ? 'across.paid-unknown' : 'across.paid-left', { sheet: sheet.name }),
  })
}

/** Two rows of one pay sheet for somebody who stands on the roster once. */
function twice(sheet: SheetSnapshot, { row, column, name }: Paid, before: Paid): Finding {
  return auditFinding({
    rule: 'paid-twice', severity: 'warning', at: { sheet: sheet.name, boxes: [oneCell(row, column)] },
    related: [{ sheet: sheet.name, boxes: [oneCell(before.row, before.column)] }], subject: `${sheet.name}/${hash(name)}/twice`,
    message: message('across.paid-twice', { sheet: sheet.name, first: before.row, second: row }),
  })
}

/** People in post whom no pay sheet names, of the kinds that the pay sheets hold. */
function unpaid(book: AuditBook, people: readonly Person[], paid: ReadonlySet<string>): Finding[] {
  const findings: Finding[] = [], kinds = new Map<string, { of: number; paid: number }>()
  const present = people.filter(person => person.presence !== 'left' && person.presence !== 'vacant')
  for (const person of present) {
    const kind = kinds.get(person.employment) ?? { of: 0, paid: 0 }
    kind.of++
    if (paid.has(bare(person.name))) kind.paid++
    kinds.set(person.employment, kind)
  }
  for (const person of present) {
    const kind = kinds.get(person.employment), table = book.reading.tables[person.table], column = columnAt(table, 'name')
    if (
      paid.has(bare(person.name)) ||
      kind === undefined ||
      kind.paid < kind.of * 0.8 ||
      kind.paid < 2 ||
      table === undefined ||
      column === 0 ||
      !book.sheets.some(sheet => sheet.name === table.sheet)
    )
      continue
    findings.push(auditFinding({
      rule: 'person-without-pay', severity: 'warning', at: { sheet: table.sheet, boxes: [oneCell(person.row, column)] }, subject: `${table.sheet}/${hash(bare(person.name))}`, message: message('across.person-unpaid', { sheet: table.sheet }),
    }))
  }
  return findings
}
