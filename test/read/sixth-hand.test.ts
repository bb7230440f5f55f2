import fc from 'fast-check'
import { communityName } from '../../src/vocabulary/communities'
import { chosen } from '../../src/vocabulary/choices'
import { readArea } from '../../src/vocabulary/areas'
import { readRemark } from '../../src/vocabulary/remarks'
import { readSnapshot } from '../../src/read'
import { splitCommunities } from '../../src/read/premises-shared'
import { book, communityOf, people, read, tables } from './sheets'
import type { SheetText } from './sheets'

const HEAD = '社区|姓名|出生年月|学历|政治面貌|人员性质'
const politics = (rows: SheetText): readonly string[] => read({ 花名册: rows }).people.map(({ name, partyOrLeague }) => `${name} ${partyOrLeague}`)

describe('signs beside names that a line of the sheet explains', () => {
  const rows = (one: string, two: string, three: string, note: string): SheetText => ['社区|姓名|学历|人员性质', `清泉社区|${one}|大专|正式`, `清泉社区|${two}|高中|聘用`, `荷叶社区|${three}|本科|正式`, '', note]
  test.each<readonly [one: string, two: string, three: string, note: string, wanted: readonly string[]]>([
    ['张三★', '李四▲', '王五', '注：姓名后标“★”为中共党员，“▲”为共青团员', ['张三 yes', '李四 yes', '王五 no']],
    ['*张三', '△李四', '王五', '说明：姓名前标*者为党员（含预备党员），△为团员。', ['张三 yes', '李四 yes', '王五 no']],
    ['●张三', '李四', '王五', '●中共党员', ['张三 yes', '李四 blank', '王五 blank']],
    ['张三', '李四', '王五', '★为中共党员，▲为共青团员', ['张三 blank', '李四 blank', '王五 blank']],
  ])('%s, %s, %s: %s', (one, two, three, note, wanted) => { expect(politics(rows(one, two, three, note))).toEqual(wanted) })
  test('they say who is away', () => {
    const reading = read({ 花名册: [HEAD, '清泉社区|张三△|1985.03|大专|党员|正式', '清泉社区|李四|1988.03|高中|群众|聘用', '注：姓名后加△的为借调人员'] })
    expect(reading.people.map(({ name, presence }) => `${name} ${presence}`)).toEqual(['张三 seconded-out', '李四 present'])
  })
  test('beside a column that tells the same they change nothing', () => {
    expect(politics([HEAD, '清泉社区|张三★|1985.03|大专|群众|正式', '清泉社区|李四|1988.03|高中|团员|聘用', '★为中共党员，▲为共青团员'])).toEqual(['张三 no', '李四 yes'])
  })
  test('what is told is told with the signs', () => {
    expect(read({ 花名册: rows('张三★', '李四▲', '王五', '★为中共党员，▲为共青团员') }).notices.map(({ params }) => params.words)).toEqual(['★=中共党员、▲=共青团员、无=群众'])
  })
})

describe('a column that says who came and who went', () => {
  const of = (header: string, ...told: readonly string[]): readonly string[] => {
    const reading = read({ 花名册: [`${HEAD}|${header}|变动时间`, ...told.map((text, at) => `清泉社区|${'张李王赵'[at] ?? ''}三|1985.03|大专|党员|正式|${text}`)] })
    return reading.people.map(({ presence }) => presence)
  }
  test.each<readonly [string, readonly string[], readonly string[]]>([
    ['本年变动情况', ['调出|2023.06', '退休|2023.09', '无|', '|'], ['left', 'left', 'present', 'present']],
    ['人员去向', ['辞职|', '调往荷叶社区|', '|'], ['left', 'left', 'present']],
    ['本年变动情况', ['调出|2024.02', '新进|2024.01', '新进|2023.03', '|'], ['present', 'vacant', 'present', 'present']],
    ['配偶变动情况', ['退休|', '离职|', '|'], ['present', 'present', 'present']],
  ])('%s %j', (header, told, wanted) => { expect(of(header, ...told)).toEqual(wanted) })
  test('under a header that is not understood it is asked', () => {
    const reading = read({ 花名册: [`${HEAD}|动态|电话`, '清泉社区|张三|1985.03|大专|党员|正式|辞职|', '清泉社区|李四|1988.03|高中|群众|聘用||'] })
    expect([reading.people.map(({ presence }) => presence), reading.questions.length]).toEqual([['present', 'present'], 1])
  })
  test('a day of leaving that is still ahead beside 离职', () => {
    const reading = read({ 名单: [`${HEAD}|人员状态|离职时间`, '清泉社区|张三|1985.03|大专|党员|正式|离职|2024-03-01', '清泉社区|李四|1988.03|高中|群众|聘用|离职|2023-03-01', '清泉社区|王五|1988.03|高中|群众|聘用|在职|'] })
    expect(reading.people.map(({ presence }) => presence)).toEqual(['present', 'left', 'present'])
  })
})

test.each<readonly [string, string, readonly string[]]>([
  ['所属组织', '城东街道/', ['张三 清泉 formal', '李四 荷叶 contracted', '王五 荷叶 formal']],
  ['机构', '', ['张三 清泉 formal', '李四 荷叶 contracted', '王五 荷叶 formal']],
  ['报考意向', '', ['张三 ? formal', '李四 ? contracted', '王五 ? formal']],
])('communities under %s', (header, above, wanted) => {
  expect(people(read({ 名单: [`姓名|出生年月|学历|人员性质|${header}`, `张三|1985.03|大专|正式|${above}清泉社区居民委员会`, `李四|1988.03|高中|聘用|${above}荷叶社区`, `王五|1990.01|本科|正式|${above}荷叶社区居委会`] }))).toEqual(wanted)
})

test('a total among the kinds closes the people of one kind', () => {
  const rows = ['社区|类别|姓名|出生年月|学历|政治面貌', '清泉|正式|张三|1985.03|大专|党员', '|合计|1||大专以上1|', '|聘用|李四|1988.03|高中|群众', '|合计|1|||', '荷叶|正式|王五|1990.01|本科|群众', '|合计|1|||', '合计||3|||']
  expect(people(read({ 名册: rows }))).toEqual(['张三 清泉 formal', '李四 清泉 contracted', '王五 荷叶 formal'])
})

describe('a list of an earlier year beside one without', () => {
  const NOW = [HEAD, '清泉社区|张三|1985.03|大专|党员|正式', '清泉社区|李四|1988.03|高中|群众|聘用']
  const BEFORE = [HEAD, '清泉社区|钱甲|1985.03|大专|党员|正式', '清泉社区|孙乙|1988.03|高中|群众|聘用']
  const counted = (sheets: Readonly<Record<string, SheetText>>, asOf: number): readonly boolean[] =>
    readSnapshot(book(sheets), { asOf }).tables.map(table => table.counted)
  test.each<readonly [string, string, number, readonly boolean[]]>([
    ['2022年', '社区工作人员花名册', 20_231_231, [true, false]], ['往年', '2022年度社区工作人员花名册', 20_231_231, [true, false]],
    ['2023年', '社区工作人员花名册', 20_231_231, [true, true]], ['2022年新招聘', '2022年新招聘人员', 20_231_231, [true, true]],
  ])('%s, %s on %i', (sheet, title, asOf, wanted) => {
    expect(counted({ 现有人员: ['社区工作人员花名册', ...NOW], [sheet]: [title, ...BEFORE] }, asOf)).toEqual(wanted)
  })
  test('of another kind of people', () => {
    const formal = BEFORE.slice(0, 2), contracted = [HEAD, '清泉社区|李四|1988.03|高中|群众|聘用']
    expect(counted({ 聘用人员: contracted, 名单: ['2021年换届选举名单', ...formal] }, 20_231_231)).toEqual([true, true])
  })
  const PLACES = ['社区|使用面积（㎡）|产权', '清泉社区|150|自有', '荷叶社区|260|自有'], OLD = ['社区|使用面积（㎡）|产权', '清泉社区|90|自有', '荷叶社区|210|自有']
  test.each<readonly [string, readonly boolean[]]>([['2022年社区办公用房情况表', [true, false]], ['2022年新建社区办公用房情况表', [true, true]], ['社区办公用房情况表', [true, true]]])('%s', (title, wanted) => {
    expect(counted({ 用房: ['社区办公用房情况表', ...PLACES], 表二: [title, ...OLD] }, 20_231_231)).toEqual(wanted)
  })
})

test.each<readonly [string, string | undefined]>([
  ['☑自有 □租赁 □借用', '自有'], ['自有□ 租赁☑', '租赁'], ['□有 □无', ''], ['☒男 ☐女', '男'], ['☑办公室 ☑警务室 □议事室', '√办公室、√警务室、×议事室'], ['☑办公室 ☑警务室', '√办公室、√警务室'], ['■是　□否', '是'],
  ['□', undefined], ['☑', undefined], ['自有', undefined], ['□自有', undefined],
])('%s answers %s', (text, answer) => { expect(chosen(text)).toBe(answer) })

test('one ticked box answers, wherever it stands and however many stand beside it', () => {
  fc.assert(fc.property(fc.integer({ min: 2, max: 6 }), fc.nat(5), fc.constantFrom('☑', '√', '■', '☒'), fc.constantFrom('□', '☐'), fc.boolean(), fc.constantFrom(' ', '', '　', '、'), (count, at, tick, box, ahead, gap) => {
    const options = ['自有', '租赁', '借用', '划拨', '合用', '其他'].slice(0, count), ticked = at % count
    const text = options.map((option, index) => { const mark = index === ticked ? tick : box; return ahead ? `${mark}${option}` : `${option}${mark}` }).join(gap)
    expect(chosen(text)).toBe(options[ticked])
  }))
})

test('a form with printed boxes', () => {
  const form = (name: string, held: string, rooms: string): SheetText => ['社区综合服务设施登记表', `社区名称|${name}|地址|文昌路3号`, `建筑面积（㎡）|260|使用面积（㎡）|180`, `产权性质|${held}|投入使用时间|2016年`, `功能设置|${rooms}`]
  const reading = read({ 甲: form('清泉社区', '☑自有 □租赁', '☑社区办公室 ☑警务室 □民主议事室 ☑文化活动室'), 乙: form('荷叶社区', '□自有 ☑租赁', '☑社区办公室 ☑警务室 ☑民主议事室 ☑文化活动室') })
  expect(reading.premises.map(place => [communityOf(reading, place.community), place.tenure, Object.values(place.rooms).filter(state => state === 'present').length])).toEqual([['清泉', 'own', 3], ['荷叶', 'rented', 4]])
})

test.each<readonly [string, readonly string[]]>([
  ['盐店东区/盐店西区社区', ['盐店东区社区', '盐店西区社区']], ['东区/西区社区', ['东区社区', '西区社区']], ['河南、河东社区', ['河南社区', '河东社区']], ['城东区/清泉社区', ['城东区/清泉社区']], ['云河区/盐店西区社区', ['云河区/盐店西区社区']],
])('%s are %j', (text, wanted) => { expect(splitCommunities(text)).toEqual(wanted) })
test('a district above a community is no community', () => { expect(['城东区/清泉社区', '云河区/盐店西区社区', '某市/城东区/西街道/清泉社区'].map(text => communityName(text).name)).toEqual(['清泉', '盐店西区', '清泉']) })

test.each<readonly [string, number | null]>([
  ['现有用房两处，其中办公用房使用面积120平方米，活动用房使用面积80平方米，均为自有。', 200], ['办公用房使用面积120㎡（一楼），另有老年活动室使用面积60㎡（二楼）。', 180], ['使用面积共计200平方米，其中便民服务大厅120平方米，活动场所80平方米。', 200],
  ['现有办公用房一处，位于人民路80号，使用面积120平方米，为自有产权。', 120], ['使用面积120平方米，2024年拟扩建至300平方米', null], ['使用面积120平方米，应达到使用面积200平方米', null], ['原址使用面积80平方米，现址使用面积100平方米', null],
])('%s: %s', (text, area) => { expect(readArea(text, null).value).toBe(area) })
test('sentences under 用房情况', () => {
  const reading = read({ 用房: ['序号|社区|用房情况|存在问题', '1|清泉社区|现有办公用房一处，使用面积120平方米，为自有产权。|面积偏小', '2|荷叶社区|办公用房使用面积120㎡，活动室使用面积90㎡|'] })
  expect([tables(reading), reading.premises.map(({ usable, unspecified }) => (usable ?? unspecified)?.value)]).toEqual([['premises 用房 2'], [120, 210]])
})

test.each<readonly [string, boolean]>([
  ['爱人外调离职', true], ['父亲病重辞职', true], ['其爱人调离', false], ['配偶离职', false], ['父亲病重去世', false], ['爱人辞职带孩子', false],
])('%s: asked whose leaving it is: %s', (text, open) => { expect(readRemark(text, 20_231_231)).toEqual({ presence: null, open }) })

describe('a remark merged over several people', () => {
  const rows = (remark: string): SheetText => [`${HEAD}|备注`, `清泉社区|张三|1985.03|大专|党员|正式|${remark}`, '清泉社区|李四|1988.03|高中|群众|聘用|', '清泉社区|王五|1988.03|高中|群众|聘用|']
  test.each<readonly [string, readonly string[]]>([
    ['2023年6月离职', ['left', 'left', 'present']], ['以上2人产假', ['leave', 'leave', 'present']], ['上述两人均已于2023年6月离职', ['left', 'left', 'present']], ['借调', ['seconded-out', 'seconded-out', 'present']],
    ['李四已离职', ['present', 'left', 'present']], ['张三产假，李四2023年6月辞职', ['leave', 'left', 'present']],
  ])('%s', (remark, wanted) => {
    const reading = read({ 名单: rows(remark) }, { merges: { 名单: [{ top: 2, bottom: 3, left: 7, right: 7 }] } })
    expect(reading.people.map(({ presence }) => presence)).toEqual(wanted)
  })
})

test('how to fill the columns in, right under the header', () => {
  const reading = read({ 采集表: [`${HEAD}|手机号码`, '填写全称，如XX社区|与身份证一致|如：1985.03|大专/本科/研究生等|下拉选择|在编/聘用|11位', '清泉社区|张三|1985.03|大专|党员|在编|', '荷叶社区|李四|1988.03|高中|群众|聘用|'] })
  expect([people(reading), reading.communities.map(({ name }) => name), reading.questions.length]).toEqual([['张三 清泉 formal', '李四 荷叶 contracted'], ['清泉', '荷叶'], 0])
})

test('codes that the headers themselves explain', () => {
  const head = '社区|姓名|学历（①研究生②本科③大专④高中及以下）|政治面貌（A中共党员B共青团员C群众）|人员性质（1在编2聘用）'
  const reading = read({ 名单: [head, '清泉社区|张三|③|A|1', '荷叶社区|李四|④|C|2', '荷叶社区|王五|①|B|1'] })
  expect(people(reading)).toEqual(['张三 清泉 formal', '李四 荷叶 contracted', '王五 荷叶 formal'])
  expect(reading.people.map(({ college, partyOrLeague }) => `${college} ${partyOrLeague}`)).toEqual(['yes yes', 'no no', 'yes yes'])
})

test.each<readonly [string, readonly number[]]>([['出租', [100, 80, 0]], ['商铺', [100, 80, 0]], ['居民学校', [100, 80, 60]], ['对外出租', [100, 80, 0]]])('a room whose use is %s', (use, wanted) => {
  const rows = ['坐落|使用单位|用途|使用面积（㎡）', '甲路1号|清泉社区|办公|100', '甲路2号|清泉社区|居民活动|80', `甲路3号|清泉社区|${use}|60`, '乙路1号|荷叶社区|办公|90', '乙路2号|荷叶社区|居民活动|70']
  expect(read({ 台账: rows }).premises.filter(({ community }) => community === 0).map(({ usable }) => usable?.value)).toEqual(wanted)
})

test.each(['社区工作人员宿舍情况', '小区党群驿站面积统计', '农贸市场情况', '微型消防站建设情况'])('%s is no list of premises', title => {
  expect(tables(read({ 用房: ['社区|使用面积|产权', '清泉社区|150|自有', '荷叶社区|260|自有'], 表二: [title, '社区|建筑面积|间数', '清泉社区|400|3', '荷叶社区|500|3'] }))[1]).toBe('other 表二 0')
})

test.each<readonly [string, readonly string[]]>([
  ['网格负责人', ['张三 清泉 formal', '李四 荷叶 contracted', '王五 荷叶 formal']], ['备用编号', []],
])('names under %s beside ids', (header, wanted) => {
  const row = (place: string, name: string, kind: string): readonly string[] => [place, '第一网格', name, '', '大专', '党员', kind]
  const ids = ['321299198503120016', '321299198803120025', '321299199001120033']
  const rows = [row('清泉社区', '张三', '正式'), row('荷叶社区', '李四', '聘用'), row('荷叶社区', '王五', '正式')].map((cells, at) => cells.map((cell, column) => (column === 3 ? ids[at] ?? '' : cell)))
  expect(people(read({ 名单: [`社区|网格|${header}|身份证号|学历|政治面貌|类别`, ...rows] }))).toEqual(wanted)
})

test.each(['街道社区建设办公室', '综合执法队', '城建办', '卫健科', '司法所', '镇社区办'])('%s among the communities is none', unit => {
  const reading = read({ 名单: [HEAD.replace('社区|', '单位|'), `${unit}|赵六|1985.03|大专|党员|正式`, '清泉社区|张三|1985.03|大专|党员|正式', '荷叶社区|李四|1988.03|高中|群众|聘用'] })
  expect([people(reading), reading.questions.length]).toEqual([['赵六 ? formal', '张三 清泉 formal', '李四 荷叶 contracted'], 1])
})

test.each<[string, string | null]>([
  ['和谐社区工作人员花名册', '和谐'], ['和谐社区人员名单', '和谐'], ['姜堰镇和谐社区2023年花名册', '和谐'],
  ['和谐社区建设工作人员花名册', null], ['创建和谐社区示范点人员名册', null], ['智慧社区工作人员花名册', null],
])('the community of a title: %s', (title, community) => {
  const { communities, people: found } = read({ Sheet1: [title, '姓名|学历|人员类别', '张三|大专|正式'] })
  expect(found.map(person => communities[person.community]?.name ?? null)).toEqual([community])
})
