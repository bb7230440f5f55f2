import { message } from '../../messages'
import { peopleOf } from '../../judge/cells'
import { unitName, unitSubject } from '../units'
import { rule } from '../rule'
import { addTo, placeOfGroup } from './people-groups'
import type { PeopleGroup } from './people-groups'

/** People whose kind a person has to decide (公益性岗位, 借调, 挂职 …): listed by community with the words met, counted nowhere. */
export const kindUndecided = rule({
  id: 'kind-undecided', needs: ['roster'], severity: 'warning', fix: 'none', source: null,
  example: {
    bad: [['社区', '姓名', '人员类别'], ['河东社区', '甲某', '正式'], ['河东社区', '乙某', '公益性岗位']],
    good: [['社区', '姓名', '人员类别'], ['河东社区', '甲某', '正式'], ['河东社区', '乙某', '聘用']],
  },
  run(input, report) {
    const { facts } = input
    for (const unit of facts.units) {
      if (unit.headcount.undecided === 0) continue
      const groups = new Map<string, PeopleGroup>(), words = new Set<string>()
      for (const person of peopleOf(facts, unit.community)) {
        if (person.employment !== 'undecided' || person.presence === 'vacant' || person.presence === 'left') continue
        addTo(groups, '', person)
        for (const note of person.notes) if (note.column === 'employment' && note.word !== undefined) words.add(note.word)
      }
      const group = groups.get('')
      if (group === undefined) continue
      const params = { unit: unitName(input, unit.community), count: group.count }
      report({
        ...placeOfGroup(facts, group, [['employment'], ['position'], ['name']]), subject: `${unitSubject(input, unit.community)}/employment`,
        message: words.size > 0 ? message('finding.kind-undecided', { ...params, words: [...words] }) : message('finding.kind-undecided-plain', params),
      })
    }
  },
})
