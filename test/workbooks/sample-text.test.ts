import { readFileSync, readdirSync } from 'node:fs'
import fc from 'fast-check'
import { cellName } from '../../src/core/place'
import { packedSheet, unpackedSheet } from '../../taskpane/sample-text'
import { unzip } from './zip'

test.each(readdirSync('samples').filter(name => name.endsWith('.xlsx')))('%s within the one file is the sample, letter by letter, and weighs less', name => {
  for (const [part, bytes] of unzip(readFileSync(`samples/${name}`))) {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), short = packedSheet(text)
    expect([part, unpackedSheet(short) === text]).toEqual([part, true])
    if (part.startsWith('xl/worksheets/')) expect(short.length).toBeLessThan(text.length * 0.8)
  }
})

test.each<readonly [string, string]>([
  ['<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="2"/></row>', '<row r="1">^[2~</row>'],
  ['<row r="3"><c r="C3"><v>1</v></c><c r="D3"/></row><row r="4"/>', '<row r="3"><c r="C3"><v>1</v></c>~</row><row r="4"/>'],
  ['<row r="1"><c r="Z1"/><c r="AA1"/><c r="A2"/></row>', '<row r="1"><c r="Z1"/>~<c r="A2"/></row>'],
  ['<row r="1"><c r="A1" t="s"><v>4</v></c><c r="B1" t="s"><v>5</v></c><c r="C1" t="s"><v>4</v></c><c r="D1" t="s"><v>6</v></c></row>', '<row r="1">|4^|4^</row>'],
  ['<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>0</v></c><c r="D1" t="s"><v>2</v></c></row>', '<row r="1">^^|0^</row>'],
  ['<row r="1" ht="9"><c r="A1" s="3"><v>1.5</v></c></row><row r="2" ht="9"><c r="A2" s="3"/></row><row r="3"><c r="A3"/></row>', '<row r="1" ht="9">[3]1.5}~</row><row r="3">[~</row>'],
  ['<row r="1"><c r="A1" s="1"/><c r="B1" s="2"><f>A1</f><v>0</v></c></row>', '<row r="1">[1~[2*><f>A1</f><v>0</v></c></row>'],
  ['<row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve">叶  玲</t></is></c></row>', '<row r="1">{叶  玲</row>'],
  ['<cols><col min="1"/></cols><cellXfs/>', '<cols><col min="1"/></cols><cellXfs/>'],
])('%s', (text, short) => {
  expect(packedSheet(text)).toBe(short)
  expect(unpackedSheet(short)).toBe(text)
})

test.each([...'~^|]{*[}'])('a part that holds %s is refused', mark => {
  expect(() => packedSheet(`<row r="1"><c r="A1"><f>2${mark}3</f></c></row>`)).toThrow(RangeError)
})

test('any rows and cells come back', () => {
  const content = fc.oneof(
    fc.integer({ min: 0, max: 9 }).map(shared => ` t="s"><v>${String(shared)}</v></c>`),
    fc.double({ noNaN: true }).map(number => `><v>${String(number)}</v></c>`),
    fc.constantFrom('', ' ', '甲某', '1', '&amp;').map(text => ` t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`),
    fc.constantFrom('/>', '></c>', ' t="str"><f>A1&amp;B1</f><v>12</v></c>', ' t="b"><v>1</v></c>'),
  )
  const cell = fc.record({ step: fc.constantFrom(1, 1, 1, 2, -1), look: fc.constantFrom('', '', '1', '12'), content })
  const row = fc.record({ step: fc.constantFrom(1, 1, 3), kind: fc.constantFrom('', ' ht="18"'), cells: fc.array(cell, { maxLength: 6 }) })
  fc.assert(fc.property(fc.array(row, { maxLength: 8 }), rows => {
    let at = 0
    const text = rows.map(({ step, kind, cells }) => {
      let column = 0
      at += step
      const cellText = ({ step, look, content }: (typeof cells)[number]): string => {
        column = Math.max(1, column + step)
        return `<c r="${cellName(at, column)}"${look === '' ? '' : ` s="${look}"`}${content}`
      }
      return `<row r="${String(at)}"${kind}>${cells.map(cellText).join('')}</row>`
    }).join('')
    expect(unpackedSheet(packedSheet(text))).toBe(text)
  }), { numRuns: 500 })
})
