import fc from 'fast-check'

const two = (number: number): string => String(number).padStart(2, '0')
/** An id of 18 signs in an area that is not assigned, with a day that exists. */
export const anId = fc.record({ year: fc.integer({ min: 1930, max: 2008 }), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }), tail: fc.integer({ min: 0, max: 999 }), last: fc.constantFrom(...'0123456789Xx') })
  .map(({ year, month, day, tail, last }) => `321299${year}${two(month)}${two(day)}${String(tail).padStart(3, '0')}${last}`)
const SEPARATORS = ['-', ' ', '  ', '.', '·', '/', '_', '\u3000', '\u00a0', '\u200b', '\u200d', '\u2060', '\ufeff', '\u202e', '－', '—', '\t', "'"]
const widen = (text: string): string => text.replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

/** An id cut wherever, with whatever, in whichever digits, behind and before whatever. */
export const written = fc.record({
  id: anId, cuts: fc.uniqueArray(fc.integer({ min: 1, max: 17 }), { maxLength: 6 }), separator: fc.constantFrom('', ...SEPARATORS), wide: fc.boolean(),
  before: fc.constantFrom('', ' ', '，', '"', '：', '\n', '姓名', 'A', 'x.', '张三.', '（', '身份证号', '#', '🙂'), after: fc.constantFrom('', ' ', '。', '"', '（', '\n', 'B', '张三'),
}).map(({ id, cuts, separator, wide, before, after }) => {
  const shown = [...id].map((sign, i) => (i > 0 && cuts.includes(i) ? separator : '') + sign).join('')
  return { id, text: before + (wide ? widen(shown) : shown) + after }
})

/** What is left of a text when everything but digits, X and the stars of a mask is taken away: no separator hides an id here. */
export const bare = (text: string): string => text.normalize('NFKC').replace(/[^\dXx*]/g, '')
