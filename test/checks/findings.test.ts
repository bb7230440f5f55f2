import { judge } from '../../src/judge'
import { runRules, rules } from '../../src/rules'
import { areaCells, areaName, areaNamed } from '../../src/core/area'
import type { Finding } from '../../src/core/finding'
import type { ValueNote } from '../../src/core/reading'
import { say } from '../../src/messages'
import { defaultPolicy } from '../../src/policies'
import { reading, times } from './readings'
import type { Given } from './readings'

function findings(given: Given, id: string): readonly Finding[] {
  const read = reading(given), { facts, communities, overall } = judge(read, defaultPolicy, '2023-12-31')
  const snapshot = { name: 'a.xlsx', dateSystem: 1900, sheets: [], names: [], notices: [] } as const
  const only = rules.filter(each => each.id === id).map(each => ({ ...each, needs: [] }))
  return runRules(only, { snapshot, reading: read, facts, report: { asOf: '2023-12-31', policy: defaultPolicy, communities, overall } }).findings
}
const lines = (given: Given, check: string): string[] => findings(given, check).map(finding => `${finding.severity} ${finding.subject} ${finding.at?.sheet ?? '-'}!${finding.at === null ? '-' : areaCells(finding.at) ?? '-'} [${finding.related.map(areaName).join(' ')}] ${say(finding.message, 'zh-CN')}`)

const note = (column: ValueNote['column'], key: string, word: string): ValueNote => ({ column, key, level: 'problem', word })
const seven = [...times(4, { as: 'formal' as const, college: 'yes' as const, party: 'yes' as const }), ...times(3, { as: 'contracted' as const, college: 'yes' as const, party: 'yes' as const })]

describe('target-missed', () => {
  test('a miss names the cells, the arithmetic, who lacks it and the source', () => {
    const [found] = findings({ people: [...times(5, { college: 'yes' }), ...times(2, { college: 'no' })] }, 'target-missed').filter(each => each.subject === '河东/college-share')
    expect(found).toMatchObject({
      severity: 'error', at: areaNamed('花名册', 'D2:D8'), related: [areaNamed('花名册', 'D7:D8')],
      evidence: { actual: 5 / 7, expected: 0.8, source: { id: 'jiangyan-2023', clause: '二、建设方案的主题和目标', verified: true } },
    })
    expect(found === undefined ? '' : say(found.message, 'en')).toBe('河东社区: College-educated share 5 of 7 = 71.4%, needs 6 (80.0%): at least 1 short.')
  })

  test('one kind too many beside one too few', () => {
    const people = [...times(3, { as: 'formal' as const }), ...times(4, { as: 'contracted' as const })]
    expect(lines({ people }, 'target-missed').filter(line => line.includes('河东/')).slice(0, 2)).toEqual([
      'error 河东/formal-count 花名册!C2:C8 [] 河东社区：正式人员 3 人，应配 4 人，缺 1 人。两类人员不能互相顶替。',
      'warning 河东/contracted-count 花名册!C2:C8 [] 河东社区：聘用人员 4 人，应配 3 人，超 1 人。两类人员不能互相顶替。',
    ])
  })

  test('an input that is missing everywhere is said once', () => {
    const open = findings({ people: [...seven, ...seven.map(person => ({ ...person, in: '河西' }))] }, 'target-missed').filter(each => each.subject.endsWith('usable-area'))
    expect(open.map(each => [each.severity, each.subject])).toEqual([['warning', 'overall/usable-area']])
  })

  test('an input that is missing in one community is said there', () => {
    const open = findings({ people: seven, sites: [{ in: '河西', usable: 300 }] }, 'target-missed').filter(each => each.subject === '河东/usable-area')
    expect(open.map(each => say(each.message, 'zh-CN'))).toEqual(['河东社区：使用面积待核实：用房表中没有这个社区；要求不低于 200 ㎡。'])
  })

  test('built area alone', () => {
    expect(lines({ sites: [{ in: '河东', built: 260 }, { in: '河西', usable: 300 }] }, 'target-missed').find(line => line.includes('河东/usable-area'))).toBe(
      'warning 河东/usable-area 办公用房!B2,C2,D2,E2 [] 河东社区：使用面积待核实：只有建筑面积 260 ㎡，没有使用面积，不能判定；要求不低于 200 ㎡。注：按系数 0.7 估算，使用面积约 182 ㎡（只供参考）。',
    )
  })
})

describe('value-blank', () => {
  test('grouped by community and column, with what the blanks could do', () => {
    const people = [...times(4, { college: 'yes' as const }), { college: 'blank' as const }, { college: 'unclear' as const }, { college: 'yes' as const, as: 'undecided' as const }]
    expect(lines({ people }, 'value-blank')).toEqual(['warning 河东/education 花名册!D6:D7 [] 河东社区：2 人的学历未填或不明，影响大专以上比例：现为 4/6 = 66.7%，如全部具备为 100.0%。'])
  })
  test('ages and kinds', () => {
    expect(lines({ people: [{}, { birth: 0 }, { as: 'unknown' }] }, 'value-blank')).toEqual([
      'warning 河东/birth 花名册!F3 [] 河东社区：1 人没有可用的出生日期或年龄，未参加平均年龄。',
      'warning 河东/employment 花名册!C4 [] 河东社区：1 人没有写明人员类别或类别不能识别，未计入正式和聘用。',
    ])
  })
  test('nothing blank, nothing said; a column that is missing altogether is not said row by row', () => {
    expect(lines({ people: times(3, {}) }, 'value-blank')).toEqual([])
    expect(lines({ people: times(3, { party: 'blank' }) }, 'value-blank')).toEqual([])
  })
})

describe('the other checks', () => {
  test('word-not-known: one finding a column and word, in people and premises', () => {
    const people = [{ notes: [note('employment', 'value.unknown-word', '甲类')] }, {}, { notes: [note('employment', 'value.unknown-word', '甲类')] }, { notes: [note('politics', 'value.code', '7')] }]
    expect(lines({ people, sites: [{ in: '河东', notes: [note('tenure', 'value.unknown-word', '代建')] }] }, 'word-not-known')).toEqual([
      'warning employment/甲类 花名册!C2,C4 [] “甲类”不能识别（人员类别，2 处）。请在“识别”中说明它的含义，或写进对照文件。',
      'warning politics/7 花名册!E5 [] “7”不能识别（政治面貌，1 处）。请在“识别”中说明它的含义，或写进对照文件。',
      'warning tenure/代建 办公用房!F2 [] “代建”不能识别（产权，1 处）。请在“识别”中说明它的含义，或写进对照文件。',
    ])
    expect(lines({ people: [{ notes: [note('birth', 'value.month-only', '1985.3')] }] }, 'word-not-known')).toEqual([])
  })
  test('kind-undecided', () => {
    const people = [{ as: 'undecided' as const, notes: [note('employment', 'value.employment-undecided', '公益性岗位')] }, {}, { as: 'undecided' as const, presence: 'left' as const }]
    expect(lines({ people }, 'kind-undecided')).toEqual(['warning 河东/employment 花名册!C2 [] 河东社区：1 人的类别需要确定（公益性岗位），未计入。'])
    expect(lines({ people: [{}] }, 'kind-undecided')).toEqual([])
  })
  test('counted-though-away', () => {
    expect(lines({ people: [{ presence: 'leave' }, {}, { presence: 'seconded-out' }] }, 'counted-though-away')).toEqual(['warning 河东/status 花名册!G2,G4 [] 河东社区：2 人长期请假或借调在外，仍计入人数。'])
    expect(lines({ people: [{}] }, 'counted-though-away')).toEqual([])
  })
  test('community-not-told', () => {
    expect(lines({ people: [{ in: '' }, {}] }, 'community-not-told')).toEqual(['warning overall/community 花名册!A2 [] 1 人不知属于哪个社区，只计入总数。请补填社区。'])
    expect(lines({ people: [{}] }, 'community-not-told')).toEqual([])
  })
  test('nothing-recognised', () => {
    expect(findings({}, 'nothing-recognised').map(finding => finding.severity)).toEqual(['error'])
    expect(findings({ people: [{}] }, 'nothing-recognised')).toEqual([])
  })
})
