import type { Language } from '../core/message'
import type { Report } from '../core/report'
import { reportPieces } from './json'

/** The JSON of one report as one line, in pieces. */
export function* ndjsonPieces(report: Report, language: Language): Generator<string> {
  yield* reportPieces(report, language, true)
  yield '\n'
}
