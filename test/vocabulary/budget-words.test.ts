import fc from 'fast-check'
import { staffType, understand } from '../../src/vocabulary/budget-words'
import type { Saying } from '../../src/vocabulary/budget-words'

const all = (text: string) => Object.assign({}, ...understand(text).said) as Saying

test.each<readonly [string, Saying]>([
  ['（一）在编人员经费', { staff: 'formal', measure: 'amount' }],
  ['编外聘用人员经费', { staff: 'contracted', measure: 'amount' }],
  ['临时聘用人员支出', { staff: 'contracted', measure: 'amount' }],
  ['公益性岗位', { staff: 'aside' }],
  ['30101 正式人员工资', { staff: 'formal' }],
  ['实有人数（人）', { measure: 'persons', period: 'now' }],
  ['核定编制', { hint: 'persons', period: 'target' }],
  ['缺编人数', { hint: 'persons', period: 'gap' }],
  ['本年预算数（万元）', { measure: 'amount', period: 'this-year', unit: { of: 'money', scale: 1e4, word: '万元' } }],
  ['上年预算数', { measure: 'amount', period: 'previous', forbids: true }],
  ['2022年决算', { year: 2022, forbids: true }],
  ['增减额', { measure: 'change' }],
  ['增减%', { measure: 'growth' }],
  ['月人均（元/人·月）', { measure: 'unit-cost', per: 'person-month' }],
  ['标准（元/人年）', { measure: 'unit-cost', per: 'person-year' }],
  ['单位造价（元/㎡）', { measure: 'unit-cost', per: 'm2' }],
  ['新批建筑面积（万㎡）', { measure: 'area', basis: 'built', unit: { of: 'area', scale: 1e4, word: '万m2' } }],
  ['预计收缴率', { measure: 'collected' }],
  ['累计（百元）', { measure: 'cumulative', unit: { of: 'money', scale: 100, word: '百元' } }],
  ['市级财政补助', { payer: 'higher', subject: 'subsidy' }],
  ['镇（街道）承担', { payer: 'town', subject: 'remainder' }],
  ['费随事转经费', { subject: 'task-money' }],
  ['合  计', { total: 'total' }],
  ['方案A', { forbids: true }],
  ['填写示例', { forbids: true }],
  ['培训费', { subject: 'item' }],
])('%s', (text, saying) => {
  expect(all(text)).toMatchObject(saying)
  expect(understand(text).unknown).toEqual([])
})

test.each([['环卫所人员经费', '环卫所'], ['行政村', '村'], ['外聘专家费', '专家'], ['大伦镇社区经费', '大伦']])('%s: %s is accounted for by nothing', (text, word) => {
  expect(understand(text).unknown).toEqual([word])
})

test.each([['劳务派遣人员', 'dispatch'], ['派遣制', 'dispatch'], ['合同制', 'contract'], ['临聘', 'temporary'], ['编外', 'outside'], ['聘用制', 'hired'], ['人事代理', 'agency'], ['公益岗', 'welfare'], ['正式', '']])('%s is %s', (word, type) => {
  expect(staffType(word)).toBe(type)
})

test('whatever is written, every character is either said or named, and it ends soon', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom('人', '员', '经', '费', '年', '2', '0', '（', '万', '元', '/', '月', '村', '乙', '·', ' ', '培', '训', '服', '务'), maxLength: 60 }), text => {
    const { said, unknown } = understand(text)
    expect([...said.map(each => each.word), ...unknown].join('').length).toBeLessThanOrEqual(text.length)
  }), { numRuns: 1000 })
})
