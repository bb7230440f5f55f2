import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { auditReport } from '../audit'
import { read, report } from '../check'
import { HostError } from '../core/workbook'
import { newWorkbookBytes, readFileBytes, readWorkbookBytes, writeWorkbookFile } from '../hosts/xlsx/node'
import { say } from '../messages'
import { maskText } from '../core/mask'
import { categoryOf, documentSource, unitsOf, withoutRows } from '../document'
import { reportWorkbook } from '../render/documents/report-workbook'
import type { ReportPaperSource } from '../render/documents/report-source'
import { workingPaper } from '../render/working-paper'
import type { PaperSource } from '../render/working-paper'
import type { FileTask } from './check-file'
import { settingsFor } from './settings'
import type { JudgingSettings } from './settings'
import type { Context } from './verb'
import { cliSay } from './words'

declare const PLANCHECK_VERSION: string

/** Writes the findings of the files as a working paper (`--format xlsx`); the audited files are only read. @returns the exit code */
export async function writePaper(verb: FileTask['verb'], files: readonly string[], judging: JudgingSettings, output: string, rule: string | null, context: Context): Promise<number> {
  const sources: PaperSource[] = [], checked: ReportPaperSource[] = []
  let worst = 0
  for (const file of files) {
    try {
      const bytes = await readFileBytes(file), checksum = createHash('sha256').update(bytes).digest('hex')
      const snapshot = await readWorkbookBytes(bytes, basename(file)),
        { settings } = await settingsFor(snapshot, judging),
        reading = read(snapshot, settings)
      const judged = verb === 'audit' ? null : report(snapshot, reading, { ...settings, file })
      const result = judged ?? auditReport(snapshot, reading, { file, accepted: settings.accepted ?? [] })
      const source: PaperSource = {
        file,
        name: basename(file),
        checksum,
        findings: rule === null ? result.findings : result.findings.filter(finding => finding.rule === rule),
        checked: result.checked,
      }
      sources.push(source)
      if (judged !== null)
        checked.push({ ...source, units: unitsOf(judged), report: withoutRows(judged), source: documentSource(snapshot, judged) })
      if (result.counts.error > 0) worst = Math.max(worst, 1)
    } catch (error) {
      if (!(error instanceof HostError)) throw error
      context.note(maskText(`${file}: ${say({ key: `error.${error.code}`, params: { file: basename(file), ...error.params } }, context.language)}`))
      worst = 2
    }
  }
  if (sources.length === 0) return worst
  const now = new Date(), day = `${String(now.getFullYear())}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`
  const facts = { day, version: PLANCHECK_VERSION, language: context.language, categoryOf }
  await writeWorkbookFile(output, await newWorkbookBytes(verb === 'audit' ? workingPaper(sources, facts) : reportWorkbook(checked, facts)))
  context.note(cliSay('written', context.language, { file: output }))
  return worst
}
