import fc from 'fast-check'
import { people, read, tables } from './sheets'
import type { SheetText } from './sheets'

const HEAD = '序号|姓名|性别|出生年月|学历|政治面貌'
const KINDHEAD = `${HEAD}|人员类别`
const A = '1|张三|男|1985.03|大专|中共党员', B = '2|李四|女|1988.03|高中|群众', C = '1|王五|男|1990.01|本科|群众', D = '2|赵六|女|1979.12|大专|群众'
const WANTED = ['张三 清泉 formal', '李四 清泉 contracted', '王五 荷叶 formal', '赵六 荷叶 contracted']

describe('one line names the community and the kind', () => {
  test.each<readonly [formal: string, contracted: string]>([
    ['清泉社区正式人员', '清泉社区聘用人员'],
    ['一、清泉社区正式人员名单', '二、清泉社区聘用人员名单'],
    ['清泉社区——正式人员（1名）', '清泉社区——聘用人员（1名）'],
    ['清泉社区（正式）', '清泉社区（聘用）'],
    ['清泉社区（正式1人）', '清泉社区（聘用1人）'],
    ['清泉社区居委会在编人员', '清泉社区居委会编外人员'],
  ])('%s', (formal, contracted) => {
    const rows: SheetText = [HEAD, formal, A, contracted, B, formal.replace('清泉', '荷叶'), C, contracted.replace('清泉', '荷叶'), D]
    expect(people(read({ 花名册: rows }))).toEqual(WANTED)
  })
  test('a count that is not that of the people below counts some of them', () => {
    expect(people(read({ 花名册: [HEAD, '清泉社区（正式1人）', A, B] }))).toEqual(['张三 清泉 unknown', '李四 清泉 unknown'])
    expect(people(read({ 花名册: [HEAD, '清泉社区（正式1人，聘用1人）', A, B] }))).toEqual(['张三 清泉 unknown', '李四 清泉 unknown'])
  })
  test('the kind holds until the next line, whatever the numbers', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }), fc.boolean(), (formal, contracted, counted) => {
      const of = (kind: string, count: number, from: number): readonly string[] => [
        `清泉社区（${kind}${counted ? `${count}人` : ''}）`,
        ...Array.from({ length: count }, (_each, at) => `${at + 1}|张${'甲乙丙丁戊己庚辛壬癸'[from + at] ?? ''}|男|1985.03|大专|群众`),
      ]
      const told = people(read({ 花名册: [HEAD, ...of('正式', formal, 0), ...of('聘用', contracted, 5)] }))
      expect(told.filter(line => line.endsWith(' formal'))).toHaveLength(formal)
      expect(told.filter(line => line.endsWith(' contracted'))).toHaveLength(contracted)
    }), { numRuns: 25 })
  })
})

test('kinds and communities with a bare count beside them', () => {
  const rows: SheetText = ['社区|类别|姓名|出生年月|学历|政治面貌', '清泉（2人）|正式人员（1）|张三|1985.03|大专|党员', '清泉（2人）|聘用人员（1）|李四|1988.03|高中|群众']
  const reading = read({ 花名册: rows })
  expect(people(reading)).toEqual(WANTED.slice(0, 2))
  expect(reading.communities.map(({ label }) => label)).toEqual(['清泉'])
})

describe('empty columns between the columns of one list', () => {
  const spaced = (row: string, after: number): string => row.split('|').map((cell, at) => (at === after ? `${cell}|` : cell)).join('|')
  test.each([0, 1, 2, 3, 4, 5])('behind column %i', after => {
    const rows = [`${HEAD}|人员类别|工作岗位`, `${A}|正式|社区工作者`, `${B}|聘用|社区工作者`].map(row => spaced(spaced(row, after), 3))
    const reading = read({ 清泉社区: rows })
    expect(people(reading)).toEqual(WANTED.slice(0, 2))
    expect(tables(reading)).toHaveLength(1)
  })
})

describe('last year’s list beside this year’s', () => {
  const old = ['2022年社区工作人员花名册', `${KINDHEAD}|社区`, `${A}|聘用|清泉社区`, `${B}|聘用|清泉社区`, '3|王五|男|1990.01|本科|群众|正式|荷叶社区', '4|钱七|女|1979.12|大专|群众|聘用|荷叶社区']
  const now = { Sheet1: ['社区：清泉社区', KINDHEAD, `${A}|正式`, `${B}|聘用`], Sheet2: ['社区：荷叶社区', KINDHEAD, `${C}|正式`, `${D}|聘用`] }
  test('first or last, on one sheet or several', () => {
    expect(people(read({ '2022年': old, ...now })).toSorted()).toEqual(WANTED.toSorted())
    expect(people(read({ ...now, '2022年': old })).toSorted()).toEqual(WANTED.toSorted())
  })
  test('beside cards of persons', () => {
    const card = (name: string, community: string, kind: string): readonly string[] => [`姓名|${name}|所属社区|${community}`, '出生年月|1985.03|性别|男', '学历|大专|政治面貌|群众', `人员类别|${kind}|备注|`, '']
    const cards = [...card('张三', '清泉社区', '正式'), ...card('李四', '清泉社区', '聘用'), ...card('王五', '荷叶社区', '正式'), ...card('赵六', '荷叶社区', '聘用')]
    expect(people(read({ 登记表: cards, 花名册: old }))).toEqual(WANTED)
    expect(people(read({ 登记表: cards, 退休人员: ['社区退休人员名册', `${KINDHEAD}|社区`, '1|周八|男|1955.03|大专|党员|正式|清泉社区'] })).filter(line => !line.endsWith(' left'))).toEqual(WANTED)
  })
})

test.each(['书记', '主任', '社区工作者', '民政专干'])('a post that is a header word elsewhere: %s', post => {
  const card = ['社区|清泉社区', '姓名|张三|民族|汉', '出生年月|1985.03|学历|大专', '政治面貌|群众|入党时间|', `人员身份|正式|现任职务|${post}`]
  expect(people(read({ 登记表: card }))).toEqual(WANTED.slice(0, 1))
  const onSide = ['序号|1|2|3|4', '所属社区|清泉社区|清泉社区|荷叶社区|荷叶社区', '姓名|张三|李四|王五|赵六', '学历|大专|高中|本科|大专', '政治面貌|党员|群众|群众|群众', '人员性质|正式|聘用|正式|聘用', `社区职务|委员|${post}|${post}|主任`]
  expect(people(read({ 名册: onSide }))).toEqual(WANTED)
})

describe('bare names over the columns of a table of premises on its side', () => {
  const on = (first: string, second: string): readonly string[] => read({ 用房: [`项目|${first}|${second}`, '使用面积（㎡）|76|370', '产权|自有|自有', '社区办公室|有|有', '警务室|无|有'] }).communities.map(({ name }) => name)
  test.each([['大通', '塔岭'], ['石桥头', '翡翠湖'], ['清泉社区', '荷叶']])('%s and %s are communities', (first, second) => {
    expect(on(first, second)).toEqual([first.replace('社区', ''), second])
  })
  test.each([['自有', '租赁'], ['一层', '二层'], ['主楼', '副楼'], ['现状', '规划'], ['办公', '活动'], ['2022年', '2023年']])('%s and %s are none', (first, second) => {
    expect(on(first, second)).toEqual([])
  })
})
