import { message } from '../../messages'
import { unitName, unitSubject } from '../units'
import { placed } from './sites'
import { rule } from '../rule'

/** A community of the workbook without a row in any list of premises, although there is such a list. */
export const premisesMissing = rule({
  id: 'premises-missing', needs: ['premises'], severity: 'warning', fix: 'none', source: null,
  example: {
    bad: { 社区信息: [['社区名称', '户数'], ['河东社区', 900], ['河西社区', 800]], 用房: [['社区', '使用面积'], ['河东社区', 220]] },
    good: { 社区信息: [['社区名称', '户数'], ['河东社区', 900]], 用房: [['社区', '使用面积'], ['河东社区', 220]] },
  },
  run(input, report) {
    const lists = new Set(input.reading.tables.filter(table => table.kind === 'community').map(table => table.sheet))
    for (const unit of input.facts.units) {
      if (unit.premises !== null) continue
      const places = input.reading.communities[unit.community]?.places ?? []
      // Where the workbook lists its communities it says that there is one; the roster says so too.
      const place = places.find(each => lists.has(each.sheet)) ?? places[0]
      if (place === undefined) continue
      report({ ...placed([place]), subject: `${unitSubject(input, unit.community)}/premises-missing`, message: message('finding.premises-missing', { unit: unitName(input, unit.community) }) })
    }
  },
})
