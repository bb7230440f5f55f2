import { areaCells } from '../../src/core/area'
import { check } from '../../src/check'
import { defaultPolicy } from '../../src/policies'
import { bookOf } from '../rules/books'

/** The age and the area stand in the same column of two lists: each figure names the cells of its own. */
const book = bookOf({
  花名册: [['社区', '姓名', '出生日期', '人员类别', '学历'], ['河东社区', '甲某', '1960-03-16', '正式', '大专'], ['河东社区', '乙某', '1961-03-16', '聘用', '大专']],
  用房: [['社区', '产权性质', '使用面积'], ['河西社区', '自有', 260], ['河东社区', '自有', 90]],
})

test.each([
  ['average-age', '花名册', 'C2:C3'],
  ['college-share', '花名册', 'E2:E3'],
  ['usable-area', '用房', 'C3'],
])('%s', (figure, sheet, cells) => {
  const { communities } = check(book, { policy: defaultPolicy, asOf: '2023-12-31' })
  const judgement = communities.find(unit => unit.name === '河东')?.judgements.find(each => each.target.figure === figure)
  expect(judgement?.cells.map(area => [area.sheet, areaCells(area)])).toEqual([[sheet, cells]])
})

test('figures over the same cells share one list', () => {
  const { communities } = check(book, { policy: defaultPolicy, asOf: '2023-12-31' })
  const of = (figure: string): unknown => communities.find(unit => unit.name === '河东')?.judgements.find(each => each.target.figure === figure)?.cells
  expect(of('formal')).toBe(of('contracted'))
})
