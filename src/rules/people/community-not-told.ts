import { message } from '../../messages'
import { peopleOf } from '../../judge/cells'
import type { JudgedCheck } from '../judged-check'
import { addTo, placeOfGroup } from './people-groups'
import type { PeopleGroup } from './people-groups'

/** Rows of the roster that belong to no community that could be told: they are in the total and in no community. */
export const communityNotTold: JudgedCheck = {
  id: 'community-not-told',
  run(input) {
    const groups = new Map<string, PeopleGroup>()
    for (const person of peopleOf(input.facts, -1)) if (person.presence !== 'vacant' && person.presence !== 'left') addTo(groups, '', person)
    const group = groups.get('')
    if (group === undefined) return []
    return [{
      check: 'community-not-told', severity: 'warning', ...placeOfGroup(input.facts, group, [['community'], ['name']]), subject: 'overall/community',
      message: message('finding.community-not-told', { count: group.count }), evidence: null, fix: null,
    }]
  },
}
