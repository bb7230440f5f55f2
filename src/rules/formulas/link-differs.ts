import type { Finding } from '../../core/finding'
import { cellKey, cellName, sheetReference } from '../../core/place'
import type { SheetSnapshot } from '../../core/snapshot'
import { cellAt } from '../../core/snapshot'
import { sameValue } from '../../formula/deviations'
import { resolve } from '../../formula/normal-form'
import type { ResolvedReference } from '../../formula/normal-form'
import { agrees } from '../../formula/agrees'
import { isLink } from '../../formula/class-kinds'
import { message } from '../../messages'
import { auditFinding, subjectOf } from '../audit-finding'
import type { AuditBook, AuditRule } from '../audit-rule'
import { boxesOf, oneCell } from '../boxes'
import { shownText } from './deviation-finding'

/** A row of a column that takes over the same cell of one sheet after another. */
interface Link {
  readonly row: number
  readonly area: ResolvedReference
}

/**
 * A summary takes the same cell of each detail sheet, and each row the sheet of its own name. A link that takes another cell, a link to
 * the sheet of another row, and a number typed in among the links are wrong where they differ.
 */
export const linkDiffers: AuditRule = {
  id: 'link-differs',
  run(book) {
    const findings: Finding[] = []
    for (const sheet of book.sheets)
      for (const column of sheet.formulas.size < 3 ? [] : book.formulas.of(sheet).columns.keys()) inColumn(book, sheet, column, findings)
    return { findings }
  },
}

function inColumn(book: AuditBook, sheet: SheetSnapshot, column: number, findings: Finding[]): void {
  const line = book.formulas.of(sheet).columns.get(column), links: Link[] = []
  if (line === undefined) return
  for (const [i, row] of line.at.entries()) {
    const what = book.formulas.classById(line.classes[i] ?? 0), reference = what.references[0]
    const area = isLink(what) && reference !== undefined && reference.sheet !== '' && !reference.external ? resolve(reference, sheet.name, row, column) : null
    if (area !== null) links.push({ row, area })
  }
  if (links.length < 3 || new Set(links.map(link => link.area.sheet)).size < 3) return
  const common = most(links.map(link => `${String(link.area.top)},${String(link.area.left)}`)), [top = 0, left = 0] = common.value.split(',').map(Number)
  if (common.count < 3 || common.count * 3 < links.length * 2) return
  // Which sheet a row means is told by its words, where most rows agree with their link.
  const named = links.filter(link => sheetOfRow(book, sheet, link.row, column) === link.area.sheet).length,
    byName = named * 3 >= links.length * 2 && named >= 3
  const first = links[0]?.row ?? 1, last = links[links.length - 1]?.row ?? 1, siblings = links.map(link => link.row)
  // The row before the first link and the one after the last are among them where their words name a sheet.
  const isNamed = (row: number): boolean => byName && row >= 1 && sheetOfRow(book, sheet, row, column) !== null
  const start = isNamed(first - 1) ? first - 1 : first, end = isNamed(last + 1) ? last + 1 : last
  for (let row = start; row <= end; row++) {
    const link = links.find(each => each.row === row),
      meant = byName ? sheetOfRow(book, sheet, row, column) : (link?.area.sheet ?? null),
      shown = cellAt(sheet, row, column)
    const computes = link === undefined && sheet.formulas.has(cellKey(row, column))
    if (meant === null || (link === undefined && (typeof shown !== 'number' || (computes && !byName)))) continue
    const other = book.formulas.sheetNamed(meant), right = other === undefined ? null : cellAt(other, top, left)
    if (typeof right !== 'number' || (link !== undefined && link.area.sheet === meant && link.area.top === top && link.area.left === left)) continue
    const formula = `=${sheetReference(meant)}!${cellName(top, left)}`, same = sameValue(shown, right) || (link === undefined && typeof shown === 'number' && agrees(shown, right))
    findings.push(
      auditFinding({
        rule: 'link-differs',
        severity: same ? 'info' : computes ? 'warning' : 'error',
        at: { sheet: sheet.name, boxes: [oneCell(row, column)] },
        related: [
          { sheet: meant, boxes: [oneCell(top, left)] },
          { sheet: sheet.name, boxes: boxesOf(siblings.filter(each => each !== row).map(each => cellKey(each, column))) },
        ],
        subject: subjectOf(sheet, row, column),
        message: message(link === undefined ? 'audit.link-typed' : 'audit.link-differs', {
          cell: cellName(row, column),
          siblings: common.count,
          right: formula,
          value: shownText(right),
          shown: shownText(shown),
        }),
        actual: shown,
        expected: right,
        safe: same && !computes,
        fix: [
          {
            sheet: sheet.name,
            row,
            column,
            before: link === undefined && !computes ? shown : { formula: sheet.formulas.get(cellKey(row, column)) ?? '', value: shown },
            after: { formula, value: right },
          },
        ],
      }),
    )
  }
}

function most(values: readonly string[]): { readonly value: string; readonly count: number } {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].reduce((best, [value, count]) => (count > best.count ? { value, count } : best), { value: '', count: 0 })
}

/** The sheet that a row's words name: exactly, or as the one sheet whose name holds them. */
function sheetOfRow(book: AuditBook, sheet: SheetSnapshot, row: number, column: number): string | null {
  for (let at = 1; at < column; at++) {
    const value = cellAt(sheet, row, at)
    if (typeof value !== 'string' || value.trim().length < 2) continue
    const word = value.trim(), exact = book.snapshot.sheets.find(each => each.name.trim() === word)
    if (exact !== undefined) return exact.name
    const like = book.snapshot.sheets.filter(each => each !== sheet && (each.name.includes(word) || word.includes(each.name.trim())))
    if (like.length === 1) return like[0]?.name ?? null
  }
  return null
}
