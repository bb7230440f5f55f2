import type { AuditBook } from '../audit-rule'

const OLD = /旧|作废|备份|存档|归档|上年|去年|历史|往年|old|backup/i

/** A sheet of another year than most of the workbook, or one that is called old: it is right in itself and says nothing of this year. */
export function isOfAnotherTime(book: AuditBook, sheet: string, title: string | null): boolean {
  const words = `${sheet} ${title ?? ''}`
  if (OLD.test(words)) return true
  const own = yearIn(words)
  if (own === null) return false
  // 收支表 and 2025年收支表: the one without a year is this year's.
  const bare = sheet.replace(/20\d\d(?:年度?)?/, '').trim()
  if (bare !== sheet && book.sheets.some(each => each.name === bare)) return true
  const votes = new Map<number, number>()
  for (const table of book.reading.tables) {
    const year = yearIn(`${table.sheet} ${table.title ?? ''}`)
    if (year !== null) votes.set(year, (votes.get(year) ?? 0) + 1)
  }
  const latest = Math.max(...votes.keys())
  return own < latest
}

/** 2023年, 2023 in a sheet's name or title; `null` for none. */
export function yearIn(words: string): number | null {
  const match = /(?:^|\D)(20\d\d)(?!\d)/.exec(words)
  return match === null ? null : Number(match[1])
}
