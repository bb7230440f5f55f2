import fc from 'fast-check'
import { moneyUnit, readMoney, unitLine } from '../../src/vocabulary/money'

test.each([
  [12.5, '万元', 125_000, null], [12.5, '元', 12.5, null], [12.5, null, 12.5, null], ['12.5', '万元', 125_000, null], ['12.5万', null, 125_000, null], ['12.5万元', '元', 125_000, null], ['¥12.5', null, 12.5, null], ['￥12,500.00', null, 12_500, null], ['12,500.00', null, 12_500, null], ['１２，５００．００', null, 12_500, null], ['3200元', '万元', 3200, null], ['1.2亿', null, 120_000_000, null], ['12.5千元', null, 12_500, null],
  ['(12.5)', '万元', -125_000, 'value.money-negative'], ['-12.5', null, -12.5, 'value.money-negative'], ['3.5万元/年', null, 35_000, null], ['每月2800', null, 2800, 'value.money-monthly'], ['2800元/月', null, 2800, 'value.money-monthly'], ['2800/月', null, 2800, 'value.money-monthly'], ['2800元/人/月', null, 2800, 'value.money-monthly'], ['月均2800元', null, 2800, 'value.money-monthly'], ['约3万', null, 30_000, 'value.money-about'], ['3万元左右', null, 30_000, 'value.money-about'],
  ['3000-4000', null, 3000, 'value.money-range'], ['3000～4000元', null, 3000, 'value.money-range'], ['1万2千元', null, 12_000, null], ['3万5000元', null, 35_000, null], ['人民币3200元', null, 3200, null], ['3200元整', null, 3200, null], ['10元/㎡', null, 10, null], [12.279, '万元', 122_790, null],
  [null, '元', null, null], ['', null, null, null], ['/', null, null, null], ['无', null, null, null], ['待定', null, null, null], ['面议', null, null, 'value.unknown-word'], [{ error: '#REF!' }, null, null, 'value.error'], ['12.5.3', null, null, 'value.unknown-word'],
] as const)('%p in %p', (value, unit, yuan, note) => { expect(readMoney(value, unit)).toEqual({ yuan, note }) })

test.each([['万元', '万元'], ['金额（万元）', '万元'], ['单位：千元', '千元'], ['单位:元', '元'], ['元/月', '元'], ['人民币万元', '万元'], ['预算数(元)', '元'], ['亿元', '亿元'], ['㎡', null], ['人', null], ['元旦', null], ['公元前', null], ['', null], ['万元/年', '万元'], ['月工资（元）', '元'], ['金额', null]])('%s names %s', (text, unit) => { expect(moneyUnit(text)).toBe(unit) })

test.each([['单位：万元', '万元'], ['（单位：平方米）', '平方米'], ['单位:元', '元'], ['金额单位：万元', '万元'], ['计量单位：㎡', 'm2'], ['单位：人', '人'], ['单位：人、万元', '人、万元'], ['单 位：万 元', '万元'], ['单位：人民币元', '元'], ['填报单位：姜堰镇  单位：万元', '万元'], ['货币单位：元', '元'], ['填报单位：姜堰镇', null], ['单位：姜堰镇社区办', null], ['填报单位（盖章）：姜堰镇', null], ['单位名称', null], ['单位', null], ['工作单位：元山社区', null], ['单位：元山社区', null], ['所在单位', null], ['2023年预算表（单位：万元）', '万元']])('%s is the unit line of %s', (text, unit) => { expect(unitLine(text)).toBe(unit) })

test('every amount in every unit', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 99_999_999 }), cents => {
    const yuan = cents / 100
    expect(readMoney(`${yuan}元`, '万元').yuan).toBeCloseTo(yuan, 4)
    expect(readMoney(yuan / 10_000, '万元').yuan).toBeCloseTo(yuan, 3)
    expect(readMoney(yuan.toLocaleString('en-US', { minimumFractionDigits: 2 }), null).yuan).toBeCloseTo(yuan, 4)
  }))
})
test('never throws', () => { fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.boolean()), fc.option(fc.string()), (value, unit) => { readMoney(value, unit); unitLine(String(value)); moneyUnit(String(value)) })) })
