import fc from 'fast-check'
import { maskIds } from '../../src/render/mask'

test.each([
  ['990101198503121234', '990***********1234'],
  ['99010119850312123X', '990***********123X'],
  ['990101850312123', '990***********2123'],
  ['“990101198503121234”，见 B5', '“990***********1234”，见 B5'],
  ['身份证990101198503121234重复', '身份证990***********1234重复'],
  ['两个 990101198503121234、99010119850312123x', '两个 990***********1234、990***********123x'],
  ['{"actual":0.714285714285714285}', '{"actual":0.714285714285714285}'],
  ['13912345678', '13912345678'],
  ['1234567890123456789012', '1234567890123456789012'],
  ['A990101198503121234', 'A990101198503121234'],
])('%s', (text, masked) => expect(maskIds(text)).toBe(masked))

test('no id survives, wherever it stands in a text of other things', () => {
  const id = fc.tuple(fc.stringMatching(/^[1-9]\d{16}[\dX]$/), fc.constantFrom('', ' ', '，', '"', '：', '\n', '姓名'), fc.constantFrom('', ' ', '。', '"', '（', '\n'))
  fc.assert(fc.property(id, ([digits, before, after]) => !maskIds(`${before}${digits}${after}`).includes(digits)))
})
