import fc from 'fast-check'
import { isOneApart, oneApart } from '../../src/read/one-apart'

describe('names one character apart are found without holding every name against every other', () => {
  const LISTED = ['牌楼', '清泉', '清泉湖', '荷叶', '河东', '一村', '三水湾'] as const
  const near = oneApart(LISTED.map((name, index) => [index, name]))

  test.each<[string, readonly string[]]>([
    ['楼牌', ['牌楼']],
    ['清全', ['清泉']],
    ['清泉', ['清泉湖']],
    ['清', []],
    ['清泉泉', ['清泉', '清泉湖']],
    ['三水', ['三水湾']],
    ['三水弯', ['三水湾']],
    ['河西', []],
    ['河冻', ['河东']],
    ['一一村', ['一村']],
    ['新牌楼', []],
    ['二村', []],
    ['荷花', ['荷叶']],
    ['', []],
    ['清'.repeat(41), []],
  ])('%s: %j', (name, wanted) => {
    expect(near(name).map(index => LISTED[index]).toSorted()).toEqual([...wanted].toSorted())
  })

  test('the same as holding each against each', () => {
    const name = fc.array(fc.constantFrom('清', '泉', '湖', '东', '一'), { maxLength: 5 }).map(characters => characters.join(''))
    fc.assert(fc.property(fc.uniqueArray(name, { maxLength: 30 }), name, (names, written) => {
      const found = oneApart(names.map((one, index) => [index, one]))(written)
      expect(found.toSorted((a, b) => a - b)).toEqual(names.flatMap((one, index) => (isOneApart(written, one) ? [index] : [])))
    }))
  })
})
