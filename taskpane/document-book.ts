import type { Language } from '../src/core/message'
import type { Report } from '../src/core/report'
import type { Snapshot } from '../src/core/snapshot'
import { categoryOf, documentSource, unitsOf, withoutRows } from '../src/document'
import { newWorkbookBytes } from '../src/hosts/xlsx'
import { reportWorkbook } from '../src/render/documents/report-workbook'
import { workingPaper } from '../src/render/working-paper'

/** `report`: 核查报告; `findings`: 问题清单 alone. */
export type BookKind = 'report' | 'findings'

/** The same workbooks that the command line writes, by the same code. */
export async function documentBook(
  kind: BookKind,
  snapshot: Snapshot,
  report: Report,
  language: Language,
  day: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const facts = { day, version: __VERSION__, language, categoryOf }
  const paper = { file: snapshot.name, name: snapshot.name, checksum: '', findings: report.findings, checked: report.checked, units: unitsOf(report) }
  const changes = kind === 'findings'
    ? workingPaper([paper], facts, { cover: false })
    : reportWorkbook([{ ...paper, report: withoutRows(report), source: documentSource(snapshot, report) }], facts)
  return (await newWorkbookBytes(changes)) as Uint8Array<ArrayBuffer>
}
