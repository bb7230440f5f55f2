import type { Finding } from '../../core/finding'
import { cellArea } from '../../core/area'
import { message } from '../../messages'
import { auditFinding } from '../audit-finding'
import type { AuditRule } from '../audit-rule'
import { yearIn } from './other-time'

interface Titled { readonly sheet: string; readonly row: number; readonly column: number; readonly title: string; readonly year: number }

/**
 * One sheet of the year before among its sisters: three and more sheets with the same title but for the year and the place, and one states another year, which its name does not say.
 * It makes none on the labelled workbooks (`npm run audit:score`).
 */
export const yearDiffers: AuditRule = {
  id: 'year-differs', about: 'across',
  run(book) {
    const titled: Titled[] = []
    for (const sheet of book.sheets) {
      for (const [r, row] of sheet.rows.slice(0, 3).entries()) {
        const c = row.findIndex(value => typeof value === 'string' && value.length <= 60 && /20\d\d年/.test(value)), title = row[c], year = typeof title === 'string' ? yearIn(title) : null
        if (typeof title !== 'string' || year === null) continue
        titled.push({ sheet: sheet.name, row: r + 1, column: c + 1, title, year })
        break
      }
    }
    const findings: Finding[] = [], votes = new Map<number, number>()
    for (const { year } of titled) votes.set(year, (votes.get(year) ?? 0) + 1)
    const [usual] = [...votes].sort((a, b) => b[1] - a[1])
    if (usual === undefined || usual[1] < 2) return { findings }
    const odd = titled.filter(({ year }) => year !== usual[0])
    if (odd.length !== 1 || usual[1] < 3) return { findings }
    for (const { sheet, row, column, title, year } of odd) {
      if (yearIn(sheet) !== null || /上年|去年|旧|历年|历史/.test(sheet + title) || year > usual[0]) continue
      findings.push(auditFinding({
        rule: 'year-differs', severity: 'warning', at: cellArea({ sheet, row, column }), related: titled.filter(each => each.year === usual[0]).map(cellArea), subject: `${sheet}/year`,
        message: message('across.year', { year, usual: usual[0], sheets: usual[1] }), actual: year, expected: usual[0],
      }))
    }
    return { findings }
  },
}
