import { message } from '../../messages'
import type { JudgedCheck } from '../judged-check'

/** No roster and no premises table: a report over nothing must not look like a clean one. A workbook of budgets alone has nothing wrong with it, so there it is a warning. */
export const nothingRecognised: JudgedCheck = {
  id: 'nothing-recognised',
  run: ({ facts, reading }) =>
    facts.hasRoster || facts.hasPremises
      ? []
      : [{ check: 'nothing-recognised', severity: reading.tables.some(table => table.kind !== 'other') ? 'warning' : 'error', sheet: null, cell: null, related: [], subject: 'overall/tables', message: message('finding.nothing-recognised'), evidence: null, fix: null }],
}
