import { message } from '../../messages'
import { isHere } from '../../judge/person-facts'
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
  people(input, report) {
    const { facts } = input, groups = new Map<number, PeopleGroup>(), wordsOf = new Map<number, Set<string>>()
    if (facts.units.every(unit => unit.headcount.undecided === 0)) return null
    return {
      person(person) {
        if (person.employment !== 'undecided' || !isHere(person)) return
        addTo(groups, person.community, person)
        for (const { column, word } of person.notes) {
          if (column !== 'employment' || word === undefined) continue
          const words = wordsOf.get(person.community)
          if (words === undefined) wordsOf.set(person.community, new Set([word]))
          else words.add(word)
        }
      },
      end() {
        for (const { community, headcount } of facts.units) {
          const group = headcount.undecided === 0 ? undefined : groups.get(community), words = wordsOf.get(community)
          if (group === undefined) continue
          const params = { unit: unitName(input, community), count: group.count }
          report({
            ...placeOfGroup(facts, group, [['employment'], ['position'], ['name']]), subject: `${unitSubject(input, community)}/employment`,
            message: words === undefined ? message('finding.kind-undecided-plain', params) : message('finding.kind-undecided', { ...params, words: [...words] }),
          })
        }
      },
    }
  },
})
