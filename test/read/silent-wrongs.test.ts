import { people, read } from './sheets'
import type { SheetText } from './sheets'

/** Kinds of layout that gave a wrong figure without a word. */
const HEAD = '序号|姓名|性别|出生年月|学历|政治面貌|人员类别'
const A = '1|张三|男|1985.03|大专|中共党员|正式', B = '2|李四|女|1988.03|高中|群众|聘用', C = '1|王五|男|1990.01|本科|群众|正式', D = '2|赵六|女|1979.12|大专|群众|聘用'
const WANTED = ['张三 清泉 formal', '李四 清泉 contracted', '王五 荷叶 formal', '赵六 荷叶 contracted']

describe('a section that goes on with the numbers of the communities', () => {
  const list = (...more: readonly string[]): readonly string[] => people(read({ 花名册: [HEAD, '一、清泉社区', A, B, '二、荷叶社区', C, D, ...more] }))
  test.each(['三、镇社区办工作人员', '三、其他人员', '三、街道办事处人员', '三、一般工作人员'])('%s belongs to none of them', line => {
    expect(list(line, '1|周八|男|1970.01|本科|群众|正式')).toEqual([...WANTED, '周八 ? formal'])
  })
  test('sections inside a community stay inside', () => {
    expect(people(read({ 花名册: [HEAD, '一、清泉社区', '一、班子成员', A, '二、一般工作人员', B, '二、荷叶社区', '（一）班子成员', C, '（二）一般工作人员', D] }))).toEqual(WANTED)
  })
  test('the tenth and the eleventh', () => {
    const many = Array.from({ length: 10 }, (_each, at) => [`${'一二三四五六七八九十'[at] ?? ''}、${'东西南北前后左右上下'[at] ?? ''}河社区`, `1|甲${'东西南北前后左右上下'[at] ?? ''}|男|1985.03|大专|群众|正式`]).flat()
    expect(people(read({ 花名册: [HEAD, ...many, '十一、其他人员', B] })).at(-1)).toBe('李四 ? contracted')
  })
})

test.each<readonly [sheet: string, title: string, head: string]>([
  ['物业', '物业公司员工花名册', '小区'],
  ['企业', '辖区企业职工花名册', '企业名称'],
  ['商户', '沿街商户负责人名册', '商户名称'],
])('a list of other people on the sheet %s is nobody of the staff', (sheet, title, unit) => {
  const other: SheetText = [title, `序号|${unit}|姓名|性别|出生年月|学历|政治面貌|人员类别`, '1|阳光苑|周八|男|1970.01|本科|群众|正式', '2|金都|吴九|男|1970.01|本科|群众|聘用', '3|金都|郑十|男|1970.01|本科|群众|聘用']
  const reading = read({ 社区工作人员: ['社区工作人员花名册', `${HEAD}|社区`, `${A}|清泉社区`, `${B}|清泉社区`], [sheet]: other })
  expect(people(reading)).toEqual(WANTED.slice(0, 2))
  expect(reading.communities.map(({ name }) => name)).toEqual(['清泉'])
})

describe('premises that are not there yet', () => {
  const areas = (name: string, remark: string): readonly string[] =>
    read({ 用房: ['社区|名称|使用面积（㎡）|备注', '清泉社区|办公用房|95|在用', `清泉社区|${name}|300|${remark}`, '荷叶社区|办公用房|80|在用'] }).premises.map(({ tenure, opens }) => `${tenure} ${opens?.day ?? '-'}`)
  test.each<readonly [name: string, remark: string, wanted: string]>([
    ['拟建新址', '', 'in-building -'],
    ['规划用房', '', 'in-building -'],
    ['活动中心', '尚未动工', 'in-building -'],
    ['活动中心', '2025年建设', 'blank 20251231'],
    ['活动中心', '2018年建设', 'blank 20181231'],
    ['规划路用房', '', 'blank -'],
  ])('%s, %s', (name, remark, wanted) => {
    expect(areas(name, remark)[1]).toBe(wanted)
  })
})

test('a row without a use that is exactly its rows together is their sum, any other is a place', () => {
  const sum = (stated: number): number =>
    read({ 用房: ['序号|社区|用房|使用面积（㎡）', `一|清泉社区||${stated}`, '||办公楼|100', '||活动中心|110', '二|荷叶社区||90', '||办公楼|40', '||活动中心|50'] })
      .premises.filter(({ community }) => community === 0).reduce((all, { usable }) => all + (usable?.value ?? 0), 0)
  expect([sum(210), sum(95)]).toEqual([210, 305])
})

test.each(['其他人员', '其它工作人员', '镇社区办'])('%s behind bare communities belongs to none of them', line => {
  expect(people(read({ 花名册: [HEAD, '清泉社区', A, B, '荷叶社区', C, D, line, '1|周八|男|1970.01|本科|群众|正式'] }))).toEqual([...WANTED, '周八 ? formal'])
})

test('the town’s own service centre among the communities is none of them', () => {
  const list = (name: string): readonly string[] => read({ 用房: ['社区|使用面积（㎡）|产权', '清泉社区|100|自有', `${name}|800|自有`] }).communities.map(({ name: of }) => of)
  expect(list('石门镇便民服务中心')).toEqual(['清泉'])
  expect(list('荷叶社区便民服务中心')).toEqual(['清泉', '荷叶'])
  expect(list('荷叶党群服务中心')).toEqual(['清泉', '荷叶'])
})

test.each<readonly [remark: string, ended: boolean]>([['2021年已退租', true], ['已腾退', true], ['尚未退租', false], ['未退还押金', false], ['在用', false]])('a place that was given back: %s', (remark, ended) => {
  const { premises } = read({ 用房: ['社区|名称|使用面积（㎡）|备注', '清泉社区|办公用房|95|', `清泉社区|原办公用房|70|${remark}`, '荷叶社区|办公用房|80|'] })
  expect((premises[1]?.doubts ?? []).some(doubt => doubt.kind === 'given-up')).toBe(ended)
})
