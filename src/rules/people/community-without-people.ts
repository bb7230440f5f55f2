import { cellArea } from '../../core/area'
import { message } from '../../messages'
import { hasNobody } from '../../judge/headcount'
import { unitSubject } from '../units'
import { rule } from '../rule'

/** A community that the workbook lists and the roster does not have: nothing is judged of its staff, which is said once. */
export const communityWithoutPeople = rule({
  id: 'community-without-people', needs: ['roster'], severity: 'warning', fix: 'none', source: null,
  example: {
    bad: { 花名册: [['社区', '姓名', '人员类别', '学历'], ['河东社区', '甲某', '正式', '大专']], 社区信息: [['社区', '户数'], ['河东社区', 1200], ['河西社区', 900]] },
    good: { 花名册: [['社区', '姓名', '人员类别', '学历'], ['河东社区', '甲某', '正式', '大专'], ['河西社区', '乙某', '正式', '大专']], 社区信息: [['社区', '户数'], ['河东社区', 1200], ['河西社区', 900]] },
  },
  run(input, report) {
    for (const unit of input.facts.units) {
      if (!hasNobody(unit)) continue
      const community = input.reading.communities[unit.community], [place] = community?.places ?? []
      report({ at: place === undefined ? null : cellArea(place), subject: `${unitSubject(input, unit.community)}/people`, message: message('finding.community-without-people', { community: community?.label ?? '' }) })
    }
  },
})
