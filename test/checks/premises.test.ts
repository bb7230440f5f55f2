import { areaName } from '../../src/core/area'
import { check } from '../../src/check'
import { defaultPolicy } from '../../src/policies'
import type { SheetOptions, SheetText } from '../read/sheets'
import { book } from '../read/sheets'
import { premisesRules } from '../../src/rules/premises'

const NEVER = new Set(['target-missed', 'nothing-recognised', 'community-not-told', 'word-not-known', 'value-blank', 'kind-undecided', 'counted-though-away'])

/** `severity rule at`, one a finding on premises. */
function findings(sheets: Readonly<Record<string, SheetText>>, options: SheetOptions = {}): readonly string[] {
  return check(book(sheets, options), { policy: defaultPolicy, asOf: '2023-12-31' }).findings.filter(finding => !NEVER.has(finding.rule)).map(finding => `${finding.severity} ${finding.rule} ${finding.at === null ? '' : areaName(finding.at)}`)
}

const HEADER = '社区|地址|使用面积|建筑面积|产权性质|租期至|是否拆迁|办公室|警务室|议事室|活动室|备注'
const CLEAN = ['河南社区|东街1号|220|300|自有||否|有|有|有|有|', '河西社区|西街5号|180|240|划拨||否|有|无|有|有|位于一楼', '河西社区|西街9号|60|80|自有||否|有|无|有|有|', '荷叶社区|北街7号|220|300|配建移交||否|有|有|有|有|2019年改造']
const BASE = ['info premises-on-several-sites 用房!C3:C4']
const list = (...rows: readonly string[]): Readonly<Record<string, SheetText>> => ({ 用房: [HEADER, ...CLEAN, ...rows] })

test('clean rows, the unusual ones among them, give no error and no warning', () => {
  expect(findings(list())).toEqual(BASE)
  expect(findings(list('古田社区|西街5-2号|180|240|自有||否|有|有|有|有|', '桃园社区|南街3号|91.9|91.9|自有||否|有|有|有|有|'))).toEqual([...BASE, 'info usable-equals-built 用房!C7,D7'])
})

test.each<readonly [rule: string, row: string, wanted: readonly string[]]>([
  ['usable-over-built', '古田社区|南街3号|212.7|124.6|自有||否|有|有|有|有|', ['error usable-over-built 用房!C6,D6']],
  ['area-implausible', '古田社区|南街3号|8600||自有||否|有|有|有|有|', ['warning area-implausible 用房!C6']],
  ['premises-shared', '古田社区|东街1号|220|300|自有||否|有|有|有|有|', ['warning premises-shared 用房!C2,B2,C6,B6,A2']],
  ['place-listed-twice', '荷叶社区|北街7号|220|300|自有||否|有|有|有|有|', ['warning place-listed-twice 用房!C6,B6,C5,B5', 'info premises-on-several-sites 用房!C5:C6']],
  ['rooms-implausible', '古田社区|南街3号|15|20|自有||否|独立|独立|独立|独立|', ['warning rooms-implausible 用房!C6,H6,I6,J6,K6']],
  ['area-missing', '古田社区|南街3号|/||自有||否|有|有|有|有|', ['warning area-missing 用房!C6']],
  ['area-built-only', '古田社区|南街3号||314|自有||否|有|有|有|有|', ['warning area-built-only 用房!D6,C6']],
  ['lease-ended', '古田社区|南街3号|220|300|租赁|2022年7月|否|有|有|有|有|', ['warning lease-ended 用房!F6,E6', 'info premises-rented 用房!E6,C6,F6']],
  ['premises-rented', '古田社区|南街3号|220|300|借用||否|有|有|有|有|', ['info premises-rented 用房!E6,C6,F6']],
  ['premises-to-be-demolished', '古田社区|南街3号|220|300|自有||是|有|有|有|有|', ['warning premises-to-be-demolished 用房!G6,C6']],
  ['premises-to-be-demolished', '古田社区|南街3号|220|300|自有||否|有|有|有|有|列入2025年拆迁计划', ['warning premises-to-be-demolished 用房!G6,C6,L6']],
  ['premises-none-with-area', '古田社区|南街3号|220|300|无房||否|有|有|有|有|', ['warning premises-none-with-area 用房!E6,C6']],
  ['premises-none-with-area', '古田社区|南街3号|220|300|无||否|有|有|有|有|', ['warning premises-none-with-area 用房!E6,C6']],
  ['area-missing', '古田社区|南街3号|/||自有||否|有|有|有|有|与荷叶社区合署办公', ['warning area-missing 用房!C6', 'warning premises-shared 用房!C5,L6,A5']],
  ['premises-given-up', '古田社区|南街3号|220|300|自有||否|有|有|有|有|2021年已停用', ['warning premises-given-up 用房!L6,C6']],
  ['premises-given-up', '古田社区|南街3号|220|300|自有||否|有|有|有|有|已移交', ['warning premises-given-up 用房!L6,C6']],
  ['lease-ended', '古田社区|南街3号|220|300|租赁||否|有|有|有|有|租赁合同已到期，未续签', ['warning lease-ended 用房!L6,E6', 'info premises-rented 用房!E6,C6,F6']],
  ['premises-rented', '古田社区|南街3号|220|300|合用||否|有|有|有|有|', ['info premises-rented 用房!E6,C6,F6']],
  ['premises-shared', '古田社区|南街3号|220|300|自有||否|有|有|有|有|两社区合用', ['warning premises-shared 用房!C6,A6']],
  ['lease-ended', '古田社区|南街3号|220|300|租赁||否|有|有|有|有|租期已满', ['warning lease-ended 用房!L6,E6', 'info premises-rented 用房!E6,C6,F6']],
  ['lease-ended', '古田社区|南街3号|220|300|租赁||否|有|有|有|有|租约2023年3月届满', ['warning lease-ended 用房!L6,E6', 'info premises-rented 用房!E6,C6,F6']],
  ['premises-to-be-demolished', '古田社区|南街3号|220|300|自有||无|有|有|有|有|在征收红线内', ['warning premises-to-be-demolished 用房!G6,C6,L6']],
  ['premises-shared', '古田社区|南街3号|220|300|自有||否|有|有|有|有|与邻社区合用', ['warning premises-shared 用房!C6,A6']],
  ['shared with others', '古田社区|南街3号|220|300|自有||否|有|有|有|有|与本社区物业合用', []],
  ['premises-to-be-demolished', '古田社区|南街3号|220|300|自有||需拆迁|有|有|有|有|', ['warning premises-to-be-demolished 用房!G6,C6']],
  ['premises-to-be-demolished', '古田社区|南街3号|220|300|自有||暂缓处理|有|有|有|有|', ['warning premises-to-be-demolished 用房!G6,C6,L6']],
  ['premises-to-be-demolished', '古田社区|南街3号|220|300|自有||否|有|有|有|有|属拆迁房', ['warning premises-to-be-demolished 用房!G6,C6,L6']],
  ['of another house', '古田社区|南街3号|220|300|自有||否|有|有|有|有|原址已拆迁，2020年迁入', []],
  ['of another house', '古田社区|南街3号|220|300|自有||否|有|有|有|有|位于拆迁安置小区内', []],
  ['of another house', '古田社区|南街3号|220|300|自有||否|有|有|有|有|新办公楼在建', ['info premises-not-there-yet 用房!L6,C6']],
  ['premises-rented', '古田社区|南街3号|220|300|||否|有|有|有|有|租金每年2万', ['info premises-rented 用房!E6,C6,F6']],
  ['a lease renewed', '古田社区|南街3号|220|300|租赁||否|有|有|有|有|租赁合同到期后已续签', ['info premises-rented 用房!E6,C6,F6']],
  ['community-two-spellings', '荷叶居委会|南街3号|120|160|自有||否|有|有|有|有|', ['info community-two-spellings 用房!A6', 'info premises-on-several-sites 用房!C5:C6']],
  ['premises-not-there-yet', '古田社区|南街3号|220|300|在建||否|有|有|有|有|', ['info premises-not-there-yet 用房!E6,C6']],
  ['area-missing', '古田社区|南街3号|未测||自有||否|有|有|有|有|与荷叶社区合用', ['warning area-missing 用房!C6', 'warning premises-shared 用房!C5:C6,L6,A5']],
  ['area-approximate', '古田社区|南街3号|260±|300|自有||否|有|有|有|有|', ['info area-approximate 用房!C6']],
  ['area-approximate', '古田社区|南街3号|约260|300|自有||否|有|有|有|有|', ['info area-approximate 用房!C6']],
])('%s', (_rule, row, wanted) => {
  expect([...findings(list(row))].sort()).toEqual([...BASE, ...wanted].sort())
})

test('a community of the list of communities without premises', () => {
  expect(findings({ 社区信息: ['社区名称|户数', '河南社区|900', '河东社区|800'], 用房: ['社区|使用面积', '河南社区|220'] })).toEqual(['warning premises-missing 社区信息!A3'])
  const roster = ['社区|姓名|人员类别|学历', '河东社区|甲某|正式|大专', '河南社区|乙某|正式|大专']
  expect(findings({ 花名册: roster, 社区信息: ['社区名称|小区数', '河南社区|3', '河东社区|2'], 用房: ['社区|使用面积', '河南社区|220'] })).toContain('warning premises-missing 社区信息!A3')
})

test('a misspelt community of the list of premises, and a place of nobody', () => {
  const official = ['社区名称|户数', '河南社区|900', '清泉社区|800', '荷叶社区|700'], scale = 'info community-scale 社区信息!B2:B4'
  expect(findings({ 社区信息: official, 用房: ['社区|使用面积', '河南社区|220', '清全社区|210', '荷叶社区|205'] })).toEqual(['warning community-near-name 用房!A3', scale])
  // 清泉 has premises of its own: the other name is another place.
  expect(findings({ 社区信息: official, 用房: ['社区|使用面积', '清泉社区|220', '清全社区|210', '河南社区|250', '荷叶社区|205'] })).toEqual([])
  const rows = ['望江', '临湖', '梧桐', '新桥', '凤凰', '长兴', '东湖'].map((name, at) => `${String(at)}|${name}社区|${String(200 + at)}`)
  expect(findings({ 用房: ['序号|社区|使用面积', ...rows, '8||240', '9|古井社区|230'] })).toEqual(['warning place-without-community 用房!B9'])
  const merged = check(book({ 用房: ['序号|社区|使用面积', ...rows, '8||240', '9|古井社区|230'] }, { merges: { 用房: [{ top: 8, bottom: 9, left: 2, right: 2 }] } }), { policy: defaultPolicy, asOf: '2023-12-31' })
  expect(merged.communities.find(({ name }) => name === '东湖')?.premises?.usableArea).toBe(446)
})

test('rooms larger than the premises, and areas of no stated kind', () => {
  expect(findings({ 用房: ['社区|办公用房面积|社区办公室（㎡）|警务室（㎡）|议事室（㎡）|活动室（㎡）', '河南社区|105|40|25|45|60', '河西社区|210|58|23|38|40'] })).toEqual(['warning rooms-exceed-area 用房!B2,C2,D2,E2,F2', 'info area-basis-unclear 用房!B1'])
})

test('totals that are not their parts, and totals that pass over text', () => {
  expect(findings({ 用房: ['社区|办公面积|活动面积|使用面积合计', '河南|100|60|180', '河东|90|50|140'] })).toEqual(['warning areas-contradict 用房!D2,B2,C2'])
  expect(findings({ 用房: ['社区|使用面积', '河南|60㎡', '河东|150', '荷叶|90', '合计|240'] })).toEqual(['warning area-total-leaves-out-text 用房!B5'])
})

test('what the plan names and no standard here judges is told with its cells', () => {
  expect(findings({ 社区信息: ['社区名称|户数|小区数|有物业小区数', '河南社区|900|3|1', '河东社区|800|2|1'] })).toEqual(['info community-scale 社区信息!C2:C3,D2:D3'])
})

test.each<readonly [what: string, rows: SheetText, verdict: string]>([
  ['an ended lease that would meet the target', ['社区|使用面积|产权|租期至', '河南|220|租赁|2022年7月'], 'unknown'],
  ['an ended lease of too little anyway', ['社区|使用面积|产权|租期至', '河南|120|租赁|2022年7月'], 'missed'],
  ['a running lease', ['社区|使用面积|产权|租期至', '河南|220|租赁|2024年7月'], 'met'],
  ['two answers on both sides of the line', ['社区|办公面积|活动面积|合计面积', '河南|100|60|240'], 'unknown'],
  ['two answers on one side', ['社区|办公面积|活动面积|面积合计', '河南|100|60|180'], 'missed'],
  ['usable above built', ['社区|使用面积|建筑面积', '河南|240|130'], 'unknown'],
  ['two numbers in one cell', ['社区|使用面积', ['河南', '128\n96']], 'unknown'],
])('the verdict on the area: %s', (_what, rows, verdict) => {
  const report = check(book({ 用房: rows }), { policy: defaultPolicy, asOf: '2023-12-31' })
  expect(report.communities[0]?.judgements.find(judgement => judgement.target.id === 'usable-area')?.verdict).toBe(verdict)
})

test('the most serious come first', () => {
  expect(premisesRules.map(rule => rule.id)).toEqual([
    'usable-over-built', 'area-implausible', 'premises-shared', 'place-listed-twice', 'place-without-community', 'premises-none-with-area', 'premises-given-up', 'areas-contradict', 'area-total-leaves-out-text', 'rooms-exceed-area', 'rooms-implausible', 'premises-missing', 'area-missing',
    'area-built-only', 'lease-ended', 'premises-to-be-demolished', 'premises-rented', 'premises-not-there-yet', 'area-approximate', 'area-basis-unclear', 'premises-on-several-sites', 'usable-equals-built', 'community-scale',
  ])
})

test('tenure that nobody understands is never own, and proves no gap', () => {
  const { communities } = check(book({ 用房: ['社区|使用面积|产权', '河南|364|待查', '河东|150|自有'] }), { policy: defaultPolicy, asOf: '2023-12-31' })
  expect(communities.map(unit => [unit.premises?.ownArea, unit.premises?.gapPlanned])).toEqual([[null, null], [150, 50]])
})

test('无 beside 有 says that there is no title, and not that there is no house', () => {
  expect(findings({ 用房: ['社区|使用面积|产权情况', '河南社区|220|有', '河西社区|180|无', '荷叶社区|210|有'] })).toEqual([])
})

// 办公用房 is the house where 办公室 stands beside it; rooms alone are no house.
test.each<readonly [header: string, row: string, usable: number | null, verdict: string]>([
  ['办公用房面积|办公室面积|警务室面积|议事室面积|活动室面积', '210|60|20|30|60', 210, 'met'],
  ['办公用房使用面积|办公室|警务室|议事室|活动室', '180|60|20|30|60', 180, 'missed'],
  ['办公用房面积|活动用房面积', '120|90', 210, 'met'],
  ['使用面积|办公室面积|警务室面积|活动室面积', '|60|20|60', null, 'unknown'],
  ['使用面积|办公用房面积|活动用房面积', '|120|90', 210, 'met'],
  ['办公室面积|警务室面积|活动室面积', '90|60|60', 210, 'met'],
])('%s: %s', (header, row, usable, verdict) => {
  const [unit] = check(book({ 用房: [`社区|${header}`, `河南社区|${row}`, `河西社区|${row}`] }), { policy: defaultPolicy, asOf: '2023-12-31' }).communities
  expect([unit?.premises?.usableArea ?? null, unit?.judgements.find(judgement => judgement.target.id === 'usable-area')?.verdict]).toEqual([usable, verdict])
})
