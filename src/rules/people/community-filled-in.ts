import { message } from '../../messages'
import { unitName, unitSubject } from '../units'
import { rule } from '../rule'
import { columnFix } from './column-fix'
import { addTo, placeOfGroup } from './people-groups'
import type { PeopleGroup } from './people-groups'

/** A blank in a column that names the community in every other row: the neighbours' was taken, one finding a community. */
export const communityFilledIn = rule({
  id: 'community-filled-in', needs: ['roster'], severity: 'warning', fix: 'ask', source: null,
  example: {
    bad: [['社区', '姓名', '人员类别', '学历'], ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map(at => [at === 6 ? '' : '河东社区', `${'甲乙丙丁戊己庚辛壬癸子'.charAt(at - 1)}某`, '正式', '大专'])],
    good: [['社区', '姓名', '人员类别', '学历'], ['河东社区', '甲某', '正式', '大专'], ['', '乙某', '正式', '大专'], ['', '丙某', '聘用', '高中']],
  },
  people(input, report) {
    const { facts } = input, groups = new Map<number, PeopleGroup>()
    return {
      keys: ['value.community-between'],
      note: (_note, person) => addTo(groups, person.community, person),
      end() {
        for (const { community } of facts.units) {
          const group = groups.get(community)
          if (group === undefined) continue
          const params = { count: group.count, community: unitName(input, community) }
          const { at, related } = placeOfGroup(facts, group, [['community']]), [box] = at?.boxes ?? []
          const runs = [...group.runsByTable.values()][0] ?? []
          const fix = at === null || box === undefined ? null : columnFix(input.snapshot, at.sheet, box.left, runs, input.reading.communities[community]?.label ?? '')
          report({ at, related, fix, subject: `${unitSubject(input, community)}/community`, message: message('finding.community-filled-in', params) })
        }
      },
    }
  },
})
