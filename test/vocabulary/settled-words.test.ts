import { BUDGET_MEANINGS } from '../../src/core/budget-meaning'
import { understand } from '../../src/vocabulary/budget-words'
import { MEANT, settledText } from '../../src/vocabulary/settled-words'

test.each(BUDGET_MEANINGS)('%s stands for words that the vocabulary knows whole', meaning => {
  expect(understand(MEANT[meaning]).unknown).toEqual([])
})

test.each([
  ['驻点人员经费', { 驻点人员: 'contracted' }, '聘用人员经费'],
  ['城关片区经费', { 城关: 'none', 城关片区: 'none' }, '经费'],
  ['人员经费', { constructor: 'none' }, '人员经费'],
  ['人员经费', {}, '人员经费'],
] as const)('%s with %o reads %s', (text, words, read) => {
  expect(settledText(words)(text)).toBe(read)
})
