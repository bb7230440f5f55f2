import { catalogue } from '../../src/messages'
import { noteLevel, VALUE_NOTES } from '../../src/vocabulary/notes'

test('every note has its sentence, and every sentence about a value its note', () => {
  const sentences = Object.keys(catalogue).filter(key => key.startsWith('value.'))
  expect(sentences.sort()).toEqual(Object.keys(VALUE_NOTES).sort())
})

test.each([['value.month-only', 'assumed'], ['value.code', 'open'], ['value.date-impossible', 'problem'], ['not.a.note', 'open']])('%s is %s', (key, level) => { expect(noteLevel(key)).toBe(level) })
