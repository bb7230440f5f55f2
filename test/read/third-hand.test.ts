import { readRemark } from '../../src/vocabulary/remarks'
import { people, read } from './sheets'
import type { SheetText } from './sheets'

type Sheets = Readonly<Record<string, SheetText>>

const HEAD = '序号|姓名|性别|出生年月|学历|政治面貌|人员类别'
const QINGQUAN = ['1|张三|男|1985.03|大专|中共党员|正式', '2|李四|女|1988.03|高中|群众|聘用']
const HEYE = ['1|王五|男|1990.01|本科|群众|正式', '2|赵六|女|1979.12|大专|群众|聘用']
const WANTED = ['张三 清泉 formal', '李四 清泉 contracted', '王五 荷叶 formal', '赵六 荷叶 contracted']
const NOBODY = WANTED.map(line => line.replace(/清泉|荷叶/, '?'))

describe('sheets called alike but for a name', () => {
  const sheets = (first: string, second: string): Sheets => ({
    [first]: ['社区工作人员花名册', HEAD, ...QINGQUAN],
    [second]: ['社区工作人员花名册', HEAD, ...HEYE],
  })
  test.each<readonly [first: string, second: string, wanted: readonly string[]]>([
    ['附件1清泉', '附件2荷叶', WANTED],
    ['清泉花名册', '荷叶花名册', WANTED],
    ['清泉人员名单', '荷叶人员名单', WANTED],
    ['表一 清泉', '表二 荷叶', WANTED],
    ['甲花名册', '乙花名册', NOBODY],
    ['清泉花名册', '清泉名册', NOBODY],
    ['综治花名册', '民政花名册', NOBODY],
  ])('%s and %s', (first, second, wanted) => {
    expect(people(read(sheets(first, second)))).toEqual(wanted)
  })
})

test.each<readonly [what: string, rows: SheetText]>([
  ['a number and a place in any column', [HEAD, '1||||||清泉社区', ...QINGQUAN, '2||||||荷叶社区', ...HEYE]],
  ['a place and its counts', [HEAD, '清泉社区|||正式1人|聘用1人', ...QINGQUAN, '荷叶社区|||正式1人|聘用1人', ...HEYE]],
])('%s', (_what, rows) => {
  expect(people(read({ 花名册: rows }))).toEqual(WANTED)
})

test('a section of 网格员 is a kind to be settled, and one of 综治专干 is none', () => {
  const rows = (section: string): SheetText => ['序号|社区|姓名|学历|政治面貌', '一、在编人员', '1|清泉社区|张三|大专|党员', section, '2|清泉社区|李四|大专|党员']
  expect(people(read({ 花名册: rows('二、网格员') }))).toEqual(['张三 清泉 formal', '李四 清泉 undecided'])
  expect(people(read({ 花名册: rows('二、专职网格员队伍') }))).toEqual(['张三 清泉 formal', '李四 清泉 undecided'])
  expect(people(read({ 花名册: rows('二、综治专干') }))).toEqual(['张三 清泉 formal', '李四 清泉 unknown'])
})

test.each<readonly [remark: string, presence: string | null, open: boolean]>([
  ['2024年1月拟入职', 'vacant', false],
  ['拟招聘', 'vacant', false],
  ['拟录用人员', 'vacant', false],
  ['2024.3计划到岗', 'vacant', false],
  ['2023年3月拟入职', null, true],
  ['拟退休', null, false],
  ['拟聘任为副主任', null, false],
  ['2024年拟退休', null, false],
])('the remark %s', (remark, presence, open) => {
  expect(readRemark(remark, 20231231)).toMatchObject({ presence, open })
})

test.each<readonly [what: string, rows: SheetText]>([
  ['the id in a bracket behind the name', ['社区|姓名（身份证号）|学历|政治面貌|人员类别', '清泉社区|张三（321299198503120013）|大专|党员|正式', '清泉社区|李四（321299198803120025）|高中|群众|聘用', '荷叶社区|王五（321299199001120011）|本科|群众|正式', '荷叶社区|赵六|大专|群众|聘用']],
  ['the birth in it', ['社区|姓名（出生年月）|学历|政治面貌|人员类别', '清泉社区|张三（1985.03）|大专|党员|正式', '清泉社区|李四(1988.03)|高中|群众|聘用', '荷叶社区|王五（1990.01）|本科|群众|正式', '荷叶社区|赵六|大专|群众|聘用']],
])('%s', (_what, rows) => {
  const reading = read({ 花名册: rows })
  expect(people(reading)).toEqual(WANTED)
  expect(reading.people.map(({ birth }) => Math.floor(birth / 100))).toEqual([198503, 198803, 199001, 0])
})

test('English words for everything', () => {
  const reading = read({ Personnel: ['No.|Neighborhood Community|Name|Gender|Education|Political Status|Employment Type', '1|清泉社区|张三|Male|Bachelor|CPC member|Formal', '2|清泉社区|李四|Female|High school|Masses|Contract'] })
  expect(people(reading)).toEqual(WANTED.slice(0, 2))
  expect(reading.people.map(({ sex, college, partyOrLeague }) => [sex, college, partyOrLeague].join(' '))).toEqual(['male yes yes', 'female no no'])
})

describe('premises', () => {
  const house = (rows: SheetText): readonly string[] => {
    const { premises, communities } = read({ 用房: rows })
    return premises.map(({ community, usable, unspecified, rooms }) => `${communities[community]?.name ?? '?'} ${String((usable ?? unspecified)?.value ?? null)} ${[rooms.office, rooms.police, rooms.meeting, rooms.culture].map(state => state.charAt(0)).join('')}`)
  }
  test.each<readonly [what: string, rows: SheetText, wanted: readonly string[]]>([
    ['a list of rooms under a header of its own', ['社区|面积|功能分区', '清泉社区|200|办公室/警务室/活动室', '荷叶社区|90|办公室/议事室'], ['清泉 200 ppap', '荷叶 90 papa']],
    ['with counts and sizes', ['社区|面积|内设功能室', '清泉社区|200|社区办公室1间，警务室1间', '荷叶社区|90|社区办公室（30㎡），文化活动室（40㎡）'], ['清泉 200 ppaa', '荷叶 90 paap']],
    ['words that are no rooms say nothing', ['社区|面积|设施配备情况', '清泉社区|200|电脑3台', '荷叶社区|90|空调2台'], ['清泉 200 uuuu', '荷叶 90 uuuu']],
    ['one floor beside the other', ['社区|一楼面积|二楼面积', '清泉社区|120|80', '荷叶社区|50|'], ['清泉 200 uuuu', '荷叶 50 uuuu']],
    ['wings, and their sum', ['社区|主楼面积|附楼面积|合计面积', '清泉社区|120|80|200', '荷叶社区|50|40|90'], ['清泉 200 uuuu', '荷叶 90 uuuu']],
    ['what is neither office nor activity', ['社区|办公用房|活动用房|其他|使用面积合计', '清泉社区|100|50|20|170', '荷叶社区|40|30||70'], ['清泉 170 uuuu', '荷叶 70 uuuu']],
    ['what a house will have is none of it', ['社区|使用面积|改造后面积', '清泉社区|120|200', '荷叶社区|50|'], ['清泉 120 uuuu', '荷叶 50 uuuu']],
  ])('%s', (_what, rows, wanted) => {
    expect(house(rows)).toEqual(wanted)
  })
})
