import { message } from '../../messages'
import { peopleOf } from '../../judge/cells'
import { isCounted } from '../../judge/facts'
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
  run(input, report) {
    const { facts } = input
    for (const unit of facts.units) {
      if (unit.away === 0) continue
      const groups = new Map<string, PeopleGroup>()
      for (const person of peopleOf(facts, unit.community)) if (isCounted(person) && person.presence !== 'present') addTo(groups, '', person)
      const group = groups.get('')
      if (group === undefined) continue
      report({
        ...placeOfGroup(facts, group, [['status'], ['remark'], ['name']]), subject: `${unitSubject(input, unit.community)}/status`,
        message: message('finding.counted-though-away', { unit: unitName(input, unit.community), count: group.count }),
      })
    }
  },
})
