import fc from 'fast-check'
import type { PremisesRow } from '../../src/core/reading'
import { communityName } from '../../src/vocabulary/communities'
import { readArea } from '../../src/vocabulary/areas'
import { readRemark } from '../../src/vocabulary/remarks'
import { readSnapshot } from '../../src/read'
import { book, communityOf, people, read } from './sheets'
import type { SheetText } from './sheets'

/** `清泉 150 rented shared`, one a place. */
function places(rows: SheetText): readonly string[] {
  const reading = read({ 用房: rows })
  return reading.premises.map((row: PremisesRow) => {
    const area = row.usable ?? row.unspecified ?? row.built
    return [communityOf(reading, row.community), area === null ? '-' : area.value ?? '?', ...(row.tenure === 'blank' ? [] : [row.tenure]), ...(row.doubts ?? []).map(doubt => doubt.kind)].join(' ')
  })
}

test.each([
  ['城关镇/社区办/清泉社区', '清泉'], ['城关镇-清泉社区', '清泉'], ['某县>城关街道>清泉社区居委会', '清泉'], ['001清泉社区', '清泉'], ['0012清泉居委会', '清泉'],
  ['798社区', '798'], ['清泉-1社区', '清泉-1'],
])('%s is %s', (text, name) => { expect(communityName(text).name).toBe(name) })

test('a way through an organisation, whatever parts its steps', () => {
  fc.assert(fc.property(fc.constantFrom('/', '-', '>', '\\', '—'), fc.subarray(['某市', '某某区', '城关镇', '社区办'], { minLength: 1 }), (mark, above) => {
    expect(communityName([...above, '清泉社区'].join(mark)).name).toBe('清泉')
  }))
})

test.each<readonly [string, number | null]>([
  ['2018年建，161㎡', 161], ['2018年新建，使用面积161平方米，两层', 161], ['位于人民路12号，共2层，使用面积1,235平方米。', 1235], ['办公用房使用面积235㎡，2018年投入使用', 235], ['砖混结构，三层，120㎡', 120],
  ['2018年，161㎡，待核实', null], ['2018年建', null],
])('%s: %s', (text, area) => { expect(readArea(text, null).value).toBe(area) })

test.each<readonly [string, SheetText, readonly string[]]>([
  ['the year of building beside the area', ['序号|社区|办公用房情况', '1|清泉社区|2018年建，161㎡', '2|荷叶社区|2012年建，260㎡'], ['清泉 161', '荷叶 260']],
  ['a year that is still to come', ['序号|社区|办公用房情况', '1|清泉社区|2018年建，161㎡', '2|荷叶社区|租用，260㎡'], ['清泉 161', '荷叶 260 rented']],
  ['the bracket says what is measured', ['社区|用房（使用面积㎡）|位置', '清泉|办公室30㎡\n活动室58㎡|小区内', '荷叶|120|小区内'], ['清泉 88', '荷叶 120']],
  ['how it is held, under a title of areas', ['社区办公用房使用面积统计表（单位：㎡）', '社区|自有|租用|借用|合计', '清泉|120|80||200', '荷叶|90|||90'], ['清泉 120 own', '清泉 80 rented', '荷叶 90 own']],
  ['what is wanted, what stands and what is missing', ['社区|标准（㎡）|实有（㎡）|缺口（㎡）', '清泉|200|150|50', '荷叶|200|260|'], ['清泉 150', '荷叶 260']],
  ['a plan beside what stands', ['社区|现状||规划|', '|使用面积|产权|使用面积|建成年度', '清泉|150|自有|300|2099', '荷叶|260|自有|260|2099'], ['清泉 150 own', '荷叶 260 own']],
  ['shared with the row above', ['社区|地址|使用面积', '清泉|文化路8号|150', '荷叶|文化路8号（与上合署办公）|150', '南苑|南路3号|90'], ['清泉 ? shared', '荷叶 ? shared', '南苑 90']],
  ['at the same address', ['社区|使用面积|备注', '清泉|346|和荷叶社区同址办公', '南苑|90|与派出所同址办公'], ['清泉 ? shared', '南苑 90']],
  ['two communities and no way', ['社区|使用面积', '城北/西苑社区|150', '南苑社区|90'], ['城北 ? shared', '西苑 ? shared', '南苑 90']],
  ['shared, in brackets', ['社区|地址|使用面积', '清泉|文化路8号（两社区合署办公）|150', '南苑|南路3号|90'], ['清泉 ? shared', '南苑 90']],
])('%s', (_what, rows, wanted) => { expect(places(rows)).toEqual(wanted) })

const PERSON = ['1|张三|男|清泉社区', '|1985.03|大专|中共党员', '|正式|书记|19900001111', '2|李四|女|荷叶社区', '|1988.03|高中|群众', '|聘用|社工|19900002222', '3|王五|男|荷叶社区', '|1990.01|本科|群众', '|聘用|社工|19900003333']
test('three rows a person', () => {
  const reading = read({ 登记: ['序号|姓名|性别|社区', '|出生年月|学历|政治面貌', '|人员性质|职务|电话', ...PERSON] })
  expect(people(reading)).toEqual(['张三 清泉 formal', '李四 荷叶 contracted', '王五 荷叶 contracted'])
})

test('a sum told in words is no header', () => {
  const rows = ['序号|社区|姓名|出生年月|学历|政治面貌|人员性质', '1|清泉社区|张三|1985.03|大专|党员|正式', '2|清泉社区|李四|1988.03|高中|群众|聘用', '|小计|2人||||正式1/聘用1', '3|荷叶社区|王五|1990.01|本科|群众|正式', '|小计|1人||||正式1/聘用0']
  expect(people(read({ 花名册: rows }))).toEqual(['张三 清泉 formal', '李四 清泉 contracted', '王五 荷叶 formal'])
})

test.each([
  ['随爱人调动辞职', true], ['爱人生病本人辞职', true], ['随丈夫去外地', true], ['丈夫病故', false], ['其配偶退休', false], ['妻子退休', false], ['党员志愿者', false],
])('%s: told of himself: %s', (text, told) => {
  const { presence, open } = readRemark(text, 20_231_231)
  expect(presence !== null || open).toBe(told)
})

test.each([
  ['合同2025年6月到期，不再续签', null], ['聘期至2024年12月，不再续聘', null], ['合同2023年6月到期，不再续签', 'left'], ['合同到期，不再续签', 'left'],
])('%s: %s at the end of 2023', (text, presence) => { expect(readRemark(text, 20_231_231)).toEqual({ presence, open: false }) })

test('a post in each row, held or not, ends no group', () => {
  const rows = ['社区|岗位|姓名|出生年月|学历|政治面貌|用工性质', '清泉|正式岗1|张三|1985.03|大专|党员|正式', '|正式岗2|||||', '|聘用岗1|李四|1988.03|高中|群众|聘用', '荷叶|正式岗1|王五|1990.01|本科|群众|正式', '|聘用岗1|||||']
  const reading = read({ 配备表: rows })
  expect(people(reading)).toEqual(['张三 清泉 formal', '李四 清泉 contracted', '王五 荷叶 formal'])
  expect(reading.questions).toEqual([])
})

test('the kind in a bracket behind the post', () => {
  const rows = ['序号|社区|姓名|出生年月|学历|政治面貌|职务（身份）', '1|清泉社区|张三|1985.03|大专|党员|书记（正式）', '2|清泉社区|李四|1988.03|高中|群众|社工（聘用）', '3|荷叶社区|王五|1990.01|本科|群众|主任(在编)']
  expect(people(read({ 花名册: rows }))).toEqual(['张三 清泉 formal', '李四 清泉 contracted', '王五 荷叶 formal'])
})

test('a sentence on each person, whatever the order of its parts', () => {
  const parts = (birth: string, education: string, politics: string): readonly string[] => ['男', `${birth}出生`, `${education}学历`, politics]
  fc.assert(fc.property(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), fc.constantFrom('，', '、', ','), (order, mark) => {
    const told = (...all: Parameters<typeof parts>): string => order.map(at => parts(...all)[at] ?? '').join(mark)
    const rows: SheetText = ['社区|姓名|基本情况|身份', ['清泉社区', '张三', told('1985年3月', '大专', '中共党员'), '正式'], ['清泉社区', '李四', told('1988年3月', '高中', '群众'), '聘用']]
    const { people: found } = read({ 名单: rows })
    expect(found.map(({ birth, college, partyOrLeague }) => [Math.floor(birth / 100), college, partyOrLeague])).toEqual([[198_503, 'yes', 'yes'], [198_803, 'no', 'no']])
  }), { numRuns: 20 })
})

describe('a community whose name has two characters swapped, without a list to hold it against', () => {
  const HEAD = '社区|姓名|出生年月|学历|政治面貌|人员性质'
  const of = (community: string, ...names: readonly string[]): readonly string[] => names.map(name => `${community}|${name}|1985.03|大专|党员|正式`)
  test.each<readonly [string, readonly string[], readonly string[]]>([
    ['one row beside three', [...of('牌楼社区', '张甲', '张乙', '张丙'), ...of('楼牌社区', '张丁')], ['牌楼']],
    ['two rows are a community', [...of('牌楼社区', '张甲', '张乙', '张丙'), ...of('楼牌社区', '张丁', '张戊')], ['牌楼', '楼牌']],
    ['a character apart is another place', [...of('南塘社区', '张甲', '张乙', '张丙'), ...of('莲塘社区', '张丁')], ['南塘', '莲塘']],
  ])('%s', (_what, rows, wanted) => {
    const reading = read({ 花名册: [HEAD, ...of('荷叶社区', '王甲', '王乙', '王丙'), ...rows] })
    expect([...new Set(reading.people.map(person => communityOf(reading, person.community)))]).toEqual(['荷叶', ...wanted])
    expect((reading.nearNames ?? []).map(({ name }) => name)).toEqual(wanted.length === 1 ? ['牌楼'] : [])
  })
})

test.each(['到社区工作时间', '参加工作时间'])('%s after the day of leaving', header => {
  const { people: found } = read({ 花名册: [`社区|姓名|出生年月|学历|人员性质|人员状态|${header}|离职时间`, '清泉社区|张三|1985.03|大专|正式|离职|2011-07|2010-03', '清泉社区|李四|1985.03|大专|正式|离职|2009-07|2010-03'] })
  expect(found.map(({ notes }) => notes.some(note => note.key === 'value.hired-after-leaving'))).toEqual([true, false])
})

describe('sums and groups of one kind inside a community', () => {
  const HEAD = '序号|社区|姓名|出生年月|学历|政治面貌|人员性质'
  const rowsOf = (sum: (kind: string, count: number) => string): SheetText => [
    HEAD, '1|清泉|张三|1985.03|大专|党员|正式', sum('正式人员', 1), '2||李四|1988.03|高中|群众|聘用', sum('聘用人员', 1),
    '3|荷叶|王五|1990.01|本科|群众|正式', sum('正式人员', 1), '4||赵六|1979.12|大专|群众|聘用', sum('聘用人员', 1),
  ]
  const WANTED = ['张三 清泉 formal', '李四 清泉 contracted', '王五 荷叶 formal', '赵六 荷叶 contracted']
  test.each<readonly [string, (kind: string, count: number) => string]>([
    ['in the first column', (kind, count) => `${kind}小计||${count}人`], ['in the column of names', (kind, count) => `||${kind}小计：${count}人`], ['in brackets', (kind, count) => `${kind}小计（${count}人）`],
  ])('%s', (_where, sum) => { expect(people(read({ 花名册: rowsOf(sum) }))).toEqual(WANTED) })
  const others = (...places: readonly string[]): SheetText => [HEAD.replace('社区|', ''), ...places.flatMap((place, at) => [`${place}社区`, '正式人员', `1|张${'甲乙丙'[at] ?? ''}|1985.03|大专|党员|正式`, '其他人员', `2|李${'甲乙丙'[at] ?? ''}|1988.03|高中|群众|见习`])]
  test('其他人员 in every community belong there', () => {
    const reading = read({ 花名册: others('清泉', '荷叶') })
    expect(reading.people.map(person => `${person.name} ${communityOf(reading, person.community)}`)).toEqual(['张甲 清泉', '李甲 清泉', '张乙 荷叶', '李乙 荷叶'])
  })
  test('once, at the end, they may be anybody’s', () => { expect(read({ 花名册: others('清泉') }).people.map(({ community }) => community)).toEqual([0, -1]) })
})

test.each<readonly [string, SheetText, readonly string[]]>([
  ['sites side by side', ['社区|主阵地使用面积|分阵地使用面积|备注', '清泉|120|80|', '荷叶|90||'], ['清泉 200', '荷叶 90']],
  ['floors side by side', ['社区|一层面积|二层面积|三层面积', '清泉|100|80|20', '荷叶|90|30|'], ['清泉 200', '荷叶 120']],
  ['floors under the unit of their total', ['社区|一楼|二楼|合计（㎡）', '清泉|100|80|180', '荷叶|90|30|120'], ['清泉 180', '荷叶 120']],
  ['a register of assets', ['资产编号|资产名称|使用单位|建筑面积|使用面积|取得方式|账面原值（元）', 'ZC01|办公楼|清泉社区|260|180|自建|850000', 'ZC02|办公楼|荷叶社区|130|90|自建|350000'], ['清泉 180 own', '荷叶 90 own']],
  ['questions with an answer a community', ['调查项目|清泉社区|荷叶社区', '1.办公用房使用面积（平方米）|180|90', '2.产权性质|自有|租用', '3.是否有警务室|是|否', '4.是否设有文化活动室|是|是'], ['清泉 180 own', '荷叶 90 rented']],
])('%s', (_what, rows, wanted) => { expect(places(rows)).toEqual(wanted) })

test.each<readonly [string, string, string, string]>([
  ['否', '辞职', '', 'left'], ['否', '2023年产假', '', 'leave'], ['否', '', '2022-03', 'left'], ['否', '', '', 'leave'], ['否', '网格长', '', 'leave'], ['是', '', '', 'present'],
])('是否在岗 %s, %s %s: %s', (answer, reason, day, presence) => {
  const HEAD = '社区|姓名|出生年月|学历|人员类别|是否在岗|不在岗原因|离职时间'
  const rows = [HEAD, `清泉社区|张三|1985.03|大专|正式|${answer}|${reason}|${day}`, ...['甲', '乙', '丙'].map(name => `清泉社区|李${name}|1985.03|大专|正式|是||`)]
  expect(readSnapshot(book({ 花名册: rows }), { asOf: 20_231_231 }).people[0]?.presence).toBe(presence)
})
