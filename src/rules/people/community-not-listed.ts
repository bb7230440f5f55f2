import { areasOf } from '../../core/area'
import type { Place } from '../../core/place'
import type { Reading, TableReading } from '../../core/reading'
import { message } from '../../messages'
import type { UnitFacts } from '../../judge/facts'
import { unitSubject } from '../units'
import { rule } from '../rule'

/** People of a community that the workbook's own list of communities does not have, where that list is otherwise the roster's. */
export const communityNotListed = rule({
  id: 'community-not-listed', needs: ['roster'], severity: 'warning', fix: 'none', source: null,
  example: {
    bad: { 花名册: [['社区', '姓名', '人员类别', '学历'], ['河东社区', '甲某', '正式', '大专'], ['荷叶社区', '丙某', '正式', '大专'], ['便民服务中心', '乙某', '正式', '大专']], 社区信息: [['社区', '户数'], ['河东社区', 1200], ['荷叶社区', 900]] },
    good: { 花名册: [['社区', '姓名', '人员类别', '学历'], ['河东社区', '甲某', '正式', '大专'], ['荷叶社区', '乙某', '正式', '大专']], 社区信息: [['社区', '户数'], ['河东社区', 1200], ['荷叶社区', 900]] },
  },
  run(input, report) {
    const { reading, facts } = input
    const lists = reading.tables.filter(table => table.kind === 'community' && table.counted)
    const rosters = reading.tables.filter(table => table.kind === 'staff' && table.counted)
    const listed = listedIn(reading, lists), people = facts.units.filter(unit => unit.community >= 0 && rowsOf(unit) > 0)
    const strangers = people.filter(({ community }) => !listed.has(community))
    // A list that lacks half of the communities is a list of something else: the model communities, one township of two.
    if (listed.size < 2 || strangers.length === 0 || strangers.length * 2 > people.length) return
    for (const unit of strangers) {
      const { community } = unit, entry = reading.communities[community]
      if (entry === undefined) continue
      const [first, ...others] = areasOf(entry.places.filter(place => rosters.some(table => isIn(table, place))))
      report({
        at: first ?? null, related: others, subject: `${unitSubject(input, community)}/listed`,
        message: message('finding.community-not-listed', { community: entry.label, count: rowsOf(unit) }),
      })
    }
  },
})

/** Rows of the roster, whoever stands in them. */
function rowsOf({ headcount: { counted, undecided, unknown, vacant, left } }: UnitFacts): number {
  return counted + undecided + unknown + vacant + left
}

function listedIn(reading: Reading, lists: readonly TableReading[]): ReadonlySet<number> {
  const listed = new Set<number>()
  for (const { index, places } of reading.communities) if (places.some(place => lists.some(table => isIn(table, place)))) listed.add(index)
  return listed
}

function isIn({ sheet, body }: TableReading, { sheet: on, row }: Place): boolean {
  return sheet === on && body !== null && row >= body.top && row <= body.bottom
}
