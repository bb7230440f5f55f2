import { basename } from 'node:path'
import { findingsSheet } from '../render/findings-sheet'
import type { FindingsSheet } from '../render/findings-sheet'
import { findingsSheetJson, findingsSheetText } from '../render/findings-sheet-said'
import { jsonText, proposingVerb } from './proposing'

/**
 * `plancheck findings FILE -o OUT.xlsx`: the workbook again with its findings as a sheet (问题清单), as the pane writes it. What a person noted on the
 * sheet of before goes along; no other sheet changes.
 */
export const findings = proposingVerb<FindingsSheet>({
  name: 'findings', about: 'verb-findings', formats: ['text', 'json'], options: [],
  prepare: () => ({ snapshot, report, language }) => findingsSheet({ ...report, file: basename(report.file) }, snapshot, language),
  said: (proposal, { file, out, format, language }) =>
    (format === 'json' ? jsonText(findingsSheetJson(proposal, file, out, language)) : findingsSheetText(proposal, file, out, language)),
})
