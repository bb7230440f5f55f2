import { EDUCATION_KEYS } from '../../core/columns'
import type { Message } from '../../core/message'
import type { ColumnKey } from '../../core/reading'
import { message } from '../../messages'
import { ageOf, collegeAnswer, isCounted, isHere } from '../../judge/person-facts'
import type { UnitFacts } from '../../judge/facts'
import { addTo, placeOfGroup } from './people-groups'
import type { PeopleGroup } from './people-groups'
import { unitName, unitSubject } from '../units'
import { rule } from '../rule'
import type { Found, RuleInput } from '../rule'

const EDUCATION: readonly (readonly ColumnKey[])[] = [EDUCATION_KEYS]
const POLITICS: readonly (readonly ColumnKey[])[] = [['politics']]
const BIRTH: readonly (readonly ColumnKey[])[] = [['birth'], ['age'], ['id']]
const EMPLOYMENT: readonly (readonly ColumnKey[])[] = [['employment']]

/** Blank or unclear values of counted people, one finding a community and column, with what they could change. A column that is missing altogether is the target's own question. */
export const valueBlank = rule({
  id: 'value-blank', needs: ['roster'], severity: 'warning', fix: 'none', source: null,
  example: {
    bad: [['社区', '姓名', '人员类别', '学历'], ['河东社区', '甲某', '正式', '大专'], ['河东社区', '乙某', '正式', '']],
    good: [['社区', '姓名', '人员类别', '学历'], ['河东社区', '甲某', '正式', '大专'], ['河东社区', '乙某', '正式', '高中']],
  },
  people(input, report) {
    const { facts } = input, { headcount: all } = facts.whole
    const someCollege = all.collegeBlank > 0 && all.collegeBlank < all.counted,
      someParty = all.partyLeagueBlank > 0 && all.partyLeagueBlank < all.counted,
      someAges = all.ageBlank > 0 && all.ageBlank < all.counted
    if (!someCollege && !someParty && !someAges && all.unknown === 0) return null
    const blank = { education: newGroups(), politics: newGroups(), birth: newGroups(), employment: newGroups() }
    return {
      person(person) {
        if (person.employment === 'unknown' && isHere(person)) addTo(blank.employment, person.community, person)
        if (!isCounted(person)) return
        if (someCollege && open(collegeAnswer(person, facts.settings))) addTo(blank.education, person.community, person)
        if (someParty && open(person.partyOrLeague)) addTo(blank.politics, person.community, person)
        if (someAges && ageOf(person, facts.asOf) < 0) addTo(blank.birth, person.community, person)
      },
      end() {
        for (const unit of facts.units) {
          const { headcount: heads } = unit
          const told = (column: keyof typeof blank, keys: readonly (readonly ColumnKey[])[], said: Message): void =>
            report(found(unit, input, column, keys, blank[column].get(unit.community), said))
          if (someCollege && heads.collegeBlank > 0) told('education', EDUCATION, share(input, unit, 'college-share', heads.college, heads.collegeBlank, message('field.education')))
          if (someParty && heads.partyLeagueBlank > 0) told('politics', POLITICS, share(input, unit, 'party-league-share', heads.partyLeague, heads.partyLeagueBlank, message('field.politics')))
          if (someAges && heads.ageBlank > 0) told('birth', BIRTH, message('finding.ages-blank', { unit: unitName(input, unit.community), count: heads.ageBlank }))
          if (heads.unknown > 0) told('employment', EMPLOYMENT, message('finding.kind-blank', { unit: unitName(input, unit.community), count: heads.unknown }))
        }
      },
    }
  },
})

/** People by their community. */
function newGroups(): Map<number, PeopleGroup> {
  return new Map()
}

function open(answer: string): boolean {
  return answer !== 'yes' && answer !== 'no'
}

function share(input: RuleInput, unit: UnitFacts, figure: string, part: number, blank: number, field: Message): Message {
  const whole = unit.headcount.counted
  const target = input.report.policy.targets.find(each => each.figure === figure)?.title ?? message(figure === 'college-share' ? 'field.education' : 'field.politics')
  return message('finding.value-blank', { unit: unitName(input, unit.community), count: blank, field, target, part, whole, low: part / whole, high: (part + blank) / whole })
}

function found(
  unit: UnitFacts,
  input: RuleInput,
  column: string,
  keys: readonly (readonly ColumnKey[])[],
  group: PeopleGroup | undefined,
  said: Message,
): Found {
  const place = placeOfGroup(unit.facts, group ?? { count: 0, runsByTable: new Map() }, keys)
  return { ...place, subject: `${unitSubject(input, unit.community)}/${column}`, message: said }
}
