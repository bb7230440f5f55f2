import { message } from '../../messages'
import { isHere } from '../../judge/person-facts'
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
  people(input, report) {
    const groups = new Map<number, PeopleGroup>()
    return {
      person(person) {
        if (person.community < 0 && isHere(person)) addTo(groups, -1, person)
      },
      end() {
        const group = groups.get(-1)
        if (group !== undefined) report({ ...placeOfGroup(input.facts, group, [['community'], ['name']]), subject: 'overall/community', message: message('finding.community-not-told', { count: group.count }) })
      },
    }
  },
})
