import fc from 'fast-check'
import { civilFromDays, dayOfSerial, daysFromCivil, daysInMonth, dayText, fullYears, isRealDay, parseDay, serialOfDay, ymd } from '../../src/core/day'

test('every day from 1600 to 2400 comes back to itself, and agrees with the calendar of the machine', () => {
  fc.assert(fc.property(fc.integer({ min: -135_140, max: 157_054 }), days => {
    const { year, month, day } = civilFromDays(days)
    expect(daysFromCivil(year, month, day)).toBe(days)
    const date = new Date(days * 86_400_000)
    expect([year, month, day]).toEqual([date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()])
  }))
})

test.each([
  [31_107, 1900, '1985-03-01'],
  [31_107.75, 1900, '1985-03-01'],
  [29_645, 1904, '1985-03-01'],
  [45_291, 1900, '2023-12-31'],
] as const)('serial %d of the %d system is %s', (serial, system, text) => {
  const day = dayOfSerial(serial, system)
  expect(day === null ? null : dayText(ymd(day.year, day.month, day.day))).toBe(text)
  if (day !== null) expect(serialOfDay(day.year, day.month, day.day, system)).toBe(Math.floor(serial))
})

test.each([-1, Number.NaN, Number.POSITIVE_INFINITY, 2_958_466])('serial %d is no day', serial => {
  expect(dayOfSerial(serial, 1900)).toBeNull()
})

test.each([
  ['1985-03-12', 19_850_312],
  ['2000-02-29', 20_000_229],
  ['1900-02-29', null],
  ['2023-13-01', null],
  ['2023-1-1', null],
  ['2023-12-31T00:00', null],
])('%s reads as %p', (text, value) => {
  expect(parseDay(text)).toBe(value)
  if (value !== null) expect(dayText(value)).toBe(text)
})

test.each([
  [19_781_231, 20_231_231, 45],
  [19_790_101, 20_231_231, 44],
  [19_800_229, 20_230_228, 42],
  [19_800_229, 20_230_301, 43],
])('born %i has full years on %i: %i', (born, asOf, years) => {
  expect(fullYears(born, asOf)).toBe(years)
})

test('months have their days', () => {
  expect([daysInMonth(2024, 2), daysInMonth(2100, 2), daysInMonth(2000, 2), daysInMonth(2023, 4), daysInMonth(2023, 12)]).toEqual([
    29, 28, 29, 30, 31,
  ])
  expect(isRealDay(2023, 4, 31)).toBe(false)
})
