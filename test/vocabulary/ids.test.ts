import fc from 'fast-check'
import { daysInMonth } from '../../src/core/day'
import type { CellValue } from '../../src/core/cell'
import { bareId, checkCharacter, maskId, readId } from '../../src/vocabulary/ids'

const two = (value: number) => String(value).padStart(2, '0')
/** Ids of nobody: 990101 is no area. */
const anId = fc
  .tuple(
    fc.integer({ min: 1940, max: 2007 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(([year, month, day, order]) => {
    const digits = `990101${year}${two(month)}${two(day)}${String(order).padStart(3, '0')}`
    return {
      digits,
      id: digits + checkCharacter(digits),
      birth: year * 10_000 + month * 100 + day,
      sex: order % 2 === 1 ? 'male' : 'female',
    }
  })

test('a valid id carries birth and sex, in every writing', () => {
  fc.assert(fc.property(anId, ({ id, birth, sex }) => {
    const wide = [...id].map(char => String.fromCharCode(char.charCodeAt(0) + 0xfee0)).join('')
    const spaced = `${id.slice(0, 6)} ${id.slice(6, 14)} ${id.slice(14)}`
    for (const text of [id, id.toLowerCase(), ` ${id} `, `'${id}`, wide, spaced, `身份证:${id}`, `身份证号：${id}`, `${id}\u200b`]) expect([text, readId(text)]).toEqual([text, { state: 'valid', birth, sex }])
  }))
})
test('any other last character is a wrong checksum', () => {
  fc.assert(fc.property(anId, fc.constantFrom(...'0123456789X'), ({ digits, id, birth }, last) => {
    expect(readId(digits + last)).toMatchObject({ state: digits + last === id ? 'valid' : 'checksum', birth })
  }))
})
test('the 15 digits of before 1999', () => {
  expect(readId('990101850312123')).toEqual({ state: 'valid', birth: 19850312, sex: 'male' })
  expect(readId(990101850312122)).toEqual({ state: 'valid', birth: 19850312, sex: 'female' })
  expect(readId('990101851312123').state).toBe('date')
})
test.each(['×', 'х', 'Ｘ', 'x'])('%s for the check character X', sign => {
  const ofX = Array.from({ length: 100 }, (_, at) => `3212991980031${String(at).padStart(4, '0')}`).find(each => checkCharacter(each) === 'X') ?? ''
  expect([readId(`${ofX}${sign}`).state, bareId(`${ofX}${sign}`)]).toEqual(['valid', `${ofX}X`])
})

test.each<readonly [CellValue, string]>([
  ['E12345678', 'document'], ['EA1234567', 'document'], ['H1234567801', 'document'], ['80123456', 'document'], [80123456, 'document'], ['USA310012345678', 'document'],
  ['13900000001', 'not-an-id'], [13900000001, 'not-an-id'], ['8613900000001', 'not-an-id'], ['19850312', 'not-an-id'], ['32129919851', 'length'], ['32129919', 'length'], ['32129980', 'document'], ['护照E1234', 'not-an-id'],
])('%s: %s', (value, state) => { expect(readId(value).state).toBe(state) })

test.each([
  [null, 'blank'], ['', 'blank'], ['/', 'blank'], ['无', 'blank'], ['不详', 'blank'],
  ['9901011985031212', 'length'], ['99010119850312123', 'length'], ['9901011985031212345', 'length'], [13800000000, 'not-an-id'],
  [990101198503121300, 'digits-lost'], ['9.90101E+17', 'digits-lost'],
  ['9901**********1234', 'masked'], ['990***********1234', 'masked'], ['99010119850312****', 'masked'], ['9901××××××××××1234', 'masked'],
  ['张三', 'not-an-id'], [45, 'not-an-id'], [true, 'not-an-id'], ['护照E12345678', 'not-an-id'],
] as const)('%p is %s', (value, state) => { expect(readId(value).state).toBe(state) })
test('a birth that is no day is a fault of the id', () => { expect(readId(`990101198502301${'23'}${checkCharacter('99010119850230123')}`)).toMatchObject({ state: 'date', birth: 0 }) })

test('masked: first three, eleven stars, last four', () => {
  expect(maskId('990101198503121234')).toBe('990***********1234')
  expect(maskId('99010119850312123x')).toBe('990***********123X')
})
test('never throws', () => { fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.bigInt().map(String)), value => { readId(value); maskId(String(value)) })) })
test('a hundred thousand ids take well under a second', () => {
  const ids = fc.sample(anId, { numRuns: 1000, seed: 1 })
  const start = process.cpuUsage()
  let valid = 0
  for (let turn = 0; turn < 100; turn++) for (const { id } of ids) if (readId(id).state === 'valid') valid++
  expect(valid).toBe(100_000)
  // The time of this process alone: other programs on the machine do not count.
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(1500)
})
test('every day of a year is a birth', () => {
  for (let month = 1; month <= 12; month++) for (let day = 1; day <= daysInMonth(2000, month); day++) {
    const digits = `9901012000${two(month)}${two(day)}001`
    expect(readId(digits + checkCharacter(digits)).birth).toBe(20_000_000 + month * 100 + day)
  }
})
