import type { Finding } from '../../core/finding'
import { cellArea } from '../../core/area'
import { message } from '../../messages'
import { auditFinding } from '../audit-finding'
import type { AuditRule } from '../audit-rule'
import { yearIn } from './other-time'

interface Titled { readonly sheet: string; readonly row: number; readonly column: number; readonly title: string; readonly year: number }

/** Rows at the top of a sheet in which its title may stand. */
const TITLE_ROWS = 3
const LONGEST_TITLE = 60
const DATED = /20\d\d\s*年(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?/g

/**
 * One sheet of the year before among its sisters: three and more sheets with the same title but for the year and the place, and one states another year, which its name does not say.
 * It makes none on the labelled workbooks (`npm run audit:score`).
 */
export const yearDiffers: AuditRule = {
  id: 'year-differs', about: 'across',
  run(book) {
    const sisters = new Map<string, Titled[]>()
    for (const { name, rows } of book.sheets) {
      for (const [r, row] of rows.slice(0, TITLE_ROWS).entries()) {
        const c = row.findIndex(value => typeof value === 'string' && endingOf(value) !== null), title = row[c]
        if (typeof title !== 'string') continue
        const ending = endingOf(title) ?? '', year = yearIn(title)
        if (year !== null) sisters.set(ending, [...(sisters.get(ending) ?? []), { sheet: name, row: r + 1, column: c + 1, title, year }])
        break
      }
    }
    return { findings: [...sisters.values()].flatMap(oddAmong) }
  },
}

/** What a title is called, without year and place: its last characters (花名册, 预算表). `null` for what is no title: a day, a year alone. */
function endingOf(text: string): string | null {
  if (text.length > LONGEST_TITLE || !/20\d\d\s*年/.test(text)) return null
  const bare = text.replace(DATED, '').replace(/[（(【[][^）)】\]]*[）)】\]]/g, '').replace(/\s/g, '')
  return /\p{Script=Han}{3}$/u.exec(bare)?.[0] ?? null
}

function oddAmong(titled: readonly Titled[]): Finding[] {
  const votes = new Map<number, number>()
  for (const { year } of titled) votes.set(year, (votes.get(year) ?? 0) + 1)
  const [usual] = [...votes].sort((a, b) => b[1] - a[1]), odd = titled.filter(({ year }) => year !== usual?.[0]), [one] = odd
  if (usual === undefined || usual[1] < 3 || one === undefined || odd.length > 1) return []
  const { sheet, title, year } = one
  if (yearIn(sheet) !== null || /上年|去年|旧|历年|历史/.test(sheet + title) || year > usual[0]) return []
  return [auditFinding({
    rule: 'year-differs', severity: 'warning', at: cellArea(one), related: titled.filter(each => each.year === usual[0]).map(cellArea), subject: `${sheet}/year`,
    message: message('across.year', { year, usual: usual[0], sheets: usual[1] }), actual: year, expected: usual[0],
  })]
}
