import fc from 'fast-check'
import { readNumber, readShare } from '../../src/vocabulary/numbers'

test.each([[68, 68], ['68', 68], ['68人', 68], ['１２，５００．００', 12_500], ['12,500.00', 12_500], ['1200户', 1200], ['-3', -3], ['(3)', -3], ['0', 0], ['3.5', 3.5], ['约60', 60], ['68名', 68], ['1,200户', 1200], ['四', null], ['abc', null], ['', null], [null, null], ['1,2', null], ['2023年', 2023], ['/', null], [true, null], [{ error: '#REF!' }, null], ['1.2.3', null], [Number.POSITIVE_INFINITY, null]] as const)('%p is %p', (value, expected) => { expect(readNumber(value)).toBe(expected) })
test.each([[80, 0.8], ['80%', 0.8], ['80％', 0.8], [0.8, 0.8], ['0.8', 0.8], [1, 1], [100, 1], ['100%', 1], ['1%', 0.01], ['0.5%', 0.005], ['83.3%', 0.833], ['/', null], [null, null]] as const)('the share %p is %p', (value, expected) => {
  const share = readShare(value)
  if (expected === null) expect(share).toBeNull()
  else expect(share).toBeCloseTo(expected, 10)
})
test('numbers come back, however grouped', () => {
  fc.assert(fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), number => {
    expect(readNumber(String(number))).toBe(number)
    expect(readNumber(number.toLocaleString('en-US'))).toBe(number)
  }))
})
test('never throws', () => { fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.boolean()), value => { readNumber(value); readShare(value) })) })
