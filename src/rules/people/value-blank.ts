import type { Message } from '../../core/message'
import type { ColumnKey, Person } from '../../core/reading'
import { message } from '../../messages'
import { peopleOf } from '../../judge/cells'
import { ageOf, collegeAnswer, isCounted } from '../../judge/facts'
import type { UnitFacts } from '../../judge/facts'
import { addTo, placeOfGroup } from './people-groups'
import type { PeopleGroup } from './people-groups'
import { unitName, unitSubject } from '../units'
import { rule } from '../rule'
import type { Found, RuleInput } from '../rule'

const EDUCATION: readonly (readonly ColumnKey[])[] = [['education', 'educationFullTime', 'educationInService']]
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
  run(input, report) {
    const { facts } = input, { headcount: all } = facts.whole
    const someCollege = all.collegeBlank < all.counted,
      someParty = all.partyLeagueBlank < all.counted,
      someAges = all.ageBlank < all.counted
    for (const unit of facts.units) {
      const { headcount: heads } = unit
      if (someCollege && heads.collegeBlank > 0) report(found(input, unit, 'education', EDUCATION, person => open(collegeAnswer(person, facts.settings)), share(input, unit, 'college-share', heads.college, heads.collegeBlank, message('field.education'))))
      if (someParty && heads.partyLeagueBlank > 0) report(found(input, unit, 'politics', POLITICS, person => open(person.partyOrLeague), share(input, unit, 'party-league-share', heads.partyLeague, heads.partyLeagueBlank, message('field.politics'))))
      if (someAges && heads.ageBlank > 0) report(found(input, unit, 'birth', BIRTH, person => ageOf(person, facts.asOf) < 0, message('finding.ages-blank', { unit: unitName(input, unit.community), count: heads.ageBlank })))
      if (heads.unknown > 0) report(found(input, unit, 'employment', EMPLOYMENT, null, message('finding.kind-blank', { unit: unitName(input, unit.community), count: heads.unknown })))
    }
  },
})

function open(answer: string): boolean {
  return answer !== 'yes' && answer !== 'no'
}

function share(input: RuleInput, unit: UnitFacts, figure: string, part: number, blank: number, field: Message): Message {
  const whole = unit.headcount.counted
  const target = input.report.policy.targets.find(each => each.figure === figure)?.title ?? message(figure === 'college-share' ? 'field.education' : 'field.politics')
  return message('finding.value-blank', { unit: unitName(input, unit.community), count: blank, field, target, part, whole, low: part / whole, high: (part + blank) / whole })
}

/** @param blank which counted people; `null`: people whose kind is not known */
function found(
  input: RuleInput,
  unit: UnitFacts,
  column: string,
  keys: readonly (readonly ColumnKey[])[],
  blank: ((person: Person) => boolean) | null,
  said: Message,
): Found {
  const { facts } = unit,
    groups = new Map<string, PeopleGroup>()
  for (const person of peopleOf(facts, unit.community)) {
    const chosen =
      blank === null
        ? person.employment === 'unknown' && person.presence !== 'vacant' && person.presence !== 'left'
        : isCounted(person) && blank(person)
    if (chosen) addTo(groups, column, person)
  }
  const group = groups.get(column) ?? { count: 0, rowsByTable: new Map() }
  return { ...placeOfGroup(facts, group, keys), subject: `${unitSubject(input, unit.community)}/${column}`, message: said }
}
