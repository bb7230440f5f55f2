import fc from 'fast-check'
import { readAge } from '../../src/vocabulary/ages'

test.each([
  [45, 45, null], ['’45', 45, null], ['45', 45, null], ['45岁', 45, null], ['45周岁', 45, null], ['45 岁', 45, null], ['４５', 45, null], ['４５岁', 45, null], [45.6, 45.6, 'value.age-fraction'], ['45.6', 45.6, 'value.age-fraction'], ['四十五', 45, null], ['四十五岁', 45, null], ['满45周岁', 45, null], ['年龄：45', 45, null],
  ['约45', 45, 'value.age-about'], ['45岁左右', 45, 'value.age-about'], ['50多岁', 50, 'value.age-about'], ['虚岁46', 46, 'value.age-nominal'], ['46虚岁', 46, 'value.age-nominal'], ['46岁（虚岁）', 46, 'value.age-nominal'], ['45（周岁）', 45, null],
  [null, -1, null], ['', -1, null], ['/', -1, null], ['不详', -1, null], [0, -1, null], [1978, -1, 'value.age-unlikely'], [3, -1, 'value.age-unlikely'], ['1978.03', -1, 'value.age-unreadable'], ['张三', -1, 'value.age-unreadable'], [{ error: '#NUM!' }, -1, 'value.error'], [-5, -1, 'value.age-unlikely'], [123456, -1, 'value.age-unlikely'],
] as const)('%p', (value, age, note) => { expect(readAge(value)).toEqual({ age, note }) })

test('every age in every writing', () => {
  fc.assert(fc.property(fc.integer({ min: 16, max: 99 }), age => {
    for (const text of [age, String(age), `${age}岁`, `${age}周岁`, ` ${age} `, `${age}　岁`]) expect(readAge(text)).toEqual({ age, note: null })
  }))
})
test('never throws and stays within a human life', () => {
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.boolean()), value => {
    const { age } = readAge(value)
    expect(age === -1 || (age >= 14 && age <= 110)).toBe(true)
  }))
})
