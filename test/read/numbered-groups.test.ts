import { people, read } from './sheets'
import type { SheetText } from './sheets'

const HEAD = '序号|姓名|性别|出生年月|学历|政治面貌|人员类别'
const A = '1|张三|男|1985.03|大专|中共党员|正式', B = '2|李四|女|1988.03|高中|群众|聘用', C = '1|王五|男|1990.01|本科|群众|正式', D = '2|赵六|女|1979.12|大专|群众|聘用'
const WANTED = ['张三 清泉 formal', '李四 清泉 contracted', '王五 荷叶 formal', '赵六 荷叶 contracted']

describe('a group’s number in a cell of its own', () => {
  test.each<readonly [first: string, second: string]>([
    ['一|清泉社区', '二|荷叶社区'],
    ['（一）|清泉社区', '（二）|荷叶社区'],
    ['1|清泉社区', '2|荷叶社区'],
    ['一|清泉社区|||||2人', '二|荷叶社区|||||2人'],
    ['一、|清泉社区居委会|正式1人|聘用1人', '二、|荷叶社区居委会|正式1人|聘用1人'],
    ['一|清泉社区小计|2', '二|荷叶社区小计|2'],
  ])('%s', (first, second) => {
    expect(people(read({ 花名册: [HEAD, first, A, B, second, C, D] }))).toEqual(WANTED)
  })
  test('somebody whose name ends like a village, and a person of whom little is known, stay people', () => {
    expect(people(read({ 清泉社区: [HEAD, A, '2|王新村', '3|李四|女'] })).map(line => line.split(' ')[0])).toEqual(['张三', '王新村', '李四'])
  })
})

test.each<readonly [one: string, other: string, wanted: readonly (number | null)[]]>([
  ['自有用房', '租赁用房', [100, 90, 60]],
  ['自建', '租用情况', [100, 90, 60]],
  ['用房', '租赁用房', [null, 90]],
])('premises on the sheets %s and %s', (one, other, wanted) => {
  const list = (...rows: readonly string[]): SheetText => ['社区|使用面积（㎡）', ...rows]
  const reading = read({ [one]: list('清泉社区|100', '荷叶社区|90'), [other]: list('清泉社区|60') })
  const counted = reading.premises.filter(place => reading.tables[place.table]?.counted === true)
  expect(counted.map(({ usable }) => usable?.value ?? null)).toEqual(wanted)
})
