import { addRow, columnBoxes } from '../../core/area'
import type { CellChange } from '../../core/change'
import { EDUCATION_KEYS } from '../../core/columns'
import type { Fix } from '../../core/finding'
import { cellKey, cellName } from '../../core/place'
import type { ColumnKey, TableReading } from '../../core/reading'
import { sheetNamed } from '../../core/snapshot'
import type { Snapshot } from '../../core/snapshot'
import { message } from '../../messages'
import { rule } from '../rule'

/** Columns whose words people filter, count and look up by. An id has a rule of its own. */
const KEYS: readonly ColumnKey[] = ['community', 'name', 'sex', ...EDUCATION_KEYS, 'politics', 'employment', 'status']
/** 张  三: two characters are set apart to stand under three. Nothing but a name is written so. */
const MAY_BE_APART: ReadonlySet<ColumnKey> = new Set(['name'])
/** More cells than this are no list that anybody looks through before it is written. */
const MOST = 20_000

/** Spaces around a word, spaces between all its characters, and characters that are not printed: read all the same here, and another word to a filter or a formula. */
export const straySpaces = rule({
  id: 'stray-spaces', needs: ['roster'], severity: 'info', fix: 'safe', source: null,
  example: {
    bad: [['社区', '姓名', '人员类别', '学历'], ['河东社区', '甲某', '正式', '大专 '], ['河东社区', '乙某', '聘用', '本 科']],
    good: [['社区', '姓名', '人员类别', '学历'], ['河东社区', '甲  某', '正式', '大专'], ['河东社区', '乙某', '聘用', '本科']],
  },
  people({ reading, snapshot }, report) {
    const lists = reading.tables.map(table => watched(table, snapshot))
    return {
      person({ table, row }) {
        const list = lists[table]
        if (list === undefined) return
        const cells = list.rows[row - 1]
        if (cells === undefined) return
        for (const each of list.columns) {
          const value = cells[each.column - 1]
          if (typeof value !== 'string' || !isStray(value, each.apart)) continue
          addRow(each.runs, row)
          each.count++
        }
      },
      end() {
        for (const { sheet, columns } of lists)
          for (const { column, header, runs, count } of columns) {
            if (count === 0) continue
            report({
              at: { sheet, boxes: columnBoxes(runs, column) }, subject: `${sheet}/${header}/spaces`,
              message: message('finding.stray-spaces', { column: header, count }), fix: fixOf(snapshot, sheet, column, runs),
            })
          }
      },
    }
  },
})

function watched({ sheet, columns }: TableReading, snapshot: Snapshot) {
  return {
    sheet, rows: sheetNamed(snapshot, sheet)?.rows ?? [],
    columns: columns.flatMap(({ key, column, header }) =>
      key === null || !KEYS.includes(key)
        ? []
        : [{ column, header: plain(header), apart: MAY_BE_APART.has(key), runs: [] as number[], count: 0 }],
    ),
  }
}

/** @param apart its characters may be set apart */
function isStray(text: string, apart: boolean): boolean {
  if (isAllIdeographs(text)) return false
  const last = text.length - 1
  if (isSpace(text.charCodeAt(0)) || isSpace(text.charCodeAt(last))) return text.trim() !== ''
  if (last > 60) return false
  let spaces = 0, words = 0
  for (let at = 0; at <= last; at++) {
    const code = text.charCodeAt(at)
    if (isUnprinted(code)) return true
    if (!isSpace(code)) words++
    else if (!isSpace(text.charCodeAt(at - 1))) spaces++
  }
  // 本 科, 群 众: every character alone. 大专 函授 is two words.
  return !apart && spaces > 0 && words <= 5 && spaces === words - 1
}

/** Most words of most lists, a million times over; nothing at all is no word with spaces either. */
function isAllIdeographs(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x3400 || code > 0x9fff) return false
  }
  return true
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x3000 || isUnprinted(code)
}

/** Zero-width characters and marks of direction. */
function isUnprinted(code: number): boolean {
  if (code < 0x200b) return code === 0xad
  return code <= 0x200f || (code >= 0x202a && code <= 0x202e) || (code >= 0x2060 && code <= 0x2064) || code === 0xfeff
}

/** The same word without them: nothing that is printed is lost. */
function plain(text: string): string {
  return text.replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g, '').trim()
}

function fixOf(snapshot: Snapshot, sheet: string, column: number, runs: readonly number[]): Fix | null {
  const found = sheetNamed(snapshot, sheet), changes: CellChange[] = []
  if (found === undefined) return null
  for (let at = 0; at + 1 < runs.length; at += 2)
    for (let row = runs[at] ?? 1; row <= (runs[at + 1] ?? 0) && changes.length < MOST; row++) {
      const before = found.rows[row - 1]?.[column - 1]
      if (typeof before !== 'string' || found.formulas.has(cellKey(row, column))) continue
      const tidy = plain(before), after = isStray(tidy, false) && !isStray(before, true) ? tidy.replace(/\s/g, '') : tidy
      if (after !== before && after !== '') changes.push({ kind: 'cell', sheet, cell: cellName(row, column), before, after })
    }
  return changes.length === 0 ? null : { safe: true, changes }
}
