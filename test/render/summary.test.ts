import { summaryText } from '../../src/render/summary'
import { loadPolicy } from '../../src/policies'
import { times } from '../checks/readings'
import type { Given, PersonGiven } from '../checks/readings'
import { reportOf } from './reports'

const good = (community: string, formal = 4, contracted = 3): PersonGiven[] => [
  ...times(formal, { in: community, as: 'formal', college: 'yes', party: 'yes' }), ...times(contracted, { in: community, as: 'contracted', college: 'yes', party: 'yes' }),
]
const twenty = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`第${at}`, { model: 'yes' as const }]))
const rooms = ['present', 'present', 'present', 'present'] as const

test.each<[string, Given, string, string]>([
  ['nothing', {}, '没有识别出可以核查的社区数据。', 'No community data was recognised that could be checked.'],
  ['all complies', { people: Object.keys(twenty).flatMap(name => good(name)), sites: Object.keys(twenty).map(name => ({ in: name, usable: 200, rooms })), communities: twenty }, '20 个社区全部达标。', 'All 20 communities comply in full.'],
  ['short and too many', { people: [...good('河东', 3, 4), ...good('河西')], communities: { 河东: { model: 'yes' } } },
    '2 个社区中 1 个在可判定的指标上达标；缺正式人员 1 人；超配聘用人员 1 人；总体未达标：示范社区数；待核实：使用面积、四室。', '1 of 2 communities comply on what could be judged; short by 1 formal staff; over by 1 contracted staff; missed overall: Number of model communities; open: Usable area, The four rooms.'],
  ['a gap, and areas that are not known', { sites: [{ in: '河东', usable: 60 }, { in: '河西', built: 300 }, { in: '河南', usable: 250, tenure: 'rented' }] },
    '3 个社区中 1 个在可判定的指标上达标；用房缺口 340 ㎡（另有 1 个社区面积待核实）；待核实：正式人员、聘用人员、大专以上比例、平均年龄、党团员比例、四室、社区数、示范社区数。',
    '1 of 3 communities comply on what could be judged; premises short by 340 m² (the area of 1 more community is open); open: Formal staff, Contracted staff, College-educated share, Average age, Party and League share, The four rooms, Number of communities, Number of model communities.'],
  ['premises alone, and none is short', { sites: [{ in: '河东', usable: 260, rooms }, { in: '河西', usable: 200, rooms }] },
    '2 个社区在可判定的指标上都达标；待核实：正式人员、聘用人员、大专以上比例、平均年龄、党团员比例、社区数、示范社区数。',
    'All 2 communities comply on what could be judged; open: Formal staff, Contracted staff, College-educated share, Average age, Party and League share, Number of communities, Number of model communities.'],
])('%s', (_name, given, chinese, english) => {
  const report = reportOf(given)
  expect(summaryText(report, 'zh-CN')).toBe(chinese)
  expect(summaryText(report, 'en')).toBe(english)
})

test('another standard speaks of its own targets', async () => {
  const policy = await loadPolicy('gansu-longnan-2022')
  expect(summaryText(reportOf({ people: good('河东'), communities: { 河东: { population: 5000 } } }, policy === null ? {} : { policy }), 'zh-CN')).toBe('1 个社区中 0 个全部达标；总体未达标：每万城镇常住人口社区工作者；待核实：每百户综合服务设施面积、居民活动区域面积占比、综合服务设施覆盖率。')
})
