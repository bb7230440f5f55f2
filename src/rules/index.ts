import { targetMissed } from './targets/target-missed'
import { communityFilledIn } from './people/community-filled-in'
import { communityNearName } from './people/community-near-name'
import { communityNotListed } from './people/community-not-listed'
import { communityWithoutPeople } from './people/community-without-people'
import { communityNotTold } from './people/community-not-told'
import { communityTwoSpellings } from './people/community-two-spellings'
import { countedThoughAway } from './people/counted-though-away'
import { kindUndecided } from './people/kind-undecided'
import { valueBlank } from './people/value-blank'
import { wordNotKnown } from './people/word-not-known'
import { idLength } from './people/id-length'
import { idNotAnId } from './people/id-not-an-id'
import { idChecksumWrong } from './people/id-checksum-wrong'
import { idDateImpossible } from './people/id-date-impossible'
import { idAreaUnknown } from './people/id-area-unknown'
import { idStoredAsNumber } from './people/id-stored-as-number'
import { idShared } from './people/id-shared'
import { birthDiffersFromId } from './people/birth-differs-from-id'
import { birthPerhapsLunar } from './people/birth-perhaps-lunar'
import { birthImpossible } from './people/birth-impossible'
import { sexDiffersFromId } from './people/sex-differs-from-id'
import { educationInStudy } from './people/education-in-study'
import { educationUnfinished } from './people/education-unfinished'
import { educationContradicts } from './people/education-contradicts'
import { politicsContradicts } from './people/politics-contradicts'
import { kindConflict } from './people/kind-conflict'
import { partyBefore18 } from './people/party-before-18'
import { probationOver } from './people/probation-over'
import { hiredBefore16 } from './people/hired-before-16'
import { hiredAfterLeaving } from './people/hired-after-leaving'
import { dayInFuture } from './people/day-in-future'
import { presenceContradicts } from './people/presence-contradicts'
import { remarkNotUnderstood } from './people/remark-not-understood'
import { rowStruckOut } from './people/row-struck-out'
import { statusNotKnown } from './people/status-not-known'
import { cellError } from './people/cell-error'
import { ageImplausible } from './people/age-implausible'
import { idWriting } from './people/id-writing'
import { samePersonTwice } from './people/same-person-twice'
import { ageDiffersFromBirth } from './people/age-differs-from-birth'
import { agesStale } from './people/ages-stale'
import { phoneShared } from './people/phone-shared'
import { leaguePast28 } from './people/league-past-28'
import { under18 } from './people/under-18'
import { pastRetirement } from './people/past-retirement'
import { exampleRow } from './people/example-row'
import { hiddenRows } from './people/hidden-rows'
import { codesByStandard } from './people/codes-by-standard'
import { shiftedColumn } from './people/shifted-column'
import { straySpaces } from './people/stray-spaces'
import { premisesRules } from './premises'
import { nothingRecognised } from './workbook/nothing-recognised'
import { remarkPassedOver } from './people/remark-passed-over'
import { colourNotRead } from './people/colour-not-read'
import type { Rule } from './rule'

export { rule } from './rule'
export { runRules } from './run'
export type { Need, Rule, RuleInput } from './rule'

/** Every rule, in the order in which a report lists its findings within a severity. */
export const rules: readonly Rule[] = [
  nothingRecognised,
  targetMissed,
  communityNotTold,
  communityWithoutPeople,
  communityNearName,
  communityNotListed,
  communityFilledIn,
  wordNotKnown,
  valueBlank,
  kindUndecided,
  countedThoughAway,
  idLength,
  idNotAnId,
  idChecksumWrong,
  idDateImpossible,
  idAreaUnknown,
  idStoredAsNumber,
  idShared,
  birthDiffersFromId,
  birthPerhapsLunar,
  birthImpossible,
  sexDiffersFromId,
  educationInStudy,
  educationUnfinished,
  educationContradicts,
  politicsContradicts,
  kindConflict,
  partyBefore18,
  probationOver,
  hiredBefore16,
  hiredAfterLeaving,
  dayInFuture,
  presenceContradicts,
  remarkNotUnderstood,
  rowStruckOut,
  statusNotKnown,
  cellError,
  ageImplausible,
  idWriting,
  samePersonTwice,
  ageDiffersFromBirth,
  agesStale,
  phoneShared,
  leaguePast28,
  under18,
  pastRetirement,
  exampleRow,
  hiddenRows,
  codesByStandard,
  shiftedColumn,
  ...premisesRules,
  communityTwoSpellings,
  straySpaces,
  remarkPassedOver,
  colourNotRead,
]
