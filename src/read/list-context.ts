import type { Presence } from '../core/reading'
import type { EmploymentReading } from '../vocabulary/employment'
import type { CommunityIndex } from './communities'
import type { Identities } from './identities'
import type { NoteLists } from './notes'
import type { SettledTable } from './settle-table'
import type { TurningDays } from './turning-days'
import type { WordMeanings } from './words'

/** What holds for a whole list: from its title, its sheet's name, the reporting unit. */
export interface ListContext {
  readonly table: SettledTable
  /** Position in `Reading.tables`. */
  readonly index: number
  /** The list's one community; -1 when it has none or many. */
  readonly community: number
  /** Kind of everybody in the list when it has no column for it: 聘用人员花名册. */
  readonly employment: EmploymentReading | null
  /** Status of everybody in the list: 已故人员 over it or as its sheet's name. */
  readonly presence: Presence | null
  readonly dateSystem: 1900 | 1904
  /** yyyymmdd; a birth after it is an error. */
  readonly asOf: number | undefined
  readonly communities: CommunityIndex
  readonly words: WordMeanings
  readonly notes: NoteLists
  /** Where somebody asks on which days the list would read otherwise: they are noted here. */
  readonly turning: TurningDays | null
  /** Ids of the people, in the order in which they are read. */
  readonly identities: Identities
}

/** What reading one list gave, beside its people. */
export interface ListOutcome {
  readonly rowsRead: number
  /** Rows of people for whom no community could be told. */
  readonly homeless: readonly number[]
  /** Last row that is data or stands among data. */
  readonly lastRow: number
}
