import fc from 'fast-check'
import { maskText } from '../../src/core/mask'
import { maskJson } from '../../src/core/mask-json'
import { bare, written } from '../attacks/written-ids'

describe('what is masked', () => {
  test.each([
    ['321299198503150110', '321***********0110'],
    ['32129919850315011X', '321***********011X'],
    ['321299850315011', '321***********5011'],
    ['“321299198503150110”，见 B5', '“321***********0110”，见 B5'],
    ['身份证321299198503150110重复', '身份证321***********0110重复'],
    ['两个 321299198503150110、32129919850315011x', '两个 321***********0110、321***********011X'],
    // behind a letter or a dot
    ['A321299198503150110', 'A321***********0110'],
    ['Tel13800138000', 'Tel138****8000'],
    ['张三.321299198503150110', '张三.321***********0110'],
    ['No.321299198503150110B', 'No.321***********0110B'],
    ['1.321299198503150110 张三', '1.321***********0110 张三'],
    ['1、321299198503150110', '1、321***********0110'],
    // cut in many ways
    ['321299-19850315-0110', '321***********0110'],
    ['321299 1985 0315 0110', '321***********0110'],
    ['321299 1985-03-15 011X', '321***********011X'],
    ['321299/19850315/0110', '321***********0110'],
    ['321299.19850315.0110', '321***********0110'],
    ['321299,19850315,0110', '321***********0110'],
    ['321,299,198,503,150,110', '321***********0110'],
    ['3 2 1 2 9 9 1 9 8 5 0 3 1 5 0 1 1 0', '321***********0110'],
    ['3212 9919 8503 1501 10', '321***********0110'],
    ['321299\n198503150110', '321***********0110'],
    ['32129919\n8503150110', '321***********0110'],
    ['321299\u200b1985\u200d0315\u20600110', '321***********0110'],
    ['321299　19850315　0110', '321***********0110'],
    ['321299 850315 011', '321***********5011'],
    // other digits
    ['３２１２９９１９８５０３１５０１１Ｘ', '321***********011X'],
    ['٣٢١٢٩٩١٩٨٥٠٣١٥٠١١٠', '321***********0110'],
    ['𝟑𝟐𝟏𝟐𝟗𝟗𝟏𝟗𝟖𝟓𝟎𝟑𝟏𝟓𝟎𝟏𝟏𝟎', '321***********0110'],
    // run together
    ['321299198503150110321299198603160128', '321***********0110321***********0128'],
    ['321299-19850315-0110321299-19860316-0128', '321***********0110321***********0128'],
    ['7321299198503150110', '7321***********0110'],
    ['32129919850315011013800138000', '321***********0110138****8000'],
    // a day that was typed wrong, alone
    ['321299198513450110', '321***********0110'],
    // telephones and cards
    ['13800138000', '138****8000'],
    ['电话13800138000，', '电话138****8000，'],
    ['138-0013-8000', '138****8000'],
    ['+86 138 0013 8000', '+861****8000'],
    ['0523-88123456', '052****3456'],
    ['6222021234567890123', '6222***********0123'],
    ['6222 0212 3456 7890 123', '6222***********0123'],
    ['4111111111111111', '4111***********1111'],
  ])('%s', (text, masked) => expect(maskText(text)).toBe(masked))
})

describe('what is left alone', () => {
  test.each([
    '1,234,567.89', '128,000,000 元', '101.7 万元', '0.714285714285714285', '0.7142857142857143', '45.04166666666667', '-12.345678901234567', '1.5e-15',
    '花名册!B5:B11,D5:D11', 'A1048576:XFD1048576', '2023-12-31 2024-01-01', '1985-03-15 1986-04-16 1990-01-01', '1985.03.19-2003.11.12-2020.01',
    '行 12, 13, 14, 15, 16, 17, 18, 19, 20, 21', '185, 190, 195, 201, 203, 209', '185、190、195、201、203、209',
    'd41d8cd98f00b204e9800998ecf8427e', 'a13812345678bc', '13812345678abc', 'f123456789012345', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', '1234567890123456789012', '20231130103207', '2023-11-30T10:32:07.123Z',
    '321***********0110', '3212991985****0110', '=SUM(B5:B11)*12.28+1850+1901', '12 345 678', '13,800,138,000', '100100100100', '2023年12月31日 126 人 20 个社区', '✓ 4  ✓ 3  ✕ 71.4%  ✕ 45.3  ▲ 60',
  ])('%s', text => {
    expect(maskText(text)).toBe(text)
    expect(maskJson(JSON.stringify({ text }))).toBe(JSON.stringify({ text }))
  })
})

describe('in JSON', () => {
  test.each<[unknown, unknown]>([
    [
      { a: 0.7142857142857143, b: 1e21, c: 128000000, d: -321299198503150, e: 45.04166666666667 },
      { a: 0.7142857142857143, b: 1e21, c: 128000000, d: -321299198503150, e: 45.04166666666667 },
    ],
    [{ before: 321299850315011 }, { before: '321***********5011' }],
    [{ text: '321299\n198503150110"x' }, { text: '321***********0110"x' }],
    [{ text: 'a"321299\t19850315\t0110' }, { text: 'a"321***********0110' }],
    [
      ['321299', '198503150110'],
      ['321299', '198503150110'],
    ],
    [
      { rows: [185, 190, 195, 201, 203, 209], n: 13800138000 },
      { rows: [185, 190, 195, 201, 203, 209], n: 13800138000 },
    ],
    [{ '321299198503150110': 1 }, { '321***********0110': 1 }],
  ])('%j', (value, masked) => {
    expect(JSON.parse(maskJson(JSON.stringify(value)))).toEqual(masked)
    expect(JSON.parse(maskJson(JSON.stringify(value, null, 2)))).toEqual(masked)
  })

  test('any value stays of its shape, and numbers that are no ids stay themselves', () => {
    fc.assert(fc.property(fc.jsonValue(), value => {
      const json = JSON.stringify(value)
      expect(shapeOf(JSON.parse(maskJson(json)))).toEqual(shapeOf(JSON.parse(json)))
    }), { numRuns: 500 })
  })
})

/** Kinds alone: a number that could be an id may become a text. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf)
  if (typeof value === 'object' && value !== null) return Object.values(value).map(shapeOf)
  return typeof value === 'number' ? (Math.abs(value) >= 1e14 && Number.isInteger(value) ? 'string or number' : value) : typeof value === 'string' ? 'string or number' : value
}

test('no id survives, in whatever way it is written', () => {
  fc.assert(fc.property(written, ({ id, text }) => {
    expect(bare(maskText(text))).not.toContain(id.slice(3, 14))
    expect(bare(JSON.parse(maskJson(JSON.stringify(text))) as string)).not.toContain(id.slice(3, 14))
  }), { numRuns: 3000 })
})

test('masking twice is masking once', () => {
  fc.assert(fc.property(fc.array(fc.oneof(written.map(each => each.text), fc.string(), fc.stringMatching(/^[\d ,.-]{0,40}$/)), { maxLength: 4 }), texts => {
    const once = maskText(texts.join(' 和 '))
    expect(maskText(once)).toBe(once)
  }), { numRuns: 1000 })
})

test('a text of four times the length takes about four times as long', () => {
  const time = (text: string): number => {
    const start = process.cpuUsage()
    maskText(text)
    maskJson(JSON.stringify({ text }))
    return process.cpuUsage(start).user / 1000
  }
  for (const unit of ['1 ', '12-', '321299198503150110', '0', `${'9'.repeat(15)}a`, '1      ', '1.5, ', '"\\"', '62', '138 ', 'X', '1X', '社区1234号 ']) {
    const short = unit.repeat(Math.ceil(20_000 / unit.length)), long = unit.repeat(Math.ceil(80_000 / unit.length))
    time(short)
    const best = Math.min(time(short), time(short), time(short))
    expect([unit, Math.min(time(long), time(long)) < best * 12 + 60]).toEqual([unit, true])
  }
})
