import { keyColumn, keyRow } from '../../core/place'
import type { Finding } from '../../core/finding'
import { message } from '../../messages'
import { auditFinding } from '../audit-finding'
import type { AuditBook, AuditRule } from '../audit-rule'
import { boxesOf } from '../boxes'

/** A defined name whose cells are gone, and the formulas that still use it. Names that nothing uses are told once, as a note. */
export const nameBroken: AuditRule = {
  id: 'name-broken',
  run(book) {
    const findings: Finding[] = [], broken = book.snapshot.names.filter(name => name.refersTo.includes('#REF!') && !name.name.startsWith('_')), unused: string[] = []
    for (const { name } of broken) {
      const lower = name.toLowerCase()
      let used = false
      for (const sheet of book.sheets) {
        const keys = [...sheet.formulas].flatMap(([key, formula]) =>
          formula.toLowerCase().includes(lower) && isWord(formula, lower) ? [key] : [],
        )
        if (keys.length === 0) continue
        used = true
        findings.push(auditFinding({
          rule: 'name-broken', severity: 'warning', at: { sheet: sheet.name, boxes: boxesOf(keys) }, subject: `${sheet.name}/name/${name}`,
          message: message('audit.name-broken', { name, count: keys.length }), actual: sheet.rows[keyRow(keys[0] ?? 0) - 1]?.[keyColumn(keys[0] ?? 0) - 1] ?? null,
        }))
      }
      if (!used) unused.push(name)
    }
    const [sheet] = book.sheets
    if (unused.length > 0 && sheet !== undefined) findings.push(auditFinding({ rule: 'name-broken', severity: 'info', at: { sheet: sheet.name, boxes: [] }, subject: 'names', message: message('audit.names-unused', { count: unused.length, names: unused.slice(0, 5) }) }))
    return { findings }
  },
}

/** The formula uses a name whose cells are gone. */
export function usesBrokenName({ snapshot }: AuditBook, formula: string): boolean {
  return snapshot.names.some(({ name, refersTo }) => refersTo.includes('#REF!') && formula.toLowerCase().includes(name.toLowerCase()) && isWord(formula, name.toLowerCase()))
}

/** The name stands by itself and is no part of a longer word. */
function isWord(formula: string, name: string): boolean {
  const text = formula.toLowerCase()
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!/[\p{L}\p{N}_.]/u.test(text[at - 1] ?? '') && !/[\p{L}\p{N}_.(]/u.test(text[at + name.length] ?? '')) return true
  }
  return false
}
