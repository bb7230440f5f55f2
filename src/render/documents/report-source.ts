import type { DocumentSource } from '../../core/document-source'
import type { Report } from '../../core/report'
import type { PaperSource } from '../working-paper'

/** One checked file, as the report that is a workbook takes it. */
export interface ReportPaperSource extends PaperSource {
  readonly report: Report
  readonly source: DocumentSource
}
