import fc from 'fast-check'
import { normalise, textOf } from '../../src/vocabulary/normalise'

test.each([
  ['姓  名', '姓名'], ['姓　名', '姓名'], ['最高\n学历', '最高学历'], ['总建\r\n筑面积（m²）', '总建筑面积(m2)'], ['★No', 'No'], ['*姓名', '姓名'], ['※备注', '备注'], ['使用面积（㎡）', '使用面积(m2)'], ['１２３', '123'], ['ＡＢｃ', 'ABc'], ['⼈员', '人员'], ['⼤专', '大专'], ['⻓期', '长期'], ['⻩', '黄'], ['⻔', '门'], ['党\u200b员', '党员'],
  ['合 计', '合计'], ['\ufeff序号', '序号'], ['80％', '80%'], ['60～80', '60~80'], ['102＋68', '102+68'], ['一九九〇年', '一九九〇年'], ['①', '1'], ['\uf0fc', '√'], ['', ''], ['   ', ''], ['大専', '大専'],
])('%j is %j', (text, expected) => { expect(normalise(text)).toBe(expected) })

test('twice is once, and no white space is left', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), text => {
    const once = normalise(text)
    expect(normalise(once)).toBe(once)
    expect(once).not.toMatch(/\s|\u200b|\*/)
  }), { numRuns: 3000 })
})

test.each([[null, ''], [60, '60'], [1985.03, '1985.03'], [0.1 + 0.2, '0.30000000000000004'], [true, 'TRUE'], [false, 'FALSE'], [{ error: '#REF!' }, ''], ['x', 'x'], [Number.NaN, '']] as const)('the text of %p is %p', (value, expected) => { expect(textOf(value)).toBe(expected) })

test.each<readonly [string, string]>([
  ['①180', '180'], ['180②', '180'], ['⑴ 180', '180'], ['180¹', '180'], ['１８０③', '180'], ['1985.3①', '1985.3'], ['㉑45岁', '45岁'], ['❶260㎡', '260m2'],
  ['120②85', '120、85'], ['①120 ②85', '120、85'], ['①三水社区', '1三水社区'], ['260m²', '260m2'], ['第①组', '第1组'],
])('%p: a mark beside a number is no digit of it', (written, read) => { expect(normalise(written)).toBe(read) })
