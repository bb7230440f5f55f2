import type { Finding } from '../../core/finding'
import { cellKey, cellName, isInBox, keyColumn, keyRow } from '../../core/place'
import type { SheetSnapshot } from '../../core/snapshot'
import { cellAt } from '../../core/snapshot'
import { circlesOf } from '../../formula/circles'
import { agrees } from '../../formula/agrees'
import { Workspace } from '../../formula/workspace'
import { message } from '../../messages'
import { auditFinding, subjectOf } from '../audit-finding'
import type { AuditBook, AuditRule } from '../audit-rule'
import { boxesOf } from '../boxes'
import { shownText } from './deviation-finding'

/** So many formulas of a workbook are calculated anew: beyond it the check says so and stops. */
const MOST = 200_000
/** Where more of the formulas than this share differ, the file was written without calculating: that is said once. */
const ALL = 0.5
/** Functions whose value changes by itself, or that are calculated otherwise elsewhere. */
const VOLATILE = /\b(?:NOW|TODAY|RAND|RANDBETWEEN|OFFSET|INDIRECT|CELL|INFO)\(/i

interface Stale {
  readonly sheet: SheetSnapshot
  readonly key: number
  readonly value: number
}

/** More of them are not followed back to where they begin. */
const MOST_FOLLOWED = 500

/**
 * A formula that shows another value than the cells that it takes give: the value that stands there is stale, or was put there. Cells
 * that show what they would if that value were right follow from it, and are related.
 */
export const valueStale: AuditRule = {
  id: 'value-stale',
  run(book) {
    const findings: Finding[] = [], single: Stale[] = []
    const circles = circlesOf(book.formulas).cells
    let calculated = 0
    for (const sheet of book.sheets) {
      const stale: Stale[] = []
      let tried = 0
      for (const [key, formula] of sheet.formulas) {
        if (calculated >= MOST) break
        const shown = cellAt(sheet, keyRow(key), keyColumn(key))
        if (typeof shown !== 'number' || VOLATILE.test(formula) || (circles.size > 0 && circles.has(`${sheet.name}!${String(key)}`))) continue
        calculated++
        const value = book.formulas.calculatePlain(formula, sheet, keyRow(key), keyColumn(key))
        if (typeof value !== 'number') continue
        tried++
        // A workbook kept to its shown decimals (以显示精度为准) holds rounded values.
        if (Math.abs(value - shown) > 1e-6 * Math.max(1, Math.abs(value), Math.abs(shown))
          && !agrees(shown, value)) stale.push({ sheet, key, value })
      }
      if (stale.length === 0) continue
      if (stale.length > 3 && stale.length > tried * ALL) findings.push(all(sheet, stale))
      else single.push(...stale)
    }
    return { findings: [...findings, ...causes(book, single)] }
  },
}

/** The workbook calculated from its typed cells on tells a stale value from those that are right and only disagree with it. */
function causes(book: AuditBook, stale: readonly Stale[]): Finding[] {
  if (stale.length < 2 || stale.length > MOST_FOLLOWED) return stale.map(each => one(each, []))
  const anew = new Workspace(book.snapshot)
  for (const { sheet, key } of stale) {
    anew.write(sheet.name, keyRow(key), keyColumn(key), { formula: sheet.formulas.get(key) ?? '', value: null })
  }
  const following = stale.filter(({ sheet, key }) => {
    const shown = cellAt(sheet, keyRow(key), keyColumn(key)), right = anew.followed(sheet.name, keyRow(key), keyColumn(key))
    return typeof right === 'object' && typeof right.value === 'number' && typeof shown === 'number' && agrees(shown, right.value)
  })
  const follows = new Set(following)
  return stale.filter(each => !follows.has(each)).map(each => one(each, following.filter(other => takes(book, other, each))))
}

function takes(book: AuditBook, { sheet, key }: Stale, other: Stale): boolean {
  return book.formulas.referencesOf(sheet, keyRow(key), keyColumn(key)).some(area => !area.external
    && area.sheet.toLowerCase() === other.sheet.name.toLowerCase() && isInBox(area, keyRow(other.key), keyColumn(other.key)))
}

function one({ sheet, key, value }: Stale, following: readonly Stale[]): Finding {
  const row = keyRow(key), column = keyColumn(key), shown = cellAt(sheet, row, column), formula = sheet.formulas.get(key) ?? ''
  return auditFinding({
    rule: 'value-stale', severity: 'error', at: { sheet: sheet.name, boxes: boxesOf([key]) },
    related: following.map(each => ({ sheet: each.sheet.name, boxes: boxesOf([each.key]) })), subject: subjectOf(sheet, row, column),
    message: message('audit.value-stale', { cell: cellName(row, column), shown: shownText(shown), right: formula, value: shownText(value) }),
    actual: shown, expected: value, safe: true,
    fix: [{ sheet: sheet.name, row, column, before: { formula, value: shown }, after: { formula, value } }],
  })
}

function all(sheet: SheetSnapshot, stale: readonly Stale[]): Finding {
  const first = stale[0] ?? { sheet, key: cellKey(1, 1), value: 0 }, row = keyRow(first.key), column = keyColumn(first.key)
  return auditFinding({
    rule: 'value-stale', severity: 'info', at: { sheet: sheet.name, boxes: boxesOf(stale.map(each => each.key)) }, subject: `${sheet.name}/stale`,
    message: message('audit.values-stale', { count: stale.length, cell: cellName(row, column), shown: shownText(cellAt(sheet, row, column)), value: shownText(first.value) }),
    actual: cellAt(sheet, row, column), expected: first.value,
  })
}
