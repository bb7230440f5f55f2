import { readEducation } from '../../src/vocabulary/education'
import { people, read } from './sheets'
import type { SheetText } from './sheets'

const HEAD = '序号|姓名|学历|政治面貌|人员类别'
const WANTED = ['张三 清泉 formal', '李四 清泉 contracted', '王五 荷叶 formal', '赵六 荷叶 contracted']

test.each<readonly [what: string, over: string]>([
  ['a label and the place', '社区：|清泉社区||人数：|2|社区：|荷叶社区||人数：|2'],
  ['a label and the place alone', '单位名称|清泉社区||||单位名称|荷叶社区'],
  ['the place and a count', '清泉社区|2人||||荷叶社区|2人'],
  ['the place and who answers', '清泉社区||负责人：张三|||荷叶社区||负责人：王五'],
])('lists side by side under %s', (_what, over) => {
  const rows: SheetText = ['各社区人员', over, `${HEAD}|${HEAD}`, '1|张三|大专|党员|正式|1|王五|大专|党员|正式', '2|李四|高中|群众|聘用|2|赵六|高中|群众|聘用']
  expect([...people(read({ 汇总: rows }))].sort()).toEqual([...WANTED].sort())
})

test.each(['关于清泉社区工作人员情况的统计表', '有关清泉社区工作人员的情况表', '2023年清泉社区人员表'])('the title %s', title => {
  expect(people(read({ 表1: [title, HEAD, '1|张三|大专|党员|正式'] }))).toEqual(['张三 清泉 formal'])
})

const LISTED = '序号|社区|姓名|学历|政治面貌|人员类别'

describe('lines in the middle', () => {
  test.each<readonly [line: string, wanted: readonly string[]]>([
    ['（以上为社区“两委”人员）', ['张三 清泉 formal', '李四 清泉 contracted']],
    ['以上人员均已核对', ['张三 清泉 formal', '李四 清泉 contracted']],
    ['注：张某同志工资关系在镇', ['张三 清泉 formal', '李四 清泉 contracted']],
    ['以上为荷叶社区人员', ['张三 清泉 formal', '李四 ? contracted']],
    ['以上人员已离职', ['张三 清泉 formal', '李四 ? contracted']],
    ['三水镇', ['张三 清泉 formal', '李四 ? contracted']],
  ])('%s', (line, wanted) => {
    expect(people(read({ 花名册: [LISTED, '1|清泉社区|张三|大专|党员|正式', line, '2||李四|高中|群众|聘用'] }))).toEqual(wanted)
  })
})

test('subtotals name the communities where the column of communities is empty', () => {
  const rows: SheetText = [LISTED, '|清泉社区小计|2', '1||张三|大专|党员|正式', '2||李四|高中|群众|聘用', '|荷叶社区小计|2', '3||王五|大专|党员|正式', '4||赵六|高中|群众|聘用']
  expect(people(read({ 花名册: rows }))).toEqual(WANTED)
})

describe('ticks', () => {
  test.each<readonly [head: string, row: string, wanted: readonly [college: string, party: string, kind: string]]>([
    ['文化程度（大专以上打√）|党团员（打√）|编制内|编制外', '√||√|', ['yes', 'blank', 'formal']],
    ['文化程度（大专以上打√）|党团员（打√）|编制内|编制外', '|√||√', ['blank', 'yes', 'contracted']],
    ['学历（大专及以上的打勾）|党团员（打√）|在编|编外', '√|√||√', ['yes', 'yes', 'contracted']],
  ])('%s: %s', (head, row, [college, party, kind]) => {
    const rows: SheetText = [`社区|姓名|${head}`, `清泉社区|张三|${row}`, '清泉社区|李四|√|√|√|', '清泉社区|王五||||√', '小计|3人|2|2|1|2']
    const [first] = read({ 人员: rows }).people
    expect([first?.college, first?.partyOrLeague, first?.employment]).toEqual([college, party, kind])
  })
})

test('a kind merged down over its people with a subtotal below', () => {
  const rows: SheetText = ['类别|社区|姓名|学历|政治面貌', '在编人员\n（编制内）|清泉社区|张三|大专|党员', '|荷叶社区|王五|大专|党员', '小计||2人', '编外人员\n（聘用）|清泉社区|李四|高中|群众', '|荷叶社区|赵六|高中|群众', '小计||2人']
  const down = (top: number, bottom: number) => ({ top, left: 1, bottom, right: 1 })
  expect([...people(read({ 花名册: rows }, { merges: { 花名册: [down(2, 3), down(5, 6)] } }))].sort()).toEqual([...WANTED].sort())
})

describe('one list at two times', () => {
  const rows = (title: string, ...all: readonly string[]): SheetText => [title, LISTED, ...all]
  const FEW = ['1|清泉社区|张三|大专|党员|正式', '2|清泉社区|李四|高中|群众|聘用'], MORE = ['1|清泉社区|孙七|大专|党员|正式', '2|清泉社区|周八|高中|群众|聘用', '3|清泉社区|吴九|高中|群众|聘用']
  test.each<readonly [now: string, before: string]>([
    ['社区工作人员花名册（2023年底）', '社区工作人员花名册（2023年初）'],
    ['2023年下半年社区工作人员花名册', '2023年上半年社区工作人员花名册'],
    ['2023年12月社区工作人员花名册', '2023年6月社区工作人员花名册'],
    ['社区工作人员花名册（2023年末）', '社区工作人员花名册（2022年末）'],
    ['社区工作人员花名册（换届后）', '社区工作人员花名册（换届前）'],
    ['调整后社区人员花名册', '调整前社区人员花名册'],
  ])('%s counts and %s does not', (now, before) => {
    expect(people(read({ 甲: rows(now, ...FEW), 乙: rows(before, ...MORE) }))).toEqual(['张三 清泉 formal', '李四 清泉 contracted'])
    expect(people(read({ 乙: rows(before, ...MORE), 甲: rows(now, ...FEW) }))).toEqual(['张三 清泉 formal', '李四 清泉 contracted'])
  })
  test.each<readonly [one: string, other: string]>([
    ['2023年下半年新进人员名单', '2023年上半年新进人员名单'],
    ['2023年12月正式人员花名册', '2023年6月聘用人员花名册'],
  ])('%s and %s are two groups', (one, other) => {
    expect(people(read({ 甲: rows(one, ...FEW), 乙: rows(other, ...MORE) }))).toHaveLength(5)
  })
})

describe('what stands beside what is planned', () => {
  const kinds = (rows: SheetText): readonly string[] => read({ 用房: rows }).tables.map(({ kind, counted }) => `${kind} ${String(counted)}`)
  test.each<readonly [title: string, head: string, wanted: string]>([
    ['社区办公用房现状及建设规划表', '社区|现有使用面积|计划新建面积', 'premises true'],
    ['社区用房现状及改造计划表', '社区|现有面积|改造后面积', 'premises true'],
    ['2024年社区用房建设规划表', '社区|使用面积|计划新建面积', 'other false'],
    ['社区用房建设计划表', '社区|现有使用面积|计划新建面积', 'other false'],
    ['社区公共厕所情况表', '社区|位置|面积', 'other false'],
    ['社区停车场情况表', '社区|位置|面积', 'other false'],
  ])('%s', (title, head, wanted) => {
    expect(kinds([title, head, '清泉社区|120|300', '荷叶社区|90|260'])).toEqual([wanted])
  })
  test('what is planned is not added', () => {
    const rows: SheetText = ['社区办公用房现状及建设规划表', '社区|现有使用面积|计划新建面积', '清泉社区|120|300', '荷叶社区|90|260']
    expect(read({ 用房: rows }).premises.map(({ usable }) => usable?.value)).toEqual([120, 90])
  })
})

test.each(['学历及毕业学校', '毕业院校及学历', '学历/毕业院校'])('education under %s', head => {
  const rows: SheetText = [`社区|姓名|${head}|政治面貌|人员类别`, '清泉社区|张三|大专（扬州大学）|党员|正式', '清泉社区|李四|姜堰中学高中|群众|聘用', '清泉社区|王五|本科（2010.7，南京农业大学）|群众|聘用']
  expect(read({ 花名册: rows }).people.map(({ college }) => college)).toEqual(['yes', 'no', 'yes'])
})

describe('lines below their people name the community', () => {
  const rows = (one: string, two: string): SheetText => [HEAD, '1|张三|大专|党员|正式', '2|李四|高中|群众|聘用', one, '1|王五|大专|党员|正式', '2|赵六|高中|群众|聘用', two]
  test.each<readonly [one: string, two: string]>([
    ['以上清泉社区，共2人', '以上荷叶社区，共2人'],
    ['（以上为清泉社区）', '（以上为荷叶社区）'],
    ['以上2人为清泉社区工作人员', '以上2人为荷叶社区工作人员'],
  ])('%s', (one, two) => {
    expect(people(read({ 花名册: rows(one, two) }))).toEqual(WANTED)
  })
  test('whoever stands below the last belongs to nobody', () => {
    expect(people(read({ 花名册: [...rows('以上为清泉社区', '以上为荷叶社区'), '1|孙七|大专|党员|正式'] }))).toEqual([...WANTED, '孙七 ? formal'])
  })
  test('beside subtotals that name communities nobody can tell', () => {
    expect(people(read({ 花名册: [...rows('以上为清泉社区', '以上为荷叶社区'), '滨河社区小计|1', '东关社区小计|1'] })).every(line => line.includes(' ? '))).toBe(true)
  })
})

describe('two things above each other in a cell', () => {
  test.each<readonly [head: readonly string[], row: readonly string[], wanted: string]>([
    [['社区', '姓名\n联系电话', '学历', '政治面貌', '人员类别'], ['清泉社区', '张三\n13900001111', '大专', '党员', '正式'], '张三 yes yes formal'],
    [['社区', '姓名', '学历\n学位', '政治面貌', '人员类别'], ['清泉社区', '张三', '大专\n无', '党员', '正式'], '张三 yes yes formal'],
    [['社区', '姓名', '学历', '政治面貌\n入党时间', '人员类别'], ['清泉社区', '张三', '大专', '党员\n2008.07', '正式'], '张三 yes yes formal'],
    [['社区', '姓 名', '学\n历', '政治\n面貌', '人员\n类别'], ['清泉社区', '张三', '大\n专', '党\n员', '正式'], '张三 yes yes formal'],
  ])('%j', (head, row, wanted) => {
    const [first, second] = read({ 花名册: [head, row, row.map(value => value.replace('张三', '李四'))] }).people
    expect([first?.name, first?.college, first?.partyOrLeague, first?.employment].join(' ')).toBe(wanted)
    expect(second?.name).toBe('李四')
  })
})

test.each(['页合计', '本页合计', '每页小计', '过次页', '平均年龄'])('%s is nobody', label => {
  const rows: SheetText = [LISTED, '1|清泉社区|张三|大专|党员|正式', '2|清泉社区|李四|高中|群众|聘用', `${label}||2人`, '3|荷叶社区|王五|大专|党员|正式', '4|荷叶社区|赵六|高中|群众|聘用']
  expect(people(read({ 花名册: rows }))).toEqual(WANTED)
  expect(people(read({ 花名册: rows.map(row => (row === `${label}||2人` ? `|清泉社区|${label}|38` : row)) }))).toEqual(WANTED)
})

test('a sheet for each kind of each community', () => {
  const head = '序号|姓名|学历|政治面貌'
  const sheets = { 清泉正式: [head, '1|张三|大专|党员'], 荷叶正式: [head, '1|王五|大专|党员'], 清泉聘用: [head, '1|李四|高中|群众'], 荷叶聘用: [head, '1|赵六|高中|群众'] }
  expect([...people(read(sheets))].sort()).toEqual([...WANTED].sort())
})

test.each([['大专 无', 'yes'], ['大专\n无', 'yes'], ['高中\n无', 'no'], ['大专无', 'unclear'], ['泰州师专大专', 'yes'], ['大专（泰州师专）', 'yes'], ['无', 'no']])('the education %j', (written, college) => {
  expect(readEducation(written).college).toBe(college)
})

test('half years as the names of sheets', () => {
  const sheets = { 上半年: [LISTED, '1|清泉社区|孙七|大专|党员|正式', '2|清泉社区|李四|高中|群众|聘用', '3|清泉社区|吴九|高中|群众|聘用'], 下半年: [LISTED, '1|清泉社区|张三|大专|党员|正式', '2|清泉社区|李四|高中|群众|聘用'] }
  expect(people(read(sheets))).toEqual(['张三 清泉 formal', '李四 清泉 contracted'])
})

test.each(['清泉社区第1网格', '清泉社区二组', '清泉社区3号网格', '清泉社区第三居民小组'])('%s is a part of 清泉社区', place => {
  expect(people(read({ 花名册: [LISTED, `1|${place}|张三|大专|党员|正式`, '2|清泉社区|李四|高中|群众|聘用'] }))).toEqual(['张三 清泉 formal', '李四 清泉 contracted'])
})

test.each([['政治面貌/入党时间', '党员/2005.6'], ['政治面貌及入党时间', '党员 2005.6'], ['政治面貌、入党年月', '党员（2005.6）']])('politics under %s', (head, value) => {
  expect(read({ 花名册: [`社区|姓名|学历|${head}|人员类别`, `清泉社区|张三|大专|${value}|正式`, '清泉社区|李四|大专|群众|聘用'] }).people.map(({ partyOrLeague }) => partyOrLeague)).toEqual(['yes', 'no'])
})

test.each<readonly [title: string, community: string]>([
  ['清泉、荷叶社区工作人员名单', '?'],
  ['清泉社区和荷叶社区人员名单', '?'],
  ['清泉和荷叶社区人员名单', '?'],
  ['清泉社区、荷叶社区人员名单', '?'],
  ['一、清泉社区人员名单', '清泉'],
  ['人和社区人员名单', '人和'],
  ['和平里社区人员名单', '和平里'],
  ['书记、清泉社区人员名单', '清泉'],
])('under the title %s', (title, community) => {
  expect(people(read({ 名单: [title, HEAD, '1|张三|大专|党员|正式'] }))).toEqual([`张三 ${community} formal`])
})
