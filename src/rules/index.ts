import { targetMissed } from './targets/target-missed'
import { communityFilledIn } from './people/community-filled-in'
import { communityNearName } from './people/community-near-name'
import { communityWithoutPeople } from './people/community-without-people'
import { communityNotTold } from './people/community-not-told'
import { countedThoughAway } from './people/counted-though-away'
import { kindUndecided } from './people/kind-undecided'
import { valueBlank } from './people/value-blank'
import { wordNotKnown } from './people/word-not-known'
import { nothingRecognised } from './workbook/nothing-recognised'
import type { Rule } from './rule'

export { rule } from './rule'
export { runRules } from './run'
export type { Found, Need, Rule, RuleInput } from './rule'

/** Every rule, in the order in which a report lists its findings within a severity. */
export const rules: readonly Rule[] = [
  nothingRecognised,
  targetMissed,
  communityNotTold,
  communityWithoutPeople,
  communityNearName,
  communityFilledIn,
  wordNotKnown,
  valueBlank,
  kindUndecided,
  countedThoughAway,
]
