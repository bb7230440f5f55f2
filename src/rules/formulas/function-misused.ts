import type { CellValue } from '../../core/cell'
import type { Finding } from '../../core/finding'
import { cellKey, cellName, keyColumn, keyRow } from '../../core/place'
import type { SheetSnapshot } from '../../core/snapshot'
import { cellAt } from '../../core/snapshot'
import { isSumLike } from '../../formula/class-kinds'
import { deviationsOf, sameValue } from '../../formula/deviations'
import { formulaIn } from '../../formula/normal-form'
import type { FormulaClass, ResolvedReference } from '../../formula/normal-form'
import type { Message } from '../../core/message'
import { message } from '../../messages'
import { auditFinding, subjectOf } from '../audit-finding'
import type { AuditBook, AuditRule } from '../audit-rule'
import { oneCell } from '../boxes'
import { hasOverrideNote } from '../override-note'
import { shownText } from './deviation-finding'
import { isTotalLabel, rowLabel } from './labels'

const ONE_LIST = /^=(SUM|AVERAGE|MEDIAN|MAX|MIN|COUNT|COUNTA)\(\u0001\)$/
const TWO_LISTS = /^=SUM\(\u0001,\u0001\)$/

/** Words of a row that name what is done with its list, and nothing else. */
const NAMED: readonly (readonly [RegExp, string])[] = [
  [/^(?:平\s*均(?:值|数|分)?|均值|人均|average|mean)$/i, 'AVERAGE'], [/^(?:中位数|median)$/i, 'MEDIAN'],
  [/^(?:最高(?:值|分)?|最大值?|max(?:imum)?)$/i, 'MAX'], [/^(?:最低(?:值|分)?|最小值?|min(?:imum)?)$/i, 'MIN'],
]
/** What is counted, where the sum of the same list has a row of its own. */
const COUNTED = /^(?:总)?(?:人数|个数|户数|项数|笔数|份数|count)$/i

/**
 * A formula over one list that by itself cannot be meant: it counts numbers where words stand, does something else than its row says it
 * does, or adds up two columns that every row multiplies. Formulas that their siblings contradict are told by those.
 * It makes none on the labelled workbooks (`npm run audit:score`).
 */
export const functionMisused: AuditRule = {
  id: 'function-misused',
  run(book) {
    const findings: Finding[] = []
    for (const sheet of book.sheets) {
      const cells = sheet.formulas.size === 0 ? [] : [...book.formulas.cells(sheet, isOverColumns)]
      if (cells.length === 0) continue
      const told = new Set(deviationsOf(book.formulas, sheet).map(each => cellKey(each.row, each.column)))
      for (const { key, what } of cells) {
        const found = told.has(key) ? null : meant(book, sheet, keyRow(key), keyColumn(key), what)
        if (found !== null) findings.push(...finding(book, sheet, keyRow(key), keyColumn(key), what, found))
      }
    }
    return { findings }
  },
}

/** Of a function over one list, or a sum of two, down columns of its own sheet. */
function isOverColumns({ skeleton, references }: FormulaClass): boolean {
  return (ONE_LIST.test(skeleton) || TWO_LISTS.test(skeleton))
    && references.every(({ sheet, from, to }) => sheet === '' && to !== null && from.column !== null && from.column === to.column)
}

interface Meant {
  readonly work: string
  readonly message: (cell: string, right: string, value: string) => Message
}

function meant(book: AuditBook, sheet: SheetSnapshot, row: number, column: number, what: FormulaClass): Meant | null {
  const areas = book.formulas.referencesOf(sheet, row, column), [list, other] = areas, work = ONE_LIST.exec(what.skeleton)?.[1]
  if (list === undefined || list.external || list.sheet !== sheet.name || list.bottom === list.top || list.left !== list.right) return null
  if (other !== undefined) {
    return isMultiplied(book, sheet, list, other)
      ? { work: 'SUMPRODUCT', message: (cell, right, value) => message('audit.columns-multiplied', { cell, right, value }) } : null
  }
  if (work === undefined) return null
  if (work === 'COUNT' && isOfWords(sheet, list))
    return { work: 'COUNTA', message: (cell, right, value) => message('audit.words-counted', { cell, right, value }) }
  if (list.left !== column) return null
  const word = rowLabel(sheet, row, column).replace(/[：:（(].*$/, '').trim()
  const named = NAMED.find(([pattern]) => pattern.test(word))?.[1]
    ?? (COUNTED.test(word) && work === 'SUM' && hasSumBeside(book, sheet, row, column, list) ? 'COUNT' : undefined)
  return named === undefined || named === work || (named !== 'COUNT' && work.startsWith('COUNT')) ? null
    : { work: named, message: (cell, right, value) => message('audit.statistic-named', { cell, word, right, value }) }
}

/** Two filled cells at least, and no number among them. */
function isOfWords(sheet: SheetSnapshot, { top, bottom, left }: ResolvedReference): boolean {
  let words = 0
  for (let row = top; row <= Math.min(bottom, sheet.rows.length); row++) {
    const value = cellAt(sheet, row, left)
    if (typeof value === 'number' || (typeof value === 'string' && /^\s*[\d０-９]/.test(value))) return false
    if (typeof value === 'string' && value.trim() !== '') words++
  }
  return words >= 2
}

/** Another row of the column, one that says 合计, adds up the same list. */
function hasSumBeside(book: AuditBook, sheet: SheetSnapshot, row: number, column: number, list: ResolvedReference): boolean {
  const line = book.formulas.of(sheet).columns.get(column)
  return line?.at.some((at, i) => {
    const what = book.formulas.classById(line.classes[i] ?? 0)
    if (at === row || !isSumLike(what) || !isTotalLabel(sheet, at, column)) return false
    const [area] = book.formulas.referencesOf(sheet, at, column)
    return area?.top === list.top && area.bottom === list.bottom && area.left === list.left
  }) ?? false
}

/** Two columns of the same rows, which a formula of each of these rows multiplies. */
function isMultiplied(book: AuditBook, sheet: SheetSnapshot, one: ResolvedReference, other: ResolvedReference): boolean {
  if (other.sheet !== one.sheet || other.top !== one.top || other.bottom !== one.bottom) return false
  if (other.left !== other.right || other.left === one.left) return false
  const { rows } = book.formulas.of(sheet), multiplies = (row: number): boolean => rows.get(row)?.at.some(at => {
    const what = book.formulas.classIn(sheet, row, at), areas = book.formulas.referencesOf(sheet, row, at)
    return what?.skeleton === '=\u0001*\u0001' && areas.every(area => area.top === row)
      && areas.some(area => area.left === one.left) && areas.some(area => area.left === other.left)
  }) ?? false
  return multiplies(one.top) && multiplies(one.top + 1) && multiplies(one.bottom)
}

function finding(book: AuditBook, sheet: SheetSnapshot, row: number, column: number, what: FormulaClass, found: Meant): Finding[] {
  const { references } = what, texts = [`=${found.work}(`, ...references.slice(1).map(() => ','), ')']
  const right = formulaIn({ texts, references }, row, column), shown: CellValue = cellAt(sheet, row, column)
  const value = right === null ? undefined : book.formulas.calculate(right, sheet, row, column)
  if (right === null || typeof value !== 'number' || sameValue(value, shown)) return []
  return [auditFinding({
    rule: 'function-misused', severity: hasOverrideNote(sheet, row, column) ? 'info' : 'warning',
    at: { sheet: sheet.name, boxes: [oneCell(row, column)] },
    related: book.formulas.referencesOf(sheet, row, column).map(area => ({ sheet: sheet.name, boxes: [area] })),
    subject: subjectOf(sheet, row, column), message: found.message(cellName(row, column), right, shownText(value)),
    actual: shown, expected: value,
    fix: [{
      sheet: sheet.name, row, column, before: { formula: sheet.formulas.get(cellKey(row, column)) ?? '', value: shown },
      after: { formula: right, value },
    }],
  })]
}
