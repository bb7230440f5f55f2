import { areaName } from '../../core/area'
import type { Finding } from '../../core/finding'
import { cellKey, cellName, keyColumn, keyRow } from '../../core/place'
import { cellAt } from '../../core/snapshot'
import type { SheetSnapshot } from '../../core/snapshot'
import { isPerpendicular } from '../../formula/class-kinds'
import type { FormulaClass } from '../../formula/normal-form'
import { message } from '../../messages'
import { auditFinding, subjectOf, wordAbove } from '../audit-finding'
import type { AuditBook, AuditRule } from '../audit-rule'
import { boxesOf, oneCell } from '../boxes'
import { hasOverrideNote } from '../override-note'
import { labelOf } from '../totals/total-wrong'

/** So many rows must compute alike before one of their inputs is held against the others. */
const LEAST = 5
/** A range along the row that takes more columns is no list of inputs. */
const WIDEST = 40
/** So many different numbers are grades that repeat. */
const MOST_KINDS = 5
/** 元 among 万元: the others lie this near each other, and the one this far off. */
const SPREAD = 60
const FAR = 800

interface Input {
  readonly row: number
  readonly value: number
}

/**
 * Formulas that compute alike, row by row, take one typed input each from a column: they share one number (a standard, 12 months) or a
 * few, but for one, which is such a number with the decimal point elsewhere, or in months among years; or all lie near each other but for one, 10,000 times as large.
 * It makes none on the labelled workbooks (`npm run audit:score`).
 */
export const inputOffScale: AuditRule = {
  id: 'input-off-scale', about: 'across',
  run(book) {
    const findings = book.sheets.flatMap(sheet => (sheet.formulas.size < LEAST ? [] : inSheet(book, sheet)))
    const told = new Set(findings.map(({ at }) => (at === null ? '' : areaName(at))))
    return { findings: [...findings, ...inLists(book).filter(({ at }) => at === null || !told.has(areaName(at)))] }
  },
}

/** Columns of lists that `SUMIF` and `SUMIFS` add up, wherever these stand. */
function inLists(book: AuditBook): Finding[] {
  const findings: Finding[] = [], seen = new Set<string>()
  for (const sheet of book.sheets) {
    for (const { key, what } of book.formulas.cells(sheet, each => /^=SUMIFS?\(/.test(each.skeleton))) {
      const areas = book.formulas.referencesOf(sheet, keyRow(key), keyColumn(key)), area = what.skeleton.startsWith('=SUMIFS') ? areas[0] : areas.at(-1)
      const other = area === undefined || area.external ? undefined : book.formulas.sheetNamed(area.sheet)
      if (area === undefined || other === undefined || area.left !== area.right || seen.has(`${area.sheet}\u0000${String(area.left)}`)) continue
      seen.add(`${area.sheet}\u0000${String(area.left)}`)
      const inputs: Input[] = []
      for (let row = area.top; row <= Math.min(area.bottom, other.rows.length); row++) {
        const value = cellAt(other, row, area.left)
        if (typeof value === 'number' && value !== 0 && !other.formulas.has(cellKey(row, area.left))) inputs.push({ row, value })
      }
      const odd = inputs.length < LEAST ? null : amongEqual(inputs)
      if (odd !== null && book.sheets.includes(other)) findings.push(told(other, area.left, odd, inputs))
    }
  }
  return findings
}

function inSheet(book: AuditBook, sheet: SheetSnapshot): Finding[] {
  const groups = new Map<string, { readonly what: FormulaClass; readonly keys: number[] }>()
  for (const { key, what } of book.formulas.cells(sheet, each => isPerpendicular(each, 'column') && columnsTaken(each).length > 0)) {
    const name = `${String(what.id)}:${String(keyColumn(key))}`, known = groups.get(name)
    if (known === undefined) groups.set(name, { what, keys: [key] })
    else known.keys.push(key)
  }
  const findings: Finding[] = [], seen = new Set<number>()
  for (const { what, keys } of groups.values()) {
    if (keys.length < LEAST) continue
    for (const column of columnsTaken(what).map(offset => offset + keyColumn(keys[0] ?? 0))) {
      if (seen.has(column)) continue
      seen.add(column)
      const inputs = keys.flatMap((key): Input[] => {
        const row = keyRow(key), value = cellAt(sheet, row, column)
        return typeof value === 'number' && value !== 0 && !sheet.formulas.has(cellKey(row, column)) ? [{ row, value }] : []
      })
      const odd = inputs.length < LEAST ? null : (amongEqual(inputs, monthsIn(sheet, inputs[0]?.row ?? 1, column)) ?? amongNear(inputs))
      if (odd !== null) findings.push(told(sheet, column, odd, inputs))
    }
  }
  return findings
}

/** Columns, from the formula's own, of the cells of its own row that it takes. */
function columnsTaken({ references }: FormulaClass): number[] {
  const found = new Set<number>()
  for (const { sheet, external, from, to } of references) {
    const last = to ?? from, width = (last.column ?? 0) - (from.column ?? 0)
    if (sheet !== '' || external || from.row !== 0 || last.row !== 0 || from.rowFixed || last.rowFixed) continue
    if (from.columnFixed || last.columnFixed || from.column === null || width < 0 || width >= WIDEST) continue
    for (let offset = from.column; offset <= from.column + width; offset++) if (offset !== 0) found.add(offset)
  }
  return [...found]
}

interface Odd extends Input {
  readonly expected: number
}

/** What a number is multiplied by in error in a column of years (by 12: months) or of months (by a twelfth); 0 in any other. */
function monthsIn(sheet: SheetSnapshot, row: number, column: number): number {
  const head = wordAbove(sheet, row, column)
  return /年限|年数|years/i.test(head) ? 12 : /月数|月份数|months/i.test(head) ? 1 / 12 : 0
}

/**
 * The others share a few numbers (one standard, three grades of pay), and one is such a number with its point elsewhere, or in months
 * among years.
 */
function amongEqual(inputs: readonly Input[], months = 0): Odd | null {
  const counts = new Map<number, number>()
  for (const { value } of inputs) {
    counts.set(value, (counts.get(value) ?? 0) + 1)
    if (counts.size > MOST_KINDS + 1) return null
  }
  const alone = inputs.filter(({ value }) => counts.get(value) === 1), [odd] = alone
  if (odd === undefined || alone.length > 1 || counts.size < 2) return null
  const usual = [...counts.keys()].filter(value => value !== odd.value)
  if (odd.value > Math.min(...usual) / 2 && odd.value < 2 * Math.max(...usual)) return null
  const meant = usual.filter(value => {
    if (odd.value === value * months) return true
    const power = Math.log10(odd.value / value)
    return Number.isFinite(power) && Math.round(power) !== 0 && Math.abs(power - Math.round(power)) < 1e-9
  })
  return meant.length === 1 ? { ...odd, expected: meant[0] ?? 0 } : null
}

function amongNear(inputs: readonly Input[]): Odd | null {
  let most: Input | null = null, second = 0, least = Infinity
  for (const each of inputs) {
    const size = Math.abs(each.value)
    least = Math.min(least, size)
    if (most === null || size > Math.abs(most.value)) {
      second = Math.max(second, Math.abs(most?.value ?? 0))
      most = each
    } else second = Math.max(second, size)
  }
  if (most === null || Math.abs(most.value) <= FAR * second || second > SPREAD * least) return null
  const expected = Number((most.value / 1e4).toPrecision(12))
  return Math.abs(expected) >= least / 3 && Math.abs(expected) <= second * 3 ? { ...most, expected } : null
}

function told(sheet: SheetSnapshot, column: number, { row, value, expected }: Odd, inputs: readonly Input[]): Finding {
  const others = inputs.filter(each => each.row !== row)
  return auditFinding({
    rule: 'input-off-scale', severity: hasOverrideNote(sheet, row, column) ? 'info' : 'warning',
    at: { sheet: sheet.name, boxes: [oneCell(row, column)] },
    related: [{ sheet: sheet.name, boxes: boxesOf(others.map(each => cellKey(each.row, column))) }],
    subject: subjectOf(sheet, row, column),
    message: message('across.off-scale', { label: labelOf(sheet, row, column), cell: cellName(row, column), value, others: others.length, expected }),
    actual: value, expected, fix: [{ sheet: sheet.name, row, column, before: value, after: expected }],
  })
}
