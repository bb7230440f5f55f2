import { message } from '../../messages'
import { isCounted } from '../../judge/person-facts'
import { unitName, unitSubject } from '../units'
import { rule } from '../rule'
import { addTo, placeOfGroup } from './people-groups'
import type { PeopleGroup } from './people-groups'

/** People on long leave or posted elsewhere hold their post and are counted: a risk that somebody should look at. */
export const countedThoughAway = rule({
  id: 'counted-though-away', needs: ['roster'], severity: 'warning', fix: 'none', source: null,
  example: {
    bad: [['社区', '姓名', '人员类别', '在岗情况'], ['河东社区', '甲某', '正式', '在岗'], ['河东社区', '乙某', '正式', '长期病假']],
    good: [['社区', '姓名', '人员类别', '在岗情况'], ['河东社区', '甲某', '正式', '在岗'], ['河东社区', '乙某', '正式', '在岗']],
  },
  people(input, report) {
    const { facts } = input, groups = new Map<number, PeopleGroup>()
    if (facts.units.every(unit => unit.away === 0)) return null
    return {
      person(person) {
        if (person.presence !== 'present' && isCounted(person)) addTo(groups, person.community, person)
      },
      end() {
        for (const { community } of facts.units) {
          const group = groups.get(community)
          if (group === undefined) continue
          report({
            ...placeOfGroup(facts, group, [['status'], ['remark'], ['name']]), subject: `${unitSubject(input, community)}/status`,
            message: message('finding.counted-though-away', { unit: unitName(input, community), count: group.count }),
          })
        }
      },
    }
  },
})
