import { message } from '../../messages'
import { peopleOf } from '../../judge/cells'
import { rule } from '../rule'
import { addTo, placeOfGroup } from './people-groups'
import type { PeopleGroup } from './people-groups'

/** Rows of the roster that belong to no community that could be told: they are in the total and in no community. */
export const communityNotTold = rule({
  id: 'community-not-told', needs: ['roster'], severity: 'warning', fix: 'none', source: null,
  example: {
    bad: [['社区', '姓名', '人员类别', '学历'], ['', '甲某', '正式', '大专'], ['河东社区', '乙某', '正式', '大专']],
    good: [['社区', '姓名', '人员类别', '学历'], ['河东社区', '甲某', '正式', '大专'], ['河东社区', '乙某', '正式', '大专']],
  },
  run(input, report) {
    const groups = new Map<string, PeopleGroup>()
    for (const person of peopleOf(input.facts, -1)) if (person.presence !== 'vacant' && person.presence !== 'left') addTo(groups, '', person)
    const group = groups.get('')
    if (group === undefined) return
    report({ ...placeOfGroup(input.facts, group, [['community'], ['name']]), subject: 'overall/community', message: message('finding.community-not-told', { count: group.count }) })
  },
})
