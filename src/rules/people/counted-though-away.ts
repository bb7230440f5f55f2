import type { Finding } from '../../core/finding'
import { message } from '../../messages'
import { peopleOf } from '../../judge/cells'
import { isCounted } from '../../judge/facts'
import { unitName, unitSubject } from '../judged-check'
import type { JudgedCheck } from '../judged-check'
import { addTo, placeOfGroup } from './people-groups'
import type { PeopleGroup } from './people-groups'

/** People on long leave or posted elsewhere hold their post and are counted: a risk that somebody should look at. */
export const countedThoughAway: JudgedCheck = {
  id: 'counted-though-away',
  run(input) {
    const { facts } = input, findings: Finding[] = []
    for (const unit of facts.units) {
      if (unit.away === 0) continue
      const groups = new Map<string, PeopleGroup>()
      for (const person of peopleOf(facts, unit.community)) if (isCounted(person) && person.presence !== 'present') addTo(groups, '', person)
      const group = groups.get('')
      if (group === undefined) continue
      findings.push({
        check: 'counted-though-away', severity: 'warning', ...placeOfGroup(facts, group, [['status'], ['remark'], ['name']]), subject: `${unitSubject(input, unit.community)}/status`,
        message: message('finding.counted-though-away', { unit: unitName(input, unit.community), count: group.count }), evidence: null, fix: null,
      })
    }
    return findings
  },
}
