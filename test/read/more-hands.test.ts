import { readBirth } from '../../src/vocabulary/dates'
import { readEmployment } from '../../src/vocabulary/employment'
import { readRemark } from '../../src/vocabulary/remarks'
import { readPresence } from '../../src/vocabulary/status'
import { bareCommunityName } from '../../src/read/place-names'
import { people, read, tables } from './sheets'
import type { SheetText } from './sheets'

type Sheets = Readonly<Record<string, SheetText>>

const WANTED = ['张三 清泉 formal', '李四 清泉 contracted', '王五 荷叶 formal', '赵六 荷叶 contracted']
const HEAD = '序号|姓名|性别|出生年月|学历|政治面貌|人员类别'
const QINGQUAN = ['1|张三|男|1985.03|大专|中共党员|正式', '2|李四|女|1988.03|高中|群众|聘用']
const HEYE = ['3|王五|男|1990.01|本科|群众|正式', '4|赵六|女|1979.12|大专|群众|聘用']

describe('a label in one cell and the place in the next', () => {
  test.each<readonly [what: string, heads: readonly [string, string]]>([
    ['所属社区 | 清泉社区', ['所属社区|清泉社区', '所属社区|荷叶社区']],
    ['居委会 | 清泉居委会', ['居委会|清泉居委会', '居委会|荷叶居委会']],
    ['单位名称： | 清泉社区', ['单位名称：|清泉社区', '单位名称：|荷叶社区']],
    ['with more labels and values', ['单位名称|清泉社区|联系人|张三|电话|13900000001', '单位名称|荷叶社区|联系人|王五|电话|13900000002']],
    ['over more columns', ['社区||清泉社区|书记|张三', '社区||荷叶社区|书记|王五']],
  ])('%s', (_what, [first, second]) => {
    expect(people(read({ 花名册: [HEAD, first, ...QINGQUAN, second, ...HEYE] }))).toEqual(WANTED)
    expect(people(read({ 花名册: [first, HEAD, ...QINGQUAN, second, HEAD, ...HEYE] }))).toEqual(WANTED)
  })

  test('a person beside such words is no heading', () => {
    expect(people(read({ 花名册: ['单位|姓名|学历|政治面貌|人员类别', '清泉社区|张三|大专|党员|正式', '清泉社区|李四|大专|党员|聘用'] }))).toEqual(WANTED.slice(0, 2))
  })
})

test.each<readonly [name: string, place: string | null]>([
  ['高陈（定稿）', '高陈'], ['高陈(最终版)', '高陈'], ['高陈-改', '高陈'], ['2023高陈', '高陈'], ['2023年高陈', '高陈'], ['高陈2023', '高陈'], ['高陈（7人）', '高陈'], ['高陈7人', '高陈'], ['3.高陈', '高陈'], ['高陈（2023.12）', '高陈'],
  ['2023', null], ['定稿', null], ['2023年花名册', null], ['汇总（定稿）', null], ['罗塘街道2023', null], ['在编人员（定稿）', null],
])('a sheet called %s is of %s', (name, place) => {
  expect(bareCommunityName(name)).toBe(place)
})

test('sheets that only their names tell, with what a clerk added', () => {
  expect(people(read({ '清泉（定稿）': ['社区工作人员花名册', HEAD, ...QINGQUAN], 荷叶2023: ['社区工作人员花名册', HEAD, ...HEYE] }))).toEqual(WANTED)
})

describe('other names of a community', () => {
  const roster = ['社区|姓名|学历|政治面貌|人员类别', '清泉社区|张三|大专|党员|正式', '河畔社区|李四|高中|群众|聘用', '荷叶社区|王五|本科|群众|正式', '荷花居委会|赵六|大专|群众|聘用']
  test.each<readonly [what: string, list: SheetText, wanted: readonly string[]]>([
    ['别名', ['社区名称|别名|户数', '清泉社区|河畔社区|2100', '荷叶社区|荷花|1800'], WANTED],
    ['several in a cell', ['社区名称|曾用名|户数', '清泉社区|河畔、南桥|2100', '荷叶社区|荷花社区；荷塘社区|1800'], WANTED],
    ['a name that two have says nothing', ['社区名称|别名|户数', '清泉社区|河畔社区|2100', '荷叶社区|河畔社区、荷花|1800'], ['张三 清泉 formal', '李四 河畔 contracted', '王五 荷叶 formal', '赵六 荷叶 contracted']],
    ['a listed community is itself', ['社区名称|原名|户数', '清泉社区|河畔社区|2100', '河畔社区||900', '荷叶社区|荷花|1800'], ['张三 清泉 formal', '李四 河畔 contracted', '王五 荷叶 formal', '赵六 荷叶 contracted']],
  ])('%s', (_what, list, wanted) => {
    expect(people(read({ 社区名单: list, 花名册: roster }))).toEqual(wanted)
    expect(people(read({ 花名册: roster, 社区名单: list }))).toEqual(wanted)
  })
})

describe('last year’s list beside this year’s', () => {
  const now = ['社区|姓名|学历|政治面貌|人员类别', '清泉社区|张三|大专|党员|正式', '清泉社区|李四|大专|党员|聘用', '荷叶社区|王五|本科|群众|正式']
  const then = ['社区|姓名|学历|政治面貌|人员类别', '清泉社区|钱七|大专|党员|正式', '荷叶社区|孙八|大专|党员|聘用']
  test.each<readonly [what: string, sheets: Sheets, counted: number]>([
    ['by the sheets’ names', { '2023年花名册': now, '2022年花名册': then }, 3],
    ['by their titles', { 花名册: ['2023年社区工作人员花名册', ...now], Sheet2: ['2022年社区工作人员花名册', ...then] }, 3],
    ['those who came in a year are a group of the staff', { '2023年招聘人员': now, '2022年招聘人员': then }, 5],
    ['of another community', { '2023年花名册': now, '2022年花名册': [then[0] ?? '', '滨河社区|钱七|大专|党员|正式', '滨河社区|孙八|大专|党员|聘用'] }, 5],
  ])('%s', (_what, sheets, counted) => {
    const reading = read(sheets)
    expect(people(reading)).toHaveLength(counted)
    expect(reading.questions.some(question => question.kind === 'table')).toBe(counted === 3)
  })
})

test.each<readonly [title: string, kind: string]>([
  ['行政村村干部花名册', 'other'], ['村两委成员名单', 'other'], ['小区业委会成员名单', 'other'], ['大学生村干部花名册', 'staff'], ['村干部、社区干部花名册', 'staff'], ['村（社区）工作人员花名册', 'staff'],
])('a list called %s is %s', (title, kind) => {
  const reading = read({ Sheet1: [title, '社区|姓名|出生年月|学历|政治面貌|人员类别', '清泉社区|张三|1985.03|大专|党员|正式', '清泉社区|李四|1988.03|大专|党员|聘用', '荷叶社区|王五|1990.01|本科|群众|正式'] })
  expect(tables(reading)[0]?.split(' ')[0]).toBe(kind)
})

describe('lines that close a group instead of heading one', () => {
  const rows = (first: string, last: string): SheetText => [HEAD, ...QINGQUAN, first, ...HEYE, last]
  test.each<readonly [what: string, first: string, last: string, wanted: readonly string[]]>([
    ['小计 in a bracket', '清泉社区（小计）', '荷叶社区（小计）', WANTED],
    ['合计 with a count', '清泉社区（合计）2人', '荷叶社区（合计）2人', WANTED],
    ['小计', '清泉社区小计', '荷叶社区小计', WANTED],
    ['the bare names: nobody can tell, and nobody is given to another community', '清泉社区', '荷叶社区', WANTED.map(line => line.replace(/清泉|荷叶/, '?'))],
    ['以上为清泉社区', '以上为清泉社区人员', '以上为荷叶社区人员', WANTED],
  ])('%s', (_what, first, last, wanted) => {
    const reading = read({ 花名册: rows(first, last) })
    expect(people(reading)).toEqual(wanted)
    expect(reading.questions.some(question => question.id.startsWith('community:'))).toBe(wanted !== WANTED)
  })

  test('a last community without anybody does not turn the others', () => {
    expect(people(read({ 花名册: [HEAD, '清泉社区', ...QINGQUAN, '荷叶社区', ...HEYE, '滨河社区', '合计||4人'] }))).toEqual(WANTED)
  })
})

test('cards go before a list that calls itself old', () => {
  const card = (community: string, name: string, kind: string): SheetText => ['社区工作人员登记表', `姓名|${name}|性别|女|出生年月|1985.03`, `所在社区|${community}|政治面貌|群众|学历|大专`, `人员性质|${kind}|职务|委员`, '']
  const cards = [...card('清泉社区', '张三', '正式'), ...card('清泉社区', '李四', '聘用'), ...card('荷叶社区', '王五', '正式'), ...card('荷叶社区', '赵六', '聘用')]
  const list = ['社区|姓名|出生年月|学历|政治面貌|人员类别', '清泉社区|钱七|1985.03|大专|党员|正式', '荷叶社区|孙八|1985.03|大专|党员|正式']
  expect(people(read({ 登记表: cards, '花名册（旧）': list }))).toEqual(WANTED)
  expect(people(read({ 登记表: cards, 花名册: list }))).toEqual(['钱七 清泉 formal', '孙八 荷叶 formal'])
})

test('several things in a cell of a list on its side', () => {
  expect(people(read({ 人员: ['社区|清泉社区|清泉社区|荷叶社区|荷叶社区', '姓名|张三|李四|王五|赵六', '性别|男|女|男|女', '学历/政治面貌|大专/党员|高中/群众|本科/群众|大专/群众', '人员类别|正式|聘用|正式|聘用'] }))).toEqual(WANTED)
})

test('the community where the first column’s word would stand', () => {
  const head = '姓名|性别|出生年月|学历|政治面貌|人员类别'
  expect(people(read({ 人员: [`清泉社区|${head}`, ...QINGQUAN, `荷叶社区|${head}`, ...HEYE] }))).toEqual(WANTED)
  expect(people(read({ 人员: [`清泉社区|${head}`, ...QINGQUAN, '小计|2', '', `荷叶社区|${head}`, ...HEYE] }))).toEqual(WANTED)
})

test.each([
  ['聘用（2019年）', 'contracted'], ['在编（4人）', 'formal'], ['聘用(2019.3起)', 'contracted'], ['合同制（2021年签）', 'contracted'], ['聘用（在编）', 'formal'], ['正式（2024年待定）', 'unknown'],
])('a kind with what stands beside it: %s', (text, employment) => {
  expect(readEmployment(text, '').employment).toBe(employment)
})

test.each([
  ['是否在岗', '否（离职）', 'left'], ['是否在岗', '否，退休', 'left'], ['是否在岗', '否', 'leave'], ['是否在岗', '是', 'present'], ['状态', '2023.8调镇政府工作', 'left'], ['状态', '调区民政局', 'left'],
])('%s: %s is %s', (header, text, presence) => {
  expect(readPresence(text, header).presence).toBe(presence)
})

test.each(['负责调解中心工作', '调解办工作', '由镇政府调入'])('%s says of nobody that he left', text => {
  expect(readRemark(text, 20231231).presence ?? 'present').toBe('present')
})

test.each([['（1985.03）', 19850301], ['(1985年3月12日)', 19850312], ['【1985-03】', 19850301]])('a birth in brackets: %s', (text, birth) => {
  expect(readBirth(text, 1900).birth).toBe(birth)
})

test('无 is a part of a cell like any other', () => {
  const reading = read({ 花名册: ['社区|姓名|学历|政治面貌/人员类别', '清泉社区|张三|大专|中共党员/正式', '清泉社区|李四|高中|无/聘用', '荷叶社区|王五|本科|群众/正式', '荷叶社区|赵六|大专|团员/聘用'] })
  expect(people(reading)).toEqual(WANTED)
  expect(reading.people.map(person => person.partyOrLeague)).toEqual(['yes', 'no', 'no', 'yes'])
})

describe('premises', () => {
  function areas(sheets: Sheets): readonly string[] {
    const { premises, communities } = read(sheets)
    const sums = new Map<string, number | null>()
    for (const place of premises) {
      const name = communities[place.community]?.name ?? '?', area = place.usable ?? place.unspecified
      if (area === null) continue
      sums.set(name, area.value === null || area.doubtful === true ? null : (sums.get(name) ?? 0) + area.value)
    }
    return [...sums].map(([name, sum]) => `${name} ${String(sum)}`)
  }
  const head = '序号|社区|房屋坐落|使用面积（平方米）'
  test.each<readonly [what: string, rows: SheetText, wanted: readonly string[]]>([
    ['小计 among the addresses above its places', [head, '1|清泉社区|小计|180', '||人民路1号|100', '||解放路2号|80', '2|荷叶社区|小计|90', '||府前路3号|90'], ['清泉 180', '荷叶 90']],
    ['合计 among them below', [head, '1|清泉社区|人民路1号|100', '||解放路2号|80', '||合计|180', '2|荷叶社区|府前路3号|90', '||府前路4号|30', '||合计|120'], ['清泉 180', '荷叶 120']],
    ['with the community in each row', [head, '1|清泉社区|人民路1号|100', '2|清泉社区|解放路2号|80', '|清泉社区|小计|180', '3|荷叶社区|府前路3号|90', '4|荷叶社区|府前路5号|10', '|荷叶社区|小计|100'], ['清泉 180', '荷叶 100']],
    ['that is not their sum: asked', [head, '1|清泉社区|小计|200', '||人民路1号|100', '||解放路2号|80', '2|荷叶社区|小计|90', '||府前路3号|90'], ['清泉 null', '荷叶 90']],
    ['uses under section rows', ['社区办公用房明细', '序号|用途|使用面积|产权', '清泉社区', '1|办公用房|100|自有', '2|警务用房|20|自有', '3|活动用房|60|自有', '荷叶社区居委会', '1|办公用房|50|自有', '2|活动用房|40|自有'], ['清泉 180', '荷叶 90']],
    ['rooms under section rows, with a sum', ['序号|用途|使用面积|产权', '（一）清泉社区', '1|办公室|100|自有', '2|警务室|20|自有', '3|活动室|60|自有', '小计||180', '（二）荷叶社区', '1|办公室|50|自有', '2|活动室|40|自有', '小计||90'], ['清泉 180', '荷叶 90']],
  ])('%s', (_what, rows, wanted) => { expect(areas({ 用房: rows })).toEqual(wanted) })

  test.each<readonly [lacking: string, rooms: string]>([
    ['警务室', 'present absent present present'], ['无', 'present present present present'], ['警务室、民主议事室', 'present absent absent present'], ['缺警务室', 'present absent present present'], ['办公室、警务室、议事室、活动室', 'absent absent absent absent'],
  ])('缺少功能室: %s', (lacking, rooms) => {
    const [place] = read({ 用房: ['序号|社区|使用面积|缺少功能室', `1|清泉社区|200|${lacking}`, '2|荷叶社区|180|警务室'] }).premises
    expect(place === undefined ? '' : [place.rooms.office, place.rooms.police, place.rooms.meeting, place.rooms.culture].join(' ')).toBe(rooms)
  })

  const stated = (rows: SheetText): readonly string[] => read({ 四室: rows }).premises.map(({ rooms }) => [rooms.office, rooms.police, rooms.meeting, rooms.culture].join(' '))
  test('rooms down the side and communities across', () => {
    expect(stated(['功能室|清泉社区|荷叶社区', '社区办公室|有|有', '警务室|有|无', '民主议事室|无|有', '文化活动室|有|有'])).toEqual(['present present absent present', 'present absent present present'])
  })
  test('a room that has an area is there', () => {
    expect(stated(['序号|社区|使用面积|社区办公室面积|警务室面积|民主议事室面积|文化活动室面积', '1|清泉社区|200|60|0|30|50', '2|荷叶社区|180|50|20||60'])).toEqual(['present absent present present', 'present present unknown present'])
  })
  test('areas of rooms without a total are added', () => {
    expect(areas({ 用房: ['序号|社区|社区办公室||警务室|', '||有无|面积|有无|面积', '1|清泉社区|有|80|有|20', '2|荷叶社区|有|60|有|40'] })).toEqual(['清泉 100', '荷叶 100'])
  })
  test('the rooms of a house need not be all of it', () => {
    expect(areas({ 用房: ['序号|社区|使用面积合计|社区办公室||警务室|', '|||有无|面积|有无|面积', '1|清泉社区|208|有|80|有|20', '2|荷叶社区|90|有|60|有|40'] })).toEqual(['清泉 208', '荷叶 null'])
  })

  test.each([['社区闲置房屋招租情况表', 'other'], ['社区用房出租情况表', 'other'], ['社区用房情况表', 'premises']])('a list called %s is %s', (title, kind) => {
    expect(tables(read({ Sheet1: [title, '序号|社区|面积|备注', '1|清泉社区|100|', '2|荷叶社区|80|'] }))[0]?.split(' ')[0]).toBe(kind)
  })
})
