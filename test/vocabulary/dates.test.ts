import fc from 'fast-check'
import { daysInMonth, serialOfDay } from '../../src/core/day'
import { readBirth, readStatedDay } from '../../src/vocabulary/dates'
import { VALUE_NOTES } from '../../src/vocabulary/notes'

const DAY = { birth: 19850312, precision: 'day', statedAge: -1, note: null }
const MONTH = { birth: 19850301, precision: 'month', statedAge: -1, note: 'value.month-only' }
const YEAR = { birth: 19850101, precision: 'year', statedAge: -1, note: 'value.year-only' }

describe('a day in every writing', () => {
  test.each([
    '1985-03-12', '1985-3-12', '1985/3/12', '1985/03/12', '1985.03.12', '1985.3.12', '1985年3月12日', '1985年03月12日', '1985 年 3 月 12 日', '19850312', 19850312, '1985-03-12 00:00:00', '1985/3/12 0:00', '1985-03-12T00:00:00',
    '１９８５．０３．１２', '１９８５年３月１２日', '一九八五年三月十二日', '1985年3月12', '1985.03.12.', '1985。3。12', '1985、3、12', '1985,3,12', '1985—03—12', '1985－03－12', '1985年3月12日生', '1985年3月12日出生', '生于1985年3月12日', "'1985-03-12", '1985.0312',
    31118, '31118', 31118.5, '1985年3月12号', '12/3月/1985'.slice(0, 0) + '1985-03-12', '12-Mar-1985', 'Mar 12, 1985'.replace(', ', '-').replace(' ', '-'), '1985.03.12（公历）', '1985年3月12日(阳历)', '198503120000', '1985.03.12星期二', '19850312日',
  ])('%p', value => { expect(readBirth(value, 1900)).toEqual(DAY) })

  test.each([['19850312（38岁）', 38], ['1985.03.12（38岁）', 38], ['1985-03-12 38岁', 38]])('%s carries an age', (value, statedAge) => {
    expect(readBirth(value, 1900)).toEqual({ ...DAY, statedAge })
  })
  test.each(['850312', '85.3.12', '85-03-12', '85年3月12日', "85.03.12", 850312])('%p has a two-digit year', value => {
    expect(readBirth(value, 1900)).toEqual({ ...DAY, note: 'value.two-digit-year' })
  })
})

describe('a month in every writing', () => {
  test.each(['1985.03', '1985.3', '1985年3月', '1985年03月', '198503', 198503, '1985-03', '1985-3', '1985/3', '1985/03', '1985 . 3', '1985,03', '1985，03', '1985、3', '1985年3月生', '１９８５．０３', '一九八五年三月', '二〇〇一年十月'.replace('二〇〇一', '一九八五').replace('十月', '三月'), '1985 年 3 月', '1985.03月', '1985年3月份', '1985年三月', '1985年3', '1985年.3月', '出生年月：1985.03', '1985. 03', '1985·03', '1985..03', '1985:03', '1985.O3', 1985.03, 1985.3 - 0.27])('%p', value => {
    expect(readBirth(value, 1900)).toEqual(MONTH)
  })
  test.each([['1985.03（38岁）', 38], ['1985.3(38周岁)', 38], ['1985年3月 38岁', 38], ['1985.03、38岁', 38], ['1985.03 (38)', 38], ['38岁（1985.03）', 38]])('%s', (value, statedAge) => {
    if (statedAge >= 0) expect(readBirth(value, 1900)).toEqual({ ...MONTH, statedAge })
    else expect(readBirth(value, 1900).note).not.toBeNull()
  })
  test.each(['85.03', '85年3月', '85-3', '85.3', '85/03', '八五年三月', 85.03, 8503, '8503'])('%p has a two-digit year', value => {
    expect(readBirth(value, 1900)).toEqual({ ...MONTH, note: 'value.two-digit-year' })
  })
  test('the day may be written as zero', () => {
    expect(readBirth('1985-03-00', 1900)).toEqual({ ...MONTH, note: 'value.date-zero' })
    expect(readBirth('19850300', 1900)).toEqual({ ...MONTH, note: 'value.date-zero' })
    expect(readBirth(19850300, 1900)).toEqual({ ...MONTH, note: 'value.date-zero' })
  })
})

test('元月 is January', () => { expect(readBirth('1985年元月', 1900)).toMatchObject({ birth: 19850101, precision: 'month' }) })
test.each(['1985-00-00', '1985.00', '19850000', 19850000])('%p is a year, and the rest is no day', value => { expect(readBirth(value, 1900)).toEqual({ ...YEAR, note: 'value.date-zero' }) })
test.each(['1985', 1985, '1985年', '一九八五年', '1985年生', '1985年初', '1985年底'])('%p is a year', value => { expect(readBirth(value, 1900)).toEqual(YEAR) })

test('a number that dropped its zero may be January or October, as text it is January', () => {
  expect(readBirth(1985.1, 1900)).toEqual({ birth: 19850101, precision: 'month-ambiguous', statedAge: -1, note: 'value.month-ambiguous' })
  expect(readBirth('1985.1', 1900).birth).toBe(19850101)
  expect(readBirth('1985.10', 1900).birth).toBe(19851001)
  expect(readBirth(1985.12, 1900).birth).toBe(19851201)
  expect(readBirth(1985.11, 1900).birth).toBe(19851101)
  expect(readBirth(1985.02, 1900).birth).toBe(19850201)
})

test.each([['1985-13-01'], ['1985-02-30'], ['19850230'], [19850230], ['1985年13月'], ['1985.13'], [198513], ['1985-02-29']])('%p is no day', value => {
  expect(readBirth(value, 1900)).toEqual({ birth: 0, precision: 'none', statedAge: -1, note: 'value.date-impossible' })
})
test.each(['不知道', '张三', '本科', '八十年代', '1985年春', '#REF!'])('%s cannot be read', value => {
  const read = readBirth(value, 1900)
  expect([read.birth, read.precision, read.note]).toEqual([0, 'none', 'value.date-unreadable'])
})
test.each([['38岁', 38, 'value.age-for-birth'], ['38周岁', 38, 'value.age-for-birth'], ['现年三十八岁', 38, 'value.age-for-birth'], ['年龄：38岁', 38, 'value.age-for-birth'], ['约38岁', 38, 'value.age-about'], ['虚39岁', 39, 'value.age-nominal']])('%s is an age where a birth was asked for', (value, statedAge, note) => {
  expect(readBirth(value, 1900)).toEqual({ birth: 0, precision: 'none', statedAge, note })
})
test.each([null, '', ' ', '　', '/', '-', '无', '不详', '待补充'])('%p is nothing', value => { expect(readBirth(value, 1900)).toEqual({ birth: 0, precision: 'none', statedAge: -1, note: null }) })
test.each([0, 3, 38, 123, 99999, -5, 1e12, 12345678901])('%p is no birth', value => { expect(readBirth(value, 1900).birth).toBe(0) })
test('an error value, a lunar date, an id number', () => {
  expect(readBirth({ error: '#VALUE!' }, 1900).note).toBe('value.error')
  expect(readBirth('农历1985年3月12日', 1900)).toEqual({ ...DAY, note: 'value.lunar-date' })
  expect(readBirth('990101198503121239', 1900)).toMatchObject({ birth: 19850312, note: 'value.birth-from-id' })
})
test('a birth after the as-of date is a fault', () => {
  expect(readBirth('2024.05', 1900, 20231231)).toMatchObject({ birth: 0, precision: 'none', note: 'value.date-future' })
  expect(readBirth('2003.05', 1900, 20231231).birth).toBe(20030501)
})
test('two-digit years of the young', () => {
  expect(readBirth('01.05', 1900).birth).toBe(20010501)
  expect(readBirth('99.05', 1900).birth).toBe(19990501)
})

const day = fc
  .tuple(fc.integer({ min: 1940, max: 2007 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .filter(([year, month, date]) => date <= daysInMonth(year, month))
const two = (value: number) => String(value).padStart(2, '0')
const HAN = '〇一二三四五六七八九'
const han = (value: number) => [...String(value)].map(digit => HAN[Number(digit)]).join('')
const hanSmall = (value: number) => (value < 10 ? han(value) : `${value < 20 ? '' : han(Math.floor(value / 10))}十${value % 10 === 0 ? '' : han(value % 10)}`)
const wide = (text: string) => text.replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

test('every valid day in every writing reads back to itself', () => {
  fc.assert(fc.property(day, ([year, month, date]) => {
    const want = year * 10_000 + month * 100 + date
    const texts = [
      `${year}-${two(month)}-${two(date)}`, `${year}-${month}-${date}`, `${year}/${month}/${date}`, `${year}.${month}.${date}`, `${year}.${two(month)}.${two(date)}`, `${year}年${month}月${date}日`, `${year} 年 ${month} 月 ${date} 日`, `${year}${two(month)}${two(date)}`,
      `${year}-${two(month)}-${two(date)} 00:00:00`, `${han(year)}年${hanSmall(month)}月${hanSmall(date)}日`, wide(`${year}.${month}.${date}`), `${year}年${two(month)}月${two(date)}日生`,
    ]
    for (const text of texts) expect([text, readBirth(text, 1900).birth]).toEqual([text, want])
    expect(readBirth(want, 1900).birth).toBe(want)
    expect(readBirth(serialOfDay(year, month, date, 1900), 1900)).toEqual({ birth: want, precision: 'day', statedAge: -1, note: null })
    expect(readBirth(serialOfDay(year, month, date, 1904), 1904)).toEqual({ birth: want, precision: 'day', statedAge: -1, note: null })
  }))
})
test('every month in every writing reads back to itself', () => {
  fc.assert(fc.property(day, ([year, month]) => {
    const want = { birth: year * 10_000 + month * 100 + 1, precision: 'month' }
    for (const text of [`${year}.${two(month)}`, `${year}.${month}`, `${year}年${month}月`, `${year}-${two(month)}`, `${year}/${month}`, `${year}${two(month)}`, `${year} . ${month}`, `${han(year)}年${hanSmall(month)}月`, wide(`${year}．${two(month)}`), `${year}.${two(month)}（${2023 - year}岁）`]) expect([text, readBirth(text, 1900)]).toEqual([text, expect.objectContaining(want)])
    if (month !== 10 && month !== 1) expect(readBirth(Number(`${year}.${two(month)}`), 1900)).toMatchObject(want)
  }))
})
test('never throws, gives real days only, and known notes', () => {
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.integer({ min: 0, max: 99_999_999 }), fc.string({ unit: fc.constantFrom(...'0123456789.-/年月日 岁（）一二三十〇') })), fc.constantFrom(1900 as const, 1904 as const), (value, system) => {
    const read = readBirth(value, system)
    expect(read.note === null || read.note in VALUE_NOTES).toBe(true)
    expect(read.birth === 0).toBe(read.precision === 'none')
    if (read.birth !== 0)
      expect(read.birth % 100).toBeLessThanOrEqual(daysInMonth(Math.floor(read.birth / 10_000), Math.floor(read.birth / 100) % 100))
  }), { numRuns: 2000 })
})

test.each([
  ['截至2023年12月31日', 20231231], ['（截至2023年12月31日）', 20231231], ['截止日期：2023-12-31', 20231231], ['填报日期：2023.12.31', 20231231], ['填报日期：2023年6月30日', 20230630], ['日期：2024.6.30', 20240630], ['填表时间：2023-06-30', 20230630], ['统计日期：2017年2月16日', 20170216],
  ['2023年6月', 20230630], ['2024年2月', 20240229], ['截至2023年底', 20231231], ['截止2023年12月底', 20231231], ['二〇二三年十二月三十一日', 20231231], ['二〇二三年十二月', 20231231], ['填报单位：姜堰镇社区办    2023年12月31日', 20231231], ['填报单位：姜堰镇      填报日期：2023年11月5日', 20231105], ['数据截至２０２３年１１月', 20231130],
  ['统计时间：2023年9月', 20230930], ['制表日期：20231231', 20231231], ['（2023年12月31日）', 20231231], ['截止到2023年12月31日止', 20231231],
  ['姜堰镇社区工作人员花名册', null], ['2023年社区干部名册', null], ['2023年12月经费预算表', null], ['联系电话：0523-88200000', null], ['2023', null], ['填报日期：    年  月  日', null], ['2023年13月', null], ['', null], ['注：年龄计算截止年底。', null],
] as const)('%s states %s', (text, expected) => { expect(readStatedDay(text)).toBe(expected) })
test('a stated day never throws', () => { fc.assert(fc.property(fc.string({ unit: 'binary' }), text => { readStatedDay(text) })) })
