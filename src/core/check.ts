import type { Finding } from './finding'
import type { Reading } from './reading'
import type { Report } from './report'
import type { Snapshot } from './snapshot'

/** What a check may look at: all of it plain data. */
export interface CheckInput {
  readonly snapshot: Snapshot
  readonly reading: Reading
  /** Figures and verdicts; findings, questions and counts are not in yet. */
  readonly report: Pick<Report, 'asOf' | 'policy' | 'communities' | 'overall'>
}

/** One fault, one file, one object: `id` is the file's name and reads after "allow". */
export interface Check {
  readonly id: string
  run(input: CheckInput): Finding[]
}
