import fc from 'fast-check'
import { lexicon, withoutCode } from '../../src/vocabulary/grammar'
import { arabicDates, chineseNumber } from '../../src/vocabulary/numerals'
import { plainAnswer } from '../../src/vocabulary/answers'

const pieces = lexicon({ a: ['事业', '事业编'], b: ['编外', '外'], c: ['工', '工作人员', '正式工'], d: ['正式'] })
const said = (word: string) => pieces(word).map(piece => `${piece.kind}:${piece.text}`).join(' ')

test.each([
  ['事业编', 'a:事业编'], ['事业编外', 'a:事业编 b:外'], ['正式工作人员', 'd:正式 c:工作人员'], ['正式工', 'c:正式工'], ['非事业', 'unknown:非 a:事业'], ['', ''], ['不知道', 'unknown:不知道'],
])('%s is the chain %s', (word, chain) => { expect(said(word)).toBe(chain) })
test('a chain always covers the whole word, and unknown parts are never split', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'事业编外工作人员正式不') }), word => {
    const found = pieces(word)
    expect(found.map(piece => piece.text).join('')).toBe(word)
    found.forEach((piece, at) => { expect(piece.kind === 'unknown' && found[at + 1]?.kind === 'unknown').toBe(false) })
  }))
})
test.each([['21本科', '本科'], ['01-中共党员', '中共党员'], ['3.大专', '大专'], ['(2)聘用', '聘用'], ['大专', '大专'], ['2005年毕业', '2005年毕业'], ['30', '30']])('%s without its code is %s', (word, bare) => { expect(withoutCode(word)).toBe(bare) })

test.each([['一九八五', 1985], ['二〇〇三', 2003], ['十', 10], ['十二', 12], ['二十', 20], ['三十一', 31], ['二百零三', 203], ['一千二百', 1200], ['廿三', 23], ['两百', 200], ['', null], ['一百个', null], ['abc', null], ['壹拾贰', 12]])('%s is %p', (text, number) => { expect(chineseNumber(text)).toBe(number) })
test('numerals inside a date', () => { expect(arabicDates('二〇二三年十二月三十一日')).toBe('2023年12月31日') })

test.each([['是', 'yes'], ['√', 'yes'], ['1', 'yes'], ['TRUE', 'yes'], ['有', 'yes'], ['否', 'no'], ['×', 'no'], ['无', 'no'], ['0', 'no'], ['/', 'no'], ['大专', null], ['', null], ['2', null]])('%s answers %p', (word, answer) => { expect(plainAnswer(word)).toBe(answer) })
